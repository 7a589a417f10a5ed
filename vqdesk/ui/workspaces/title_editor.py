"""Renaming a tab in its place."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vqdesk.domain.workspace import Workspace
from vqdesk.ui.theme.source import current_theme

_LONGEST = 120


class TitleEditor(QLineEdit):
    """Enter or a click elsewhere takes the name, Esc leaves the old one; an empty one is no name."""

    titled = Signal(str, str)  # id of the workspace, title

    def __init__(self, tabs: QWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._workspace: Workspace | None = None
        self.setAccessibleName(self.tr("Name of the workspace"))
        self.setMaxLength(_LONGEST)
        self.setAcceptDrops(False)
        self.editingFinished.connect(self._finish)
        self.hide()

    def open(self, workspace: Workspace, tab: QRect) -> None:
        """Lies over the tab with its name selected."""
        self._workspace = workspace
        space = current_theme().space
        self.setGeometry(tab.adjusted(space.xs, space.s, -space.xs, -space.xs))
        self.setText(workspace.title)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        workspace, title = self._workspace, " ".join(self.text().split())
        self._close()
        if workspace is not None and title not in ("", workspace.title):
            self.titled.emit(workspace.id, title)

    def _close(self) -> None:
        had_focus, self._workspace = self.hasFocus(), None
        self.hide()
        if had_focus:
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)
