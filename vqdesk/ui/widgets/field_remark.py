"""What stands below a wrong field: a sentence, and right values to take with a click."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label

Offer = tuple[str, Callable[[], None]]
"""Words of a button, and what it does."""


class FieldRemark(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label("", "small", "status.failed", wrap=True)
        self.buttons: list[LinkButton] = []
        self._holder = QWidget()
        self._row = FlowLayout(self._holder, gap=current_theme().space.xs)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._text)
        rows.addWidget(self._holder)
        self.hide()

    def tell(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Shows both; an empty sentence hides them. Buttons that stay the same are kept, with their focus."""
        self._text.setText(sentence)
        if [button.text() for button in self.buttons] != [words for words, _ in offers]:
            self._renew(offers)
        self._holder.setVisible(bool(offers))
        self.setVisible(bool(sentence))

    def _renew(self, offers: Sequence[Offer]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.buttons = []
        for words, take in offers:
            button = LinkButton(words)
            button.setAccessibleName(self.tr("Use {0}").format(words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(take)
            self._row.addWidget(button)
            self.buttons.append(button)
