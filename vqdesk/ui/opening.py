"""Files that come to the window as a whole: dropped, named on the command line, or opened in a file manager."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.workspace.dropping import Offer

if TYPE_CHECKING:
    from vqdesk.services.queue_file import Saved  # the window starts without loading the services

_QUEUE_FILE = ".vqdesk-queue"


class FileOpening(QObject):
    """Asks before a saved queue is added. `others` carries everything else."""

    asked = Signal()
    others = Signal(object)  # Offer
    queue_wanted = Signal(object)  # Path
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, window: QWidget) -> None:
        super().__init__(window)
        self._calls = calls
        self._window = window
        self._is_ready = False
        self._waiting: list[str] = []

    def open(self, paths: Sequence[str]) -> None:
        """Takes files and folders; while the workspaces of the last session are read they wait."""
        self._waiting += paths
        if self._is_ready and self._waiting:
            taken, self._waiting = self._waiting, []
            self.asked.emit()
            self.take(Offer(paths=taken))

    def be_ready(self) -> None:
        """The workspaces can take files now."""
        self._is_ready = True
        self.open(())

    def take(self, offer: Offer) -> None:
        """Keeps what it asks about and passes the rest on."""
        queues = [path for path in offer.paths if path.lower().endswith(_QUEUE_FILE)]
        for path in queues:
            self._look_into(Path(path))
        rest = replace(offer, paths=[path for path in offer.paths if path not in queues])
        if not queues or not rest.is_empty:
            self.others.emit(rest)

    def _look_into(self, path: Path) -> None:
        self._calls.ask(
            self, lambda desk: desk.editing.look_into(path), lambda found: self._ask(path, found), self.failed.emit
        )

    def _ask(self, path: Path, found: "Saved") -> None:
        from vqdesk.ui.queue.words import jobs_text, prompts_text
        from vqdesk.ui.widgets.question import Question, Role  # not needed for the first paint

        question = self.tr("Add {0} of “{1}” to the queue?").format(jobs_text(found.jobs), path.stem)
        more = self.tr("It has {0}. They wait at the end of the queue.").format(prompts_text(found.prompts))
        box = Question(self.tr("Saved queue"), question, more, self._window)
        add = box.add(self.tr("Add to queue"), Role.AcceptRole)
        box.add(self.tr("Leave it"), Role.RejectRole)
        box.setDefaultButton(add)
        add.clicked.connect(lambda: self.queue_wanted.emit(path))
        box.open()
