"""The prompt table as an item model: the files of the grid in its order, their texts, and how each stands."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_modes import AutoState
from vqdesk.domain.prompt_plan import is_prompt_text
from vqdesk.domain.prompt_rows import Rows, typed_cell
from vqdesk.ui.workspace.form.editors import digits
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel, MediaRole
from vqdesk.ui.workspace.prompts.auto_cells import AutoCells

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PICTURE = 0
FIRST_VALUE = 1


class CellRole(IntEnum):
    """What the delegate asks for, beside the usual roles."""

    ITEM = Qt.ItemDataRole.UserRole
    IS_OWN = Qt.ItemDataRole.UserRole + 1  # False: the form's value counts
    WRONG = Qt.ItemDataRole.UserRole + 2  # what is wrong with it, in words
    STATE = Qt.ItemDataRole.UserRole + 3  # AutoState of the row
    PARAMETER = Qt.ItemDataRole.UserRole + 4
    GLYPH = Qt.ItemDataRole.UserRole + 5  # the status whose shape stands before the state
    HAS_AGAIN = Qt.ItemDataRole.UserRole + 6  # whether the state offers to have the row written again


class PromptTableModel(QAbstractTableModel):
    """First the picture, then a column for each parameter, last the state. `edited` asks for a cell's value."""

    edited = Signal(str, str, object)  # card, parameter, value or None

    def __init__(self, media: MediaModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = media
        self._columns: Sequence[Parameter] = ()
        self._rows: Rows = {}
        self._form: Mapping[str, Any] = {}
        self._wrong: Mapping[tuple[str, str], str] = {}
        self._auto: AutoCells | None = None
        self._follow()

    @property
    def parameters(self) -> Sequence[Parameter]:
        """The parameters of the columns between picture and state."""
        return self._columns

    @property
    def cards(self) -> tuple[str, ...]:
        """The inputs in order."""
        return self._media.paths

    @property
    def form(self) -> Mapping[str, Any]:
        """What counts where a cell has no value of its own."""
        return self._form

    def show_columns(self, columns: Sequence[Parameter], form: Mapping[str, Any]) -> None:
        """Other parameters, or another form below them."""
        known = {column.name: form.get(column.name, column.default) for column in columns}
        if tuple(columns) != tuple(self._columns):
            self.beginResetModel()
            self._columns, self._form = tuple(columns), known
            self.endResetModel()
        elif known != self._form:
            self._form = known
            self._refresh()

    def show_rows(self, rows: Rows, wrong: Mapping[tuple[str, str], str]) -> None:
        """Other values, or other faults of theirs."""
        if rows is not self._rows or wrong != self._wrong:
            self._rows, self._wrong = rows, wrong
            self._refresh()

    def show_auto(self, cells: AutoCells | None) -> None:
        """What language models write, or None where they do not; only rows that look otherwise are told."""
        before, self._auto = self._auto, cells
        if before is None or cells is None:
            if before is not cells:
                self._refresh()
            return
        for row, card in enumerate(self.cards):
            if cells.differs(before, card):
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def parameter_at(self, column: int) -> Parameter | None:
        """The parameter of a column; None for picture and state."""
        at = column - FIRST_VALUE
        return self._columns[at] if 0 <= at < len(self._columns) else None

    def item_at(self, row: int) -> MediaItem:
        """The file of a row."""
        found: MediaItem = self._media.data(self._media.index(row), MediaRole.ITEM)
        return found

    def card_at(self, row: int) -> str:
        """The input of a row."""
        return self.item_at(row).path

    def cell(self, name: str, parameter: str) -> QModelIndex:
        """Where a cell is; invalid when it is not shown."""
        at = self._media.index_of(name)
        names = [column.name for column in self._columns]
        return self.index(at.row(), FIRST_VALUE + names.index(parameter)) if parameter in names else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of inputs."""
        return 0 if parent.isValid() else self._media.rowCount()

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Picture, parameters, state."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Values can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.parameter_at(index.column()) else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        parameter = self.parameter_at(section)
        if parameter is not None:
            return parameter.label
        return self.tr("Image") if section == PICTURE else self.tr("State")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and what the delegate asks for."""
        if not index.isValid() or index.row() >= self._media.rowCount():
            return None
        item = self.item_at(index.row())
        parameter = self.parameter_at(index.column())
        if role == CellRole.ITEM:
            return item
        if role == CellRole.STATE:
            return self._auto.state(item.path) if self._auto is not None else self._state(item.path)
        if parameter is None:
            return self._side(index, item, role)
        return self._value(item.path, parameter, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for another value; an empty one gives the cell back to the form."""
        parameter = self.parameter_at(index.column())
        if parameter is None or role != Qt.ItemDataRole.EditRole:
            return False
        card, text = self.card_at(index.row()), str(value)
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self.edited.emit(card, parameter.name, typed_cell(parameter, text))
        return True

    def _side(self, index: Index, item: MediaItem, role: int) -> Any:
        if index.column() == PICTURE:
            names = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return item.name if role in names else self._media.data(self._media.index(index.row()), role)
        glyph, words = self._state_shown(item.path)
        if role == CellRole.GLYPH:
            return glyph
        if role == CellRole.HAS_AGAIN:
            return self._auto is not None and self._auto.has_again(item.path)
        if role == Qt.ItemDataRole.ToolTipRole and self._auto is not None:
            return self._auto.tip(item.path) or words
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def _value(self, card: str, parameter: Parameter, role: int) -> Any:
        own = self._rows.get(card, {}).get(parameter.name)
        if own is None and self._auto is not None:
            own = self._auto.text(card, parameter.name) or None
        if role == CellRole.IS_OWN:
            return own is not None
        if role == CellRole.WRONG:
            return self._wrong_words(card, parameter)
        if role == CellRole.PARAMETER:
            return parameter
        if role == Qt.ItemDataRole.EditRole:
            return "" if own is None else shown_cell(own)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_cell(self._form.get(parameter.name, "") if own is None else own)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._wrong_words(card, parameter) or shown_cell(own or "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = shown_cell(self._form.get(parameter.name, "") if own is None else own)
            return self.tr("{0}: {1}").format(parameter.label, shown or self.tr("empty"))
        return None

    def _wrong_words(self, card: str, parameter: Parameter) -> str:
        why = self._auto.wrong(card, parameter.name) if self._auto is not None else ""
        return why or self._wrong.get((card, parameter.name), "")

    def _state(self, card: str) -> AutoState:
        own = self._rows.get(card, {})
        texts = [column.name for column in self._columns if is_prompt_text(column)]
        has_all = all(own.get(name) for name in texts) if texts else bool(own)
        return AutoState.READY if has_all else AutoState.EMPTY

    def _state_shown(self, card: str) -> tuple[str, str]:
        """The shape of the state, and its words."""
        if self._auto is not None:
            return self._auto.glyph(card), self._auto.words(card)
        if any((card, column.name) in self._wrong for column in self._columns):
            return "failed", self.tr("Look here")
        own = self._rows.get(card, {})
        if not any(column.name in own for column in self._columns):
            return "waiting", self.tr("From form")
        is_ready = self._state(card) is AutoState.READY
        return ("done", self.tr("Own")) if is_ready else ("waiting", self.tr("In part"))

    def _refresh(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _follow(self) -> None:
        media = self._media
        media.modelAboutToBeReset.connect(self.beginResetModel)
        media.modelReset.connect(self.endResetModel)
        media.rowsAboutToBeInserted.connect(lambda _, first, last: self.beginInsertRows(_ROOT, first, last))
        media.rowsInserted.connect(self.endInsertRows)
        media.rowsAboutToBeRemoved.connect(lambda _, first, last: self.beginRemoveRows(_ROOT, first, last))
        media.rowsRemoved.connect(self.endRemoveRows)
        media.layoutAboutToBeChanged.connect(self.beginResetModel)
        media.layoutChanged.connect(self.endResetModel)
        media.dataChanged.connect(
            lambda first, last: self.dataChanged.emit(self.index(first.row(), 0), self.index(last.row(), 0))
        )


def shown_cell(value: Any) -> str:
    """A value as it stands in a cell and goes to a spreadsheet."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return digits(value)
