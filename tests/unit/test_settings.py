"""A setting takes what its entry allows and falls back to its default for everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.setting import Setting
from vqdesk.domain.settings import SETTINGS

DEPTH = Setting("depth", "Engines", "Depth", "How many prompts may wait at a server.", 32, minimum=1, maximum=64)
SHARE = Setting("share", "Disk", "Share", "Part of the disk.", 0.5, minimum=0, maximum=1)
QUIET = Setting("quiet", "Night", "Quiet", "No sound.", False)
AFTER = Setting(
    "after",
    "Night",
    "After the queue",
    "What then.",
    "nothing",
    choices=(("nothing", "Nothing"), ("free", "Free")),
)


@given(st.text())
def test_any_stored_text_gives_a_legal_value(stored: str) -> None:
    assert 1 <= DEPTH.read(stored) <= 64
    assert 0 <= SHARE.read(stored) <= 1
    assert QUIET.read(stored) in (True, False)
    assert AFTER.read(stored) in ("nothing", "free")


@given(st.integers(1, 64))
def test_what_is_written_is_read_again(value: int) -> None:
    assert DEPTH.read(DEPTH.write(value)) == value


@pytest.mark.parametrize("wrong", [0, 65, True, "8", 2.5])
def test_values_outside_the_limits_are_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="Depth"):
        DEPTH.write(wrong)


def test_a_whole_number_serves_as_a_float_and_a_switch_not_as_a_number() -> None:
    assert SHARE.read("1") == 1.0
    assert DEPTH.read("true") == 32


def test_every_setting_has_its_own_key_and_a_sentence_and_a_legal_default() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.meaning.endswith(".")
        assert setting.read(setting.write(setting.default)) == setting.default
