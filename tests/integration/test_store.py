"""The real SQLite store: claiming, cancelling, retrying, searching; several processes; full disks."""

import resource
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from queue_samples import GRAPH, draft, new_lane, opened, set_job, staged_draft

from vqdesk.domain.errors import NotFound, Problem, StoreUnusable
from vqdesk.domain.job import AttemptId, JobId, NewOutput, PromptId
from vqdesk.domain.needs import needs_of
from vqdesk.domain.status import IllegalTransition, PromptStatus
from vqdesk.ports import JobQuery, Move, Store

S = PromptStatus
NEEDS = needs_of(GRAPH).key
OUTPUT = NewOutput("save", "a.png", "/out/a.png", "image", 10, "00" * 32, 64, 64, 0.0, 1)
FAULT = Problem("The node failed.", "Out of memory.", "Use a smaller size.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vqdesk.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with opened(path) as store:
        yield store


def take(store: Store, limit: int = 1, lane: str = "one") -> list[tuple[PromptId, AttemptId]]:
    claimed = store.prompts.claim(new_lane(store, lane), limit, [NEEDS])
    return [(one.prompt.id, one.attempt_id) for one in claimed]


def statuses(store: Store, job_id: JobId) -> list[str]:
    return [prompt.status.value for prompt in store.jobs.prompts(job_id)]


# ---- taking prompts ---------------------------------------------------------------------------------


def test_prompts_are_taken_by_priority_then_position_then_ordinal(store: Store, path: Path) -> None:
    first, urgent, moved = (store.jobs.create(draft(name, 2)) for name in ("first", "urgent", "moved"))
    set_job(path, urgent, priority=5)
    set_job(path, moved, position=0.5)
    taken = [store.prompts.get(prompt_id) for prompt_id, _ in take(store, 6)]
    assert [(prompt.job_id, prompt.ordinal) for prompt in taken] == [
        (job_id, ordinal) for job_id in (urgent, moved, first) for ordinal in (1, 2)
    ]


def test_held_deleted_and_later_jobs_are_not_taken(store: Store, path: Path) -> None:
    for column, value in (("held", 1), ("deleted_at", "2025-01-01"), ("start_at", "2999-01-01T00:00:00.000Z")):
        set_job(path, store.jobs.create(draft()), **{column: value})
    assert take(store, 9) == []


def test_a_pinned_job_is_taken_by_its_lane_only(store: Store) -> None:
    store.jobs.create(draft(lane_pin=new_lane(store, "two")))
    assert take(store, lane="one") == []
    assert len(take(store, lane="two")) == 1


def test_a_lane_takes_only_workflows_that_it_can_run(store: Store) -> None:
    other = store.jobs.create(draft(graph={**GRAPH, "more": {"class_type": "Other", "inputs": {}}}))
    lane = new_lane(store)
    [needs] = store.prompts.pending_needs(lane)
    assert store.prompts.pending_needs(lane) == {needs: other}
    assert "Other" in store.prompts.needs(needs).classes
    assert take(store, 9) == []
    assert len(store.prompts.claim(lane, 9, [NEEDS, needs])) == 1


def test_nothing_is_taken_while_paused(store: Store) -> None:
    store.jobs.create(draft(count=3))
    store.settings.put("paused", "1")
    assert take(store, 9) == []
    store.settings.put("paused", "0")
    assert len(take(store, 9)) == 3


def test_two_lanes_at_once_never_take_the_same_prompt(store: Store, path: Path) -> None:
    """Two processes' worth of connections race for 60 prompts."""
    job = store.jobs.create(draft(count=60))
    taken: list[PromptId] = []

    def grab(name: str) -> None:
        with opened(path) as own:
            lane = new_lane(own, name)
            while claimed := own.prompts.claim(lane, 2, [NEEDS]):
                taken.extend(one.prompt.id for one in claimed)

    racers = [threading.Thread(target=grab, args=(name,)) for name in ("one", "two")]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert len(taken) == len(set(taken)) == 60
    assert store.jobs.get(job).counts.submitting == 60


# ---- ends, cancel, retry -----------------------------------------------------------------------------


def test_success_is_recorded_with_its_outputs_and_only_once(store: Store) -> None:
    job = store.jobs.create(draft())
    [(prompt, attempt)] = take(store)
    assert store.prompts.succeed(prompt, attempt, [OUTPUT], 1.5)
    assert not store.prompts.succeed(prompt, attempt, [replace(OUTPUT, path="/out/b.png")], 1.5)
    done = store.jobs.get(job)
    assert (done.status, done.counts.succeeded) == (S.SUCCEEDED, 1)
    assert done.ended_at
    assert [output.path for output in store.jobs.outputs(job)] == ["/out/a.png"]


def test_a_success_whose_output_cannot_be_recorded_is_none(store: Store) -> None:
    """One path belongs to one output: the transaction fails as a whole."""
    job = store.jobs.create(draft(count=2))
    (first, attempt_1), (second, attempt_2) = take(store, 2)
    assert store.prompts.succeed(first, attempt_1, [OUTPUT], 1)
    with pytest.raises(sqlite3.IntegrityError):
        store.prompts.succeed(second, attempt_2, [OUTPUT], 1)
    assert statuses(store, job) == ["succeeded", "submitting"]


def test_a_late_word_about_an_old_attempt_changes_nothing(store: Store) -> None:
    job = store.jobs.create(draft())
    [(prompt, old)] = take(store)
    assert store.prompts.move(Move(prompt, old, S.PENDING, outcome="lost"))
    [(_, new)] = take(store)
    for status in (S.RUNNING, S.FAILED, S.PENDING, S.CANCELED):
        assert not store.prompts.move(Move(prompt, old, status))
    assert not store.prompts.succeed(prompt, old, [OUTPUT], 1)
    assert statuses(store, job) == ["submitting"]
    assert store.prompts.get(prompt).attempt_id == new


def test_a_move_outside_the_table_is_a_bug_and_raises(store: Store) -> None:
    store.jobs.create(draft())
    [(prompt, attempt)] = take(store)
    store.prompts.move(Move(prompt, attempt, S.RUNNING))
    with pytest.raises(IllegalTransition):
        store.prompts.move(Move(prompt, attempt, S.QUEUED))
    with pytest.raises(ValueError, match="outputs"):
        store.prompts.move(Move(prompt, attempt, S.SUCCEEDED))


def test_cancel_ends_what_waits_and_marks_what_runs_and_a_second_click_does_nothing(store: Store) -> None:
    job = store.jobs.create(draft(count=3))
    [(running, attempt)] = take(store)
    ids = [prompt.id for prompt in store.jobs.prompts(job)]
    assert store.prompts.request_cancel(ids) == ids
    assert store.prompts.request_cancel(ids) == []
    assert statuses(store, job) == ["submitting", "canceled", "canceled"]
    assert store.prompts.get(running).cancel_requested_at
    assert store.prompts.move(Move(running, attempt, S.CANCELED))
    assert store.jobs.get(job).status is S.CANCELED
    assert store.jobs.get(job).ended_at


def test_retry_starts_afresh_and_a_second_click_does_nothing(store: Store) -> None:
    job = store.jobs.create(draft(count=2))
    (failed, attempt_1), (canceled, attempt_2) = take(store, 2)
    store.prompts.move(Move(failed, attempt_1, S.FAILED, problem=FAULT))
    store.prompts.request_cancel([canceled])
    store.prompts.move(Move(canceled, attempt_2, S.CANCELED))
    assert store.jobs.get(job).reason == FAULT.summary
    assert store.prompts.retry([failed, canceled]) == [failed, canceled]
    assert store.prompts.retry([failed, canceled]) == []
    again = store.prompts.get(failed)
    assert (again.status, again.error, again.attempts) == (S.PENDING, None, 1)
    assert not store.prompts.get(canceled).cancel_requested_at
    assert store.jobs.get(job).reason == ""
    assert len(take(store, 9)) == 2


def test_what_succeeded_is_neither_canceled_nor_retried(store: Store) -> None:
    store.jobs.create(draft())
    [(prompt, attempt)] = take(store)
    store.prompts.succeed(prompt, attempt, [OUTPUT], 1)
    assert store.prompts.request_cancel([prompt]) == []
    assert store.prompts.retry([prompt]) == []


def test_what_does_not_exist_is_said(store: Store) -> None:
    for look in (
        lambda: store.jobs.get(JobId(7)),
        lambda: store.jobs.get(JobId(2**70)),
        lambda: store.jobs.graph(JobId(7)),
        lambda: store.jobs.asset("ab" * 32),
        lambda: store.prompts.get(PromptId(7)),
    ):
        with pytest.raises(NotFound) as error:
            look()
        assert error.value.problem.cause


# ---- views ---------------------------------------------------------------------------------------------


def test_the_open_and_failed_come_first(store: Store) -> None:
    running, failed, pending, done = (store.jobs.create(draft(name)) for name in "abcd")
    claims = {store.prompts.get(prompt).job_id: (prompt, attempt) for prompt, attempt in take(store, 4)}
    store.prompts.move(Move(*claims[failed], S.FAILED, problem=FAULT))
    store.prompts.move(Move(*claims[pending], S.PENDING, outcome="lost"))
    store.prompts.succeed(*claims[done], [OUTPUT], 1)
    assert store.jobs.ids(JobQuery()) == [running, failed, pending, done]
    assert store.jobs.ids(JobQuery(order="newest")) == [done, pending, failed, running]
    assert store.jobs.ids(JobQuery(("failed",))) == [failed]
    counts = store.jobs.counts()
    assert {state: number for state, number in counts.jobs.items() if number} == {
        "running": 1,
        "failed": 1,
        "pending": 1,
        "succeeded": 1,
    }
    assert (counts.prompts_running, counts.prompts_waiting) == (0, 2)


def test_search_finds_names_texts_files_and_numbers(store: Store) -> None:
    cats = store.jobs.create(draft("Cats at dawn", texts="a slow dolly shot, café"))
    dogs = store.jobs.create(
        staged_draft("Dogs", {"/photos/hund_01.png": "ab" * 32, "/photos/hund_02.png": "cd" * 32})
    )

    def found(text: str) -> list[JobId]:
        return store.jobs.ids(JobQuery(text=text, order="oldest"))

    assert found("dawn") == found("CAT") == found("cats da") == found("dolly") == found("cafe") == [cats]
    assert found("hund_02") == found(f"#{dogs}") == [dogs]
    assert found('"dogs"') == found("dogs*") == [dogs]
    assert found("birds") == found("cats dogs") == []
    assert found("") == found('  " ') == [cats, dogs]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20) | st.text(alphabet="\"'*()-:^+%_#\\;\0 aAND", max_size=12))
def test_no_search_text_is_an_error(store: Store, text: str) -> None:
    store.jobs.ids(JobQuery(text=text))


def test_graph_assets_log_and_workspace_come_back_as_they_went_in(store: Store) -> None:
    job = store.jobs.create(staged_draft("Dogs", {"/p/a.png": "ab" * 32}))
    assert store.jobs.graph(job).graph == draft().graph
    assert store.jobs.asset("ab" * 32).width == 64
    store.log.add(job, "warning", "Ünïcode “quotes”", 1)
    last = store.log.lines(job)[-1]
    assert (last.kind, last.text, last.prompt_ordinal) == ("warning", "Ünïcode “quotes”", 1)
    assert store.log.lines(job, after_id=last.id) == []
    assert store.settings.get("nothing", "default") == "default"


def test_a_lane_is_found_again_by_its_address_whatever_happened_to_it(store: Store) -> None:
    first = store.lanes.ensure("ComfyUI", "http://a:8188", "comfyui")
    second = store.lanes.ensure("ComfyUI", "http://b:8188", "comfyui")
    assert store.lanes.ensure("ComfyUI", "http://b:8188", "comfyui") == second
    assert store.lanes.ensure("ComfyUI", "http://a:8188", "comfyui") == first
    assert first.name != second.name
    store.lanes.remove(second.id)
    assert store.lanes.all() == [first]
    assert store.lanes.ensure("ComfyUI", "http://b:8188", "comfyui") == second


# ---- one file, several processes ------------------------------------------------------------------------


def test_another_process_is_noticed_and_our_own_writes_are_not(store: Store, path: Path) -> None:
    before = store.data_version()
    store.jobs.create(draft())
    assert store.data_version() == before
    with opened(path) as other:
        job = other.jobs.create(draft("theirs"))
    assert store.data_version() != before
    assert store.jobs.get(job).name == "theirs"


def test_a_batch_is_one_transaction_in_which_each_part_can_fail_alone(store: Store, path: Path) -> None:
    with opened(path) as other:
        with store.batch():
            first = store.jobs.create(draft("first"))
            with pytest.raises(sqlite3.IntegrityError):
                store.jobs.create(draft("bad", lane_pin=99))
            assert store.jobs.get(first).name == "first"
            assert other.jobs.ids(JobQuery()) == []
        assert other.jobs.ids(JobQuery()) == [first]


def test_a_batch_that_breaks_off_leaves_nothing(store: Store) -> None:
    with pytest.raises(KeyError), store.batch():
        store.jobs.create(draft())
        raise KeyError
    assert store.jobs.ids(JobQuery()) == []
    store.jobs.create(draft())


@pytest.mark.parametrize("batched", [False, True])
def test_a_full_disk_is_told_and_the_store_goes_on_when_there_is_room(store: Store, batched: bool) -> None:
    kept = store.jobs.create(draft("kept"))
    huge = draft("huge", 40_000)
    with _no_room(1_000_000), pytest.raises(StoreUnusable) as error:
        if batched:
            with store.batch():
                store.jobs.create(huge)
        else:
            store.jobs.create(huge)
    assert error.value.problem.remedy
    assert store.jobs.ids(JobQuery()) == [kept]
    later = store.jobs.create(draft("later"))
    assert store.jobs.ids(JobQuery(order="oldest")) == [kept, later]


def test_a_database_held_by_another_program_is_told(store: Store, path: Path) -> None:
    """Within the busy timeout of five seconds the other may finish; after it the user is told."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable) as error:
            store.jobs.create(draft())
        assert str(path) in error.value.problem.cause
        other.execute("ROLLBACK")
    store.jobs.create(draft())


@contextmanager
def _no_room(largest_file: int) -> Iterator[None]:
    """No file of this process may grow beyond this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
