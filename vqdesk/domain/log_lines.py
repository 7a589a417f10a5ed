"""Lines of logs: how bad they are, and which of them somebody looks for."""

import re
from dataclasses import dataclass

from vqdesk.domain.errors import Problem, UserError
from vqdesk.domain.job import LaneId

LEVELS = ("error", "warning", "info", "debug")
_ALL = frozenset(LEVELS)
_HEAD = 200  # letters of a line that tell its level
_ERROR = re.compile(
    r"\b(?:ERROR|CRITICAL|FATAL)\b|^Traceback \(|^\s*[\w.]*(?:Error|Exception)\b:|^!!! |\[ERROR\]", re.MULTILINE
)
_WARNING = re.compile(r"\b(?:WARNING|WARN)\b|Warning:")
_DEBUG = re.compile(r"\bDEBUG\b")
_REPEATED_REPEAT = re.compile(r"[+*}][^()\[\]]*\)(?:[+*]|\{\d+,)")


@dataclass(frozen=True, slots=True)
class LogSource:
    """A log that is kept as a file; `lane_id` for the console of a lane's server."""

    file_name: str
    lane_id: LaneId | None = None


@dataclass(frozen=True, slots=True)
class LogExtent:
    """How much of a file is known: lines, the part of its bytes (0…1), and whether another file took its place."""

    lines: int
    part: float
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class LogPlace:
    """The start of a line: its byte, and its number from 0."""

    byte: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class LogHits:
    """Numbers (from 0) of the lines that were found up to `place`; `is_end` at the file's end."""

    lines: tuple[int, ...]
    place: LogPlace
    is_end: bool


def level_of(text: str) -> str:
    """Error, warning, info or debug, by the words that loggers and Python write."""
    head = text[:_HEAD]
    if _ERROR.search(head):
        return "error"
    if _WARNING.search(head):
        return "warning"
    return "debug" if _DEBUG.search(head) else "info"


class LogQuery:
    """Which lines are wanted: by level, and by words or a regular expression, both in any case."""

    def __init__(self, levels: frozenset[str] = _ALL, words: str = "", *, is_regex: bool = False) -> None:
        """Raises UserError for an expression that is wrong, or that could run forever."""
        self.levels = levels
        self.words = words
        self._plain = "" if is_regex else words.lower()
        self.pattern = _pattern(words, is_regex=is_regex) if words else None

    @property
    def takes_all(self) -> bool:
        """True when every line is wanted."""
        return self.pattern is None and self.levels >= _ALL

    def might_hold(self, text: str) -> bool:
        """False when no line of a longer text can be wanted; quick."""
        if self._plain and self._plain not in text.lower():
            return False
        return "info" in self.levels or bool(_ERROR.search(text) or _WARNING.search(text) or _DEBUG.search(text))

    def takes(self, line: str) -> bool:
        """True for a line that is wanted."""
        if self.levels < _ALL and level_of(line) not in self.levels:
            return False
        return self.pattern is None or self.pattern.search(line) is not None


def _pattern(words: str, *, is_regex: bool) -> re.Pattern[str]:
    if is_regex and _REPEATED_REPEAT.search(words):
        raise UserError(
            "This expression could take forever.",
            "A part that repeats is repeated again, which has no end on some lines.",
            "Repeat only one of the two.",
        )
    try:
        return re.compile(words if is_regex else re.escape(words), re.IGNORECASE)
    except (re.error, OverflowError) as error:
        problem = Problem("This is no regular expression.", f"{error}.", "Correct it, or search for plain words.")
        raise UserError(problem.summary, problem.cause, problem.remedy) from error
