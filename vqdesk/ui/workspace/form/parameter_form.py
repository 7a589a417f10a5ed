"""The form of a workflow, made from its definition."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import ParameterInvalid, Problem
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.timing import FRAMES_PARAMETER, clip_timing
from vqdesk.domain.workflow import WorkflowDefinition, is_visible
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import LabeledField, LineField, NumberField
from vqdesk.ui.widgets.group import Group, GroupBox
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.form.columns import ColumnLayout
from vqdesk.ui.workspace.form.editors import shown_value
from vqdesk.ui.workspace.form.extra_text import ExtraText
from vqdesk.ui.workspace.form.parameter_field import ParameterField
from vqdesk.ui.workspace.form.plan import FormPlan, plan_form
from vqdesk.ui.workspace.state import WorkspaceState

TRIES = "tries"
OUTPUT_GROUP = "output"


class ParameterForm(QWidget):
    """Signals tell what the user did; `show_definition`, `show_errors` and `refresh` show what follows."""

    value_edited = Signal(str, object)
    tries_edited = Signal(object)
    name_edited = Signal(str)
    group_toggled = Signal(str, bool)
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, ParameterField] = {}
        self._frames: dict[str, QWidget] = {}  # what hides together with a field
        self._groups: dict[str, tuple[Group, list[ParameterField]]] = {}
        self._page: QWidget | None = None
        self._tries: LabeledField | None = None
        self._state = WorkspaceState()
        self._definition: WorkflowDefinition | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_definition(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """Builds the form anew with these values."""
        self._definition, self._state = definition, state
        self._clear()
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(current_theme().space.l)
        plan = plan_form(definition)
        for section in (self._texts(plan), self._basics(plan), self._group_box(plan)):
            if section is not None:
                page.addWidget(section)
        self._rows.addWidget(self._page)
        self.refresh(state.own_values)

    def field(self, name: str) -> ParameterField:
        """The field of a parameter. Raises KeyError."""
        return self._fields[name]

    @property
    def tries_field(self) -> LabeledField | None:
        """The field for the number of tries; None for workflows without a seed."""
        return self._tries

    def group(self, name: str) -> Group:
        """A closed group by its name. Raises KeyError."""
        return self._groups[name][0]

    def show_errors(self, errors: Sequence[ParameterInvalid]) -> None:
        """Says below each field what is wrong with it, and nothing below the others."""
        problems: dict[str, Problem] = {error.parameter: error.problem for error in errors}
        for name, field in self._fields.items():
            field.set_problem(problems.get(name))
        if self._tries is not None:
            wrong = problems.get(TRIES)
            self._tries.set_error(words.field_error(wrong) if wrong else None)
        self._summarize(problems)

    def refresh(self, own_values: Mapping[str, Any]) -> None:
        """Shows and hides what depends on other values, and says in words what closed groups hold."""
        values = {name: own_values.get(name, field.parameter.default) for name, field in self._fields.items()}
        for name, field in self._fields.items():
            self._frames[name].setVisible(is_visible(field.parameter, values))
        self._say_seconds(values)
        self._summarize({})

    def _say_seconds(self, values: Mapping[str, Any]) -> None:
        """What the number of frames means, such as “5.1 s”."""
        field = self._fields.get(FRAMES_PARAMETER)
        timing = clip_timing(self._definition, values) if self._definition is not None else None
        if timing is not None and field is not None and isinstance(field.editor, NumberField):
            field.editor.set_suffix(self.tr("{0} s").format(f"{timing.seconds:.1f}"))

    def _summarize(self, problems: Mapping[str, Problem]) -> None:
        for group, fields in self._groups.values():
            shown = [field for field in fields if not field.isHidden()]
            wrong = sum(1 for field in shown if field.parameter.name in problems)
            parts = [shown_value(field.parameter, field.value) for field in shown]
            summary = " · ".join(part for part in parts if part)
            if wrong:
                summary = (
                    self.tr("1 value is wrong") if wrong == 1 else self.tr("{0} values are wrong").format(wrong)
                )
            group.set_summary(summary, changed=any(field.is_changed for field in shown))

    def _clear(self) -> None:
        self._fields.clear()
        self._frames.clear()
        self._groups.clear()
        self._tries = None
        if self._page is not None:
            self._rows.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()

    def _make(self, parameter: Parameter) -> ParameterField:
        field = ParameterField(parameter)
        if parameter.name in self._state.own_values:
            field.set_value(self._state.own_values[parameter.name])
        field.edited.connect(self.value_edited)
        if isinstance(field.editor, TextArea):
            field.editor.submitted.connect(self.submitted)
        field.editor.setAcceptDrops(False)  # files dropped here belong to the panel
        self._fields[parameter.name] = self._frames[parameter.name] = field
        return field

    def _texts(self, plan: FormPlan) -> QWidget | None:
        if not plan.texts and not plan.extra_texts:
            return None
        section = QWidget()
        rows = QVBoxLayout(section)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.s)
        rows.addWidget(Label(self.tr("Prompts"), "strong"))
        for parameter in plan.texts:
            rows.addWidget(self._make(parameter))
        for parameter in plan.extra_texts:
            extra = ExtraText(self._make(parameter))
            self._frames[parameter.name] = extra
            rows.addWidget(extra)
        return section

    def _basics(self, plan: FormPlan) -> QWidget | None:
        fields: list[QWidget] = [self._make(parameter) for parameter in plan.basics]
        if plan.seed is not None:
            fields += [self._make_tries(), self._make(plan.seed)]
        return _in_columns(fields) if fields else None

    def _make_tries(self) -> QWidget:
        number = NumberField(1)
        number.set_range(1, None)
        number.setText(str(self._state.tries))
        number.setAcceptDrops(False)
        number.textChanged.connect(lambda _: self.tries_edited.emit(_whole(number)))
        self._tries = LabeledField(self.tr("Tries"), number, self.tr("Prompts per image, each with its own seed"))
        return self._tries

    def _group_box(self, plan: FormPlan) -> QWidget:
        box = GroupBox()
        for name, parameters in plan.groups:
            fields = [self._make(parameter) for parameter in parameters]
            self._add_group(box, name, name or self.tr("More"), fields)
        self._add_output_group(box)
        return box

    def _add_output_group(self, box: GroupBox) -> None:
        line = LineField(self._state.job_name)
        line.setAcceptDrops(False)
        line.setPlaceholderText(self.tr("made from the file names"))
        field = LabeledField(self.tr("Name of the job"), line, self.tr("Outputs lie in a folder with this name"))
        group = self._add_group(box, OUTPUT_GROUP, self.tr("Output"), [field])

        def say() -> None:
            group.set_summary(line.text().strip() or self.tr("name from the files"))

        line.textChanged.connect(say)
        line.textEdited.connect(self.name_edited)
        say()

    def _add_group(self, box: GroupBox, name: str, title: str, fields: Sequence[QWidget]) -> Group:
        group = Group(title, _in_columns(fields))
        group.set_open(name in self._state.open_groups)
        group.toggled.connect(lambda is_open: self.group_toggled.emit(name, is_open))
        own = [field for field in fields if isinstance(field, ParameterField)]
        if own:
            self._groups[name] = (group, own)
        box.add_group(group)
        return group


def _in_columns(fields: Iterable[QWidget]) -> QWidget:
    box = QWidget()
    columns = ColumnLayout(box)
    for field in fields:
        columns.addWidget(field)
    return box


def _whole(number: NumberField) -> int | str:
    return number.text() if number.value is None else int(number.value)
