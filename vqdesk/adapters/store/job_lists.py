"""The ordered ids of jobs that a view asks for: states, search, order and groups as SQL."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from vqdesk.adapters.store.job_groups import GROUPS, grouped
from vqdesk.adapters.store.local_days import local_day, start_of
from vqdesk.domain.job import JobId
from vqdesk.domain.search_terms import Search, Term, first_day, parse_search, states_of
from vqdesk.ports import JobListing, JobQuery

_ACTIONABLE: Final = ("running", "failed", "pending", "canceled", "succeeded")
_ENDED_STATES: Final = ("failed", "canceled", "succeeded")
_STATE_RANK: Final = "CASE status {} END".format(
    " ".join(f"WHEN '{state}' THEN {rank}" for rank, state in enumerate(_ACTIONABLE))
)
_PLACE: Final = "priority DESC, position, id"
_ENDED: Final = "n_succeeded + n_failed + n_canceled"
_OPEN: Final = "n_pending + n_submitting + n_queued + n_running"
_ORDERS: Final[Mapping[str, str]] = {
    "actionable": f"""{_STATE_RANK},
        CASE WHEN status IN ('running', 'pending') THEN -priority END,
        CASE WHEN status IN ('running', 'pending') THEN position END, id DESC""",
    "newest": "id DESC",
    "oldest": "id",
    "queue": f"CASE WHEN {_OPEN} > 0 THEN 0 ELSE 1 END, CASE WHEN {_OPEN} > 0 THEN -priority END, "
    f"CASE WHEN {_OPEN} > 0 THEN position END, id DESC",
    "name": "name COLLATE NOCASE, id DESC",
    "workflow": "workflow COLLATE NOCASE, id DESC",
    "progress": f"CASE WHEN {_OPEN} > 0 THEN 0 ELSE 1 END, 1.0 * ({_ENDED}) / max(1, {_ENDED} + {_OPEN}) DESC, "
    "id DESC",
    "ended": "coalesce(ended_at, '') DESC, id DESC",
}
_NOT_SEARCHED: Final = str.maketrans("", "", '"\0')  # FTS5 takes neither inside a quoted word
_COLUMNS: Final = {"name": "name", "file": "files", "text": "texts"}
_LARGEST_ID: Final = 2**63 - 1


_PARTS: Final[Mapping[str, Sequence[tuple[Sequence[str], str]]]] = {
    "actionable": [((one,), _PLACE if one in ("running", "pending") else "id DESC") for one in _ACTIONABLE],
    "queue": [(("running", "pending"), _PLACE), (_ENDED_STATES, "id DESC")],
}
"""Orders that are read part after part, each along an index, instead of in one sort of all."""


@dataclass(slots=True)
class _Where:
    parts: list[str] = field(default_factory=lambda: ["deleted_at IS NULL"])
    values: list[str | int] = field(default_factory=list)

    def add(self, part: str, *values: str | int, excludes: bool = False) -> None:
        self.parts.append(f"NOT ({part})" if excludes else part)
        self.values += values

    def text(self) -> str:
        return " AND ".join(self.parts)


def listed(connection: sqlite3.Connection, query: JobQuery, now: str) -> JobListing:
    """Ids in order; with groups also the heads that stand between them. Unusable terms are left out."""
    search = parse_search(query.text)
    where, hits = _where(query, search, now), _hits(connection, search)
    if query.order in _PARTS:
        ids = _in_parts(connection, query, where)
    else:
        ids = _ids(connection, where, _ORDERS[query.order])
    if hits is not None:
        ids = [one for one in ids if one in hits]
    return grouped(connection, query, ids) if query.group in GROUPS else JobListing(tuple(ids))


def _ids(connection: sqlite3.Connection, where: _Where, order: str) -> list[JobId]:
    """One value instead of a row each: the fetching of rows would take most of the time."""
    statement = f"SELECT json_group_array(id) FROM (SELECT id FROM jobs WHERE {where.text()} ORDER BY {order})"
    found: list[JobId] = json.loads(connection.execute(statement, where.values).fetchone()[0])
    return found


def _in_parts(connection: sqlite3.Connection, query: JobQuery, where: _Where) -> list[JobId]:
    found: list[JobId] = []
    wanted = {"pending" if state == "held" else state for state in query.states} or set(_ACTIONABLE)
    for states, order in _PARTS[query.order]:
        chosen = [state for state in states if state in wanted]
        if chosen:
            listed_states = ", ".join(f"'{state}'" for state in chosen)
            own = _Where([*where.parts, f"status IN ({listed_states})"], where.values)
            found += _ids(connection, own, order)
    return found


def _hits(connection: sqlite3.Connection, search: Search) -> set[int] | None:
    """The jobs that hold all the words; None when none are searched."""
    match = _match(search.words)
    if not match:
        return None
    statement = "SELECT json_group_array(rowid) FROM jobs_fts WHERE jobs_fts MATCH ?"
    hits = set(json.loads(connection.execute(statement, (match,)).fetchone()[0]))
    if len(search.words) == 1 and search.words[0].isdecimal():
        hits.add(int(search.words[0][:19]))
    return hits


def _where(query: JobQuery, search: Search, now: str) -> _Where:
    where = _Where()
    if query.states and (query.order not in _PARTS or {"held", "pending"} & {*query.states}):
        _add_states(where, query.states)
    _add_numbers(where, search)
    for term in search.terms:
        _TERMS[term.key](where, term, now)
    return where


def _add_states(where: _Where, states: Sequence[str], *, excludes: bool = False) -> None:
    parts = []
    for state in states:
        if state == "held":
            parts.append("status = 'pending' AND held = 1")
        elif state == "pending":
            parts.append("status = 'pending' AND held = 0")
        else:
            parts.append("status = ?")
    values = [state for state in states if state not in ("held", "pending")]
    where.add("(" + " OR ".join(f"({part})" for part in parts) + ")", *values, excludes=excludes)


def _add_numbers(where: _Where, search: Search) -> None:
    ranges = [span for span in search.numbers if span[0] <= _LARGEST_ID]
    if search.numbers:
        any_range = " OR ".join(["id BETWEEN ? AND ?"] * len(ranges)) or "0"
        where.add(f"({any_range})", *(min(end, _LARGEST_ID) for span in ranges for end in span))


def _match(words: Sequence[str]) -> str:
    plain = (word.translate(_NOT_SEARCHED) for word in words)
    return " ".join(f'"{word}"*' for word in plain if word.strip())


def _status(where: _Where, term: Term, _now: str) -> None:
    _add_states(where, states_of(term), excludes=term.excludes)


def _column(where: _Where, term: Term, _now: str) -> None:
    match = _match(term.value.split())
    if match:
        query = f"{_COLUMNS[term.key]} : ({match})"
        part = "id IN (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?)"
        where.add(part, query, excludes=term.excludes)


def _holds(column: str) -> Callable[[_Where, Term, str], None]:
    def add(where: _Where, term: Term, _now: str) -> None:
        if term.value:
            where.add(f"instr(lower({column}), lower(?))", term.value, excludes=term.excludes)
        else:
            where.add(f"{column} <> ''", excludes=term.excludes)

    return add


def _colour(where: _Where, term: Term, _now: str) -> None:
    if term.value:
        where.add("colour <> '' AND colour = lower(?)", term.value, excludes=term.excludes)
    else:
        where.add("colour <> ''", excludes=term.excludes)


def _run(where: _Where, term: Term, _now: str) -> None:
    if term.value:
        runs = "SELECT id FROM runs WHERE instr(lower(name), lower(?))"
        where.add(f"run_id IS NOT NULL AND run_id IN ({runs})", term.value, excludes=term.excludes)
    else:
        where.add("run_id IS NOT NULL", excludes=term.excludes)


def _since(compare: str) -> Callable[[_Where, Term, str], None]:
    def add(where: _Where, term: Term, now: str) -> None:
        day = first_day(term.value, local_day(now))
        if day is not None:
            where.add(f"created_at {compare} ?", start_of(day), excludes=term.excludes)

    return add


_TERMS: Final[Mapping[str, Callable[[_Where, Term, str], None]]] = {
    "status": _status,
    "workflow": _holds("workflow"),
    "workspace": _holds("workspace_title"),
    "note": _holds("note"),
    "colour": _colour,
    "run": _run,
    "name": _column,
    "file": _column,
    "text": _column,
    "before": _since("<"),
    "after": _since(">="),
}
