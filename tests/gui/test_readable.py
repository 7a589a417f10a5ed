"""The whole window is readable and usable by keyboard: wide fonts, large scale, names for screen readers."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from definitions import full_definition
from detail_jobs import done, failed, make_output, put_job, running
from fake_desk import FakeDesk, make_calls, make_prompt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeout

from vqdesk.domain.events import LaneChanged, QueueChanged
from vqdesk.domain.job import JobId, Lane, LaneId
from vqdesk.domain.workflow import BrokenWorkflow, Problem, WorkflowShelf
from vqdesk.ui.main_window import MainWindow
from vqdesk.ui.menu import AppMenu, Folders
from vqdesk.ui.theme.tokens import Choice
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.labels import ElidedLabel, Label
from vqdesk.ui.window_memory import WindowMemory

_WIDEST = ("DejaVu Sans", "JetBrains Mono")  # the second one is shipped
BUILTIN = Lane(LaneId(1), "Built-in engine", "", "builtin", "enabled", 2)
PHOTOS = ["/photos/a.jpg", "/photos/b.jpg"]
STATES = ("first start", "form", "running", "failed", "warned")


@pytest.fixture
def wide_letters(theme_switch) -> Iterator[None]:
    """150 % and the widest letters that a system without our fonts would use."""
    family = next(name for name in _WIDEST if name in QFontDatabase.families())
    theme_switch.choose(Choice("dark", scale=1.5))
    theme = theme_switch.source.theme
    fonts = {role: theme.font(role) for role in theme.fonts}
    for font in fonts.values():
        font.setFamilies([family])
    theme_switch.source.set_theme(replace(theme, fonts=fonts))
    QApplication.setFont(fonts["body"])
    theme_switch.source.announce()
    yield
    theme_switch.choose(Choice("dark"))


@pytest.fixture
def open_window(qtbot, theme_switch, tmp_path):
    def build(state: str, size: tuple[int, int]) -> MainWindow:
        desk = FakeDesk(shelf=WorkflowShelf((full_definition(),)))
        prepare(desk, state)
        calls = make_calls(desk)
        menu = AppMenu(theme_switch, Folders(tmp_path, tmp_path / "outputs", tmp_path / "workflows"))
        window = MainWindow(calls, menu)
        window.keep = (calls, menu)
        qtbot.addWidget(window)
        window.start(WindowMemory())
        window.resize(*size)
        window.show()
        qtbot.waitUntil(lambda: window.queue.is_loaded and window.workspace.is_open)
        if desk.job_rows:
            qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.focus_id is not None)
        if state == "warned":
            warn(window)
        QApplication.processEvents()
        return window

    return build


def prepare(desk: FakeDesk, state: str) -> None:
    if state != "first start":
        desk.lane_list.append(BUILTIN)
        desk.workspace = (
            '{"workflow": "clip", "inputs": ["/photos/a.jpg", "/photos/b.jpg"], "open_groups": ["Sampling"]}'
        )
    if state in ("running", "warned"):
        prompts = [done(1), running(2), make_prompt(3)]
        put_job(desk, 41, prompts, (make_output(prompts[0]),))
        desk.job_rows[41] = desk.details[41].job
    if state == "failed":
        put_job(desk, 41, [failed(1), failed(2), done(3)])
        desk.job_rows[41] = replace(desk.details[41].job, reason="The graphics card ran out of memory")
    if state == "warned":
        problem = Problem("mine.yaml cannot be used.", "The key “colour” is unknown.", "Take it out.")
        broken = BrokenWorkflow("/home/me/mine.yaml", 7, "colour", problem)
        desk.shelf = replace(desk.shelf, broken=(broken, replace(broken, line=9)))
        desk.workspace = desk.workspace.replace("{", '{"values": {"clip": {"frames": 82, "steps": 99}}, ', 1)


def warn(window: MainWindow) -> None:
    silent = Problem("ComfyUI does not answer.", "Nothing listens at http://127.0.0.1:8188.", "Start it.")
    window.apply_events(
        [
            LaneChanged(LaneId(1), "Built-in engine", "builtin", "offline", "", silent, 5.0),
            QueueChanged(paused=True, running=1, waiting=1_234),
        ]
    )
    window.queue.show_problem(
        Problem("The outputs cannot be written.", "The disk is full.", "Make room, then retry.")
    )


def visible(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in window.findChildren(kind) if child.isVisibleTo(window) and child.width() > 0]


def is_cut_by_parents(widget: QWidget, window: MainWindow) -> bool:
    """True when a part of its width lies outside a widget around it."""
    parent = widget.parentWidget()
    while parent is not None:
        left = widget.mapTo(parent, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > parent.width():
            return True
        parent = None if parent is window else parent.parentWidget()
    return False


def no_word_is_cut(qtbot, window: MainWindow) -> None:
    """Layouts follow the last answers of the desk a little later."""
    with suppress(QtBotTimeout):
        qtbot.waitUntil(lambda: not cut_words(window), timeout=10_000)
    assert cut_words(window) == []


def cut_words(window: MainWindow) -> list[str]:
    found: list[str] = []
    for label in visible(window, Label):
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        if label.wordWrap():
            is_cut = label.height() < label.heightForWidth(label.width())
        else:
            is_cut = label.width() < label.sizeHint().width() or label.height() < label.sizeHint().height()
        if is_cut or is_cut_by_parents(label, window):
            found.append(f"{type(label.parent()).__name__}: {label.text()} {label.size().toTuple()}")
    for button in visible(window, Button):
        if button.width() < button.sizeHint().width() or is_cut_by_parents(button, window):
            found.append(f"button {button.text() or button.accessibleName()} {button.size().toTuple()}")
    return found


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_cut_at_150_percent_with_the_widest_letters(qtbot, open_window, wide_letters, state) -> None:
    no_word_is_cut(qtbot, open_window(state, (1920, 1080)))


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("state", STATES)
def test_no_word_is_cut_in_any_window(qtbot, open_window, state, size) -> None:
    no_word_is_cut(qtbot, open_window(state, size))


@pytest.mark.parametrize("state", STATES)
def test_everything_that_takes_the_keyboard_has_a_name(open_window, state) -> None:
    window = open_window(state, (1920, 1080))
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in visible(window, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken_name(widget)
    ]
    assert nameless == []


def spoken_name(widget: QWidget) -> str:
    if isinstance(widget, QLabel):  # its text is what is read
        return widget.text() or "empty"
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("state", ["form", "running", "failed"])
def test_tab_goes_once_through_strip_form_queue_and_detail(qtbot, open_window, state) -> None:
    window = open_window(state, (1920, 1080))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.strip.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    panes: list[QWidget] = [window.strip, window.workspace, window.queue, window.detail]
    seen: list[QWidget] = []
    while (widget := QApplication.focusWidget()) not in seen:
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    visited = [next(at for at, pane in enumerate(panes) if pane.isAncestorOf(widget)) for widget in seen]
    assert visited == sorted(visited)
    assert set(visited) == set(range(2 if state == "form" else len(panes)))  # an empty queue has nothing to press
    assert window.workspace.page.footer.button in seen


def test_the_scroll_bar_of_the_form_shows_only_when_there_is_more(open_window) -> None:
    window = open_window("running", (1920, 1080))
    grid = window.workspace.page.media.grid
    assert grid.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for area in visible(window.workspace, QAbstractScrollArea):
        bar = area.verticalScrollBar()
        assert bar.isVisible() == (bar.maximum() > 0)


def test_the_queue_keeps_its_columns_inside_the_list(open_window) -> None:
    window = open_window("running", (1280, 720))
    view = window.queue.view
    row = view.visualRect(window.queue.model.index(window.queue.model.row(JobId(41))))
    assert QRect(QPoint(0, 0), view.viewport().size()).contains(row)
