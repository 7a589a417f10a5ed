"""What is offered below a line while it is typed into."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def offer_words(field: QLineEdit, words: Sequence[str]) -> QCompleter:
    """Offers those of the words that hold what was typed, whatever its case."""
    offered = QCompleter(list(words), field)
    offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setFilterMode(Qt.MatchFlag.MatchContains)
    offered.popup().setObjectName("completions")
    field.setCompleter(offered)
    return offered
