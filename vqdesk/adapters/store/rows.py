"""Database rows to domain values and back."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from typing import Any

from vqdesk.domain.attempts import Attempt
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import (
    AttemptId,
    Counts,
    Graph,
    Job,
    JobId,
    Lane,
    LaneId,
    LogEntry,
    Output,
    Prompt,
    PromptId,
    RemoteFile,
)
from vqdesk.domain.needs import ModelFile, Needs
from vqdesk.domain.node_times import NodeTime
from vqdesk.domain.run import RunId
from vqdesk.domain.status import Cancellation, PromptStatus


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pack_graph(graph: Graph) -> bytes:
    return zlib.compress(to_json(graph).encode(), level=6)


def unpack_graph(blob: bytes) -> Graph:
    graph: Graph = json.loads(zlib.decompress(blob))
    return graph


def pack_problem(problem: Problem | None) -> str | None:
    return None if problem is None else to_json(problem.as_dict())


def pack_files(files: Iterable[RemoteFile]) -> str:
    return to_json([[f.node_id, f.filename, f.subfolder, f.kind] for f in files])


def pack_nodes(nodes: Iterable[NodeTime]) -> str:
    packed = [[one.node_id, round(one.began_s, 3), round(one.seconds, 3)] for one in nodes]
    return to_json(packed) if packed else ""


def unpack_nodes(text: str) -> tuple[NodeTime, ...]:
    return tuple(NodeTime(*one) for one in json.loads(text)) if text else ()


def attempt_from(row: sqlite3.Row) -> Attempt:
    return Attempt(
        id=AttemptId(row["id"]),
        n=row["n"],
        lane_id=LaneId(row["lane_id"]),
        submitted_at=row["submitted_at"],
        waiting_since=row["waiting_since"],
        queued_at=row["queued_at"] or "",
        started_at=row["started_at"] or "",
        ended_at=row["ended_at"] or "",
        outcome=row["outcome"],
        problem=Problem.from_dict(json.loads(row["error"])) if row["error"] else None,
        nodes=unpack_nodes(row["nodes"]),
    )


def job_from(row: sqlite3.Row) -> Job:
    counts = Counts(**{state.value: row[f"n_{state.value}"] for state in PromptStatus})
    return Job(
        id=JobId(row["id"]),
        name=row["name"],
        workflow=row["workflow"],
        workflow_hash=row["workflow_hash"],
        task_type=row["task_type"],
        status=PromptStatus(row["status"]),
        counts=counts,
        params=json.loads(row["params"]),
        tries=row["tries"],
        priority=row["priority"],
        position=row["position"],
        held=bool(row["held"]),
        created_at=row["created_at"],
        started_at=row["started_at"] or "",
        ended_at=row["ended_at"] or "",
        lane_pin=LaneId(row["lane_pin"]) if row["lane_pin"] is not None else None,
        first_asset=row["first_asset"],
        workspace_id=row["workspace_id"],
        workspace_title=row["workspace_title"],
        reason=row["reason"],
        canceling=row["n_canceling"],
        needs=row["needs"],
        stop_after=bool(row["stop_after"]),
        start_at=row["start_at"] or "",
        overtaken=len(json.loads(row["overtaken_by"])),
        colour=row["colour"],
        note=row["note"],
        last_output=row["last_output"],
        awaits=row["awaits"],
        run_id=RunId(row["run_id"]) if row["run_id"] is not None else None,
        run=row["run"] or "",
    )


def prompt_from(row: sqlite3.Row) -> Prompt:
    return Prompt(
        id=PromptId(row["id"]),
        job_id=JobId(row["job_id"]),
        ordinal=row["ordinal"],
        status=PromptStatus(row["status"]),
        seed=row["seed"],
        try_number=row["try_number"],
        asset=row["asset"] or "",
        source_path=row["source_path"],
        patch=json.loads(row["patch"]),
        cancel_requested_at=row["cancel_requested_at"] or "",
        cancellation=Cancellation(row["cancellation"]) if row["cancellation"] else None,
        error=Problem.from_dict(json.loads(row["error"])) if row["error"] else None,
        revision=row["revision"],
        attempt_id=AttemptId(row["attempt_id"]) if row["attempt_id"] else None,
        attempts=row["attempts"],
        started_at=row["started_at"] or "",
        ended_at=row["ended_at"] or "",
        lowered=row["lowered"],
        wants_text=bool(row["wants_text"]),
    )


def output_from(row: sqlite3.Row) -> Output:
    return Output(
        id=row["id"],
        prompt_id=PromptId(row["prompt_id"]),
        attempt_id=AttemptId(row["attempt_id"]),
        node_id=row["node_id"],
        path=row["path"],
        kind=row["kind"],
        bytes=row["bytes"],
        width=row["width"],
        height=row["height"],
        fps=row["fps"],
        frames=row["frames"],
    )


def lane_from(row: sqlite3.Row) -> Lane:
    return Lane(LaneId(row["id"]), row["name"], row["url"], row["kind"], row["state"], row["max_depth"])


def needs_from(row: sqlite3.Row) -> Needs:
    models = (ModelFile(*one) for one in json.loads(row["models"]))
    return Needs(tuple(json.loads(row["classes"])), tuple(models))


def log_entry_from(row: sqlite3.Row) -> LogEntry:
    data = json.loads(row["data"])
    return LogEntry(
        id=row["id"],
        job_id=JobId(row["job_id"]),
        at=row["at"],
        kind=row["kind"],
        text=data["text"],
        prompt_ordinal=data.get("prompt", 0),
    )
