"""Waiting jobs in the real window: each action by mouse or keyboard, and what the store says after it."""

import pytest
from PySide6.QtCore import Qt
from queue_hands import Hands, three_waiting
from real_window import LEFT

from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus as S
from vqdesk.ui.queue.lines import GroupKey
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.text_area import TextArea

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def hands(qtbot, real_window) -> Hands:
    """Three waiting jobs, and nobody to run them."""
    return three_waiting(qtbot, real_window)


def test_places_change_by_keys_and_can_be_undone(hands) -> None:
    hands.choose(3)
    hands.press(Qt.Key.Key_T)
    hands.wait(lambda: hands.order() == [3, 1, 2])
    hands.shows(3, 1, 2)
    hands.press(Qt.Key.Key_Down, ALT)
    hands.wait(lambda: hands.order() == [1, 3, 2])
    hands.shows(1, 3, 2)
    hands.press(Qt.Key.Key_Up, ALT)
    hands.wait(lambda: hands.order() == [3, 1, 2])
    hands.shows(3, 1, 2)
    hands.press(Qt.Key.Key_End, ALT)
    hands.wait(lambda: hands.order() == [1, 2, 3])
    hands.shows(1, 2, 3)
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.wait(lambda: hands.order() == [3, 1, 2])


def test_a_job_is_dragged_to_another_place(hands) -> None:
    port, start, end = hands.view.viewport(), hands.place(3), hands.place(1, 0.2)
    hands.qtbot.mousePress(port, LEFT, pos=start)
    for step in range(1, 6):
        hands.qtbot.mouseMove(port, start + (end - start) * step / 5)
    hands.qtbot.mouseRelease(port, LEFT, pos=end)
    hands.wait(lambda: hands.order() == [3, 1, 2])
    hands.shows(3, 1, 2)
    hands.undo("Moved 1 job")
    hands.wait(lambda: hands.order() == [1, 2, 3])


def test_priority_hold_and_stop(hands) -> None:
    hands.choose(2)
    hands.press(Qt.Key.Key_Plus)
    hands.wait(lambda: hands.job(2).priority == 1)
    hands.shows(2, 1, 3)
    hands.press(Qt.Key.Key_H)
    hands.wait(lambda: hands.job(2).held)
    hands.wait(lambda: hands.queue.bar.chips["held"].accessibleName() == "Held, 1")
    hands.wait(lambda: hands.queue.source.job(JobId(2)).held)
    hands.press(Qt.Key.Key_H)
    hands.wait(lambda: not hands.job(2).held)
    hands.press(Qt.Key.Key_S)
    hands.wait(lambda: hands.job(2).stop_after)
    hands.pick(1, 3, entry="Hold")
    hands.wait(lambda: hands.job(1).held and hands.job(3).held)


def test_chosen_jobs_are_canceled_retried_deleted_and_brought_back(hands) -> None:
    hands.choose(1, 2)
    hands.press(Qt.Key.Key_Delete)
    dialog = hands.dialog()
    assert "4 prompts of 2 jobs" in dialog.text()
    hands.take(dialog, "Cancel 4 prompts")
    hands.wait(lambda: hands.job(1).status is S.CANCELED and hands.job(2).status is S.CANCELED)
    hands.wait(lambda: hands.queue.source.job(JobId(2)).status is S.CANCELED)
    hands.pick(2, entry="Retry failed and canceled")
    hands.wait(lambda: hands.job(2).counts.pending == 2)
    hands.wait(lambda: hands.queue.source.job(JobId(1)).status is S.CANCELED)
    hands.choose(1)
    hands.press(Qt.Key.Key_Delete)
    hands.wait(lambda: 1 not in hands.order())
    hands.wait(lambda: 1 not in hands.queue.model.ids)
    hands.undo("Deleted 1 job")
    hands.wait(lambda: 1 in hands.order())
    hands.wait(lambda: 1 in hands.queue.model.ids)


def test_duplicates_names_notes_and_marks(hands) -> None:
    hands.choose(1)
    hands.press(Qt.Key.Key_D, CONTROL)
    hands.shows(1, 2, 3, 4)
    assert hands.job(4).name == "Lake"
    hands.press(Qt.Key.Key_F2)
    dialog = hands.dialog()
    field = dialog.findChild(LineField)
    field.selectAll()
    hands.qtbot.keyClicks(field, "Lake at noon")
    hands.take(dialog, "Rename")
    hands.wait(lambda: hands.job(1).name == "Lake at noon")
    hands.press(Qt.Key.Key_N)
    dialog = hands.dialog()
    hands.qtbot.keyClicks(dialog.findChild(TextArea), "for the trailer")
    hands.take(dialog, "Save note")
    hands.wait(lambda: hands.job(1).note == "for the trailer")
    hands.queue.commands.editing.mark([JobId(1)], "blue")
    hands.wait(lambda: hands.job(1).colour == "blue")
    hands.undo("Marked 1 job")
    hands.wait(lambda: hands.job(1).colour == "")


def test_values_of_a_waiting_job_are_edited(hands) -> None:
    hands.choose(1)
    hands.press(Qt.Key.Key_E)
    dialog = hands.dialog()
    dialog.fields["positive_prompt"].editor.set_text("a fast dolly")
    hands.take(dialog, "Change waiting prompts")
    hands.wait(lambda: hands.job(1).params["positive_prompt"] == "a fast dolly")
    prompt = hands.real.store.jobs.prompts(JobId(1))[0]
    assert "a fast dolly" in hands.real.app.services.queue.graph_json(prompt.id)
    hands.undo("Changed #1")
    hands.wait(lambda: hands.job(1).params["positive_prompt"] == "a slow pan over Lake")


def test_texts_of_chosen_jobs_are_replaced_after_a_count(hands) -> None:
    hands.choose(1, 2)
    hands.press(Qt.Key.Key_H, CONTROL)
    dialog = hands.dialog()
    hands.qtbot.keyClicks(dialog.find, "pan")
    hands.qtbot.keyClicks(dialog.put, "zoom")
    hands.wait(lambda: "2 places in 2 jobs" in dialog.count.text())
    hands.take(dialog, "Replace")
    hands.wait(lambda: hands.job(2).params["positive_prompt"] == "a slow zoom over Boats")
    assert hands.job(3).params["positive_prompt"] == "a slow pan over Cat"
    hands.undo("Changed texts of 2 jobs")
    hands.wait(lambda: hands.job(1).params["positive_prompt"] == "a slow pan over Lake")


def test_states_and_terms_filter_and_a_wrong_term_is_told(hands) -> None:
    hands.choose(2)
    hands.press(Qt.Key.Key_H)
    hands.wait(lambda: hands.queue.bar.chips["held"].accessibleName() == "Held, 1")
    chips, bar = hands.queue.bar.chips, hands.queue.bar
    hands.qtbot.mouseClick(chips["held"], LEFT)
    hands.shows(2)
    hands.qtbot.mouseClick(chips["pending"], LEFT, CONTROL)
    hands.shows(1, 2, 3)
    assert chips["held"].isChecked()
    assert chips["pending"].isChecked()
    hands.qtbot.keyClicks(bar.search, "status:lost")
    hands.wait(bar.remark.isVisible)
    assert "“lost” is no state" in bar.search.accessibleDescription()
    assert list(hands.queue.model.ids) == [1, 2, 3]
    bar.search.clear()
    hands.qtbot.keyClicks(bar.search, "status:held name:boats")
    hands.shows(2)
    hands.wait(lambda: not bar.remark.isVisible())


def test_groups_have_heads_and_the_choice_is_remembered(hands) -> None:
    menu = hands.queue.bar.menu
    next(one for one in menu.actions() if one.text() == "By day").trigger()
    next(one for one in menu.actions() if one.text() == "First words of the text").trigger()
    hands.wait(lambda: isinstance(hands.queue.model.key(0), GroupKey))
    assert hands.queue.source.group_words(hands.queue.model.key(0))[1] == "3 jobs"
    assert "a slow pan over Lake" in hands.queue.source.sentence(JobId(1))
    hands.wait(lambda: "words" in hands.real.store.settings.get("queue.view"))
    hands.choose(1)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_H)
    hands.wait(lambda: all(hands.job(number).held for number in (1, 2, 3)))
    hands.press(Qt.Key.Key_Left)
    assert hands.queue.model.rowCount() == 1
    hands.wait(lambda: all(hands.queue.source.job(JobId(number)).held for number in (1, 2, 3)))
    hands.press(Qt.Key.Key_H)
    hands.wait(lambda: not any(hands.job(number).held for number in (1, 2, 3)))


def test_a_row_under_the_pointer_offers_run_next(hands) -> None:
    hands.choose(3)
    option = hands.view._option(hands.queue.model.index(2))
    buttons = hands.view._delegate().buttons(option, JobId(3))
    first = next((one for one in buttons if one.action is RowAction.NEXT), None)
    if first is not None:  # narrow rows show them under the pointer only
        hands.qtbot.mouseClick(hands.view.viewport(), LEFT, pos=first.rect.center())
        hands.wait(lambda: hands.order() == [3, 1, 2])
