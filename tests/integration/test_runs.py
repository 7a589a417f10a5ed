"""Jobs put together under one name: by the service, as copies, in a file, and by commands."""

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
from vqdesk.domain.errors import NotFound, ParameterInvalid
from vqdesk.domain.job import JobId
from vqdesk.domain.run import Run
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest


@pytest.fixture
def app(home: Path):
    app = bootstrap.build(str(home))
    for name in ("Lake", "Boats", "Cat"):
        app.services.submit.submit(SubmitRequest("wan22-t2v", (), {"positive_prompt": name}, name=name))
    yield app
    app.close()


def runs_of(app: App) -> dict[int, str]:
    rows = app.services.store.jobs.rows([JobId(number) for number in range(1, 9)])
    return {job.number: job.run for job in rows}


def test_jobs_go_into_a_run_out_of_it_and_back(app: App) -> None:
    runs = app.services.runs
    first = runs.put([JobId(1), JobId(2)], "  Night   shoot ")
    assert first.jobs == (1, 2)
    assert [(run.name, run.kind, run.jobs) for run in runs.all()] == [("Night shoot", "set", 2)]
    second = runs.put([JobId(2), JobId(3)], "Dawn")
    assert runs_of(app) == {1: "Night shoot", 2: "Dawn", 3: "Dawn"}
    runs.put_back(second)
    assert runs_of(app) == {1: "Night shoot", 2: "Night shoot", 3: ""}
    assert [run.name for run in runs.all()] == ["Night shoot"]
    assert runs.put([JobId(1)], "night SHOOT").jobs == ()  # it is there already
    out = runs.take_out([JobId(1), JobId(2), JobId(3)])
    assert out.jobs == (1, 2)
    assert runs.all() == []
    runs.put_back(out)
    assert runs_of(app) == {1: "Night shoot", 2: "Night shoot", 3: ""}


def test_a_run_gets_another_name_but_not_that_of_another(app: App) -> None:
    runs = app.services.runs
    runs.put([JobId(1)], "Night")
    runs.put([JobId(2)], "Dawn")
    night = runs.find("night")
    runs.rename(night.id, "NIGHT 2")
    assert runs_of(app)[1] == "NIGHT 2"
    runs.rename(night.id, "Night 2")
    assert runs.find("night 2") == Run(night.id, "Night 2", "set", 1)
    with pytest.raises(ParameterInvalid, match="already"):
        runs.rename(night.id, "dawn")
    for empty in ("", "  \n "):
        with pytest.raises(ParameterInvalid):
            runs.put([JobId(3)], empty)
    runs.take_out([JobId(2)])
    runs.rename(night.id, "Dawn")  # nobody has the name any more
    with pytest.raises(NotFound, match="Night 2"):
        runs.find("Night 2")


def test_copies_retries_and_files_keep_the_run(app: App, tmp_path: Path) -> None:
    services, file = app.services, tmp_path / "night.vqdesk-queue"
    services.runs.put([JobId(1)], "Night")
    services.editing.duplicate([JobId(1)], new_seeds=True)
    services.editing.cancel([JobId(1)])
    services.editing.retry([JobId(1)], ("canceled",))
    services.editing.delete([JobId(1)])
    services.editing.restore([JobId(1)])
    assert runs_of(app) == {1: "Night", 2: "", 3: "", 4: "Night"}
    services.queue_files.save(file, [JobId(1), JobId(2)])
    other = bootstrap.build(str(tmp_path / "other"))
    try:
        made = other.services.queue_files.load(file)
        other.services.queue_files.load(file)
        assert [job.run for job in other.services.store.jobs.rows(made)] == ["Night", ""]
        assert [(run.name, run.jobs) for run in other.services.runs.all()] == [("Night", 2)]
    finally:
        other.close()


@pytest.fixture
def command(home: Path) -> Callable[..., Any]:
    """Runs a command with --json and returns its document; `code` is the exit code that is expected."""
    write_nap(home / "workflows")
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    parts = Parts(build=bootstrap.build, **unused)

    def run(*arguments: object, code: int = 0) -> Any:
        result = CliRunner().invoke(cli, ["--home", str(home), *map(str, arguments), "--json"], obj=parts)
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    return run


def test_runs_by_commands(command) -> None:
    command("lanes", "add", "http://127.0.0.1:9", "--name", "Nobody", "--force")
    submit = ("submit", "nap", "--lane", "Nobody", "--force")
    assert command(*submit, "--name", "Lake", "--run", "Night")["job"]["run"] == "Night"
    assert command(*submit, "--name", "Boats", "--run", "night")["job"]["run"] == "Night"
    assert command(*submit, "--name", "Cat")["job"]["run"] is None
    assert [job["name"] for job in command("jobs", "--run", "night")["jobs"]] == ["Boats", "Lake"]
    assert [job["name"] for job in command("jobs", "--search", "-run:")["jobs"]] == ["Cat"]
    assert "Night" in command("jobs", "--run", "Day", code=1)["error"]["cause"]
    assert command("runs", "put", "Day", 3)["changed"] == [3]
    assert [(run["name"], run["jobs"]) for run in command("runs")["runs"]] == [("Day", 1), ("Night", 2)]
    assert command("runs", "rename", "night", "Evening")["run"] == "Evening"
    assert command("runs", "take-out", 1, 2)["changed"] == [1, 2]
    assert [run["name"] for run in command("runs", "list")["runs"]] == ["Day"]
    command("runs", "put", "Day", 99, code=1)
