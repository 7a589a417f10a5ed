"""A night of 5,000 prompts on eight lanes with the real rules of choice: busy lanes, nobody starved, few loads."""

import heapq
import random
from dataclasses import dataclass, field, replace

import pytest

from vqdesk.domain.feeding import Waiting, fair_room, portions
from vqdesk.domain.job import JobId
from vqdesk.runtime.depth import FeedDepth

PROMPTS, LANES, JOBS = 5000, 8, 250
MODELS = ("", "wan", "ltx", "flux", "qwen")
LATENCY_S, LOADING_S, MOST = 0.05, 40.0, 5
SECONDS = {"": 0.2, "wan": 90.0, "ltx": 30.0, "flux": 6.0, "qwen": 12.0}


@dataclass
class Lane:
    number: int
    models: frozenset[str]
    depth: FeedDepth = field(default_factory=lambda: FeedDepth(32))
    loaded: str = ""  # at the server
    fed: str = ""  # what the last prompt sent there needs
    queue: list[tuple[JobId, str]] = field(default_factory=list)
    running: tuple[JobId, str] | None = None
    is_online: bool = True
    busy_s: float = 0.0
    idle_s: float = 0.0
    loads: int = 0


class Night:
    """Time goes from event to event; the order of events and all durations come from the seed."""

    def __init__(self, seed: int, most: int) -> None:
        self.rng, self.most, self.now = random.Random(seed), most, 0.0
        self.lanes = [
            Lane(n, frozenset(MODELS) if n < 4 else frozenset({"", *self.rng.sample(MODELS[1:], 3)}))
            for n in range(LANES)
        ]
        self.waiting: list[Waiting] = []
        self.jobs: dict[JobId, Waiting] = {}
        self.pins: dict[JobId, int] = {}
        self.overtaken: dict[JobId, set[JobId]] = {}
        self.prompts: dict[JobId, int] = {}
        self.succeeded: dict[JobId, int] = {}
        self.arrived: dict[JobId, float] = {}
        self.events: list[tuple[float, int, str, int]] = []
        self._count = 0
        self._plan()

    def _plan(self) -> None:
        sizes = [PROMPTS // JOBS] * JOBS
        for number, size in enumerate(sizes, start=1):
            self.prompts[JobId(number)] = size
            self._at(self.rng.uniform(0, 3600.0) if number > 100 else 0.0, "job", number)
        for lane in self.lanes[1:]:
            for _ in range(2):
                self._at(self.rng.uniform(1000, 12000), "cable", lane.number)

    def _at(self, when: float, what: str, which: int) -> None:
        self._count += 1
        heapq.heappush(self.events, (when, self._count, what, which))

    def run(self) -> None:
        while self.events:
            when, _, what, which = heapq.heappop(self.events)
            self._pass_time(when)
            getattr(self, f"_{what}")(which)

    def _pass_time(self, when: float) -> None:
        """Idle counts while a prompt that the lane could run waits with us or at any server."""
        passed, self.now = when - self.now, when
        queued = {job for lane in self.lanes for job, _ in lane.queue}
        for lane in self.lanes:
            if lane.running:
                lane.busy_s += passed
            elif lane.is_online and passed and self._has_work(lane, queued):
                lane.idle_s += passed

    def _has_work(self, lane: Lane, queued: set[JobId]) -> bool:
        return bool(lane.queue or self._runnable(lane)) or any(
            self.pins.get(job) in (None, lane.number) and share in lane.models
            for other in self.lanes
            for job, share in other.queue
        )

    def _job(self, number: int) -> None:
        job = JobId(number)
        share = self.rng.choice(MODELS)
        is_pinned = self.rng.random() < 0.1
        if is_pinned:
            self.pins[job] = self.rng.choice([lane.number for lane in self.lanes if share in lane.models])
        priority = self.rng.choice((0, 0, 0, 0, 1))
        self.jobs[job] = Waiting(job, priority, float(number), self.prompts[job], share, is_pinned=is_pinned)
        self._wait(self.jobs[job])
        self.arrived[job] = self.now
        self._wake_all()

    def _wait(self, job: Waiting) -> None:
        self.waiting.append(job)
        self.waiting.sort(key=lambda one: (-one.priority, one.rank))

    def _cable(self, number: int) -> None:
        """The lane goes away for a while; what waits there comes back after the grace time, what runs stays."""
        lane = self.lanes[number]
        lane.is_online = False
        for job, _ in lane.queue:
            self._back(job)
        lane.queue.clear()
        self._at(self.now + self.rng.uniform(60, 900), "plug", number)
        self._wake_all()

    def _plug(self, number: int) -> None:
        self.lanes[number].is_online = True
        self._at(self.now + LATENCY_S, "feed", number)

    def _back(self, job: JobId) -> None:
        for place, one in enumerate(self.waiting):
            if one.job_id == job:
                self.waiting[place] = replace(one, prompts=one.prompts + 1)
                return
        overtaken_by = frozenset(self.overtaken.get(job, ()))
        self._wait(replace(self.jobs[job], prompts=1, overtaken_by=overtaken_by))

    def _wake_all(self) -> None:
        for lane in self.lanes:
            self._at(self.now + LATENCY_S, "feed", lane.number)

    def _runnable(self, lane: Lane) -> list[Waiting]:
        return [
            one
            for one in self.waiting
            if one.share in lane.models and self.pins.get(one.job_id) in (None, lane.number)
        ][:50]

    def _feed(self, number: int) -> None:
        lane = self.lanes[number]
        room = lane.depth.value - len(lane.queue) - bool(lane.running)
        if lane.is_online and room > 0:
            waiting = self._runnable(lane)
            for portion in portions(waiting, fair_room(waiting, room, LANES), lane.fed, self.most):
                for behind in portion.overtakes:
                    self.overtaken.setdefault(behind, set()).add(portion.job_id)
                lane.fed = portion.share or lane.fed
                lane.queue += [(portion.job_id, portion.share)] * portion.prompts
                self._take(portion.job_id, portion.prompts)
        self._begin(lane)

    def _take(self, job: JobId, prompts: int) -> None:
        self.waiting = [
            replace(
                one,
                prompts=one.prompts - (prompts if one.job_id == job else 0),
                overtaken_by=frozenset(self.overtaken.get(one.job_id, ())),
            )
            for one in self.waiting
            if one.job_id != job or one.prompts > prompts
        ]

    def _begin(self, lane: Lane) -> None:
        if lane.running or not lane.queue:
            return
        lane.running = lane.queue.pop(0)
        share = lane.running[1]
        seconds = SECONDS[share] * self.rng.uniform(0.7, 1.3)
        if share and share != lane.loaded:
            lane.loaded, lane.loads = share, lane.loads + 1
            seconds += LOADING_S
        self._at(self.now + seconds, "end", lane.number)

    def _end(self, number: int) -> None:
        lane = self.lanes[number]
        assert lane.running
        job, share = lane.running
        lane.running = None
        lane.depth.learn(SECONDS[share])
        if self.rng.random() < 0.02:
            self._back(job)  # a fault; tried again
        else:
            self.succeeded[job] = self.succeeded.get(job, 0) + 1
        self._begin(lane)
        self._at(self.now + LATENCY_S, "feed", number)


@pytest.fixture(scope="module")
def night() -> Night:
    made = Night(seed=7, most=MOST)
    made.run()
    return made


def test_every_prompt_of_the_night_is_made_once(night: Night) -> None:
    assert night.succeeded == night.prompts
    assert sum(night.succeeded.values()) == PROMPTS


def test_every_lane_is_busy_while_there_is_work_for_it(night: Night) -> None:
    for lane in night.lanes:
        assert lane.busy_s / (lane.busy_s + lane.idle_s) >= 0.99, f"lane {lane.number} stood {lane.idle_s:.0f} s"


def test_nobody_starves_for_loaded_models(night: Night) -> None:
    assert night.overtaken
    assert max(len(others) for others in night.overtaken.values()) <= MOST


def test_models_are_loaded_less_often_than_in_the_plain_order(night: Night) -> None:
    plain = Night(seed=7, most=0)
    plain.run()
    assert sum(lane.loads for lane in night.lanes) < sum(lane.loads for lane in plain.lanes)
