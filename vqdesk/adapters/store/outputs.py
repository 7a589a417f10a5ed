"""All finished files: lists for the gallery, ratings, tags, and the mark of the trash."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from vqdesk.adapters.store.database import Database
from vqdesk.adapters.store.rows import output_from
from vqdesk.domain.job import JobId
from vqdesk.domain.outputs import GalleryOutput, OutputTerm, least_stars, output_terms
from vqdesk.ports import Clock
from vqdesk.ports.store_outputs import OutputChoices, OutputCounts, OutputDay, OutputListing, OutputQuery

_FROM: Final = "outputs o JOIN prompts p ON p.id = o.prompt_id JOIN jobs j ON j.id = p.job_id"
_ORDERS: Final[Mapping[str, str]] = {
    "newest": "o.id DESC",
    "oldest": "o.id",
    "rating": "o.favourite DESC, o.rating DESC, o.id DESC",
    "largest": "o.bytes DESC, o.id DESC",
    "name": "p.source_path COLLATE NOCASE, o.id",
}
_BY_TIME: Final = {"newest": "DESC", "oldest": ""}
_MADE_AT: Final = "coalesce(p.ended_at, j.created_at)"
_KINDS: Final = {"video": "o.kind = 'video'", "image": "o.kind = 'image'"}
_MOST_CHOICES: Final = 200
_TEXT_MATCH: Final = "j.id IN (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?)"


@dataclass(slots=True)
class _Where:
    parts: list[str] = field(default_factory=lambda: ["o.trashed_at IS NULL", "j.deleted_at IS NULL"])
    values: list[str | int] = field(default_factory=list)

    def add(self, part: str, *values: str | int) -> None:
        self.parts.append(f"({part})")
        self.values += values

    def text(self) -> str:
        return " AND ".join(self.parts)


class SqliteOutputStore:
    """Implements ports.OutputStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    def listing(self, query: OutputQuery) -> OutputListing:
        where = _where(query)
        with self._db.reading() as connection:
            counts = _counts(connection, where)
            if query.kind in _KINDS:
                where.add(_KINDS[query.kind])
            if query.starred:
                where.add("o.favourite = 1 OR o.rating > 0")
            order = _ORDERS.get(query.order, _ORDERS["newest"])
            listed = connection.execute(
                f"""SELECT json_group_array(id), coalesce(sum(bytes), 0) FROM
                    (SELECT o.id AS id, o.bytes AS bytes FROM {_FROM} WHERE {where.text()} ORDER BY {order})""",
                where.values,
            ).fetchone()
            days = _days(connection, where, query.order)
        numbers = OutputCounts(*counts, bytes=listed[1])
        return OutputListing(tuple(json.loads(listed[0])), numbers, days)

    def rows(self, ids: Sequence[int]) -> list[GalleryOutput]:
        with self._db.reading() as connection:
            found = connection.execute(
                f"""SELECT o.*, j.id AS job_id, j.name AS job_name, j.workflow AS workflow, p.seed AS seed,
                    p.try_number AS try_number, p.source_path AS source_path,
                    {_MADE_AT} AS made_at,
                    j.n_pending + j.n_submitting + j.n_queued + j.n_running AS prompts_open,
                    (SELECT json_group_array(tag) FROM
                        (SELECT tag FROM tags WHERE output_id = o.id ORDER BY tag COLLATE NOCASE)) AS tags
                    FROM {_FROM} WHERE o.id IN (SELECT value FROM json_each(?))""",
                (json.dumps(list(ids)),),
            )
            by_id = {row["id"]: _gallery_output(row) for row in found}
        return [by_id[one] for one in ids if one in by_id]

    def choices(self) -> OutputChoices:
        here = "o.trashed_at IS NULL AND j.deleted_at IS NULL"
        with self._db.reading() as connection:
            jobs = connection.execute(
                f"SELECT DISTINCT j.id, j.name FROM {_FROM} WHERE {here} ORDER BY j.id DESC LIMIT {_MOST_CHOICES}"
            ).fetchall()
            workflows = connection.execute(
                f"SELECT DISTINCT j.workflow FROM {_FROM} WHERE {here} ORDER BY 1 COLLATE NOCASE"
            ).fetchall()
            tags = connection.execute("SELECT DISTINCT tag FROM tags ORDER BY tag COLLATE NOCASE").fetchall()
        return OutputChoices(
            tuple((JobId(row[0]), row[1]) for row in jobs),
            tuple(row[0] for row in workflows),
            tuple(row[0] for row in tags),
        )

    def rate(self, ids: Sequence[int], rating: int) -> None:
        self._set("rating = ?", rating, ids)

    def set_favourite(self, ids: Sequence[int], favourite: bool) -> None:
        self._set("favourite = ?", int(favourite), ids)

    def set_trashed(self, ids: Sequence[int], trashed: bool) -> None:
        self._set("trashed_at = ?", self._clock.now_iso() if trashed else None, ids)

    def add_tag(self, ids: Sequence[int], tag: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                """INSERT OR IGNORE INTO tags (output_id, tag)
                   SELECT id, ? FROM outputs WHERE id IN (SELECT value FROM json_each(?))""",
                (tag, json.dumps(list(ids))),
            )

    def remove_tag(self, ids: Sequence[int], tag: str) -> None:
        with self._db.writing() as connection:
            connection.execute(
                "DELETE FROM tags WHERE tag = ? AND output_id IN (SELECT value FROM json_each(?))",
                (tag, json.dumps(list(ids))),
            )

    def _set(self, change: str, value: str | int | None, ids: Sequence[int]) -> None:
        with self._db.writing() as connection:
            connection.execute(
                f"UPDATE outputs SET {change} WHERE id IN (SELECT value FROM json_each(?))",
                (value, json.dumps(list(ids))),
            )


def _counts(connection: sqlite3.Connection, where: _Where) -> tuple[int, int, int, int]:
    row = connection.execute(
        f"""SELECT count(*), coalesce(sum({_KINDS["video"]}), 0), coalesce(sum({_KINDS["image"]}), 0),
            coalesce(sum(o.favourite = 1 OR o.rating > 0), 0) FROM {_FROM} WHERE {where.text()}""",
        where.values,
    ).fetchone()
    return row[0], row[1], row[2], row[3]


def _days(connection: sqlite3.Connection, where: _Where, order: str) -> tuple[OutputDay, ...]:
    if order not in _BY_TIME:
        return ()
    rows = connection.execute(
        f"""SELECT date({_MADE_AT}, 'localtime') AS day, count(*), sum(o.bytes) FROM {_FROM}
            WHERE {where.text()} GROUP BY day ORDER BY max(o.id) {_BY_TIME[order]}""",
        where.values,
    )
    return tuple(OutputDay(row[0], row[1], row[2]) for row in rows)


def _where(query: OutputQuery) -> _Where:
    where = _Where()
    if query.job_id is not None:
        where.add("j.id = ?", query.job_id)
    if query.workflow:
        where.add("j.workflow = ?", query.workflow)
    for term in output_terms(query.text):
        _TERMS[term.key](where, term)
    return where


def _anywhere(where: _Where, term: OutputTerm) -> None:
    """Texts and names of the job, the file's own name, tags, the workflow, or the seed."""
    word = term.value
    parts = ["instr(lower(o.path), lower(?))", "instr(lower(j.workflow), lower(?))", _TAGGED]
    values: list[str | int] = [word, word, word]
    if match := _match(word):
        parts.append(_TEXT_MATCH)
        values.append(match)
    if word.isascii() and word.isdecimal() and len(word) < 19:
        parts.append("p.seed = ?")
        values.append(int(word))
    where.add(" OR ".join(parts), *values)


def _rating(where: _Where, term: OutputTerm) -> None:
    stars, and_more = least_stars(term.value)
    where.add("o.rating >= ?" if and_more else "o.rating = ?", stars)


def _text(where: _Where, term: OutputTerm) -> None:
    if match := _match(term.value):
        where.add(_TEXT_MATCH, f"texts : ({match})")


def _match(words: str) -> str:
    plain = (word.replace('"', "").replace("\0", "") for word in words.split())
    return " ".join(f'"{word}"*' for word in plain if word)


_TAGGED: Final = "EXISTS (SELECT 1 FROM tags WHERE output_id = o.id AND lower(tag) = lower(?))"
_TERMS: Final[Mapping[str, Callable[[_Where, OutputTerm], None]]] = {
    "": _anywhere,
    "seed": lambda where, term: where.add("p.seed = ?", int(term.value)),
    "job": lambda where, term: where.add("j.id = ?", int(term.value)),
    "workflow": lambda where, term: where.add("instr(lower(j.workflow), lower(?))", term.value),
    "file": lambda where, term: where.add("instr(lower(o.path), lower(?))", term.value),
    "tag": lambda where, term: where.add(_TAGGED, term.value),
    "rating": _rating,
    "text": _text,
}


def _gallery_output(row: sqlite3.Row) -> GalleryOutput:
    return GalleryOutput(
        output=output_from(row),
        job_id=JobId(row["job_id"]),
        job_name=row["job_name"],
        workflow=row["workflow"],
        seed=row["seed"],
        try_number=row["try_number"],
        source_path=row["source_path"],
        made_at=row["made_at"],
        rating=row["rating"],
        is_favourite=bool(row["favourite"]),
        tags=tuple(json.loads(row["tags"])),
        prompts_open=row["prompts_open"],
    )
