"""A workspace and what it remembers, as values and as the text that is stored."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vqdesk.domain.auto_rows import AutoRows, auto_to_raw, read_auto
from vqdesk.domain.modes import IMAGE_MODES, Mode
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.prompt_rows import Rows

STATE_VERSION = 2
"""1 had no modes and no folder; what it lacks has its default."""


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What one workspace holds now. `values` has, by workflow, only what differs from the defaults, as typed.

    A number that cannot be read stays text, so that nothing the user wrote is lost. `parked` holds what the other
    modes had when they were left; there the fields that belong to the whole workspace are not used.
    """

    mode: Mode = Mode.BATCH
    workflow: str = ""
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    shapes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # of the workflows, as values met them
    inputs: tuple[str, ...] = ()
    folder: str = ""  # as the user wrote it
    uses_folder: bool = False  # the inputs are what it holds, not what was dropped
    tries: int | str = 1
    job_name: str = ""
    prompt_mode: PromptMode = PromptMode.ONE
    rows: Rows = field(default_factory=dict)  # values of single inputs, by path; kept while an input is away
    auto: AutoRows = field(default_factory=dict)  # what language models wrote for single inputs, by path
    writes_later: bool = False  # inputs without a text get theirs while the job waits
    columns: tuple[str, ...] = ()  # parameters beside the texts that the prompt table shows
    crosses: bool = False  # every text of the table is run with every input
    open_groups: tuple[str, ...] = ()
    scroll: int = 0  # px
    is_changed: bool = False  # since it was last added to the queue
    image_mode: Mode = Mode.TEXT_TO_IMAGE  # which half of “Image” was last used
    parked: Mapping[Mode, "WorkspaceState"] = field(default_factory=dict)

    @property
    def own_values(self) -> Mapping[str, Any]:
        """The changed values of the chosen workflow."""
        return self.values.get(self.workflow, {})

    def with_value(self, name: str, value: Any, default: Any) -> "WorkspaceState":
        """The chosen workflow with another value; the default itself is not remembered."""
        own = {key: kept for key, kept in self.own_values.items() if key != name}
        if value != default or isinstance(value, bool) != isinstance(default, bool):
            own[name] = value
        return self.with_own_values(own)

    def with_own_values(self, own: Mapping[str, Any]) -> "WorkspaceState":
        """The chosen workflow with these values and no others."""
        return replace(self, values={**self.values, self.workflow: own})

    def with_group(self, name: str, is_open: bool) -> "WorkspaceState":
        """The same with a group opened or closed."""
        others = tuple(group for group in self.open_groups if group != name)
        return replace(self, open_groups=(*others, name) if is_open else others)

    def in_mode(self, mode: Mode) -> "WorkspaceState":
        """Parks what this mode has and takes up what the other had."""
        if mode is self.mode:
            return self
        bare = replace(self, parked={}, is_changed=False, image_mode=Mode.TEXT_TO_IMAGE)
        others = {one: kept for one, kept in self.parked.items() if one is not mode}
        return replace(
            self.parked.get(mode, WorkspaceState()),
            mode=mode,
            is_changed=self.is_changed,
            image_mode=mode if mode in IMAGE_MODES else self.image_mode,
            parked={**others, self.mode: bare},
        )


@dataclass(frozen=True, slots=True)
class Workspace:
    """A tab: its name and colour, and what it holds. An empty title is shown as “Workspace n”."""

    id: str
    title: str = ""
    colour: str = ""  # name of a label colour, "" for none
    state: WorkspaceState = WorkspaceState()


@dataclass(frozen=True, slots=True)
class ReadState:
    """A state as far as it could be read. `lost` names the parts that could not; their text must be kept."""

    state: WorkspaceState
    lost: tuple[str, ...] = ()


def to_json(state: WorkspaceState) -> str:
    """The text that `read_state` reads."""
    raw = {"version": STATE_VERSION, "image_mode": state.image_mode, "is_changed": state.is_changed}
    parked = {mode: _to_raw(kept) for mode, kept in state.parked.items()}
    # In ASCII, so that half of a character that a damaged text held can be stored too.
    return json.dumps({**raw, **_to_raw(state), "parked": parked})


def read_state(text: str) -> ReadState:
    """Reads what is right and leaves the rest at its default; any text is taken."""
    if not text.strip():
        return ReadState(WorkspaceState())
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return ReadState(WorkspaceState(), ("everything",))
    if not isinstance(raw, dict):
        return ReadState(WorkspaceState(), ("everything",))
    reader = _Reader(raw)
    state = reader.state()
    if reader.number("version", 1) > STATE_VERSION:
        reader.lost.append("what a newer version wrote")
    parked: dict[Mode, WorkspaceState] = {}
    for name, inner in reader.mapping("parked").items():
        below = _Reader(inner if isinstance(inner, dict) else {"mode": None})
        kept = below.state()
        if name in set(Mode) and name != state.mode:
            parked[Mode(name)] = replace(kept, mode=Mode(name))
            reader.lost += [f"{name}: {part}" for part in below.lost]
        else:
            reader.lost.append(f"parked: {name}")
    state = replace(
        state,
        is_changed=reader.flag("is_changed"),
        image_mode=reader.mode("image_mode", Mode.TEXT_TO_IMAGE, IMAGE_MODES),
        parked=parked,
    )
    return ReadState(state, tuple(reader.lost))


def from_json(text: str) -> WorkspaceState:
    """`read_state` without the names of what was lost."""
    return read_state(text).state


def _to_raw(state: WorkspaceState) -> dict[str, Any]:
    return {
        "mode": state.mode,
        "workflow": state.workflow,
        "values": {name: dict(own) for name, own in state.values.items()},
        "shapes": {name: dict(shape) for name, shape in state.shapes.items() if state.values.get(name)},
        "inputs": list(state.inputs),
        "folder": state.folder,
        "uses_folder": state.uses_folder,
        "tries": state.tries,
        "job_name": state.job_name,
        "prompt_mode": state.prompt_mode,
        "rows": {card: dict(row) for card, row in state.rows.items()},
        "auto": auto_to_raw(state.auto),
        "writes_later": state.writes_later,
        "columns": list(state.columns),
        "crosses": state.crosses,
        "open_groups": list(state.open_groups),
        "scroll": state.scroll,
    }


class _Reader:
    """Takes typed parts out of a raw mapping; what has another type is named in `lost`. Missing is fine."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw
        self.lost: list[str] = []

    def state(self) -> WorkspaceState:
        tries = self._raw.get("tries", 1)
        if isinstance(tries, bool) or not isinstance(tries, int | str):
            self.lost.append("tries")
            tries = 1
        return WorkspaceState(
            mode=self.mode("mode", Mode.BATCH, tuple(Mode)),
            workflow=self.text("workflow"),
            values=self.values("values"),
            shapes=self.shapes(),
            inputs=self.texts("inputs"),
            folder=self.text("folder"),
            uses_folder=self.flag("uses_folder"),
            tries=tries,
            job_name=self.text("job_name"),
            prompt_mode=self.prompt_mode(),
            rows=self.values("rows"),
            auto=self.auto(),
            writes_later=self.flag("writes_later"),
            columns=self.texts("columns"),
            crosses=self.flag("crosses"),
            open_groups=self.texts("open_groups"),
            scroll=max(0, self.number("scroll", 0)),
        )

    def text(self, key: str) -> str:
        value = self._raw.get(key, "")
        return value if isinstance(value, str) else self._lose(key, "")

    def flag(self, key: str) -> bool:
        value = self._raw.get(key, False)
        return value if isinstance(value, bool) else self._lose(key, False)

    def number(self, key: str, default: int) -> int:
        value = self._raw.get(key, default)
        return value if isinstance(value, int) and not isinstance(value, bool) else self._lose(key, default)

    def mode(self, key: str, default: Mode, among: tuple[Mode, ...]) -> Mode:
        value = self._raw.get(key, default)
        return Mode(value) if value in among else self._lose(key, default)

    def mapping(self, key: str) -> Mapping[str, Any]:
        value = self._raw.get(key, {})
        return value if isinstance(value, dict) else self._lose(key, {})

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._raw.get(key, [])
        parts = value if isinstance(value, list) else self._lose(key, [])
        good = [part for part in parts if isinstance(part, str) and part]
        if len(good) < len(parts):
            self.lost.append(f"parts of {key}")
        return tuple(dict.fromkeys(good))

    def prompt_mode(self) -> PromptMode:
        value = self._raw.get("prompt_mode", PromptMode.ONE)
        return PromptMode(value) if value in tuple(PromptMode) else self._lose("prompt_mode", PromptMode.ONE)

    def values(self, key: str) -> dict[str, dict[str, Any]]:
        """By workflow or by input, then by parameter."""
        found: dict[str, dict[str, Any]] = {}
        for owner, own in self.mapping(key).items():
            if not isinstance(own, dict):
                self.lost.append(f"{key} of {owner}")
                continue
            found[owner] = {name: value for name, value in own.items() if _is_value(value)}
            self.lost += [f"{name} of {owner}" for name in own if name not in found[owner]]
        return found

    def auto(self) -> AutoRows:
        found, lost = read_auto(self.mapping("auto"))
        self.lost += lost
        return found

    def shapes(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for workflow, shape in self.mapping("shapes").items():
            known = shape if isinstance(shape, dict) else self._lose(f"shape of {workflow}", {})
            found[workflow] = {name: text for name, text in known.items() if isinstance(text, str)}
        return found

    def _lose(self, key: str, default: Any) -> Any:
        self.lost.append(key)
        return default


def _is_value(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, str | int)
