"""The whole schema of DESIGN §5. Times are UTC ISO-8601 with milliseconds; sizes in pixels and bytes."""

from sqlite_utils import Database

_TABLES = (
    """
    CREATE TABLE lanes (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, url TEXT NOT NULL, kind TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'enabled', max_depth INTEGER NOT NULL DEFAULT 32,
        settings TEXT NOT NULL DEFAULT '{}', loaded TEXT NOT NULL DEFAULT '', UNIQUE (kind, url))""",
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, spec TEXT NOT NULL,
        state TEXT NOT NULL,
        parent_run_id INTEGER REFERENCES runs (id))""",
    """
    CREATE TABLE assets (
        sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, ext TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, source TEXT NOT NULL DEFAULT '',
        frames INTEGER NOT NULL DEFAULT 0)""",
    """
    CREATE TABLE needs (
        key TEXT PRIMARY KEY, classes TEXT NOT NULL, models TEXT NOT NULL) WITHOUT ROWID""",
    """
    CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER GENERATED ALWAYS AS (id) VIRTUAL,
        name TEXT NOT NULL, workflow TEXT NOT NULL, workflow_hash TEXT NOT NULL, task_type TEXT NOT NULL,
        params TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'pending',
        n_pending INTEGER NOT NULL DEFAULT 0, n_submitting INTEGER NOT NULL DEFAULT 0,
        n_queued INTEGER NOT NULL DEFAULT 0, n_running INTEGER NOT NULL DEFAULT 0,
        n_succeeded INTEGER NOT NULL DEFAULT 0, n_failed INTEGER NOT NULL DEFAULT 0,
        n_canceled INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 1,
        priority INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0,
        stop_after INTEGER NOT NULL DEFAULT 0, start_at TEXT, lane_pin INTEGER REFERENCES lanes (id),
        needs TEXT NOT NULL DEFAULT '', share TEXT NOT NULL DEFAULT '',
        placed_at TEXT NOT NULL DEFAULT '', overtaken_by TEXT NOT NULL DEFAULT '[]',
        colour TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', workspace_id TEXT NOT NULL DEFAULT '',
        workspace_title TEXT NOT NULL DEFAULT '',
        run_id INTEGER REFERENCES runs (id), first_asset TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '', last_output TEXT NOT NULL DEFAULT '', awaits TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT,
        deleted_at TEXT)""",
    """
    CREATE TABLE job_graphs (
        job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE, graph BLOB NOT NULL,
        input_binding TEXT NOT NULL, save_nodes TEXT NOT NULL)""",
    """
    CREATE TABLE prompts (
        id INTEGER PRIMARY KEY AUTOINCREMENT, job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'pending', patch TEXT NOT NULL DEFAULT '{}',
        seed INTEGER, try_number INTEGER NOT NULL DEFAULT 1, wants_text INTEGER NOT NULL DEFAULT 0,
        asset TEXT REFERENCES assets (sha256),
        source_path TEXT NOT NULL DEFAULT '', cancel_requested_at TEXT, cancellation TEXT,
        remote_files TEXT, error TEXT,
        revision INTEGER NOT NULL DEFAULT 0, attempt_id TEXT, attempts INTEGER NOT NULL DEFAULT 0,
        lowered TEXT NOT NULL DEFAULT '', waiting_since TEXT NOT NULL DEFAULT '', started_at TEXT, ended_at TEXT,
        UNIQUE (job_id, ordinal))""",
    """
    CREATE TABLE attempts (
        id TEXT PRIMARY KEY, prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
        lane_id INTEGER NOT NULL REFERENCES lanes (id), n INTEGER NOT NULL, submitted_at TEXT NOT NULL,
        started_at TEXT, ended_at TEXT, outcome TEXT NOT NULL DEFAULT '', error TEXT,
        died INTEGER NOT NULL DEFAULT 0, queued_at TEXT, nodes TEXT NOT NULL DEFAULT '',
        waiting_since TEXT NOT NULL DEFAULT '',
        UNIQUE (prompt_id, n))""",
    """
    CREATE TABLE uploads (
        lane_id INTEGER NOT NULL REFERENCES lanes (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL REFERENCES assets (sha256), remote_name TEXT NOT NULL,
        PRIMARY KEY (lane_id, sha256)) WITHOUT ROWID""",
    """
    CREATE TABLE outputs (
        id INTEGER PRIMARY KEY, prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
        attempt_id TEXT NOT NULL REFERENCES attempts (id), node_id TEXT NOT NULL, remote_name TEXT NOT NULL,
        path TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, fps REAL NOT NULL, frames INTEGER NOT NULL,
        rating INTEGER NOT NULL DEFAULT 0, favourite INTEGER NOT NULL DEFAULT 0, trashed_at TEXT,
        UNIQUE (prompt_id, node_id, remote_name))""",
    """
    CREATE TABLE timings (
        id INTEGER PRIMARY KEY, workflow_hash TEXT NOT NULL, w INTEGER NOT NULL, h INTEGER NOT NULL,
        frames INTEGER NOT NULL, lane_id INTEGER NOT NULL, seconds REAL NOT NULL,
        task_type TEXT NOT NULL DEFAULT '', steps INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
        attempt_id TEXT NOT NULL DEFAULT '')""",
    """
    CREATE TABLE prompt_deps (
        prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
        needs_prompt_id INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE, role TEXT NOT NULL,
        PRIMARY KEY (prompt_id, needs_prompt_id, role)) WITHOUT ROWID""",
    """
    CREATE TABLE workspaces (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL,
        colour TEXT NOT NULL DEFAULT '', is_active INTEGER NOT NULL DEFAULT 0,
        closed_at TEXT NOT NULL DEFAULT '', backup TEXT NOT NULL DEFAULT '')""",
    """
    CREATE TABLE presets (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, category TEXT NOT NULL, folder TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, category, folder, name))""",
    """
    CREATE TABLE captions (
        sha256 TEXT NOT NULL, model TEXT NOT NULL, prompt_version TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (sha256, model, prompt_version)) WITHOUT ROWID""",
    """
    CREATE TABLE motions (
        version TEXT NOT NULL, model TEXT NOT NULL, texts TEXT NOT NULL,
        PRIMARY KEY (version, model)) WITHOUT ROWID""",
    """
    CREATE TABLE text_wishes (
        job_id INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE, wish TEXT NOT NULL)""",
    """
    CREATE TABLE tags (
        output_id INTEGER NOT NULL REFERENCES outputs (id) ON DELETE CASCADE, tag TEXT NOT NULL,
        PRIMARY KEY (output_id, tag)) WITHOUT ROWID""",
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        attempt_id TEXT, at TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL)""",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE VIRTUAL TABLE jobs_fts USING fts5(
        name, texts, files, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')""",
)

_INDEXES = (
    "CREATE INDEX jobs_next ON jobs (priority DESC, position) WHERE n_pending > 0 AND deleted_at IS NULL",
    "CREATE INDEX jobs_by_status ON jobs (status, id) WHERE deleted_at IS NULL",
    "CREATE INDEX jobs_by_place ON jobs (status, priority DESC, position, id) WHERE deleted_at IS NULL",
    "CREATE INDEX jobs_by_time ON jobs (created_at)",
    "CREATE INDEX jobs_by_name ON jobs (name COLLATE NOCASE, id DESC) WHERE deleted_at IS NULL",
    "CREATE INDEX jobs_by_workflow ON jobs (workflow COLLATE NOCASE, id DESC) WHERE deleted_at IS NULL",
    "CREATE INDEX jobs_by_workspace ON jobs (workspace_title)",
    "CREATE INDEX jobs_by_run ON jobs (run_id) WHERE run_id IS NOT NULL",
    """
    CREATE INDEX jobs_open ON jobs (n_running, n_submitting, n_queued, n_pending)
        WHERE status IN ('running', 'pending') AND deleted_at IS NULL""",
    "CREATE INDEX jobs_held ON jobs (id) WHERE held = 1",
    "CREATE INDEX jobs_awaiting ON jobs (priority DESC, position) WHERE awaits <> ''",
    "CREATE INDEX jobs_noted ON jobs (id) WHERE note <> ''",
    "CREATE INDEX jobs_coloured ON jobs (colour, id) WHERE colour <> ''",
    "CREATE INDEX jobs_by_needs ON jobs (needs, id) WHERE n_pending > 0",
    "CREATE INDEX jobs_by_share ON jobs (share) WHERE n_pending > 0 AND share <> ''",
    "CREATE INDEX jobs_overtaken ON jobs (id) WHERE n_pending > 0 AND overtaken_by <> '[]'",
    "CREATE INDEX jobs_stops ON jobs (priority DESC, position) WHERE stop_after = 1",
    "CREATE INDEX prompts_by_status ON prompts (job_id, status, ordinal)",
    """
    CREATE INDEX prompts_in_flight ON prompts (status)
        WHERE status IN ('submitting', 'queued', 'running')""",
    "CREATE INDEX attempts_by_lane ON attempts (lane_id, ended_at)",
    "CREATE INDEX outputs_by_prompt ON outputs (prompt_id)",
    "CREATE INDEX outputs_by_content ON outputs (sha256)",
    "CREATE INDEX events_by_job ON events (job_id, id)",
    "CREATE INDEX timings_by_workflow ON timings (workflow_hash, id)",
    "CREATE INDEX timings_by_task ON timings (task_type, id)",
)

_STATES = ("pending", "submitting", "queued", "running", "succeeded", "failed", "canceled")

_COUNTERS = ", ".join(
    f"n_{state} = n_{state} - (old.status = '{state}') + (new.status = '{state}')" for state in _STATES
)

_KEEP_COUNTERS = f"""
    CREATE TRIGGER prompts_status AFTER UPDATE OF status ON prompts WHEN old.status <> new.status
    BEGIN
        UPDATE jobs SET {_COUNTERS} WHERE id = new.job_id;
        UPDATE jobs SET status = CASE
            WHEN n_submitting + n_queued + n_running > 0 THEN 'running'
            WHEN n_pending > 0 THEN 'pending'
            WHEN n_failed > 0 THEN 'failed'
            WHEN n_canceled > 0 THEN 'canceled'
            ELSE 'succeeded' END
        WHERE id = new.job_id;
    END"""


def apply(db: Database) -> None:
    """Makes every table, index and the trigger that keeps a job's cached counters and state."""
    for statement in (*_TABLES, *_INDEXES, _KEEP_COUNTERS):
        db.execute(statement)
