"""The tick list of everything that the form may have: ticked, searched, and put in order here."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.importing import DraftField
from vqdesk.ui.detail.rows import RowList, RowsModel
from vqdesk.ui.importing.drafting import Drafting
from vqdesk.ui.importing.field_delegate import FieldDelegate
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of

_ALL, _TICKED, _OFFERED = "all", "ticked", "offered"


class FieldView(RowList):
    """Space or a click on the mark ticks; Alt+Up and Alt+Down move a field."""

    tick_asked = Signal(int)
    move_asked = Signal(int, int)  # position, step
    current_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._delegate = FieldDelegate(self)
        self.setItemDelegate(self._delegate)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tells which field is looked at."""
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ticks and moves the current field."""
        row = self.currentIndex().row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.tick_asked.emit(row)
        elif row >= 0 and event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_asked.emit(row, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the mark ticks and chooses."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._delegate.tick_rect(self.visualRect(index)).contains(
            event.position().toPoint()
        ):
            self.tick_asked.emit(index.row())


class FieldList(QWidget):
    """`chosen` carries the name of the field that is looked at, "" for none."""

    chosen = Signal(str)

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._model = RowsModel(lambda one: one.parameter.name, self._speak, self)
        self.view = FieldView(self.tr("Fields of the form"))
        self.view.setModel(self._model)
        self.search = LineField(icon="search")
        self.search.setPlaceholderText(self.tr("Find a field"))
        self.search.setAccessibleName(self.tr("Find a field"))
        self.search.setAcceptDrops(False)
        parts = [
            (_ALL, self.tr("All")),
            (_TICKED, self.tr("In the form")),
            (_OFFERED, self.tr("Offered")),
        ]
        self.part = Segmented(parts, self.tr("Which fields"))
        self._nothing = Label(self.tr("No field is called so."), "small", "text.secondary")
        self._build_rows()
        self._connect()

    @property
    def names(self) -> list[str]:
        """The fields that are listed now."""
        return [self._model.row(at).parameter.name for at in range(self._model.rowCount())]

    @property
    def current(self) -> str:
        """The field that is looked at."""
        row = self.view.currentIndex().row()
        return self._model.row(row).parameter.name if 0 <= row < self._model.rowCount() else ""

    def choose(self, name: str) -> None:
        """Goes to a field."""
        at = self._model.position(name)
        if at >= 0:
            self.view.setCurrentIndex(self._model.index(at))
            self.view.scrollTo(self._model.index(at))

    def _show(self) -> None:
        self._model.set_rows([one for one in self._drafting.fields if self._is_wanted(one)])
        self._nothing.setVisible(not self._model.rowCount() and bool(self._drafting.fields))

    def _start(self) -> None:
        self.search.clear()
        self.part.set_value(_ALL)
        self._show()
        self.view.setCurrentIndex(self._model.index(0) if self._model.rowCount() else QModelIndex())
        self.chosen.emit(self.current)

    def _is_wanted(self, one: DraftField) -> bool:
        if self.part.value != _ALL and one.is_chosen != (self.part.value == _TICKED):
            return False
        words = f"{one.parameter.label} {one.parameter.group} {one.source}".casefold()
        return all(word in words for word in self.search.text().casefold().split())

    def _tick(self, at: int) -> None:
        one: DraftField = self._model.row(at)
        self._drafting.tick(one.parameter.name, is_chosen=not one.is_chosen)

    def _move(self, at: int, step: int) -> None:
        """Past the neighbour that is seen, whatever is hidden between."""
        other = at + step
        if not 0 <= other < self._model.rowCount():
            return
        name = self._model.row(at).parameter.name
        neighbour = self._model.row(other).parameter.name
        order = [one.parameter.name for one in self._drafting.fields if one.parameter.name != name]
        self._drafting.move(name, order.index(neighbour) + (1 if step > 0 else 0))
        self.choose(name)

    def move_current(self, step: int) -> None:
        """Moves the field that is looked at."""
        if self.current:
            self._move(self.view.currentIndex().row(), step)

    def _speak(self, one: DraftField) -> str:
        state = self.tr("in the form") if one.is_chosen else self.tr("not in the form")
        return f"{one.parameter.label}, {state}, {one.parameter.group}, {one.source}"

    def _connect(self) -> None:
        self._drafting.opened.connect(self._start)
        self._drafting.changed.connect(self._show)
        self.search.textChanged.connect(lambda _: self._show())
        self.part.changed.connect(lambda _: self._show())
        self.view.tick_asked.connect(self._tick)
        self.view.opened.connect(self._tick)
        self.view.move_asked.connect(self._move)
        self.view.current_changed.connect(lambda _: self.chosen.emit(self.current))

    def _build_rows(self) -> None:
        space = current_theme().space
        head = row_of(self.search, self.part)
        head.setStretch(0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addLayout(head)
        rows.addWidget(self._nothing)
        rows.addWidget(self.view, 1)
