"""What cells and states of the table say where texts are written by language models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.auto_rows import NOTHING, AutoRow, AutoRows, auto_state, shown_text
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.domain.prompt_rows import Rows


@dataclass(frozen=True, slots=True)
class RowNote:
    """What happens to a row now, or happened to it: shape and word in place of the state's, and more words.

    `wrong` stands in the first cell that lacks a text.
    """

    glyph: str = ""
    word: str = ""
    more: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class AutoCells:
    """`names` are the parameters that take written texts; notes are by input."""

    rows: Rows = field(default_factory=dict)
    auto: AutoRows = field(default_factory=dict)
    names: Sequence[str] = ()
    notes: Mapping[str, RowNote] = field(default_factory=dict)

    def text(self, card: str, name: str) -> str:
        """What language models wrote for this cell, where the user wrote nothing."""
        return shown_text({}, self.auto, card, name)

    def state(self, card: str) -> AutoState:
        """How far the input is."""
        return auto_state(self.rows, self.auto, card, self.names)

    def wrong(self, card: str, name: str) -> str:
        """Why there is no text, in the first cell that lacks it."""
        note = self.notes.get(card)
        if note is None or not note.wrong:
            return ""
        lacking = (one for one in self.names if not shown_text(self.rows, self.auto, card, one))
        return note.wrong if name == next(lacking, "") else ""

    def has_again(self, card: str) -> bool:
        """Whether there is something to write again: a text or a failure, and nothing is under way."""
        note = self.notes.get(card)
        is_idle = note is None or not note.word or bool(note.wrong)
        return is_idle and (bool(note and note.wrong) or self.state(card) in (AutoState.WRITTEN, AutoState.READY))

    def glyph(self, card: str) -> str:
        """The shape before the state's word."""
        if (note := self.notes.get(card)) and note.glyph:
            return note.glyph
        return "done" if self.state(card) is AutoState.READY else "waiting"

    def words(self, card: str) -> str:
        """The state's word, and below it what is to be known about it."""
        note, state, row = self.notes.get(card), self.state(card), self.auto.get(card, NOTHING)
        lines = [note.word if note and note.word else _word(state)]
        if len(row.drafts) > 1:
            lines.append(_tr("{0} of {1}").format(letter(row.chosen), len(row.drafts)))
        if note and note.more and not note.word:
            lines.append(_tr("look at it"))
        elif state is AutoState.WRITTEN and len(lines) == 1 and not note:
            lines.append(_tr("not applied"))
        return "\n".join(lines)

    def tip(self, card: str) -> str:
        """More about the state."""
        note = self.notes.get(card)
        return note.more if note else ""

    def differs(self, other: "AutoCells", card: str) -> bool:
        """Whether the row of this input looks otherwise there."""
        return self._seen(card) != other._seen(card)

    def _seen(self, card: str) -> tuple[AutoRow | None, RowNote | None, Sequence[str]]:
        return self.auto.get(card), self.notes.get(card), self.names


def letter(at: int) -> str:
    """The name of a draft: A, B …"""
    return chr(ord("A") + at)


def _word(state: AutoState) -> str:
    return {
        AutoState.EMPTY: _tr("No text"),
        AutoState.CAPTIONED: _tr("Captioned"),
        AutoState.WRITTEN: _tr("Written"),
        AutoState.READY: _tr("Ready"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AutoCells", text)
