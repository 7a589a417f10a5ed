"""The small rules of failures and of the night, each by itself."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.errors import OUT_OF_MEMORY, PUT_ASIDE, ParameterInvalid, Problem
from vqdesk.domain.policies.after_queue import AfterQueue, Emptying
from vqdesk.domain.policies.command_line import arguments_of
from vqdesk.domain.policies.deaths import put_aside
from vqdesk.domain.policies.disk import DiskRoom, short_of_room
from vqdesk.domain.policies.durations import longest_s, never_started, too_long, too_short
from vqdesk.domain.policies.repeats import same_again
from vqdesk.domain.policies.rest import (
    LaneOrders,
    RestReason,
    check_quiet_hours,
    clock_time,
    next_moment,
    quiet_until,
    rest_of,
)

GB = 1_000_000_000
NOON = datetime(2026, 11, 21, 12, 0)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1))
clock_texts = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02}:{t[1]:02}")


def failure(name: str, cause: str = "It broke.", kind: str = "") -> Problem:
    return Problem(f"{name} failed.", cause, kind=kind)


# ---- the same error again ---------------------------------------------------------------------------


@given(st.lists(st.sampled_from(["a", "b", ""]), max_size=8), st.integers(1, 5))
def test_a_lane_stops_exactly_when_its_last_attempts_all_failed_alike(names: list[str], limit: int) -> None:
    row = [failure(name) if name else None for name in names]
    expected = len(names) >= limit and names[0] != "" and len(set(names[:limit])) == 1
    assert (same_again(row, limit) is not None) == expected


def test_numbers_and_paths_do_not_make_another_error() -> None:
    row = [failure("Load", f"File /photos/{n}/cat_{n}.png has {n} bytes in “cat {n}”.") for n in range(3)]
    assert same_again(row, 3) == row[0]


def test_other_policies_answers_and_a_limit_of_nothing_stop_no_lane() -> None:
    assert same_again([failure("KSampler", kind=OUT_OF_MEMORY)] * 9, 3) is None
    assert same_again([failure("KSampler")] * 9, 0) is None


# ---- deaths -----------------------------------------------------------------------------------------


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_prompt_is_put_aside_from_the_limit_on(deaths: int, limit: int) -> None:
    found = put_aside(deaths, limit)
    assert (found is not None) == (limit > 0 and deaths >= limit)
    assert found is None or (found.kind == PUT_ASIDE and found.remedy)


# ---- too short, too long, never started -------------------------------------------------------------


@given(st.lists(st.floats(5.0, 1000.0), min_size=5, max_size=30), st.floats(0.01, 1.0))
def test_what_lies_within_the_known_times_is_never_suspicious(history: list[float], part: float) -> None:
    seconds = min(history) + part * (max(history) - min(history))
    assert too_short(seconds, history) is None
    assert too_long(seconds, history) is None


def test_suspicious_times_are_told_with_what_is_usual() -> None:
    history = [100.0, 110.0, 95.0, 105.0, 102.0]
    short, long = too_short(3.0, history), too_long(500.0, history)
    assert short is not None
    assert "2 min" in short.summary
    assert long is not None
    assert "8 min" in long.summary
    assert longest_s(history) == 440.0


def test_too_little_history_and_quick_prompts_raise_no_suspicion() -> None:
    assert too_short(0.1, [100.0] * 4) is None
    assert too_long(9999.0, [100.0] * 4) is None
    assert too_short(0.001, [0.5] * 9) is None  # a reused result


def test_a_prompt_that_does_not_start_is_told_after_the_limit() -> None:
    assert never_started(599.0, 600.0) is None
    assert never_started(601.0, 600.0) is not None
    assert never_started(1e9, 0.0) is None


# ---- rest of a lane ---------------------------------------------------------------------------------


@given(clock_texts, clock_texts, moments)
def test_quiet_hours_end_at_their_end_and_not_before(start: str, end: str, now: datetime) -> None:
    until = quiet_until(start, end, now)
    if until is None:
        return
    assert now < until <= now + timedelta(days=1)
    assert until.time() == clock_time(end)
    step = (until - now) / 5
    assert all(quiet_until(start, end, now + step * n) == until for n in range(5))
    assert quiet_until(start, end, until) is None


@given(clock_texts, clock_texts, moments)
def test_a_moment_is_in_the_span_or_in_the_other_one(start: str, end: str, now: datetime) -> None:
    spans = [quiet_until(start, end, now) is not None, quiet_until(end, start, now) is not None]
    assert sum(spans) == (start != end)


def test_quiet_hours_go_over_midnight() -> None:
    assert quiet_until("22:00", "07:00", datetime(2026, 11, 21, 23, 30)) == datetime(2026, 11, 22, 7, 0)
    assert quiet_until("22:00", "07:00", datetime(2026, 11, 22, 6, 59)) == datetime(2026, 11, 22, 7, 0)
    assert quiet_until("22:00", "07:00", NOON) is None


def test_a_lane_rests_for_failures_first_then_until_its_start_then_in_quiet_hours() -> None:
    problem = failure("x")
    orders = LaneOrders(problem, "", "11:00", "13:00", "2026-11-21T12:30")
    assert (found := rest_of(orders, NOON)) is not None
    assert (found.reason, found.problem, found.until) == (RestReason.FAILURES, problem, None)
    assert (found := rest_of(LaneOrders(None, "", "11:00", "13:00", "2026-11-21T12:30"), NOON)) is not None
    assert (found.reason, found.until) == (RestReason.LATER, datetime(2026, 11, 21, 12, 30))
    assert (found := rest_of(LaneOrders(None, "", "11:00", "13:00"), NOON)) is not None
    assert found.reason is RestReason.QUIET
    assert rest_of(LaneOrders(), NOON) is None


def test_times_are_taken_as_people_write_them() -> None:
    assert check_quiet_hours("7:00", "9:30") == ("07:00", "09:30")
    assert check_quiet_hours("", " ") == ("", "")
    assert next_moment("22:30", NOON) == "2026-11-21T22:30"
    assert next_moment("6:00", NOON) == "2026-11-22T06:00"
    assert next_moment("2026-12-01 08:15", NOON) == "2026-12-01T08:15"
    for start, end in (("22", "7"), ("25:00", "07:00"), ("22:00", ""), ("08:00", "8:00")):
        with pytest.raises(ParameterInvalid):
            check_quiet_hours(start, end)
    with pytest.raises(ParameterInvalid):
        next_moment("soon", NOON)


# ---- after the queue --------------------------------------------------------------------------------

looks = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(AfterQueue), st.floats(0.1, 40.0)), max_size=25)


@given(looks)
def test_nothing_happens_with_open_prompts_nor_before_the_countdown_is_over(
    seen: list[tuple[int, AfterQueue, float]],
) -> None:
    state, now, empty_since = Emptying(), 0.0, None
    for open_prompts, wish, passed in seen:
        now += passed
        state = state.look(open_prompts, wish, now, countdown_s=60.0)
        calm = open_prompts == 0 and wish is not AfterQueue.NOTHING
        empty_since = (empty_since if empty_since is not None else now) if calm else None
        if state.is_due(now):
            assert calm
            assert state.had_work
            assert not wish.counts_down or now - empty_since >= 60.0 or state.ends_at == empty_since


def test_a_queue_that_was_empty_all_along_ends_nothing() -> None:
    state = Emptying()
    for now in range(200):
        state = state.look(0, AfterQueue.SHUT_DOWN, float(now), 60.0)
    assert state.left_s(200.0) is None


def test_new_work_stops_the_countdown_and_it_starts_whole_again() -> None:
    state = Emptying().look(1, AfterQueue.SUSPEND, 0.0, 60.0).look(0, AfterQueue.SUSPEND, 1.0, 60.0)
    assert state.left_s(31.0) == 30.0
    state = state.look(2, AfterQueue.SUSPEND, 32.0, 60.0)
    assert state.left_s(32.0) is None
    state = state.look(0, AfterQueue.SUSPEND, 40.0, 60.0)
    assert state.left_s(40.0) == 60.0


def test_a_wish_that_comes_after_the_last_prompt_still_counts_for_it() -> None:
    state = Emptying().look(1, AfterQueue.NOTHING, 0.0, 60.0).look(0, AfterQueue.NOTHING, 1.0, 60.0)
    assert state.look(0, AfterQueue.SUSPEND, 5.0, 60.0).left_s(5.0) == 60.0


# ---- disk and command -------------------------------------------------------------------------------


def disk(free: float, total: float) -> DiskRoom:
    return DiskRoom("outputs", "/out", int(free), int(total))


def test_the_guard_speaks_below_its_limit_and_wants_more_to_go_on() -> None:
    assert short_of_room([disk(2.01 * GB, 500 * GB)], 2.0) is None
    assert short_of_room([disk(2.01 * GB, 500 * GB)], 2.0, was_short=True) is not None
    found = short_of_room([disk(90 * GB, 100 * GB), disk(1.9 * GB, 500 * GB)], 2.0)
    assert found is not None
    assert "1.9 GB" in found.cause
    assert short_of_room([disk(0, 500 * GB)], 0.0) is None


def test_on_a_small_disk_a_twentieth_is_enough() -> None:
    assert short_of_room([disk(0.5e6, 6e6)], 2.0) is None
    assert short_of_room([disk(0.2e6, 6e6)], 2.0) is not None


def test_a_command_is_taken_apart_without_a_shell() -> None:
    assert arguments_of("notify-send 'The queue' \"is done\" ; rm -rf $HOME") == [
        *("notify-send", "The queue", "is done", ";", "rm", "-rf", "$HOME")
    ]
    assert arguments_of('"C:\\Program Files\\x.exe" C:\\done') == ["C:\\Program Files\\x.exe", "C:\\done"]
    for text in ("", "   ", "echo 'open"):
        with pytest.raises(ParameterInvalid):
            arguments_of(text)


@given(
    st.lists(
        st.text(st.characters(blacklist_characters="\"'", blacklist_categories=["Cs"]), min_size=1), min_size=1
    )
)
def test_quoted_words_come_back_whole(words: list[str]) -> None:
    assert arguments_of(" ".join(f'"{word}"' for word in words)) == words
