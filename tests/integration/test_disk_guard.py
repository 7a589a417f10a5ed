"""The disk guard in a whole app: nothing new while a disk is nearly full, and what failed for it comes back."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from headless import Headless, engine_process, headless, wait_until

from vqdesk import bootstrap
from vqdesk.domain.errors import DISK_FULL, Problem
from vqdesk.domain.events import NightChanged
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Move
from vqdesk.services.submit import SubmitRequest

GB = 1_000_000_000


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@dataclass
class Disk:
    """What the operating system says of every disk: a terabyte, with as much room as the test wants."""

    free: int

    def usage(self, _path: object) -> Usage:
        return Usage(1000 * GB, 1000 * GB - self.free, self.free)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    found = Disk(500 * GB)
    monkeypatch.setattr(shutil, "disk_usage", found.usage)
    return found


def problems(desk: Headless) -> list[str]:
    return [event.disk.summary for event in desk.told if isinstance(event, NightChanged) and event.disk]


def rests(desk: Headless) -> bool:
    nights = [event for event in desk.told if isinstance(event, NightChanged)]
    return bool(nights) and nights[-1].disk is not None


def test_nothing_new_is_started_while_the_disk_is_nearly_full(home: Path, disk: Disk) -> None:
    disk.free = 1 * GB
    with engine_process(home), headless(home) as desk:
        job = desk.submit(3, seconds=0.1)
        wait_until(lambda: rests(desk), "the guard")
        assert "nearly full" in problems(desk)[0]
        wait_until(lambda: "online" in desk.lane_states(), "the engine")
        desk.ask(lambda asked: asked.night.settle())
        assert desk.statuses(job) == ["pending"] * 3
        disk.free = 500 * GB
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert not rests(desk)


def test_what_a_full_disk_had_failed_is_retried_when_there_is_room_again(home: Path, disk: Disk) -> None:
    disk.free = 0
    with engine_process(home):
        with headless(home) as desk:
            wait_until(lambda: rests(desk), "the guard")
        job = failed_for_the_disk(home)
        with headless(home) as desk:  # it remembers over a restart
            wait_until(lambda: rests(desk), "the guard")
            assert desk.statuses(job) == ["failed", "failed"]
            disk.free = 500 * GB
            wait_until(lambda: desk.job(job).counts.succeeded == 2, "both to be rendered again")


def failed_for_the_disk(home: Path) -> JobId:
    """Two prompts whose outputs found no room."""
    problem = Problem("clip.mp4 could not be written.", "The disk is full.", "Make room.", kind=DISK_FULL)
    app = bootstrap.build(str(home))
    try:
        store = app.services.store
        job = app.services.submit.submit(SubmitRequest("nap", params={"seed": 1, "seconds": 0.1}, tries=2))
        for claimed in store.prompts.claim(store.lanes.all()[0].id, 2, [job.needs]):
            store.prompts.move(Move(claimed.prompt.id, claimed.attempt_id, PromptStatus.FAILED, problem))
    finally:
        app.close()
    return job.id
