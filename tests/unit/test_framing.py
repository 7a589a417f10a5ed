"""What happens to a picture on its way to the size of a workflow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.framing import is_cropped, is_enlarged, lost_share, target_size

SIDES = st.integers(1, 20_000)


@pytest.mark.parametrize(
    ("picture", "lost"), [((1664, 960), 0.0), ((1920, 1920), 0.42), ((480, 832), 0.67), ((4000, 1000), 0.57)]
)
def test_what_is_cut_off_for_832_by_480(picture, lost):
    assert lost_share(picture, (832, 480)) == pytest.approx(lost, abs=0.01)
    assert is_cropped(picture, (832, 480)) is (lost > 0)


def test_a_cut_that_nobody_sees_is_not_told():
    assert not is_cropped((1000, 1000), (1008, 1000))


def test_fewer_pixels_than_wanted_look_soft():
    assert is_enlarged((800, 480), (832, 480))
    assert not is_enlarged((832, 480), (832, 480))


@given(SIDES, SIDES, SIDES, SIDES)
def test_the_lost_part_is_a_part_and_turning_both_changes_nothing(width, height, wide, high):
    share = lost_share((width, height), (wide, high))
    assert 0 <= share < 1
    assert share == pytest.approx(lost_share((height, width), (high, wide)))
    assert lost_share((width, height), (width * 3, height * 3)) == pytest.approx(0)


def test_only_workflows_that_crop_have_a_target():
    assert target_size("image_to_video", {"width": 832, "height": 480}) == (832, 480)
    assert target_size("image_to_video", {"width": "wide", "height": 480}) is None
    assert target_size("upscale", {"width": 832, "height": 480}) is None
