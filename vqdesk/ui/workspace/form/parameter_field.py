"""One parameter in the form: label, editor, the error below, and the way back to the default."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.form.editors import is_long_text, make_editor


class ParameterField(QWidget):
    """`edited` carries name and value after the user changed it, never after `set_value`."""

    edited = Signal(str, object)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._editor = make_editor(parameter)
        self._is_writing = False
        self._known: Any = None
        self._labeled = LabeledField(
            parameter.label, self._editor.widget, parameter.help, strong=is_long_text(parameter)
        )
        self._reset = ResetLink(self.tr("reset"), self.tr("Set {0} back to its default").format(parameter.label))
        self._labeled.add_to_head(self._reset)
        self._reset.setFixedHeight(current_theme().line_height("label"))  # no higher than labels without it
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._labeled)
        self.setFocusProxy(self._editor.widget)
        self.setProperty("wide", parameter.type is ParameterType.SEED)
        self.set_value(parameter.default)
        self._editor.edited.connect(self._tell)
        self._reset.clicked.connect(self._go_back)

    @property
    def editor(self) -> QWidget:
        """The widget that takes the value."""
        return self._editor.widget

    @property
    def value(self) -> Any:
        """The value as typed; text where a number cannot be read."""
        return self._editor.read()

    @property
    def is_changed(self) -> bool:
        """Whether the value is not the default."""
        return bool(self.value != self.parameter.default)

    @property
    def reset_link(self) -> QAbstractButton:
        """The way back to the default, seen while the value is changed."""
        return self._reset

    @property
    def error(self) -> str:
        """The sentence below the field, or an empty text."""
        return self._labeled.error

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        self._is_writing = True
        self._editor.write(value)
        self._is_writing = False
        self._known = self.value
        self._reset.set_shown(self.is_changed)

    def set_problem(self, problem: Problem | None) -> None:
        """Says what is wrong below the field; None for a right value."""
        sentence = words.field_error(problem) if problem else None
        if (sentence or "") != self._labeled.error:
            self._labeled.set_error(sentence)

    def _tell(self) -> None:
        if self._is_writing or self.value == self._known:  # a text area also tells of new formats
            return
        self._known = self.value
        self._reset.set_shown(self.is_changed)
        self.edited.emit(self.parameter.name, self.value)

    def _go_back(self) -> None:
        self.set_value(self.parameter.default)
        self._editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.parameter.name, self.parameter.default)


class ResetLink(QAbstractButton):
    """A dot and a word on the line of a label. Keeps its room while it is not shown, so that nothing moves."""

    def __init__(self, word: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(word)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Shows the link, or leaves its room empty."""
        self.setEnabled(shown)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if shown else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        """Dot and word, as high as a label."""
        theme = current_theme()
        word = QFontMetrics(theme.font("label")).horizontalAdvance(self.text())
        return QSize(word + theme.space.s + theme.space.xs, theme.line_height("label"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws both while shown; underlined under the pointer and with the keyboard."""
        if not self.isEnabled():
            return
        theme = current_theme()
        painter = QPainter(self)
        dot = theme.space.s
        paint_icon(painter, QRect(0, 0, dot, self.height()), "status-connected", "accent.text", theme)
        font = theme.font("label")
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(theme.color("accent.text"))
        rect = self.rect().adjusted(dot + theme.space.xs, 0, 0, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
