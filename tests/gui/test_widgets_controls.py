"""Buttons, choices, chips and fields as a person uses them."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from vqdesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.fields import ComboBox, LabeledField, LineField, NumberField
from vqdesk.ui.widgets.focus_ring import FocusRing
from vqdesk.ui.widgets.surfaces import Panel
from vqdesk.ui.widgets.text_area import TextArea


@pytest.fixture
def page(qtbot):
    panel = Panel()
    QVBoxLayout(panel)
    qtbot.addWidget(panel)

    def show(*widgets):
        for widget in widgets:
            panel.layout().addWidget(widget)
        panel.resize(480, panel.sizeHint().height())
        panel.show()
        panel.activateWindow()
        return widgets[0]

    return show


def turn_wheel(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_a_blocked_button_says_why_and_gets_its_tool_tip_back(qtbot):
    button = PrimaryButton("Add to queue")
    qtbot.addWidget(button)
    button.setToolTip("Adds the prompts")
    button.set_blocked("Add an image first")
    button.set_blocked("Choose a workflow first")
    assert (button.isEnabled(), button.toolTip()) == (False, "Choose a workflow first")
    button.set_blocked(None)
    assert (button.isEnabled(), button.toolTip()) == (True, "Adds the prompts")


def test_an_icon_alone_has_a_name_and_a_tool_tip_with_its_shortcut(qtbot):
    button = IconButton("folder", "Open folder")
    qtbot.addWidget(button)
    button.set_name("Open folder", "Ctrl+O")
    assert button.accessibleName() == "Open folder"
    assert button.toolTip() == "Open folder (Ctrl+O)"


def test_the_ring_is_seen_after_the_keyboard_and_not_after_the_mouse(qtbot, page):
    first, second = Button("First"), Button("Second")
    page(first, second)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.window().findChildren(FocusRing) == []
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)
    (ring,) = second.window().findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
    second.window().resize(700, 300)
    qtbot.waitUntil(lambda: ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3))


def test_arrows_move_a_choice_past_a_closed_part(qtbot, page):
    choice = page(Segmented([("one", "One for all"), ("per", "Per image"), ("auto", "Auto")], "Prompts"))
    choice.set_blocked("per", "comes later")
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert told.args == ["auto"]
    assert choice.accessibleName() == "Prompts: Auto"
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.part_rect(1).center())
    assert choice.value == "auto"
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.part_rect(0).center())
    assert choice.value == "one"


def test_parts_of_a_choice_fill_it_equally(page):
    choice = page(Segmented([("a", "A"), ("b", "B"), ("c", "C")], "Letters"))
    widths = [choice.part_rect(index).width() for index in range(3)]
    assert max(widths) - min(widths) <= 1
    assert sum(widths) == choice.width() - 4


def test_ctrl_click_adds_a_chip_and_a_plain_click_chooses_it(qtbot, page):
    chip = page(Chip("Failed", status="failed", count=2))
    with qtbot.waitSignal(chip.chosen) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    with qtbot.waitSignal(chip.chosen) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [True]


def test_a_narrow_chip_keeps_its_count_and_says_its_word_in_the_tool_tip(page):
    chip = page(Chip("Failed", status="failed", count=2))
    wide = chip.sizeHint().width()
    chip.set_narrow(True)
    assert chip.sizeHint().width() < wide
    assert chip.toolTip() == "Failed"
    assert chip.accessibleName() == "Failed, 2"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("81", Decimal(81)), ("-4", Decimal(-4)), ("4.5", None), ("abc", None), ("", None), ("NaN", None)],
)
def test_a_whole_number_field_keeps_what_was_typed(qtbot, page, typed, value):
    field = page(NumberField(5))
    field.set_range(1, 60)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    assert field.text() == typed
    assert field.value == value


def test_steps_stay_in_range(qtbot, page):
    field = page(NumberField(59))
    field.set_range(1, 60)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value == 60
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.value == 50


def test_the_step_buttons_step(qtbot, page):
    field = page(NumberField(2.5, step=0.5, whole=False))
    right = field.width() - 14
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(right, 8))
    assert field.value == Decimal("3.0")
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(right, 24))
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(right, 24))
    assert field.value == Decimal("2.0")


def test_the_wheel_changes_a_number_only_while_it_has_the_keyboard(qtbot, page):
    field, other = NumberField(5), Button("Other")
    page(field, other)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    turn_wheel(field)
    assert field.value == 5
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    turn_wheel(field)
    assert field.value == 6


def test_the_wheel_never_changes_a_combo_box(qtbot, page):
    combo = page(ComboBox("Size"))
    combo.add_choices([("a", "832 × 480"), ("b", "1280 × 720")])
    combo.setFocus()
    turn_wheel(combo)
    assert combo.currentData() == "a"
    combo.choose("b")
    assert combo.currentText() == "1280 × 720"


def test_a_wrong_field_says_what_to_do_and_turns_red(page, theme):
    field = LabeledField("Frames", LineField("80"))
    page(field)
    low = field.sizeHint().height()
    field.set_error("80 is not 4 n + 1. Use 77 or 81.")
    assert field.sizeHint().height() > low
    assert field.field.accessibleDescription() == "80 is not 4 n + 1. Use 77 or 81."
    assert field.field.accessibleName() == "Frames"
    edge = field.field.grab().toImage().pixelColor(40, 0).name().upper()
    assert edge == theme.hex("status.failed").upper()
    field.set_error(None)
    assert field.error == ""
    edge = field.field.grab().toImage().pixelColor(40, 0).name().upper()
    assert edge != theme.hex("status.failed").upper()


def test_a_text_area_grows_from_three_to_eight_lines_and_then_scrolls(qtbot, page, theme):
    area = page(TextArea("Clip 1"))
    line, pad = theme.line_height("body"), 2 * theme.size.area_padding[1]
    assert area.height() == 3 * line + pad
    area.set_text("\n".join("12345"))
    qtbot.waitUntil(lambda: area.height() == 5 * line + pad)
    area.set_text("\n".join("1234567890"))
    qtbot.waitUntil(lambda: area.height() == 8 * line + pad)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)


def test_lines_typed_later_are_as_high_as_the_first(qtbot, page, theme):
    area = page(TextArea("Clip 1", min_lines=1))
    for word in ("one", "two", "three"):
        qtbot.keyClicks(area, word)
        qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.document().size().height() == 4 * theme.line_height("body")


def test_tab_leaves_a_text_area_and_ctrl_enter_submits_it(qtbot, page):
    area, other = TextArea("Clip 1"), Button("Other")
    page(area, other)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClicks(area, "rain")
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    qtbot.waitUntil(other.hasFocus)
    assert area.text() == "rain"


def test_pasted_text_is_plain(qtbot, page):
    area = page(TextArea("Clip 1"))
    area.insertPlainText("a")
    assert not area.acceptRichText()
    assert area.text() == "a"
