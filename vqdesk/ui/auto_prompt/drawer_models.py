"""Which server, which models, and whose GPU: the upper part of the drawer."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.auto_prompt import LlmFailed, choosable, match_model
from vqdesk.domain.setting import Setting, SettingValue
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_GPU, LLM_MOTION_MODEL, LLM_URL
from vqdesk.ui.language import in_words
from vqdesk.ui.settings.words import shown
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import LinkButton
from vqdesk.ui.widgets.fields import ComboBox, LabeledField, LineField
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.search_combo import SearchCombo
from vqdesk.ui.widgets.search_row import DETAIL_ROLE, SECTION_ROLE, WARNS_ROLE
from vqdesk.ui.widgets.status import StatusGlyph
from vqdesk.ui.widgets.surfaces import row_of

if TYPE_CHECKING:
    from vqdesk.ports import LlmModel
    from vqdesk.services.auto_prompt import LlmState


class ModelChoice(SearchCombo):
    """The models of a server; the name that the setting holds stays chosen, whether the server has it or not."""

    def __init__(self, name: str, *, must_see: bool) -> None:
        super().__init__(name, takes_words=True)
        self._must_see = must_see
        self._wanted = ""
        self._models: Sequence[LlmModel] = ()

    @property
    def lack(self) -> str:
        """What is wrong with the chosen model, in words; "" for nothing that is known."""
        if not self._models:
            return ""
        model = self._chosen()
        if model is None:
            return self.tr("The server has no such model.")
        if self._must_see and model.sees is False:
            return self.tr("This model cannot see pictures.")
        return ""

    def show_models(self, models: "Sequence[LlmModel]") -> None:
        """Takes what the server lists, those that fit first."""
        writing = set(choosable([one.id for one in models]))
        self._models = sorted((one for one in models if one.id in writing), key=self._rank)
        self._fill()

    def show_wanted(self, name: str) -> None:
        """Takes the name that the setting holds."""
        self._wanted = name
        self._fill()

    def _fill(self) -> None:
        self.clear()
        chosen = self._chosen()
        for model in self._models:
            self.addItem(model.id, model.id)
            self._describe(self.count() - 1, model)
        if chosen is None:
            self.addItem(self._wanted, self._wanted)
            last = self.count() - 1
            self.setItemData(last, self.tr("not at this server") if self._models else "", DETAIL_ROLE)
            self.setItemData(last, True, WARNS_ROLE)
            self.setItemData(last, self.tr("As set now"), SECTION_ROLE)
        self.setCurrentIndex(self.findData(chosen.id) if chosen else self.count() - 1)
        self.setToolTip(self.currentText())

    def _describe(self, at: int, model: "LlmModel") -> None:
        facts = [self.tr("sees pictures")] if model.sees else []
        if model.sees is False:
            facts.append(self.tr("text only"))
        if model.is_loaded:
            facts.append(self.tr("in memory"))
        if model.context:
            facts.append(self.tr("{0} tokens").format(model.context))
        self.setItemData(at, " · ".join(facts), DETAIL_ROLE)
        self.setItemData(at, self._must_see and model.sees is False, WARNS_ROLE)
        if self._must_see:
            self.setItemData(at, self._section(model), SECTION_ROLE)

    def _section(self, model: "LlmModel") -> str:
        if model.sees:
            return self.tr("Vision models")
        return self.tr("The server does not say whether they see") if model.sees is None else self.tr("Text only")

    def _rank(self, model: "LlmModel") -> tuple[int, str]:
        place = 0 if model.sees else 1 if model.sees is None else 2
        return place if self._must_see else 0, model.id.casefold()

    def _chosen(self) -> "LlmModel | None":
        try:
            meant = match_model(self._wanted, [one.id for one in self._models])
        except LlmFailed:
            return None
        return next(one for one in self._models if one.id == meant)


class ModelSection(QWidget):
    """`changed` carries settings by key; `look_wanted`: ask the server again."""

    changed = Signal(object)
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = ModelChoice(self.tr("Model for captions"), must_see=True)
        self.motion = ModelChoice(self.tr("Model for motion prompts"), must_see=False)
        self.address = LineField()
        self.gpu = ComboBox(shown(LLM_GPU.title))
        self.gpu.add_choices([(value, shown(words)) for value, words in LLM_GPU.choices])
        self.change_address = LinkButton(self.tr("Change"))
        self.change_address.setAccessibleName(self.tr("Change the address of the server"))
        self.again = LinkButton(self.tr("Look again"))
        self.state = ElidedLabel("", elide="middle")
        self.reason = Label("", "small", "status.paused", wrap=True)
        self._glyph = StatusGlyph("absent")
        self._build()
        self._connect()

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Takes what the settings say."""
        if not self.address.hasFocus():
            self.address.setText(str(values[LLM_URL.key]))
        self.caption.show_wanted(str(values[LLM_CAPTION_MODEL.key]))
        self.motion.show_wanted(str(values[LLM_MOTION_MODEL.key]))
        self.gpu.choose(values[LLM_GPU.key])
        self._say_lacks()

    def show_state(self, state: "LlmState") -> None:
        """Takes what the server says, or why there is none."""
        place = urlsplit(state.url).netloc or state.url
        problem = state.problem
        self._glyph.set_status("offline" if problem else "connected")
        kind = in_words(state.facts.kind) or self.tr("LM Studio")
        words = self.tr("Not ready at {0}") if problem else self.tr("{0} at {1}").format(kind, "{0}")
        self.state.setText(words.format(place))
        self.reason.setText(problem.sentence() if problem else "")
        self.reason.setVisible(problem is not None)
        self.again.setVisible(problem is not None)
        for choice in (self.caption, self.motion):
            choice.show_models(state.facts.models)
        self._say_lacks()

    def _say_lacks(self) -> None:
        self._caption_field.set_error(self.caption.lack or None)
        self._motion_field.set_error(self.motion.lack or None)

    def _connect(self) -> None:
        self.again.clicked.connect(self.look_wanted)
        self.change_address.clicked.connect(self._open_address)
        self.address.editingFinished.connect(self._take_address)
        self.gpu.activated.connect(lambda _at: self._put(LLM_GPU, str(self.gpu.currentData())))
        for choice, setting in ((self.caption, LLM_CAPTION_MODEL), (self.motion, LLM_MOTION_MODEL)):
            choice.activated.connect(lambda _at, c=choice, s=setting: self._put(s, str(c.currentData())))
            choice.worded.connect(lambda words, s=setting: self._put(s, words))

    def _put(self, setting: Setting[str], value: str) -> None:
        self.changed.emit({setting.key: value})

    def _open_address(self) -> None:
        self._address_field.show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.address.selectAll()

    def _take_address(self) -> None:
        text = self.address.text().strip()
        if text:
            self._put(LLM_URL, text)
        self._address_field.hide()

    def _build(self) -> None:
        self._address_field = LabeledField(shown(LLM_URL.title), self.address, shown(LLM_URL.meaning))
        self._address_field.hide()
        self._caption_field = LabeledField(self.caption.accessibleName(), self.caption)
        self._motion_field = LabeledField(self.motion.accessibleName(), self.motion)
        gpu = LabeledField(shown(LLM_GPU.title), self.gpu, shown(LLM_GPU.meaning))
        self.reason.hide()
        self.again.hide()
        line = row_of(self._glyph, self.state, self.again, self.change_address)
        line.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().space.m)
        rows.addLayout(line)
        for part in (self.reason, self._address_field, self._caption_field, self._motion_field, gpu):
            rows.addWidget(part)
