"""What one field of the draft is called, where it stands, and which values it takes."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vqdesk.domain.importing import DraftField
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.ui.importing.drafting import Drafting
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton
from vqdesk.ui.widgets.completion import offer_words
from vqdesk.ui.widgets.fields import LabeledField, LineField, NumberField
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.surfaces import Panel, row_of
from vqdesk.ui.widgets.switches import Switch
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.form.editors import is_long_text, make_editor

_NUMBERS = (ParameterType.INT, ParameterType.FLOAT)


class FieldEditor(Panel):
    """Edits the field that the list shows; every change goes into the draft at once."""

    move_asked = Signal(int)

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__("surface.2", "top", parent)
        self._drafting = drafting
        self._name = ""
        self._body: QWidget | None = None
        self._default: LabeledField | None = None
        self._bounds: list[LabeledField] = []
        self._empty = Label(self.tr("Choose a field to name it and to set its limits."), "small", "text.secondary")
        self._rows = QVBoxLayout(self)
        space = current_theme().space
        self._rows.setContentsMargins(space.m, space.s, space.m, space.m)
        self._rows.addWidget(self._empty)
        drafting.changed.connect(self._show_faults)

    def show_field(self, name: str) -> None:
        """Shows another field; an empty name shows none."""
        field = self._drafting.field(name)
        self._name = name if field else ""
        if self._body is not None:
            self._rows.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body, self._default, self._bounds = None, None, []
        self._empty.setVisible(field is None)
        if field is not None:
            self._body = self._build(field)
            self._rows.addWidget(self._body)
            self._show_faults()

    def _build(self, field: DraftField) -> QWidget:
        one = field.parameter
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addLayout(self._build_head(field))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().space.s)
        grid.setVerticalSpacing(current_theme().space.s)
        grid.addWidget(self._line(self.tr("Shown name"), one, "label"), 0, 0, 1, 3)
        grid.addWidget(self._group_line(one), 0, 3, 1, 3)
        self._default = self._default_field(one)
        is_number = one.type in _NUMBERS
        grid.addWidget(self._default, 1, 0, 1, 2 if is_number else 6)
        if is_number:
            self._bounds = [
                self._bound(self.tr("Least"), one, "min"),
                self._bound(self.tr("Greatest"), one, "max"),
            ]
            grid.addWidget(self._bounds[0], 1, 2, 1, 2)
            grid.addWidget(self._bounds[1], 1, 4, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        rows.addLayout(grid)
        return body

    def _build_head(self, field: DraftField) -> "QVBoxLayout":
        one = field.parameter
        place = ", ".join(one.bind)
        origin = ElidedLabel(self.tr("sets {0} in “{1}”").format(place, field.source), "small", "text.secondary")
        up, down = (
            IconButton("chevron-up", self.tr("Move up"), small=True),
            IconButton("chevron-down", self.tr("Move down"), small=True),
        )
        up.set_name(self.tr("Move up"), self.tr("Alt+Up"))
        down.set_name(self.tr("Move down"), self.tr("Alt+Down"))
        up.clicked.connect(lambda: self.move_asked.emit(-1))
        down.clicked.connect(lambda: self.move_asked.emit(1))
        open_ = Switch(self.tr("Open from the start"))
        open_.setToolTip(self.tr("Otherwise it is in a group that opens with a click."))
        open_.setChecked(not one.advanced)
        change = self._changer(one)
        open_.toggled.connect(lambda is_open: change("advanced", not is_open))
        head = row_of(origin, open_, up, down)
        head.setStretch(0, 1)
        return head

    def _line(self, label: str, one: Parameter, key: str) -> LabeledField:
        line = LineField(getattr(one, key))
        line.setAcceptDrops(False)
        change = self._changer(one)
        line.textEdited.connect(lambda typed: change(key, " ".join(typed.split())))
        return LabeledField(label, line)

    def _group_line(self, one: Parameter) -> LabeledField:
        made = self._line(self.tr("Group"), one, "group")
        change = self._changer(one)
        if isinstance(made.field, LineField):
            offered = offer_words(made.field, self._drafting.groups())
            offered.activated.connect(lambda group: change("group", group))
        return made

    def _default_field(self, one: Parameter) -> LabeledField:
        editor = make_editor(one)
        editor.write(one.default)
        editor.widget.setAcceptDrops(False)
        change = self._changer(one)
        editor.edited.connect(lambda *_: change("default", editor.read()))
        return LabeledField(self.tr("Value at the start"), editor.widget, strong=is_long_text(one))

    def _bound(self, label: str, one: Parameter, key: str) -> LabeledField:
        whole = one.type is ParameterType.INT
        number = NumberField(step=one.step or 1, whole=whole)
        value = getattr(one, key)
        number.setText("" if value is None else f"{value:.10g}")
        number.setPlaceholderText(self.tr("none"))
        number.setAcceptDrops(False)
        field = LabeledField(label, number)
        change = self._changer(one)

        def take() -> None:
            is_empty, typed = not number.text().strip(), number.value
            field.set_error(None if is_empty or typed is not None else self.tr("This is no number."))
            if is_empty or typed is not None:
                change(key, None if typed is None else float(typed))

        number.textChanged.connect(take)
        return field

    def _changer(self, one: Parameter) -> Callable[[str, object], None]:
        """Changes this field, also when a late signal of its editor comes after another was chosen."""
        return lambda key, value: self._drafting.change(one.name, **{key: value})

    def _show_faults(self) -> None:
        if self._default is None:
            return
        found = next((one for one in self._drafting.faults() if one.parameter == self._name), None)
        sentence = words.field_error(found.problem) if found else None
        if (sentence or "") != self._default.error:
            self._default.set_error(sentence)
