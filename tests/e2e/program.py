"""The program under test as a real process, and the files it is given."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 90.0
SMALL = ("--param", "width=320", "--param", "height=180", "--param", "length=24")
"""A camera move that takes a quarter of a second."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; fails when anything else was printed there."""
        return json.loads(self.out)

    @property
    def text(self) -> str:
        return self.out + self.err


class Program:
    """`vqdesk --home HOME …`, each call a process of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.outputs = home / "outputs"
        self.before_start: Callable[[], None] | None = None

    def __call__(self, *arguments: object, code: int = 0) -> Ended:
        """Runs a command to its end and checks the exit code; no call ever shows Python's own words."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=TIMEOUT_S)
        ended = Ended(process.returncode, out, err)
        for word in ("Traceback", "site-packages", "Exception"):
            assert word not in ended.text, ended.text
        assert ended.code == code, ended.text
        return ended

    def start(self, *arguments: object) -> "subprocess.Popen[str]":
        """Starts a command that goes on while the test does something else."""
        return subprocess.Popen(
            [sys.executable, "-m", "vqdesk", "--home", str(self.home), *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=self.before_start,
        )

    def refuses(self, *arguments: object, code: int = 1) -> dict[str, str]:
        """The problem of a call that must fail: all three parts, in words, as JSON and nowhere else."""
        problem: dict[str, str] = self(*arguments, "--json", code=code).json["error"]
        assert set(problem) == {"summary", "cause", "remedy"}
        assert all(problem.values()), problem
        return problem

    def job(self, number: int) -> dict[str, Any]:
        """The document of `show --json`."""
        document: dict[str, Any] = self("show", number, "--json").json
        return document

    def jobs(self) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = self("jobs", "--json").json["jobs"]
        return listed

    def files(self) -> list[Path]:
        """Every file below the output root, whole or not."""
        return sorted(path for path in self.outputs.rglob("*") if path.is_file())

    def engine_pid(self) -> int:
        """Of the built-in engine, waited for."""
        state = self.home / "engine.json"
        wait_until(state.is_file, "the engine's file")
        return int(json.loads(state.read_text(encoding="utf-8"))["pid"])

    def check_nothing_is_half_written(self) -> None:
        """No temporary and no empty file, neither among the outputs nor in staging."""
        staged = [path for path in (self.home / "staging").rglob("*") if path.is_file()]
        for path in [*self.files(), *staged]:
            assert ".part" not in path.name, path
            assert path.stat().st_size > 0, path

    def check_outputs_once(self, number: int) -> list[Path]:
        """All prompts of a job succeeded and each has exactly one output, in the store and on disk."""
        document = self.job(number)
        assert document["job"]["status"] == "succeeded", document
        paths = [Path(output["path"]) for prompt in document["prompts"] for output in prompt["outputs"]]
        assert len(paths) == len(document["prompts"]) == len(set(paths))
        for prompt in document["prompts"]:
            assert prompt["status"] == "succeeded"
            assert Path(prompt["outputs"][0]["path"]).stat().st_size == prompt["outputs"][0]["bytes"]
        return paths


def wait_until(is_true: Callable[[], object], what: str, timeout_s: float = 60.0) -> None:
    """Looks again and again; fails when it takes too long."""
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline, f"waited {timeout_s:.0f} s for {what}"
        time.sleep(0.01)


def make_photos(folder: Path, count: int) -> list[Path]:
    """Different small pictures: a gradient and a bright square at another place in each."""
    folder.mkdir(parents=True, exist_ok=True)
    across = np.linspace(0, 160, 320, dtype=np.uint8)
    paths = []
    for number in range(count):
        pixels = np.stack([np.tile(across, (180, 1))] * 3, axis=2)
        pixels[40:100, 10 + number * 20 : 60 + number * 20] = (250, 40 * (number % 6), 90)
        paths.append(folder / f"photo_{number + 1}.png")
        Image.fromarray(pixels).save(paths[-1])
    return paths


def write_tint(folder: Path, **changes: str) -> None:
    """A workflow of the user's own into `folder`: pictures of one colour, and the seed is the colour."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = {
        "tint": {"class_type": "EmptyImage", "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 0}},
        "save": {"class_type": "SaveImage", "inputs": {"images": ["tint", 0], "filename_prefix": "x"}},
    }
    (folder / "tint.json").write_text(json.dumps(graph))
    lines = {"title": "Tint", "category": "image_gen", "task_type": "text_to_image", **changes}
    words = "".join(f"{key}: {value}\n" for key, value in lines.items())
    (folder / "tint.yaml").write_text(
        f"name: tint\n{words}template: tint.json\nseed: {{bind: [tint.color]}}\noutputs: [save]\n"
    )
