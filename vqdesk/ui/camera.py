"""A desktop that is driven and photographed without an event loop of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from vqdesk.domain.job import Job
from vqdesk.runtime.app import App
from vqdesk.ui.app import Desktop, make_application
from vqdesk.ui.theme.apply import ThemeSwitch, apply_theme
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.window_memory import WindowMemory

_LONGEST_S = 120.0
_LOOK_MS = 50
_STILL_LOOKS = 3  # pictures that are the same show that nothing is on its way
_BETWEEN_LOOKS_MS = 100
_STILL_S = 2.0  # what always moves is taken as it is then
FULL_HD = (1920, 1080)


class Camera:
    """Works the window as a user does and takes pictures of it."""

    def __init__(self, desktop: Desktop, switch: ThemeSwitch) -> None:
        self.desktop = desktop
        self.window = desktop.window
        self._switch = switch

    def take(self, path: Path, size: tuple[int, int] = FULL_HD, scheme: str = "dark") -> None:
        """Saves a picture of the window and of what lies over it, `size` in pixels of the picture.

        Raises OSError when the file cannot be written.
        """
        self._switch.choose(Choice(scheme))
        self.resize(size)
        if not self._still_picture().save(str(path)):
            raise OSError(f"{path} cannot be written")

    def resize(self, size: tuple[int, int]) -> None:
        """Makes the window as large as a picture of that size, in its pixels."""
        scale = self.window.devicePixelRatioF()
        self.window.resize(round(size[0] / scale), round(size[1] / scale))

    def others(self) -> list[QWidget]:
        """Dialogs, menus and other windows that are open beside the main one."""
        return [one for one in QApplication.topLevelWidgets() if one is not self.window and one.isVisible()]

    def close_others(self) -> None:
        """Closes what is open beside the main window."""
        for one in self.others():
            one.close()
        self.rest(_LOOK_MS)

    def rest(self, milliseconds: int) -> None:
        """Lets the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_for(self, reached: Callable[[], bool], what: str) -> None:
        """Lets the window work until the state is reached. Raises TimeoutError after two minutes."""
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

    def choose_workflow(self, name: str) -> None:
        """Picks a workflow in the workspace in front."""
        workspace = self.window.workspace
        workspace.page.workflow_bar.chosen.emit(name)
        self.wait_for(lambda: workspace.state.workflow == name, f"the form of {name}")

    def add_job(self, workflow: str, name: str = "") -> None:
        """Adds a job of the images that are in the workspace, and waits until it is listed."""
        self.wait_for(lambda: not self.window.workspace.sheet.is_busy, "the job before is taken")
        page, known = self.window.workspace.page, len(self.window.queue.model.ids)
        self.choose_workflow(workflow)
        self.type_into("Name of the job", name)
        self.wait_for(page.footer.button.isEnabled, "the form is ready")
        page.footer.button.click()
        self.wait_for(lambda: len(self.window.queue.model.ids) > known, "the job is listed")

    def _still_picture(self) -> QImage:
        end = time.monotonic() + _STILL_S
        last, same = QImage(), 0
        while same < _STILL_LOOKS and time.monotonic() < end:
            self.rest(_BETWEEN_LOOKS_MS)
            seen = self._picture()
            same = same + 1 if seen == last else 1
            last = seen
        return last

    def _picture(self) -> QImage:
        picture = self.window.grab()
        painter = QPainter(picture)
        for one in self.others():
            if one.windowType() is not Qt.WindowType.Popup:
                _put_in_middle(one, self.window)
            place = QRect(one.pos() - self.window.mapToGlobal(QPoint()), one.size())
            if one.windowType() is not Qt.WindowType.Popup:
                _paint_frame(painter, place, one.windowTitle())
            painter.drawPixmap(place.topLeft(), one.grab())
        painter.end()
        return picture.toImage()

    def jobs(self) -> list[Job]:
        """The jobs that the list shows, as far as their rows are here."""
        queue = self.window.queue
        return [job for job in map(queue.source.jobs.get, queue.model.ids) if job is not None]


def _put_in_middle(one: QWidget, window: QWidget) -> None:
    """Where a desktop puts it; Qt does so only once, for the size that the window had then."""
    room = window.size() - one.size()
    one.move(window.mapToGlobal(QPoint(max(0, room.width()) // 2, max(0, room.height()) // 2)))


def _paint_frame(painter: QPainter, place: QRect, title: str) -> None:
    """The title and the edge that a desktop gives to a window."""
    theme = current_theme()
    head = QRect(place.x(), place.y() - theme.size.control, place.width(), theme.size.control)
    painter.fillRect(head, theme.color("surface.0"))
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.color("text.primary"))
    painter.drawText(head, Qt.AlignmentFlag.AlignCenter, title)
    painter.setPen(theme.color("line.control"))
    painter.drawRect(head.united(place).adjusted(-1, -1, 0, 0))


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
