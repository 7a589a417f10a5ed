"""What language models have written for the inputs of a workspace, and what the user makes of it.

Written texts are drafts: they stand in the table beside the rows of the user, and count once they are applied to
these. What the user wrote always goes before a draft, for captions too: an own caption is a cell of the row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.domain.prompt_rows import Rows, with_cells

CAPTION: Final = "auto_caption"
MOST_DRAFTS: Final = 4

CAPTION_COLUMN: Final = Parameter(CAPTION, "Caption", ParameterType.TEXT, "", (), multiline=True)
"""Stands in the table like a parameter; no workflow has it, so that no submission takes it."""


@dataclass(frozen=True, slots=True)
class AutoRow:
    """Of one input: the caption, and drafts (A, B …) of all texts by parameter; `chosen` is the shown one."""

    caption: str = ""
    drafts: tuple[Mapping[str, str], ...] = ()
    chosen: int = 0

    @property
    def draft(self) -> Mapping[str, str]:
        """The shown one."""
        return self.drafts[self.chosen] if self.chosen < len(self.drafts) else {}


AutoRows = Mapping[str, AutoRow]
NOTHING: Final = AutoRow()


def shown_text(rows: Rows, auto: AutoRows, card: str, name: str) -> str:
    """The user's own, else the draft; "" for neither, where the form's counts."""
    own = rows.get(card, {}).get(name)
    written = auto.get(card, NOTHING)
    return str(own) if own is not None else written.caption if name == CAPTION else written.draft.get(name, "")


def auto_state(rows: Rows, auto: AutoRows, card: str, names: Sequence[str]) -> AutoState:
    """How far an input is on its way; `names` are the parameters that take its texts."""
    own = rows.get(card, {})
    if names and all(own.get(name) for name in names):
        return AutoState.READY
    if names and all(shown_text(rows, auto, card, name) for name in names):
        return AutoState.WRITTEN
    return AutoState.CAPTIONED if shown_text(rows, auto, card, CAPTION) else AutoState.EMPTY


def captions_of(rows: Rows, auto: AutoRows, cards: Iterable[str]) -> dict[str, str]:
    """The captions that are there."""
    found = {card: shown_text(rows, auto, card, CAPTION) for card in cards}
    return {card: caption for card, caption in found.items() if caption}


def own_texts(rows: Rows, cards: Iterable[str], names: Sequence[str]) -> list[str]:
    """The inputs with a text of the user in one of these cells, which nothing overwrites unasked."""
    return [card for card in cards if any(rows.get(card, {}).get(name) for name in names)]


def unapplied(rows: Rows, auto: AutoRows, cards: Iterable[str], names: Sequence[str]) -> list[str]:
    """The inputs with a draft that does not count yet."""
    return [
        card
        for card in cards
        if any(auto.get(card, NOTHING).draft.get(name) and rows.get(card, {}).get(name) is None for name in names)
    ]


def applied(rows: Rows, auto: AutoRows, cards: Iterable[str], names: Sequence[str]) -> Rows:
    """Drafts into the cells that have no text of the user."""
    return with_cells(
        rows,
        [
            (card, name, text)
            for card in cards
            for name in names
            if (text := auto.get(card, NOTHING).draft.get(name)) and rows.get(card, {}).get(name) is None
        ],
    )


def cleared(auto: AutoRows, cards: Iterable[str], names: Sequence[str]) -> AutoRows:
    """Without the drafts of these cells; the caption is one of them."""
    left = dict(auto)
    for card in cards:
        row = left.pop(card, NOTHING)
        drafts = [{name: text for name, text in one.items() if name not in names} for one in row.drafts]
        kept = tuple(one for one in drafts if one)
        fewer = AutoRow("" if CAPTION in names else row.caption, kept, min(row.chosen, max(0, len(kept) - 1)))
        if fewer != NOTHING:
            left[card] = fewer
    return left


def chosen(rows: Rows, auto: AutoRows, card: str, at: int) -> tuple[Rows, AutoRows]:
    """Another draft is the shown one, and takes the place of what was applied or written by hand."""
    row = replace(auto.get(card, NOTHING), chosen=at)
    own = rows.get(card, {})
    cells = [(card, name, text) for name, text in row.draft.items() if own.get(name) is not None]
    return with_cells(rows, cells), {**auto, card: row}


def received(row: AutoRow, caption: str, texts: Mapping[str, str], *, is_variant: bool) -> AutoRow:
    """With what a batch has written: in the place of the shown draft, or as one more beside it."""
    row = replace(row, caption=caption or row.caption)
    if not texts or dict(texts) in [dict(one) for one in row.drafts]:
        return row
    drafts = list(row.drafts)
    if is_variant and len(drafts) < MOST_DRAFTS:
        drafts.append(texts)
    else:
        at = len(drafts) - 1 if is_variant else row.chosen
        drafts[at : at + 1] = [texts]
    return replace(row, drafts=tuple(drafts))


def auto_to_raw(auto: AutoRows) -> dict[str, Any]:
    """What `read_auto` reads."""
    return {
        card: {"caption": row.caption, "drafts": [dict(one) for one in row.drafts], "chosen": row.chosen}
        for card, row in auto.items()
    }


def read_auto(raw: Mapping[str, Any]) -> tuple[dict[str, AutoRow], list[str]]:
    """What is right of a stored text, and the names of what is not."""
    found: dict[str, AutoRow] = {}
    lost: list[str] = []
    for card, kept in raw.items():
        row = _read_row(kept) if isinstance(kept, dict) else None
        if row is None:
            lost.append(f"written texts of {card}")
        else:
            found[card] = row
    return found, lost


def _read_row(raw: Mapping[str, Any]) -> AutoRow | None:
    caption, drafts, at = raw.get("caption", ""), raw.get("drafts", []), raw.get("chosen", 0)
    if not isinstance(caption, str) or not isinstance(drafts, list) or not isinstance(at, int):
        return None
    if not all(isinstance(one, dict) and all(isinstance(text, str) for text in one.values()) for one in drafts):
        return None
    return AutoRow(caption, tuple(drafts), at if 0 <= at < len(drafts) else 0)
