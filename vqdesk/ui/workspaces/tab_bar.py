"""The tabs themselves: painted with mark, name and cross; renamed in place; dragged and wheeled through."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from vqdesk.domain.tabs import Tabs
from vqdesk.domain.workspace import Workspace
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.tabs import WorkspaceTabs
from vqdesk.ui.workspaces.tab_marks import paint_cross, paint_tab_marks
from vqdesk.ui.workspaces.title_editor import TitleEditor


class WorkspaceTabBar(WorkspaceTabs):
    """Shows what it is given and tells what the user wants; ids are those of workspaces."""

    chosen = Signal(str)
    close_asked = Signal(str)
    moved = Signal(str, int)
    titled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Workspaces"), parent)
        self._shown: tuple[Workspace, ...] = ()
        self._room = 0
        self._cap = 0  # px, 0 while it is not known
        self._pressed: QPoint | None = None
        self._hovered = -1
        self.editor = TitleEditor(self)
        self.editor.titled.connect(self.titled)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._tell_chosen)
        self.tabBarDoubleClicked.connect(self.rename)

    def show_tabs(self, tabs: Tabs) -> None:
        """Takes what the tabs are now, touching only what differs."""
        if tabs.open != self._shown:
            before, self._shown = self._shown, tabs.open
            self.blockSignals(True)
            while self.count() > len(tabs.open):
                self.removeTab(self.count() - 1)
            for at, one in enumerate(tabs.open):
                if at >= self.count():
                    self.addTab(one.title)
                if at >= len(before) or _look(before[at]) != _look(one):
                    self._label(at, one)
            self.blockSignals(False)
            self._lay_out()
            self.updateGeometry()
        at = tabs.index(tabs.active)
        if at != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(at)
            self.blockSignals(False)
        self.update()

    def set_room(self, width: int) -> None:
        """The width in px into which the tabs should fit; they get no narrower than is readable."""
        if width != self._room:
            self._room = width
            self._lay_out()

    def fits(self, width: int) -> bool:
        """Whether that width in px holds them, at their narrowest."""
        least = current_theme().size.tab_min
        return sum(min(self._natural(at), least) for at in range(self.count())) <= width

    def close_rect(self, index: int) -> QRect:
        """Where the cross of a tab is."""
        theme = current_theme()
        tab, side = self.tabRect(index), theme.size.control_small
        top = theme.space.s + (tab.height() - theme.space.s - side) // 2
        return QRect(tab.right() - side - theme.space.xs, top, side, side)

    def rename(self, index: int) -> None:
        """Opens a field in the place of the name."""
        if 0 <= index < len(self._shown):
            self.editor.open(self._shown[index], self.tabRect(index))

    # ---- events -------------------------------------------------------------------------------------

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the name, narrower where there are many."""
        return QSize(min(self._natural(index), self._cap or self._natural(index)), self._height(current_theme()))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: the bar around scrolls instead."""
        return self.tabSizeHint(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cross closes when it is released; anything else chooses and may become a drag."""
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton or self._on_cross(event.position().toPoint(), at):
            self._pressed = None
            return
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A dragged tab takes the place of the one whose middle it passes."""
        here = event.position().toPoint()
        self._hovered = self.tabAt(here)
        self.update()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._drag_to(here)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag, or closes."""
        here = event.position().toPoint()
        at = self.tabAt(here)
        was_pressed, self._pressed = self._pressed, None
        by_middle = event.button() == Qt.MouseButton.MiddleButton
        by_cross = event.button() == Qt.MouseButton.LeftButton and was_pressed is None and self._on_cross(here, at)
        if at >= 0 and (by_middle or by_cross):
            self.close_asked.emit(self._shown[at].id)
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Crosses are seen under the pointer only."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete closes, Alt with an arrow moves the tab."""
        at = self.currentIndex()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.close_asked.emit(self._shown[at].id)
        elif alt and event.key() in steps:
            self.moved.emit(self._shown[at].id, at + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then marks and crosses."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        for at, one in enumerate(self._shown[: self.count()]):
            paint_tab_marks(painter, self.tabRect(at), one, theme)
            if at in (self.currentIndex(), self._hovered):
                paint_cross(painter, self.close_rect(at), self.mapFromGlobal(self.cursor().pos()), theme)

    # ---- parts --------------------------------------------------------------------------------------

    def _word_rect(self, tab: QRect, theme: Theme) -> QRect:
        has_cross = self.tabAt(tab.center()) in (self.currentIndex(), self._hovered)
        right = theme.size.control_small + theme.space.s if has_cross else theme.space.s
        return tab.adjusted(theme.space.m, theme.space.s - theme.space.xs, -right, 0)

    def _natural(self, index: int) -> int:
        theme = current_theme()
        word = QFontMetrics(theme.font("strong")).horizontalAdvance(self.tabText(index))
        return min(word + theme.space.m + theme.size.control_small + theme.space.s + 1, theme.size.tab_max)

    def _greatest(self) -> int:
        """The greatest width with which all fit, but not less than the least."""
        size = current_theme().size
        widths = sorted(self._natural(at) for at in range(self.count()))
        left, room = len(widths), self._room
        for width in widths:
            if width * left >= room:
                return max(size.tab_min, room // left)
            room, left = room - width, left - 1
        return size.tab_max

    def _label(self, at: int, one: Workspace) -> None:
        self.setTabText(at, one.title)
        said = [one.title]
        if one.state.is_changed:
            said.append(self.tr("has changes that were not added to the queue"))
        if one.colour:
            said.append(self.tr("mark: {0}").format(one.colour))
        self.setAccessibleTabName(at, ", ".join(said))
        self.setTabToolTip(at, "\n".join(said))

    def _lay_out(self) -> None:
        cap = self._greatest()
        if self.count() and cap != self._cap:
            self._cap = cap
            self.setTabText(0, self.tabText(0))  # QTabBar lays out again for texts only
            self.updateGeometry()

    def _drag_to(self, here: QPoint) -> None:
        at, to = self.currentIndex(), self.tabAt(here)
        if to < 0 or to == at:
            return
        middle = self.tabRect(to).center().x()
        if (to > at and here.x() >= middle) or (to < at and here.x() <= middle):
            self.moved.emit(self._shown[at].id, to)

    def _on_cross(self, here: QPoint, at: int) -> bool:
        return at >= 0 and self.close_rect(at).contains(here)

    def _tell_chosen(self, at: int) -> None:
        if 0 <= at < len(self._shown):
            self.chosen.emit(self._shown[at].id)


def _look(one: Workspace) -> tuple[str, str, str, bool]:
    return one.id, one.title, one.colour, one.state.is_changed
