"""Whether the app stays as quick and as small after thousands of prompts as it was at the beginning."""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from vqdesk.bench.figures import Figure
from vqdesk.cli.following import follow_jobs
from vqdesk.domain.errors import UserError
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

_STRETCHES = 10
_BUDGET_RATIO = 1.2
_BUDGET_GROWTH_MB = 50.0
_SAMPLE_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class EnduranceResult:
    """Seconds, and seconds of our own work, for each tenth; memory: the most in use after each, until the next."""

    prompts: int
    stretch_s: tuple[float, ...]
    stretch_cpu_s: tuple[float, ...]
    memory_mb: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The last tenth against the first."""
        return self.stretch_s[-1] / self.stretch_s[0]

    @property
    def cpu_ratio(self) -> float:
        """The same of the work that our own process did: neighbours on the machine do not change it much."""
        return self.stretch_cpu_s[-1] / self.stretch_cpu_s[0]

    @property
    def growth_mb(self) -> float:
        """The most that was in use after the first tenth, against its end."""
        return max(self.memory_mb) - self.memory_mb[0]

    def figures(self) -> list[Figure]:
        size = self.prompts // _STRETCHES
        return [
            Figure(
                f"{self.prompts} prompts: the last {size} against the first",
                f"{self.ratio:.2f} ×",
                f"≤ {_BUDGET_RATIO} ×",
                self.ratio <= _BUDGET_RATIO,
            ),
            Figure(
                f"… memory growth after the first {size}",
                f"{self.growth_mb:.0f} MB",
                f"< {_BUDGET_GROWTH_MB:.0f} MB",
                self.growth_mb < _BUDGET_GROWTH_MB,
            ),
        ]


@dataclass(frozen=True, slots=True)
class EnduranceBench:
    """`build` opens an app on a folder with the benchmark's workflow."""

    build: Callable[[Path], App]

    def measure(self, prompts: int) -> EnduranceResult:
        """All prompts as one job on the built-in engine. Raises UserError when one fails."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            app = self.build(Path(folder))
            try:
                return _through(app, prompts)
            finally:
                app.close()


def _through(app: App, prompts: int) -> EnduranceResult:
    lane = app.services.lanes.chosen("builtin")
    with app.running() as runtime:
        request = SubmitRequest("feed", params={"seed": 0}, tries=prompts, lane_id=lane.id)
        with _samples() as samples:
            job = runtime.submit(runtime.desk.submit(request)).result()
            job = follow_jobs(app, runtime, [job.id])[0]
    if job.status is not PromptStatus.SUCCEEDED:
        raise UserError("The benchmark's prompts failed.", job.reason, "Look at the engine's log.")
    marks = _marks(app, job.id)
    cpu = [_at(samples, mark).cpu_s for mark in marks]
    return EnduranceResult(
        prompts=prompts,
        stretch_s=tuple(round(after - before, 3) for before, after in pairwise(marks)),
        stretch_cpu_s=tuple(round(after - before, 3) for before, after in pairwise(cpu)),
        memory_mb=tuple(_highest(samples, before, after) for before, after in pairwise([*marks[1:], time.time()])),
    )


def _marks(app: App, job_id: JobId) -> list[float]:
    """Times at which the first prompt and each tenth of all had ended; seconds since 1970."""
    ended = sorted(_seconds(prompt.ended_at) for prompt in app.services.store.jobs.prompts(job_id))
    return [ended[0], *(ended[len(ended) * part // _STRETCHES - 1] for part in range(1, _STRETCHES + 1))]


def _seconds(stamp: str) -> float:
    return datetime.fromisoformat(stamp).astimezone(UTC).timestamp()


class _Sample(NamedTuple):
    at: float
    cpu_s: float
    memory_mb: float


@contextmanager
def _samples() -> Iterator[list[_Sample]]:
    """Taken while the block runs."""
    samples: list[_Sample] = []
    is_over = threading.Event()

    def sample() -> None:
        while not is_over.is_set():
            samples.append(_Sample(time.time(), time.process_time(), _resident_mb()))
            is_over.wait(_SAMPLE_EVERY_S)

    thread = threading.Thread(target=sample, name="samples", daemon=True)
    thread.start()
    try:
        yield samples
    finally:
        is_over.set()
        thread.join()


def _at(samples: list[_Sample], moment: float) -> _Sample:
    return min(samples, key=lambda sample: abs(sample.at - moment))


def _highest(samples: list[_Sample], begin: float, end: float) -> float:
    inside = [sample.memory_mb for sample in samples if begin <= sample.at <= end]
    return round(max(inside, default=samples[-1].memory_mb), 1)


def _resident_mb() -> float:
    """Memory of this process now; where the system does not say, the most so far."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
