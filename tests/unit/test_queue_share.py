"""The share of the queue's work that is done."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.job import PromptId
from vqdesk.domain.queue_share import QueueShare


def test_what_ends_and_what_runs_counts_and_new_work_makes_it_less() -> None:
    share = QueueShare()
    assert share.percent is None
    share.take_open(4)
    assert share.percent == 0
    share.take_progress(PromptId(1), 0.8)
    assert share.percent == 20
    share.forget(PromptId(1))
    share.take_open(3)
    assert share.percent == 25
    share.take_open(7)
    assert share.percent == 12
    share.take_open(0)
    assert share.percent is None
    share.take_open(2)
    assert share.percent == 0


@given(st.lists(st.integers(0, 50), max_size=30), st.lists(st.floats(0, 1), max_size=10))
def test_it_is_never_all_while_something_is_open(counts, fractions) -> None:
    share = QueueShare()
    for count in counts:
        share.take_open(count)
        for number, fraction in enumerate(fractions):
            share.take_progress(PromptId(number), fraction)
        assert (share.percent is None) if not count else (0 <= share.percent <= 99)
