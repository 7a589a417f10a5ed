"""How many prompts are kept at a server."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.runtime.depth import FeedDepth


def depth_after(*seconds, most=32):
    depth = FeedDepth(most)
    for one in seconds:
        depth.learn(one)
    return depth.value


def test_one_runs_and_one_waits_until_more_is_known():
    assert depth_after() == 2


def test_long_prompts_keep_two_there_and_short_ones_about_two_seconds_of_work():
    assert depth_after(600) == 2
    assert depth_after(0.5) == 5
    assert depth_after(0.001) == 32


def test_it_follows_when_the_prompts_become_longer():
    assert depth_after(0.1) > 15
    assert depth_after(0.1, *[30] * 10) == 2


@given(st.lists(st.floats(0, 1e6), max_size=20), st.integers(0, 100))
def test_there_is_always_one_waiting_and_never_more_than_the_lane_allows(seconds, most):
    assert 2 <= depth_after(*seconds, most=most) <= max(2, most)
