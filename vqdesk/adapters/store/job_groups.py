"""The groups that a list falls into: the heads in order, and the jobs under each.

Which jobs a head has is read along an index, as one value a head; the list keeps its order inside each group.
Sorting all jobs by head and order at once would take several times as long. Deleted jobs may come along, as no
list has them: that spares a look at every row.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import Final

from vqdesk.adapters.store.local_days import local_day, start_of
from vqdesk.domain.job import JobId
from vqdesk.ports import JobListing, JobQuery, JobSection

_Heads = Iterator[tuple[str, Sequence[JobId]]]
_LISTED: Final = "json_group_array(jobs.id)"


def grouped(connection: sqlite3.Connection, query: JobQuery, ids: Sequence[JobId]) -> JobListing:
    """The list in groups; jobs without a head come last."""
    heads: list[str] = []
    place: dict[JobId, int] = {}
    for head, members in _ordered(connection, query):
        place.update(dict.fromkeys(members, len(heads)))
        heads.append(head)
    rest = len(heads)
    groups: list[list[JobId]] = [[] for _ in range(rest + 1)]
    for job_id in ids:
        groups[place.get(job_id, rest)].append(job_id)
    sections = [JobSection(head, len(group)) for head, group in zip([*heads, ""], groups, strict=True) if group]
    return JobListing(tuple(chain.from_iterable(groups)), tuple(sections), query.group)


def _ordered(connection: sqlite3.Connection, query: JobQuery) -> Sequence[tuple[str, Sequence[JobId]]]:
    found = list(GROUPS[query.group](connection))
    return found[::-1] if query.group == "day" and query.order != "oldest" else found


def _days(connection: sqlite3.Connection) -> _Heads:
    """From the first day on; days without a job are stepped over."""
    first = "SELECT min(created_at) FROM jobs WHERE created_at >= ?"
    of_day = f"SELECT {_LISTED} FROM jobs WHERE created_at >= ? AND created_at < ?"
    start = connection.execute(first, ("",)).fetchone()[0]
    while start:
        day = local_day(start)
        end = start_of(day + timedelta(days=1))
        yield day.isoformat(), json.loads(connection.execute(of_day, (start, end)).fetchone()[0])
        start = connection.execute(first, (end,)).fetchone()[0]


def _workspaces(connection: sqlite3.Connection) -> _Heads:
    return _titled(
        connection.execute(
            f"SELECT workspace_title, {_LISTED} FROM jobs WHERE workspace_title > '' GROUP BY workspace_title"
        )
    )


def _workflows(connection: sqlite3.Connection) -> _Heads:
    return _titled(
        connection.execute(
            f"SELECT workflow, {_LISTED} FROM jobs WHERE deleted_at IS NULL GROUP BY workflow COLLATE NOCASE"
        )
    )


def _runs(connection: sqlite3.Connection) -> _Heads:
    return _titled(
        connection.execute(
            f"""SELECT (SELECT name FROM runs WHERE id = jobs.run_id), {_LISTED} FROM jobs
                WHERE run_id IS NOT NULL GROUP BY run_id"""
        )
    )


def _titled(rows: sqlite3.Cursor) -> _Heads:
    for title, members in sorted(rows, key=lambda row: (row[0].lower(), row[0])):
        yield title, json.loads(members)


GROUPS: Final[Mapping[str, Callable[[sqlite3.Connection], _Heads]]] = {
    "day": _days,
    "workspace": _workspaces,
    "workflow": _workflows,
    "run": _runs,
}
