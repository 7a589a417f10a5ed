"""Small windows of the queue that ask: for a name, a note, other words in texts, other values of a job."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.editing import Replacement
from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Job, JobId
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.words import jobs_text, prompts_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LabeledField, LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import ScrollPage
from vqdesk.ui.widgets.switches import Switch
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.form.parameter_field import ParameterField

if TYPE_CHECKING:
    from vqdesk.services.queue_edit import EditableJob, Hits  # the window starts without loading the services

_TYPING_PAUSE_MS = 250


class AskingDialog(QDialog):
    """Fields above a verb; `taken` when the user wants it. Esc closes, nothing is changed."""

    taken = Signal()

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        space = current_theme().space
        self.verb = PrimaryButton(verb)
        self.verb.setDefault(True)
        self.verb.clicked.connect(self.taken)
        self.problem = Label("", "small", "status.failed", wrap=True)
        self.problem.hide()
        keep = Button(self.tr("Close"))
        keep.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(self.verb)
        self.body = QVBoxLayout()
        self.body.setSpacing(space.m)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.l)
        rows.setSpacing(space.m)
        rows.addLayout(self.body, 1)
        rows.addWidget(self.problem)
        rows.addLayout(buttons)
        self.setMinimumWidth(current_theme().size.form_min)

    def refuse(self, problem: Problem) -> None:
        """Says why it cannot be done; the fields stay."""
        self.problem.setText(problem.sentence())
        self.problem.show()


class NameDialog(AskingDialog):
    """Another name for a job."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(_tr("Rename #{0}").format(job.number), _tr("Rename"), parent)
        self.field = LineField(job.name)
        self.field.setAccessibleName(self.tr("Name"))
        self.field.selectAll()
        self.field.textChanged.connect(lambda text: self.verb.setEnabled(bool(text.strip())))
        self.body.addWidget(LabeledField(self.tr("Name"), self.field))


class NoteDialog(AskingDialog):
    """A note for one job or several; an empty one takes it away."""

    def __init__(self, jobs: Sequence[Job], number: int, parent: QWidget) -> None:
        title = _tr("Note for #{0}").format(jobs[0].number) if number == 1 and jobs else ""
        title = title or _tr("Note for {0}").format(jobs_text(number))
        super().__init__(title, _tr("Save note"), parent)
        notes = {job.note for job in jobs}
        self.field = TextArea(self.tr("Note"))
        self.field.set_text(notes.pop() if len(notes) == 1 else "")
        self.body.addWidget(self.field)


class ReplaceDialog(AskingDialog):
    """Other words in the texts of waiting jobs; what would change is counted and shown first."""

    def __init__(self, calls: Calls, job_ids: Sequence[JobId] | None, parent: QWidget) -> None:
        super().__init__(_tr("Find and replace in texts"), _tr("Replace"), parent)
        self._calls = calls
        self._job_ids = job_ids
        where = (
            self.tr("In all waiting jobs")
            if job_ids is None
            else self.tr("In {0}").format(jobs_text(len(job_ids)))
        )
        self.find, self.put = LineField(icon="search"), LineField()
        self.find.setAccessibleName(self.tr("Find"))
        self.put.setAccessibleName(self.tr("Replace with"))
        self.case = Switch(self.tr("Match case"))
        self.count = Label("", "strong", wrap=True)
        self.sample = Label("", "small", "text.secondary", wrap=True)
        self.body.addWidget(Label(where, "small", "text.secondary"))
        self.body.addWidget(LabeledField(self.tr("Find"), self.find))
        self.body.addWidget(LabeledField(self.tr("Replace with"), self.put))
        for part in (self.case, self.count, self.sample):
            self.body.addWidget(part)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._look)
        for signal in (self.find.textChanged, self.put.textChanged, self.case.toggled):
            signal.connect(self._wait)
        self.verb.setEnabled(False)

    @property
    def wanted(self) -> Replacement:
        """What the fields say."""
        return Replacement(self.find.text(), self.put.text(), self.case.isChecked())

    @property
    def job_ids(self) -> Sequence[JobId] | None:
        """Where it is looked; None is everywhere."""
        return self._job_ids

    def _wait(self) -> None:
        self.verb.setEnabled(False)
        self._typing.start()

    def _look(self) -> None:
        wanted, ids = self.wanted, self._job_ids
        if not wanted.find:
            self._show(wanted, None)
            return
        self._calls.ask(
            self, lambda desk: desk.editing.find(ids, wanted), lambda hits: self._show(wanted, hits), self.refuse
        )

    def _show(self, wanted: Replacement, hits: "Hits | None") -> None:
        if wanted != self.wanted:
            return
        self.verb.setEnabled(bool(hits and hits.places))
        if hits is None:
            self.count.setText("")
        elif not hits.places:
            self.count.setText(self.tr("Found nowhere."))
        elif hits.places == 1:
            self.count.setText(self.tr("1 place would change."))
        else:
            text = self.tr("{0} places in {1} would change.").format(hits.places, jobs_text(hits.jobs))
            self.count.setText(text)
        lines = [f"{before}\n→ {after}" for before, after in (hits.samples if hits else ())]
        self.sample.setText("\n".join(lines[:2]))


class EditDialog(AskingDialog):
    """Other values for the prompts of a job that were not sent yet."""

    def __init__(self, opened: "EditableJob", parent: QWidget) -> None:
        number = opened.job.number
        super().__init__(_tr("Edit #{0}").format(number), _tr("Change waiting prompts"), parent)
        head = self.tr("#{0} {1}").format(number, opened.job.name)
        what = self.tr("The new values go to {0}. What was sent keeps its own.").format(
            prompts_text(opened.prompts)
        )
        self._before = opened.values
        self.fields: dict[str, ParameterField] = {}
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, current_theme().space.m, 0)
        column.setSpacing(current_theme().space.m)
        for parameter in opened.parameters:
            field = ParameterField(parameter)
            field.set_value(opened.values[parameter.name])
            self.fields[parameter.name] = field
            column.addWidget(field)
        column.addStretch(1)
        self.body.addWidget(Label(head, "title", wrap=True))
        self.body.addWidget(Label(what, "small", "text.secondary", wrap=True))
        self.body.addWidget(ScrollPage(form), 1)
        self.resize(current_theme().size.form, parent.height() * 3 // 4)

    def changed_values(self) -> dict[str, Any]:
        """Those that are not as they were."""
        values = {name: field.value for name, field in self.fields.items()}
        return {name: value for name, value in values.items() if value != self._before[name]}


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobDialogs", text)
