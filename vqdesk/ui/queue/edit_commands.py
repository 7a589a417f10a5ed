"""What the user does with the content of jobs: values, texts, names, notes, marks, copies, files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.job import Job, JobId
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.line_source import LineSource
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.undo import QueueUndo
from vqdesk.ui.queue.words import jobs_text, prompts_text
from vqdesk.ui.widgets.file_dialogs import ask_for_file, ask_for_place

if TYPE_CHECKING:
    from vqdesk.ports import JobValues
    from vqdesk.runtime.desk import Question  # the window starts without loading the services
    from vqdesk.services.queue_edit import EditableJob
    from vqdesk.services.queue_file import Saved
    from vqdesk.ui.queue.dialogs import EditDialog, NameDialog, NoteDialog, ReplaceDialog

_SUFFIX = ".vqdesk-queue"


class EditCommands(QObject):
    """Every change can be undone; dialogs keep what was typed until it is taken."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, source: LineSource, undo: QueueUndo, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._source = source
        self._undo = undo
        self._frame = parent

    def run(self, action: RowAction, jobs: Sequence[JobId]) -> bool:
        """Whether the action is one of these."""
        act = self._acts().get(action)
        if act is not None:
            act(jobs)
        return act is not None

    def mark(self, jobs: Sequence[JobId], colour: str) -> None:
        """Gives jobs a colour mark; "" takes it away."""
        before = {job.id: job.colour for job in self._known(jobs)}
        self._undoable(
            lambda desk: desk.editing.set_colour(jobs, colour),
            self.tr("Marked {0}") if colour else self.tr("Took the mark from {0}"),
            [
                (lambda desk, ids=ids, old=old: desk.editing.set_colour(ids, old))
                for old, ids in _by_value(before).items()
            ],
        )

    def replace(self, jobs: Sequence[JobId] | None) -> None:
        """Asks for other words in texts; None looks in all waiting jobs."""
        from vqdesk.ui.queue.dialogs import ReplaceDialog  # loads the form's fields

        dialog = ReplaceDialog(self._calls, jobs, self._frame.window())
        dialog.taken.connect(lambda: self._replace(dialog))
        dialog.open()

    def save(self, jobs: Sequence[JobId] | None) -> None:
        """Asks for a file; None saves all that is left to do."""
        title = self.tr("Save queue with media")
        take = partial(self._save_to, jobs)
        ask_for_place(self._frame.window(), title, [self._pattern()], take, f"queue{_SUFFIX}")

    def _save_to(self, jobs: Sequence[JobId] | None, path: str) -> None:
        target = Path(path if path.endswith(_SUFFIX) else path + _SUFFIX)
        self._calls.ask(self, lambda desk: desk.editing.save(target, jobs), self._tell_saved, self.failed.emit)

    def load(self) -> None:
        """Asks for a file whose jobs are added."""
        ask_for_file(
            self._frame.window(),
            self.tr("Add a saved queue"),
            self._pattern(),
            lambda path: self.load_file(Path(path)),
        )

    def load_file(self, path: Path) -> None:
        """Adds the jobs of a saved queue."""
        self._calls.ask(
            self,
            lambda desk: desk.editing.load(path),
            lambda made: self._tell_new(made, self.tr("Added {0}")),
            self.failed.emit,
        )

    def _acts(self) -> dict[RowAction, Callable[[Sequence[JobId]], None]]:
        return {
            RowAction.EDIT: self._edit,
            RowAction.REPLACE: self.replace,
            RowAction.RENAME: self._rename,
            RowAction.NOTE: self._write_note,
            RowAction.DUPLICATE: self._duplicate,
            RowAction.NEW_SEEDS: lambda jobs: self._duplicate(jobs, new_seeds=True),
            RowAction.SAVE: self.save,
        }

    # ---- values and texts --------------------------------------------------------------------------

    def _edit(self, jobs: Sequence[JobId]) -> None:
        self._calls.ask(self, lambda desk: desk.editing.editable(jobs[0]), self._open_editor, self.failed.emit)

    def _open_editor(self, opened: "EditableJob") -> None:
        from vqdesk.ui.queue.dialogs import EditDialog  # loads the form's fields

        dialog = EditDialog(opened, self._frame.window())
        dialog.taken.connect(lambda: self._set_values(opened.job.id, dialog))
        dialog.open()

    def _set_values(self, job_id: JobId, dialog: "EditDialog") -> None:
        values = dialog.changed_values()
        if not values:
            dialog.accept()
            return

        def tell(before: "list[JobValues]") -> None:
            dialog.accept()
            self._offer_values(before, self.tr("Changed #{0}").format(job_id))

        self._calls.ask(dialog, lambda desk: desk.editing.set_values(job_id, values), tell, dialog.refuse)

    def _replace(self, dialog: "ReplaceDialog") -> None:
        wanted, ids = dialog.wanted, dialog.job_ids

        def tell(before: "list[JobValues]") -> None:
            dialog.accept()
            self._offer_values(before, self.tr("Changed texts of {0}").format(jobs_text(len(before))))

        self._calls.ask(dialog, lambda desk: desk.editing.replace(ids, wanted), tell, dialog.refuse)

    def _offer_values(self, before: "list[JobValues]", words: str) -> None:
        if before:
            self._undo.did(words, lambda desk: desk.editing.put_values(before))

    # ---- names, notes, copies ----------------------------------------------------------------------

    def _rename(self, jobs: Sequence[JobId]) -> None:
        from vqdesk.ui.queue.dialogs import NameDialog  # loads the form's fields

        known = self._known(jobs[:1])
        if known:
            dialog = NameDialog(known[0], self._frame.window())
            dialog.taken.connect(lambda: self._take_name(known[0], dialog))
            dialog.open()

    def _take_name(self, job: Job, dialog: "NameDialog") -> None:
        name, old = dialog.field.text(), job.name
        dialog.accept()
        self._undoable(
            lambda desk: desk.editing.rename(job.id, name),
            self.tr("Renamed {0}"),
            [lambda desk: desk.editing.rename(job.id, old)],
        )

    def _write_note(self, jobs: Sequence[JobId]) -> None:
        from vqdesk.ui.queue.dialogs import NoteDialog  # loads the form's fields

        dialog = NoteDialog(self._known(jobs), len(jobs), self._frame.window())
        dialog.taken.connect(lambda: self._take_note(jobs, dialog))
        dialog.open()

    def _take_note(self, jobs: Sequence[JobId], dialog: "NoteDialog") -> None:
        note = dialog.field.text()
        before = {job.id: job.note for job in self._known(jobs)}
        dialog.accept()
        self._undoable(
            lambda desk: desk.editing.set_note(jobs, note),
            self.tr("Noted at {0}"),
            [
                (lambda desk, ids=ids, old=old: desk.editing.set_note(ids, old))
                for old, ids in _by_value(before).items()
            ],
        )

    def _duplicate(self, jobs: Sequence[JobId], new_seeds: bool = False) -> None:
        self._calls.ask(
            self,
            lambda desk: desk.editing.duplicate(jobs, new_seeds),
            lambda made: self._tell_new(made, self.tr("Duplicated {0}")),
            self.failed.emit,
        )

    def _tell_new(self, made: list[JobId], words: str) -> None:
        self._undo.did(words.format(jobs_text(len(made))), lambda desk: desk.editing.delete(made))

    def _tell_saved(self, saved: "Saved") -> None:
        words = self.tr("Saved {0} with {1}").format(jobs_text(saved.jobs), prompts_text(saved.prompts))
        self._undo.say(words)

    def _undoable(self, change: "Question", words: str, back: "Sequence[Question]") -> None:
        def tell(changed: list[JobId]) -> None:
            self._undo.did(words.format(jobs_text(len(changed))), *back)

        self._calls.ask(self, change, tell, self.failed.emit)

    def _known(self, jobs: Sequence[JobId]) -> list[Job]:
        return [job for job in map(self._source.job, jobs) if job is not None]

    def _pattern(self) -> str:
        return self.tr("Saved queues (*{0})").format(_SUFFIX)


def _by_value(values: dict[JobId, str]) -> dict[str, list[JobId]]:
    found: dict[str, list[JobId]] = {}
    for job_id, value in values.items():
        found.setdefault(value, []).append(job_id)
    return found
