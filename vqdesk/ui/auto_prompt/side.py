"""Where the drawer with models and system prompts stands: over the window, at the right of the workspace."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vqdesk.domain.auto_prompt import WorkflowContext
from vqdesk.domain.events import AppEvent
from vqdesk.ui.auto_prompt.drawer import AutoPromptDrawer
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme


class DrawerSide(QObject):
    """Made when it is first opened. Esc and its own button close it; focus goes back to `beside`."""

    def __init__(self, calls: Calls, beside: QWidget, opener: QWidget) -> None:
        super().__init__(beside)
        self._beside = beside
        self._opener = opener
        window = beside.window()
        self.drawer = AutoPromptDrawer(calls, window)
        self.drawer.set_edge("card")
        self.drawer.hide()
        self.drawer.close_wanted.connect(self.close)
        self.drawer.installEventFilter(self)
        window.installEventFilter(self)
        beside.destroyed.connect(self.drawer.deleteLater)

    @property
    def is_open(self) -> bool:
        """Whether it is seen."""
        return not self.drawer.isHidden()

    def open(self, images: Sequence[str], context: WorkflowContext) -> None:
        """For these images, and what their workflow says."""
        self.drawer.show_images(images)
        self.drawer.show_context(context)
        self.drawer.start()
        self._place()
        self.drawer.show()
        self.drawer.raise_()
        self.drawer.shut.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """What is typed is kept."""
        if self.is_open:
            self.drawer.leave()
            self.drawer.hide()
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_events(self, batch: Sequence[AppEvent]) -> None:
        """A try tells how far it is."""
        self.drawer.apply_events(batch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size; Esc closes."""
        if event.type() == QEvent.Type.Resize and watched is not self.drawer and self.is_open:
            self._place()
        if watched is self.drawer and isinstance(event, QKeyEvent) and _is_escape(event):
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, size, space = self._beside.window(), current_theme().size, current_theme().space
        width = min(max(self.drawer.sizeHint().width(), self.drawer.minimumWidth()), window.width())
        after = self._beside.mapTo(window, QPoint(self._beside.width(), 0)).x() + space.l + size.scrollbar
        left = min(after, window.width() - width)
        self.drawer.setGeometry(left, size.strip, width, window.height() - size.strip)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
