"""Fields: line, number, combo; a label above and, when wrong, a sentence below."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from vqdesk.ui.theme.icons import paint_icon
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.field_remark import FieldRemark, Offer
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.painting import draw_from_left, painter_from_left
from vqdesk.ui.widgets.status import paint_status_glyph


def set_wrong(field: QWidget, wrong: bool) -> None:
    """Gives a field its wrong look, or takes it away."""
    if bool(field.property("wrong")) == wrong:
        return
    field.setProperty("wrong", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()


class LineField(QLineEdit):
    """One line of text, with a unit or meaning inside at the right and an icon inside at the left."""

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        draw_from_left(self)
        self._icon_name = icon
        self._suffix = ""
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme may have another scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def set_suffix(self, suffix: str) -> None:
        """Shows a unit or what the value means, such as “5.1 s”."""
        if suffix != self._suffix:
            self._suffix = suffix
            self._make_room()
            self.update()

    @property
    def suffix(self) -> str:
        """The unit or meaning shown now."""
        return self._suffix

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds icon, unit and the diamond of a wrong value."""
        super().paintEvent(event)
        theme = current_theme()
        painter = painter_from_left(self)
        pad = theme.size.field_padding
        if self._icon_name:
            square = QRect(pad, (self.height() - theme.size.icon) // 2, theme.size.icon, theme.size.icon)
            paint_icon(painter, square, self._icon_name, "text.secondary", theme)
        right = self.width() - pad - self._right_room()
        if self.property("wrong"):
            glyph = theme.size.glyph_small
            square = QRect(right - glyph, (self.height() - glyph) // 2, glyph, glyph)
            paint_status_glyph(painter, square, "failed", theme)
        elif self._suffix:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text.secondary" if self.isEnabled() else "text.disabled"))
            rect = QRect(0, 0, right, self.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._suffix)

    def _right_room(self) -> int:
        """Px kept free at the right, beyond the padding."""
        return 0

    def _make_room(self) -> None:
        theme = current_theme()
        left = theme.size.icon + theme.space.s if self._icon_name else 0
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self._suffix)
        right = max(words + theme.space.s if self._suffix else 0, theme.size.glyph_small)
        self.setTextMargins(left, 0, right + self._right_room(), 0)


class NumberField(LineField):
    """A number with step buttons. Any text stays as typed: `value` is None while it is no number."""

    value_changed = Signal(object)  # Decimal | None

    def __init__(
        self,
        value: Decimal | float = 0,
        *,
        step: Decimal | float = 1,
        whole: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._step = Decimal(str(step))
        self._whole = whole
        self._low: Decimal | None = None
        self._high: Decimal | None = None
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.textChanged.connect(lambda _: self.value_changed.emit(self.value))

    @property
    def value(self) -> Decimal | None:
        """The number as typed, in range or not; None for anything else."""
        try:
            number = Decimal(self.text().strip().replace(",", "."))
        except InvalidOperation:
            return None
        if not number.is_finite() or (self._whole and number != number.to_integral_value()):
            return None
        return number

    def set_value(self, value: Decimal | float) -> None:
        """Shows a number in its shortest form."""
        number = Decimal(str(value))
        self.setText(str(int(number)) if number == number.to_integral_value() and self._whole else f"{number:f}")

    def set_range(self, low: Decimal | float | None, high: Decimal | float | None) -> None:
        """Limits for the steps only; typed numbers are never changed."""
        self._low = None if low is None else Decimal(str(low))
        self._high = None if high is None else Decimal(str(high))

    def step_by(self, steps: int) -> None:
        """Goes up or down, staying in range."""
        if self.isReadOnly() or not self.isEnabled():
            return
        number = (self.value if self.value is not None else self._low or Decimal(0)) + steps * self._step
        if self._low is not None:
            number = max(self._low, number)
        if self._high is not None:
            number = min(self._high, number)
        self.set_value(number)

    def sizeHint(self) -> QSize:
        """Room for a few digits, the unit and the steps."""
        theme = current_theme()
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.suffix)
        return QSize(theme.size.number_field + words, theme.size.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step by one, Page Up and Page Down by ten."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_by(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Steps only while the field has the keyboard, so that scrolling a form changes nothing."""
        if self.hasFocus() and event.angleDelta().y():
            self.step_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The step buttons."""
        at = event.position().toPoint()
        if at.x() >= self._steps_rect().x():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.step_by(1 if at.y() < self.height() // 2 else -1)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """An arrow over the step buttons, a text cursor elsewhere."""
        over = event.position().x() >= self._steps_rect().x()
        self.setCursor(Qt.CursorShape.ArrowCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the step buttons."""
        super().paintEvent(event)
        theme = current_theme()
        rect = self._steps_rect()
        px = theme.size.glyph_small
        role = "text.secondary" if self.isEnabled() else "text.disabled"
        painter = painter_from_left(self)
        middle = self.height() // 2
        paint_icon(painter, QRect(rect.x(), middle - px, px, px), "chevron-up", role, theme)
        paint_icon(painter, QRect(rect.x(), middle, px, px), "chevron-down", role, theme)

    def _right_room(self) -> int:
        theme = current_theme()
        return theme.size.glyph_small + theme.space.xs

    def _steps_rect(self) -> QRect:
        size = current_theme().size
        left = self.width() - size.field_padding - size.glyph_small
        return QRect(QPoint(left, 0), self.rect().bottomRight())


class ComboBox(QComboBox):
    """A combo box that ignores the wheel while its list is closed."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw_from_left(self)
        self.setAccessibleName(name)
        self._has_list = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def showPopup(self) -> None:
        """Gives the list its look when it is first seen: making it takes longer than all the rest."""
        if not self._has_list:
            self._has_list = True
            self.setItemDelegate(QStyledItemDelegate(self))
        super().showPopup()

    def add_choices(self, choices: list[tuple[object, str]]) -> None:
        """Adds (value, shown word) pairs; `currentData()` is the value."""
        for value, word in choices:
            self.addItem(QIcon(), word, value)

    def choose(self, value: object) -> None:
        """Selects the item with that value; nothing is selected if there is none."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the chevron."""
        super().paintEvent(event)
        theme = current_theme()
        px = theme.size.icon
        square = QRect(self.width() - theme.size.field_padding - px, (self.height() - px) // 2, px, px)
        role = "text.secondary" if self.isEnabled() else "text.disabled"
        paint_icon(painter_from_left(self), square, "chevron-down", role, theme)


class CompoundField(QWidget):
    """A field made of several widgets; `marked` are those that look wrong when the value is."""

    marked: tuple[QWidget, ...] = ()

    def set_wrong(self, wrong: bool) -> None:
        """Gives the parts their wrong look, or takes it away."""
        for part in self.marked:
            set_wrong(part, wrong)


class LabeledField(QWidget):
    """A field with its label above and, when something is wrong, what to do below."""

    def __init__(
        self, label: str, field: QWidget, tip: str = "", *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._error = ""
        self._label = Label(label, "label_strong") if strong else Label(label, "label", "text.secondary")
        self._label.setBuddy(field)
        self._note: Label | None = None  # this and the next are made when they are needed: most never are
        self._below: FieldRemark | None = None
        if not field.accessibleName():
            field.setAccessibleName(label)
        for widget in (self._label, field):
            widget.setToolTip(tip)
        self._build_rows()
        if strong:
            self._head.addStrut(current_theme().line_height("body"))

    def set_error(self, sentence: str | None, offers: Sequence[Offer] = (), *, said: str = "") -> None:
        """Shows what is wrong, with right values as buttons; None shows a right field.

        `said` stands before the buttons where these say the rest of the sentence.
        """
        if not sentence and not said and not self._error and not self.offers:
            return
        self._error = sentence or ""
        self._remark().tell(said or self._error, offers)
        self.field.setAccessibleDescription(self._error)
        if isinstance(self.field, CompoundField):
            self.field.set_wrong(bool(sentence))
        else:
            set_wrong(self.field, bool(sentence))

    @property
    def error(self) -> str:
        """The sentence shown now, or an empty text."""
        return self._error

    @property
    def offers(self) -> list[LinkButton]:
        """The buttons below, each takes a right value."""
        return self._below.buttons if self._below is not None else []

    @property
    def note(self) -> str:
        """The fact shown now, or an empty text."""
        return self._note.text() if self._note is not None else ""

    def set_note(self, note: str) -> None:
        """Shows a fact behind the label, such as “0.0 – 5.1 s”."""
        if note == self.note:
            return
        if self._note is None:
            self._note = Label("", "label", "text.secondary", parent=self)
            self._head.insertWidget(1, self._note)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add_to_head(self, widget: QWidget) -> None:
        """Puts a small button at the right end of the label's row."""
        widget.setFixedHeight(current_theme().line_height("body"))
        self._head.addWidget(widget)

    def _build_rows(self) -> None:
        space = current_theme().space
        self._head = QHBoxLayout()
        self._head.setSpacing(space.s)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.xs)
        rows.addLayout(self._head)
        rows.addWidget(self.field)
        rows.addStretch(1)  # an aligned layout would get its hint and no more

    def _remark(self) -> FieldRemark:
        if self._below is None:
            self._below = FieldRemark(self)
            self._rows.insertWidget(2, self._below)
        return self._below

    def changeEvent(self, event: QEvent) -> None:
        """A disabled field has a disabled label."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._label.setEnabled(self.isEnabled())
