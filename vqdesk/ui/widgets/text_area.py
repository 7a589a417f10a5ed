"""Several lines of plain text that grow with what is written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextArea(QTextEdit):
    """3 lines at least, grows to 8, then scrolls. Tab leaves; Ctrl+Enter emits `submitted`."""

    submitted = Signal()
    edited = Signal(str)

    def __init__(
        self,
        name: str = "",
        *,
        min_lines: int = 3,
        max_lines: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max_lines
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._retheme)
        self.textChanged.connect(lambda: self.edited.emit(self.text()))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def text(self) -> str:
        """The plain text."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replaces the text when it differs; undo starts anew."""
        if text == self.text():
            return
        self.setPlainText(text)
        self._set_line_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as the lines that it shows."""
        return QSize(super().sizeHint().width(), self.height())

    def _retheme(self, theme: Theme) -> None:
        self.setFont(theme.font("body"))
        self.document().setDefaultFont(theme.font("body"))  # while hidden it does not hear of the widget's
        self._set_line_height()
        self._fit()

    def _set_line_height(self) -> None:
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(current_theme().line_height("body"), fixed.value)
        cursor = QTextCursor(self.document())
        self.document().setUndoRedoEnabled(False)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)

    def _fit(self) -> None:
        theme = current_theme()
        line = theme.line_height("body")
        wanted = round(self.document().size().height() / line)
        lines = min(self._max_lines, max(self._min_lines, wanted))
        self.setFixedHeight(lines * line + 2 * theme.size.area_padding[1])
        scrolls = wanted > self._max_lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
