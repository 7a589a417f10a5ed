"""A desktop that is driven and photographed without an event loop of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton

from vqdesk.domain.job import Job
from vqdesk.runtime.app import App
from vqdesk.ui.app import Desktop, make_application
from vqdesk.ui.theme.apply import ThemeSwitch, apply_theme
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.window_memory import WindowMemory

_LONGEST_S = 240.0
_LOOK_MS = 50
_SETTLE_MS = 1_500
FULL_HD = (1920, 1080)


class Camera:
    """Works the window as a user does and takes pictures of it."""

    def __init__(self, desktop: Desktop, switch: ThemeSwitch) -> None:
        self.desktop = desktop
        self.window = desktop.window
        self._switch = switch

    def take(self, path: Path, size: tuple[int, int] = FULL_HD, scheme: str = "dark") -> None:
        """Saves a picture of the window. Raises OSError when the file cannot be written."""
        self._switch.choose(Choice(scheme))
        self.window.resize(*size)
        self.rest(_SETTLE_MS)
        if not self.window.grab().save(str(path)):
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

    def click(self, words: str) -> None:
        """Clicks the button with these words as soon as it can be clicked."""
        found: list[QPushButton] = []

        def is_there() -> bool:
            buttons = self.window.findChildren(QPushButton)
            found[:] = [one for one in buttons if one.text() == words and one.isVisible() and one.isEnabled()]
            return bool(found)

        self.wait_for(is_there, f"the button “{words}”")
        found[0].click()

    def type_into(self, name: str, text: str) -> None:
        """Types into the newest field with that accessible name, in place of what it held."""
        field = [one for one in self.window.findChildren(QLineEdit) if one.accessibleName() == name][-1]
        field.selectAll()
        field.insert(text)

    def add_job(self, workflow: str, name: str = "") -> None:
        """Adds a job of the images that are in the workspace, and waits until it is listed."""
        self.wait_for(lambda: not self.window.workspace.sheet.is_busy, "the job before is taken")
        page, known = self.window.workspace.page, len(self.window.queue.model.ids)
        page.workflow_bar.chosen.emit(workflow)
        self.type_into("Name of the job", name)
        self.wait_for(page.footer.button.isEnabled, "the form is ready")
        page.footer.button.click()
        self.wait_for(lambda: len(self.window.queue.model.ids) > known, "the job is listed")

    def jobs(self) -> list[Job]:
        """The jobs that the list shows, as far as their rows are here."""
        queue = self.window.queue
        return [job for job in map(queue.source.jobs.get, queue.model.ids) if job is not None]


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
