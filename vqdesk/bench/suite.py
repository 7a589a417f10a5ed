"""All measurements, ready to run on folders of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vqdesk.bench.endurance import EnduranceBench, EnduranceResult
from vqdesk.bench.feed import FeedBench, FeedResult
from vqdesk.bench.lanes import LanesBench, LanesResult
from vqdesk.bench.logs import LogBench, LogResult
from vqdesk.bench.queue import QueueBench, QueueResult
from vqdesk.bench.submitting import SubmitBench, SubmitResult
from vqdesk.bench.thumbnails import ThumbnailBench, ThumbnailResult
from vqdesk.bench.window import EventsResult, StartResult, WindowBench
from vqdesk.domain.job import Lane
from vqdesk.ports import Endpoint, LogFile
from vqdesk.runtime.app import App


@dataclass(frozen=True, slots=True)
class BenchSuite:
    """`build` opens an app with the workflows of the benchmarks; `endpoint_of` tells where a lane answers."""

    build: Callable[[Path], App]
    endpoint_of: Callable[[App, Lane], Endpoint]
    open_log: Callable[[Path], LogFile]

    def feed(self, engine: str, rounds: int) -> FeedResult:
        """Raises UserError when a prompt fails or the server cannot be reached."""
        return FeedBench(self.build, self.endpoint_of).measure(engine, rounds)

    def endurance(self, prompts: int) -> EnduranceResult:
        """Raises UserError when a prompt fails."""
        return EnduranceBench(self.build).measure(prompts)

    def lanes(self, rounds: int) -> LanesResult:
        """Raises UserError when a prompt fails or an engine does not start."""
        return LanesBench(self.build).measure(rounds)

    def log(self, megabytes: int) -> LogResult:
        return LogBench(self.open_log).measure(megabytes)

    def submit(self, rounds: int) -> SubmitResult:
        return SubmitBench(self.build).measure(rounds)

    def thumbnails(self, photos: int, rounds: int) -> ThumbnailResult:
        """Raises UserError when a window does not come up."""
        return ThumbnailBench(self.build).measure(photos, rounds)

    def start(self, rounds: int) -> StartResult:
        """Raises UserError when a window does not come up."""
        return WindowBench(self.build).measure_start(rounds)

    def events(self, rounds: int) -> EventsResult:
        """Raises UserError when a window does not come up."""
        return WindowBench(self.build).measure_events(rounds)

    def queue(self, jobs: int, prompts: int, rounds: int) -> QueueResult:
        """Raises UserError when a window does not come up."""
        return QueueBench(self.build).measure(jobs, prompts, rounds)
