"""The ways into the grid besides a folder: a drop, the clipboard, the file dialog."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.widgets.file_dialogs import ask_for_files
from vqdesk.ui.workspace.dropping import Offer, pasted_offer


class MediaArrivals(QObject):
    """`files` carries paths, `refused` the Problem of what cannot be added."""

    files = Signal(list)  # of paths
    refused = Signal(object)
    workflow_pasted = Signal(str)  # JSON

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls

    def take(self, offer: Offer) -> None:
        """What was dropped or pasted. A picture without a file becomes one in the data folder."""
        if offer.paths:
            self.files.emit(list(offer.paths))
        for picture in offer.pictures:
            self._calls.ask(
                self,
                lambda desk, data=picture: desk.media.keep_picture(data),
                lambda path: self.files.emit([path]),
                self.refused.emit,
            )
        if offer.addresses and not offer.paths and not offer.pictures:
            self.refused.emit(
                Problem(
                    self.tr("Addresses on the web cannot be added."),
                    offer.addresses[0],
                    self.tr("Copy the picture itself in the browser and paste it, or save it and add the file."),
                )
            )

    def paste(self) -> None:
        """Files, a picture, or paths as text. The text of a workflow is for somebody else."""
        text = QGuiApplication.clipboard().text().strip()
        if text.startswith("{") and text.endswith("}"):
            self.workflow_pasted.emit(text)
            return
        offer = pasted_offer(QGuiApplication.clipboard().mimeData() or QMimeData())  # a bare clipboard is None
        if offer.is_empty:
            self.refused.emit(
                Problem(self.tr("There are no files on the clipboard. Copy some in a file browser first."))
            )
        else:
            self.take(offer)

    def choose(self, kind: str) -> None:
        """Asks for files."""
        videos = self.tr("Videos (*.mp4 *.mov *.webm *.mkv *.avi *.m4v)")
        images = self.tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)")
        kinds = [videos if kind == "video" else images, self.tr("All files (*)")]
        ask_for_files(self.parent(), self.tr("Add files"), kinds, lambda paths: self.files.emit(list(paths)))
