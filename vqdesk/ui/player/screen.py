"""One output that is looked at: its newest picture, from a clip that is decoded ahead or from a still."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vqdesk.domain.errors import Problem
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.calls import Calls

if TYPE_CHECKING:
    from vqdesk.ports import Frame
    from vqdesk.runtime.playing import Playing

EDGE = 1280
"""Pixels of the long side that are decoded: enough to judge, and two of them still run smoothly."""
_STILL_EDGE = 2560
_DEFAULT_FRAME_S = 0.04


class Screen(QObject):
    """`changed` with every new picture, `opened` once a clip can play, `failed` when the file cannot be shown."""

    changed = Signal()
    opened = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, row: GalleryOutput, parent: QObject) -> None:
        super().__init__(parent)
        self.row = row
        self.image = QImage()
        self.words = ""
        self.second = 0.0  # of the picture that is shown
        self._playing: Playing | None = None
        self._is_closed = False
        path = row.path
        calls.ask(self, lambda desk: desk.media.thumbnail(path, EDGE, True), self._take_still, self._refuse)
        if row.is_clip:
            calls.ask(self, lambda desk: desk.outputs.play(path, EDGE), self._take_clip, self._refuse)
        else:
            calls.ask(self, lambda desk: desk.media.thumbnail(path, _STILL_EDGE), self._take_still, self._refuse)

    @property
    def is_ready(self) -> bool:
        """Whether it has what it will play."""
        return self._playing is not None or not self.row.is_clip

    @property
    def length_s(self) -> float:
        """Seconds; 0 for a still."""
        facts = self._playing.facts if self._playing else None
        return facts.duration_s if facts else self.row.length_s

    @property
    def frame_s(self) -> float:
        """How long a frame is shown, in seconds."""
        return self._playing.frame_s if self._playing else _DEFAULT_FRAME_S

    @property
    def reached(self) -> float:
        """Up to this second it can show what it should."""
        return self._playing.reached if self._playing else float("inf")

    def show_at(self, second: float) -> None:
        """Shows the frame of this time, if it is decoded and not shown yet."""
        frame = self._playing.take(second) if self._playing else None
        if frame is not None:
            self._take_frame(frame)

    def seek(self, second: float) -> None:
        """Decodes from there on."""
        if self._playing is not None:
            self._playing.seek(min(second, max(0.0, self.length_s - self.frame_s)))

    def close(self) -> None:
        """Ends the decoding; late answers are closed as they come."""
        self._is_closed = True
        if self._playing is not None:
            self._playing.close()
        self.deleteLater()

    def _take_clip(self, playing: "Playing") -> None:
        if self._is_closed:
            playing.close()
            return
        self._playing = playing
        self.opened.emit()

    def _take_frame(self, frame: "Frame") -> None:
        image = QImage(frame.pixels, frame.width, frame.height, 4 * frame.width, QImage.Format.Format_RGB32)
        self.image, self.second = image.copy(), frame.second
        self.changed.emit()

    def _take_still(self, encoded: bytes) -> None:
        image = QImage.fromData(encoded)
        if self.row.is_clip and not self.image.isNull():
            return  # the clip was faster than its first picture
        if not image.isNull():
            self.image = image
            self.changed.emit()

    def _refuse(self, problem: Problem) -> None:
        self.words = problem.sentence()
        self.changed.emit()
        self.failed.emit(problem)
