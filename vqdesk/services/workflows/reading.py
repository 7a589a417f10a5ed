"""Definition and template files as text → checked values; every fault with its place."""

import difflib
import json
import math
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from vqdesk.domain.graph import structure_faults
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import similar_names
from vqdesk.services.workflows import schema
from vqdesk.services.workflows.findings import Finding, Place, Positions

MAX_FILE_BYTES: Final = 4_000_000
"""Larger files are not read as definitions or templates."""

_MAX_VALUES = 50_000  # YAML aliases can make a small file enormous
_MAX_DEPTH = 40


class Unreadable(Exception):
    """A file that is not YAML or JSON, or not of the right shape at all. `line` counts from 1, 0 is unknown."""

    def __init__(self, line: int, cause: str, remedy: str) -> None:
        super().__init__(cause)
        self.line, self.cause, self.remedy = line, cause, remedy


@dataclass(frozen=True, slots=True)
class ReadDefinition:
    """A definition file that was YAML: its model unless `findings` say why not."""

    model: schema.DefinitionFile | None
    findings: tuple[Finding, ...]
    positions: Positions


def read_definition(text: str) -> ReadDefinition:
    """Raises Unreadable when the text is not a YAML mapping."""
    try:
        root = YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        cause = f"YAML: {error.problem or error.context or 'the text cannot be read'}."
        line = min(mark.line + 1, len(text.splitlines())) if mark else 0
        raise Unreadable(line, cause, "Correct the line, or the one above it.") from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(0, f"YAML: {error}.", "Write the file as plain YAML text.") from error
    if not isinstance(root, dict):
        raise Unreadable(1, "The file holds no keys.", "Write “name: …”, “title: …” and so on, one per line.")
    positions = Positions(text)
    try:
        model = schema.DefinitionFile.model_validate(_plain(root, [0], 0))
    except ValidationError as error:
        return ReadDefinition(None, _findings(error.errors(include_url=False)), positions)
    return ReadDefinition(model, (), positions)


def read_template(text: str) -> Graph:
    """Raises Unreadable unless the text is a sound graph in API format."""
    graph = _json(text)
    if isinstance(graph, dict) and isinstance(graph.get("nodes"), list):
        raise Unreadable(0, "This is ComfyUI's window format, not its API format.", "Save it with “Export (API)”.")
    if not isinstance(graph, dict) or not graph:
        raise Unreadable(0, "The template holds no nodes.", "Save the workflow with “Export (API)” in ComfyUI.")
    for node_id, node in graph.items():
        if not _is_node(node):
            cause = f"Node “{node_id}” has no class_type or no inputs."
            raise Unreadable(_line_of(text, node_id), cause, "Every node needs “class_type” and “inputs”.")
    for node_id, sentence in structure_faults(graph):
        raise Unreadable(_line_of(text, node_id), f"Node “{node_id}”: {sentence}", "Correct the connection.")
    return graph


def _json(text: str) -> Any:
    """Like `json.loads`, but NaN, infinite numbers and keys given twice are faults. Raises Unreadable."""
    remedy = "Save the workflow again with “Export (API)” in ComfyUI."
    try:
        return json.loads(text, parse_constant=_finite, parse_float=_finite, object_pairs_hook=_unique_keys)
    except json.JSONDecodeError as error:
        raise Unreadable(error.lineno, f"JSON: {error}.", remedy) from error
    except _Refused as error:
        at = text.rfind(error.text)
        raise Unreadable(text.count("\n", 0, at) + 1 if at >= 0 else 0, f"JSON: {error}.", remedy) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(0, f"JSON: {error}.", remedy) from error


class _Refused(ValueError):
    """JSON that Python reads and a server does not; `text` is how the file says it."""

    def __init__(self, cause: str, text: str) -> None:
        super().__init__(cause)
        self.text = text


def _finite(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise _Refused(f"{word} is not a number that a server takes", word)
    return number


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for n, (key, _) in enumerate(pairs) if key in dict(pairs[:n]))
        raise _Refused(f"the key “{twice}” is there twice", f"{json.dumps(twice, ensure_ascii=False)}:")
    return found


def _is_node(node: Any) -> bool:
    return (
        isinstance(node, dict) and isinstance(node.get("class_type"), str) and isinstance(node.get("inputs"), dict)
    )


def _line_of(text: str, node_id: str) -> int:
    at = text.find(f"{json.dumps(node_id, ensure_ascii=False)}:")
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _plain(value: Any, budget: list[int], depth: int) -> Any:
    """YAML's own scalars and containers as plain Python, within limits."""
    budget[0] += 1
    if budget[0] > _MAX_VALUES or depth > _MAX_DEPTH:
        raise Unreadable(0, "The file holds too many values, or a value that holds itself.", "Remove its aliases.")
    if isinstance(value, dict):
        return {key: _plain(one, budget, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one, budget, depth + 1) for one in value]
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value


def _findings(errors: list[ErrorDetails]) -> tuple[Finding, ...]:
    """One finding per error; a misspelt key is not also reported as a missing one."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {
        (*place[:-1], name)
        for place in unknown
        for name in difflib.get_close_matches(str(place[-1]), _model_at(place[:-1]).model_fields, n=1)
    }
    return tuple(_finding(one) for one in errors if one["type"] != "missing" or one["loc"] not in meant)


def _finding(error: ErrorDetails) -> Finding:
    place: Place = error["loc"]
    key = place[-1] if place else ""
    match error["type"]:
        case "extra_forbidden":
            remedy = similar_names(str(key), _model_at(place[:-1]).model_fields, "Keys here are")
            return Finding(place, f"The key “{key}” is not known.", remedy)
        case "missing":
            return Finding(place, f"The key “{key}” is missing.", f"Add “{key}: …”.")
        case "string_pattern_mismatch":
            pattern = error.get("ctx", {}).get("pattern", "")
            return Finding(place, f"“{error['input']}” has a wrong form.", _PATTERN_REMEDIES.get(pattern, ""))
        case _:
            return Finding(place, f"{error['msg']}.", f"Found: {str(error['input'])[:80]}")


_PATTERN_REMEDIES = {
    r"^[A-Za-z0-9][A-Za-z0-9_-]*$": "Use letters, digits, “-” and “_” only.",
    r"^[^.]+\..+$": "Write it as node.input, for example “sampler.steps”.",
    r"^[^/\\]+\.json$": "Name a .json file in the same folder.",
    r"^\d{1,5}x\d{1,5}$": "Write it like 832x480.",
    r"^(>=\d+(\.\d+)*)?$": "Write it like “>=0.3.46”.",
}

_MODELS: dict[str, type[BaseModel]] = {
    "parameters": schema.ParameterFile,
    "visible_when": schema.ConditionFile,
    "choices": schema.ChoiceFile,
    "input": schema.InputFile,
    "timing": schema.TimingFile,
    "seed": schema.SeedFile,
    "stages": schema.StagesFile,
    "roles": schema.RolesFile,
    "loras": schema.LorasFile,
    "sizes": schema.SizesFile,
    "presets": schema.PresetFile,
    "on_out_of_memory": schema.OutOfMemoryFile,
    "requires": schema.RequiresFile,
}


def _model_at(place: Place) -> type[BaseModel]:
    names = [step for step in place if step in _MODELS]
    return _MODELS[str(names[-1])] if names else schema.DefinitionFile
