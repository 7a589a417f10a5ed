"""What comes from outside: dropped anywhere on a widget, or pasted. Files, pictures, addresses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

_ABSOLUTE = re.compile(r"(/|~/|file://|[A-Za-z]:[\\/]|\\\\)")
_PICTURE_FORMATS = ("image/png", "image/jpeg", "image/webp")
OWN_DRAG = "application/x-vqdesk-tiles"


@dataclass(frozen=True, slots=True)
class Offer:
    """Files and folders by path, encoded pictures without a file, and addresses on the web."""

    paths: Sequence[str] = ()
    pictures: Sequence[bytes] = ()
    addresses: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of use."""
        return not (self.paths or self.pictures or self.addresses)


class FileDrops(QObject):
    """Takes what is dropped on `target` or its children, unless a child wants it itself."""

    dropped = Signal(object)  # Offer
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
        if not is_of_use(event.mimeData()):
            event.ignore()
            return True
        event.acceptProposedAction()
        if isinstance(event, QDragEnterEvent):
            self.hovered.emit(True)
        elif not isinstance(event, QDragMoveEvent):
            self.hovered.emit(False)
            self.dropped.emit(dropped_offer(event.mimeData()))
        return True


def is_of_use(data: QMimeData) -> bool:
    """Whether it is worth a drop; web addresses are, for they can be told why not."""
    return not data.hasFormat(OWN_DRAG) and (data.hasUrls() or data.hasImage())


def dropped_offer(data: QMimeData) -> Offer:
    """What is held: local files if there are any, else a picture, else addresses."""
    urls = data.urls()
    if paths := [url.toLocalFile() for url in urls if url.isLocalFile()]:
        return Offer(paths=paths)
    if picture := _picture_in(data):
        return Offer(pictures=(picture,))
    return Offer(addresses=[url.toString() for url in urls])


def pasted_offer(data: QMimeData) -> Offer:
    """The same from the clipboard, where also lines that look like absolute paths count."""
    found = dropped_offer(data)
    if found.paths or found.pictures:
        return found
    lines = [line.strip().strip("\"'") for line in data.text().splitlines()]
    paths = [line for line in lines if _ABSOLUTE.match(line)]
    if paths:
        return Offer(paths=[QUrl(line).toLocalFile() if line.startswith("file://") else line for line in paths])
    web = [line for line in lines if line.startswith(("http://", "https://"))]
    return Offer(addresses=[*found.addresses, *web])


def _picture_in(data: QMimeData) -> bytes:
    """As it was encoded where possible: nothing is lost, and nothing is encoded in the window's thread."""
    for name in _PICTURE_FORMATS:
        if data.hasFormat(name):
            return bytes(data.data(name).data())
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # the quickest: copied, not compressed
    return bytes(held.data())
