"""Four servers against one: prompts that sleep, so that only the queue can be what holds them up (DESIGN §12)."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from vqdesk.adapters.builtin.state import read_state
from vqdesk.bench.figures import Figure
from vqdesk.cli.following import follow_jobs
from vqdesk.domain.errors import EngineUnreachable, UserError
from vqdesk.domain.job import LaneId
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import self_command
from vqdesk.runtime.app import App
from vqdesk.runtime.thread import Runtime
from vqdesk.services.submit import SubmitRequest

LANES = 4
PROMPTS = 48
SECONDS = 0.25
_BUDGET_RATIO = 3.5
_PATIENCE_S = 60.0
_LOOK_S = 0.05


@dataclass(frozen=True, slots=True)
class LanesResult:
    """`ratio`: how many times faster four servers are than one; medians over the rounds, in seconds."""

    ratio: float
    one_s: float
    four_s: float

    def figures(self) -> list[Figure]:
        return [
            Figure(
                f"{PROMPTS} prompts that sleep {SECONDS} s: {LANES} engines against one",
                f"{self.ratio:.2f} × faster",
                f"≥ {_BUDGET_RATIO} ×",
                self.ratio >= _BUDGET_RATIO,
            )
        ]


@dataclass(frozen=True, slots=True)
class LanesBench:
    """`build` opens an app on a folder with the benchmark's workflows."""

    build: Callable[[Path], App]

    def measure(self, rounds: int = 3) -> LanesResult:
        """Raises UserError when a prompt fails or an engine does not start."""
        ones, fours = [], []
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder, ExitStack() as stack:
            urls = [stack.enter_context(_engine(Path(folder) / f"engine{n}")) for n in range(LANES)]
            with self._running(Path(folder) / "one", urls[:1]) as (app, runtime):
                ones = [_seconds(app, runtime) for _ in range(rounds)]
            with self._running(Path(folder) / "four", urls) as (app, runtime):
                fours = [_seconds(app, runtime) for _ in range(rounds)]
        one_s, four_s = statistics.median(ones), statistics.median(fours)
        return LanesResult(one_s / four_s, one_s, four_s)

    @contextmanager
    def _running(self, folder: Path, urls: list[str]) -> Iterator[tuple[App, Runtime]]:
        """A queue whose lanes have all done something, so that nothing is measured but the work."""
        app = self.build(folder)
        try:
            lanes = [app.services.lanes.chosen(url) for url in urls]
            with app.running() as runtime:
                for lane in lanes:
                    _finish(app, runtime, _naps(2, lane.id))
                yield app, runtime
        finally:
            app.close()


def _seconds(app: App, runtime: Runtime) -> float:
    started = time.perf_counter()
    _finish(app, runtime, _naps(PROMPTS))
    return time.perf_counter() - started


def _naps(count: int, lane_id: LaneId | None = None) -> SubmitRequest:
    """Colours of their own: a server that remembers a prompt would not sleep again."""
    colour = (time.time_ns() // 1000) % 0xF00000
    return SubmitRequest("sleep", params={"seconds": SECONDS, "seed": colour}, tries=count, lane_id=lane_id)


def _finish(app: App, runtime: Runtime, request: SubmitRequest) -> None:
    job = runtime.submit(runtime.desk.submit(request)).result()
    job = follow_jobs(app, runtime, [job.id])[0]
    if job.status is not PromptStatus.SUCCEEDED:
        raise UserError("The benchmark's prompts failed.", job.reason, "Look at the engine's log.")


@contextmanager
def _engine(home: Path) -> Iterator[str]:
    """The address of a built-in engine that knows how to sleep."""
    home.mkdir(parents=True)
    command = self_command(["--home", str(home), "engine", "--port", "0", "--test-nodes"])
    with (home / "engine.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=dict(os.environ))
    try:
        deadline = time.monotonic() + _PATIENCE_S
        while (state := read_state(home)) is None or state.pid != process.pid:
            if time.monotonic() > deadline or process.poll() is not None:
                raise EngineUnreachable(
                    "An engine of the benchmark did not start.", "It was silent.", "Try again."
                )
            time.sleep(_LOOK_S)
        yield f"http://127.0.0.1:{state.port}"
    finally:
        process.kill()
        process.wait()
