"""A form's draft as a user's workflow: definition in YAML, template in JSON (DESIGN §9)."""

import io
import json
import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from vqdesk.domain.errors import WorkflowInvalid
from vqdesk.domain.graph import bound_value
from vqdesk.domain.importing import FormDraft
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import Parameter, ParameterType

_BARE = re.compile(r"[A-Za-z0-9_][\w.:-]*")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # YAML folds them into spaces wherever they are not escaped
_MAX_NAME: Final = 50
_PLAIN_KEYS: Final = ("label", "group", "widget", "placeholder", "help", "unit", "frames_rule", "less_than")
_NUMBER_KEYS: Final = ("min", "max", "step", "multiple_of")
# Keys that a draft has no opinion of.
_HAND_MADE: Final = ("visible_when", "even_result", "optional", "multiline", "default")


@dataclass(frozen=True, slots=True)
class Origin:
    """Title and wanted name of the new workflow, and the file that it came from."""

    title: str
    file: str
    name: str


def file_name(title: str) -> str:
    """Letters, digits, "-" and "_" for the files of a workflow; never empty."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")[:_MAX_NAME].strip("-_") or "workflow"


def write_new(folder: Path, draft: FormDraft, origin: Origin, taken: Set[str]) -> Path:
    """Writes both files; nothing is ever overwritten. Raises WorkflowInvalid when the disk does not take them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _free_names(origin.name):
            if name not in taken and not (folder / f"{name}.yaml").exists():
                written = _write_pair(folder / name, draft, origin)
                if written:
                    return written
    except OSError as error:
        raise _unwritable(folder, error) from error
    raise AssertionError("names never end")


def write_again(path: Path, draft: FormDraft, title: str = "") -> None:
    """Changes only what the draft says: title, task and ticked parameters. Raises WorkflowInvalid."""
    yaml = _yaml()
    try:
        root = yaml.load(path.read_text(encoding="utf-8"))
        if not isinstance(root, CommentedMap):
            raise YAMLError("the file holds no keys")
        told = {"title": title, "category": draft.guess.category.value, "task_type": draft.guess.task_type}
        for key, value in told.items():
            if value and root.get(key) != value:
                root[key] = value
        _merge_parameters(root, draft)
        _replace(path, _dumped(yaml, root))
    except YAMLError as error:
        raise WorkflowInvalid(f"{path.name} cannot be changed.", f"{error}.", "Correct the file first.") from error
    except OSError as error:
        raise _unwritable(path.parent, error) from error


def _free_names(wanted: str) -> Any:
    yield wanted
    n = 2
    while True:
        yield f"{wanted}__{n}"
        n += 1


def _write_pair(stem: Path, draft: FormDraft, origin: Origin) -> Path | None:
    """The template first, so that a definition never stands alone; None when the name was just taken."""
    template, definition = stem.with_name(f"{stem.name}.json"), stem.with_name(f"{stem.name}.yaml")
    try:
        with template.open("x", encoding="utf-8") as file:
            json.dump(draft.graph, file, ensure_ascii=False, indent=1)
    except FileExistsError:
        return None
    root = _definition(stem.name, draft, origin)
    with definition.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_dumped(_yaml(), root))
    return definition


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)


def _definition(name: str, draft: FormDraft, origin: Origin) -> CommentedMap:
    root = CommentedMap(
        name=name,
        title=origin.title,
        description=f"Imported from {origin.file}.",
        category=draft.guess.category.value,
        task_type=draft.guess.task_type,
        template=f"{name}.json",
    )
    if draft.input:
        root["input"] = _flow(kind=draft.input.kind, node=draft.input.node, field=draft.input.field)
    if draft.timing:
        root["timing"] = _flow(fps=draft.timing.fps, frames_per_stage=draft.timing.frames_per_stage)
    parameters = [_parameter(one.parameter, draft.graph) for one in draft.fields if one.is_chosen]
    if parameters:
        root["parameters"] = CommentedSeq(parameters)
    if draft.seed_bind:
        root["seed"] = _flow(group="Sampling", bind=_list(draft.seed_bind))
    root["outputs"] = _list(draft.outputs)
    models = {folder: _list(files) for folder, files in draft.requires.models.items()}
    if models:
        root["requires"] = CommentedMap(models=CommentedMap(models))
    root.yaml_set_start_comment("Made by VQDesk's import. Edit it freely: the form follows this file.")
    return root


def _parameter(one: Parameter, graph: Graph) -> CommentedMap:
    entry = CommentedMap(name=one.name, label=one.label, type=one.type.value)
    entry.update(_settings(one))
    if one.default != _held(one, graph):
        entry["default"] = one.default
    if one.choices:
        entry["choices"] = _list([choice.value for choice in one.choices])
    entry["bind"] = _list(one.bind)
    return entry


def _held(one: Parameter, graph: Graph) -> Any:
    """The value in the template, which is the default where the file names none."""
    values = [bound_value(graph, binding) for binding in one.bind]
    return "x".join(map(str, values)) if one.type is ParameterType.RESOLUTION else values[0]


def _settings(one: Parameter) -> dict[str, Any]:
    """The keys that say something: empty ones are left out."""
    found: dict[str, Any] = {}
    for key in _PLAIN_KEYS:
        if key != "label" and getattr(one, key):
            found[key] = getattr(one, key)
    for key in _NUMBER_KEYS:
        value = getattr(one, key)
        if value is not None:
            found[key] = int(value) if one.type is ParameterType.INT and float(value).is_integer() else value
    if one.advanced:
        found["advanced"] = True
    return found


def _merge_parameters(root: CommentedMap, draft: FormDraft) -> None:
    """Ticked fields that the file has are changed in place, new ones are added, unticked ones go."""
    old = root.get("parameters")
    listed = old if isinstance(old, CommentedSeq) else CommentedSeq()
    by_bind = {str(binding): entry for entry in listed for binding in _bindings(entry)}
    wanted: list[Any] = []
    for field in draft.fields:
        entry = by_bind.get(field.parameter.bind[0])
        if entry is not None and not field.is_chosen:
            listed.remove(entry)
        elif entry is not None:
            _change(entry, field.parameter, draft.graph)
            wanted.append(entry)
        elif field.is_chosen:
            made = _parameter(field.parameter, draft.graph)
            listed.append(made)
            wanted.append(made)
    _reorder(listed, wanted)
    if listed and old is not listed:
        root["parameters"] = listed
    elif not listed:
        root.pop("parameters", None)


def _reorder(listed: CommentedSeq, wanted: list[Any]) -> None:
    """The draft's order; entries that the draft does not know keep their places."""
    places = [n for n, entry in enumerate(listed) if any(entry is one for one in wanted)]
    for place, entry in zip(places, wanted, strict=True):
        if listed[place] is not entry:
            listed[place] = entry


def _bindings(entry: Any) -> list[Any]:
    bind = entry.get("bind") if isinstance(entry, Mapping) else None
    return list(bind) if isinstance(bind, list) else []


def _change(entry: CommentedMap, one: Parameter, graph: Graph) -> None:
    wanted = {"name": one.name, "label": one.label, **_settings(one)}
    if "default" in entry or one.default != _held(one, graph):
        wanted["default"] = one.default
    for key in (*_PLAIN_KEYS, *_NUMBER_KEYS, "advanced"):
        if key not in wanted and key in entry and key not in _HAND_MADE:
            del entry[key]
    for key, value in wanted.items():
        if entry.get(key) != value:
            entry[key] = value


def _list(values: Any) -> CommentedSeq:
    made = CommentedSeq(_quoted_if_odd(value) for value in values)
    made.fa.set_flow_style()
    return made


def _quoted_if_odd(value: Any) -> Any:
    """A text such as “?.0” means something else to YAML when it stands bare in a list."""
    if not isinstance(value, str) or _BARE.fullmatch(value):
        return value
    return DoubleQuotedScalarString(value) if _LINE_ENDS.search(value) else SingleQuotedScalarString(value)


def _flow(**values: Any) -> CommentedMap:
    made = CommentedMap(values)
    made.fa.set_flow_style()
    return made


class _Representer(RoundTripRepresenter):
    """Escapes what YAML would read as ends of lines."""


def _represented(representer: RoundTripRepresenter, text: str) -> ScalarNode:
    style = '"' if _LINE_ENDS.search(text) else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Representer.add_representer(str, _represented)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Representer = _Representer
    yaml.width = 110
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.preserve_quotes = True
    return yaml


def _dumped(yaml: YAML, root: CommentedMap) -> str:
    text = io.StringIO()
    yaml.dump(root, text)
    return text.getvalue()


def _unwritable(folder: Path, error: OSError) -> WorkflowInvalid:
    return WorkflowInvalid(
        "The workflow cannot be saved.",
        f"{folder}: {error.strerror or error}.",
        "Check the rights of the folder and the space on its disk.",
    )
