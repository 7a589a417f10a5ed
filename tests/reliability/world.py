"""App, wire and engine of one run, and what is in the data folder."""

import json
import os
import random
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from PIL import Image
from proxy import Proxy

from vqdesk import bootstrap
from vqdesk.domain.settings import DEATHS_ALLOWED
from vqdesk.services.queue import QueueService
from vqdesk.services.submit import SubmitRequest

ROOT = Path(__file__).resolve().parents[2]
DISK_KB = 6144
SMALLEST_FILE, LARGEST_FILE = 16 << 10, 1 << 20
_ENDED = "('succeeded', 'failed', 'canceled')"
_WORKFLOWS = {
    "tint": {
        "tint": {"class_type": "EmptyImage", "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 0}}
    },
    "nap": {
        "tint": {"class_type": "EmptyImage", "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 0}},
        "nap": {"class_type": "VQSleep", "inputs": {"seconds": 0.15, "steps": 5, "image": ["tint", 0]}},
    },
}


class World:
    """Everything of one seed below one folder. `app_alive` and `engine_alive` say what shall run."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.home = folder / "home"
        self.server = folder / "server"
        self.outputs = self.home / "outputs"
        self.rng = rng
        self.has_disk = False
        self.disk_faults = 0
        self.asked_to_cancel: set[int] = set()
        self.app: subprocess.Popen[str] | None = None
        self.engine: subprocess.Popen[bytes] | None = None
        self.engine_flags: list[str] = []
        self._engine_port = _free_port()
        self.proxy = Proxy(self._engine_port, rng)
        self._errors = folder / "app-errors.txt"
        self.outputs.mkdir(parents=True)
        self._write_workflows()

    # ---- processes ----------------------------------------------------------------------------------

    def start_engine(self) -> None:
        command = [sys.executable, "-m", "vqdesk", "--home", str(self.server), "engine", "--idle-exit", "0"]
        command += ["--port", str(self._engine_port), "--test-nodes", *self.engine_flags]
        self.engine_flags = []
        quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.engine = subprocess.Popen(command, cwd=ROOT, **quiet)

    def start_app(self, largest_file: int = 0) -> None:
        limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file,) * 2)) if largest_file else None
        ready = self.home / "ready"
        ready.unlink(missing_ok=True)
        seed = self.rng.randrange(1, 1 << 30) if self.rng.random() < 0.5 else 0
        command = [sys.executable, str(Path(__file__).with_name("app.py")), str(self.home), self.url, str(seed)]
        with self._errors.open("a") as errors:
            self.app = subprocess.Popen(
                command, cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limit
            )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.proxy.port}"

    @property
    def app_errors(self) -> str:
        return self._errors.read_text() if self._errors.exists() else ""

    def keep_alive(self) -> None:
        """What died comes back."""
        if self.engine is None or self.engine.poll() is not None:
            self.start_engine()
        if self.app is None or self.app.poll() is not None:
            self.start_app()

    def kill(self, process: "subprocess.Popen[Any] | None") -> None:
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def close(self) -> None:
        for process in (self.app, self.engine):
            self.kill(process)
        self.proxy.close()
        if self.has_disk:
            subprocess.run(["umount", "--lazy", str(self.outputs)], check=True)

    # ---- work and disk -------------------------------------------------------------------------------

    def submit(self, folder: Path) -> int:
        """Clips of photos, quick pictures and naps, in an order of the seed; returns the number of prompts."""
        folder.mkdir()
        photos = [folder / f"photo_{number}.png" for number in range(2)]
        for number, path in enumerate(photos):
            Image.new("RGB", (160, 90), (40 * number + 40, 90, 60)).save(path)
        small = {"width": 160, "height": 90, "length": 12}
        requests = [
            SubmitRequest("camera-move", inputs=tuple(map(str, photos)), params=small),
            SubmitRequest("tint", params={"seed": self.rng.randrange(1 << 23)}, tries=6),
            SubmitRequest("nap", params={"seed": self.rng.randrange(1 << 23)}, tries=8),
            SubmitRequest("tint", params={"seed": self.rng.randrange(1 << 23)}, tries=4),
        ]
        self.rng.shuffle(requests)
        app = bootstrap.build(str(self.home))
        try:
            app.services.settings.put(DEATHS_ALLOWED, 0)  # here the prompts are not to blame
            jobs = [app.services.submit.submit(request) for request in requests]
            return sum(job.counts.total for job in jobs)
        finally:
            app.close()

    def retry_failed(self) -> int:
        """What the user does after a full disk."""
        failed = [row["id"] for row in self.rows("SELECT id FROM prompts WHERE status = 'failed'")]
        with self._queue() as queue:
            return len(queue.retry_prompts(failed))

    def pause_now(self, seconds: float) -> None:
        """From another process: what runs is taken back, and goes on a while later."""
        with self._queue() as queue:
            queue.set_paused(True, now=True)
            time.sleep(seconds)
            queue.set_paused(False)

    def cancel_one(self) -> None:
        """An impatient user: three times the same prompt, from another process."""
        open_ones = [row["id"] for row in self.rows(f"SELECT id FROM prompts WHERE status NOT IN {_ENDED}")]
        if not open_ones:
            return
        wanted = self.rng.choice(open_ones)
        self.asked_to_cancel.add(wanted)
        with self._queue() as queue:
            for _ in range(3):
                queue.cancel_prompts([wanted])

    @contextmanager
    def _queue(self) -> Iterator[QueueService]:
        app = bootstrap.build(str(self.home))
        try:
            yield app.services.queue
        finally:
            app.close()

    def give_disk(self) -> None:
        """The outputs get a small disk of their own where the test may mount."""
        command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k", "tmpfs", str(self.outputs)]
        with suppress(FileNotFoundError):
            self.has_disk = subprocess.run(command, capture_output=True, check=False).returncode == 0

    def fill_disk(self, seconds: float) -> None:
        """No byte more for a while; without a disk of its own, an app whose files may not grow."""
        if not self.has_disk:
            self.forbid_growth(seconds)
            return
        self.disk_faults += 1
        ballast = self.outputs / "ballast"
        with suppress(OSError), ballast.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        time.sleep(seconds)
        ballast.unlink()

    def forbid_growth(self, seconds: float) -> None:
        """The app lives for a while with files that may not grow, its database among them."""
        self.disk_faults += 1
        self.kill(self.app)
        largest = SMALLEST_FILE * (LARGEST_FILE / SMALLEST_FILE) ** self.rng.random()
        self.start_app(largest_file=int(largest))
        time.sleep(seconds)
        self.kill(self.app)

    # ---- what is stored ------------------------------------------------------------------------------

    def rows(self, query: str) -> list[sqlite3.Row]:
        uri = f"file:{self.home / 'vqdesk.db'}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(query).fetchall()

    @property
    def unfinished(self) -> int:
        row = self.rows(f"SELECT count(*) FROM prompts WHERE status NOT IN {_ENDED}")
        return int(row[0][0])

    @property
    def in_flight(self) -> int:
        """Prompts that the store believes to be at the server, or being brought home."""
        row = self.rows("SELECT count(*) FROM prompts WHERE status IN ('submitting', 'queued', 'running')")
        return int(row[0][0])

    @property
    def clock_jumps(self) -> int:
        record = self.home / "clock-jumps"
        return len(record.read_text().splitlines()) if record.exists() else 0

    @property
    def ended(self) -> int:
        return int(self.rows(f"SELECT count(*) FROM prompts WHERE status IN {_ENDED}")[0][0])

    def _write_workflows(self) -> None:
        folder = self.home / "workflows"
        folder.mkdir()
        for name, graph in _WORKFLOWS.items():
            last = list(graph)[-1]
            save = {"class_type": "SaveImage", "inputs": {"images": [last, 0], "filename_prefix": "x"}}
            (folder / f"{name}.json").write_text(json.dumps({**graph, "save": save}))
            (folder / f"{name}.yaml").write_text(
                f"name: {name}\ntitle: {name}\ntemplate: {name}.json\nseed: {{bind: [tint.color]}}\n"
                "category: image_gen\ntask_type: text_to_image\noutputs: [save]\n"
            )


def wait_for(is_true: Callable[[], object], seconds: float) -> bool:
    """Whether it became true in time."""
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def stop_for(process: "subprocess.Popen[Any] | None", seconds: float) -> None:
    """SIGSTOP, a while, SIGCONT."""
    if process is None or process.poll() is not None:
        return
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGCONT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
