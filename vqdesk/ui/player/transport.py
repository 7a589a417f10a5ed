"""The controls of the player: play, steps, place, time, speed, loop, loudness."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.gallery_keys import GalleryWish
from vqdesk.ui.player.clock import SPEEDS, PlayClock
from vqdesk.ui.player.loudness import Loudness
from vqdesk.ui.player.speaker import Speaker
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton, QuietButton
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.slider import Slider
from vqdesk.ui.widgets.surfaces import Panel

_PARTS = 1000


class Transport(Panel):
    """Follows a clock and moves it."""

    def __init__(self, clock: PlayClock, speaker: Speaker, keys: ListKeys, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "card", parent)
        self._clock = clock
        self._keys = keys
        self.loudness = Loudness(speaker, keys)
        self.back = IconButton("first", self.tr("One frame back"))
        self.play = Button("", icon="play", variant="primary")
        self.on = IconButton("last", self.tr("One frame on"))
        self.loop = IconButton("repeat", self.tr("Play in a loop"))
        self.loop.setCheckable(True)
        self.place = Slider(0, _PARTS, 1)
        self.place.setAccessibleName(self.tr("Place in the clip"))
        self._time = Label("", "strong")
        self._frame = Label("", "body", "text.secondary")
        self.speed = QuietButton("", icon="", small=True)
        self._build_speeds()
        self._build_row()
        self._connect()
        self._show_state()
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the place in the clip is worth more than its number and the volume."""
        super().resizeEvent(event)
        is_narrow = self.width() < current_theme().size.form
        self._frame.setVisible(not is_narrow)
        self.loudness.volume.setVisible(not is_narrow)

    def _build_speeds(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(self)
        for speed in SPEEDS:
            action = QAction(_speed_words(speed), self, checkable=True, checked=speed == self._clock.speed)
            action.triggered.connect(lambda _checked, chosen=speed: self._clock.set_speed(chosen))
            group.addAction(action)
            menu.addAction(action)
        self.speed.setMenu(menu)

    def _build_row(self) -> None:
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.s, theme.space.xs, theme.space.s, theme.space.xs)
        row.setSpacing(theme.space.s)
        for part in (self.back, self.play, self.on, self.loop):
            row.addWidget(part)
        row.addWidget(self.place, 1)
        for part in (self._time, self._frame, self.speed, self.loudness):
            row.addWidget(part)

    def _connect(self) -> None:
        clock = self._clock
        clock.moved.connect(self._show_place)
        clock.changed.connect(self._show_state)
        self.play.clicked.connect(lambda: clock.play(not clock.is_playing))
        self.back.clicked.connect(lambda: clock.step(-1))
        self.on.clicked.connect(lambda: clock.step(1))
        self.loop.toggled.connect(clock.set_loops)
        self.place.moved.connect(lambda part: clock.go(part / _PARTS * clock.length))
        for part in (self.back, self.play, self.on, self.loop, self.speed):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _show_state(self) -> None:
        clock = self._clock
        word = self.tr("Pause") if clock.is_playing else self.tr("Play")
        self.play.set_icon("pause" if clock.is_playing else "play")
        self.play.setAccessibleName(word)
        self.play.setToolTip(_named(word, self._keys.shown(GalleryWish.PLAY)))
        self.back.set_name(self.tr("One frame back"), self._keys.shown(GalleryWish.BACK))
        self.on.set_name(self.tr("One frame on"), self._keys.shown(GalleryWish.ON))
        if self.loop.isChecked() != clock.loops:
            self.loop.setChecked(clock.loops)
        loops = self.tr("Plays in a loop") if clock.loops else self.tr("Play in a loop")
        self.loop.setToolTip(_named(loops, self._keys.shown(GalleryWish.LOOP)))
        self.speed.setText(_speed_words(clock.speed))
        self.speed.setAccessibleName(self.tr("Speed: {0}").format(_speed_words(clock.speed)))

    def _show_place(self) -> None:
        clock = self._clock
        length = clock.length
        self.place.set_value(clock.position / length * _PARTS if length else 0)
        self._time.setText(self.tr("{0} / {1} s").format(f"{clock.position:.1f}", f"{length:.1f}"))
        self._frame.setText(self.tr("frame {0} / {1}").format(clock.frame, clock.frames))


def _named(words: str, key: str) -> str:
    return f"{words} ({key})" if key else words


def _speed_words(speed: float) -> str:
    return f"{speed:g}×"
