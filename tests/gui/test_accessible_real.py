"""Everybody can use the window: names and roles on every control, in every state, at every size of texts."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from real_window import PATIENCE_MS, RealWindow, click, drop

from vqdesk.locations import resources_dir
from vqdesk.ui.auto_prompt.drawer_window import AutoPromptWindow
from vqdesk.ui.commands.sheet import ShortcutSheet
from vqdesk.ui.outputs.entry import OUTPUTS
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.slider import Slider

NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def controls_of(top: QWidget) -> list[QWidget]:
    """Everything under `top` that a user can reach and that is seen."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top)
        and (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton))
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def faults_of(top: QWidget) -> list[str]:
    found = []
    for widget in controls_of(top):
        spoken = QAccessible.queryAccessibleInterface(widget)
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        if spoken is None or spoken.role() in NO_ROLES:
            found.append(f"no role: {where}")
        elif not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {where}")
    return found


def cut_words_of(top: QWidget) -> list[str]:
    """Labels and buttons whose words need more width than they have; chips keep shape and number instead."""
    found = []
    for widget in top.findChildren(QWidget):
        if (
            not widget.isVisibleTo(top)
            or not isinstance(widget, QAbstractButton | QLabel)
            or isinstance(widget, Chip)
        ):
            continue
        may_shorten = hasattr(widget, "shown_text") or (isinstance(widget, QLabel) and widget.wordWrap())
        if may_shorten or not widget.text():
            continue
        if widget.width() < widget.minimumSizeHint().width():
            found.append(f"{type(widget).__name__} “{widget.text()}” in {type(widget.parent()).__name__}")
    return found


@pytest.fixture
def filled(qtbot, real_window: RealWindow, tmp_path) -> RealWindow:
    """With an engine, images, a form and a job in the queue."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for sample in sorted((resources_dir() / "samples").glob("*.jpg"))[:2]:
        shutil.copy(sample, photos)
    window = real_window.window
    window.strip.set_paused(True)
    click(qtbot, window, "Use the built-in engine")
    drop(window.workspace, [photos])
    footer = window.workspace.page.footer
    qtbot.waitUntil(lambda: footer.button.isVisible() and footer.button.isEnabled(), timeout=PATIENCE_MS)
    footer.button.click()
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.job_id == 1, timeout=PATIENCE_MS)
    return real_window


def test_the_first_start_speaks(real_window) -> None:
    assert " | ".join(faults_of(real_window.window)) == ""


def stops_of(window: QWidget) -> list[QWidget]:
    """What Tab reaches, in its order."""
    found, one = [], window.nextInFocusChain()
    while one is not window:
        reached = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.isVisibleTo(window) and one.isEnabled()
        if reached and one.window() is window and one.focusProxy() is None:
            found.append(one)
        one = one.nextInFocusChain()
    return found


def test_form_queue_and_every_page_of_the_detail_speak_and_tab_passes_them_in_order(qtbot, filled) -> None:
    window = filled.window
    assert " | ".join(faults_of(window)) == ""
    bar = window.detail.body.tabs.bar
    for at in (*range(bar.count()), 0):  # pages that are made late come behind their tab all the same
        bar.setCurrentIndex(at)
        assert " | ".join(faults_of(window.detail)) == ""
    panes = [window.strip, window.workspace, window.queue, window.detail]

    def passed() -> list[int]:
        return [next(at for at, pane in enumerate(panes) if pane.isAncestorOf(stop)) for stop in stops_of(window)]

    qtbot.waitUntil(lambda: set(passed()) == {0, 1, 2, 3}, timeout=PATIENCE_MS)
    assert passed() == sorted(passed())
    strip = [stop.mapTo(window, QPoint()).x() for stop in stops_of(window) if window.strip.isAncestorOf(stop)]
    assert strip == sorted(strip)
    form = window.workspace.page.form
    heights = [stop.mapTo(form, QPoint()).y() for stop in stops_of(window) if form.isAncestorOf(stop)]
    assert heights == sorted(heights)


def test_settings_shortcuts_palette_and_automatic_prompts_speak(real_window) -> None:
    window = real_window.window
    window.side.show_settings()
    sheet = ShortcutSheet(window.commands, window)
    sheet.show()
    window.palette.open()
    window.side.show_auto_prompts()
    auto_prompts = window.findChild(AutoPromptWindow)
    for top in (window.side.settings, sheet, window.palette, auto_prompts):
        assert " | ".join(faults_of(top)) == ""
    window.palette.hide()


def test_outputs_and_the_other_windows_speak(real_window) -> None:
    window = real_window.window
    window.places.show(OUTPUTS)
    window.places.page.stage.show()
    assert " | ".join(faults_of(window)) == ""
    for show in (window.side.show_about, window.side.show_doctor, window.side.show_bundle, window.side.show_logs):
        show()
    window.notices.panel.open_below(window.strip.tools.bell)
    window.importing.page.open_text("{}")
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
    assert {"AboutDialog", "DoctorDialog", "BundleDialog", "LogWindow"} <= {type(top).__name__ for top in tops}
    for top in (*tops, window.notices.panel, window.importing.page):
        assert " | ".join(faults_of(top)) == ""
        if top.isWindow() and top is not window.notices.panel:
            top.close()


def test_no_words_are_cut_at_any_size_of_texts_nor_from_right_to_left(qtbot, filled, theme_switch) -> None:
    window = filled.window

    def nothing_is_cut() -> None:
        assert " | ".join(cut_words_of(window)) == ""

    window.resize(1920, 1080)
    for percent in (75, 100, 150, 200):
        theme_switch.choose(Choice("dark", percent / 100))
        qtbot.waitUntil(nothing_is_cut, timeout=PATIENCE_MS)
    theme_switch.choose(Choice("dark"))
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        strip = window.strip
        qtbot.waitUntil(lambda: strip.menu_button.x() > strip.width() // 2)
        qtbot.waitUntil(nothing_is_cut, timeout=PATIENCE_MS)
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_sliders_and_choices_say_what_they_are_and_hold(qtbot) -> None:
    slider = Slider(0, 1, 0.1)
    qtbot.addWidget(slider)
    slider.setAccessibleName("Strength")
    slider.set_value(0.5)
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Value) == "0.5"
