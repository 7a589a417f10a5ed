"""When everything will be done: the queue played forward on all lanes at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vqdesk.domain.estimates.learning import Guess, learn, span_around
from vqdesk.domain.estimates.load import Load
from vqdesk.domain.estimates.running import left_of, told_by_progress
from vqdesk.domain.estimates.values import (
    AtLane,
    Forecast,
    JobForecast,
    OpenJob,
    Span,
    Timing,
    Why,
    WorkingLane,
)
from vqdesk.domain.job import JobId, LaneId, PromptId

_PIECES = 24  # a job is played in so many pieces at most


@dataclass(slots=True)
class _Clock:
    """When a lane will be free, and how sure that is. `is_blind`: work of unknown length is on it."""

    at: float = 0.0
    variance: float = 0.0
    doubts: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # seconds, by workflow
    step: float = 0.0  # the longest prompt on it
    is_blind: bool = False

    def add(self, guess: Guess, workflow_hash: str, prompts: int, of: int) -> None:
        """Gives the lane `prompts` more, of `of` that belong together."""
        seconds = prompts * guess.center(of)
        self.at += seconds
        self.variance += guess.variance(of) * prompts / of
        self.doubts[workflow_hash] += seconds * guess.doubt
        self.step = max(self.step, guess.middle)


def forecast(
    jobs: Sequence[OpenJob],
    at_lanes: Sequence[AtLane],
    lanes: Sequence[WorkingLane],
    history: Mapping[str, Sequence[Timing]],
    *,
    paused: bool = False,
) -> Forecast:
    """Time left of prompts, jobs, lanes and queue.

    `jobs` and `at_lanes` stand in the order of work; `history` holds what is known for a workflow's hash, newest
    first. Held and paused work and what only lanes that are away can do is not counted.
    """
    return _Play(lanes, told_by_progress(history, at_lanes)).run(jobs, at_lanes, paused)


class _Play:
    """One run through the queue."""

    def __init__(self, lanes: Sequence[WorkingLane], history: Mapping[str, Sequence[Timing]]) -> None:
        self._lanes = lanes
        self._history = history
        self._clocks = {lane.id: _Clock() for lane in lanes if lane.is_online}
        self._guesses: dict[tuple[str, Load, LaneId], Guess | None] = {}
        self._jobs: dict[JobId, JobForecast] = {}
        self._prompts: dict[PromptId, Span] = {}
        self._unknown = 0

    def run(self, jobs: Sequence[OpenJob], at_lanes: Sequence[AtLane], paused: bool) -> Forecast:
        """Plays what is at the servers, then what waits."""
        for one in at_lanes:
            self._place_sent(one)
        reasons: set[Why] = set()
        for job in jobs:
            said = self._judge(job, paused)
            self._jobs[job.id] = said if said.why else self._place(job, said.work)
            reasons.add(said.why)
        used = [clock for clock in self._clocks.values() if clock.at > 0]
        return Forecast(
            queue=_end(used) if used else None,
            unknown=self._unknown,
            why=next((why for why in (Why.PAUSED, Why.OFFLINE, Why.NO_LANE) if why in reasons), Why.NOTHING),
            jobs=self._jobs,
            lanes={lane_id: _end([clock]) for lane_id, clock in self._clocks.items() if not clock.is_blind},
            prompts=self._prompts,
        )

    def _place_sent(self, one: AtLane) -> None:
        clock, job = self._clocks.get(one.lane_id), one.job
        if clock is None:
            self._jobs[job.id] = JobForecast(why=Why.OFFLINE)
            return
        guess = self._guess(job, one.lane_id)
        left = left_of(one, guess) if one.is_running else None
        if left is not None:
            clock.at += left[0]
            clock.variance += left[1] ** 2
            self._prompts[one.prompt_id] = span_around(*left)
        elif guess is not None:
            self._prompts[one.prompt_id] = span_around(guess.middle, guess.middle * _error_of_one(guess))
            clock.add(guess, job.workflow_hash, 1, 1)
        else:
            clock.is_blind = True
            self._unknown += 1
        end = None if clock.is_blind else _end([clock])
        known = self._jobs.get(job.id)
        if end is None or (known is not None and known.done is None):
            self._jobs[job.id] = JobForecast(why=Why.UNKNOWN)
        else:
            self._jobs[job.id] = JobForecast(done=_later(end, known.done if known else None))

    def _judge(self, job: OpenJob, paused: bool) -> JobForecast:
        """The job by itself, and why it is not counted, if so."""
        able = [lane for lane in self._lanes if _may_run(lane, job)]
        online = [lane for lane in able if lane.is_online]
        work = self._alone(job, online or able)
        if not job.is_counted:
            return JobForecast(work, why=Why.HELD)
        if paused:
            return JobForecast(work, why=Why.PAUSED)
        if not online:
            return JobForecast(work, why=Why.OFFLINE if able else Why.NO_LANE)
        if work is None:
            self._unknown += job.waiting
            for lane in online:
                self._clocks[lane.id].is_blind = True
            return JobForecast(why=Why.UNKNOWN)
        return JobForecast(work)

    def _alone(self, job: OpenJob, lanes: Sequence[WorkingLane]) -> Span | None:
        guesses = self._guesses_of(job, [lane.id for lane in lanes])
        if not guesses:
            return None
        clocks = {lane_id: _Clock() for lane_id in guesses}
        _play(job, clocks, guesses)
        return _end(list(clocks.values()))

    def _place(self, job: OpenJob, work: Span | None) -> JobForecast:
        lanes = [lane.id for lane in self._lanes if lane.is_online and _may_run(lane, job)]
        guesses = self._guesses_of(job, lanes)
        clocks = {lane_id: self._clocks[lane_id] for lane_id in guesses}
        if any(clock.is_blind for clock in clocks.values()):
            return JobForecast(work, why=Why.BEHIND)
        first = min(clocks.values(), key=lambda clock: clock.at)
        starts = _end([first])
        _play(job, clocks, guesses)
        sent = self._jobs.get(job.id)
        done = _later(_end(list(clocks.values())), sent.done if sent else None)
        return JobForecast(done if sent else work, starts, done)

    def _guesses_of(self, job: OpenJob, lane_ids: Iterable[LaneId]) -> dict[LaneId, Guess]:
        found = {lane_id: self._guess(job, lane_id) for lane_id in lane_ids}
        return {lane_id: guess for lane_id, guess in found.items() if guess is not None}

    def _guess(self, job: OpenJob, lane_id: LaneId) -> Guess | None:
        key = (job.workflow_hash, job.load, lane_id)
        if key not in self._guesses:
            self._guesses[key] = learn(self._history.get(job.workflow_hash, ()), job, lane_id)
        return self._guesses[key]


def _may_run(lane: WorkingLane, job: OpenJob) -> bool:
    return lane.takes_new and job.lane_pin in (None, lane.id) and job.needs not in lane.unable


def _play(job: OpenJob, clocks: Mapping[LaneId, _Clock], guesses: Mapping[LaneId, Guess]) -> None:
    """Each piece goes to the lane that is free first."""
    piece = math.ceil(job.waiting / _PIECES)
    left = job.waiting
    while left > 0:
        prompts = min(piece, left)
        lane_id = min(clocks, key=lambda one: clocks[one].at)
        clocks[lane_id].add(guesses[lane_id], job.workflow_hash, prompts, job.waiting)
        left -= prompts


def _end(clocks: Sequence[_Clock]) -> Span:
    """When the last of these lanes is free. They share what waits, so that their errors even out."""
    lanes = len(clocks)
    doubts: dict[str, float] = defaultdict(float)
    for clock in clocks:
        for workflow_hash, seconds in clock.doubts.items():
            doubts[workflow_hash] += seconds / lanes
    random = sum(clock.variance for clock in clocks) / lanes**2
    ragged = max(clock.step for clock in clocks) / math.sqrt(12) if lanes > 1 else 0.0
    last = max(clock.at for clock in clocks)
    return span_around(last, math.hypot(math.sqrt(random), ragged, *doubts.values()))


def _later(one: Span, other: Span | None) -> Span:
    if other is None:
        return one
    return Span(max(one.low_s, other.low_s), max(one.high_s, other.high_s))


def _error_of_one(guess: Guess) -> float:
    return math.hypot(guess.spread, guess.doubt)
