"""“Support bundle…”: every text that would leave this computer, to read before it is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.file_dialogs import ask_for_place
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, row_of

if TYPE_CHECKING:
    from vqdesk.services.bundle import Bundle  # the window starts without loading the services


class BundleDialog(QDialog):
    """Not modal; collects at once when it is made."""

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._bundle: Bundle | None = None
        self.setWindowTitle(self.tr("Support bundle"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary = Label(self.tr("Collecting …"), "body", wrap=True)
        self.files = QListWidget()
        self.text = QPlainTextEdit(readOnly=True)
        self.copy = Button(self.tr("Copy this text"), icon="copy")
        self.shut = Button(self.tr("Close"))
        self.save = PrimaryButton(self.tr("Save…"))
        self._build_rows()
        self.files.currentRowChanged.connect(self._show_file)
        self.copy.clicked.connect(lambda: copy_text(self.text.toPlainText()))
        self.shut.clicked.connect(self.close)
        self.save.clicked.connect(self._ask_target)
        calls.ask(self, lambda desk: desk.bundle.collect(), self._show, self._refuse)

    def save_to(self, target: str) -> None:
        """Saves what is shown."""
        bundle = self._bundle
        if bundle is not None:
            self._calls.ask(
                self,
                lambda desk: desk.bundle.save(bundle, target),
                lambda _done: self.summary.setText(self.tr("Saved as {0}.").format(target)),
                self._refuse,
            )

    def _show(self, bundle: "Bundle") -> None:
        self._bundle = bundle
        self.summary.setText(
            self.tr("This is all that would be saved. Secrets and private paths were taken out; look yourself.")
        )
        self.files.addItems([file.name for file in bundle.files])
        self.files.setCurrentRow(0)
        self.save.set_blocked(None)
        self.copy.set_blocked(None)

    def _show_file(self, row: int) -> None:
        if self._bundle is not None and row >= 0:
            self.text.setPlainText(self._bundle.files[row].text)

    def _refuse(self, problem: Problem) -> None:
        self.summary.setText(problem.sentence())

    def _ask_target(self) -> None:
        name = QDateTime.currentDateTime().toString("'vqdesk-support-'yyyy-MM-dd-HHmm'.zip'")
        kinds = [self.tr("Zip files (*.zip)")]
        ask_for_place(self, self.tr("Save the support bundle"), kinds, self.save_to, name)

    def _build_rows(self) -> None:
        theme = current_theme()
        space = theme.space
        self.files.setAccessibleName(self.tr("Files of the bundle"))
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.files.setFixedWidth(theme.size.form_min // 2)
        self.save.set_blocked(self.tr("It is being collected"))
        self.copy.set_blocked(self.tr("It is being collected"))
        foot = Panel("surface.2", "top")
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(space.l, space.m, space.l, space.m)
        buttons.addLayout(row_of(self.copy, None, self.shut, self.save))
        page = QVBoxLayout()
        page.setContentsMargins(space.l, space.m, space.l, space.m)
        page.setSpacing(space.m)
        page.addWidget(self.summary)
        page.addLayout(row_of(self.files, self.text), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(page, 1)
        rows.addWidget(foot)
        room = QSize(2 * space.l, 2 * space.l + theme.size.control)
        self.resize(QSize(2 * theme.size.form, theme.size.form).boundedTo(self.parentWidget().size() - room))
        follow_theme(self._retheme)

    def _retheme(self, theme: Theme) -> None:
        self.text.setFont(theme.font("log"))
