"""The form of a workflow, made from its definition."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.shaping import STAGES, shape_of
from vqdesk.domain.timing import FRAMES_PARAMETER, clip_timing
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.widgets.fields import LabeledField, NumberField
from vqdesk.ui.widgets.group import Group
from vqdesk.ui.workspace.form.body import COUNTS_UP, FormBody
from vqdesk.ui.workspace.form.fields import FormFields
from vqdesk.ui.workspace.form.parameter_field import ParameterField
from vqdesk.ui.workspace.form.place import Place
from vqdesk.ui.workspace.form.plan import plan_form, without_texts
from vqdesk.ui.workspace.form.seed_field import SeedField
from vqdesk.ui.workspace.spoken_forms import shaped

if TYPE_CHECKING:
    from vqdesk.services.forms import FormReport
    from vqdesk.services.preflight import Lack


class ParameterForm(QWidget):
    """Signals tell what the user did; whoever keeps the values answers with `refresh` and `show_errors`.

    Names that begin with “form.” are the form's own memory, no parameters.
    """

    value_edited = Signal(str, object)
    tries_edited = Signal(object)
    name_edited = Signal(str)
    group_toggled = Signal(str, bool)
    submitted = Signal()
    parts_changed = Signal()  # fields came or went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: WorkflowDefinition | None = None
        self._definition: WorkflowDefinition | None = None
        self._own: Mapping[str, Any] = {}
        self._report: FormReport | None = None
        self._fields = FormFields(self)
        self._fields.edited.connect(self.value_edited)
        self._fields.submitted.connect(self.submitted)
        self._body: FormBody | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_definition(self, definition: WorkflowDefinition, state: WorkspaceState) -> None:
        """Builds the form with these values; a form that shows them already is kept as it is."""
        if definition == self._base and self._shows(state):
            return
        place = Place.of(self, self._fields) if self._is_same_workflow(definition) else Place()
        self._report = None
        self._base = definition
        self._build(state)
        place.go(self._fields)

    @property
    def names(self) -> frozenset[str]:
        """The parameters that have a field now."""
        return frozenset(field.parameter.name for field in self._fields)

    def field(self, name: str) -> ParameterField:
        """The field of a parameter. Raises KeyError."""
        return self._fields[name]

    @property
    def body(self) -> FormBody:
        """The parts of the form. Raises LookupError before the first definition."""
        if self._body is None:
            raise LookupError("no definition is shown")
        return self._body

    @property
    def tries_field(self) -> LabeledField | None:
        """The field for the number of tries; None for workflows without a seed."""
        return self._body.tries if self._body else None

    def group(self, name: str) -> Group:
        """A closed group by its name. Raises KeyError."""
        return self.body.groups[name][0]

    def default_of(self, name: str) -> Any:
        """The default of anything that `value_edited` tells."""
        known = {one.name: one.default for one in self._definition.parameters} if self._definition else {}
        return known.get(name, False)

    def show_errors(self, errors: Sequence[ParameterInvalid]) -> None:
        """Says below each field what is wrong with it, and nothing below the others."""
        wrong = {error.parameter: error for error in errors}
        for field in self._fields:
            field.set_error(wrong.get(field.parameter.name))
        if self._body is not None:
            self._body.show_wrong(wrong)

    def show_report(self, report: "FormReport") -> None:
        """Gives the fields the server's names, and marks what it lacks."""
        self._report = report
        self._tell_report()

    def refresh(self, own_values: Mapping[str, Any]) -> None:
        """Shows what follows from the values: other clips, dependent fields, sums in words."""
        if self._base is None:
            return
        self._own = own_values
        self._reshape()
        self._say()

    def take_name(self, lack: "Lack", name: str) -> None:
        """Uses another name wherever the server lacks that one."""
        for field in self._fields:
            if set(field.parameter.bind) & set(lack.bindings) and field.value == lack.value:
                field.take(name)

    def take_values(self, values: Mapping[str, Any]) -> None:
        """Puts values in as if the user had; the number of clips first, for it brings fields."""
        if STAGES in values and self._definition is not None and values[STAGES] != self._definition.shape.stages:
            self.value_edited.emit(STAGES, values[STAGES])
        for name, value in values.items():
            if name in self._fields and self._fields[name].value != value:
                self._fields[name].take(value)

    def count_seed_up(self, tries: int) -> None:
        """A job was added: a seed that counts up goes to the first number that is not used yet."""
        for field in self._fields:
            if isinstance(field.editor, SeedField) and self._own.get(COUNTS_UP) and isinstance(field.value, int):
                field.take(field.value + tries)

    # ---- what follows -------------------------------------------------------------------------------

    def _build(self, state: WorkspaceState) -> None:
        if self._base is None:
            return
        self._own = state.own_values
        self._definition = shaped(self._base, self._own)
        old, self._body = self._body, None
        self._fields.clear()
        body = FormBody(self._definition, state, self._fields, self)
        self._rows.addWidget(body)
        if old is not None:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._body = body
        body.tries_edited.connect(self.tries_edited)
        body.name_edited.connect(self.name_edited)
        body.group_toggled.connect(self.group_toggled)
        body.clips_wanted.connect(lambda count: self.value_edited.emit(STAGES, count))
        body.values_wanted.connect(self.take_values)
        body.counting_edited.connect(lambda is_on: self.value_edited.emit(COUNTS_UP, is_on))
        self._say()
        self.parts_changed.emit()

    def _reshape(self) -> None:
        """Another number of clips changes texts only; anything else is built anew."""
        if self._base is None or self._definition is None or self._body is None:
            return
        if shape_of(self._base, self._own) == self._definition.shape:
            return
        made = shaped(self._base, self._own)
        plan, before = plan_form(made), plan_form(self._definition)
        self._definition = made
        if without_texts(plan) != without_texts(before):
            place = Place.of(self, self._fields)
            self._build(self._body.state_with(self._own))
            place.go(self._fields)
            return
        for parameter in made.parameters:
            if parameter.name in self._fields:
                self._fields[parameter.name].set_parameter(parameter)
        if self._body.show_texts(made, plan.texts, self._own):
            self.parts_changed.emit()

    def _say(self) -> None:
        if self._definition is None or self._body is None:
            return
        values = {STAGES: self._definition.shape.stages, **self._fields.values(self._own)}
        self._fields.show_dependent(values)
        self._say_seconds(values)
        self._body.say(self._definition, values)
        self._tell_report()

    def _say_seconds(self, values: Mapping[str, Any]) -> None:
        """What the number of frames means, such as “5.1 s”."""
        timing = clip_timing(self._definition, values) if self._definition is not None else None
        if timing is None or FRAMES_PARAMETER not in self._fields:
            return
        editor = self._fields[FRAMES_PARAMETER].editor
        if isinstance(editor, NumberField):
            editor.set_suffix(self.tr("{0} s").format(f"{timing.stage_seconds:.1f}"))

    def _tell_report(self) -> None:
        report = self._report
        if report is None or self._body is None:
            return
        by_binding = {binding: lack for lack in report.lacks for binding in lack.bindings}
        for field in self._fields:
            if report.is_checked:
                field.set_offered(report.offered.get(field.parameter.name))
            found = (by_binding.get(binding) for binding in field.parameter.bind)
            field.set_lack(next((lack for lack in found if lack and lack.value == field.value), None))
        self._body.show_lacking({field.parameter.name for field in self._fields if field.has_lack})

    def _is_same_workflow(self, definition: WorkflowDefinition) -> bool:
        return self._base is not None and self._base.name == definition.name

    def _shows(self, state: WorkspaceState) -> bool:
        values = self._fields.values(state.own_values)
        return (
            self._body is not None
            and self._own == state.own_values
            and all(field.value == values[field.parameter.name] for field in self._fields)
            and self._body.shows(state)
        )
