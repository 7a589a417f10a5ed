"""What the user does with runs: jobs go into one, out of it, and it gets another name."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.job import Job, JobId
from vqdesk.domain.run import RunId
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.undo import QueueUndo
from vqdesk.ui.queue.words import jobs_text

if TYPE_CHECKING:
    from vqdesk.services.runs import RunChange  # the window starts without loading the services
    from vqdesk.ui.queue.run_dialogs import RenameRunDialog, RunDialog


class RunCommands(QObject):
    """Every change can be undone; dialogs keep what was typed until it is taken."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, source: LineSource, undo: QueueUndo, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._source = source
        self._undo = undo
        self._frame = parent
        self._acts: dict[RowAction, Callable[[Sequence[JobId]], None]] = {
            RowAction.RUN: self._ask_which,
            RowAction.LEAVE_RUN: self._take_out,
            RowAction.RENAME_RUN: self._ask_name,
        }

    def run(self, action: RowAction, jobs: Sequence[JobId]) -> bool:
        """Whether the action is one of these."""
        act = self._acts.get(action)
        if act is not None:
            act(jobs)
        return act is not None

    def _ask_which(self, jobs: Sequence[JobId]) -> None:
        from vqdesk.ui.queue.run_dialogs import RunDialog  # loads the form's fields

        dialog = RunDialog(self._calls, len(jobs), self._frame.window())
        dialog.taken.connect(lambda: self._put(jobs, dialog))
        dialog.open()

    def _put(self, jobs: Sequence[JobId], dialog: "RunDialog") -> None:
        name = dialog.name

        def tell(change: "RunChange") -> None:
            dialog.accept()
            words = self.tr("Put {0} into “{1}”").format(jobs_text(len(change.jobs)), name)
            self._offer(change, words, self.tr("All of them are in “{0}” already").format(name))

        self._calls.ask(dialog, lambda desk: desk.runs.put(jobs, name), tell, dialog.refuse)

    def _take_out(self, jobs: Sequence[JobId]) -> None:
        def tell(change: "RunChange") -> None:
            words = self.tr("Took {0} out of the run").format(jobs_text(len(change.jobs)))
            self._offer(change, words, self.tr("No job of these is in a run"))

        self._calls.ask(self, lambda desk: desk.runs.take_out(jobs), tell, self.failed.emit)

    def _offer(self, change: "RunChange", words: str, nothing: str) -> None:
        if change.jobs:
            self._undo.did(words, lambda desk: desk.runs.put_back(change))
        else:
            self._undo.say(nothing)

    def _ask_name(self, jobs: Sequence[JobId]) -> None:
        from vqdesk.ui.queue.run_dialogs import RenameRunDialog  # loads the form's fields

        job = next((one for one in map(self._source.job, jobs) if one is not None and one.run), None)
        if job is None or job.run_id is None:
            self._undo.say(self.tr("No job of these is in a run"))
            return
        dialog, run_id = RenameRunDialog(job.run, self._frame.window()), job.run_id
        dialog.taken.connect(lambda: self._rename(run_id, job, dialog))
        dialog.open()

    def _rename(self, run_id: RunId, job: Job, dialog: "RenameRunDialog") -> None:
        name, old = dialog.field.text(), job.run

        def tell(_done: None) -> None:
            dialog.accept()
            self._source.folds.rename("run", old, name)
            self._undo.did(
                self.tr("Renamed the run “{0}”").format(old), lambda desk: desk.runs.rename(run_id, old)
            )

        self._calls.ask(dialog, lambda desk: desk.runs.rename(run_id, name), tell, dialog.refuse)
