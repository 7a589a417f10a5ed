"""Small windows that ask for a run: which one, or another name for it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vqdesk.domain.run import Run
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.dialogs import AskingDialog
from vqdesk.ui.queue.words import jobs_text
from vqdesk.ui.widgets.completion import offer_words
from vqdesk.ui.widgets.fields import LabeledField, LineField
from vqdesk.ui.widgets.labels import Label

_NAMED = 5
_LONGEST = 40


class RunDialog(AskingDialog):
    """A name to type, completed to that of a run that there is; says which of both it will be."""

    def __init__(self, calls: Calls, jobs: int, parent: QWidget) -> None:
        super().__init__(_tr("Put {0} into a run").format(jobs_text(jobs)), _tr("Put into the run"), parent)
        self._runs: Sequence[Run] = ()
        self.field = LineField()
        self.field.setAccessibleName(self.tr("Name of the run"))
        self.field.setPlaceholderText(self.tr("A new name, or that of a run"))
        self.field.textChanged.connect(self._typed)
        self.outlook = Label("", "small", "text.secondary", wrap=True)
        self.body.addWidget(LabeledField(self.tr("Name of the run"), self.field))
        self.body.addWidget(self.outlook)
        self.field.setFocus()
        self._typed()
        calls.ask(self, lambda desk: desk.runs.all(), self._take, self.refuse)

    @property
    def name(self) -> str:
        """The name that was typed or chosen."""
        return " ".join(self.field.text().split())

    def _take(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        offer_words(self.field, [run.name for run in runs])
        self._typed()

    def _typed(self) -> None:
        self.verb.setEnabled(bool(self.name))
        self.outlook.setText(self._outlook(self.name))

    def _outlook(self, name: str) -> str:
        chosen = next((run for run in self._runs if run.name.casefold() == name.casefold()), None)
        if chosen is not None:
            words = self.tr("They join the run “{0}”, which has {1}.")
            return words.format(chosen.name, jobs_text(chosen.jobs))
        if name:
            return self.tr("A new run of this name.")
        if not self._runs:
            return self.tr("Jobs of a run stand together when the queue is grouped by run.")
        names = [_short(run.name) for run in self._runs[:_NAMED]]
        more = [] if len(self._runs) <= _NAMED else ["…"]
        return self.tr("Runs: {0}").format(", ".join([*names, *more]))


class RenameRunDialog(AskingDialog):
    """Another name for a run."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(_tr("Rename the run “{0}”").format(name), _tr("Rename"), parent)
        self.field = LineField(name)
        self.field.setAccessibleName(self.tr("Name of the run"))
        self.field.selectAll()
        self.field.textChanged.connect(lambda text: self.verb.setEnabled(bool(text.strip())))
        self.body.addWidget(LabeledField(self.tr("Name of the run"), self.field))
        self.field.setFocus()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunDialogs", text)
