"""What the user types into the search of the queue: words, numbers of jobs, and terms like `status:failed`.

    lake "two boats" status:failed,canceled -workflow:upscale after:2026-11-01 note: colour:blue #41 #50-60

Words are searched in names, texts and file names. A term in front of which stands a minus excludes. A colon after
anything that is no term belongs to the word; quotation marks make everything a word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from vqdesk.domain.errors import Problem

STATES: Final[Mapping[str, str]] = {
    "running": "running",
    "failed": "failed",
    "waiting": "pending",
    "pending": "pending",
    "held": "held",
    "done": "succeeded",
    "succeeded": "succeeded",
    "canceled": "canceled",
    "cancelled": "canceled",
}
"""What may stand after `status:` → the state that is meant; `held` are waiting jobs that are held."""

_TERMS: Final = (
    *("status", "workflow", "before", "after", "note", "colour", "name", "file", "workspace", "text"),
    "run",
)
_OTHER_NAMES: Final = {"color": "colour", "is": "status", "state": "status", "tab": "workspace"}
_MAY_BE_EMPTY: Final = frozenset({"note", "colour", "run"})
_TOKEN = re.compile(r'(-?)(?:([A-Za-z]+):)?("[^"]*"?|[^\s"]*)')
_NUMBERS = re.compile(r"#(\d{1,18})(?:[-–](\d{1,18}))?\Z")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. An empty value of `note`, `colour` or `run` means: has any."""

    key: str
    value: str
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A search that was understood as far as it is right; `problems` say what is not."""

    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    numbers: tuple[tuple[int, int], ...] = ()  # ranges, both ends included
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.terms or self.numbers)


def parse_search(text: str) -> Search:
    """Never fails: what cannot be used is told in `problems` and left out."""
    words: list[str] = []
    terms: list[Term] = []
    numbers: list[tuple[int, int]] = []
    problems: list[Problem] = []
    for match in _TOKEN.finditer(text):
        minus, key, value = match.groups()
        if not match.group():
            continue
        known = _known(key)
        if known:
            term = Term(known, _plain(value), bool(minus))
            problem = _wrong(term)
            if problem is None:
                terms.append(term)
            else:
                problems.append(problem)
        elif key and (problem := _unknown(key)):
            problems.append(problem)
        elif found := _NUMBERS.match(match.group()):
            first, last = int(found[1]), int(found[2] or found[1])
            numbers.append((min(first, last), max(first, last)))
        else:
            words.append(_plain(match.group()))
    return Search(tuple(filter(None, words)), tuple(terms), tuple(numbers), tuple(problems))


def states_of(term: Term) -> tuple[str, ...]:
    """The states that a right `status:` term names."""
    return tuple(STATES[word] for word in term.value.lower().split(","))


def first_day(value: str, today: date) -> date | None:
    """The day that `before:` or `after:` names: 2026-11-01, 2026-11, 2026, today or yesterday."""
    if value.lower() in ("today", "yesterday"):
        return today - timedelta(days=value.lower() == "yesterday")
    found = _DAY.match(value)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _known(key: str | None) -> str:
    name = (key or "").lower()
    name = _OTHER_NAMES.get(name, name)
    return name if name in _TERMS else ""


def _plain(text: str) -> str:
    return text.replace('"', " ").strip()


def _unknown(key: str) -> Problem | None:
    """A term that was probably meant; anything else before a colon is part of a word."""
    close = get_close_matches(key.lower(), _TERMS, 1, 0.7)
    if not close:
        return None
    return Problem(f"There is no “{key}:”.", "", f"“{close[0]}:” is meant, or put the words in quotation marks.")


def _wrong(term: Term) -> Problem | None:
    if not term.value:
        if term.key in _MAY_BE_EMPTY:
            return None
        return Problem(f"“{term.key}:” needs a value.", "", _example(term.key))
    if term.key == "status":
        strange = [word for word in term.value.lower().split(",") if word not in STATES]
        if strange:
            return Problem(f"“{strange[0]}” is no state.", "", _example(term.key))
    if term.key in ("before", "after") and first_day(term.value, date.max) is None:
        return Problem(f"“{term.value}” is no day.", "", _example(term.key))
    return None


def _example(key: str) -> str:
    if key == "status":
        return "Say running, failed, waiting, held, done or canceled."
    if key in ("before", "after"):
        return f"Say {key}:2026-11-01, {key}:2026-11 or {key}:today."
    return f"Write it without a space: {key}:lake."
