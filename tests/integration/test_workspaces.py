"""Tabs in a real database: what was saved is there after any end, and a damaged one harms no other."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from vqdesk.adapters.store import open_store
from vqdesk.bootstrap import SystemClock
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.ports import Store
from vqdesk.services.workspaces import WorkspaceService


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "vqdesk.db"


@pytest.fixture
def store(file):
    opened = open_store(file, SystemClock())
    yield opened
    opened.close()


def saved(store: Store, *ids: str, active: str = "") -> WorkspaceService:
    service = WorkspaceService(store.workspaces)
    service.save([Workspace(one, one.upper(), "", WorkspaceState(job_name=f"job of {one}")) for one in ids])
    service.arrange(ids, active or ids[0])
    return service


def names(service: WorkspaceService) -> list[str]:
    return [one.id for one in service.open().workspaces]


def test_order_front_and_content_come_back(store) -> None:
    service = saved(store, "b", "a", "c", active="a")
    found = service.open()
    assert [one.id for one in found.workspaces] == ["b", "a", "c"]
    assert found.active == "a"
    assert found.workspaces[2] == Workspace("c", "C", "", WorkspaceState(job_name="job of c"))
    assert found.problems == {}


def test_a_closed_one_can_be_reopened_and_saving_another_leaves_it_closed(store) -> None:
    service = saved(store, "a", "b", "c")
    service.arrange(["a", "c"], "a")
    service.save([Workspace("c", "Other")])
    assert names(service) == ["a", "c"]
    assert [one.id for one in service.open().closed] == ["b"]
    service.arrange(["a", "b", "c"], "b")
    assert names(service) == ["a", "b", "c"]
    assert service.open().active == "b"


def test_a_tab_that_was_saved_but_not_yet_arranged_is_there(store) -> None:
    service = saved(store, "a")
    service.save([Workspace("late", "Late")])
    assert names(service) == ["a", "late"]


def test_closed_ones_do_not_pile_up_for_ever(store) -> None:
    service = saved(store, *(str(number) for number in range(80)))
    service.arrange(["0"], "0")
    assert len(store.workspaces.closed(1000)) == 50


@pytest.mark.parametrize("text", ["{", "[]", '{"workflow": 7, "tries": 3}', '{"version": 99, "tries": 3}'])
def test_a_damaged_one_falls_back_is_kept_and_told_and_harms_no_other(store, file, text) -> None:
    service = saved(store, "a", "b", "c")
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE workspaces SET state = ? WHERE id = 'b'", (text,))
    found = service.open()
    assert [one.state.job_name for one in found.workspaces] == ["job of a", "", "job of c"]
    assert found.workspaces[1].state.tries == (3 if "tries" in text else 1)
    assert list(found.problems) == ["b"]
    assert "“B”" in found.problems["b"].summary
    service.save([found.workspaces[1]])
    service.open()
    assert store.workspaces.damaged("b") == text


_WRITER = """
import itertools, sys
from pathlib import Path
from vqdesk.adapters.store import open_store
from vqdesk.bootstrap import SystemClock
from vqdesk.domain.workspace import Workspace, WorkspaceState
from vqdesk.services.workspaces import WorkspaceService
service = WorkspaceService(open_store(Path(sys.argv[1]), SystemClock()).workspaces)
for n in itertools.count():
    tabs = [Workspace(i, i, "", WorkspaceState(job_name=str(n), inputs=("/x" * 500,) * 1)) for i in "abc"]
    service.save(tabs)
    service.arrange(["c", "a", "b"], "a")
    print(n, flush=True)
"""


def test_killed_while_writing_everything_that_was_confirmed_is_there(file) -> None:
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "0\n"
    time.sleep(0.3)
    os.kill(writer.pid, signal.SIGKILL)
    last = int((["0", *writer.stdout.read().split()])[-1])
    writer.wait()
    store = open_store(file, SystemClock())
    found = WorkspaceService(store.workspaces).open()
    store.close()
    assert [one.id for one in found.workspaces] == ["c", "a", "b"]
    assert found.active == "a"
    assert all(int(one.state.job_name) >= last for one in found.workspaces)
    assert found.problems == {}


@pytest.mark.parametrize(
    "text", ["CAST(x'7bff7d' AS TEXT)", "x'7bff7d'", "'[['", "5", '\'{"inputs": ["\\ud83d"]}\'']
)
def test_whatever_stands_in_one_tab_the_others_are_read_and_all_can_be_saved(store, file, text: str) -> None:
    service = saved(store, "a", "b")
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(f"UPDATE workspaces SET state = {text} WHERE id = 'a'")
    found = service.open()
    assert found.workspaces[1].state.job_name == "job of b"
    service.save(found.workspaces)
    again = service.open()
    assert again.workspaces == found.workspaces
    assert again.problems == {}
