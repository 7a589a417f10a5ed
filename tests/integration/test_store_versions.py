"""Databases of other versions: made from nothing, backed up before a step, left alone when they are newer."""

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from queue_samples import draft, opened
from sqlite_utils import Database

from vqdesk.adapters.store.migrations import STEPS, applying
from vqdesk.domain.errors import StoreUnusable
from vqdesk.ports import JobQuery

ROOT = Path(__file__).resolve().parents[2]
LATER_VERSION = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from queue_samples import opened
from vqdesk.adapters.store import migrations as steps
from vqdesk.adapters.store.migrations.applying import migrations

steps.STEPS += ("9999_next",)

@migrations(name="9999_next")
def step(db):
    db.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")
    if {fails}:
        raise OSError("the power is gone")

with opened(Path({path!r})) as store:
    pass
"""


def open_with_later_version(path: Path, fails: bool = False) -> "subprocess.CompletedProcess[str]":
    """Another process whose VQDesk has one step more."""
    code = LATER_VERSION.format(tests=str(Path(__file__).parent), path=str(path), fails=fails)
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "vqdesk.db"
    with opened(path) as store:
        store.jobs.create(draft("from the old version"))
    return path


def test_a_new_database_has_the_whole_schema_and_needs_no_backup(path: Path) -> None:
    wanted = "jobs job_graphs prompts attempts lanes assets uploads outputs timings runs prompt_deps workspaces"
    assert tables(path) >= {*wanted.split(), "presets", "captions", "tags", "events", "settings", "jobs_fts"}
    with opened(path) as store:
        assert len(store.jobs.ids(JobQuery())) == 1
    assert not list(path.parent.glob("*.backup-*"))


def test_every_step_is_named_once_more_where_nothing_has_to_be_loaded() -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        assert tuple(step.name for step in applying.migrations.pending(Database(empty))) == STEPS


def test_many_can_open_a_new_data_folder_at_the_same_moment(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    together = threading.Barrier(6)

    def add(name: str) -> None:
        together.wait()
        with opened(fresh) as store:
            store.jobs.create(draft(name))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, "abcdef"))
    with opened(fresh) as store:
        assert sorted(job.name for job in store.jobs.rows(store.jobs.ids(JobQuery()))) == list("abcdef")


def test_a_new_step_keeps_the_jobs_and_a_backup_of_the_old_file(path: Path) -> None:
    assert open_with_later_version(path).returncode == 0
    assert "novelty" in tables(path)
    [backup] = path.parent.glob("vqdesk.db.backup-*")
    assert "novelty" not in tables(backup)
    with opened(backup) as store:
        assert [job.name for job in store.jobs.rows(store.jobs.ids(JobQuery()))] == ["from the old version"]


def test_a_step_that_breaks_off_changes_nothing(path: Path) -> None:
    assert "the power is gone" in open_with_later_version(path, fails=True).stderr
    assert "novelty" not in tables(path)
    with opened(path) as store:
        assert len(store.jobs.ids(JobQuery())) == 1


def test_a_newer_database_is_refused_and_not_touched(path: Path) -> None:
    open_with_later_version(path)
    before = path.read_bytes()
    with pytest.raises(StoreUnusable) as error, opened(path):
        pass
    assert "newer" in error.value.problem.summary
    assert "9999_next" in error.value.problem.cause
    assert "--home" in error.value.problem.remedy
    assert path.read_bytes() == before
