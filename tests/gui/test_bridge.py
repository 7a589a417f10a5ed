"""Events posted in a worker thread arrive merged, in the window's thread."""

import threading

from vqdesk.domain.events import JobsChanged, PromptProgressed
from vqdesk.domain.job import JobId, PromptId
from vqdesk.ui.bridge import Bridge


def test_a_flood_of_progress_arrives_in_few_batches_with_the_newest_values(qtbot) -> None:
    bridge = Bridge()
    batches: list[list[object]] = []
    threads: set[int] = set()

    def collect(batch: list[object]) -> None:
        batches.append(batch)
        threads.add(threading.get_ident())

    bridge.batch.connect(collect)

    def flood() -> None:
        for n in range(20_000):
            bridge.inbox.post(PromptProgressed(JobId(1), PromptId(n % 50), n / 20_000, "", 0, 0, 0.0))
        bridge.inbox.post(JobsChanged(JobId(1)))

    worker = threading.Thread(target=flood)
    worker.start()
    qtbot.waitUntil(lambda: any(JobsChanged(JobId(1)) in batch for batch in batches))
    worker.join()
    newest = {
        event.prompt_id: event.fraction for batch in batches for event in batch if hasattr(event, "fraction")
    }
    assert newest == {n % 50: n / 20_000 for n in range(19_950, 20_000)}
    assert sum(len(batch) for batch in batches) < 10_000
    assert threads == {threading.get_ident()}


def test_a_batch_that_was_taken_already_is_not_sent_empty(qtbot) -> None:
    bridge = Bridge()
    batches: list[list[object]] = []
    bridge.batch.connect(batches.append)
    bridge.inbox.post(JobsChanged(JobId(1)))
    bridge.inbox.drain()
    bridge.inbox.post(JobsChanged(JobId(2)))
    qtbot.waitUntil(lambda: bool(batches))
    assert batches == [[JobsChanged(JobId(2))]]
