"""The table view: arrows, Enter, Tab and the keys of a spreadsheet."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_plan import is_prompt_text
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.prompts.delegate import CellDelegate
from vqdesk.ui.workspace.prompts.model import PICTURE, PromptTableModel

_MOST_ROWS = 4
_MOST_ROWS_COMPACT = 2
_TEXT_LETTERS = 16  # with fewer a line nobody reads a text
_VALUE_LETTERS = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Hint = QAbstractItemDelegate.EndEditHint
_Keys = QKeySequence.StandardKey
_STANDARD = {
    _Keys.Copy: "copy",
    _Keys.Paste: "paste",
    _Keys.Undo: "undo",
    _Keys.Redo: "redo",
    _Keys.Delete: "clear",
}
_CONTROL = {Qt.Key.Key_D: "fill", Qt.Key.Key_H: "find", Qt.Key.Key_Y: "redo"}


class PromptTable(QTableView):
    """`asked` names what a key asks for: copy, paste, undo, redo, clear, fill, find.

    `again_asked` carries the input that shall be written again.
    """

    asked = Signal(str)
    again_asked = Signal(str)

    def __init__(self, model: PromptTableModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = model
        self._is_compact = False
        self.setModel(model)
        delegate = CellDelegate(thumbnails, self)
        delegate.again_asked.connect(self.again_asked)
        self.setItemDelegate(delegate)
        self._set_view_up()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._fit)
        thumbnails.arrived.connect(self._take_picture)
        self.verticalScrollBar().valueChanged.connect(lambda _: thumbnails.cancel_wishes())
        follow_theme(self._retheme)

    def _take_picture(self, _key: object) -> None:
        self.viewport().update()

    @property
    def chosen_cards(self) -> list[str]:
        """The inputs with a selected cell, in order."""
        return [self._table.item_at(row).path for row in self.chosen_rows]

    @property
    def chosen_rows(self) -> list[int]:
        """Rows with a selected cell, in order."""
        ranges = self.selectionModel().selection()
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    @property
    def chosen_columns(self) -> list[Parameter]:
        """Parameters with a selected cell, in order."""
        at = {column for one in self.selectionModel().selection() for column in range(one.left(), one.right() + 1)}
        found = (self._table.parameter_at(column) for column in sorted(at))
        return [parameter for parameter in found if parameter is not None]

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Selects whole rows and shows the first."""
        selection = QItemSelection()
        last = self._table.columnCount() - 1
        for first, end in _ranges(rows):
            selection.select(self._table.index(first, PICTURE), self._table.index(end, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows and not self.isHidden():
            self.scrollTo(self._table.index(rows[0], PICTURE))

    def go(self, index: QModelIndex) -> None:
        """Makes a cell the current one and puts the keyboard there."""
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        """Fewer rows in small windows."""
        self._is_compact = compact
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The keys of a spreadsheet are ours before they are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; Tab goes to the next cell, and out of the table behind the last one."""
        asked = _asked_by(event)
        if asked:
            self.asked.emit(asked)
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._edit_here()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab while editing goes on with the next value, past pictures and states."""
        step = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}.get(hint)
        super().closeEditor(editor, hint if step is None else _Hint.NoHint)
        if step is not None and (target := self._neighbour(self.currentIndex(), step)).isValid():
            self.setCurrentIndex(target)
            self.edit(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width between the texts."""
        super().resizeEvent(event)
        self._fit()

    def _edit_here(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self._table.parameter_at(index.column()) is None:
            index = index.siblingAtColumn(PICTURE + 1)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def _neighbour(self, index: QModelIndex, step: int) -> QModelIndex:
        width = len(self._table.parameters)
        at = index.row() * width + index.column() - 1 + step
        if not 0 <= at < width * self._table.rowCount():
            return QModelIndex()
        return self._table.index(at // width, at % width + 1)

    def _set_view_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Texts of each image"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName("promptTable")

    def _retheme(self, theme: Theme) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.size.row_table)
        self.horizontalHeader().setFixedHeight(theme.size.control_small + theme.space.s)
        self.horizontalHeader().setFont(theme.font("label"))
        self._fit()

    def _fit(self) -> None:
        size = current_theme().size
        most = _MOST_ROWS_COMPACT if self._is_compact else _MOST_ROWS
        scrolls = self._table.rowCount() > most
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        is_wider = self._share_width(self.width() - (size.scrollbar if scrolls else 0))
        self.setHorizontalScrollBarPolicy(on if is_wider else off)
        rows = min(max(1, self._table.rowCount()), most)
        below = size.scrollbar if is_wider else 0
        self.setFixedHeight(self.horizontalHeader().height() + rows * size.row_table + below)

    def _share_width(self, room: int) -> bool:
        """Pictures, values and states take what they need, texts the rest. Whether all is wider than `room`."""
        theme = current_theme()
        letter = QFontMetrics(theme.font("small")).averageCharWidth()
        pad = 2 * theme.space.s
        columns = self._table.parameters
        fixed = {
            PICTURE: (theme.size.thumb_row if self._is_compact else theme.size.tile)[0] + pad,
            len(columns) + 1: letter * _VALUE_LETTERS + theme.size.icon + pad,
        }
        texts = []
        for at, column in enumerate(columns, PICTURE + 1):
            if is_prompt_text(column):
                texts.append(at)
            else:
                label = QFontMetrics(theme.font("label")).horizontalAdvance(column.label)
                fixed[at] = max(label, letter * _VALUE_LETTERS) + pad
        rest = room - sum(fixed.values())
        for at in texts:
            fixed[at] = max(letter * _TEXT_LETTERS + pad, rest // len(texts))
        for at, width in fixed.items():
            self.setColumnWidth(at, width)
        return sum(fixed.values()) > room


def _asked_by(event: QKeyEvent) -> str:
    found = next((words for keys, words in _STANDARD.items() if event.matches(keys)), "")
    if not found and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        found = _CONTROL.get(Qt.Key(event.key()), "")
    return found or ("clear" if event.key() == Qt.Key.Key_Backspace and not event.modifiers() else "")


def _is_ours(event: QKeyEvent) -> bool:
    return bool(_asked_by(event)) or event.key() == Qt.Key.Key_F2


def _ranges(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rows in order as (first, last) of those that follow one another."""
    start = None
    for at, row in enumerate(rows):
        start = row if start is None else start
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield start, row
            start = None
