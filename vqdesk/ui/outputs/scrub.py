"""Looking through a clip by moving the pointer over its tile."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from vqdesk.domain.errors import Problem
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.calls import Calls

_EDGE = 360


class Scrub(QObject):
    """One clip at a time, one question at a time; the newest place is asked for next. `changed` names it."""

    changed = Signal(int)

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._row: GalleryOutput | None = None
        self._place = 0.0  # 0 to 1
        self._asked: float | None = None
        self._picture = QPixmap()

    def place(self, output_id: int) -> float | None:
        """Where the pointer is in this clip; None when it is not over it."""
        return self._place if self._row is not None and self._row.id == output_id else None

    def picture(self, output_id: int) -> QPixmap | None:
        """The frame under the pointer; None while there is none."""
        is_this = self._row is not None and self._row.id == output_id
        return self._picture if is_this and not self._picture.isNull() else None

    def move(self, row: GalleryOutput | None, place: float = 0.0) -> None:
        """The pointer is over this clip, or over none."""
        wanted = row if row is not None and row.length_s else None
        before = self._row
        if before is not None and (wanted is None or wanted.id != before.id):
            self._picture = QPixmap()
        self._row, self._place = wanted, min(1.0, max(0.0, place))
        for one in {shown.id for shown in (before, wanted) if shown is not None}:
            self.changed.emit(one)
        self._ask()

    def _ask(self) -> None:
        row, place = self._row, self._place
        if row is None or self._asked is not None:
            return
        self._asked = place
        second = place * max(0.0, row.length_s - 0.5 / row.output.fps)
        path, output_id = row.path, row.id
        self._calls.ask(
            self,
            lambda desk: desk.media.frame(path, second, _EDGE),
            lambda data: self._take(output_id, data),
            self._give_up,
        )

    def _take(self, output_id: int, data: bytes) -> None:
        if self._row is not None and self._row.id == output_id:
            self._picture = QPixmap.fromImage(QImage.fromData(data))
            self.changed.emit(output_id)
        self._answered()

    def _give_up(self, _problem: Problem) -> None:
        self._asked = None  # the tile shows its picture, or that there is none

    def _answered(self) -> None:
        asked, self._asked = self._asked, None
        if asked != self._place:
            self._ask()
