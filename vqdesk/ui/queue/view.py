"""The list itself: keys, clicks, heights of lines; what changes keeps selection and place by key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from vqdesk.domain.job import JobId
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.queue.delegate import LineDelegate, Pointer
from vqdesk.ui.queue.folding import fold_by_key, unfold_by_key
from vqdesk.ui.queue.group_choice import GroupChoice
from vqdesk.ui.queue.lines import GroupKey, LineKey, MoreKey, is_job, job_of
from vqdesk.ui.queue.model import QueueModel
from vqdesk.ui.queue.place_keeper import PlaceKeeper
from vqdesk.ui.queue.row_actions import FIRST_KEYS, RowAction, action_name
from vqdesk.ui.queue.row_drag import RowDrag
from vqdesk.ui.queue.row_layout import columns
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.focus_ring import KEYBOARD_REASONS
from vqdesk.ui.widgets.painting import draw_from_left

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueView(QTableView):
    """Painted rows. Left and Right fold, Enter and Space open; `keys` are all the others.

    Whoever wants something of a group is given its head and all its jobs.
    """

    wanted = Signal(object, object)  # RowAction, list[LineKey]
    opened = Signal(object)  # LineKey: show it and go there
    shown = Signal(object)  # LineKey that is current now
    dropped = Signal(object, object)  # list[JobId], the JobId that they go before or None for the end
    pointer_left = Signal()

    def __init__(self, model: QueueModel, pointer: Pointer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self._model = model
        self._pointer = pointer
        self.keys = ListKeys(FIRST_KEYS)
        self._places = PlaceKeeper(self, model)
        self._restructuring = False
        self._drag = RowDrag(self, model, self.chosen_keys)
        self._build_table()
        self.setModel(model)
        model.restructuring.connect(self._remember)
        model.restructured.connect(self._restore)
        self._groups = GroupChoice(self, model)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        follow_theme(self._retheme)

    def chosen_keys(self) -> list[LineKey]:
        """The selected lines from top to bottom, with the jobs of those groups that are folded."""
        return self._groups.chosen_keys()

    def current_key(self) -> LineKey | None:
        """The line that has the keyboard."""
        index = self.currentIndex()
        return self._model.key(index.row()) if index.isValid() else None

    def choose(self, key: LineKey) -> None:
        """Selects a line and brings it into view; its group is unfolded."""
        row = self._model.row(key)
        if row < 0 and (head := self._model.head_of(job_of(key))) is not None:
            self._model.folds.fold([head], is_folded=False)
            row = self._model.row(key)
        if row >= 0:
            _choose_alone(self, row)
            self.scrollTo(self._model.index(row))

    def allow_moves(self, can_move: Callable[[JobId], bool], is_allowed: Callable[[], bool]) -> None:
        """Says which jobs can be dragged, and whether the list is in an order that can be changed."""
        self._drag.allow(can_move, is_allowed)

    def button_at(self, position: QPoint) -> tuple[LineKey, RowAction] | None:
        """The button of a line at a place of the viewport."""
        index = self.indexAt(position)
        if not index.isValid():
            return None
        key = self._model.key(index.row())
        option = self._option(index)
        for button in self._delegate().buttons(option, key):
            if button.rect.contains(position):
                return key, button.action
        places = columns(option.rect, current_theme())
        margin = current_theme().space.s
        folds = is_job(key) or isinstance(key, GroupKey)
        if folds and places.chevron.adjusted(-margin, -margin, margin, margin).contains(position):
            return key, RowAction.FOLD if is_job(key) else RowAction.FOLD_GROUP
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list; all else moves."""
        self._pointer.ring = True
        if event.key() == Qt.Key.Key_Escape and self._drag.is_active:
            self._drag.stop()
            return
        key = self.current_key()
        wish = self.keys.wish_of(event)
        if key is None or (event.modifiers() & _CONTROL and wish is None):
            super().keyPressEvent(event)
            return
        if wish is not None:
            self.wanted.emit(RowAction(wish), self.chosen_keys() or self._model.meant_by(key))
        elif isinstance(key, GroupKey) and event.key() in (*_ENTER, Qt.Key.Key_Space):
            self._model.folds.toggle(key)
        elif event.key() in _ENTER:
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_Left:
            fold_by_key(self._model, key, self.choose, self._turn)
        elif event.key() == Qt.Key.Key_Right:
            unfold_by_key(self._model, key, self._turn)
        elif event.key() == Qt.Key.Key_Space:
            self.opened.emit(key) if isinstance(key, MoreKey) else self.wanted.emit(RowAction.FOLD, [job_of(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Buttons of a line take the click; else it selects."""
        self._pointer.ring = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.pressed = self.button_at(event.position().toPoint())
        if self._pointer.pressed is not None:
            self.viewport().update()
            return
        key = self._key_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._drag.press(event.position().toPoint(), key)
        if not self._drag.keeps_choice(key):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click counts when it ends where it began."""
        pressed, self._pointer.pressed = self._pointer.pressed, None
        position = event.position().toPoint()
        if pressed is not None:
            self.viewport().update()
            if self.button_at(position) == pressed:
                self.wanted.emit(pressed[1], self._model.meant_by(pressed[0]))
            return
        kept = self._drag.keeps_choice(self._key_at(position))
        moved = self._drag.release(position)
        if moved is not None:
            self.dropped.emit(*moved)
            return
        if kept:  # a click on one of several after all
            _choose_alone(self, self.rowAt(position.y()))
        super().mouseReleaseEvent(event)
        if isinstance(key := self._key_at(position), MoreKey):
            self.opened.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the line; on a button it is a second click."""
        position = event.position().toPoint()
        key = self._key_at(position)
        if self.button_at(position) is not None:
            self.mousePressEvent(event)
        elif isinstance(key, GroupKey):
            self._model.folds.toggle(key)
        elif key is not None and not isinstance(key, MoreKey):
            self.opened.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights the button under the pointer, or takes the dragged jobs along."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._drag.move(event.position().toPoint()):
            return
        super().mouseMoveEvent(event)
        hovered = self.button_at(event.position().toPoint())
        if hovered != self._pointer.hovered:
            self._pointer.hovered = hovered
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The place of what is dragged is drawn over the rows."""
        super().paintEvent(event)
        if self._drag.is_active:
            self._drag.paint(QPainter(self.viewport()))

    def leaveEvent(self, event: QEvent) -> None:
        """Rows may move again."""
        super().leaveEvent(event)
        self._pointer.hovered = None
        self.pointer_left.emit()

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """The menu of the lines that are selected."""
        self.wanted.emit(RowAction.MORE, self.chosen_keys())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips of buttons; else those of the model."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.button_at(event.pos())
            if found is not None:
                QToolTip.showText(event.globalPos(), action_name(found[1], self.keys), self.viewport())
                return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is seen after keyboard use only; a list that gets it shows where it is."""
        self._pointer.ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        if self._pointer.ring and not self.selectedIndexes() and self._model.rowCount():
            _choose_alone(self, max(0, self.currentIndex().row()))

    def _key_at(self, position: QPoint) -> LineKey | None:
        index = self.indexAt(position)
        return self._model.key(index.row()) if index.isValid() else None

    def _turn(self, job_id: JobId) -> None:
        self.wanted.emit(RowAction.FOLD, [job_id])

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._restructuring:
            self.shown.emit(self._model.key(current.row()))

    def _remember(self) -> None:
        self._restructuring = True
        self._places.remember(self._groups.chosen_lines(), self.current_key())

    def _restore(self) -> None:
        self._places.restore(lambda: self.currentIndex().row())
        self._restructuring = False

    def _option(self, index: QModelIndex) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if option.rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            option.state |= QStyle.StateFlag.State_MouseOver
        return option

    def _delegate(self) -> LineDelegate:
        delegate: Any = self.itemDelegate()
        return delegate

    def _build_table(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Queue"))

    def _retheme(self, theme: Theme) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.size.row_job)
        for row in self._model.low_rows():
            self.verticalHeader().resizeSection(row, theme.size.row_prompt)
        self.viewport().update()


def _choose_alone(view: QTableView, row: int) -> None:
    """Whatever keys are held: Qt's own `selectRow` adds to the choice while Ctrl is down."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().setCurrentIndex(view.model().index(row, 0), flags)
