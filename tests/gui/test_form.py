"""The form follows its definition: fields, rules, groups, what is changed and the way back."""

import pytest
from definitions import choice, full_definition, make_definition, seed, text, whole
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vqdesk.domain.fanout import RANDOM_SEEDS_BELOW
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.workflow import Timing, check_values
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ui.widgets.buttons import QuietButton
from vqdesk.ui.widgets.fields import ComboBox, NumberField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.text_area import TextArea
from vqdesk.ui.workspace.form import ParameterForm


@pytest.fixture
def form(qtbot: QtBot) -> ParameterForm:
    shown = ParameterForm()
    qtbot.addWidget(shown)
    shown.resize(700, 800)
    shown.show_definition(full_definition(), WorkspaceState(workflow="clip"))
    shown.show()
    return shown


def retype(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Replaces the text of a field as a person does."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, words)


def edits(form: ParameterForm) -> list[tuple[str, object]]:
    """All edits from now on."""
    seen: list[tuple[str, object]] = []
    form.value_edited.connect(lambda name, value: seen.append((name, value)))
    return seen


def test_each_type_has_its_widget(form: ParameterForm) -> None:
    assert isinstance(form.field("prompt").editor, TextArea)
    assert isinstance(form.field("frames").editor, NumberField)
    assert isinstance(form.field("move").editor, ComboBox)
    assert form.field("frames").editor.suffix == "frames"


def test_typing_tells_the_typed_value(form: ParameterForm, qtbot: QtBot) -> None:
    seen = edits(form)
    retype(qtbot, form.field("frames").editor, "77")
    qtbot.keyClicks(form.field("prompt").editor, "Pan")
    assert seen[-1] == ("prompt", "Pan")
    assert ("frames", 77) in seen


def test_text_that_is_no_number_is_told_as_text(form: ParameterForm, qtbot: QtBot) -> None:
    seen = edits(form)
    retype(qtbot, form.field("frames").editor, "8o")
    assert seen[-1] == ("frames", "8o")


def test_showing_values_tells_nothing(form: ParameterForm) -> None:
    seen = edits(form)
    state = WorkspaceState(workflow="clip", values={"clip": {"frames": 77, "prompt": "Pan\nleft"}})
    form.show_definition(full_definition(), state)
    assert form.field("frames").value == 77
    assert form.field("prompt").value == "Pan\nleft"
    assert seen == []


def test_a_wrong_value_is_named_below_its_field_with_the_nearest_right_ones(form: ParameterForm) -> None:
    form.show_errors(check_values(full_definition(), {"frames": 80}))
    assert "77" in form.field("frames").error
    assert "81" in form.field("frames").error
    assert form.field("steps").error == ""
    form.show_errors([])
    assert form.field("frames").error == ""


def test_the_whole_sentence_of_an_error_is_readable(form: ParameterForm, qtbot: QtBot) -> None:
    form.show_errors(check_values(full_definition(), {"frames": 80}))
    field = form.field("frames")
    cause = "It must be 4·n + 1."
    sentence = next(w for w in field.findChildren(Label) if w.text().startswith(cause))
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))


def test_a_wrong_value_in_a_closed_group_is_counted_at_its_head(form: ParameterForm) -> None:
    form.show_errors(check_values(full_definition(), {"steps": 99}))
    assert form.group("Sampling").head.summary == "1 value is wrong"


def test_a_closed_group_says_what_it_holds(form: ParameterForm) -> None:
    assert not form.group("Sampling").is_open()
    assert form.group("Sampling").head.summary == "Steps 4"


def test_a_group_opens_and_tells_it(form: ParameterForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.group_toggled) as told:
        qtbot.mouseClick(form.group("Sampling").head, Qt.MouseButton.LeftButton)
    assert told.args == ["Sampling", True]
    assert form.field("steps").isVisible()


def test_reset_brings_the_default_back(form: ParameterForm, qtbot: QtBot) -> None:
    field = form.field("frames")
    assert not field.reset_link.isEnabled()
    retype(qtbot, field.editor, "77")
    assert field.reset_link.isEnabled()
    seen = edits(form)
    qtbot.mouseClick(field.reset_link, Qt.MouseButton.LeftButton)
    assert field.value == 81
    assert seen == [("frames", 81)]
    assert not field.reset_link.isEnabled()


def test_a_dependent_field_shows_with_its_condition_only(form: ParameterForm) -> None:
    assert form.field("angle").isHidden()
    form.refresh({"move": "arc"})
    assert form.field("angle").isVisible()
    form.refresh({})
    assert form.field("angle").isHidden()


def test_an_extra_text_waits_behind_a_button(form: ParameterForm, qtbot: QtBot) -> None:
    field = form.field("negative")
    assert not field.isVisible()
    button = next(one for one in form.findChildren(QuietButton) if one.text() == "Negative")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.isVisible()
    assert not button.isVisible()
    form.refresh({"move": "arc"})
    assert field.isVisible(), "other edits must not close it again"


def test_an_extra_text_with_words_of_the_user_is_open(form: ParameterForm, qtbot: QtBot) -> None:
    form.show_definition(full_definition(), WorkspaceState(workflow="clip", values={"clip": {"negative": "blur"}}))
    qtbot.waitUntil(lambda: form.field("negative").isVisible())


def test_tries_are_offered_only_where_they_differ(form: ParameterForm, qtbot: QtBot) -> None:
    seen: list[object] = []
    form.tries_edited.connect(seen.append)
    assert form.tries_field is not None
    retype(qtbot, form.tries_field.field, "3")
    assert seen[-1] == 3
    form.show_definition(make_definition(whole()), WorkspaceState(workflow="clip"))
    assert form.tries_field is None


def test_the_seed_is_new_for_each_try_until_the_dice_draws_one(form: ParameterForm, qtbot: QtBot) -> None:
    field = form.field("noise")
    assert field.value == "random"
    seen = edits(form)
    qtbot.mouseClick(field.editor.dice, Qt.MouseButton.LeftButton)
    name, drawn = seen[-1]
    assert name == "noise"
    assert isinstance(drawn, int)
    assert 0 <= drawn < RANDOM_SEEDS_BELOW
    assert field.editor.number.isVisible()
    field.editor.number.setText("12x")
    assert seen[-1] == ("noise", "12x")


def test_ctrl_enter_in_a_text_submits_and_tab_leaves(form: ParameterForm, qtbot: QtBot) -> None:
    area = form.field("prompt").editor
    area.setFocus()
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == ""


def test_a_switch_and_a_decimal_number(qtbot: QtBot) -> None:
    shown = ParameterForm()
    qtbot.addWidget(shown)
    loop = Parameter("loop", "Loop", ParameterType.BOOL, default=False, bind=("1.loop",))
    strength = Parameter("strength", "Strength", ParameterType.FLOAT, default=1.0, bind=("1.s",), step=0.05, max=2)
    shown.show_definition(make_definition(loop, strength), WorkspaceState(workflow="clip"))
    shown.show()
    seen = edits(shown)
    qtbot.mouseClick(shown.field("loop").editor, Qt.MouseButton.LeftButton)
    assert seen == [("loop", True)]
    editor = shown.field("strength").editor
    assert editor.text() == "1"
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert seen[-1] == ("strength", 1.05)


@pytest.mark.parametrize("width", [448, 688, 1000])
def test_nothing_is_cut_at_any_width(qtbot: QtBot, width: int) -> None:
    shown = ParameterForm()
    qtbot.addWidget(shown)
    shown.resize(width, 900)
    shown.show_definition(
        make_definition(text(), whole("a number with a long name"), choice("move", ("pan", "arc")), seed()),
        WorkspaceState(workflow="clip"),
    )
    shown.show()
    for name in ("a number with a long name", "move", "noise"):
        field = shown.field(name)
        assert field.width() >= field.minimumSizeHint().width()
        assert field.mapTo(shown, field.rect().topRight()).x() < width


def test_frames_say_what_they_mean_in_seconds(qtbot: QtBot) -> None:
    form = ParameterForm()
    qtbot.addWidget(form)
    clip = make_definition(whole("length", 81), whole("fps", 16), timing=Timing(16, 81))
    form.show_definition(clip, WorkspaceState(workflow="clip"))
    assert form.field("length").editor.suffix == "5.1 s"
    form.refresh({"length": 48, "fps": 24})
    assert form.field("length").editor.suffix == "2.0 s"


def test_the_form_that_was_left_may_still_be_typing(form: ParameterForm, qtbot: QtBot) -> None:
    name = next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == "Name of the job")
    with qtbot.captureExceptions() as faults:
        form.show_definition(make_definition(text()), WorkspaceState())
        name.setText("what an input method hands over late")
    assert faults == []
