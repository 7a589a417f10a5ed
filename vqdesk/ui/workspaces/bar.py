"""The bar above the workspaces: tabs, a button for a new one, and a list when there are many."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from vqdesk.domain.marks import COLOURS
from vqdesk.domain.tabs import Tabs
from vqdesk.ui.awake_timer import AwakeTimer
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.surfaces import Panel
from vqdesk.ui.widgets.swatch import swatch
from vqdesk.ui.workspaces.tab_bar import WorkspaceTabBar

_UNDO_SHOWN_MS = 10_000


class WorkspaceBar(Panel):
    """Tells what the user wants with the tabs; ids are those of workspaces."""

    new_asked = Signal()
    chosen = Signal(str)
    close_asked = Signal(str)
    duplicate_asked = Signal(str)
    reopen_asked = Signal()
    reset_asked = Signal(str)
    moved = Signal(str, int)
    titled = Signal(str, str)
    coloured = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.0", parent=parent)
        self._tabs: Tabs | None = None
        self.tabs = WorkspaceTabBar()
        self.add = IconButton("plus", self.tr("New workspace"))
        self.add.set_name(self.tr("New workspace"), "Ctrl+T")
        self.undo = IconButton("return", self.tr("Reopen"))
        self._undo_time = AwakeTimer(_UNDO_SHOWN_MS, self)
        self.more = IconButton("chevron-down", self.tr("All workspaces"))
        self._scroll = _TabScroll(self.tabs)
        self._build_row()
        self._connect()

    def show_tabs(self, tabs: Tabs) -> None:
        """Takes what the tabs are now."""
        moved = self._tabs is None or (tabs.ids, tabs.active) != (self._tabs.ids, self._tabs.active)
        self._offer_undo(self._tabs, tabs)
        self._tabs = tabs
        self.tabs.show_tabs(tabs)
        self._fit()
        if moved:
            QTimer.singleShot(0, self, self._show_current)

    def start_renaming(self, workspace_id: str) -> None:
        """Opens the name field of a tab."""
        if self._tabs is not None:
            self.tabs.rename(self._tabs.index(workspace_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs share the room."""
        super().resizeEvent(event)
        self._fit()
        self._show_current()

    def menu_of(self, workspace_id: str) -> QMenu:
        """What can be done with a tab."""
        menu = PassingMenu(self)
        self._add(menu, self.tr("Rename"), "F2", lambda: self.start_renaming(workspace_id))
        self._add(menu, self.tr("Duplicate"), "Ctrl+Shift+D", lambda: self.duplicate_asked.emit(workspace_id))
        menu.addMenu(self._colours(menu, workspace_id))
        menu.addSeparator()
        self._add(menu, self.tr("Start afresh"), "", lambda: self.reset_asked.emit(workspace_id))
        self._add(menu, self.tr("Close"), "Ctrl+W", lambda: self.close_asked.emit(workspace_id))
        self._add_reopen(menu)
        return menu

    def menu_of_all(self) -> QMenu:
        """Every tab by its whole name."""
        menu = PassingMenu(self)
        tabs = self._tabs
        for at, one in enumerate(tabs.open if tabs is not None else ()):
            keys = f"Ctrl+{at + 1}" if at < 8 else ""
            action = self._add(menu, one.title.replace("&", "&&"), keys, lambda one=one: self.chosen.emit(one.id))
            action.setCheckable(True)
            action.setChecked(tabs is not None and one.id == tabs.active)
        menu.addSeparator()
        self._add(menu, self.tr("New workspace"), "Ctrl+T", self.new_asked.emit)
        self._add_reopen(menu)
        return menu

    def _offer_undo(self, before: Tabs | None, after: Tabs) -> None:
        """For a while after a tab was closed; later the menu has it."""
        if before is None or before.closed == after.closed:
            return
        was_closed = len(set(before.ids) - set(after.ids)) > 0
        if was_closed and after.closed:
            self.undo.set_name(self.tr("Reopen “{0}”").format(after.closed[0].workspace.title), "Ctrl+Shift+T")
            self._undo_time.start()
        self.undo.setVisible(was_closed)

    def _colours(self, parent: QMenu, workspace_id: str) -> QMenu:
        words = {
            "": self.tr("None"),
            "blue": self.tr("Blue"),
            "green": self.tr("Green"),
            "yellow": self.tr("Yellow"),
            "orange": self.tr("Orange"),
            "pink": self.tr("Pink"),
            "violet": self.tr("Violet"),
        }
        menu = QMenu(self.tr("Mark"), parent)
        now = next((one.colour for one in self._tabs.open if one.id == workspace_id), "") if self._tabs else ""
        for colour in ("", *COLOURS):
            action = self._add(menu, words[colour], "", lambda c=colour: self.coloured.emit(workspace_id, c))
            action.setCheckable(True)
            action.setChecked(colour == now)
            if colour:
                action.setIcon(swatch(colour))
        return menu

    def _add_reopen(self, menu: QMenu) -> None:
        closed = self._tabs.closed if self._tabs is not None else ()
        words = self.tr("Reopen “{0}”").format(closed[0].workspace.title) if closed else self.tr("Reopen closed")
        self._add(menu, words.replace("&", "&&"), "Ctrl+Shift+T", self.reopen_asked.emit).setEnabled(bool(closed))

    def _add(self, menu: QMenu, words: str, keys: str, act: object) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())  # type: ignore[operator]
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, heard by the panel
        return action

    def _fit(self) -> None:
        room = self.width() - self.add.sizeHint().width() - 2 * current_theme().space.s
        if not self.undo.isHidden():
            room -= self.undo.sizeHint().width()
        is_crowded = not self.tabs.fits(room)
        self.tabs.set_room(room - self.more.sizeHint().width() if is_crowded else room)
        self.more.setVisible(is_crowded)
        self._scroll.setMaximumWidth(self.tabs.sizeHint().width())

    def _show_current(self) -> None:
        tab = self.tabs.tabRect(self.tabs.currentIndex())
        self._scroll.ensureVisible(tab.center().x(), 0, tab.width() // 2 + 1, 0)

    def _open_tab_menu(self, place: QPoint) -> None:
        at = self.tabs.tabAt(place)
        at = at if at >= 0 else self.tabs.currentIndex()
        if self._tabs is not None:
            self.menu_of(self._tabs.ids[at]).popup(self.tabs.mapToGlobal(place))

    def _open_list(self) -> None:
        self.menu_of_all().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build_row(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(current_theme().space.s, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.add)
        row.addWidget(self.undo)
        row.addWidget(self.more)
        row.addStretch(0)
        for later in (self.undo, self.more):
            later.hide()
        follow_theme(self._retheme)

    def _retheme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.size.strip)

    def _connect(self) -> None:
        tabs = self.tabs
        tabs.chosen.connect(self.chosen)
        tabs.close_asked.connect(self.close_asked)
        tabs.moved.connect(self.moved)
        tabs.titled.connect(self.titled)
        tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tabs.customContextMenuRequested.connect(self._open_tab_menu)
        self.add.clicked.connect(self.new_asked)
        self.undo.clicked.connect(self.reopen_asked)
        self._undo_time.timeout.connect(self.undo.hide)
        self.more.clicked.connect(self._open_list)


class _TabScroll(QScrollArea):
    """Moves sideways by wheel, without scroll bars."""

    def __init__(self, tabs: QWidget) -> None:
        super().__init__()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(tabs)
        for part in (self.viewport(), tabs):
            part.setAutoFillBackground(False)  # the bar's own colour

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down go left and right."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
        event.accept()
