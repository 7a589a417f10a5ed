"""What is heard of a clip: it follows the clock of the pictures, and is silent where there is nothing to hear."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings_window import PLAYER_MUTED, PLAYER_VOLUME
from vqdesk.ports.playback import SOUND_BYTES_S
from vqdesk.ui.calls import Calls
from vqdesk.ui.player.audio_out import AudioOut, QtAudioOut
from vqdesk.ui.player.clock import PlayClock

if TYPE_CHECKING:
    from vqdesk.runtime.sounding import Sounding

_IN_STEP_S = 0.06
"""Sound and picture that differ by less look and sound as one."""
_NEAR_S = 0.3
"""Sound that is late by less leaves samples out; by more, somebody has jumped."""
_KEEP_MS = 500


class Speaker(QObject):
    """`changed` after every change of volume, muting, or of why nothing is heard."""

    changed = Signal()

    def __init__(
        self, calls: Calls, clock: PlayClock, parent: QObject, open_out: Callable[[QObject], AudioOut] = QtAudioOut
    ) -> None:
        super().__init__(parent)
        self.volume = PLAYER_VOLUME.default
        self.is_muted = PLAYER_MUTED.default
        self.silence = self.tr("Nothing plays.")
        self._calls = calls
        self._clock = clock
        self._open_out = open_out
        self._sounding: Sounding | None = None
        self._out: AudioOut | None = None
        self._clip = 0  # counts the clips: an answer for an earlier one is late
        self._speed = 0.0  # of what is decoded; 0 while stopped
        self._next = 0.0  # second of the clip whose samples are written next
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep.timeout.connect(self._save)
        clock.moved.connect(self._follow)
        clock.changed.connect(self._follow)

    def lead(self, row: GalleryOutput | None) -> None:
        """Another clip, or none."""
        self._drop()
        self._clip += 1
        if row is None or not row.is_clip:
            self._tell(self.tr("A still picture has no sound."))
            return
        self._tell(self.tr("This clip has no sound."))
        path = row.path
        self._calls.ask(self, lambda desk: desk.settings.values(), self._take_values, self._refuse)
        self._calls.ask(
            self, lambda desk: desk.outputs.listen(path), partial(self._take_sound, self._clip), self._refuse
        )

    def set_volume(self, percent: int) -> None:
        """0 to 100; kept for the next clip and the next start."""
        self._take_loudness(percent, False)
        self._keep.start()

    def set_muted(self, muted: bool) -> None:
        """Silent, with the volume as it was; kept as well."""
        self._take_loudness(self.volume, muted)
        self._keep.start()

    def _take_values(self, values: Mapping[str, SettingValue]) -> None:
        if not self._keep.isActive():
            muted = bool(values.get(PLAYER_MUTED.key, self.is_muted))
            self._take_loudness(int(values.get(PLAYER_VOLUME.key, self.volume)), muted)

    def _take_loudness(self, percent: int, muted: bool) -> None:
        self.volume, self.is_muted = percent, muted
        if self._out is not None:
            self._out.set_volume(0.0 if muted else percent / 100)
        self.changed.emit()

    def _save(self) -> None:
        kept = {PLAYER_VOLUME.key: self.volume, PLAYER_MUTED.key: self.is_muted}
        self._calls.ask(self, lambda desk: desk.settings.change(kept), failed=self._refuse)

    def _take_sound(self, clip: int, sounding: "Sounding | None") -> None:
        if sounding is None:
            return
        if clip != self._clip:
            sounding.close()
            return
        self._sounding = sounding
        try:
            self._out = self._open_out(self)
        except UserError as error:
            self._refuse(error.problem)
            return
        self._tell("")
        self._take_loudness(self.volume, self.is_muted)

    def _refuse(self, problem: Problem) -> None:
        self._tell(problem.sentence())

    def _tell(self, silence: str) -> None:
        self.silence = silence
        self.changed.emit()

    def _drop(self) -> None:
        self._stop()
        self._out = None
        if self._sounding is not None:
            self._sounding.close()
            self._sounding = None

    def _follow(self) -> None:
        if self._out is None or self._sounding is None:
            return
        if not self._clock.is_playing:
            self._stop()
        elif self._speed:
            self._feed(self._out, self._sounding)
        else:
            self._out.start()
            self._jump(self._out, self._sounding)

    def _stop(self) -> None:
        if self._out is not None and self._speed:
            self._out.stop()
        self._speed = 0.0

    def _jump(self, out: AudioOut, sounding: "Sounding") -> None:
        """Goes on with what the clock will show when all that waits has been heard."""
        self._speed = self._clock.speed
        self._next = self._clock.position + out.waiting / SOUND_BYTES_S * self._speed
        sounding.go(self._next, self._speed)

    def _feed(self, out: AudioOut, sounding: "Sounding") -> None:
        heard = self._next - out.waiting / SOUND_BYTES_S * self._speed
        late = self._clock.position - heard
        if sounding.problem is not None:
            self._refuse(sounding.problem)
            self._drop()
        elif late < -_NEAR_S or self._speed != self._clock.speed:
            self._jump(out, sounding)
        elif sounding.is_at_end or late < -_IN_STEP_S:
            return  # the sound is over, or the pictures have to come first
        elif late > _NEAR_S:
            self._jump(out, sounding)
        else:
            if late > _IN_STEP_S:
                self._pass(len(sounding.take(round(late / self._speed * SOUND_BYTES_S))))
            samples = sounding.take(out.room)
            out.write(samples)
            self._pass(len(samples))

    def _pass(self, count: int) -> None:
        self._next += count / SOUND_BYTES_S * self._speed
