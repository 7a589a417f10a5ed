"""What clips sound like: samples from any time on, at any speed, and their decoding ahead."""

import time
from pathlib import Path

import numpy as np
import pytest
from output_samples import write_clip, write_sounding_clip

from vqdesk.adapters.media.sound import open_sound
from vqdesk.domain.errors import InputUnusable
from vqdesk.ports.playback import SOUND_BYTES_S, SOUND_RATE
from vqdesk.runtime.sounding import Sounding

PATIENCE_S = 60.0


@pytest.fixture(scope="module")
def clip(tmp_path_factory) -> Path:
    """Three seconds with a tone from 0.5 to 1.0."""
    return write_sounding_clip(tmp_path_factory.mktemp("sound") / "tone.mp4")


def loud(samples: bytes) -> tuple[float, float]:
    """From when to when the left channel is loud, in seconds."""
    left = np.frombuffer(samples, np.int16)[::2].astype(int)
    found = np.flatnonzero(abs(left) > 2000)
    return (found[0] / SOUND_RATE, found[-1] / SOUND_RATE) if len(found) else (0.0, 0.0)


def pitch(samples: bytes) -> float:
    """Hz of what is loud."""
    left = np.frombuffer(samples, np.int16)[::2].astype(float)
    return float(np.argmax(abs(np.fft.rfft(left))) * SOUND_RATE / len(left))


@pytest.mark.parametrize(
    ("second", "speed", "length", "tone"),
    [
        (0.0, 1.0, 3.0, (0.5, 1.0)),
        (0.4, 1.0, 2.6, (0.1, 0.6)),
        (1.5, 1.0, 1.5, (0.0, 0.0)),
        (9.0, 1.0, 0.0, (0.0, 0.0)),
        (0.0, 2.0, 1.5, (0.25, 0.5)),
        (0.0, 0.25, 12.0, (2.0, 4.0)),
    ],
)
def test_samples_begin_where_they_are_wanted_and_last_as_long_as_the_speed_says(clip, second, speed, length, tone):
    track = open_sound(clip)
    heard = b"".join(track.pieces(second, speed))
    track.close()
    assert len(heard) / SOUND_BYTES_S == pytest.approx(length, abs=0.2)
    assert loud(heard) == pytest.approx(tone, abs=0.15)
    if tone[1]:
        assert pitch(heard) == pytest.approx(440, abs=10)


def test_a_clip_without_sound_has_no_track_and_a_damaged_one_is_told(tmp_path):
    assert open_sound(write_clip(tmp_path / "silent.mp4", frames=2)) is None
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0" * 500)
    for path in (broken, tmp_path / "gone.mp4"):
        with pytest.raises(InputUnusable, match=path.name):
            open_sound(path)


def taken(sounding: Sounding, seconds: float) -> bytes:
    """So much sound, as soon as it is decoded; less where it ends."""
    wanted, heard = int(seconds * SOUND_BYTES_S) // 4 * 4, b""
    deadline = time.monotonic() + PATIENCE_S
    while len(heard) < wanted and not sounding.is_at_end:
        assert time.monotonic() < deadline
        heard += sounding.take(wanted - len(heard)) or (time.sleep(0.005) or b"")
    return heard


def test_sound_is_decoded_ahead_and_follows_jumps(clip):
    sounding = Sounding(open_sound(clip))
    assert sounding.take(100) == b""
    sounding.go(0.0, 1.0)
    assert loud(taken(sounding, 0.8)) == pytest.approx((0.5, 0.8), abs=0.05)
    sounding.go(0.9, 1.0)
    assert loud(taken(sounding, 0.4)) == pytest.approx((0.0, 0.1), abs=0.05)
    sounding.go(2.5, 1.0)
    assert len(taken(sounding, 9)) / SOUND_BYTES_S == pytest.approx(0.5, abs=0.1)
    assert sounding.is_at_end
    sounding.close()
