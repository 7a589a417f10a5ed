"""The prompt texts: one for each clip, and texts that most jobs do not need behind buttons."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.parameters import Parameter
from vqdesk.domain.stages import FIRST, StagesSpec, first_stage_name, stage_of
from vqdesk.domain.timing import ClipTiming, clip_timing
from vqdesk.domain.tokens import estimate_tokens, token_limit
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import IconButton, QuietButton
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of
from vqdesk.ui.workspace.form.fields import FormFields
from vqdesk.ui.workspace.form.parameter_field import ParameterField

_SHORT = 12  # tokens that need no count


class TextSection(QWidget):
    """`clips_wanted` carries the number of clips after Add or Remove; texts of removed clips are kept."""

    clips_wanted = Signal(int)

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._names: list[str] = []
        self._count = 1
        self._removes: dict[str, IconButton] = {}
        self.add_clip = QuietButton(self.tr("Add clip"), icon="plus", small=True)
        self.add_clip.clicked.connect(self._add)
        self._total = Label("", "small", "text.secondary")
        space = current_theme().space
        self._text_rows = QVBoxLayout()
        self._extra_rows = QVBoxLayout()
        self._buttons = FlowLayout()
        for rows in (self._text_rows, self._extra_rows):
            rows.setSpacing(space.s)
        self._buttons.addWidget(self.add_clip)
        self._below = QWidget()
        self._below.setLayout(row_of(self._total))
        self._below.layout().insertLayout(0, self._buttons, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addLayout(self._text_rows)
        rows.addLayout(self._extra_rows)
        rows.addWidget(self._below)

    @property
    def total(self) -> str:
        """What all clips make together."""
        return self._total.text()

    def remove_button(self, name: str) -> IconButton:
        """The button that takes the clip of this text away. Raises KeyError."""
        return self._removes[name]

    def show_extra(self, parameters: Sequence[Parameter], own: Mapping[str, Any]) -> None:
        """Buttons for texts that most jobs do not need; those with words of the user are open."""
        for parameter in parameters:
            field = self._fields.make(parameter, own)
            button = QuietButton(parameter.label, icon="plus", small=True)
            button.clicked.connect(lambda _=False, one=field, its=button: _open(one, its))
            self._extra_rows.addWidget(field)
            self._buttons.addWidget(button)
            field.setVisible(field.is_changed)
            button.setVisible(not field.is_changed)
        self._below.setVisible(bool(parameters) or not self.add_clip.isHidden())

    def show_texts(
        self, definition: WorkflowDefinition, texts: Sequence[Parameter], own: Mapping[str, Any]
    ) -> bool:
        """Makes the fields of new texts, takes those of others away, and keeps the rest. Whether any changed."""
        wanted = [one.name for one in texts]
        is_other = wanted != self._names
        for name in (name for name in self._names if name not in wanted):
            self._text_rows.removeWidget(self._fields[name])
            self._removes.pop(name, None)
            self._fields.forget(name)
        for at, parameter in enumerate(texts):
            if parameter.name in self._fields:
                self._fields[parameter.name].set_parameter(parameter)
            else:
                self._text_rows.insertWidget(at, self._new(parameter, own))
        self._names = wanted
        self._count = definition.shape.stages
        self._open_buttons(definition.stages)
        return is_other

    def say(self, definition: WorkflowDefinition, values: Mapping[str, Any]) -> None:
        """Times, lengths of texts, and the whole clip, as they follow from these values."""
        timing = clip_timing(definition, values)
        for name in self._names:
            field = self._fields[name]
            span = self._span(timing, stage_of(name)) if definition.stages and timing else ""
            tokens = self._tokens(definition, field, str(values.get(name, "")))
            field.set_note(" · ".join(part for part in (span, tokens) if part))
        self._total.setText(self._whole(timing) if definition.stages and timing else "")
        self._total.setToolTip(self._sum(timing) if timing else "")

    def _open_buttons(self, spec: StagesSpec | None) -> None:
        most, least = (spec.max, spec.min) if spec else (1, 1)
        self.add_clip.setVisible(most > 1)
        at_most = self.tr("There are {0} clips at most.").format(most)
        self.add_clip.set_blocked(at_most if self._count >= most else None)
        for button in self._removes.values():
            button.setVisible(self._count > least)

    def _new(self, parameter: Parameter, own: Mapping[str, Any]) -> ParameterField:
        field = self._fields.make(parameter, own)
        if first_stage_name(parameter.name).endswith(FIRST):
            name = self.tr("Remove {0}").format(parameter.label)
            button = IconButton("close", name, small=True)
            button.clicked.connect(lambda: self._remove(stage_of(parameter.name)))
            field.add_to_head(button)
            self._removes[parameter.name] = button
        return field

    def _add(self) -> None:
        before = list(self._names)
        self.clips_wanted.emit(self._count + 1)
        new = next((name for name in self._names if name not in before), None)
        if new is not None:
            self._fields[new].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, stage: int) -> None:
        """The texts behind move up; the removed one waits behind the last, for Add."""
        kinds = dict.fromkeys(first_stage_name(name) for name in self._names if stage_of(name))
        for kind in kinds:
            names = [name for name in self._names if first_stage_name(name) == kind and stage_of(name) >= stage]
            texts = [self._fields[name].value for name in names]
            for name, text in zip(names, [*texts[1:], texts[0]], strict=True):
                if self._fields[name].value != text:
                    self._fields[name].take(text)
        self.clips_wanted.emit(self._count - 1)
        last = self._names[min(stage, self._count) - 1]
        self._fields[last].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _span(self, timing: ClipTiming, stage: int) -> str:
        start, end = timing.span_seconds(stage)
        return self.tr("{0} – {1} s").format(f"{start:.1f}", f"{end:.1f}")

    def _tokens(self, definition: WorkflowDefinition, field: ParameterField, text: str) -> str:
        tokens = estimate_tokens(text)
        limit = token_limit(definition.template, field.parameter.bind[0]) if field.parameter.bind else None
        if limit is not None and tokens > limit:
            said = self.tr("about {0} tokens: what is beyond {1} is seldom heeded")
            return said.format(tokens, limit)
        return self.tr("about {0} tokens").format(tokens) if tokens > _SHORT else ""

    def _whole(self, timing: ClipTiming) -> str:
        if timing.stages == 1:
            return self.tr("{0} frames · {1} s").format(timing.total_frames, f"{timing.seconds:.1f}")
        said = self.tr("{0} clips · {1} frames · {2} s")
        return said.format(timing.stages, timing.total_frames, f"{timing.seconds:.1f}")

    def _sum(self, timing: ClipTiming) -> str:
        if timing.stages == 1:
            return self.tr("{0} frames at {1} a second").format(timing.frames_per_stage, f"{timing.fps:g}")
        shared = (timing.stages - 1) * timing.overlap
        said = self.tr("{0} × {1} frames, less {2} that two clips share, at {3} a second")
        return said.format(timing.stages, timing.frames_per_stage, shared, f"{timing.fps:g}")


def _open(field: ParameterField, button: QuietButton) -> None:
    button.hide()
    field.show()
    field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
