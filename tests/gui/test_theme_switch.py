"""Changing scheme and scale while the window is open."""

import gc
import weakref
from itertools import combinations

import pytest
import shiboken6
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from vqdesk.ui.outputs.bar import GalleryBar
from vqdesk.ui.queue.chips_bar import ChipsBar
from vqdesk.ui.settings.page import SettingsPage
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.widgets.banner import Banner
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LabeledField, LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel
from vqdesk.ui.widgets.text_area import TextArea


def shown_color(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_a_switch_repaints_what_is_on_screen(qtbot, theme_switch):
    panel = Panel("surface.1")
    rows = QVBoxLayout(panel)
    button = PrimaryButton("Add to queue")
    rows.addWidget(button)
    qtbot.addWidget(panel)
    panel.show()
    dark = current_theme()
    assert shown_color(panel, 1, 1) == dark.hex("surface.1").upper()
    assert shown_color(button, 6, 6) == dark.hex("accent.fill").upper()
    theme_switch.choose(Choice("light"))
    light = current_theme()
    assert light.scheme == "light"
    assert shown_color(panel, 1, 1) == light.hex("surface.1").upper()
    assert shown_color(button, 6, 6) == light.hex("accent.fill").upper()


def test_a_larger_scale_gives_words_and_controls_more_room(qtbot, theme_switch):
    panel = Panel()
    rows = QVBoxLayout(panel)
    label, button, field = Label("Workflow"), Button("Retry"), LineField("81")
    for widget in (label, button, field):
        rows.addWidget(widget)
    qtbot.addWidget(panel)
    panel.show()
    before = [widget.sizeHint().height() for widget in (label, button, field)]
    theme_switch.choose(Choice("dark", scale=1.5))
    after = [widget.sizeHint().height() for widget in (label, button, field)]
    assert before == [20, 32, 32]
    assert after == [30, 48, 48]


def test_what_is_open_takes_another_scale_as_if_it_were_built_with_it(qtbot, theme_switch):
    def build():
        banner = Banner()
        banner.tell("paused", "Paused", "0 prompts waiting", "Resume")
        search = LineField(icon="search")
        search.setPlaceholderText("Search")
        parts = [SettingsPage(), GalleryBar(), ChipsBar(), TextArea("Prompt"), banner, search]
        for part in parts:
            qtbot.addWidget(part)
        return parts

    def sizes(parts):
        return [px for part in parts for px in part.sizeHint().toTuple()]

    opened = build()
    first = sizes(opened)
    for scale in (2.0, 0.75, 1.25):
        theme_switch.choose(Choice("dark", scale=scale))
        anew = build()
        assert sizes(opened) == pytest.approx(sizes(anew), rel=0.02), scale
        assert opened[3].document().defaultFont() == anew[3].document().defaultFont()
        assert opened[-1].textMargins() == anew[-1].textMargins()
        assert opened[-2].contentsMargins() == anew[-2].contentsMargins()
    theme_switch.choose(Choice("dark"))
    assert sizes(opened) == pytest.approx(first, rel=0.02)


@pytest.mark.parametrize(("width", "lines"), [(1200, 1), (620, 2)])
def test_the_bar_of_outputs_takes_two_lines_before_anything_is_cut(qtbot, theme, width, lines):
    bar = GalleryBar()
    qtbot.addWidget(bar)
    bar.resize(width, 100)
    bar.show()
    bar.layout().activate()
    parts = [*bar.chips.values(), bar.job, bar.workflow, bar.search, bar.order]
    assert len({part.geometry().center().y() // 20 for part in parts}) == lines
    places = [part.geometry() for part in parts]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(chip.width() >= chip.sizeHint().width() for chip in bar.chips.values())


def test_at_last_the_chips_of_states_without_jobs_go(qtbot, theme):
    bar = ChipsBar()
    qtbot.addWidget(bar)
    bar.set_counts({"running": 1, "succeeded": 3})
    bar.resize(900, 40)
    bar.show()
    assert all(chip.isVisible() for chip in bar.chips.values())
    bar.resize(330, 40)
    assert [status for status, chip in bar.chips.items() if chip.isVisible()] == ["", "running", "succeeded"]


@pytest.mark.parametrize("kind", [LineField, QComboBox])
def test_fields_are_as_high_as_the_design_says_with_and_without_focus(qtbot, theme, kind):
    panel = Panel()
    rows = QVBoxLayout(panel)
    field, other = kind(), Button("Other")
    rows.addWidget(LabeledField("Name", field))
    rows.addWidget(other)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert field.height() == theme.size.control
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.height() == theme.size.control


def test_a_widget_that_went_away_is_not_told_and_not_kept(qtbot, theme_switch):
    def make_and_drop() -> weakref.ref:
        label = Label("soon gone")
        label.deleteLater()
        qtbot.waitUntil(lambda: not shiboken6.isValid(label))
        return weakref.ref(label)

    gone = make_and_drop()
    theme_switch.choose(Choice("light"))
    gc.collect()
    assert gone() is None
