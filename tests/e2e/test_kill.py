"""kill -9 of the app or the engine in the middle of a batch: every prompt succeeds, each output exists once."""

import json
import os
import random
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
import requests
from program import SMALL, Program, make_photos, wait_until

from vqdesk import bootstrap
from vqdesk.domain.settings import DEATHS_ALLOWED

KILLS = 6
pytestmark = pytest.mark.timeout(180)


def test_app_killed_again_and_again(program: Program, tmp_path: Path) -> None:
    """The engine lives on: what it had taken is adopted or collected, and nothing is rendered a second time."""
    rng = random.Random(2)
    photos = make_photos(tmp_path / "photos", 8)
    _blame_no_prompt(program)
    program("submit", "camera-move", *photos, *SMALL, "--param", "length=48", "--name", "clips")
    program("submit", "image-upscale", *photos, "--name", "stills")
    hits = 0
    for _ in range(KILLS):
        worker = program.start("run", "--until-empty")
        wait_until(lambda: _worker_pid(program) == worker.pid or worker.poll() is not None, "the worker")  # noqa: B023
        time.sleep(rng.uniform(0.05, 0.8))
        worker.kill()
        worker.communicate()
        hits += _succeeded(program) < 16
    assert hits >= 3  # kills that fell into the batch
    _finish_and_check(program, jobs=(1, 2), outputs=16)
    assert max(_successes_at_the_server(program).values()) == 1


def test_submit_wait_killed_right_after_its_job_was_stored(program: Program, photos: list[Path]) -> None:
    killed = program.start("submit", "camera-move", *photos, *SMALL, "--wait")
    wait_until(lambda: _stored_prompts(program) == len(photos), "the job")
    killed.kill()
    killed.communicate()
    _finish_and_check(program, jobs=(1,), outputs=3)


def test_engine_killed_under_a_running_batch(program: Program, tmp_path: Path) -> None:
    """The app notices, starts another engine and goes on; the user sees a job that succeeded."""
    rng = random.Random(3)
    photos = make_photos(tmp_path / "photos", 8)
    _blame_no_prompt(program)
    program("submit", "camera-move", *photos, *SMALL, "--param", "length=96")  # some still wait at each death
    worker = program.start("run", "--until-empty")
    for killed in range(1, 4):
        wait_until(lambda: _succeeded(program) >= killed, "a clip")  # noqa: B023
        time.sleep(rng.uniform(0, 0.2))
        _kill_engine(program)
    out, err = worker.communicate(timeout=90)
    assert worker.returncode == 0, err
    assert "Traceback" not in out + err
    _finish_and_check(program, jobs=(1,), outputs=8)
    log = " ".join(entry["text"] for entry in program("log", 1, "--json").json["log"])
    assert "goes back into the queue" in log


def test_app_and_engine_killed_together(program: Program, photos: list[Path]) -> None:
    program("submit", "camera-move", *photos, *SMALL)
    worker = program.start("run", "--until-empty")
    wait_until(lambda: _succeeded(program) >= 1, "a clip")
    worker.kill()
    _kill_engine(program)
    worker.communicate()
    _finish_and_check(program, jobs=(1,), outputs=3)


def _blame_no_prompt(program: Program) -> None:
    """Here the deaths are ours: no prompt shall be put aside for them."""
    app = bootstrap.build(str(program.home))
    app.services.settings.put(DEATHS_ALLOWED, 0)
    app.close()


def _finish_and_check(program: Program, jobs: tuple[int, ...], outputs: int) -> None:
    program("run", "--until-empty")
    paths = [path for number in jobs for path in program.check_outputs_once(number)]
    assert len(paths) == outputs
    assert program.files() == sorted(paths)
    program.check_nothing_is_half_written()


def _kill_engine(program: Program) -> None:
    pid = program.engine_pid()
    os.kill(pid, signal.SIGKILL)


def _worker_pid(program: Program) -> int:
    path = program.home / "worker.pid"
    return int(path.read_text() or 0) if path.is_file() else 0


def _rows(program: Program, query: str) -> list[tuple[object, ...]]:
    database = program.home / "vqdesk.db"
    if not database.is_file():
        return []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # the tables are just being made
            return []


def _stored_prompts(program: Program) -> int:
    return len(_rows(program, "SELECT id FROM prompts"))


def _succeeded(program: Program) -> int:
    return len(_rows(program, "SELECT id FROM prompts WHERE status = 'succeeded'"))


def _successes_at_the_server(program: Program) -> Counter[object]:
    """How often the engine has brought each prompt to success, by its own history."""
    state = json.loads((program.home / "engine.json").read_text(encoding="utf-8"))
    url = f"http://127.0.0.1:{state['port']}/history"
    history = requests.get(url, headers={"X-VQDesk-Token": state["token"]}, timeout=10).json()
    prompt_of = dict(_rows(program, "SELECT id, prompt_id FROM attempts"))
    done = [prompt_of[one] for one, record in history.items() if record["status"]["status_str"] == "success"]
    return Counter(done)
