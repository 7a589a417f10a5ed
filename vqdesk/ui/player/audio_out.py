"""Where sound goes to: Qt's audio, which is not part of every installation."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QIODevice, QObject

from vqdesk.domain.errors import UserError
from vqdesk.ports.playback import SOUND_BYTES_S, SOUND_CHANNELS, SOUND_RATE

_BUFFER_S = 0.15
"""Longer than a busy window keeps its timers waiting, shorter than what an eye notices after a jump."""


class AudioOut(Protocol):
    """A loudspeaker that is fed: samples as `ports.SoundTrack` gives them."""

    @property
    def room(self) -> int:
        """Bytes that it takes now."""
        ...

    @property
    def waiting(self) -> int:
        """Bytes that it has and that are not heard yet."""
        ...

    def start(self) -> None: ...

    def stop(self) -> None:
        """At once; what waits is dropped."""
        ...

    def write(self, samples: bytes) -> None:
        """No more than there is room for."""
        ...

    def set_volume(self, part: float) -> None:
        """0 to 1, as loud as it feels."""
        ...


class QtAudioOut:
    """Implements AudioOut. Raises UserError where nothing can be heard."""

    def __init__(self, parent: QObject) -> None:
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # not installed everywhere
        except ImportError as error:
            raise UserError(
                _say("Clips play without sound here."),
                _say("Qt's audio cannot be loaded: {0}.").format(error),
                _say("Install the Python package PySide6-Addons, of the version of PySide6-Essentials."),
            ) from error
        wanted = QAudioFormat()
        wanted.setSampleRate(SOUND_RATE)
        wanted.setChannelCount(SOUND_CHANNELS)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not device.isFormatSupported(wanted):
            raise UserError(_say("Clips play without sound here."), _say("The system has no loudspeaker for it."))
        self._sink = QAudioSink(device, wanted, parent)
        self._sink.setBufferSize(round(SOUND_BYTES_S * _BUFFER_S))
        self._input: QIODevice | None = None

    @property
    def room(self) -> int:
        return self._sink.bytesFree() if self._input is not None else 0

    @property
    def waiting(self) -> int:
        return self._sink.bufferSize() - self._sink.bytesFree() if self._input is not None else 0

    def start(self) -> None:
        self._input = self._sink.start()

    def stop(self) -> None:
        self._input = None
        self._sink.reset()

    def write(self, samples: bytes) -> None:
        if self._input is not None:
            self._input.write(samples)

    def set_volume(self, part: float) -> None:
        self._sink.setVolume(part**2)  # ears hear steps of loudness as ratios


def _say(text: str) -> str:
    return QCoreApplication.translate("AudioOut", text)
