"""A large log: time to its last page, private memory, the tail under a flood of lines (DESIGN §12)."""

import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from vqdesk.bench.figures import Figure
from vqdesk.domain.log_lines import LogPlace, LogQuery
from vqdesk.ports import LogFile

_T = TypeVar("_T")
_PAGE = 500
_JUMPS = 200
_BUDGET_PAGE_MS = 200.0
_BUDGET_MEMORY_MB = 50.0
_RATE = 5_000  # lines per second
_BATCHES = 100  # per second
_BUDGET_LAG_MS = 500.0
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class LogResult:
    """`memory_mb` is private memory that index, jumps and a search of the whole file added; None where unknown.

    `lag_ms` is the longest time from a line's writing until it could be shown, at 5,000 lines a second.
    """

    megabytes: int
    lines: int
    first_page_ms: float
    index_s: float
    jump_ms: float
    search_s: float
    memory_mb: float | None
    lag_ms: float

    def figures(self) -> list[Figure]:
        memory = self.memory_mb
        return [
            Figure(
                f"last page of a log of {self.megabytes:,} MB",
                f"{self.first_page_ms:.1f} ms",
                f"≤ {_BUDGET_PAGE_MS:.0f} ms",
                self.first_page_ms <= _BUDGET_PAGE_MS,
            ),
            Figure("… any page of it", f"{self.jump_ms:.1f} ms", "", True),
            Figure(f"… its {self.lines:,} lines numbered", f"{self.index_s:.1f} s", "", True),
            Figure("… and searched", f"{self.search_s:.1f} s", "", True),
            Figure(
                "… private memory",
                "unknown here" if memory is None else f"+ {memory:.0f} MB",
                f"≤ {_BUDGET_MEMORY_MB:.0f} MB",
                memory is None or memory <= _BUDGET_MEMORY_MB,
            ),
            Figure(
                f"… the tail at {_RATE:,} lines/s stays behind",
                f"{self.lag_ms:.0f} ms",
                f"≤ {_BUDGET_LAG_MS:.0f} ms",
                self.lag_ms <= _BUDGET_LAG_MS,
            ),
        ]


@dataclass(frozen=True, slots=True)
class LogBench:
    """`open_log` opens a file as the window does."""

    open_log: Callable[[Path], LogFile]

    def measure(self, megabytes: int, seconds: float = 3.0) -> LogResult:
        """`seconds` for the tail."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            path = Path(folder) / "large.log"
            _write(path, megabytes)
            before = _private_mb()
            started = time.perf_counter()
            log = self.open_log(path)
            log.tail(_PAGE)
            first_page = time.perf_counter() - started
            lines, index_s = _timed(lambda: _count(log))
            places = [lines * at // _JUMPS for at in range(_JUMPS)]
            jump = statistics.median(_timed(partial(log.lines, at, _PAGE))[1] for at in places)
            _, search_s = _timed(lambda: log.find(LogQuery(words="needle"), LogPlace(), float("inf")))
            after = _private_mb()
            memory = None if before is None or after is None else max(0.0, after - before)
            lag = _follow(log, path, seconds)
        return LogResult(megabytes, lines, first_page * 1e3, index_s, jump * 1e3, search_s, memory, lag * 1e3)


def _write(path: Path, megabytes: int) -> None:
    block = b"".join(
        b"2026-11-21 08:00:%02d,%03d INFO vqdesk.runtime.lane step %d of 20, 1.84 it/s\n"
        % (at % 60, at % 1000, at % 20)
        for at in range(_MB // 72)
    )
    with path.open("wb") as file:
        for _ in range(megabytes * _MB // len(block)):
            file.write(block)
        file.write(b"2026-11-21 08:01:00,000 ERROR the needle\n")


def _count(log: LogFile) -> int:
    while (extent := log.grow(1.0)).part < 1.0:
        pass
    return extent.lines


def _follow(log: LogFile, path: Path, seconds: float) -> float:
    """The longest time from a line's writing until it was read."""
    writer = threading.Thread(target=_flood, args=(path, seconds), daemon=True)
    seen = log.grow(1.0).lines
    writer.start()
    longest = 0.0
    while writer.is_alive():
        time.sleep(0.1)  # the window's own pace
        lines = log.grow(1.0).lines
        fresh = log.lines(seen, 1)
        if fresh and lines > seen:
            longest = max(longest, time.time() - float(fresh[0]))
        seen = lines
    return longest


def _flood(path: Path, seconds: float) -> None:
    with path.open("a", encoding="ascii") as file:
        started = time.monotonic()
        for batch in range(round(seconds * _BATCHES)):
            file.write(f"{time.time():.3f}\n" * (_RATE // _BATCHES))
            file.flush()
            time.sleep(max(0.0, started + (batch + 1) / _BATCHES - time.monotonic()))


def _private_mb() -> float | None:
    """Memory of this process alone, without files in the page cache; None on systems that do not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    lines = status.read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), None)


def _timed(act: Callable[[], _T]) -> tuple[_T, float]:
    started = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - started
