"""Lists of prompt texts: CSV and JSON files, spreadsheets on the clipboard, and text files beside images."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.parameters import Parameter, ParameterType, similar_names
from vqdesk.domain.prompt_rows import Rows, typed_cell

FILE_COLUMN: Final = "file"
_FILE_NAMES: Final = frozenset({"file", "filename", "file_name", "image", "path", "name"})
_TEXT_NAMES: Final = frozenset({"text", "prompt", "caption", "positive", "positive_prompt"})
_BREAK: Final = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ListedPrompt:
    """One entry of a list: which file it names, and values by parameter. `line` counts from 1."""

    file: str
    values: Mapping[str, Any]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a list gives to the cards at hand; `notes` say in words what found no card, or more than one."""

    rows: Rows
    notes: tuple[str, ...] = ()


def read_list(text: str, name: str, columns: Sequence[Parameter]) -> list[ListedPrompt]:
    """Reads a CSV, TSV or JSON list called `name`. Raises InputUnusable with the line that is wrong."""
    body = text.removeprefix("\ufeff")
    if name.lower().endswith(".json") or body.lstrip()[:1] in ("{", "["):
        return _from_json(body, name, columns)
    return _from_csv(body, name, columns)


def read_table(text: str) -> list[list[str]]:
    """Cells of a spreadsheet on the clipboard: tabs and lines, cells with quotes may hold both."""
    lines = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    return lines


def write_table(table: Iterable[Sequence[str]]) -> str:
    """What `read_table` and a spreadsheet read."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(table)
    return out.getvalue()


def to_csv(cards: Sequence[str], columns: Sequence[Parameter], rows: Rows) -> str:
    """One line a card; empty where the form's value counts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([FILE_COLUMN, *(column.name for column in columns)])
    for card in cards:
        own = rows.get(card, {})
        writer.writerow([card, *(str(own.get(column.name, "")) for column in columns)])
    return out.getvalue()


def to_json(cards: Sequence[str], columns: Sequence[Parameter], rows: Rows) -> str:
    """The document that `submit --per-file` takes."""
    names = [column.name for column in columns]
    own = {
        card: {name: rows[card][name] for name in names if name in rows[card]} for card in cards if card in rows
    }
    return json.dumps(own, ensure_ascii=False, indent=2) + "\n"


def texts_of_sidecar(text: str, columns: Sequence[Parameter]) -> dict[str, str]:
    """The texts of a file beside an image: one, or one for each clip with a line of dashes between them."""
    parts = [part.strip() for part in _BREAK.split(text.removeprefix("\ufeff"))]
    return {column.name: part for column, part in zip(columns, parts, strict=False) if part}


def read_variations(text: str, name: str, columns: Sequence[Parameter]) -> list[dict[str, Any]]:
    """Texts to be run with every input: one a line, or a JSON list. Raises InputUnusable."""
    body = text.removeprefix("\ufeff")
    texts = [column for column in columns if column.type is ParameterType.TEXT]
    if not name.lower().endswith(".json"):
        return [{texts[0].name: line.strip()} for line in body.splitlines() if line.strip()] if texts else []
    raw = _loaded(body, name)
    if not isinstance(raw, list):
        raise InputUnusable(f"{name} holds no list of texts.", "It is not a JSON list.", 'Use ["…", "…"].')
    return [_values(item, f"{name}, entry {at}", columns) for at, item in enumerate(raw, 1)]


def pair(entries: Sequence[ListedPrompt], cards: Sequence[str]) -> Pairing:
    """By whole path, else by file name, else by name without ending; never by order."""
    rows: dict[str, dict[str, Any]] = {}
    notes: list[str] = []
    by_key: dict[str, list[str]] = {}
    for card in cards:
        for key in _keys(card):
            by_key.setdefault(key, []).append(card)
    for entry in entries:
        found = next((by_key[key] for key in _keys(entry.file) if key in by_key), [])
        where = f"Line {entry.line}: " if entry.line else ""
        if not found:
            notes.append(f"{where}no image here is called “{entry.file}”.")
        elif len(found) > 1:
            notes.append(f"{where}{len(found)} images are called “{entry.file}”; give the whole path.")
        else:
            rows.setdefault(found[0], {}).update(entry.values)
    return Pairing(rows, tuple(notes))


def _keys(path: str) -> tuple[str, str, str]:
    name = re.split(r"[\\/]", path.rstrip("\\/"))[-1].casefold()
    stem, dot, _ = name.rpartition(".")
    return f"path:{path}", f"name:{name}", f"stem:{stem if dot and stem else name}"


def _from_csv(text: str, name: str, columns: Sequence[Parameter]) -> list[ListedPrompt]:
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        lines += [(reader.line_num, line) for line in reader if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise InputUnusable(
            f"{name} cannot be read as a list.", f"Line {reader.line_num}: {error}.", "Correct the line."
        ) from error
    if not lines:
        return []
    head = [cell.strip().casefold() for cell in lines[0][1]]
    if _FILE_NAMES.isdisjoint(head):
        names: list[Parameter | None] = list(columns)
        return [_entry(line, 0, [None, *names], number) for number, line in lines]
    at = next(place for place, word in enumerate(head) if word in _FILE_NAMES)
    meant = [None if place == at else _column(lines[0][1][place], name, columns) for place in range(len(head))]
    return [_entry(line, at, meant, number) for number, line in lines[1:]]


def _entry(line: Sequence[str], file_at: int, columns: Sequence[Parameter | None], number: int) -> ListedPrompt:
    values = {
        column.name: value
        for column, cell in zip(columns, line, strict=False)
        if column is not None and (value := typed_cell(column, cell)) is not None
    }
    return ListedPrompt(line[file_at].strip() if file_at < len(line) else "", values, number)


def _column(word: str, name: str, columns: Sequence[Parameter]) -> Parameter:
    wanted = word.strip().casefold()
    for column in columns:
        if wanted in (column.name.casefold(), column.label.casefold()):
            return column
    texts = [column for column in columns if column.type is ParameterType.TEXT]
    if wanted in _TEXT_NAMES and texts:
        return texts[0]
    raise InputUnusable(
        f"{name} has a column “{word.strip()}” that this workflow does not know.",
        "Line 1 names the columns.",
        similar_names(word.strip(), [column.name for column in columns], "Its parameters are"),
    )


def _from_json(text: str, name: str, columns: Sequence[Parameter]) -> list[ListedPrompt]:
    raw = _loaded(text, name)
    if isinstance(raw, dict) and isinstance(raw.get("images"), list):
        raw = raw["images"]
    if isinstance(raw, dict):
        return [ListedPrompt(file, _values(value, f"{name}, “{file}”", columns)) for file, value in raw.items()]
    if isinstance(raw, list):
        return [_from_item(item, f"{name}, entry {at}", columns) for at, item in enumerate(raw, 1)]
    raise InputUnusable(f"{name} is not a list of prompts.", "It holds a single value.", "Use file → text.")


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputUnusable(f"{name} cannot be read as a list.", f"{error}.", "Correct the file.") from error


def _from_item(item: Any, where: str, columns: Sequence[Parameter]) -> ListedPrompt:
    file = (
        next((item[key] for key in item if key.casefold() in _FILE_NAMES), None)
        if isinstance(item, dict)
        else None
    )
    if not isinstance(file, str):
        raise InputUnusable(f"{where} names no file.", "It has no “file”.", "Add one to each entry.")
    rest = {key: value for key, value in item.items() if key.casefold() not in _FILE_NAMES}
    return ListedPrompt(file, _values(rest, where, columns))


def _values(raw: Any, where: str, columns: Sequence[Parameter]) -> dict[str, Any]:
    texts = [column for column in columns if column.type is ParameterType.TEXT]
    if isinstance(raw, str | list):
        parts = [raw] if isinstance(raw, str) else raw
        return {column.name: part for column, part in zip(texts, parts, strict=False) if isinstance(part, str)}
    if not isinstance(raw, dict):
        raise InputUnusable(f"{where} has no text.", f"It holds {raw!r}.", "Give a text, or parameter → value.")
    return {_column(key, where, columns).name: value for key, value in raw.items() if _is_plain(value)}


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool)
