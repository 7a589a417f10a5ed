"""Files from outside: dropped anywhere on a widget, or pasted."""

import re

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_ABSOLUTE = re.compile(r"(/|~/|file://|[A-Za-z]:[\\/]|\\\\)")


class FileDrops(QObject):
    """Takes files and folders dropped on `target` or its children, unless a child wants them itself."""

    dropped = Signal(list)  # paths
    hovered = Signal(bool)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers the four drag events."""
        if isinstance(event, QDropEvent):  # the base of enter and move events too
            return self._answer(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(False)
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent) -> bool:
        if not has_files(event.mimeData()):
            event.ignore()
            return True
        event.acceptProposedAction()
        if isinstance(event, QDragEnterEvent):
            self.hovered.emit(True)
        elif not isinstance(event, QDragMoveEvent):
            self.hovered.emit(False)
            self.dropped.emit(dropped_paths(event.mimeData()))
        return True


def has_files(data: QMimeData) -> bool:
    """Whether there are local files or folders."""
    return any(url.isLocalFile() for url in data.urls())


def dropped_paths(data: QMimeData) -> list[str]:
    """Local files and folders."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def pasted_paths(data: QMimeData) -> list[str]:
    """Local files on the clipboard, or lines that look like absolute paths."""
    if paths := dropped_paths(data):
        return paths
    lines = [line.strip().strip("\"'") for line in data.text().splitlines()]
    paths = [line for line in lines if _ABSOLUTE.match(line)]
    return [QUrl(line).toLocalFile() if line.startswith("file://") else line for line in paths]
