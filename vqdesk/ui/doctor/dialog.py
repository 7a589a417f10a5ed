"""“Check this computer…”: looks at everything, says what to do, and blocks nothing meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.doctor.findings import FindingList
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage, row_of

if TYPE_CHECKING:
    from vqdesk.services.doctor import Finding  # the window starts without loading the services


class DoctorDialog(QDialog):
    """Not modal; looks at once when it is made."""

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._report = ""
        self.setWindowTitle(self.tr("Check this computer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary = Label("", "title", wrap=True)
        self.list = FindingList()
        self.again = Button(self.tr("Check again"), icon="refresh")
        self.copy = Button(self.tr("Copy report"), icon="copy")
        self.shut = Button(self.tr("Close"))
        self._build_rows()
        self.resize(current_theme().size.form, parent.height() * 3 // 4)
        self.again.clicked.connect(self.look)
        self.copy.clicked.connect(lambda: copy_text(self._report))
        self.shut.clicked.connect(self.close)
        self.look()

    def look(self) -> None:
        """Looks at everything again."""
        self.summary.setText(self.tr("Looking …"))
        self.again.set_blocked(self.tr("It is looking now"))
        self._calls.ask(self, lambda desk: desk.doctor.examine(), self._show, self._refused)

    def _show(self, findings: list["Finding"]) -> None:
        from vqdesk.services.doctor import as_text  # loaded by the worker before there is anything to show

        wrong = sum(not one.is_fine for one in findings)
        if wrong == 0:
            self.summary.setText(self.tr("Everything that is needed is in order."))
        elif wrong == 1:
            self.summary.setText(self.tr("One thing needs you."))
        else:
            self.summary.setText(self.tr("{0} things need you.").format(wrong))
        self._report = as_text(findings)
        self.list.show_findings(findings)
        self._done()

    def _refused(self, problem: Problem) -> None:
        self.summary.setText(problem.sentence())
        self._done()

    def _done(self) -> None:
        self.again.set_blocked(None)
        self.copy.set_blocked(None if self._report else self.tr("There is no report yet"))

    def _build_rows(self) -> None:
        space = current_theme().space
        foot = Panel("surface.2", "top")
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(space.l, space.m, space.l, space.m)
        buttons.addLayout(row_of(self.again, self.copy, None, self.shut))
        head = Panel("surface.1", "bottom")
        title = QVBoxLayout(head)
        title.setContentsMargins(space.l, space.m, space.l, space.m)
        title.addWidget(self.summary)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(ScrollPage(self.list), 1)
        rows.addWidget(foot)
        self.copy.set_blocked(self.tr("There is no report yet"))
