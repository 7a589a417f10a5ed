"""What keys do with jobs, the mouse does too, by the menu of a job; a whole queue goes into a file and back."""

import pytest
from asked_dialogs import answer_file
from PySide6.QtCore import Qt
from queue_hands import Hands, three_waiting

from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus as S
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.text_area import TextArea

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hands(qtbot, real_window) -> Hands:
    return three_waiting(qtbot, real_window)


def test_places_and_wishes_by_the_menu(hands) -> None:
    for words, number, order in (
        ("Run next", 3, [3, 1, 2]),
        ("Move down", 3, [1, 3, 2]),
        ("Move up", 2, [1, 2, 3]),
        ("Move to the end", 1, [2, 3, 1]),
    ):
        hands.by_mouse(number, words)
        hands.wait(lambda order=order: hands.order() == order)
        hands.shows(*order)
    hands.by_mouse(1, "Raise priority")
    hands.wait(lambda: hands.job(1).priority == 1)
    hands.shows(1, 2, 3)
    hands.wait(lambda: hands.queue.source.job(JobId(1)).priority == 1)
    hands.choose(1)
    hands.press(Qt.Key.Key_Minus)
    hands.wait(lambda: hands.job(1).priority == 0)
    hands.wait(lambda: hands.queue.source.job(JobId(1)).priority == 0)
    hands.by_mouse(2, "Hold")
    hands.wait(lambda: hands.queue.source.job(JobId(2)).held)
    hands.by_mouse(2, "Release")
    hands.wait(lambda: not hands.job(2).held)
    hands.by_mouse(3, "Stop after this one")
    hands.wait(lambda: hands.queue.source.job(JobId(3)).stop_after)
    hands.by_mouse(3, "Do not stop after this one")
    hands.wait(lambda: not hands.job(3).stop_after)


def test_content_by_the_menu_and_endings_by_keys(hands) -> None:
    hands.by_mouse(1, "Edit values…")
    dialog = hands.dialog()
    dialog.fields["positive_prompt"].editor.set_text("a fast dolly")
    hands.take(dialog, "Change waiting prompts")
    hands.wait(lambda: hands.job(1).params["positive_prompt"] == "a fast dolly")
    hands.by_mouse(2, "Rename…")
    dialog = hands.dialog()
    dialog.findChild(LineField).setText("Harbour")
    hands.take(dialog, "Rename")
    hands.wait(lambda: hands.job(2).name == "Harbour")
    hands.by_mouse(2, "Note…")
    dialog = hands.dialog()
    hands.qtbot.keyClicks(dialog.findChild(TextArea), "first")
    hands.take(dialog, "Save note")
    hands.wait(lambda: hands.job(2).note == "first")
    hands.by_mouse(1, "Duplicate with new seeds")
    hands.shows(1, 2, 3, 4)
    seeds = [[prompt.seed for prompt in hands.real.store.jobs.prompts(JobId(one))] for one in (1, 4)]
    assert seeds[0] != seeds[1]
    hands.choose(3)
    hands.press(Qt.Key.Key_Menu)  # marks have no keys of their own
    menu = hands.popup()
    marks = next(action for action in menu.actions() if action.text() == "Colour mark")
    menu.setActiveAction(marks)
    hands.qtbot.keyClick(menu, Qt.Key.Key_Right)
    hands.wait(marks.menu().isVisible)
    blue = next(action for action in marks.menu().actions() if action.text() == "Blue")
    marks.menu().setActiveAction(blue)
    hands.qtbot.keyClick(marks.menu(), Qt.Key.Key_Return)
    hands.wait(lambda: hands.job(3).colour == "blue")
    hands.by_mouse(4, "Cancel")
    hands.take(hands.dialog(), "Cancel 2 prompts")
    hands.wait(lambda: hands.queue.source.job(JobId(4)).status is S.CANCELED)
    hands.choose(4)
    hands.press(Qt.Key.Key_R, SHIFT)
    hands.wait(lambda: hands.job(4).counts.pending == 2)
    hands.choose(4)
    hands.press(Qt.Key.Key_Delete, SHIFT)
    hands.wait(lambda: 4 not in hands.order())


def test_a_queue_is_saved_and_added_from_the_main_menu(qtbot, hands, tmp_path) -> None:
    window, path = hands.real.window, tmp_path / "night.vqdesk-queue"
    commands = {command.name: command.action for command in window.commands.commands}
    commands["queue.save"].trigger()
    answer_file(qtbot, window, path)
    hands.wait(path.exists)
    commands["queue.load"].trigger()
    answer_file(qtbot, window, path)
    hands.shows(1, 2, 3, 4, 5, 6)
    assert [hands.job(number).name for number in (4, 5, 6)] == ["Lake", "Boats", "Cat"]
    one = tmp_path / "one.vqdesk-queue"
    hands.by_mouse(2, "Save as a file with media…")
    answer_file(qtbot, window, one)
    hands.wait(one.exists)
    hands.by_mouse(6, "Delete from the list")
    hands.wait(lambda: 6 not in hands.order())
    hands.shows(1, 2, 3, 4, 5)
    hands.by_mouse(5, "Duplicate")
    hands.wait(lambda: 7 in hands.order())
    hands.by_mouse(1, "Find and replace in texts…")
    dialog = hands.dialog()
    hands.qtbot.keyClicks(dialog.find, "pan")
    hands.qtbot.keyClicks(dialog.put, "zoom")
    hands.take(dialog, "Replace")
    hands.wait(lambda: hands.job(1).params["positive_prompt"] == "a slow zoom over Lake")
