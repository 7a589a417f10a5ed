"""The parts of a form from top to bottom: presets, texts, basics, groups."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.language import in_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.fields import LabeledField, LineField, NumberField
from vqdesk.ui.widgets.group import Group, GroupBox
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.form.columns import ColumnLayout
from vqdesk.ui.workspace.form.editors import is_long_text, shown_value
from vqdesk.ui.workspace.form.fields import FormFields
from vqdesk.ui.workspace.form.lora_slots import LoraSlots
from vqdesk.ui.workspace.form.parameter_field import ParameterField
from vqdesk.ui.workspace.form.plan import FormPlan, plan_form
from vqdesk.ui.workspace.form.reset_line import ResetLine
from vqdesk.ui.workspace.form.seed_field import SeedField
from vqdesk.ui.workspace.form.settings_choice import SettingsChoice
from vqdesk.ui.workspace.form.size_row import SizeRow
from vqdesk.ui.workspace.form.texts import TextSection

TRIES: Final = "tries"
OUTPUT_GROUP: Final = "output"
LORA_GROUP: Final = "LoRAs"
COUNTS_UP: Final = "form.seed_counts_up"
"""Name under which the workspace remembers that the seed goes on after each job."""


class FormBody(QWidget):
    """Made anew for another definition; `show_texts` is all that changes in one."""

    tries_edited = Signal(object)
    name_edited = Signal(str)
    group_toggled = Signal(str, bool)
    clips_wanted = Signal(int)
    values_wanted = Signal(object)  # Mapping[str, Any]
    counting_edited = Signal(bool)

    def __init__(
        self, definition: WorkflowDefinition, state: WorkspaceState, fields: FormFields, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._state = state
        self.groups: dict[str, tuple[Group, list[ParameterField]]] = {}
        self.tries: LabeledField | None = None
        self.texts = TextSection(fields)
        self.presets: SettingsChoice | None = None
        self.sizes: SizeRow | None = None
        self.slots: LoraSlots | None = None
        self.reset = ResetLine()
        self._name = LineField(state.job_name)
        self._wrong: Mapping[str, ParameterInvalid] = {}
        self._lacking: Set[str] = frozenset()
        plan = plan_form(definition)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(current_theme().space.l)
        parts = (self._build_texts(definition, plan), self._build_presets(definition))
        for part in (*parts, self._build_basics(definition, plan), self._build_groups(plan), self.reset):
            if part is not None:
                page.addWidget(part)
        self.texts.clips_wanted.connect(self.clips_wanted)
        self.reset.wanted.connect(self.values_wanted)

    def show_texts(
        self, definition: WorkflowDefinition, texts: Sequence[Parameter], own: Mapping[str, Any]
    ) -> bool:
        """Other clips; whether any field came or went."""
        return self.texts.show_texts(definition, texts, own)

    def say(self, definition: WorkflowDefinition, values: Mapping[str, Any]) -> None:
        """What follows from the values, in words."""
        self.texts.say(definition, values)
        if self.presets is not None:
            self.presets.show_values(values)
        self._summarize()
        settings = [field for field in self._fields if not is_long_text(field.parameter)]
        changed = {field.parameter.name: field.value for field in settings if field.is_changed}
        self.reset.show_changed(changed, {field.parameter.name: field.parameter.default for field in settings})

    def show_wrong(self, wrong: Mapping[str, ParameterInvalid]) -> None:
        """What is wrong beyond the fields of parameters: tries, and counts at closed groups."""
        self._wrong = wrong
        if self.tries is not None:
            error = wrong.get(TRIES)
            self.tries.set_error(words.field_error(error.problem) if error else None)
        self._summarize()

    def show_lacking(self, names: Set[str]) -> None:
        """The parameters whose values the server does not have, counted at closed groups."""
        if names != self._lacking:
            self._lacking = names
            self._summarize()

    def shows(self, state: WorkspaceState) -> bool:
        """Whether name, tries and groups are those of this state."""
        tries = self.tries.field if self.tries else None
        return (
            self._name.text() == state.job_name
            and (not isinstance(tries, NumberField) or tries.text() == str(state.tries))
            and all(group.is_open() == (name in state.open_groups) for name, (group, _) in self.groups.items())
        )

    def state_with(self, own: Mapping[str, Any]) -> WorkspaceState:
        """What the form shows now, with these values."""
        tries = self.tries.field if self.tries else None
        return replace(
            self._state,
            values={**self._state.values, self._state.workflow: own},
            tries=_whole(tries) if isinstance(tries, NumberField) else self._state.tries,
            job_name=self._name.text(),
            open_groups=tuple(name for name, (group, _) in self.groups.items() if group.is_open()),
        )

    # ---- parts --------------------------------------------------------------------------------------

    def _build_presets(self, definition: WorkflowDefinition) -> QWidget | None:
        if not definition.presets:
            return None
        known = {one.name: one for one in definition.parameters}
        self.presets = SettingsChoice(definition.presets, known, definition.sizes)
        self.presets.chosen.connect(self.values_wanted)
        return self.presets

    def _build_texts(self, definition: WorkflowDefinition, plan: FormPlan) -> QWidget | None:
        self.texts.show_texts(definition, plan.texts, self._state.own_values)
        self.texts.show_extra(plan.extra_texts, self._state.own_values)
        if plan.texts or plan.extra_texts:
            return self.texts
        self.texts.setParent(self)
        self.texts.hide()
        return None

    def _build_basics(self, definition: WorkflowDefinition, plan: FormPlan) -> QWidget | None:
        made = {one.name: self._make(one) for one in plan.basics}
        widgets: list[QWidget] = list(made.values())
        sizes = definition.sizes
        if sizes is not None and sizes.width in made and sizes.height in made:
            at = widgets.index(made[sizes.width])
            self.sizes = SizeRow(made[sizes.width], made[sizes.height], sizes)
            widgets = [one for one in widgets if one not in (made[sizes.width], made[sizes.height])]
            widgets.insert(at, self.sizes)
        if plan.seed is not None:
            widgets += [self._build_tries(), self._build_seed(plan.seed)]
        return _in_columns(widgets) if widgets else None

    def _build_seed(self, parameter: Parameter) -> QWidget:
        field = self._make(parameter)
        if isinstance(field.editor, SeedField):
            field.editor.set_counts_up(self._state.own_values.get(COUNTS_UP) is True)
            field.editor.counting_edited.connect(self.counting_edited)
        return field

    def _build_tries(self) -> QWidget:
        number = NumberField(1)
        number.set_range(1, None)
        number.setText(str(self._state.tries))
        number.setAcceptDrops(False)
        number.textChanged.connect(lambda _: self.tries_edited.emit(_whole(number)))
        self.tries = LabeledField(self.tr("Tries"), number, self.tr("Prompts per image, each with its own seed"))
        return self.tries

    def _build_groups(self, plan: FormPlan) -> QWidget:
        box = GroupBox()
        outputs: list[ParameterField] = []
        for name, parameters in plan.groups:
            fields = [self._make(parameter) for parameter in parameters]
            if name.casefold() == OUTPUT_GROUP:
                outputs += fields
            else:
                self._add_group(box, (name, in_words(name) or self.tr("More")), _in_columns(fields), fields)
        if plan.slots:
            self._add_slots(box, plan)
        self._add_output(box, outputs)
        return box

    def _add_slots(self, box: GroupBox, plan: FormPlan) -> None:
        slots = [[(self._make(file), self._strength(strength)) for file, strength in slot] for slot in plan.slots]
        self.slots = LoraSlots(slots)
        self.slots.changed.connect(self._summarize)
        for slot, frame in zip(slots, self.slots.boxes, strict=True):
            for pair in slot:
                for field in pair:
                    self._fields.set_frame(field.parameter.name, frame)
        fields = [field for slot in slots for pair in slot for field in pair]
        self._add_group(box, (LORA_GROUP, self.tr("LoRAs")), self.slots, fields)

    def _strength(self, parameter: Parameter) -> ParameterField:
        """Beside its file the word is enough to see; screen readers are told the slot too."""
        field = self._make(replace(parameter, label=self.tr("Strength")))
        field.editor.setAccessibleName(parameter.label)
        return field

    def _add_output(self, box: GroupBox, fields: list[ParameterField]) -> None:
        line = self._name
        line.setAcceptDrops(False)
        line.setPlaceholderText(self.tr("made from the file names"))
        field = LabeledField(self.tr("Name of the job"), line, self.tr("Outputs lie in a folder with this name"))
        self._add_group(box, (OUTPUT_GROUP, self.tr("Output")), _in_columns([field, *fields]), fields)
        line.textChanged.connect(lambda _: self._summarize())
        line.textEdited.connect(self.name_edited)

    def _add_group(
        self, box: GroupBox, name: tuple[str, str], content: QWidget, fields: list[ParameterField]
    ) -> Group:
        key, title = name
        group = Group(title, content)
        group.set_open(key in self._state.open_groups)
        group.toggled.connect(lambda is_open: self.group_toggled.emit(key, is_open))
        self.groups[key] = (group, fields)
        box.add_group(group)
        return group

    def _make(self, parameter: Parameter) -> ParameterField:
        return self._fields.make(parameter, self._state.own_values)

    # ---- words --------------------------------------------------------------------------------------

    def _summarize(self) -> None:
        for name, (group, fields) in self.groups.items():
            shown = [field for field in fields if self._fields.is_shown(field)]
            group.set_summary(self._summary(name, shown), changed=any(field.is_changed for field in shown))

    def _summary(self, group: str, fields: Sequence[ParameterField]) -> str:
        names = {field.parameter.name for field in fields}
        if wrong := len(names & self._wrong.keys()):
            one = self.tr("1 value is wrong")
            return one if wrong == 1 else self.tr("{0} values are wrong").format(wrong)
        if lacking := len(names & self._lacking):
            one = self.tr("1 is not on the server")
            return one if lacking == 1 else self.tr("{0} are not on the server").format(lacking)
        if group == LORA_GROUP and self.slots is not None:
            return self.slots.summary
        parts = [shown_value(field.parameter, field.value) for field in fields]
        if group == OUTPUT_GROUP:
            parts.insert(0, self._name.text().strip() or self.tr("name from the files"))
        return " · ".join(part for part in parts if part)


def _in_columns(fields: Iterable[QWidget]) -> QWidget:
    box = QWidget()
    columns = ColumnLayout(box)
    for field in fields:
        columns.addWidget(field)
    return box


def _whole(number: NumberField) -> int | str:
    return number.text() if number.value is None else int(number.value)
