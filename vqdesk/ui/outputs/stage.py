"""Where selected outputs play: one alone, or two to four compared in step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.outputs import MOST_COMPARED, GalleryOutput
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.detail.words import grouped
from vqdesk.ui.outputs.gallery_keys import GalleryWish
from vqdesk.ui.outputs.words import name_of
from vqdesk.ui.player.audio_out import AudioOut, QtAudioOut
from vqdesk.ui.player.canvas import DIFFERENCE, LETTERS, SIDE, WIPE, Canvas
from vqdesk.ui.player.clock import PlayClock
from vqdesk.ui.player.screen import Screen
from vqdesk.ui.player.speaker import Speaker
from vqdesk.ui.player.transport import Transport
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.labels import ElidedLabel, Label


class Stage(QWidget):
    """Closed until `show_rows`; `closed` when the user closes it."""

    closed = Signal()
    enlarged = Signal(bool)  # it wants the room of the gallery, or gives it back

    def __init__(self, calls: Calls, keys: ListKeys, open_out: Callable[[QObject], AudioOut] = QtAudioOut) -> None:
        super().__init__()
        self._calls = calls
        self._screens: tuple[Screen, ...] = ()
        self.clock = PlayClock(self)
        self.canvas = Canvas()
        self.speaker = Speaker(calls, self.clock, self, open_out)
        self.transport = Transport(self.clock, self.speaker, keys)
        self._title = Label("", "title")
        self._second = ElidedLabel("", "small", "text.secondary")
        self.mode = Segmented(
            [(SIDE, self.tr("Side by side")), (WIPE, self.tr("Wipe")), (DIFFERENCE, self.tr("Difference"))],
            self.tr("Comparison"),
        )
        self.large = IconButton("expand", "")
        self.large.setCheckable(True)
        self.large.set_name(self.tr("Larger player"), self.tr("double click"))
        self.close_button = IconButton("close", "")
        self.close_button.set_name(self.tr("Close the player"), self.tr("Esc"))
        self._build()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        return bool(self._screens)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """What is looked at."""
        return self._screens

    @property
    def letters(self) -> dict[int, str]:
        """By output id, while several are compared."""
        if len(self._screens) < 2:
            return {}
        return {screen.row.id: letter for screen, letter in zip(self._screens, LETTERS, strict=False)}

    def show_rows(self, rows: Sequence[GalleryOutput]) -> None:
        """Plays these, at most four; the same ones go on playing."""
        shown = list(rows[:MOST_COMPARED])
        if not shown or [row.id for row in shown] == [screen.row.id for screen in self._screens]:
            return
        self._drop()
        self._screens = tuple(Screen(self._calls, row, self) for row in shown)
        labels = [(name_of(row), _seed(row, self.tr("seed {0}"))) for row in shown]
        self.canvas.show_screens(self._screens, labels)
        several = len(shown) > 1
        self._title.setText(self.tr("Compare {0}").format(len(shown)) if several else name_of(shown[0]))
        self._second.setText(self._what_is_common(shown) if several else "")
        self.mode.setVisible(several)
        if not several:
            self._set_mode(SIDE)
        self.clock.lead(self._screens)
        self.speaker.lead(next((row for row in shown if row.is_clip), None))
        self.transport.setVisible(self.clock.length > 0)
        self.show()
        self.clock.play(self.clock.length > 0)

    def dismiss(self) -> None:
        """Closes it."""
        if self.is_open:
            self._drop()
            self.hide()
            self.large.setChecked(False)
            self.closed.emit()

    def toggle_playing(self) -> None:
        """Plays or pauses."""
        if self.clock.length:
            self.clock.play(not self.clock.is_playing)

    def do(self, wish: str) -> None:
        """A key of the gallery while this is open."""
        if wish == GalleryWish.PLAY:
            self.toggle_playing()
        elif wish == GalleryWish.CLOSE:
            self.dismiss()
        elif wish == GalleryWish.LOOP:
            self.clock.set_loops(not self.clock.loops)
        elif wish == GalleryWish.MUTE:
            self.speaker.set_muted(not self.speaker.is_muted)
        elif wish in (GalleryWish.BACK, GalleryWish.ON):
            self.clock.step(1 if wish == GalleryWish.ON else -1)

    def _what_is_common(self, rows: Sequence[GalleryOutput]) -> str:
        if len({row.source_path for row in rows}) == 1 and rows[0].source_path:
            return self.tr("same image, another seed")
        if len({row.job_id for row in rows}) == 1:
            return self.tr("of one job")
        return self.tr("A and B, in step") if len(rows) == 2 else ""

    def _drop(self) -> None:
        self.clock.play(False)
        self.clock.lead(())
        self.speaker.lead(None)
        self.canvas.show_screens((), ())
        for screen in self._screens:
            screen.close()
        self._screens = ()

    def _set_mode(self, mode: str) -> None:
        self.mode.set_value(mode)
        self.canvas.set_mode(mode)

    def _build(self) -> None:
        space = current_theme().space
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addWidget(self._title)
        head.addWidget(self._second, 1)
        for part in (self.mode, self.large, self.close_button):
            head.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addLayout(head)
        rows.addWidget(self.canvas, 1)
        rows.addWidget(self.transport)

    def _connect(self) -> None:
        self.mode.changed.connect(self.canvas.set_mode)
        self.canvas.play_asked.connect(self.toggle_playing)
        self.canvas.zoom_asked.connect(self.large.toggle)
        self.large.toggled.connect(self.enlarged)
        self.close_button.clicked.connect(self.dismiss)


def _seed(row: GalleryOutput, words: str) -> str:
    return words.format(grouped(row.seed)) if row.seed is not None else ""
