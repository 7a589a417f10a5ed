"""Text that can be selected and copied, and what puts text on the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vqdesk.ui.theme.source import follow_theme
from vqdesk.ui.theme.tokens import Theme


class SelectableText(QLabel):
    """Plain text that breaks lines; mouse and keyboard can select it."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_theme(self._retheme)

    def _retheme(self, theme: Theme) -> None:
        self.setFont(theme.font(self._role))
        spare = max(0, theme.line_height(self._role) - self.fontMetrics().height())
        self.setContentsMargins(0, spare // 2, 0, spare - spare // 2)
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.WindowText, theme.color("text.primary"))
        self.setPalette(colors)


def copy_text(text: str) -> None:
    """Puts text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
