"""Model files that the workflow loads, with the pages that the file states. Nothing is fetched."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.ui.detail.texts import SelectableText, copy_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import Card, ScrollPage, row_of

if TYPE_CHECKING:
    from vqdesk.services.importing.opening import ModelNeed

_FIRST = 60


class ModelsTab(QWidget):
    """One card a file: name, folder, whether the server has it, page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState("drive", self.tr("No model files"), self.tr("The workflow loads none."))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        space = current_theme().space
        self._rows.setContentsMargins(0, 0, space.s, 0)
        self._rows.setSpacing(space.s)
        self._scroll = ScrollPage(self._list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._empty)
        rows.addWidget(self._scroll)

    def show_models(self, models: Sequence["ModelNeed"]) -> None:
        """Shows these files; those that a server lacks come first."""
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if models:
            said = self.tr("Nothing is downloaded by VQDesk. Copy a link and put the file where ComfyUI looks.")
            self._rows.addWidget(Label(said, "small", "text.secondary", wrap=True))
        for model in sorted(models, key=lambda one: one.is_there is not False)[:_FIRST]:
            self._rows.addWidget(self._made(model))
        self._rows.addStretch(1)
        self._empty.setVisible(not models)
        self._scroll.setVisible(bool(models))

    def _made(self, model: "ModelNeed") -> Card:
        made = Card()
        word, status = self._state(model)
        state = Label(word, "small", "text.secondary")
        head = row_of(StatusGlyph(status), ElidedLabel(model.name, "strong", elide="middle"), state)
        head.setStretch(1, 1)
        made.rows.addLayout(head)
        if model.folder:
            made.rows.addWidget(SelectableText(f"models/{model.folder}/{model.name}", "log"))
        if model.url:
            copy = Button(self.tr("Copy link"), icon="link", small=True)
            copy.setToolTip(model.url)
            copy.clicked.connect(lambda _=False, url=model.url: copy_text(url))
            page = ElidedLabel(model.url, "small", "text.secondary", elide="middle")
            foot = row_of(page, copy)
            foot.setStretch(0, 1)
            made.rows.addLayout(foot)
        return made

    def _state(self, model: "ModelNeed") -> tuple[str, str]:
        if model.is_there is None:
            return self.tr("not checked"), "absent"
        if model.is_there:
            return self.tr("on the server"), "connected"
        return self.tr("missing on the server"), "failed"
