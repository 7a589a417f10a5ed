"""Lists of prompt texts from and to files. Blocking: call it in a pool."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vqdesk.domain.errors import InputUnusable, OutputUnwritable
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_lists import Pairing, pair, read_list, read_variations, texts_of_sidecar, to_csv, to_json
from vqdesk.domain.prompt_rows import Rows

_LARGEST = 20_000_000  # bytes
_LARGEST_SIDECAR = 200_000  # bytes


def read_list_file(path: Path, cards: Sequence[str], columns: Sequence[Parameter]) -> Pairing:
    """What a CSV, TSV or JSON file gives to these cards. Raises InputUnusable with the line that is wrong."""
    return pair(read_list(_text_of(path, _LARGEST), path.name, columns), cards)


def texts_beside(cards: Sequence[str], columns: Sequence[Parameter]) -> Pairing:
    """Texts from `<name>.txt` beside each image; notes name those that cannot be read."""
    rows, notes = {}, []
    for card in cards:
        path = Path(card).with_suffix(".txt")
        if not path.is_file():
            continue
        try:
            own = texts_of_sidecar(_text_of(path, _LARGEST_SIDECAR), columns)
        except (InputUnusable, OSError) as error:
            notes.append(
                error.problem.sentence() if isinstance(error, InputUnusable) else f"{path.name}: {error}."
            )
            continue
        if own:
            rows[card] = own
    return Pairing(rows, tuple(notes))


def read_variations_file(path: Path, columns: Sequence[Parameter]) -> tuple[Mapping[str, Any], ...]:
    """Texts to be run with every input: one a line, or a JSON list. Raises InputUnusable."""
    found = tuple(read_variations(_text_of(path, _LARGEST), path.name, columns))
    if not found:
        raise InputUnusable(f"{path.name} holds no texts.", "It is empty.", "Write one text on each line.")
    return found


def write_list_file(path: Path, cards: Sequence[str], columns: Sequence[Parameter], rows: Rows) -> None:
    """JSON for a name that ends so, else CSV, which spreadsheets open. Raises OutputUnwritable."""
    is_json = path.suffix.lower() == ".json"
    text = to_json(cards, columns, rows) if is_json else "\ufeff" + to_csv(cards, columns, rows)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        cause = f"{error.strerror or error}."
        raise OutputUnwritable(f"{path.name} cannot be written.", cause, "Choose another place.") from error


def _text_of(path: Path, largest: int) -> str:
    try:
        if path.stat().st_size > largest:
            raise InputUnusable(
                f"{path.name} cannot be used.", "It is too large for texts.", "Choose another file."
            )
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        cause = f"It is not UTF-8 text: byte {error.start} is wrong."
        raise InputUnusable(f"{path.name} cannot be read.", cause, "Save it as UTF-8.") from error
    except OSError as error:
        cause = f"{error.strerror or error}."
        raise InputUnusable(f"{path.name} cannot be read.", cause, "Check the file.") from error
