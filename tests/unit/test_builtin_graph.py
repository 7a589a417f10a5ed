"""Order of execution, content signatures, names of saved files, and who may ask."""

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from vqdesk.adapters.builtin.frames import FrameBatch, settle
from vqdesk.adapters.builtin.graph import ExecutionOrder, signatures
from vqdesk.adapters.builtin.guard import is_trusted
from vqdesk.adapters.builtin.storage import Storage, split_annotation

OUTPUTS = {"save", "save2"}


def node(*needs: str, **values: Any) -> dict[str, Any]:
    links = {f"in{index}": [need, 0] for index, need in enumerate(needs)}
    return {"class_type": "X", "inputs": {**links, **values}}


def order(graph: dict[str, Any], outputs: list[str], done: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    plan = ExecutionOrder(graph, outputs, done.__contains__)
    taken = []
    while (node_id := plan.take(OUTPUTS.__contains__)) is not None:
        taken.append(node_id)
        plan.complete(node_id)
    return taken


def test_every_node_comes_after_what_it_needs_and_only_needed_ones_come() -> None:
    graph = {"a": node(), "b": node("a"), "c": node("a", "b"), "save": node("c"), "unused": node("a")}
    assert order(graph, ["save"]) == ["a", "b", "c", "save"]
    assert order(graph, ["save"], done={"b", "a"}) == ["c", "save"]


def test_an_output_that_is_ready_goes_before_further_work() -> None:
    graph = {"a": node(), "long": node("a"), "save2": node("long"), "save": node("a")}
    taken = order(graph, ["save2", "save"])
    assert taken.index("save") < taken.index("long")


def test_signatures_ignore_ids_but_nothing_else() -> None:
    def sign(graph: dict[str, Any], prints: dict[str, Any] | None = None) -> str:
        return signatures(graph, (prints or {}).get)["save"]

    base = sign({"1": node(size=5), "save": node("1", name="x")})
    assert sign({"renamed": node(size=5), "save": node("renamed", name="x")}) == base
    assert sign({"1": node(size=6), "save": node("1", name="x")}) != base
    assert sign({"1": node(size=5), "save": node("1", name="y")}) != base
    assert sign({"1": node(size=5), "save": node("1", name="x")}, {"1": "file changed"}) != base


def test_signatures_survive_cycles_and_missing_nodes() -> None:
    graph = {"a": node("b"), "b": node("a"), "c": node("gone"), "d": {"class_type": "X"}}
    assert len(signatures(graph, {}.get)) == 4


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    made = Storage(tmp_path / "engine")
    made.prepare()
    return made


def test_numbers_follow_the_highest_of_the_same_stem_only(storage: Storage) -> None:
    folder = storage.root / "output" / "a"
    folder.mkdir()
    for name in ("cat_00007_.png", "cat_00003_.mp4", "catalogue_00099_.png", "cat_x_.png", "cat.png"):
        (folder / name).write_bytes(b"")
    target = storage.save_target("output", "a/cat", 64, 48)
    assert (target.name(0, "png"), target.name(2, "png")) == ("cat_00008_.png", "cat_00010_.png")
    assert target.subfolder == "a"


def test_words_in_a_prefix_are_filled_in(storage: Storage) -> None:
    target = storage.save_target("output", "%width%x%height%/at_%batch_num%", 64, 48)
    assert target.subfolder == "64x48"
    assert target.name(3, "png") == "at_3_00004_.png"


@pytest.mark.parametrize("prefix", ["../out", "/etc/x", "a/../../out", "..\0/x"])
def test_a_prefix_outside_is_refused(storage: Storage, prefix: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        storage.save_target("output", prefix, 1, 1)


def test_only_files_inside_are_located(storage: Storage) -> None:
    (storage.root / "input" / "a.png").write_bytes(b"x")
    (storage.root / "secret").write_bytes(b"x")
    (storage.root / "output" / "b.png").write_bytes(b"x")
    assert storage.locate("a.png") == storage.root / "input" / "a.png"
    assert storage.locate("b.png [output]") == storage.root / "output" / "b.png"
    assert [storage.locate(name) for name in ("../secret", "/etc/passwd", "b.png", "", "a\0.png")] == [None] * 5
    assert split_annotation("x [temp]") == ("x", "temp")
    assert split_annotation("x [other]") == ("x [other]", "")


def test_a_long_batch_stays_lazy_and_a_short_one_is_rendered_once() -> None:
    calls: list[int] = []

    def render(index: int) -> np.ndarray:
        calls.append(index)
        return np.full((100, 100, 3), index, np.uint8)

    short = settle(FrameBatch(5, 100, 100, render), lambda *_: None)
    assert [int(short.render(index)[0, 0, 0]) for index in range(5)] == list(range(5))
    assert calls == list(range(5))
    long = settle(FrameBatch(100_000, 100, 100, render), lambda *_: None)
    assert len(calls) == 5
    assert long.render(7)[0, 0, 0] == 7


@pytest.mark.parametrize(
    ("host", "origin", "is_allowed"),
    [
        ("127.0.0.1:8188", "", True),
        ("localhost:8188", "http://localhost:8188", True),
        ("[::1]:8188", "http://[::1]:8188", True),
        ("127.0.0.1:8188", "http://127.0.0.1", True),
        ("127.0.0.1:8188", "null", True),
        ("127.0.0.1:8188", "http://127.0.0.1:9999", False),
        ("127.0.0.1:8188", "http://localhost:8188", False),
        ("rebound.example:8188", "http://rebound.example:8188", False),
        ("127.0.0.1:8188", "http://[broken", False),
        ("", "", True),
    ],
)
def test_host_and_origin(host: str, origin: str, is_allowed: bool) -> None:
    assert is_trusted(host, origin) is is_allowed


def test_old_files_behind_links_are_not_touched(storage: Storage, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep.png").write_bytes(b"x")
    os.utime(outside / "keep.png", (1, 1))
    (storage.root / "output" / "link").symlink_to(outside)
    storage.prepare()
    assert (outside / "keep.png").exists()
