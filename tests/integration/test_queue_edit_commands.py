"""Duplicate, delete, note, mark and saved queues, as commands of a script."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from nap_workflow import write_nap

from vqdesk import bootstrap
from vqdesk.cli.frame import Parts
from vqdesk.cli.root import cli


@pytest.fixture
def command(home: Path) -> Callable[..., Any]:
    """Runs a command with --json and returns its document; `code` is the exit code that is expected."""
    write_nap(home / "workflows")
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    parts = Parts(build=bootstrap.build, **unused)

    def run(*arguments: object, code: int = 0, folder: Path = home) -> Any:
        words = ["--home", str(folder), *map(str, arguments), "--json"]
        result = CliRunner().invoke(cli, words, obj=parts)
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    command = run
    command("lanes", "add", "http://127.0.0.1:9", "--name", "Nobody", "--force")
    for name in ("Lake", "Boats"):
        command("submit", "nap", "--lane", "Nobody", "--name", name, "--force")
    return command


def names(command: Callable[..., Any], *arguments: object, **where: Any) -> list[str]:
    return [job["name"] for job in command("jobs", *arguments, **where)["jobs"]]


def test_a_job_is_duplicated_deleted_and_brought_back(command) -> None:
    assert command("duplicate", 1)["jobs"] == [3]
    assert names(command) == ["Lake", "Boats", "Lake"]
    assert command("delete", 1, 99) == {"changed": [1], "left": [99]}
    assert names(command) == ["Lake", "Boats"]
    assert command("delete", 1, "--restore")["changed"] == [1]
    assert "no job 99" in command("duplicate", 99, code=1)["error"]["summary"]


def test_notes_and_marks_are_found_by_search(command) -> None:
    command("note", 1, "for the trailer")
    command("mark", 2, "--colour", "blue")
    assert names(command, "--search", "note:trailer") == ["Lake"]
    assert names(command, "--search", "colour:blue") == ["Boats"]
    command("note", 1, "")
    assert names(command, "--search", "note:") == []
    command("note", 99, "nobody", code=1)


def test_a_queue_goes_to_another_data_folder(command, tmp_path: Path) -> None:
    file = tmp_path / "night.vqdesk-queue"
    assert command("queue", "save", file)["jobs"] == 2
    assert command("queue", "load", file, folder=tmp_path / "other")["jobs"] == [1, 2]
    assert names(command, folder=tmp_path / "other") == ["Boats", "Lake"]
    assert command("queue", "load", tmp_path / "missing", code=1)["error"]["remedy"]
