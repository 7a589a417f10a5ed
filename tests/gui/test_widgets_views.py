"""Labels, groups, banners, bars, tabs and what holds them."""

import pytest
from gallery import build_form, build_page
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.widgets.banner import Banner
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.group import Group
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.widgets.progress import ProgressBar
from vqdesk.ui.widgets.status import StatusGlyph, status_look, status_word
from vqdesk.ui.widgets.surfaces import Panel, Splitter
from vqdesk.ui.widgets.tabs import TabBar

PATH = "/home/somebody/Pictures/a long journey to the lake/lake_boats.jpg"
STATUSES = ("pending", "queued", "submitting", "running", "succeeded", "failed", "canceled", "held", "paused")


def test_a_path_loses_its_middle_and_keeps_its_file_name(qtbot):
    label = ElidedLabel(PATH, elide="middle")
    qtbot.addWidget(label)
    label.resize(220, 20)
    label.show()
    assert "…" in label.shown_text()
    assert label.shown_text().endswith("boats.jpg")
    at = QPoint(4, 4)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, label.mapToGlobal(at)))
    assert label.toolTip() == PATH


def test_facts_lose_whole_parts_from_the_end(qtbot):
    label = ElidedLabel("about 50 s · done 13:58 · about 2.3 MB", elide="parts")
    qtbot.addWidget(label)
    label.show()
    whole = label.sizeHint().width()
    label.resize(whole, 20)
    assert label.shown_text() == label.text()
    label.resize(whole - 4, 20)
    assert label.shown_text() == "about 50 s · done 13:58"
    label.resize(whole // 5, 20)
    assert label.shown_text().endswith("…")


def test_a_text_that_fits_has_no_tool_tip(qtbot):
    label = ElidedLabel("lake.jpg")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(4, 4), QPoint(4, 4)))
    assert (label.shown_text(), label.toolTip()) == ("lake.jpg", "")


def test_a_wrapping_label_is_one_line_height_per_line(qtbot, theme):
    label = Label("The graphics card ran out of memory while decoding the video. " * 3, wrap=True)
    qtbot.addWidget(label)
    line = theme.line_height("body")
    narrow, wide = label.heightForWidth(200), label.heightForWidth(2000)
    assert wide == line
    assert narrow % line == 0
    assert narrow >= 4 * line


@pytest.mark.parametrize("status", STATUSES)
def test_every_state_has_a_shape_a_colour_and_a_word(qtbot, theme, status):
    glyph = StatusGlyph(status, px=32)
    qtbot.addWidget(glyph)
    glyph.resize(32, 32)
    image = glyph.grab().toImage()
    wanted = theme.hex(status_look(status).color).upper()
    assert any(image.pixelColor(x, y).name().upper() == wanted for x in range(32) for y in range(32))
    assert glyph.accessibleName() == status_word(status)


def test_shapes_of_different_states_differ_without_colour():
    shown = {
        status_look(status).icon
        for status in ("waiting", "running", "done", "failed", "canceled", "held", "offline")
    }
    assert len(shown) == 7


def test_a_closed_group_still_says_its_values_and_tells_when_it_opens(qtbot, theme):
    content = QWidget()
    content.setMinimumHeight(80)
    group = Group("Sampling", content)
    group.set_summary("4 steps · cfg 1.0")
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.addWidget(group)
    rows.addStretch(1)
    qtbot.addWidget(page)
    page.show()
    assert not content.isVisible()
    assert group.head.height() == theme.size.group
    assert group.head.accessibleName() == "Sampling: 4 steps · cfg 1.0"
    with qtbot.waitSignal(group.toggled) as told:
        qtbot.keyClick(group.head, Qt.Key.Key_Space)
    assert told.args == [True]
    qtbot.waitUntil(lambda: content.isVisible() and content.height() >= 80)
    qtbot.mouseClick(group.head, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not content.isVisible())
    group.set_open(True)
    assert group.is_open()
    assert content.isVisible()


def test_a_banner_says_what_is_the_matter_and_acts(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    assert not banner.isVisible()
    banner.tell("offline", "ComfyUI does not answer", "trying again in 8 s", "Try now")
    assert banner.isVisible()
    assert banner.accessibleName() == "ComfyUI does not answer. trying again in 8 s"
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    banner.tell("paused", "Paused")
    assert not banner.button.isVisible()


def test_a_bar_reaches_its_value_and_never_glides_backwards(qtbot):
    bar = ProgressBar("Prompt 8")
    qtbot.addWidget(bar)
    bar.show()
    bar.set_fraction(0.8)
    qtbot.waitUntil(lambda: bar.shown == pytest.approx(0.8))
    bar.set_fraction(0.2)
    assert bar.shown == pytest.approx(0.2)
    bar.set_fraction(7)
    assert bar.fraction == 1.0
    assert bar.accessibleDescription() == "100%"


def test_a_double_click_gives_a_splitter_its_first_sizes_back(qtbot):
    splitter = Splitter(Qt.Orientation.Horizontal)
    for _ in range(2):
        splitter.addWidget(QWidget())
    qtbot.addWidget(splitter)
    splitter.resize(1001, 300)
    splitter.show()
    splitter.set_first_sizes([400, 600])
    splitter.setSizes([700, 300])
    handle = splitter.handle(1)
    assert handle.width() == 8
    assert handle.contentsRect().width() == 1
    qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton)
    assert splitter.sizes() == [400, 600]


def test_tabs_are_reached_by_arrows_and_show_counts(qtbot):
    tabs = TabBar("Detail")
    for word in ("Outputs", "Log"):
        tabs.addTab(word)
    qtbot.addWidget(tabs)
    tabs.show()
    bare = tabs.tabSizeHint(0).width()
    tabs.set_count(0, 7)
    assert tabs.tabSizeHint(0).width() > bare
    with qtbot.waitSignal(tabs.currentChanged):
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_an_empty_place_names_the_next_step(qtbot):
    empty = EmptyState("image", "Drop images or folders here", "Photos become clips", dashed=True)
    choose = Button("Choose files…")
    empty.add_button(choose)
    qtbot.addWidget(empty)
    empty.resize(600, 200)
    empty.show()
    assert choose.isVisible()
    shown = [label.text() for label in empty.findChildren(Label)]
    assert shown == ["Drop images or folders here", "Photos become clips"]


def test_chips_break_into_rows_and_none_is_lost(qtbot):
    page = Panel()
    flow = FlowLayout(page)
    chips = [Chip(word, count=3) for word in ("All", "Running", "Failed", "Waiting", "Held", "Done", "Canceled")]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(page)
    page.resize(260, flow.heightForWidth(260))
    page.show()
    assert flow.heightForWidth(260) > flow.heightForWidth(2000)
    assert all(page.rect().contains(chip.geometry()) for chip in chips)
    for one in chips:
        assert not any(one.geometry().intersects(other.geometry()) for other in chips if other is not one)


@pytest.mark.parametrize("choice", [Choice("dark"), Choice("light"), Choice("dark", scale=1.5)], ids=str)
@pytest.mark.parametrize("build", [lambda: build_page("dark"), build_form], ids=["components", "form"])
def test_every_component_has_room_for_its_words(qtbot, theme_switch, choice, build):
    theme_switch.choose(choice)
    page = build()
    qtbot.addWidget(page)
    page.resize(page.minimumSizeHint())
    page.show()
    whole = [w for w in page.findChildren(QWidget) if isinstance(w, (Button, Chip)) or type(w) is Label]
    cut = [w.text() for w in whole if w.isVisible() and w.width() < w.minimumSizeHint().width()]
    assert cut == []
