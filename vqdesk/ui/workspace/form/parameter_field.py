"""One parameter in the form: label, editor, the error below, and the way back to the default."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.form.editors import is_long_text, make_editor

if TYPE_CHECKING:
    from vqdesk.services.preflight import Lack


class ParameterField(QWidget):
    """`edited` carries name and value after the user changed it, never after `set_value`."""

    edited = Signal(str, object)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._editor = make_editor(parameter)
        self._is_writing = False
        self._known: Any = None
        self._wrong: ParameterInvalid | None = None
        self._lack: Lack | None = None
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
        self.setProperty("wide", parameter.type in (ParameterType.SEED, ParameterType.PATH))
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

    @property
    def offers(self) -> Sequence[QAbstractButton]:
        """The buttons below the field that take a right value."""
        return self._labeled.offers

    @property
    def note(self) -> str:
        """The fact behind the label."""
        return self._labeled.note

    def set_note(self, note: str) -> None:
        """Shows a fact behind the label."""
        self._labeled.set_note(note)

    def add_to_head(self, widget: QWidget) -> None:
        """Puts a small button at the right end of the label's row."""
        self._labeled.add_to_head(widget)

    def set_parameter(self, parameter: Parameter) -> None:
        """The same parameter with other bindings: another number of clips, a slot turned on."""
        self.parameter = parameter

    def set_offered(self, names: Sequence[str] | None) -> None:
        """The names that the server has for this field, if it is one for names."""
        if self._editor.offer is not None:
            self._editor.offer(names)

    def set_error(self, error: ParameterInvalid | None) -> None:
        """Says what is wrong below the field, with the nearest right values to take; None for a right value."""
        if _facts(error) != _facts(self._wrong):
            self._wrong = error
            self._say()

    def set_lack(self, lack: "Lack | None") -> None:
        """Says below a right value that the server does not have it, with the names that may be meant."""
        if lack != self._lack:
            self._lack = lack
            self._say()

    @property
    def has_lack(self) -> bool:
        """Whether the server does not have the value."""
        return self._lack is not None

    def take(self, value: Any) -> None:
        """Puts a value in as if the user had."""
        self.set_value(value)
        self.edited.emit(self.parameter.name, self.value)

    def _say(self) -> None:
        if self._wrong is not None:
            problem, values = self._wrong.problem, self._wrong.nearest
            said = self.tr("{0} Use:").format(in_words(problem.cause)) if values else ""
        elif self._lack is not None:
            problem, values = self._lack.problem, self._lack.close
            advice = self.tr("Did you mean:") if values else self._lack.advice
            said = self.tr("Not on the server. {0}").format(advice)
        else:
            self._labeled.set_error(None)
            return
        offers = [(self._shown(value), partial(self._take_offer, value)) for value in values]
        self._labeled.set_error(words.field_error(problem), offers, said=said)

    def _take_offer(self, value: Any) -> None:
        self._editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take(value)

    def _shown(self, value: Any) -> str:
        label = next((choice.label for choice in self.parameter.choices if choice.value == value), None)
        return label if label is not None else f"{value:g}" if isinstance(value, float) else str(value)

    def _tell(self) -> None:
        if self._is_writing or self.value == self._known:  # a text area also tells of new formats
            return
        self._known = self.value
        self._reset.set_shown(self.is_changed)
        self.edited.emit(self.parameter.name, self.value)

    def _go_back(self) -> None:
        self._editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take(self.parameter.default)


def _facts(error: ParameterInvalid | None) -> tuple[object, ...]:
    return (error.problem, error.nearest) if error is not None else ()


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
