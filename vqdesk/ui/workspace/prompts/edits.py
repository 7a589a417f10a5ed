"""What the user does to the values of the table, each step of it to be undone and done again."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vqdesk.domain.auto_rows import AutoRow, AutoRows, cleared, shown_text
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_lists import read_table, write_table
from vqdesk.domain.prompt_rows import (
    Rows,
    filled_down,
    pasted,
    replaced,
    replacer,
    with_affixes,
    with_cells,
)
from vqdesk.ui.workspace.prompts.model import shown_cell

_MOST_STEPS = 200


class RowEdits(QObject):
    """Holds the rows that the table shows, and what language models wrote for them.

    `changed` after each step of the user and after `receive`, never after `show_rows`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = {}
        self.auto: AutoRows = {}
        self._uses_auto = False
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_MOST_STEPS)

    def show_rows(self, rows: Rows, auto: AutoRows, uses_auto: bool) -> None:
        """Those of another workspace, or of another mode: what was done here before cannot be undone there.

        `uses_auto`: what language models wrote is seen in the cells, so that every step takes it for their text.
        """
        if rows is not self.rows:
            self.rows = rows
            self.stack.clear()
        self.auto, self._uses_auto = auto, uses_auto

    def set_cells(self, cells: Sequence[tuple[str, str, Any]], words: str) -> None:
        """Other values, each (card, parameter, value or None); `words` name the step."""
        self.take(with_cells(self.rows, cells), words)

    def fill_down(self, cards: Sequence[str], names: Sequence[str], form: Mapping[str, Any]) -> None:
        """The values of the first card in all the others."""
        rows = self._seen(cards, names)
        for name in names:
            rows = filled_down(rows, cards, name, form.get(name))
        self.take(rows, self.tr("fill down"))

    def clear(self, cards: Sequence[str], names: Sequence[str]) -> None:
        """The form's values count again, and what was written for these cells goes too."""
        rows = with_cells(self.rows, [(card, name, None) for card in cards for name in names])
        auto = cleared(self.auto, cards, names) if self._uses_auto else self.auto
        self.take(rows, self.tr("clear"), auto)

    def receive(self, written: AutoRows) -> None:
        """What came from language models; no step of the user, so there is nothing to undo."""
        self.put(self.rows, written)

    def surround(
        self, cards: Sequence[str], names: Sequence[str], form: Mapping[str, Any], around: tuple[str, str]
    ) -> None:
        """Texts with a beginning and an end in addition."""
        rows = self._seen(cards, names)
        for name in names:
            rows = with_affixes(rows, cards, name, str(form.get(name, "")), around)
        self.take(rows, self.tr("add to texts"))

    def replace(self, cards: Sequence[str], names: Sequence[str], find: str, by: str, match_case: bool) -> int:
        """Words in own texts; how many places that were."""
        seen = self._seen(cards, names)
        rows, places = replaced(seen, cards, names, replacer(find, by, match_case=match_case))
        cells = [(card, name) for card in cards if card in rows for name in names if name in rows[card]]
        changed = [(card, name, rows[card][name]) for card, name in cells if rows[card][name] != seen[card][name]]
        if places:
            self.set_cells(changed, self.tr("replace"))
        return places

    def paste(self, text: str, cards: Sequence[str], columns: Sequence[Parameter]) -> int:
        """A table from the clipboard; a single cell goes into all. How many cells found no place."""
        table = read_table(text)
        if not table:
            return 0
        if len(table) == 1 and len(table[0]) == 1:
            table = [table[0] * len(columns)] * len(cards)
        rows, lost = pasted(self.rows, cards, columns, table)
        self.take(rows, self.tr("paste"))
        return lost

    def copied(self, cards: Sequence[str], columns: Sequence[Parameter], form: Mapping[str, Any]) -> str:
        """What a spreadsheet takes: what counts in these cells."""
        rows = self._seen(cards, [one.name for one in columns])
        lines = (
            [shown_cell(rows.get(card, {}).get(one.name, form.get(one.name, ""))) for one in columns]
            for card in cards
        )
        return write_table(lines)

    def merge(self, found: Rows, words: str) -> None:
        """Values that come from files, beside those that are here."""
        cells = [(card, name, value) for card, row in found.items() for name, value in row.items()]
        self.set_cells(cells, words)

    def take(self, rows: Rows, words: str, auto: AutoRows | None = None) -> None:
        """One step."""
        written = {} if auto is None else _changes(self.auto, auto)
        if rows != self.rows or written:
            self.stack.push(_Step(self, rows, written, words))

    def _seen(self, cards: Sequence[str], names: Sequence[str]) -> Rows:
        """The rows with the texts that are seen in these cells."""
        if not self._uses_auto:
            return self.rows
        cells = [(card, name, shown_text(self.rows, self.auto, card, name)) for card in cards for name in names]
        open_cells = [cell for cell in cells if cell[2] and self.rows.get(cell[0], {}).get(cell[1]) is None]
        return with_cells(self.rows, open_cells)

    def put(self, rows: Rows, written: Mapping[str, AutoRow | None]) -> None:
        """Rows of a step that is done or undone, and the written texts that it changes; None for none."""
        self.rows = rows
        merged = {**self.auto, **written}
        self.auto = {card: row for card, row in merged.items() if row is not None}
        self.changed.emit()


class _Step(QUndoCommand):
    """Rows are never changed in place, so both sides cost little.

    Of the written texts it knows only those that it changes: others may come in between.
    """

    def __init__(self, edits: RowEdits, after: Rows, written: Mapping[str, AutoRow | None], words: str) -> None:
        super().__init__(words)
        self._edits = edits
        self._before = edits.rows
        self._after = after
        self._unwritten = {card: edits.auto.get(card) for card in written}
        self._written = written

    def redo(self) -> None:
        """To the new rows."""
        self._edits.put(self._after, self._written)

    def undo(self) -> None:
        """Back to the old ones."""
        self._edits.put(self._before, self._unwritten)


def _changes(before: AutoRows, after: AutoRows) -> dict[str, AutoRow | None]:
    return {card: after.get(card) for card in {**before, **after} if before.get(card) != after.get(card)}
