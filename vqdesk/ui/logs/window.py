"""The logs of the app and its engines in a window of their own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.logs.page import LogPage
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.banner import Banner


class LogWindow(QDialog):
    """Stays open beside the main window; Esc closes it."""

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Logs"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = current_theme()
        self.notice = Banner()
        self.notice.hide()
        self.page = LogPage(calls, of_job=False)
        self.page.failed.connect(
            lambda problem: self.notice.tell("failed", problem.summary, problem.remedy, self.tr("Close"))
        )
        self.notice.acted.connect(self.notice.hide)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.space.m, theme.space.m, theme.space.m, theme.space.m)
        rows.setSpacing(theme.space.s)
        rows.addWidget(self.notice)
        rows.addWidget(self.page)
        wanted = QSize(2 * theme.size.form + theme.size.queue_min // 2, theme.size.form)
        room = QSize(2 * theme.space.l, 2 * theme.space.l + theme.size.control)
        self.resize(wanted.boundedTo(parent.size() - room))
