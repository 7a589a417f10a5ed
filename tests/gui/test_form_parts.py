"""The parts of the form as a person uses them: clips, sizes, presets, slots, seeds, lists to search."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vqdesk.domain.errors import Problem
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import check_values
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.locations import workflows_dir
from vqdesk.services.forms import FormReport
from vqdesk.services.preflight import Lack
from vqdesk.services.workflows import WorkflowLibrary
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.workspace.form import ParameterForm

LEFT = Qt.MouseButton.LeftButton
LIBRARY = WorkflowLibrary(workflows_dir(), Path("nowhere"))


@dataclass
class Held:
    """A form, and the values that a workspace would hold for it."""

    form: ParameterForm
    qtbot: QtBot
    state: WorkspaceState
    edits: list[tuple[str, Any]] = field(default_factory=list)

    def take(self, name: str, value: object) -> None:
        self.edits.append((name, value))
        self.state = self.state.with_value(name, value, self.form.default_of(name))
        self.form.refresh(self.state.own_values)
        definition = shaped(LIBRARY.get(self.state.workflow), self.own)
        known = {one.name for one in definition.parameters}
        self.form.show_errors(check_values(definition, {n: v for n, v in self.own.items() if n in known}))

    @property
    def own(self) -> dict[str, Any]:
        return dict(self.state.own_values)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, LEFT)

    def retype(self, widget: QWidget, words: str) -> None:
        widget.setFocus()
        self.qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(widget, words)

    def write(self, name: str, words: str) -> None:
        self.retype(self.form.field(name).editor, words)

    @property
    def clips(self) -> list[str]:
        names = [f"positive_prompt_stage{n}" for n in range(1, 11)]
        return [self.form.field(name).value for name in names if name in self.form.names]


def hold(qtbot: QtBot, workflow: str) -> Held:
    form = ParameterForm()
    qtbot.addWidget(form)
    held = Held(form, qtbot, WorkspaceState(workflow=workflow))
    form.value_edited.connect(held.take)
    form.resize(700, 1400)
    form.show_definition(LIBRARY.get(workflow), held.state)
    form.show()
    qtbot.waitExposed(form)
    return held


@pytest.fixture
def clips(qtbot: QtBot) -> Iterator[Held]:
    return hold(qtbot, "wan22-clips")


# ---- clips ----------------------------------------------------------------------------------------------


def test_clips_come_and_go_and_their_texts_come_back(clips: Held) -> None:
    texts = clips.form.body.texts
    clips.write("positive_prompt_stage1", "one")
    clips.click(texts.add_clip)
    clips.qtbot.keyClicks(QApplication.focusWidget(), "two")
    clips.click(texts.add_clip)
    clips.qtbot.keyClicks(QApplication.focusWidget(), "three")
    assert clips.clips == ["one", "two", "three"]
    assert clips.own["stages"] == 3
    clips.click(texts.remove_button("positive_prompt_stage1"))
    assert clips.clips == ["two", "three"]
    clips.click(texts.add_clip)
    assert clips.clips == ["two", "three", "one"]
    assert "3 clips · 241 frames · 15.1 s" in texts.total


def test_adding_a_clip_leaves_the_other_fields_alone(clips: Held) -> None:
    clips.write("positive_prompt_stage1", "one")
    first, width = clips.form.field("positive_prompt_stage1"), clips.form.field("width")
    clips.write("width", "640")
    clips.click(clips.form.body.texts.add_clip)
    assert clips.form.field("positive_prompt_stage1") is first
    assert clips.form.field("width") is width
    assert width.value == 640


def test_there_are_ten_clips_at_most_and_one_at_least(clips: Held) -> None:
    texts = clips.form.body.texts
    assert texts.remove_button("positive_prompt_stage1").isHidden()
    for _ in range(9):
        clips.click(texts.add_clip)
    assert len(clips.clips) == 10
    assert not texts.add_clip.isEnabled()
    assert "10" in texts.add_clip.toolTip()


def test_each_clip_says_its_time_and_the_length_of_its_text(clips: Held) -> None:
    clips.click(clips.form.body.texts.add_clip)
    clips.form.field("positive_prompt_stage2").editor.insertPlainText("the boat turns " * 200)
    note = clips.form.field("positive_prompt_stage2").note
    assert note.startswith("5.1 – 10.1 s")
    assert "beyond 512" in note
    assert clips.form.field("positive_prompt_stage1").note == "0.0 – 5.1 s"


# ---- values ---------------------------------------------------------------------------------------------


def test_a_right_value_is_one_click_away_and_nothing_changes_by_itself(clips: Held) -> None:
    frames = clips.form.field("length")
    clips.write("length", "80")
    assert frames.value == 80
    assert [one.text() for one in frames.offers] == ["77", "81"]
    clips.click(frames.offers[0])
    assert frames.value == 77
    assert frames.error == ""
    assert clips.own["length"] == 77


def test_usual_sizes_and_turning_them(clips: Held) -> None:
    sizes = clips.form.body.sizes
    clips.click(sizes.flip)
    assert (clips.own["width"], clips.own["height"]) == (480, 832)
    actions = sizes.menu().actions()
    assert any("720 × 1280" in one.text() for one in actions), "upright sizes stay upright"
    assert next(one for one in actions if "480 × 832" in one.text()).isChecked()
    next(one for one in actions if "720 × 1280" in one.text()).trigger()
    assert (clips.own["width"], clips.own["height"]) == (720, 1280)


def test_a_preset_sets_its_values_and_says_what_differs(clips: Held) -> None:
    presets = clips.form.body.presets
    choice = presets.choice
    assert isinstance(choice, Segmented)
    assert choice.value == "usual"
    clips.qtbot.mouseClick(choice, LEFT, pos=choice.part_rect(2).center())
    assert (clips.own["width"], clips.own["steps"]) == (1280, 8)
    assert presets.sentence.startswith("1280 × 720")
    clips.write("steps", "10")
    assert choice.value == ""
    assert presets.sentence == "“Quality”, but Steps 10"
    clips.write("steps", "8")
    assert choice.value == "quality"


def test_all_settings_go_back_at_once_and_come_again(clips: Held) -> None:
    clips.write("positive_prompt_stage1", "kept")
    clips.write("width", "640")
    clips.write("length", "77")
    reset = clips.form.body.reset
    clips.click(reset.button)
    assert clips.own == {"positive_prompt_stage1": "kept"}
    clips.click(reset.button)
    assert (clips.own["width"], clips.own["length"]) == (640, 77)


def test_a_seed_may_go_on_after_each_job(clips: Held) -> None:
    seed = clips.form.field("seed")
    clips.click(seed.editor.dice)
    drawn = seed.value
    clips.form.count_seed_up(3)
    assert seed.value == drawn, "a fixed seed stays"
    combo = seed.editor.policy
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.count() - 1)
    clips.form.count_seed_up(3)
    assert seed.value == clips.own["seed"] == drawn + 3
    clips.form.show_definition(LIBRARY.get("wan22-i2v"), WorkspaceState(workflow="wan22-i2v"))
    clips.form.show_definition(LIBRARY.get("wan22-clips"), clips.state)
    assert clips.form.field("seed").editor.policy.currentIndex() == combo.count() - 1


def test_the_wheel_changes_a_slider_only_while_it_has_the_keyboard(qtbot: QtBot) -> None:
    held = hold(qtbot, "camera-move")
    slider = held.form.field("strength").editor.slider

    def turn() -> None:
        middle = QPointF(slider.rect().center())
        no_keys, no_buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(middle, middle, QPoint(), QPoint(0, 120), no_buttons, no_keys, phase, False)
        QApplication.sendEvent(slider, event)

    turn()
    assert held.edits == []
    held.form.activateWindow()
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    turn()
    assert held.own["strength"] == pytest.approx(0.55)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert held.own["strength"] == 0
    held.retype(held.form.field("strength").editor.number, "0.7")
    assert slider.value == pytest.approx(0.7)


# ---- what servers have ----------------------------------------------------------------------------------

HAS = {
    "lora1_high": ("orbit_slow.safetensors", "style/ink.safetensors"),
    "lora1_low": ("orbit_slow.safetensors", "style/ink.safetensors"),
    "vae": ("wan_2.1_vae.safetensors",),
}


def search_line() -> QLineEdit:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup.findChild(QLineEdit)


def test_a_lora_is_searched_in_the_servers_list(clips: Held) -> None:
    clips.form.show_report(FormReport("wan22-clips", is_checked=True, offered=HAS))
    clips.click(clips.form.group("LoRAs").head)
    slots = clips.form.body.slots
    assert clips.form.group("LoRAs").head.summary == "none added"
    clips.click(slots.add)
    combo = clips.form.field("lora1_high").editor.combo
    clips.qtbot.keyClicks(combo, "i")
    clips.qtbot.keyClicks(search_line(), "nk")
    assert combo.popup.words()[:1] == ["style/ink.safetensors"]
    clips.qtbot.keyClick(search_line(), Qt.Key.Key_Return)
    assert clips.own["lora1_high"] == "style/ink.safetensors"
    assert clips.form.group("LoRAs").head.summary == "ink × 1"
    clips.click(slots.removes[0])
    assert "lora1_high" not in clips.own


def test_what_a_server_lacks_is_marked_at_its_field_with_the_names_meant(clips: Held) -> None:
    lack = Lack(
        Problem("The model file “wan_2.1_vea” is missing.", "", "Put it there."),
        ("vae.vae_name",),
        "wan_2.1_vea.safetensors",
        ("wan_2.1_vae.safetensors",),
    )
    clips.form.field("vae").take("wan_2.1_vea.safetensors")
    clips.form.show_report(FormReport("wan22-clips", is_checked=True, offered=HAS, lacks=(lack,)))
    field = clips.form.field("vae")
    assert "missing" in field.error or "Put it there." in field.error
    assert clips.form.group("Models").head.summary == "1 is not on the server"
    clips.click(clips.form.group("Models").head)
    clips.click(field.offers[0])
    assert field.value == "wan_2.1_vae.safetensors"
    assert "vae" not in clips.own


def test_a_name_that_is_in_no_list_can_be_typed(clips: Held) -> None:
    clips.form.show_report(FormReport("wan22-clips", is_checked=True, offered=HAS))
    clips.click(clips.form.group("Models").head)
    combo = clips.form.field("vae").editor.combo
    clips.qtbot.keyClick(combo, Qt.Key.Key_F4)
    clips.qtbot.keyClicks(search_line(), "own.pt")
    clips.qtbot.keyClick(search_line(), Qt.Key.Key_Return)
    assert clips.own["vae"] == "own.pt"


def test_without_a_server_every_name_is_a_line(clips: Held) -> None:
    clips.click(clips.form.group("Models").head)
    clips.retype(clips.form.field("vae").editor.line, "mine.safetensors")
    assert clips.own["vae"] == "mine.safetensors"


def test_a_file_is_dropped_on_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    held = hold(qtbot, "wan22-first-last")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "last.png"))])
    target = held.form.field("end_image").editor
    middle = QPointF(target.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys),
        QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys),
    ):
        QApplication.sendEvent(target, event)
        assert event.isAccepted()
    assert held.own["end_image"] == str(tmp_path / "last.png")


# ---- other definitions ----------------------------------------------------------------------------------


def test_a_changed_file_keeps_what_was_typed_and_where_the_user_is(clips: Held) -> None:
    clips.write("positive_prompt_stage1", "she turns")
    area = clips.form.field("positive_prompt_stage1").editor
    clips.qtbot.keyClick(area, Qt.Key.Key_Left)
    before = LIBRARY.get("wan22-clips")
    base = replace(before.base, title="Other words")
    clips.form.show_definition(shaped(replace(base, shape=before.shape), {"stages": 2}), clips.state)
    again = clips.form.field("positive_prompt_stage1").editor
    assert again is not area
    assert again.text() == "she turns"
    assert QApplication.focusWidget() is again
    assert again.textCursor().position() == len("she turn")


def test_a_form_that_shows_the_values_already_is_kept(clips: Held) -> None:
    clips.write("width", "640")
    field = clips.form.field("width")
    clips.form.show_definition(LIBRARY.get("wan22-clips"), clips.state)
    assert clips.form.field("width") is field
