"""Many photos at once: small pictures of all of them against a bare decoder, and the window meanwhile."""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vqdesk.bench.figures import Figure
from vqdesk.bench.photos import make_photos
from vqdesk.bench.window import run_window
from vqdesk.runtime.app import App
from vqdesk.runtime.desk import Desk

PHOTOS = 1_000
_EDGE = 160  # px; what a tile of usual size asks for
_AT_ONCE = 4  # as the window asks
_PREVIEWS_EVERY = 2  # in the folder that is dropped: photos of cameras and others
THUMBNAIL_RATIO = 0.7
_PREVIEW_RATIO = 2.0
_BUDGET_PAUSE_MS = 50.0


@dataclass(frozen=True, slots=True)
class ThumbnailResult:
    """Medians of some rounds: photos a second, through the app and by a bare reduced decode on all cores; the
    window's longest pause.

    `previews_per_second`: photos that hold a small picture of themselves. `longest_work_ms`: what the window's own
    thread computed at most between two chances to react, which a busy machine does not change.
    """

    photos: int
    per_second: float
    bare_per_second: float
    ratio: float
    previews_per_second: float
    longest_pause_ms: float
    longest_work_ms: float
    listed_s: float

    def figures(self) -> list[Figure]:
        what = f"small pictures of {self.photos:,} photos, against a bare decoder"
        shown = f"{self.ratio:.2f} ({self.per_second:.0f} of {self.bare_per_second:.0f} a second)"
        pause = f"longest pause of the window, {self.photos:,} photos dropped and scrolled"
        faster = self.previews_per_second / self.per_second
        return [
            Figure(what, shown, f"≥ {THUMBNAIL_RATIO}", self.ratio >= THUMBNAIL_RATIO),
            Figure(
                "the same where the camera has put one into the photo",
                f"{faster:.1f} × ({self.previews_per_second:.0f} a second)",
                f"≥ {_PREVIEW_RATIO} ×",
                faster >= _PREVIEW_RATIO,
            ),
            Figure(
                pause,
                f"{self.longest_pause_ms:.0f} ms, own work {self.longest_work_ms:.0f} ms at most",
                f"≤ {_BUDGET_PAUSE_MS:.0f} ms",
                self.longest_pause_ms <= _BUDGET_PAUSE_MS,
            ),
        ]


@dataclass(frozen=True, slots=True)
class ThumbnailBench:
    """`build` opens an app on a folder."""

    build: Callable[[Path], App]

    def measure(self, photos: int = PHOTOS, rounds: int = 3) -> ThumbnailResult:
        """Every round decodes all photos anew. Raises UserError when the window does not come up."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            plain = make_photos(Path(folder) / "plain", photos)
            rates = self._rates(Path(folder), plain, rounds)
            dropped = make_photos(Path(folder) / "dropped", photos, _PREVIEWS_EVERY)
            with_preview = self._through_app(Path(folder) / "home-previews", dropped[::_PREVIEWS_EVERY])
            windows = [self._window(Path(folder), number, dropped) for number in range(rounds)]
        return ThumbnailResult(
            photos,
            statistics.median(ours for ours, _ in rates),
            statistics.median(bare for _, bare in rates),
            statistics.median(ours / bare for ours, bare in rates),
            with_preview,
            *(
                statistics.median(seen[figure] for seen in windows)
                for figure in ("longest_pause_ms", "longest_work_ms", "listed_s")
            ),
        )

    def _window(self, folder: Path, number: int, dropped: Sequence[Path]) -> dict[str, float]:
        home = folder / f"home-window{number}"
        self.build(home).close()
        arguments = [str(home), str(dropped[0].parent), str(len(dropped))]
        figures: dict[str, float] = run_window("photos.py", arguments, str(folder))["photos"][1]
        return figures

    def best_ratio(self, photos: int, rounds: int) -> float:
        """The best of some rounds, without a window: what else runs on the machine can only take from it."""
        with tempfile.TemporaryDirectory(prefix="vqdesk-bench-") as folder:
            paths = make_photos(Path(folder) / "photos", photos)
            return max(ours / bare for ours, bare in self._rates(Path(folder), paths, rounds))

    def _rates(self, folder: Path, paths: Sequence[Path], rounds: int) -> list[tuple[float, float]]:
        homes = [folder / f"home{number}" for number in range(rounds)]
        return [(self._through_app(home, paths), _bare(paths)) for home in homes]

    def _through_app(self, home: Path, paths: Sequence[Path]) -> float:
        app = self.build(home)
        try:
            with app.running() as runtime:
                runtime.submit(
                    runtime.desk.media.thumbnail(str(paths[0]), 32)
                ).result()  # the libraries are loaded
                started = time.perf_counter()
                runtime.submit(_all(runtime.desk, paths)).result()
                return len(paths) / (time.perf_counter() - started)
        finally:
            app.close()


async def _all(desk: Desk, paths: Sequence[Path]) -> None:
    places = asyncio.Semaphore(_AT_ONCE)

    async def one(path: Path) -> None:
        async with places:
            assert await desk.media.thumbnail(str(path), _EDGE)

    await asyncio.gather(*map(one, paths))


def _bare(paths: Sequence[Path]) -> float:
    """Read, decode at an eighth, nothing else: no cache, no orientation, no encoding."""
    import cv2  # loads the picture libraries
    import numpy as np

    def decode(path: Path) -> None:
        cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_REDUCED_COLOR_8)

    started = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        list(pool.map(decode, paths))
    return len(paths) / (time.perf_counter() - started)
