"""The commands that change the order and the engines, on a real data folder: words, JSON, exit codes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from headless import engine_process
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.adapters.builtin.state import read_state
from vqdesk.cli.frame import Parts
from vqdesk.cli.root import cli

Command = Callable[..., Any]


@pytest.fixture
def command(home: Path) -> Command:
    """Runs a command with --json and returns its document; `code` is the exit code that is expected."""
    write_nap(home / "workflows")
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    parts = Parts(build=bootstrap.build, **unused)

    def run(*arguments: object, code: int = 0) -> Any:
        words = ["--home", str(home), *map(str, arguments), "--json"]
        result = CliRunner().invoke(cli, words, obj=parts)
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    return run


def submit(command: Command, count: int) -> None:
    command("lanes", "add", "http://127.0.0.1:9", "--name", "Nobody", "--force")
    for number in range(count):
        command("submit", "nap", "--lane", "Nobody", "--name", f"job {number + 1}", "--force")


def order(command: Command) -> list[int]:
    jobs = command("jobs")["jobs"]
    return [job["number"] for job in sorted(jobs, key=lambda job: (-job["priority"], job["position"]))]


def test_the_order_is_changed_from_the_command_line(command: Command) -> None:
    submit(command, 4)
    assert command("next", 3)["changed"] == [3]
    assert order(command) == [3, 1, 2, 4]
    assert command("move", 4, 2, "--before", 1)["changed"] == [4, 2]
    assert order(command) == [3, 4, 2, 1]
    command("priority", 1, 5)
    assert order(command) == [1, 3, 4, 2]
    command("priority", 1, 3, "-2")
    assert order(command) == [4, 2, 3, 1]


def test_jobs_are_held_released_stopped_after_and_started_later(command: Command) -> None:
    submit(command, 2)
    command("hold", 1, 2)
    assert [job["held"] for job in command("jobs")["jobs"]] == [True, True]
    command("release", 1)
    command("stop-after", 1)
    command("start-at", 1, "--at", "2099-05-01T22:00")
    job = command("show", 1)["job"]
    assert (job["held"], job["stop_after"]) == (False, True)
    assert job["start_at"].startswith("2099-0")
    command("stop-after", 1, "--off")
    command("release", 1)
    job = command("show", 1)["job"]
    assert (job["stop_after"], job["start_at"]) == (False, None)


def test_what_has_ended_is_not_changed_and_what_is_unknown_is_told(command: Command) -> None:
    submit(command, 1)
    command("cancel", 1)
    assert command("hold", 1)["changed"] == []
    problem = command("next", 7, code=1)["error"]
    assert problem["summary"] == "There is no job 7."


def test_engines_are_listed_named_limited_drained_and_removed(command: Command) -> None:
    assert command("lanes") == {"lanes": []}
    command("lanes", "add", "127.0.0.1:9", "--name", "Card", "--force")
    assert command("lanes", "name", "Card", "Big card")["lane"]["name"] == "Big card"
    assert command("lanes", "depth", "big card", 4)["lane"]["max_depth"] == 4
    assert command("lanes", "drain", "Big card")["lane"]["state"] == "draining"
    assert command("lanes", "resume", "Big card")["lane"]["state"] == "enabled"
    [lane] = command("lanes", "list")["lanes"]
    assert (lane["url"], lane["running"], lane["waiting"]) == ("http://127.0.0.1:9", 0, 0)
    assert command("lanes", "remove", "Big card") == {"removed": True}
    assert command("lanes") == {"lanes": []}


def test_an_engine_is_asked_before_it_is_added(command: Command, tmp_path: Path) -> None:
    assert "error" in command("lanes", "add", "127.0.0.1:9", code=1)
    with engine_process(tmp_path / "engine"):
        state = read_state(tmp_path / "engine")
        assert state is not None
        command("lanes", "add", f"127.0.0.1:{state.port}")
        found = command("lanes", "test", "ComfyUI")["lane"]
        assert found["version"]
    assert "error" in command("lanes", "test", "ComfyUI", code=1)
    assert command("lanes", "test", "nobody", code=1)["error"]["summary"] == "There is no engine “nobody”."
