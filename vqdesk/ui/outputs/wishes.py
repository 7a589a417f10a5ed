"""What the user does with selected outputs, asked of the worker and passed on to the window."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from vqdesk.domain.modes import Mode
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.opening import open_folder_of
from vqdesk.ui.detail.texts import copy_text

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk


class Wishes(QObject):
    """`changed` carries newer rows, `thrown` and `back` ids; the rest is for the window."""

    changed = Signal(object)  # list[GalleryOutput]
    thrown = Signal(object)  # tuple of ids
    back = Signal(object)  # ids
    started = Signal(str, object)  # title and state of a new tab
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls

    def rate(self, ids: Sequence[int], rating: int) -> None:
        """0 to 5 stars."""
        self._mark(ids, lambda desk: desk.outputs.rate(ids, rating))

    def set_favourite(self, ids: Sequence[int], favourite: bool) -> None:
        """Marks or unmarks."""
        self._mark(ids, lambda desk: desk.outputs.set_favourite(ids, favourite))

    def add_tag(self, ids: Sequence[int], tag: str) -> None:
        """One tag for all of them."""
        self._mark(ids, lambda desk: desk.outputs.add_tag(ids, tag))

    def remove_tag(self, ids: Sequence[int], tag: str) -> None:
        """From all of them."""
        self._mark(ids, lambda desk: desk.outputs.remove_tag(ids, tag))

    def throw_away(self, ids: Sequence[int]) -> None:
        """To the system's trash."""
        if ids:
            self._calls.ask(self, lambda desk: desk.outputs.throw_away(ids), self.thrown.emit, self.failed.emit)

    def bring_back(self, ids: Sequence[int]) -> None:
        """Out of it."""
        self._calls.ask(self, lambda desk: desk.outputs.bring_back(ids), self.back.emit, self.failed.emit)

    def stop_job(self, row: GalleryOutput) -> None:
        """Cancels what of its job has not ended."""
        self._calls.ask(self, lambda desk: desk.cancel_job(row.job_id), failed=self.failed.emit)

    def upscale(self, rows: Sequence[GalleryOutput]) -> None:
        """A tab for upscaling, with these as input."""
        mode = Mode.VIDEO_UPSCALE if rows[0].is_clip else Mode.IMAGE_UPSCALE
        state = WorkspaceState(mode=mode, inputs=tuple(row.path for row in rows))
        self.started.emit(self.tr("Upscale {0}").format(PurePath(rows[0].path).stem), state)

    def extend(self, row: GalleryOutput) -> None:
        """A tab that goes on from the last frame of a clip."""
        title = self.tr("Extend {0}").format(PurePath(row.path).stem)
        self._calls.ask(
            self,
            lambda desk: desk.outputs.last_frame(row.id),
            lambda picture: self.started.emit(title, WorkspaceState(inputs=(picture,))),
            self.failed.emit,
        )

    def open_folder(self, row: GalleryOutput) -> None:
        """Shows where the file is."""
        if (problem := open_folder_of(row.path)) is not None:
            self.failed.emit(problem)

    def copy_files(self, rows: Sequence[GalleryOutput]) -> None:
        """Puts files and their paths on the clipboard."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(row.path) for row in rows])
        carried.setText("\n".join(row.path for row in rows))
        QGuiApplication.clipboard().setMimeData(carried)

    def copy_paths(self, rows: Sequence[GalleryOutput]) -> None:
        """Puts the paths alone there."""
        copy_text("\n".join(row.path for row in rows))

    def _mark(self, ids: Sequence[int], question: "Callable[[Desk], object]") -> None:
        if ids:
            self._calls.ask(self, question, self.changed.emit, self.failed.emit)
