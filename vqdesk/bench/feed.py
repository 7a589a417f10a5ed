"""How well the app feeds a server: 200 tiny prompts through all of it, against a bare client (DESIGN §12)."""

import json
import statistics
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import requests
import websocket

from vqdesk.bench.figures import Figure
from vqdesk.cli.following import follow_jobs
from vqdesk.domain.errors import UserError
from vqdesk.domain.job import Lane
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Endpoint
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

PROMPTS = 200
_FETCHERS = 4
_BUDGET_RATIO = 1.5
_BUDGET_GAP_MS = 5.0
_TOKEN_HEADER = "X-VQDesk-Token"


@dataclass(frozen=True, slots=True)
class FeedResult:
    """Medians over the rounds: seconds for all prompts, milliseconds of idle server between two prompts."""

    ratio: float
    idle_gap_ms_median: float
    app_s: float
    floor_s: float

    def figures(self) -> list[Figure]:
        return [
            Figure(
                f"{PROMPTS} tiny prompts, against a bare client",
                f"{self.ratio:.2f} ×",
                f"≤ {_BUDGET_RATIO} ×",
                self.ratio <= _BUDGET_RATIO,
            ),
            Figure(
                "… server idle between two of them",
                f"{self.idle_gap_ms_median:.1f} ms",
                f"≤ {_BUDGET_GAP_MS:.0f} ms",
                self.idle_gap_ms_median <= _BUDGET_GAP_MS,
            ),
        ]


@dataclass(frozen=True, slots=True)
class FeedBench:
    """`build` opens an app on a folder with the benchmark's workflow; `endpoint_of` tells where a lane answers."""

    build: Callable[[Path], App]
    endpoint_of: Callable[[App, Lane], Endpoint]

    def measure(self, engine: str, rounds: int = 5) -> FeedResult:
        """Both ways in turn against the same server process, after one round that does not count.

        Raises UserError when a prompt fails or the server cannot be reached.
        """
        apps: list[float] = []
        floors: list[float] = []
        gaps: list[float] = []
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder, self._app(Path(folder)) as app:
            lane = app.services.lanes.chosen(engine)
            with app.running() as runtime:
                for number in range(rounds + 1):
                    colour = (time.time_ns() // 1000 + number * 2 * PROMPTS) % 0xF00000
                    seconds, ids = _through_the_app(app, runtime, lane, colour)
                    endpoint = self.endpoint_of(app, lane)
                    gap = _idle_gap_ms(endpoint, ids)
                    floor = _BareClient(endpoint, Path(folder) / "floor").run(colour + PROMPTS)
                    if number:
                        apps.append(seconds)
                        floors.append(floor)
                        gaps.append(gap)
        ratio = statistics.median(app_s / floor_s for app_s, floor_s in zip(apps, floors, strict=True))
        return FeedResult(ratio, statistics.median(gaps), statistics.median(apps), statistics.median(floors))

    @contextmanager
    def _app(self, folder: Path) -> Iterator[App]:
        app = self.build(folder)
        try:
            yield app
        finally:
            app.close()


def _through_the_app(app: App, runtime: Any, lane: Lane, colour: int) -> tuple[float, list[str]]:
    started = time.perf_counter()
    request = SubmitRequest("feed", params={"seed": colour}, tries=PROMPTS, lane_id=lane.id)
    job = runtime.submit(runtime.desk.submit(request)).result()
    job = follow_jobs(app, runtime, [job.id])[0]
    seconds = time.perf_counter() - started
    if job.status is not PromptStatus.SUCCEEDED:
        raise UserError("The benchmark's prompts failed.", job.reason, "Look at the engine's log.")
    return seconds, [str(prompt.attempt_id) for prompt in app.services.store.jobs.prompts(job.id)]


def _idle_gap_ms(endpoint: Endpoint, ids: list[str]) -> float:
    """Median time from `execution_success` to the next `execution_start`, by the server's own clock."""
    session = _session(endpoint)
    times: list[tuple[int, int]] = []
    for one in ids:
        record = session.get(f"{endpoint.url}/history/{one}", timeout=10).json()[one]
        messages = dict(record["status"]["messages"])
        times.append((messages["execution_start"]["timestamp"], messages["execution_success"]["timestamp"]))
    times.sort()
    return statistics.median(after[0] - before[1] for before, after in pairwise(times))


class _BareClient:
    """Posts everything at once, fetches and writes every file: the least that any client has to do."""

    def __init__(self, endpoint: Endpoint, folder: Path) -> None:
        self._endpoint = endpoint
        self._folder = folder
        self._local = threading.local()

    def run(self, colour: int) -> float:
        """Seconds until all files are on disk."""
        self._folder.mkdir(exist_ok=True)
        client = uuid.uuid4().hex
        headers = {_TOKEN_HEADER: self._endpoint.token} if self._endpoint.token else {}
        socket = websocket.create_connection(
            f"{self._endpoint.url.replace('http', 'ws', 1)}/ws?clientId={client}", header=headers, timeout=60
        )
        failures: SimpleQueue[BaseException] = SimpleQueue()
        with ThreadPoolExecutor(_FETCHERS) as pool:
            started = time.perf_counter()
            posting = pool.submit(self._post_all, client, colour)
            fetched: list[Future[None]] = []
            while len(fetched) < PROMPTS:
                message = socket.recv()
                if isinstance(message, str) and '"executed"' in message:
                    images = json.loads(message)["data"]["output"]["images"]
                    fetched += [pool.submit(self._fetch, image) for image in images]
            for future in (posting, *fetched):
                if error := future.exception():
                    failures.put(error)
            seconds = time.perf_counter() - started
        socket.close()
        if not failures.empty():
            raise failures.get()
        return seconds

    def _post_all(self, client: str, colour: int) -> None:
        session = _session(self._endpoint)
        for number in range(PROMPTS):
            inputs = {"width": 64, "height": 64, "batch_size": 1, "color": colour + number}
            graph = {
                "image": {"class_type": "EmptyImage", "inputs": inputs},
                "save": {
                    "class_type": "SaveImage",
                    "inputs": {"images": ["image", 0], "filename_prefix": f"floor/{client}"},
                },
            }
            session.post(
                f"{self._endpoint.url}/prompt", json={"prompt": graph, "client_id": client}, timeout=10
            ).raise_for_status()

    def _fetch(self, image: dict[str, str]) -> None:
        if not hasattr(self._local, "session"):
            self._local.session = _session(self._endpoint)
        reply = self._local.session.get(f"{self._endpoint.url}/view", params=image, timeout=10)
        reply.raise_for_status()
        (self._folder / image["filename"]).write_bytes(reply.content)


def _session(endpoint: Endpoint) -> requests.Session:
    session = requests.Session()
    if endpoint.token:
        session.headers[_TOKEN_HEADER] = endpoint.token
    return session
