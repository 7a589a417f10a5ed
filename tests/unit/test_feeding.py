"""The choice of the next prompts: order, models together, a bound on waiting, and what is taken back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.feeding import Sent, Waiting, fair_room, outranked, portions, together_words, waits_words
from vqdesk.domain.job import AttemptId, JobId


def job(number: int, share: str = "", **facts) -> Waiting:
    return Waiting(
        **{"job_id": JobId(number), "priority": 0, "rank": number, "prompts": 1, "share": share, **facts}
    )


def order(waiting, room=99, loaded="", most=5):
    return [one.job_id for one in portions(waiting, room, loaded, most)]


def test_without_models_the_order_of_the_queue_holds():
    assert order([job(1), job(2), job(3)], room=2, loaded="a") == [1, 2]


def test_a_job_gets_as_many_prompts_as_there_is_room():
    taken = portions([job(1, prompts=3), job(2, prompts=9)], 5, "", 5)
    assert [(one.job_id, one.prompts) for one in taken] == [(1, 3), (2, 2)]


def test_jobs_with_the_loaded_models_come_first_and_say_whom_they_overtake():
    taken = portions([job(1, "b"), job(2, "a"), job(3, "b"), job(4, "a")], 99, "a", 5)
    assert [one.job_id for one in taken] == [2, 4, 1, 3]
    assert taken[0].overtakes == (1,)
    assert taken[1].overtakes == (1, 3)


def test_switched_off_the_order_holds():
    assert order([job(1, "b"), job(2, "a")], loaded="a", most=0) == [1, 2]


def test_only_so_many_jobs_overtake_one():
    waiting = [job(1, "b"), *(job(number, "a") for number in range(2, 9))]
    assert order(waiting, loaded="a", most=3) == [2, 3, 4, 1, 5, 6, 7, 8]


def test_a_job_that_overtakes_again_counts_once():
    waiting = [job(1, "b", overtaken_by=frozenset({2})), job(2, "a")]
    assert order(waiting, loaded="a", most=1) == [2, 1]


def test_a_higher_priority_and_a_place_given_by_hand_are_never_overtaken():
    assert order([job(1, "b", priority=1), job(2, "a")], loaded="a") == [1, 2]
    assert order([job(1, "b", placed_at="2026"), job(2, "a")], loaded="a") == [1, 2]


def test_what_little_is_left_is_shared_between_the_lanes():
    assert fair_room([job(1, prompts=100)], 9, 4) == 9
    assert fair_room([job(1, prompts=12)], 9, 4) == 3
    assert fair_room([job(1, prompts=2)], 9, 4) == 2
    assert fair_room([job(1, prompts=12, is_pinned=True)], 9, 4) == 9


def sent(number: int, sent_at: str = "5", priority: int = 0) -> Sent:
    return Sent(AttemptId(f"attempt {number}"), JobId(number), priority, number, sent_at)


def test_what_is_less_urgent_comes_back_from_the_server():
    queue = [sent(5), sent(6, priority=2)]
    assert outranked(queue, [job(9, priority=1)]) == ["attempt 5"]
    assert outranked(queue, [job(1, placed_at="7")]) == ["attempt 5"]


def test_nothing_comes_back_for_what_was_overtaken_or_is_just_older():
    queue = [sent(5)]
    assert outranked(queue, [job(1), job(2, placed_at="4"), job(9, placed_at="7"), job(5, placed_at="7")]) == []


def test_words():
    assert (
        together_words(12, "dir/wan2.2_i2v_high.safetensors\nz.gguf") == "12 together: share wan2.2_i2v_high + 1"
    )
    assert waits_words(0) == ""
    assert "3 jobs" in waits_words(3)


SHARES = st.sampled_from(["", "a", "b", "c"])
JOBS = st.lists(st.tuples(SHARES, st.integers(0, 1), st.integers(1, 4), st.booleans()), min_size=1, max_size=25)


def queue_of(drawn) -> list[Waiting]:
    made = [
        job(number, share, priority=priority, prompts=prompts, placed_at="1" if placed else "")
        for number, (share, priority, prompts, placed) in enumerate(drawn, start=1)
    ]
    return sorted(made, key=lambda one: (-one.priority, one.rank))


@given(JOBS, st.lists(st.integers(1, 6), min_size=1, max_size=4), st.integers(0, 4))
def test_nothing_starves_and_nobody_is_overtaken_by_more_than_the_limit(drawn, rooms, most):
    """Several lanes take turns until nothing waits."""
    waiting, loaded, overtaken = queue_of(drawn), [""] * len(rooms), {}
    total, done, turn = sum(one.prompts for one in waiting), 0, 0
    everyone = {one.job_id: one for one in waiting}
    while waiting:
        lane = turn % len(rooms)
        turn += 1
        taken = portions(waiting, rooms[lane], loaded[lane], most)
        assert 0 < sum(one.prompts for one in taken) <= rooms[lane]
        for portion in taken:
            for behind in portion.overtakes:
                overtaken.setdefault(behind, set()).add(portion.job_id)
                assert everyone[behind].priority == everyone[portion.job_id].priority
                assert not everyone[behind].placed_at
            loaded[lane] = portion.share or loaded[lane]
            done += portion.prompts
        left = {one.job_id: one.prompts for one in taken}
        waiting = [
            replace(
                one,
                prompts=one.prompts - left.get(one.job_id, 0),
                overtaken_by=frozenset(overtaken.get(one.job_id, ())),
            )
            for one in waiting
            if one.prompts > left.get(one.job_id, 0)
        ]
    assert done == total
    assert all(len(others) <= most for others in overtaken.values())


@given(JOBS, SHARES)
def test_without_affinity_the_order_is_that_of_the_queue(drawn, loaded):
    waiting = queue_of(drawn)
    assert order(waiting, room=1000, loaded=loaded, most=0) == [one.job_id for one in waiting]
