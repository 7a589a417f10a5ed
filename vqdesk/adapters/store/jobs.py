"""Jobs: creation with all their prompts, and the ordered ids and rows that views ask for."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.job_lists import listed
from vqdesk.adapters.store.rows import job_from, output_from, pack_graph, prompt_from, to_json, unpack_graph
from vqdesk.adapters.store.texts import remember_wish
from vqdesk.domain.errors import NotFound
from vqdesk.domain.job import Asset, Job, JobDraft, JobGraph, JobId, Output, Prompt, PromptDraft
from vqdesk.domain.needs import Needs, needs_of
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Clock, JobListing, JobQuery, StatusCounts

_CHUNK = 500  # bound parameters per statement, under every SQLite build's limit
_LARGEST_ID = 2**63 - 1

_ROWS = """SELECT jobs.*, (SELECT count(*) FROM prompts
                           WHERE job_id = jobs.id AND status IN ('submitting', 'queued', 'running')
                           AND cancel_requested_at IS NOT NULL) AS n_canceling,
                  (SELECT name FROM runs WHERE runs.id = jobs.run_id) AS run
           FROM jobs WHERE deleted_at IS NULL"""


class SqliteJobStore:
    """Implements ports.JobStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def create(self, draft: JobDraft) -> JobId:
        now = self._clock.now_iso()
        with self._db.writing() as connection:
            _insert_assets(connection, draft.assets)
            job_id = _insert_job(connection, draft, now)
            needs = needs_of(draft.graph, (prompt.patch for prompt in draft.prompts))
            remember_needs(connection, job_id, needs)
            connection.execute(
                "INSERT INTO job_graphs (job_id, graph, input_binding, save_nodes) VALUES (?, ?, ?, ?)",
                (job_id, pack_graph(draft.graph), draft.input_binding, to_json(draft.save_nodes)),
            )
            connection.executemany(
                """INSERT INTO prompts (job_id, ordinal, patch, seed, try_number, wants_text, asset, source_path)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                ((job_id, n, *_prompt_values(p)) for n, p in enumerate(draft.prompts, start=1)),
            )
            if draft.wish is not None:
                remember_wish(connection, job_id, draft.wish)
            files = " ".join(sorted({p.source_path.replace("\\", "/").rsplit("/", 1)[-1] for p in draft.prompts}))
            connection.execute(
                "INSERT INTO jobs_fts (rowid, name, texts, files) VALUES (?, ?, ?, ?)",
                (job_id, draft.name, draft.texts, files),
            )
            text = f"Added {len(draft.prompts)} prompts with workflow {draft.workflow}."
            connection.execute(
                "INSERT INTO events (job_id, at, kind, data) VALUES (?, ?, 'info', ?)",
                (job_id, now, to_json({"text": text})),
            )
        return JobId(job_id)

    def get(self, job_id: JobId) -> Job:
        found = self.rows([job_id]) if job_id <= _LARGEST_ID else []
        if not found:
            raise no_such_job(job_id)
        return found[0]

    def rows(self, job_ids: Sequence[JobId]) -> list[Job]:
        found: dict[int, Job] = {}
        with self._db.reading() as connection:
            for chunk in _chunks(job_ids):
                marks = ",".join("?" * len(chunk))
                rows = connection.execute(f"{_ROWS} AND id IN ({marks})", chunk)
                found.update((row["id"], job_from(row)) for row in rows)
        return [found[job_id] for job_id in job_ids if job_id in found]

    def ids(self, query: JobQuery) -> list[JobId]:
        return list(self.listing(query).ids)

    def listing(self, query: JobQuery) -> JobListing:
        now = self._clock.now_iso()
        with self._db.reading() as connection:
            return listed(connection, query, now)

    def counts(self) -> StatusCounts:
        with self._db.reading() as connection:
            per_status = connection.execute(
                "SELECT status, count(*) FROM jobs WHERE deleted_at IS NULL GROUP BY status"
            ).fetchall()
            held = connection.execute(
                "SELECT count(*) FROM jobs WHERE held = 1 AND status = 'pending' AND deleted_at IS NULL"
            ).fetchone()[0]
            running, queued, pending = connection.execute(
                """SELECT coalesce(sum(n_running), 0), coalesce(sum(n_submitting + n_queued), 0),
                          coalesce(sum(n_pending), 0)
                   FROM jobs INDEXED BY jobs_open
                   WHERE status IN ('running', 'pending') AND deleted_at IS NULL"""
            ).fetchone()
        jobs = {state.value: 0 for state in PromptStatus} | {row[0]: row[1] for row in per_status}
        jobs |= {"held": held, "pending": jobs["pending"] - held}
        return StatusCounts(jobs=jobs, prompts_running=running, prompts_waiting=queued + pending)

    def graph(self, job_id: JobId) -> JobGraph:
        with self._db.reading() as connection:
            row = connection.execute("SELECT * FROM job_graphs WHERE job_id = ?", (job_id,)).fetchone()
        if row is None:
            raise no_such_job(job_id)
        return JobGraph(unpack_graph(row["graph"]), row["input_binding"], tuple(json.loads(row["save_nodes"])))

    def prompts(self, job_id: JobId) -> list[Prompt]:
        with self._db.reading() as connection:
            rows = connection.execute("SELECT * FROM prompts WHERE job_id = ? ORDER BY ordinal", (job_id,))
            return [prompt_from(row) for row in rows]

    def outputs(self, job_id: JobId) -> list[Output]:
        with self._db.reading() as connection:
            rows = connection.execute(
                """SELECT outputs.* FROM prompts JOIN outputs ON outputs.prompt_id = prompts.id
                   WHERE prompts.job_id = ? AND outputs.trashed_at IS NULL ORDER BY prompts.ordinal, outputs.id""",
                (job_id,),
            )
            return [output_from(row) for row in rows]

    def asset(self, sha256: str) -> Asset:
        with self._db.reading() as connection:
            row = connection.execute("SELECT * FROM assets WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise NotFound(
                "A staged input is missing.", f"Nothing is known of {sha256[:16]}…", "Add the job again."
            )
        return Asset(row["sha256"], row["bytes"], row["ext"], row["width"], row["height"], row["source"])

    def is_source_awaited(self, path: str) -> bool:
        with self._db.reading() as connection:
            found = connection.execute(
                """SELECT 1 FROM jobs JOIN prompts ON prompts.job_id = jobs.id
                   WHERE jobs.status IN ('pending', 'running') AND jobs.deleted_at IS NULL
                     AND prompts.source_path = ?
                     AND prompts.status NOT IN ('succeeded', 'failed', 'canceled') LIMIT 1""",
                (path,),
            ).fetchone()
        return found is not None


def no_such_job(job_id: int) -> NotFound:
    return NotFound(
        f"There is no job {job_id}.", "The queue holds none with this number.", "`vqdesk jobs` lists all."
    )


def _prompt_values(p: PromptDraft) -> tuple[object, ...]:
    return to_json(dict(p.patch)), p.seed, p.try_number, p.wants_text, p.asset or None, p.source_path


def _insert_assets(connection: sqlite3.Connection, assets: Iterable[Asset]) -> None:
    connection.executemany(
        """INSERT OR IGNORE INTO assets (sha256, bytes, ext, width, height, source, frames)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        ((a.sha256, a.bytes, a.ext, a.width, a.height, a.source, a.frames) for a in assets),
    )


def _insert_job(connection: sqlite3.Connection, draft: JobDraft, now: str) -> int:
    cursor = connection.execute(
        """INSERT INTO jobs (name, workflow, workflow_hash, task_type, params, n_pending, tries, lane_pin,
                             workspace_id, workspace_title, first_asset, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            draft.name,
            draft.workflow,
            draft.workflow_hash,
            draft.task_type,
            to_json(dict(draft.params)),
            len(draft.prompts),
            draft.tries,
            draft.lane_pin,
            draft.workspace_id,
            draft.workspace_title,
            next((p.asset for p in draft.prompts if p.asset), ""),
            now,
        ),
    )
    job_id = cursor.lastrowid
    assert job_id is not None
    connection.execute("UPDATE jobs SET position = id WHERE id = ?", (job_id,))
    return job_id


def remember_needs(connection: sqlite3.Connection, job_id: int, needs: Needs) -> None:
    """What a server must have for the job."""
    models = [[one.class_type, one.field, one.name] for one in needs.models]
    connection.execute(
        "INSERT OR IGNORE INTO needs (key, classes, models) VALUES (?, ?, ?)",
        (needs.key, to_json(needs.classes), to_json(models)),
    )
    connection.execute("UPDATE jobs SET needs = ?, share = ? WHERE id = ?", (needs.key, needs.share, job_id))


def _chunks(ids: Sequence[JobId]) -> Iterable[Sequence[JobId]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
