"""The mailbox: what collapses, what keeps its order, when it wakes."""

import threading

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import JobsChanged, PromptProgressed, WorkerFailed
from vqdesk.domain.job import JobId, PromptId
from vqdesk.runtime.inbox import Inbox


def progress(prompt: int, fraction: float) -> PromptProgressed:
    return PromptProgressed(JobId(1), PromptId(prompt), fraction, "Scale", 1, 2, 0.5)


def test_newest_progress_of_a_prompt_replaces_the_older_and_goes_last() -> None:
    inbox = Inbox(wake=lambda: None)
    inbox.post(progress(1, 0.1))
    inbox.post(JobsChanged(JobId(1)))
    inbox.post(progress(2, 0.2))
    inbox.post(progress(1, 0.9))
    assert inbox.drain() == [JobsChanged(JobId(1)), progress(2, 0.2), progress(1, 0.9)]


def test_facts_without_a_key_are_all_kept_in_order() -> None:
    inbox = Inbox(wake=lambda: None)
    first, second = WorkerFailed(Problem("one")), WorkerFailed(Problem("two"))
    for event in (first, second, first):
        inbox.post(event)
    assert inbox.drain() == [first, second, first]
    assert inbox.drain() == []


def test_wakes_once_per_batch() -> None:
    wakes: list[int] = []
    inbox = Inbox(wake=lambda: wakes.append(1))
    for n in range(100):
        inbox.post(progress(n, 0.5))
    assert len(wakes) == 1
    inbox.drain()
    inbox.post(progress(1, 0.6))
    assert len(wakes) == 2


def test_posting_from_several_threads_loses_no_fact() -> None:
    inbox = Inbox(wake=lambda: None)
    got: list[object] = []

    def post_many(start: int) -> None:
        for n in range(500):
            inbox.post(WorkerFailed(Problem(str(start + n))))

    threads = [threading.Thread(target=post_many, args=(at * 1000,)) for at in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        got += inbox.drain()
    got += inbox.drain()
    assert len({event.problem.summary for event in got}) == 2000
