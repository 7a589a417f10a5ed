"""Pictures of the real window in its states, for the documentation and for looking at it without a screen."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton

from vqdesk.domain.job import Job
from vqdesk.domain.status import is_final
from vqdesk.locations import resources_dir, self_command
from vqdesk.runtime.app import App
from vqdesk.ui.app import Desktop, make_application
from vqdesk.ui.theme.apply import ThemeSwitch, apply_theme
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.window_memory import WindowMemory

_LONGEST_S = 240.0
_LOOK_MS = 50
_SETTLE_MS = 1_200
FULL_HD = (1920, 1080)
SMALL = (1280, 720)
ULTRA_HD = (3840, 2160)


class Camera:
    """Drives a desktop without an event loop of its own and takes pictures of it."""

    def __init__(self, desktop: Desktop, switch: ThemeSwitch) -> None:
        self.desktop = desktop
        self._switch = switch

    def take(self, path: Path, size: tuple[int, int] = FULL_HD, scheme: str = "dark") -> None:
        """Saves a picture of the window. Raises OSError when the file cannot be written."""
        self._switch.choose(Choice(scheme))
        self.desktop.window.resize(*size)
        self.rest(_SETTLE_MS)
        if not self.desktop.window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")

    def rest(self, milliseconds: int) -> None:
        """Lets the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_for(self, reached: Callable[[], bool], what: str) -> None:
        """Lets the window work until the state is reached. Raises TimeoutError after four minutes."""
        end = time.monotonic() + _LONGEST_S
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError(f"the window did not come to this state: {what}")
            self.rest(_LOOK_MS)


@contextmanager
def camera(app: App) -> Iterator[Camera]:
    """A real window over a real worker on this data folder."""
    qt = make_application()
    switch = apply_theme(qt, Choice("dark"))
    with app.running() as runtime:
        desktop = Desktop(app, runtime, switch)
        desktop.open(WindowMemory())
        try:
            yield Camera(desktop, switch)
        finally:
            desktop.window.close()
            desktop.close()


def grab_window(app: App, path: Path) -> None:
    """Saves a picture of the window on this data folder, with its newest job selected when there is one."""
    with camera(app) as shooting:
        shooting.wait_for(lambda: shooting.desktop.window.queue.is_loaded, "the queue is read")
        shooting.take(path)


def take_pictures(app: App, folder: Path, photos: Path) -> None:
    """Saves pictures of first start, busy and done work with the photos of a folder; begins with no data."""
    folder.mkdir(parents=True, exist_ok=True)
    with camera(app) as shooting:
        window = shooting.desktop.window
        shooting.wait_for(lambda: window.queue.is_loaded, "the queue is read")
        for scheme in ("dark", "light"):
            shooting.take(folder / f"first-start-{scheme}.png", scheme=scheme)
        _click(shooting, "Use the built-in engine")
        window.workspace.page.media.add([str(photos)])
        add = window.workspace.page.footer.button
        for job_number in (1, 2):
            shooting.wait_for(add.isEnabled, "the form is ready")
            add.click()
            shooting.wait_for(lambda wanted=job_number: len(window.queue.model.ids) == wanted, "the job is listed")
        shooting.wait_for(lambda: _succeeded(shooting) >= 2, "two clips are done")
        _take_busy(shooting, folder)
        shooting.wait_for(lambda: _all_ended(shooting), "the jobs have ended")
        shooting.take(folder / "done-dark.png")
        shooting.take(folder / "done-3840x2160.png", ULTRA_HD)


def _take_busy(shooting: Camera, folder: Path) -> None:
    queue = shooting.desktop.window.queue
    queue.source.open_jobs.set_open(queue.model.ids[0], True)
    for name, size, scheme in (
        ("main-dark", FULL_HD, "dark"),
        ("main-light", FULL_HD, "light"),
        ("compact-1280x720", SMALL, "dark"),
    ):
        shooting.take(folder / f"{name}.png", size, scheme)


def _click(shooting: Camera, words: str) -> None:
    found: list[QPushButton] = []

    def is_there() -> bool:
        buttons = shooting.desktop.window.findChildren(QPushButton)
        found[:] = [
            button for button in buttons if button.text() == words and button.isVisible() and button.isEnabled()
        ]
        return bool(found)

    shooting.wait_for(is_there, f"the button “{words}”")
    found[0].click()


def _jobs(shooting: Camera) -> list[Job]:
    queue = shooting.desktop.window.queue
    return [job for job in map(queue.source.jobs.get, queue.model.ids) if job is not None]


def _succeeded(shooting: Camera) -> int:
    return sum(job.counts.succeeded for job in _jobs(shooting))


def _all_ended(shooting: Camera) -> bool:
    return all(is_final(job.status) for job in _jobs(shooting))


def main(folder: str) -> int:
    """Takes the pictures as a user with an empty home would see them; returns the exit code."""
    with tempfile.TemporaryDirectory() as home:
        photos = Path(home) / "Pictures"
        photos.mkdir()
        for sample in (resources_dir() / "samples").glob("*.jpg"):
            shutil.copy(sample, photos)
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "VQDESK_"))
        }
        command = self_command(["window-pictures", str(Path(folder).resolve()), str(photos)])
        return subprocess.run(command, env=environment | {"HOME": home}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
