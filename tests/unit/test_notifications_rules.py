"""Quiet hours, wishes, and the kept notices."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.notifications import MOST_KEPT, Notice, NoticeKind, Wishes, notices_text, read_notices

NIGHT = Wishes(quiet_from="22:30", quiet_to="07:00")
NOTICE = st.builds(
    Notice,
    at=st.just("2026-11-21T08:00:00+00:00"),
    kind=st.sampled_from(NoticeKind),
    title=st.text(),
    text=st.text(),
    job=st.integers(0, 10**6),
    is_read=st.booleans(),
)


@pytest.mark.parametrize(
    ("clock", "quiet"), [("22:29", False), ("22:30", True), ("00:00", True), ("06:59", True), ("07:00", False)]
)
def test_quiet_hours_go_over_midnight(clock: str, quiet: bool) -> None:
    assert NIGHT.is_quiet(datetime.fromisoformat(f"2026-11-21T{clock}")) is quiet


def test_each_kind_has_its_wish_and_good_news_never_disturbs() -> None:
    noon = datetime(2026, 11, 21, 12)
    assert Wishes(on_end=False).may_disturb(NoticeKind.FAILED, noon)
    assert not Wishes(on_end=False).may_disturb(NoticeKind.ENDED, noon)
    assert not Wishes(on_failure=False).may_disturb(NoticeKind.OFFLINE, noon)
    assert not Wishes().may_disturb(NoticeKind.RECOVERED, noon)


def test_times_that_are_none_are_no_quiet_hours() -> None:
    assert not Wishes(quiet_from="late", quiet_to="26:00").is_quiet(datetime(2026, 11, 21, 23))


@given(st.lists(NOTICE, max_size=5))
def test_what_is_kept_is_read_again(notices: list[Notice]) -> None:
    assert read_notices(notices_text(notices)) == notices


@given(st.text() | st.just('[{"at": 1}, 3, null, {"kind": "x"}]'))
def test_spoiled_text_costs_only_itself(text: str) -> None:
    assert all(isinstance(one, Notice) for one in read_notices(text))


def test_only_the_newest_are_kept() -> None:
    many = [Notice("2026-11-21T08:00:00+00:00", NoticeKind.ENDED, str(number)) for number in range(MOST_KEPT + 50)]
    kept = read_notices(notices_text(many))
    assert (len(kept), kept[0].title) == (MOST_KEPT, "0")
