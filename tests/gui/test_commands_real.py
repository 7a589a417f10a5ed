"""The palette and the shortcuts of the real window: found, done, changed, kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from real_window import LEFT, PATIENCE_MS, RealWindow

from vqdesk.ui.commands.book import CommandBook
from vqdesk.ui.commands.sheet import ShortcutSheet
from vqdesk.ui.commands.words import section_words
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.queue.row_actions import RowAction, action_name

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    real_window.window.activateWindow()
    return real_window.window


@pytest.fixture
def book(window: MainWindow) -> CommandBook:
    return window.commands


def tabs(window: MainWindow) -> int:
    return len(window.workspace.book.tabs.open)


def test_ctrl_k_finds_a_command_by_a_few_letters_and_enter_does_it(qtbot, window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(window.palette.isVisible)
    qtbot.keyClicks(window.palette.line, "new wo")
    assert window.palette.words()[0] == "New workspace"
    qtbot.keyClick(window.palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tabs(window) == 2)
    assert window.palette.isHidden()
    window.palette.open()
    assert window.palette.words()[0] == "New workspace"


def test_the_palette_lists_every_command_and_every_tab_and_says_when_nothing_fits(qtbot, window, book) -> None:
    window.palette.open()
    assert len(window.palette.words()) >= sum(not command.is_fixed for command in book.commands)
    assert window.workspace.book.tabs.current.title in window.palette.words()
    window.palette.line.setText("qqqq")
    assert window.palette.words() == []
    window.palette.hide()


def test_commands_have_words_a_section_and_no_shortcut_twice_where_both_are_heard(book) -> None:
    for command in book.commands:
        assert command.words and command.section
        assert section_words(command.section) != command.section
        for keys in () if command.is_fixed else book.keys_of(command):
            assert book.owner_of(keys, command) is None, (command.name, keys)


def test_keys_of_lists_are_changed_kept_and_shown(qtbot, window, book) -> None:
    sheet = ShortcutSheet(book, window)
    sheet.assign(book["job.retry"], "H")
    assert "Hold" in sheet.remark.text()
    assert book.keys_of(book["job.toggle_hold"]) == ()
    sheet.assign(book["gallery.favourite"], "H")
    assert sheet.remark.text() == ""  # another list
    view, asked = window.queue.view, []
    view.wanted.connect(lambda action, _keys: asked.append(action))
    assert view.keys.shown("retry") == "H"
    assert action_name(RowAction.RETRY, view.keys).endswith("(H)")
    stored = book.to_json()
    book.reset()
    assert view.keys.shown("retry") == "R"
    book.take_json(stored)
    assert window.places.keys.shown("favourite") == "H"
    sheet.assign(book["workspace.new"], "H")
    assert "hold Ctrl or Alt" in sheet.remark.text()
    sheet.assign(book["workspace.new"], "Ctrl+D")  # the whole window takes it from the list
    assert book.keys_of(book["job.duplicate"]) == ()
    book.reset()
    sheet.close()


def test_another_shortcut_holds_at_once_and_after_a_restart(qtbot, window, book) -> None:
    sheet = ShortcutSheet(book, window)
    sheet.show()
    row = next(row for row in sheet.rows if row.command.name == "workspace.new")
    row.keys.setFocus()
    qtbot.mouseClick(row.keys, LEFT)
    qtbot.keyClick(row.keys, Qt.Key.Key_J, CONTROL)
    assert book.keys_of(row.command) == ("Ctrl+J",)
    sheet.close()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_T, CONTROL)
    assert tabs(window) == 1
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: tabs(window) == 2)
    stored = book.to_json()
    fresh = CommandBook(window)
    fresh.add("workspace.new", "New workspace", lambda: None, ("Ctrl+T",))
    fresh.take_json(stored)
    assert fresh.keys_of(fresh["workspace.new"]) == ("Ctrl+J",)


def test_shortcuts_are_stored(qtbot, real_window, book) -> None:
    book.set_keys("workspace.new", ["Ctrl+J"])
    settings = real_window.store.settings
    qtbot.waitUntil(lambda: "Ctrl+J" in settings.get("shortcuts"), timeout=PATIENCE_MS)
    book.reset()
    qtbot.waitUntil(lambda: settings.get("shortcuts") == "{}", timeout=PATIENCE_MS)


def test_taken_keys_are_named_and_a_lists_own_keys_stay(qtbot, window, book) -> None:
    sheet = ShortcutSheet(book, window)
    sheet.assign(book["workspace.new"], "Ctrl+W")
    assert "Close workspace" in sheet.remark.text()
    assert book.keys_of(book["workspace.close"]) == ()
    sheet.assign(book["job.retry"], "Right")
    assert book.keys_of(book["job.retry"]) == ("R",)
    assert "keeps" in sheet.remark.text()
    sheet.reset_all.click()
    assert book.keys_of(book["workspace.close"]) == ("Ctrl+W",)


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"workspace.new": 3, "job.fold": ["X"]}'])
def test_spoiled_shortcuts_change_nothing(book, garbage) -> None:
    before = {command.name: book.keys_of(command) for command in book.commands}
    book.take_json(garbage)
    assert {command.name: book.keys_of(command) for command in book.commands} == before


def test_the_menu_shows_the_shortcuts_of_now(window, book) -> None:
    book.set_keys("app.settings", ["Ctrl+Alt+S"])
    assert book["app.settings"].action.shortcut().toString() == "Ctrl+Alt+S"
    book.reset()


def test_f1_opens_the_sheet_and_its_search_finds_keys(qtbot, window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ShortcutSheet) and one.isVisible()]
    sheet = found[0]
    sheet.search.setText("Ctrl+Shift+D")
    assert [row.command.name for row in sheet.rows if not row.isHidden()] == ["workspace.duplicate"]
    sheet.close()
