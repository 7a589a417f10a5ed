"""The menu of the chosen lines: what can be done with them now, with the keys that do it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.job import Job, Prompt
from vqdesk.domain.marks import COLOURS
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.queue.row_actions import RowAction, shown_key
from vqdesk.ui.widgets.swatch import swatch

RETRYABLE = (PromptStatus.FAILED, PromptStatus.CANCELED)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The lines that an action is about: jobs, single prompts, and the jobs of both."""

    jobs: Sequence[Job]
    prompts: Sequence[Prompt]
    owners: Sequence[Job]
    is_partly_known: bool = False  # more is chosen than was read yet

    @property
    def has_open(self) -> bool:
        return any(job.counts.total > job.counts.ended for job in self.jobs) or any(
            not is_final(prompt.status) for prompt in self.prompts
        )

    @property
    def has_waiting(self) -> bool:
        return any(job.counts.pending for job in self.jobs)

    def has_ended(self, *states: PromptStatus) -> bool:
        """Whether a prompt has ended in one of these states."""
        counts = [getattr(job.counts, state.value) for job in self.jobs for state in states]
        return any(counts) or any(prompt.status in states for prompt in self.prompts)


class JobMenu(QMenu):
    """`run` takes an action, `mark` a colour ("" takes the mark away)."""

    def __init__(
        self,
        chosen: Chosen,
        run: Callable[[RowAction], None],
        mark: Callable[[str], None],
        parent: QWidget,
        keys: ListKeys,
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._chosen = chosen
        self._run = run
        self._add_endings(chosen.is_partly_known)
        self.addSeparator()
        self._add_places(chosen.is_partly_known)
        self.addSeparator()
        self._add_content(mark)
        self.addSeparator()
        done = any(job.counts.succeeded for job in chosen.owners)
        self._add(RowAction.FOLDER, self.tr("Open folder with outputs"), done)
        self._add(RowAction.SAVE, self.tr("Save as a file with media…"), bool(chosen.jobs))
        self._add(RowAction.DELETE, self.tr("Delete from the list"), bool(chosen.jobs))
        self.aboutToHide.connect(self.deleteLater)

    def _add_endings(self, more: bool) -> None:
        chosen = self._chosen
        self._add(RowAction.CANCEL, self.tr("Cancel"), chosen.has_open or more)
        self._add(RowAction.RETRY, self.tr("Retry failed"), chosen.has_ended(*RETRYABLE) or more)
        both = chosen.has_ended(PromptStatus.CANCELED) or more
        self._add(RowAction.RETRY_ALL, self.tr("Retry failed and canceled"), both)

    def _add_places(self, more: bool) -> None:
        waits = self._chosen.has_waiting
        self._add(RowAction.NEXT, self.tr("Run next"), waits or more)
        self._add(RowAction.UP, self.tr("Move up"), waits)
        self._add(RowAction.DOWN, self.tr("Move down"), waits)
        self._add(RowAction.END, self.tr("Move to the end"), waits)
        self._add(RowAction.EARLIER, self.tr("Raise priority"), waits)
        self._add(RowAction.LATER, self.tr("Lower priority"), waits)
        self._add_hold(waits or more)
        self._add_stop(self._chosen.has_open)
        if any(job.awaits for job in self._chosen.jobs):
            self._add(RowAction.GO_WITHOUT, self.tr("Run without automatic prompts"), True)

    def _add_content(self, mark: Callable[[str], None]) -> None:
        jobs, waits = self._chosen.jobs, self._chosen.has_waiting
        one, any_job = len(jobs) == 1, bool(jobs)
        self._add(RowAction.EDIT, self.tr("Edit values…"), one and waits)
        self._add(RowAction.REPLACE, self.tr("Find and replace in texts…"), True)
        self._add(RowAction.DUPLICATE, self.tr("Duplicate"), any_job)
        self._add(RowAction.NEW_SEEDS, self.tr("Duplicate with new seeds"), any_job)
        self._add(RowAction.RENAME, self.tr("Rename…"), one)
        self._add(RowAction.NOTE, self.tr("Note…"), any_job)
        self._add_run(any_job)
        self.addMenu(_marks(self, jobs, mark)).setEnabled(any_job)

    def _add_run(self, any_job: bool) -> None:
        runs = {job.run_id for job in self._chosen.jobs if job.run_id is not None}
        self._add(RowAction.RUN, self.tr("Put into a run…"), any_job)
        if runs:
            self._add(RowAction.LEAVE_RUN, self.tr("Take out of the run"), True)
            self._add(RowAction.RENAME_RUN, self.tr("Rename the run…"), len(runs) == 1)

    def _add_hold(self, possible: bool) -> None:
        if self._chosen.jobs and all(job.held for job in self._chosen.jobs):
            self._add(RowAction.RELEASE, self.tr("Release"), True)
        else:
            self._add(RowAction.HOLD, self.tr("Hold"), possible)

    def _add_stop(self, possible: bool) -> None:
        if self._chosen.jobs and all(job.stop_after for job in self._chosen.jobs):
            self._add(RowAction.GO_ON_AFTER, self.tr("Do not stop after this one"), True)
        else:
            self._add(RowAction.STOP_AFTER, self.tr("Stop after this one"), possible)

    def _add(self, action: RowAction, words: str, possible: bool) -> None:
        keys = shown_key(action, self._keys)
        entry = QAction(f"{words}\t{keys}" if keys else words, self, enabled=possible)
        entry.triggered.connect(lambda _checked: self._run(action))
        self.addAction(entry)


def _marks(parent: QMenu, jobs: Sequence[Job], mark: Callable[[str], None]) -> QMenu:
    words = {
        "": QCoreApplication.translate("JobMenu", "None"),
        "blue": QCoreApplication.translate("JobMenu", "Blue"),
        "green": QCoreApplication.translate("JobMenu", "Green"),
        "yellow": QCoreApplication.translate("JobMenu", "Yellow"),
        "orange": QCoreApplication.translate("JobMenu", "Orange"),
        "pink": QCoreApplication.translate("JobMenu", "Pink"),
        "violet": QCoreApplication.translate("JobMenu", "Violet"),
    }
    menu = QMenu(QCoreApplication.translate("JobMenu", "Colour mark"), parent)
    for colour in ("", *COLOURS):
        action = QAction(words[colour], menu, checkable=True)
        action.setChecked(bool(jobs) and all(job.colour == colour for job in jobs))
        if colour:
            action.setIcon(swatch(colour))
        action.triggered.connect(lambda _checked, chosen=colour: mark(chosen))
        menu.addAction(action)
    return menu
