"""Where the pictures of a state go: a folder for each size, a file for each theme."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.job import Job, JobId
from vqdesk.domain.status import is_final
from vqdesk.ui.camera import FULL_HD, Camera
from vqdesk.ui.main_window import MainWindow

SMALL = (1280, 720)
ULTRA_HD = (3840, 2160)
_SIZES = {1: (SMALL, FULL_HD), 2: (ULTRA_HD,)}
"""A screen of 3840 × 2160 shows everything twice as large, one of the others does not."""
_SCHEMES = ("dark", "light")


@dataclass(frozen=True, slots=True)
class Album:
    """Takes a state in both themes and in all sizes that a screen of this scale has."""

    shooting: Camera
    folder: Path

    @property
    def window(self) -> MainWindow:
        return self.shooting.window

    def take(self, state: str, opened: Callable[[], object] | None = None) -> None:
        """Saves the pictures of a state. `opened` opens what lies over the window, anew for each size."""
        for size in _SIZES[round(self.window.devicePixelRatioF())]:
            self.shooting.resize(size)
            folder = self.folder / f"{size[0]}x{size[1]}"
            folder.mkdir(parents=True, exist_ok=True)
            if opened is not None:
                self.shooting.rest(0)
                opened()
            for scheme in _SCHEMES:
                self.shooting.take(folder / f"{state}-{scheme}.png", size, scheme)
            self.shooting.close_others()

    def choose(self, name: str) -> JobId:
        """Selects the job of that name and waits until its detail is there."""
        job_id = next(job.id for job in self.shooting.jobs() if job.name == name)
        self.window.queue.view.choose(job_id)
        self.shooting.wait_for(lambda: self.window.detail.header.isVisible(), "the detail is shown")
        return job_id

    def job(self, name: str) -> Job:
        """What the list knows of the job of that name."""
        return next(job for job in self.shooting.jobs() if job.name == name)

    def all_ended(self) -> bool:
        """Whether every job is known, and has ended."""
        jobs = self.shooting.jobs()
        return len(jobs) == len(self.window.queue.model.ids) and all(is_final(job.status) for job in jobs)
