"""System prompts of both stages: the user's copy, checked while it is typed, beside the shipped text."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import PromptName, SystemPrompt, WorkflowContext, check_prompt, placeholders
from vqdesk.domain.errors import ParameterInvalid, Problem
from vqdesk.ui.auto_prompt.system_prompt_difference import DifferenceView
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.fields import LabeledField
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.text_area import TextArea

_PAUSE_MS = 600
_LINES = (8, 16)


class SystemPromptSection(QWidget):
    """Saves by itself what is right; a wrong text stays in the field and says what is wrong.

    `saved`: the text of a stage is another now. `checked`: whether the field is right may have changed.
    """

    saved = Signal()
    checked = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._prompts: dict[PromptName, SystemPrompt] = {}
        self._wrong: dict[PromptName, str] = {}  # texts that cannot be saved
        self._undone: dict[PromptName, str] = {}  # own texts that a reset has taken away
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.save_now)
        self.names = Segmented(self._name_parts(), self.tr("System prompt for"), small=True)
        self.area = TextArea(self.tr("System prompt"), min_lines=_LINES[0], max_lines=_LINES[1])
        self.reset = LinkButton(self.tr("Reset"))
        self.compare = LinkButton(self.tr("Changes"))
        self.difference = DifferenceView()
        self.marks: list[LinkButton] = []
        self._build()
        self._connect()

    @property
    def name(self) -> PromptName:
        """Whose text is shown."""
        return PromptName(self.names.value)

    @property
    def error(self) -> str:
        """What is wrong with one of the texts, "" for nothing."""
        return next((_fault(name, text) for name, text in self._wrong.items()), "")

    def start(self) -> None:
        """Reads the texts."""
        for name in PromptName:
            self._calls.ask(self, lambda desk, n=name: desk.auto_prompt.prompt(n), self._take, self.failed.emit)

    def show_context(self, context: WorkflowContext) -> None:
        """The prompt that this workflow uses comes to the front, unless the one for captions is there."""
        wanted = PromptName.MOTION if context.clips == 1 else PromptName.MOTION_CLIPS
        if self.name not in (PromptName.CAPTION, wanted):
            self.save_now()
            self.names.set_value(wanted)
            self._show()

    def save_now(self) -> None:
        """Keeps what is typed, if it is right."""
        self._pause.stop()
        name, text = self.name, self.area.text().strip()
        known = self._prompts.get(name)
        if known is None or self._judge() or text == known.text:
            return
        self._undone.pop(name, None)
        self._calls.ask(
            self, lambda desk: desk.auto_prompt.save_prompt(name, text), self._take_saved, self._refuse
        )

    def _judge(self) -> str:
        """Says what is wrong with the text that is shown."""
        name, text = self.name, self.area.text()
        if name not in self._prompts:
            return ""
        fault = _fault(name, text)
        if fault:
            self._wrong[name] = text
        else:
            self._wrong.pop(name, None)
        self._field.set_error(fault or None)
        self.checked.emit()
        return fault

    def _take(self, prompt: SystemPrompt) -> None:
        self._prompts[prompt.name] = prompt
        if prompt.name == self.name:
            self._show()

    def _take_saved(self, prompt: SystemPrompt) -> None:
        self._prompts[prompt.name] = prompt
        self._say_state()
        self.saved.emit()

    def _refuse(self, problem: Problem) -> None:
        self._field.set_error(problem.sentence())

    def _choose(self) -> None:
        self._pause.stop()
        self._show()

    def _show(self) -> None:
        prompt = self._prompts.get(self.name)
        if prompt is None:
            return
        self.area.blockSignals(True)
        self.area.set_text(self._wrong.get(self.name, prompt.text))
        self.area.blockSignals(False)
        self._judge()
        self._say_state()
        self._renew_marks()

    def _say_state(self) -> None:
        prompt = self._prompts[self.name]
        is_undone = self.name in self._undone
        self._field.set_note(self.tr("yours") if prompt.is_own else self.tr("as shipped"))
        self.reset.setText(self.tr("Undo reset") if is_undone else self.tr("Reset"))
        self.reset.setVisible(prompt.is_own or is_undone)
        self.compare.setVisible(prompt.is_own)
        self.difference.setVisible(prompt.is_own and self.difference.is_wanted)
        if self.difference.is_wanted:
            self._compare()

    def _reset(self) -> None:
        name = self.name
        own = self._undone.pop(name, "")
        self._wrong.pop(name, None)
        if own:
            self._calls.ask(
                self, lambda desk: desk.auto_prompt.save_prompt(name, own), self._take_reset, self._refuse
            )
            return
        self._undone[name] = self._prompts[name].text
        self._calls.ask(self, lambda desk: desk.auto_prompt.reset_prompt(name), self._take_reset, self._refuse)

    def _take_reset(self, prompt: SystemPrompt) -> None:
        self._take(prompt)
        self.saved.emit()

    def _toggle_difference(self) -> None:
        self.difference.is_wanted = not self.difference.is_wanted
        self.compare.setText(self.tr("Hide changes") if self.difference.is_wanted else self.tr("Changes"))
        self._say_state()

    def _compare(self) -> None:
        name = self.name
        self._calls.ask(
            self,
            lambda desk: desk.auto_prompt.prompt_difference(name),
            partial(self._show_difference, name),
            self._refuse,
        )

    def _show_difference(self, name: PromptName, difference: str) -> None:
        if name == self.name:
            self.difference.show_difference(difference)

    def _renew_marks(self) -> None:
        while (item := self._marks_row.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.marks = [self._mark(word) for word in placeholders(self.name)]
        self._marks_part.setVisible(bool(self.marks))

    def _mark(self, word: str) -> LinkButton:
        button = LinkButton(f"{{{word}}}")
        button.setToolTip(self._meanings()[word])
        button.setAccessibleName(self.tr("Insert {0}: {1}").format(button.text(), self._meanings()[word]))
        button.clicked.connect(lambda: (self.area.insertPlainText(button.text()), self.area.setFocus()))
        self._marks_row.addWidget(button)
        return button

    def _meanings(self) -> dict[str, str]:
        return {
            "workflow": self.tr("Title of the workflow"),
            "clips": self.tr("Number of clips"),
            "seconds": self.tr("Length of one clip in seconds"),
            "total_seconds": self.tr("Length of all clips in seconds"),
            "frames": self.tr("Frames of one clip"),
            "fps": self.tr("Frames per second"),
            "markers": self.tr("Moments of a clip that the text speaks of, such as 0s, 2.5s, 5s"),
        }

    def _name_parts(self) -> list[tuple[str, str]]:
        return [
            (PromptName.CAPTION.value, self.tr("Captions")),
            (PromptName.MOTION.value, self.tr("One clip")),
            (PromptName.MOTION_CLIPS.value, self.tr("Several clips")),
        ]

    def _connect(self) -> None:
        self.names.changed.connect(lambda _value: self._choose())
        self.area.edited.connect(lambda _text: (self._judge(), self._pause.start()))
        self.area.submitted.connect(self.save_now)
        self.reset.clicked.connect(self._reset)
        self.compare.clicked.connect(self._toggle_difference)

    def _build(self) -> None:
        space = current_theme().space
        self._field = LabeledField(self.tr("System prompt"), self.area)
        self.reset.setToolTip(self.tr("Back to the text that came with VQDesk"))
        self.compare.setToolTip(self.tr("Show what you changed in the shipped text"))
        for button in (self.compare, self.reset):
            self._field.add_to_head(button)
            button.hide()
        self.difference.hide()
        self._marks_part = QWidget()
        marks = QVBoxLayout(self._marks_part)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(space.xs)
        marks.addWidget(Label(self.tr("Filled in when a text is written"), "small", "text.secondary", wrap=True))
        holder = QWidget()
        self._marks_row = FlowLayout(holder, gap=space.xs)
        marks.addWidget(holder)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        for part in (self.names, self._field, self.difference, self._marks_part):
            rows.addWidget(part)


def _fault(name: PromptName, text: str) -> str:
    try:
        check_prompt(name, text)
    except ParameterInvalid as error:
        return error.problem.sentence()
    return ""
