"""The drafts of one image side by side, to choose one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.auto_rows import NOTHING, AutoRow
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Card, row_of
from vqdesk.ui.workspace.prompts.auto_cells import letter


class VariantStrip(QWidget):
    """Hidden while there is nothing to choose. `chosen` carries the card and the draft's place."""

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = ""
        self._row = NOTHING
        self._title = ElidedLabel("", "label", "text.secondary")
        self.cards: list[DraftCard] = []
        self._side = QHBoxLayout()
        self._side.setSpacing(current_theme().space.s)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.xs)
        rows.addWidget(self._title)
        rows.addLayout(self._side)
        self.hide()

    def show_row(self, card: str, name: str, row: AutoRow, names: Sequence[str]) -> None:
        """The drafts of an input; `name` is shown."""
        if (card, row) != (self._card, self._row):
            self._card, self._row = card, row
            self._title.setText(self.tr("Variants of {0}").format(name))
            self._make(row, names)
        self.setVisible(len(row.drafts) > 1)

    def _make(self, row: AutoRow, names: Sequence[str]) -> None:
        for old in self.cards:
            self._side.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []
        for at, draft in enumerate(row.drafts if len(row.drafts) > 1 else ()):
            texts = [text for name in names if (text := draft.get(name))]
            one = DraftCard(letter(at), texts, is_chosen=at == row.chosen)
            one.use.clicked.connect(lambda _=False, place=at: self.chosen.emit(self._card, place))
            self.cards.append(one)
            self._side.addWidget(one, 1)


class DraftCard(Card):
    """One draft: its letter, its texts, and the button that takes it."""

    def __init__(self, name: str, texts: Sequence[str], *, is_chosen: bool) -> None:
        super().__init__(chosen=is_chosen)
        self.use = Button(self.tr("Use {0}").format(name), small=True)
        self.use.set_blocked(self.tr("This is the shown one") if is_chosen else None)
        self.rows.addLayout(row_of(Label(name, "strong"), None, self.use))
        for text in texts:
            self.rows.addWidget(Label(text, "small", wrap=True))
        self.rows.addStretch(1)
