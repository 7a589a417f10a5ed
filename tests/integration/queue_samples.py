"""Jobs for tests of the store and the runtime, and a clock that counts."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from vqdesk.adapters.store import open_store
from vqdesk.domain.job import Asset, JobDraft, LaneId, PromptDraft
from vqdesk.ports import Store

GRAPH: dict[str, dict[str, Any]] = {
    "tint": {"class_type": "EmptyImage", "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": 0}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["tint", 0], "filename_prefix": "x"}},
}


class CountingClock:
    """Every look is a millisecond later."""

    def __init__(self) -> None:
        self._ticks = 0

    def now_iso(self) -> str:
        self._ticks += 1
        return f"2025-01-01T00:{self._ticks // 60_000:02}:{self._ticks // 1000 % 60:02}.{self._ticks % 1000:03}Z"

    def monotonic(self) -> float:
        return self._ticks / 1000


def draft(name: str = "A job", count: int = 1, **changes: Any) -> JobDraft:
    """A job of one-colour pictures; every prompt has a colour of its own."""
    facts: dict[str, Any] = {
        "name": name,
        "workflow": "tint",
        "workflow_hash": "h1",
        "task_type": "text_to_image",
        "params": {},
        "graph": GRAPH,
        "input_binding": "",
        "save_nodes": ("save",),
        "prompts": tuple(PromptDraft(seed=n, patch={"tint.color": n}) for n in range(1, count + 1)),
    }
    return JobDraft(**{**facts, **changes})


def staged_draft(name: str, files: dict[str, str]) -> JobDraft:
    """A job over staged files: source path → content hash."""
    assets = tuple(Asset(sha256, 10, "png", 64, 48) for sha256 in dict.fromkeys(files.values()))
    prompts = tuple(PromptDraft(source_path=path, asset=sha256) for path, sha256 in files.items())
    return draft(name, assets=assets, prompts=prompts)


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    store = open_store(path, CountingClock())
    try:
        yield store
    finally:
        store.close()


def new_lane(store: Store, name: str = "one") -> LaneId:
    return store.lanes.ensure(name, f"http://{name}:8188", "comfyui").id


def set_job(path: Path, job_id: int, **columns: Any) -> None:
    """What later views will set; written by another connection, as another process would."""
    changes = ", ".join(f"{column} = ?" for column in columns)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE jobs SET {changes} WHERE id = ?", (*columns.values(), job_id))
