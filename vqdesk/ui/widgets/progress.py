"""Progress bars: one part, or phases sized by their expected time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.painting import paint_bar, paint_pill


class ProgressBar(QWidget):
    """A thin bar, 4 px in rows or 6 px in the detail, that glides to its new value."""

    def __init__(
        self, name: str, *, role: str = "status.running", detail: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._detail = detail
        self._shown = 0.0
        self._fraction = 0.0
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glide = QPropertyAnimation(self, b"shown", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def fraction(self) -> float:
        """What was set last, 0 to 1."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Goes to 0 to 1; a smaller value than before is shown at once."""
        fraction = min(1.0, max(0.0, fraction))
        duration = current_theme().duration.normal
        self._glide.stop()
        backwards = fraction < self._shown
        self._fraction = fraction
        self.setAccessibleDescription(f"{fraction:.0%}")
        if backwards or duration == 0 or not self.isVisible():
            self._set_shown(fraction)
            return
        self._glide.setDuration(duration)
        self._glide.setStartValue(self._shown)
        self._glide.setEndValue(fraction)
        self._glide.start()

    def set_role(self, role: str) -> None:
        """Takes the colour of another status."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """Any width."""
        size = current_theme().size
        return QSize(size.control * 2, size.progress_detail if self._detail else size.progress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws track and part."""
        paint_bar(QPainter(self), self.rect(), self._shown, self._role, current_theme())

    def _get_shown(self) -> float:
        return self._shown

    def _set_shown(self, shown: float) -> None:
        self._shown = shown
        self.update()

    shown = Property(float, _get_shown, _set_shown)


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of the work: weight in expected seconds, fraction done 0 to 1."""

    weight: float
    fraction: float = 0.0


class PhaseBar(QWidget):
    """Phases beside each other: done ones in green, the running one in the colour of running."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[Phase, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phases(self, phases: Sequence[Phase]) -> None:
        """Shows other phases."""
        self._phases = tuple(phases)
        self.update()

    def sizeHint(self) -> QSize:
        """Any width, 6 px high."""
        size = current_theme().size
        return QSize(size.control * 4, size.progress_detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws one bar per phase, at least as wide as it is high."""
        if not self._phases:
            return
        theme = current_theme()
        painter = QPainter(self)
        gap = theme.space.xs // 2
        least = theme.size.progress_detail * 2
        room = self.width() - (gap + least) * len(self._phases) + gap
        total = sum(phase.weight for phase in self._phases) or 1.0
        x = 0.0
        for phase in self._phases:
            width = least + max(0, room) * phase.weight / total
            rect = QRectF(x, 0, width, self.height())
            if phase.fraction >= 1:
                paint_pill(painter, rect, theme.color("status.done"))
            else:
                bar = QRect(round(x), 0, round(width), self.height())
                paint_bar(painter, bar, phase.fraction, "status.running", theme)
            x += width + gap
