"""What could not be taken over, node by node, and what a connected server lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.importing import ImportNote
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.importing.words import NoteCard, note_cards
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.empty_state import EmptyState, IconView
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Card, ScrollPage, row_of

_FIRST = 40


class NotesTab(QWidget):
    """Cards, the serious ones first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[NoteCard] = []
        self._empty = EmptyState(
            "check", self.tr("Everything was taken over"), self.tr("Every node and value of the file is known.")
        )
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

    @property
    def cards(self) -> list[NoteCard]:
        """What is said, those beyond the first included."""
        return self._cards

    def show_notes(self, notes: Sequence[ImportNote], lacks: Sequence[Problem]) -> None:
        """Shows the notes of a file and what a server lacks for it."""
        server = self.tr("The connected server")
        said = [NoteCard(server, "", one.sentence(), True) for one in lacks]
        self._cards = [*said, *note_cards(notes)]
        self._fill(_FIRST)
        self._empty.setVisible(not self._cards)
        self._scroll.setVisible(bool(self._cards))

    def _fill(self, most: int) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for card in self._cards[:most]:
            self._rows.addWidget(self._made(card))
        rest = len(self._cards) - most
        if rest > 0:
            more = LinkButton(self.tr("Show {0} more").format(rest))
            more.clicked.connect(lambda: self._fill(len(self._cards)))
            self._rows.addWidget(more)
        self._rows.addStretch(1)

    def _made(self, card: NoteCard) -> Card:
        made = Card()
        icon = IconView("warning" if card.is_serious else "info", _role(card))
        head = row_of(icon, Label(card.heading, "strong", wrap=True))
        head.setStretch(1, 1)
        head.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        made.rows.addLayout(head)
        made.rows.addWidget(Label(card.text, "body", "text.secondary", wrap=True))
        if card.pack:
            pack = Label(self.tr("Pack, as the file states it: {0}").format(card.pack), "small", wrap=True)
            copy = Button(self.tr("Copy name"), icon="copy", small=True)
            copy.clicked.connect(lambda _=False, name=card.pack: copy_text(name))
            foot = row_of(pack, copy)
            foot.setStretch(0, 1)
            made.rows.addLayout(foot)
        made.setAccessibleName(f"{card.heading}. {card.text}")
        return made


def _role(card: NoteCard) -> str:
    return "status.paused" if card.is_serious else "text.secondary"
