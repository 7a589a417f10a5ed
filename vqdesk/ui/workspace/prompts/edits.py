"""What the user does to the values of the table, each step of it to be undone and done again."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

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
    """Holds the rows that the table shows. `changed` after each step of the user, never after `show_rows`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = {}
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_MOST_STEPS)

    def show_rows(self, rows: Rows) -> None:
        """Those of another workspace, or of another mode: what was done here before cannot be undone there."""
        if rows is not self.rows:
            self.rows = rows
            self.stack.clear()

    def set_cells(self, cells: Sequence[tuple[str, str, Any]], words: str) -> None:
        """Other values, each (card, parameter, value or None); `words` name the step."""
        self.take(with_cells(self.rows, cells), words)

    def fill_down(self, cards: Sequence[str], names: Sequence[str], form: Mapping[str, Any]) -> None:
        """The values of the first card in all the others."""
        rows = self.rows
        for name in names:
            rows = filled_down(rows, cards, name, form.get(name))
        self.take(rows, self.tr("fill down"))

    def clear(self, cards: Sequence[str], names: Sequence[str]) -> None:
        """The form's values count again."""
        self.set_cells([(card, name, None) for card in cards for name in names], self.tr("clear"))

    def surround(
        self, cards: Sequence[str], names: Sequence[str], form: Mapping[str, Any], around: tuple[str, str]
    ) -> None:
        """Texts with a beginning and an end in addition."""
        rows = self.rows
        for name in names:
            rows = with_affixes(rows, cards, name, str(form.get(name, "")), around)
        self.take(rows, self.tr("add to texts"))

    def replace(self, cards: Sequence[str], names: Sequence[str], find: str, by: str, match_case: bool) -> int:
        """Words in own texts; how many places that were."""
        rows, places = replaced(self.rows, cards, names, replacer(find, by, match_case=match_case))
        if places:
            self.take(rows, self.tr("replace"))
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
        lines = (
            [shown_cell(self.rows.get(card, {}).get(one.name, form.get(one.name, ""))) for one in columns]
            for card in cards
        )
        return write_table(lines)

    def merge(self, found: Rows, words: str) -> None:
        """Values that come from files, beside those that are here."""
        cells = [(card, name, value) for card, row in found.items() for name, value in row.items()]
        self.set_cells(cells, words)

    def take(self, rows: Rows, words: str) -> None:
        """One step."""
        if rows != self.rows:
            self.stack.push(_Step(self, rows, words))

    def put(self, rows: Rows) -> None:
        """Rows of a step that is done or undone."""
        self.rows = rows
        self.changed.emit()


class _Step(QUndoCommand):
    """Rows are never changed in place, so both sides cost little."""

    def __init__(self, edits: RowEdits, after: Rows, words: str) -> None:
        super().__init__(words)
        self._edits = edits
        self._before = edits.rows
        self._after = after

    def redo(self) -> None:
        """To the new rows."""
        self._edits.put(self._after)

    def undo(self) -> None:
        """Back to the old ones."""
        self._edits.put(self._before)
