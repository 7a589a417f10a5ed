"""From a file to the workflow documents in it: JSON files, and texts embedded in pictures and clips."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.importing import is_api_graph, is_ui_document

ReadEmbedded = Callable[[Path], Mapping[str, str]]
"""Texts in a picture or clip by key in lower case; empty for other files. Raises OSError."""

MAX_JSON_BYTES: Final = 32_000_000

_SNIFFED_BYTES: Final = 64
_MAX_UNWRAPPED: Final = 3  # VideoHelperSuite wrote JSON in JSON
_LONE_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_GRAPH_KEYS: Final = ("prompt", "output")
_EXPORT_REMEDY: Final = "In ComfyUI, use “Export” or “Export (API)” and import that file."


@dataclass(frozen=True, slots=True)
class Documents:
    """What a file holds: the graph as it was run, the window's own format, or both."""

    graph: Mapping[str, Any] | None
    ui: Mapping[str, Any] | None
    kind: str


def read_source(path: Path, read_embedded: ReadEmbedded) -> Documents:
    """Raises InputUnusable when the file cannot be read or holds no workflow."""
    try:
        with path.open("rb") as file:
            start = file.read(_SNIFFED_BYTES)
        if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            found = _from_json(path)
        else:
            found = _from_texts(read_embedded(path))
    except OSError as error:
        cause = f"The system says: {error.strerror or error}."
        raise InputUnusable(f"{path.name} cannot be read.", cause, "Check its name and its rights.") from error
    if found is None:
        raise InputUnusable(
            f"{path.name} holds no workflow.",
            "It is no workflow of ComfyUI, or it was saved without one, or another program removed it.",
            _EXPORT_REMEDY,
        )
    return found


def read_text(text: str) -> Documents:
    """A workflow that was copied as text. Raises InputUnusable when it is none."""
    try:
        found = _from_document(_parsed(text)) if len(text) <= MAX_JSON_BYTES else None
    except (ValueError, RecursionError) as error:
        cause = f"It is not JSON: {error or 'it is nested too deep'}."
        raise InputUnusable("The copied text is no workflow.", cause, _EXPORT_REMEDY) from error
    if found is None:
        raise InputUnusable(
            "The copied text is no workflow.", "It has no nodes of a workflow.", "Copy all of the file's text."
        )
    return found


def _from_json(path: Path) -> Documents | None:
    size = path.stat().st_size
    if size > MAX_JSON_BYTES:
        cause = f"It has {size / 1e6:.0f} MB, and {MAX_JSON_BYTES / 1e6:.0f} MB is the limit."
        raise InputUnusable(f"{path.name} is too large for a workflow.", cause, "Import a smaller file.")
    try:
        document = _parsed(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        cause = f"It is not JSON: {error or 'it is nested too deep'}."
        raise InputUnusable(f"{path.name} cannot be read.", cause, _EXPORT_REMEDY) from error
    return _from_document(document)


def _from_document(document: Any) -> Documents | None:
    if is_ui_document(document):
        return Documents(None, document, "a workflow of ComfyUI's window")
    if is_api_graph(document):
        return Documents(document, None, "a workflow in API format")
    return _from_parts(document, "a file with a workflow in it") if isinstance(document, dict) else None


def _from_texts(texts: Mapping[str, str]) -> Documents | None:
    parts = {key: _unwrapped(texts[key]) for key in (*_GRAPH_KEYS, "workflow") if key in texts}
    found = _from_parts(parts, "the workflow embedded in the file")
    comment = _unwrapped(texts.get("comment", "")) if found is None else None
    return _from_parts(comment, "the workflow embedded in the file") if isinstance(comment, dict) else found


def _from_parts(parts: Mapping[str, Any], kind: str) -> Documents | None:
    unwrapped = {key: _unwrapped(parts[key]) for key in (*_GRAPH_KEYS, "workflow") if key in parts}
    graph = next((one for key in _GRAPH_KEYS if is_api_graph(one := unwrapped.get(key))), None)
    ui = unwrapped.get("workflow")
    ui = ui if is_ui_document(ui) else None
    return Documents(graph, ui, kind) if graph or ui else None


def _unwrapped(value: Any) -> Any:
    """The value that a text, or a text in a text, stands for; None when it is not JSON."""
    for _ in range(_MAX_UNWRAPPED):
        if not isinstance(value, str):
            break
        try:
            value = _parsed(value)
        except (ValueError, RecursionError):
            return None
    return value


def _parsed(text: str) -> Any:
    """Lenient: NaN and Infinity, which old files have, are read as null; halves of characters are replaced."""
    value = json.loads(text, parse_constant=lambda _: None)
    if _LONE_SURROGATE.search(text):
        whole = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        value = json.loads(whole)
    return value
