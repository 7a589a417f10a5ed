"""The head of the detail: which job, which prompt, and what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, IconButton
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.menus import PassingMenu
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Panel


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head says. An empty button word hides that button."""

    status: str
    number: int
    name: str
    facts: str
    cancel_word: str = ""
    cancel_blocked: str | None = None
    retry_word: str = ""
    has_outputs: bool = False
    local_id: str = ""
    remote_id: str = ""
    source_path: str = ""
    is_pinned: bool = False


class DetailHeader(Panel):
    """One line; the facts give way first, then the name."""

    cancel_asked = Signal()
    retry_asked = Signal()
    folder_asked = Signal()
    follow_asked = Signal()
    reuse_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", "bottom", parent)
        self._heading: Heading | None = None
        self._glyph = StatusGlyph("waiting")
        self._number = Label("", "title")
        self._name = ElidedLabel("", "title")
        self._facts = ElidedLabel("", "small", "text.secondary")
        self.cancel = Button(self.tr("Cancel prompt"), small=True)
        self.retry = Button(self.tr("Retry"), icon="refresh", small=True)
        self.folder = Button(self.tr("Open outputs"), icon="folder", small=True)
        self.more = IconButton("more", self.tr("More about this prompt"), small=True)
        self._build_row()
        self.cancel.clicked.connect(self.cancel_asked)
        self.retry.clicked.connect(self.retry_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.more.clicked.connect(self._show_menu)

    def show_heading(self, heading: Heading) -> None:
        """Shows another job or prompt, or news of the same one."""
        if heading == self._heading:
            return
        self._heading = heading
        self._glyph.set_status(heading.status)
        self._number.setText(f"#{heading.number}")
        self._name.setText(heading.name)
        self._facts.setText(heading.facts)
        self.cancel.setText(heading.cancel_word)
        self.cancel.setVisible(bool(heading.cancel_word))
        self.cancel.set_blocked(heading.cancel_blocked)
        self.retry.setText(heading.retry_word)
        self.retry.setVisible(bool(heading.retry_word))
        self.folder.set_blocked(None if heading.has_outputs else self.tr("This job has no outputs yet"))
        self.setAccessibleName(f"#{heading.number} {heading.name}, {heading.facts}")

    def facts(self) -> str:
        """The second part of the line."""
        return self._facts.text()

    def menu(self) -> QMenu:
        """Ids and paths to copy, and the way back to following the job."""
        menu = PassingMenu(self)
        heading = self._heading
        if heading is None:
            return menu
        if heading.is_pinned:
            menu.addAction(self.tr("Follow the running prompt"), self.follow_asked.emit)
            menu.addSeparator()
        menu.addAction(self.tr("Reuse these settings in a new tab"), self.reuse_asked.emit)
        menu.addSeparator()
        texts = (
            (self.tr("Copy the local id of the prompt"), heading.local_id),
            (self.tr("Copy the ComfyUI prompt id"), heading.remote_id),
            (self.tr("Copy the path of the source"), heading.source_path),
        )
        for words, text in texts:
            action = menu.addAction(words)
            action.setEnabled(bool(text))
            action.triggered.connect(lambda _checked=False, text=text: copy_text(text))
        return menu

    def _build_row(self) -> None:
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.l, 0, theme.space.l, 0)
        row.setSpacing(theme.space.s)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for widget in (self._glyph, self._number, self._name):
            row.addWidget(widget)
        row.addSpacing(theme.space.s)
        row.addWidget(self._facts, 1)
        for widget in (self.cancel, self.retry, self.folder, self.more):
            row.addWidget(widget)
        self.setFixedHeight(theme.size.row_job)

    def _show_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
