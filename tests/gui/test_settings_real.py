"""The settings window over the real store: what is changed there holds at once, and after a restart."""

import json

import pytest
from PySide6.QtCore import Qt
from real_window import LEFT, PATIENCE_MS, RealWindow

from vqdesk.domain.settings import KEEP_AWAKE, KEEP_FREE_GB, LLM_URL, SETTINGS
from vqdesk.domain.settings_window import SCHEME, TEXT_SIZE
from vqdesk.ui.settings.window import SettingsWindow
from vqdesk.ui.theme.source import current_theme


@pytest.fixture
def settings(qtbot, real_window: RealWindow) -> SettingsWindow:
    real_window.window.side.show_settings()
    window = real_window.window.findChild(SettingsWindow)
    qtbot.waitUntil(lambda: window.page.rows[LLM_URL.key].control.text != "", timeout=PATIENCE_MS)
    return window


def value(real: RealWindow, setting):
    return real.app.services.settings.get(setting)


def test_every_setting_has_a_row_with_its_meaning_and_default(settings) -> None:
    assert set(settings.page.rows) == {setting.key for setting in SETTINGS}
    for row in settings.page.rows.values():
        assert row.control.part.accessibleName()
        assert row.control.part.accessibleDescription()


def test_a_switch_is_stored_and_reset(qtbot, real_window, settings) -> None:
    row = settings.page.rows[KEEP_AWAKE.key]
    assert row.reset.isHidden()
    qtbot.mouseClick(row.control.part, LEFT)
    qtbot.waitUntil(lambda: value(real_window, KEEP_AWAKE) is False, timeout=PATIENCE_MS)
    qtbot.waitUntil(row.reset.isVisible)
    row.reset.click()
    qtbot.waitUntil(lambda: value(real_window, KEEP_AWAKE) is True, timeout=PATIENCE_MS)
    qtbot.waitUntil(row.reset.isHidden)
    qtbot.waitUntil(row.control.part.isChecked)


def test_a_wrong_number_says_the_limits_and_is_not_stored(qtbot, real_window, settings) -> None:
    row = settings.page.rows[KEEP_FREE_GB.key]
    row.control.part.setFocus()
    row.control.part.selectAll()
    qtbot.keyClicks(row.control.part, "-3")
    qtbot.keyClick(row.control.part, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "10000" in row.remark.text())
    assert value(real_window, KEEP_FREE_GB) == 2.0
    row.control.part.selectAll()
    qtbot.keyClicks(row.control.part, "8.5")
    qtbot.waitUntil(lambda: value(real_window, KEEP_FREE_GB) == 8.5, timeout=PATIENCE_MS)
    assert row.remark.isHidden()


def test_the_look_changes_at_once(qtbot, real_window, settings) -> None:
    before = real_window.window.strip.height()
    settings.change({SCHEME.key: "contrast", TEXT_SIZE.key: 150})
    qtbot.waitUntil(lambda: current_theme().scheme == "contrast", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: real_window.window.strip.height() == before * 3 // 2)


def test_a_search_leaves_what_has_the_words_and_says_when_nothing_has(qtbot, settings) -> None:
    qtbot.keyClicks(settings.search, "shut down")
    shown = [key for key, row in settings.page.rows.items() if not row.isHidden()]
    assert "night.after_queue" in shown
    assert LLM_URL.key not in shown
    settings.search.setText("qqq")
    qtbot.waitUntil(settings.nothing.isVisible)


def test_settings_travel_in_a_file(qtbot, real_window, settings, tmp_path) -> None:
    file = tmp_path / "mine.json"
    settings.change({KEEP_AWAKE.key: False})
    qtbot.waitUntil(lambda: value(real_window, KEEP_AWAKE) is False, timeout=PATIENCE_MS)
    settings.export_to(str(file))
    qtbot.waitUntil(lambda: file.name in settings.remark.text(), timeout=PATIENCE_MS)
    assert json.loads(file.read_text(encoding="utf-8"))["settings"] == {KEEP_AWAKE.key: False}
    settings.change({KEEP_AWAKE.key: True})
    qtbot.waitUntil(lambda: value(real_window, KEEP_AWAKE) is True, timeout=PATIENCE_MS)
    settings.import_from(str(file))
    qtbot.waitUntil(lambda: "1 settings were taken" in settings.remark.text(), timeout=PATIENCE_MS)
    assert value(real_window, KEEP_AWAKE) is False
    settings.import_from(str(tmp_path / "absent.json"))
    qtbot.waitUntil(lambda: "cannot be read" in settings.remark.text(), timeout=PATIENCE_MS)


def test_an_address_without_a_server_is_told_below_it(qtbot, settings) -> None:
    row = settings.page.rows[LLM_URL.key]
    row.control.part.setText("http://127.0.0.1:9")
    settings.test.click()
    qtbot.waitUntil(lambda: "No language model server answers" in row.remark.text(), timeout=PATIENCE_MS)
