"""Copies of the queue: before every update, by hand, and back again."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filelock import FileLock
from queue_samples import draft, opened

from vqdesk.adapters.store.backups import back_up
from vqdesk.cli.root import cli
from vqdesk.parts import parts
from vqdesk.ports import BackupKind, JobQuery

Command = Callable[..., Any]


@pytest.fixture
def database(home: Path) -> Path:
    home.mkdir(exist_ok=True)
    path = home / "vqdesk.db"
    with opened(path) as store:
        store.jobs.create(draft("the first"))
    return path


@pytest.fixture
def command(home: Path) -> Command:
    """`vqdesk backup … --json`: its document."""

    def run(*arguments: object, code: int = 0) -> Any:
        words = ["--home", str(home), "backup", *map(str, arguments), "--json"]
        result = CliRunner().invoke(cli, words, obj=parts())
        assert result.exit_code == code, result.output
        return json.loads(result.stdout)

    return run


def names(path: Path) -> list[str]:
    with opened(path) as store:
        return sorted(job.name for job in store.jobs.rows(store.jobs.ids(JobQuery())))


def add(path: Path, name: str) -> None:
    with opened(path) as store:
        store.jobs.create(draft(name))


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('vqdesk', '9999_next', '')"
        )
        connection.commit()


def test_a_copy_is_made_while_the_queue_is_in_use_and_restored_later(command: Command, database: Path) -> None:
    with opened(database) as store:
        store.jobs.create(draft("the second"))
        made = command("make")["backup"]
    assert (made["jobs"], made["kind"], made["fits"]) == (2, "made", True)
    add(database, "the third")
    done = command("restore")
    assert names(database) == ["the first", "the second"]
    assert names(Path(done["replaced"]["path"])) == ["the first", "the second", "the third"]
    with opened(database) as store:
        assert store.settings.get("paused") == "1"  # nothing of the old state runs unseen
    assert [one["kind"] for one in command("list")["backups"]] == ["replaced", "made"]


def test_a_restore_can_be_undone(command: Command, database: Path) -> None:
    command("make")
    add(database, "made later")
    replaced = command("restore")["replaced"]["name"]
    command("restore", replaced)
    assert names(database) == ["made later", "the first"]


def test_nothing_is_restored_while_the_database_is_open(command: Command, database: Path) -> None:
    command("make")
    with opened(database) as store:
        error = command("restore", code=1)["error"]
        store.jobs.create(draft("goes on"))
    assert "Close" in error["remedy"]
    assert names(database) == ["goes on", "the first"]
    assert [one["kind"] for one in command("list")["backups"]] == ["made"]


def test_nothing_is_restored_while_a_worker_runs(command: Command, database: Path) -> None:
    command("make")
    with FileLock(database.with_name("worker.lock")):
        assert "Quit it" in command("restore", code=1)["error"]["remedy"]


def test_a_damaged_database_is_replaced_and_kept(command: Command, database: Path) -> None:
    command("make")
    database.write_bytes(b"no database at all, but of some length" * 40)
    Path(f"{database}-wal").write_bytes(b"left over")
    done = command("restore")
    assert names(database) == ["the first"]
    assert Path(done["replaced"]["path"]).read_bytes().startswith(b"no database")


def test_after_an_update_the_older_version_goes_back(command: Command, database: Path) -> None:
    before = back_up(database, BackupKind.UPDATE)
    add(database, "by the newer version")
    make_newer(database)
    words = CliRunner().invoke(cli, ["--home", str(database.parent), "jobs"], obj=parts()).output
    assert "newer VQDesk" in words
    assert "vqdesk backup restore" in words
    done = command("restore")
    assert done["backup"]["name"] == before.name
    assert names(database) == ["the first"]
    assert done["replaced"]["fits"] is False
    assert "newer" in command("restore", done["replaced"]["name"], code=1)["error"]["summary"]


def test_of_those_made_by_updates_the_last_three_are_kept_and_all_made_by_hand(
    command: Command, database: Path
) -> None:
    by_hand = command("make")["backup"]["name"]
    made = [back_up(database, BackupKind.UPDATE).name for _ in range(5)]
    listed = {one["name"] for one in command("list")["backups"]}
    assert listed == {by_hand, *made[-3:]}


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0 but no more"])
def test_a_file_that_is_no_backup_changes_nothing(
    command: Command, database: Path, tmp_path: Path, content: bytes
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(content)
    assert "no usable backup" in command("restore", other, code=1)["error"]["summary"]
    assert "no backup" in command("restore", tmp_path / "none.db", code=1)["error"]["summary"]
    assert names(database) == ["the first"]


def test_an_empty_data_folder_has_no_backups(command: Command, home: Path) -> None:
    assert command("list") == {"backups": []}
    assert "nothing to back up" in command("make", code=1)["error"]["summary"]
    assert "no backup" in command("restore", code=1)["error"]["summary"]
    assert not list(home.glob("*")) if home.exists() else True
