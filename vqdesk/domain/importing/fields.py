"""Form fields from places in a graph: names, labels, groups, bounds, and which of them a user will want."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final

from vqdesk.domain.importing.classes import InputSpec, is_model_name
from vqdesk.domain.importing.view import GraphView, Place, is_plain
from vqdesk.domain.parameters import FRAMES_4N_PLUS_1, Choice, Parameter, ParameterType, check_value

_MAX_CHOICES: Final = 200
_MAX_NAME: Final = 60
_MAX_OTHERS: Final = 300
_MAX_BOUND: Final = 2**53  # beyond it a bound is just the end of the type
_DECIMALS: Final = 6  # the window saves 5.000000000000001 for 5
_RESERVED: Final = ("seed", "stages")  # names that a definition gives to something else


@dataclass(frozen=True, slots=True)
class Known:
    """How an input name is shown when it is found; `is_chosen`: ticked from the start."""

    name: str
    label: str
    group: str
    unit: str = ""
    advanced: bool = True
    is_chosen: bool = True
    kinds: tuple[ParameterType, ...] = (ParameterType.INT, ParameterType.FLOAT)


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field that the form may have; `source` says in which node it stands."""

    parameter: Parameter
    is_chosen: bool
    source: str


_SIZE, _SAMPLING, _MODELS, _LORAS = "Size and length", "Sampling", "Models", "LoRAs"
_CHOICE = (ParameterType.CHOICE,)

KNOWN: Final = {
    "width": Known("width", "Width", _SIZE, "px", advanced=False),
    "height": Known("height", "Height", _SIZE, "px", advanced=False),
    "length": Known("length", "Frames", _SIZE, "frames", advanced=False),
    "num_frames": Known("length", "Frames", _SIZE, "frames", advanced=False),
    "fps": Known("fps", "Frames per second", _SIZE, "fps", advanced=False),
    "frame_rate": Known("fps", "Frames per second", _SIZE, "fps", advanced=False),
    "scale_by": Known("scale", "Scale", _SIZE, "×", advanced=False),
    "megapixels": Known("megapixels", "Megapixels", _SIZE, "MP"),
    "multiplier": Known("multiplier", "Frames per frame", _SIZE, advanced=False),
    "steps": Known("steps", "Steps", _SAMPLING),
    "cfg": Known("cfg", "CFG", _SAMPLING),
    "guidance": Known("guidance", "Guidance", _SAMPLING),
    "denoise": Known("denoise", "Denoise", _SAMPLING),
    "shift": Known("shift", "Shift", _SAMPLING),
    "sampler_name": Known("sampler", "Sampler", _SAMPLING, kinds=_CHOICE),
    "scheduler": Known("scheduler", "Scheduler", _SAMPLING, kinds=_CHOICE),
}
"""Input names that mean the same in nearly all node classes. The order is the form's."""

_LORA: Final = re.compile(r"lora(_name)?(_?\d+)?")
_STRENGTH: Final = re.compile(r"strength(_model)?|lora_strength")
_SHOWN_TYPES: Final = {"INT": ParameterType.INT, "FLOAT": ParameterType.FLOAT, "BOOLEAN": ParameterType.BOOL}


class FieldMaker:
    """Makes fields for places, each place once, with names that are free."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._taken: set[Place] = set()
        self._names = dict.fromkeys(_RESERVED, 1)
        self._labels: dict[str, int] = {}
        self._uses: dict[Place, list[InputSpec]] = {}
        self.fields: list[DraftField] = []

    def take(self, places: Iterable[Place]) -> None:
        """Places that are used otherwise and become no field."""
        self._taken |= set(places)

    def used_by(self, place: Place, user: Place) -> None:
        """An input that a value feeds: its bounds hold for the value too."""
        spec = self._view.spec(user)
        if spec and user != place:
            self._uses.setdefault(place, []).append(spec)

    def is_taken(self, place: Place) -> bool:
        return place in self._taken

    def add(self, places: Sequence[Place], known: Known, **more: Any) -> Parameter | None:
        """A field for places that share a value; None when they are taken or of another kind."""
        free = [place for place in places if place not in self._taken and _can_bind(place)]
        if not free:
            return None
        made = self._parameter(free, known, more)
        if known.kinds and made.type not in known.kinds:
            return None
        self._taken |= set(free)
        self._names[known.name] = self._names.get(known.name, 0) + 1
        self._names.setdefault(made.name, 1)
        self.fields.append(DraftField(made, known.is_chosen, self._view.title(free[0].node)))
        return made

    def add_all(self, known: Known, places: Sequence[Place], **more: Any) -> None:
        """One field for each different value; the second and further ones name their node."""
        free = [place for place in places if place not in self._taken]
        for n, group in enumerate(_by_value(self._view, free)):
            title = self._view.title(group[0].node)
            self.add(group, known if n == 0 else replace(known, label=f"{known.label}, {title}"[:80]), **more)

    def _parameter(self, places: list[Place], known: Known, more: dict[str, Any]) -> Parameter:
        specs = [spec for place in places if (spec := self._view.spec(place))]
        specs += [spec for place in places for spec in self._uses.get(place, ())]
        value = self._view.value(places[0])
        kind = _type_of(specs[0] if specs else None, value)
        made = Parameter(
            name=self._free_name(known.name),
            label=self._free_label(known.label),
            type=kind,
            default=round(float(value), _DECIMALS) if kind is ParameterType.FLOAT else value,
            bind=tuple(place.binding for place in places),
            group=known.group,
            unit=known.unit,
            advanced=known.advanced,
        )
        return _with_rules(replace(made, **more), specs)

    def _free_label(self, wanted: str) -> str:
        n = self._labels[wanted] = self._labels.get(wanted, 0) + 1
        return wanted if n == 1 else f"{wanted} {n}"

    def _free_name(self, wanted: str) -> str:
        n = self._names.get(wanted, 0)
        while (name := f"{wanted}_{n + 1}" if n else wanted) in self._names:
            n += 1
        return name


def known_fields(view: GraphView, maker: FieldMaker) -> None:
    """Fields under names that mean the same everywhere, then LoRAs and models."""
    named: dict[Known, list[Place]] = {known: [] for known in KNOWN.values()}
    loras, models = [], []
    for node_id, node in view.graph.items():
        for field in node["inputs"]:
            short = field.rpartition(".")[2]
            origin = view.origin(Place(node_id, field))
            if origin is None:
                continue
            maker.used_by(origin, Place(node_id, field))
            if short in KNOWN:
                named[KNOWN[short]].append(origin)
            elif _LORA.fullmatch(short) and is_model_name(view.value(origin)):
                loras.append(origin)
            elif is_model_name(view.value(origin)):
                models.append(origin)
    for known, places in named.items():
        maker.add_all(known, list(dict.fromkeys(places)))
    _add_split(view, maker)
    for places in _by_value(view, loras):
        _add_lora(view, maker, places)
    for places in _by_value(view, models):
        title = view.title(places[0].node)
        known = Known(slug(title) or "model", title, _MODELS, kinds=())
        maker.add(places, known, type=ParameterType.TEXT, help="Name of a model file at the server.")


def _by_value(view: GraphView, places: Iterable[Place]) -> list[list[Place]]:
    """Each place once, those with the same value together."""
    groups: dict[str, list[Place]] = {}
    for place in dict.fromkeys(places):
        groups.setdefault(repr(view.value(place)), []).append(place)
    return list(groups.values())


def _add_split(view: GraphView, maker: FieldMaker) -> None:
    """The step at which one sampler ends and the next one goes on, where there are such two."""
    steps = next((one.parameter for one in maker.fields if one.parameter.name == "steps"), None)
    split: dict[str, list[Place]] = {"end_at_step": [], "start_at_step": []}
    for node_id, node in view.graph.items():
        for field in split:
            origin = view.origin(Place(node_id, field)) if field in node["inputs"] else None
            if steps and origin and type(value := view.value(origin)) is int and 0 < value < steps.default:
                split[field].append(origin)
    ends = {view.value(place) for place in split["end_at_step"]}
    starts = {view.value(place) for place in split["start_at_step"]}
    if len(ends) == 1 and ends == starts:
        places = list(dict.fromkeys([*split["end_at_step"], *split["start_at_step"]]))
        known = Known("split_step", "Steps of the first sampler", _SAMPLING)
        maker.add(places, known, less_than="steps")


def other_fields(view: GraphView, maker: FieldMaker) -> None:
    """Further values, up to a number that a list can show; ticked where a node holds nothing else."""
    places = (place for node_id in view.graph for place in view.constants(node_id) if not maker.is_taken(place))
    for place in islice(places, _MAX_OTHERS):
        title = view.title(place.node)
        if view.holds_value(place.node):  # the author gave this value a node, and so a name, of its own
            maker.add([place], Known(slug(title) or "value", title[:80], "Values", advanced=False, kinds=()))
        else:
            name = slug(f"{title} {place.field}") or "value"
            maker.add([place], Known(name, f"{title}: {place.field}"[:80], "Others", is_chosen=False, kinds=()))


def slug(text: str) -> str:
    """Letters, digits and underscores for the name of a parameter; may be empty."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:_MAX_NAME].strip("_")


def _add_lora(view: GraphView, maker: FieldMaker, places: list[Place]) -> None:
    title = view.title(places[0].node)
    made = maker.add(places, Known("lora", title, _LORAS, kinds=()), type=ParameterType.LORA)
    if made is None:
        return
    beside = [
        other for place in places for other in view.constants(place.node) if _STRENGTH.fullmatch(other.field)
    ]
    maker.add_all(Known(f"{made.name}_strength", f"{title}: strength", _LORAS), beside)


def _can_bind(place: Place) -> bool:
    return bool(place.node) and "." not in place.node and bool(re.fullmatch(r".+", place.field))


def _type_of(spec: InputSpec | None, value: Any) -> ParameterType:
    if isinstance(value, bool):
        return ParameterType.BOOL
    if isinstance(value, int | float):
        is_float = isinstance(value, float) or (spec is not None and spec.type == "FLOAT")
        numeric_choice = spec is not None and spec.type == "COMBO"
        return ParameterType.CHOICE if numeric_choice else ParameterType.FLOAT if is_float else ParameterType.INT
    if spec and spec.choices and not (spec.has_files or spec.upload_kind or is_model_name(value)):
        return ParameterType.CHOICE if len(spec.choices) <= _MAX_CHOICES else ParameterType.TEXT
    return ParameterType.TEXT


def _with_rules(made: Parameter, specs: Sequence[InputSpec]) -> Parameter:
    """Bounds, steps and choices of the catalogue, as far as the value that the workflow came with keeps them."""
    if made.type is ParameterType.CHOICE:
        offered = dict.fromkeys(value for spec in specs for value in spec.choices if isinstance(value, str | int))
        values = [*offered, *([] if made.default in offered else [made.default])]
        return replace(made, choices=tuple(Choice(value, str(value)) for value in values))
    if made.type in (ParameterType.INT, ParameterType.FLOAT):
        return _with_bounds(made, specs)
    if made.type is ParameterType.TEXT and any(spec.options.get("multiline") for spec in specs):
        return replace(made, widget="multiline", multiline=True)
    return made


def _with_bounds(made: Parameter, specs: Sequence[InputSpec]) -> Parameter:
    lows, highs, steps = (_numbers(specs, key) for key in ("min", "max", "step"))
    bounded = replace(made, min=max(lows) if lows else None, max=min(highs) if highs else None)
    if check_value(bounded, bounded.default):
        bounded = made
    step = max(steps, default=0.0)
    if step <= 0:
        return bounded
    stepped = replace(bounded, step=step)
    if made.type is ParameterType.INT and step > 1 and float(step).is_integer():
        rule = {"frames_rule": FRAMES_4N_PLUS_1} if made.default % step else {"multiple_of": int(step)}
        stepped = replace(stepped, **rule) if step == 4 or "multiple_of" in rule else stepped
    return bounded if check_value(stepped, stepped.default) else stepped


def _numbers(specs: Sequence[InputSpec], key: str) -> list[float]:
    """What the classes say under a key, as far as it is a number."""
    found = [spec.options.get(key) for spec in specs]
    numbers = [one for one in found if isinstance(one, int | float) and not isinstance(one, bool)]
    return [one for one in numbers if is_plain(one) and abs(one) < _MAX_BOUND]
