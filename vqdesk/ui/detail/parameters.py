"""The tab of what the job was asked for: label and value, both to select and copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from vqdesk.ui.detail.texts import SelectableText, copy_text
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.labels import Label

Pairs = Sequence[tuple[str, str]]


class ParametersTab(QWidget):
    """Built again only when the values differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: list[tuple[str, str]] = []
        self._pairs: list[tuple[str, str]] = []
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._copy = IconButton("copy", self.tr("Copy all parameters"), small=True)
        self._copy.clicked.connect(self._copy_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self._area, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)

    def set_values(self, pairs: Pairs) -> None:
        """Shows these labels and values, in this order."""
        if list(pairs) == self._given and self._area.widget() is not None:
            return
        self._given = list(pairs)
        self._pairs = [(in_words(label), value) for label, value in pairs]
        self._area.setWidget(self._table())

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        space = current_theme().space
        grid.setContentsMargins(0, 0, space.s, 0)
        grid.setHorizontalSpacing(space.l)
        grid.setVerticalSpacing(space.s)
        grid.setColumnStretch(1, 1)
        for at, (label, value) in enumerate(self._pairs):
            words = SelectableText(value)
            words.setAccessibleName(f"{label}: {value}")
            grid.addWidget(Label(label, "body", "text.secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
        grid.setRowStretch(len(self._pairs), 1)
        return table

    def _copy_all(self) -> None:
        copy_text("\n".join(f"{label}: {value}" for label, value in self._pairs))
