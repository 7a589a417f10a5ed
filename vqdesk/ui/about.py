"""“About VQDesk”: version, terms, and everybody whose work is inside."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

import vqdesk
from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, row_of

if TYPE_CHECKING:
    from vqdesk.services.licences import Licence  # the window starts without loading the services


class AboutDialog(QDialog):
    """Not modal. A click on a package shows its licences, “Back” the list again."""

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._list, self._shown = "", ""
        self.setWindowTitle(self.tr("About VQDesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser(openLinks=False)
        self.text.setAccessibleName(self.tr("Licences of what is inside"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.back = Button(self.tr("Back"), icon="chevron-left")
        self.shut = Button(self.tr("Close"))
        self._build_rows()
        self.resize(current_theme().size.form, parent.height() * 3 // 4)
        follow_theme(self._retheme)
        self.text.anchorClicked.connect(self._follow)
        self.back.clicked.connect(lambda: self._show("", self._list))
        self.shut.clicked.connect(self.close)
        self._calls.ask(self, lambda desk: desk.about.licences(), self._show_list, self._refused)

    def _show_list(self, found: Sequence["Licence"]) -> None:
        self._list = "".join(self._row(one) for one in found)
        self._show("", self._list)

    def _row(self, one: "Licence") -> str:
        name = f'<a href="package:{escape(one.name)}">{escape(one.name)}</a> {escape(one.version)}'
        home = f' · <a href="{escape(one.home)}">{self.tr("page")}</a>' if one.home.startswith("https://") else ""
        note = f"<br>{escape(one.note)}" if one.note else ""
        return f"<p>{name} · {escape(one.terms)}{home}{note}</p>"

    def _follow(self, link: QUrl) -> None:
        if link.scheme() != "package":
            QDesktopServices.openUrl(link)
            return
        name = link.path()
        self._calls.ask(
            self,
            lambda desk: desk.about.licence_texts(name),
            lambda text: self._show(name, f"<pre>{escape(text) or self.tr('It ships no text.')}</pre>"),
            self._refused,
        )

    def _show(self, package: str, html: str) -> None:
        self._shown = html
        self.text.setHtml(html)
        self.back.setVisible(bool(package))

    def _refused(self, problem: Problem) -> None:
        self._show("", escape(problem.sentence()))

    def _retheme(self, theme: Theme) -> None:
        self.text.document().setDocumentMargin(theme.space.l)
        self.text.setHtml(self._shown)  # links keep the colour that they had when they were read

    def _build_rows(self) -> None:
        space = current_theme().space
        title = Label(f"VQDesk {vqdesk.__version__}", "title")
        terms = self.tr(
            "A desktop render queue for local generative video. VQDesk itself is under the MIT licence; with the "
            "packages below, whose codecs are partly under the GPL, it is passed on under the GPL, version 3."
        )
        head = Panel("surface.1", "bottom")
        top = QVBoxLayout(head)
        top.setContentsMargins(space.l, space.m, space.l, space.m)
        top.addWidget(title)
        top.addWidget(Label(terms, wrap=True))
        foot = Panel("surface.2", "top")
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(space.l, space.m, space.l, space.m)
        buttons.addLayout(row_of(self.back, None, self.shut))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self.text, 1)
        rows.addWidget(foot)
        self.back.hide()
