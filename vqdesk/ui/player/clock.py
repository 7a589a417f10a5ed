"""The time that several screens show together: it waits for the slowest, so that they stay in step."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from vqdesk.ui.player.screen import Screen

_TICK_MS = 8
SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0)


class PlayClock(QObject):
    """`moved` after every change of the time, `changed` when it starts, stops, or has another speed."""

    moved = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.position = 0.0  # seconds
        self.speed = 1.0
        self.loops = True
        self._screens: tuple[Screen, ...] = ()
        self._is_playing = False
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._advance)

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    @property
    def length(self) -> float:
        """Seconds of the longest clip; 0 for stills."""
        return max((screen.length_s for screen in self._screens), default=0.0)

    @property
    def frame_s(self) -> float:
        """One step: the shortest frame of all clips, in seconds."""
        return min((screen.frame_s for screen in self._screens if screen.length_s), default=0.04)

    @property
    def frame(self) -> int:
        """Which frame is shown, from 1."""
        return int(self.position / self.frame_s + 0.01) + 1

    @property
    def frames(self) -> int:
        return round(self.length / self.frame_s) if self.length else 0

    def lead(self, screens: Sequence[Screen]) -> None:
        """Takes other screens, from their start."""
        self._screens = tuple(screens)
        self.position = 0.0
        for screen in screens:
            screen.opened.connect(self._wake)
        self._wake()

    def play(self, playing: bool = True) -> None:
        """Starts or stops."""
        self._is_playing = playing
        if playing and self.position >= self.length - self.frame_s:
            self.go(0.0)
        self._wake()
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """1 is as it was made."""
        self.speed = speed
        self.changed.emit()

    def set_loops(self, loops: bool) -> None:
        """Whether it begins again at the end."""
        self.loops = loops
        self.changed.emit()

    def step(self, frames: int) -> None:
        """So many frames on or back; stops."""
        self._is_playing = False
        last = max(0, self.frames - 1)
        wanted = min(max(0, self.frame - 1 + frames), last)
        self.go(wanted * self.frame_s)
        self.changed.emit()

    def go(self, second: float) -> None:
        """Jumps; what is decoded ahead already is not decoded again."""
        second = min(max(0.0, second), max(0.0, self.length - self.frame_s))
        is_near = self.position <= second <= self.position + 3 * self.frame_s
        self.position = second
        if not is_near:
            for screen in self._screens:
                screen.seek(second)
        self._wake()
        self.moved.emit()

    def _wake(self) -> None:
        self._since.start()
        self._tick.start()

    def _advance(self) -> None:
        passed = self._since.nsecsElapsed() / 1e9  # whole milliseconds would lose a twentieth of the time
        self._since.start()
        reached = min((screen.reached for screen in self._screens), default=0.0)
        if self._is_playing and all(screen.is_ready for screen in self._screens):
            self._move(passed * self.speed, reached)
        for screen in self._screens:
            screen.show_at(self.position)
        if not self._is_playing and all(screen.is_ready for screen in self._screens) and reached >= self.position:
            self._tick.stop()

    def _move(self, seconds: float, reached: float) -> None:
        if not self.length:
            return
        target = min(self.position + seconds, max(self.position, reached))
        if target >= self.length:
            self._end()
            return
        if target != self.position:
            self.position = target
            self.moved.emit()

    def _end(self) -> None:
        if self.loops:
            self.go(0.0)
        else:
            self.position = max(0.0, self.length - self.frame_s)
            self.play(False)
