"""Logs that are files, in the real window: the end first, growth, search, matches alone, wrap, saving."""

import pytest
from PySide6.QtCore import Qt
from real_window import PATIENCE_MS, RealWindow

from vqdesk.ui.logs.page import LogPage
from vqdesk.ui.logs.window import LogWindow

LINES = 120_000


@pytest.fixture
def log(home):
    path = home / "logs" / "engine.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    words = {500: "ERROR the disk is full", 90_000: "WARNING step 7 took long"}
    path.write_text("".join(f"line {at + 1} {words.get(at + 1, 'goes on')}\n" for at in range(LINES)))
    return path


@pytest.fixture
def page(qtbot, log, real_window: RealWindow) -> LogPage:
    real_window.desktop.menu.logs_wanted.emit()
    page = real_window.window.findChild(LogWindow).page
    box = page.tools.source
    qtbot.waitUntil(lambda: box.findText("Built-in engine") >= 0, timeout=PATIENCE_MS)
    box.setCurrentIndex(box.findText("Built-in engine"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.lines.count() == LINES, timeout=PATIENCE_MS)
    return page


def text(page: LogPage, row: int) -> str:
    line = page.lines.line(row)
    return line.text if line else ""


def test_the_end_is_shown_and_what_is_written_is_followed(qtbot, log, page) -> None:
    assert page.view.is_in_sight(LINES - 1)
    with log.open("a") as file:
        file.write("something new\n")
    qtbot.waitUntil(lambda: page.view.is_in_sight(LINES), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: text(page, LINES) == "something new", timeout=PATIENCE_MS)
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert not page.is_following()
    with log.open("a") as file:
        file.write("and more\n")
    qtbot.waitUntil(lambda: page.lines.count() == LINES + 2, timeout=PATIENCE_MS)
    assert page.view.is_in_sight(0)


def test_matches_are_found_listed_and_opened_in_their_place(qtbot, page) -> None:
    tools = page.tools
    qtbot.keyClicks(tools.search, r"step \d took")
    qtbot.mouseClick(tools.regex, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(page.lines.matches) == [89_999], timeout=PATIENCE_MS)
    qtbot.mouseClick(tools.only_hits, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.lines.count() == 1, timeout=PATIENCE_MS)
    page.view.go_to(0)
    qtbot.waitUntil(lambda: "step 7" in text(page, 0), timeout=PATIENCE_MS)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.lines.count() == LINES, timeout=PATIENCE_MS)
    assert page.view.is_in_sight(89_999)
    assert page.view.current == 89_999


def test_a_wrong_expression_is_said_and_changes_nothing(qtbot, page) -> None:
    qtbot.mouseClick(page.tools.regex, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.tools.search, "(")
    qtbot.waitUntil(lambda: page.tools.search.suffix == "not valid", timeout=PATIENCE_MS)
    assert "regular expression" in page.tools.search.toolTip()
    assert page.lines.count() == LINES


def test_levels_alone_and_saving_them(qtbot, tmp_path, page) -> None:
    for level in ("info", "debug"):
        qtbot.mouseClick(page.tools.chips[level], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.lines.count() == 2 and not page.lines.is_looking, timeout=PATIENCE_MS)
    target = tmp_path / "saved.txt"
    page.save_to(str(target))
    qtbot.waitUntil(
        lambda: target.exists() and "step 7" in target.read_text(encoding="utf-8"), timeout=PATIENCE_MS
    )
    assert len(target.read_text(encoding="utf-8").splitlines()) == 2


def test_long_lines_are_broken_when_wanted(qtbot, log, page) -> None:
    with log.open("a") as file:
        file.write("word " * 800 + "\n")
    qtbot.waitUntil(lambda: page.lines.count() == LINES + 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() > 0, timeout=PATIENCE_MS)
    qtbot.mouseClick(page.tools.wrap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() == 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.view.is_in_sight(LINES), timeout=PATIENCE_MS)
