"""The whole app without a window, in this process, against the real built-in engine in its own."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import requests
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.adapters.builtin.state import read_state
from vqdesk.domain.events import AppEvent, LaneChanged
from vqdesk.domain.job import Job, JobId, LaneId, Prompt
from vqdesk.locations import self_command
from vqdesk.runtime.app import App
from vqdesk.runtime.desk import Desk
from vqdesk.runtime.thread import Runtime
from vqdesk.services.submit import SubmitRequest

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 90.0


@dataclass
class Headless:
    """An opened data folder with a worker, and everything that it has told."""

    app: App
    runtime: Runtime
    told: list[AppEvent] = field(default_factory=list)

    def ask(self, question: Callable[[Desk], Coroutine[Any, Any, T]]) -> T:
        return self.runtime.submit(question(self.runtime.desk)).result(TIMEOUT_S)

    def submit(self, tries: int, lane: LaneId | None = None, **params: Any) -> JobId:
        """A job of naps; `seconds` is the length of each, `seed` the first colour."""
        request = SubmitRequest("nap", params={"seed": 1, **params}, tries=tries, lane_id=lane)
        return self.ask(lambda desk: desk.submit(request)).id

    def job(self, job_id: JobId) -> Job:
        return self.app.services.store.jobs.get(job_id)

    def prompts(self, job_id: JobId) -> list[Prompt]:
        return self.app.services.store.jobs.prompts(job_id)

    def statuses(self, job_id: JobId) -> list[str]:
        return [prompt.status.value for prompt in self.prompts(job_id)]

    def log(self, job_id: JobId) -> str:
        return "\n".join(entry.text for entry in self.app.services.store.log.lines(job_id))

    def finish(self, job_id: JobId) -> Job:
        wait_until(lambda: self.job(job_id).counts.ended == self.job(job_id).counts.total, "the job's end")
        return self.job(job_id)

    def check_outputs_once(self, job_id: JobId) -> None:
        """Each prompt has succeeded and has one output, in the store and on disk."""
        outputs = self.app.services.store.jobs.outputs(job_id)
        assert [output.prompt_id for output in outputs] == [prompt.id for prompt in self.prompts(job_id)]
        folder = Path(outputs[0].path).parent
        assert sorted(str(path) for path in folder.iterdir()) == sorted(output.path for output in outputs)

    def lane_states(self) -> list[str]:
        return [event.state for event in self.told if isinstance(event, LaneChanged)]

    def history(self) -> dict[str, Any]:
        """What the engine says that it has run: attempt id → record."""
        records: dict[str, Any] = self.engine("GET", "/history").json()
        return records

    def engine(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Speaks to the engine behind the app's back."""
        state = read_state(self.app.home.data)
        assert state is not None
        headers = {"X-VQDesk-Token": state.token}
        return requests.request(
            method, f"http://127.0.0.1:{state.port}{path}", json=body, headers=headers, timeout=10
        )

    def kill_engine(self) -> None:
        state = read_state(self.app.home.data)
        assert state is not None
        os.kill(state.pid, signal.SIGKILL)


@contextmanager
def headless(home: Path, url: str = "") -> Iterator[Headless]:
    """Opens the data folder and starts its worker, on the built-in engine or on the server at `url`."""
    write_nap(home / "workflows")
    app = bootstrap.build(str(home))
    try:
        app.services.lanes.chosen(url or "builtin")
        runtime = app.new_runtime()
        opened = Headless(app, runtime)
        runtime.hub.subscribe(opened.told.append)
        runtime.start()
        try:
            yield opened
        finally:
            runtime.stop()
    finally:
        app.close()


@contextmanager
def engine_process(
    home: Path, *flags: str, port: int = 0, test_nodes: bool = True
) -> Iterator["subprocess.Popen[bytes]"]:
    """An engine that offers VQSleep, and acts out faults by flags; apps on the data folder adopt it."""
    process = subprocess.Popen(
        self_command(
            ["--home", str(home), "engine", "--port", str(port), *["--test-nodes"][not test_nodes :], *flags]
        ),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,  # not stderr: a failure shows why it ended
    )

    def serves() -> bool:
        assert process.poll() is None, f"the engine ended with {process.returncode}"
        state = read_state(home)
        return state is not None and state.pid == process.pid

    try:
        wait_until(serves, "the engine")
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(is_true: Callable[[], object], what: str, timeout_s: float = TIMEOUT_S) -> None:
    """Looks again and again; fails when it takes too long."""
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline, f"waited {timeout_s:.0f} s for {what}"
        time.sleep(0.01)
