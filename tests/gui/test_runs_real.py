"""Runs in the real window: jobs go in by key and menu, stand together, are found, renamed, taken out, and back."""

from PySide6.QtCore import Qt
from queue_hands import three_waiting
from real_window import LEFT

from vqdesk.domain.job import JobId
from vqdesk.ui.queue.lines import GroupKey

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def heads(hands) -> list[str]:
    """The heads of the groups as they are read out."""
    model = hands.queue.model
    keys = [model.key(row) for row in range(model.rowCount())]
    return [hands.queue.source.sentence(key) for key in keys if isinstance(key, GroupKey)]


def test_jobs_are_put_into_a_run_and_taken_out(qtbot, real_window) -> None:
    hands = three_waiting(qtbot, real_window)
    detail = hands.real.window.detail

    hands.choose(1, 3)
    hands.press(Qt.Key.Key_G, CONTROL)
    dialog = hands.dialog()
    assert dialog.windowTitle() == "Put 2 jobs into a run"
    assert not dialog.verb.isEnabled()
    hands.qtbot.keyClicks(dialog.field, "Night shoot")
    assert dialog.outlook.text() == "A new run of this name."
    hands.take(dialog, "Put into the run")
    hands.wait(
        lambda: (hands.job(1).run, hands.job(2).run, hands.job(3).run) == ("Night shoot", "", "Night shoot")
    )

    next(one for one in hands.queue.bar.menu.actions() if one.text() == "By run").trigger()
    hands.wait(lambda: heads(hands) == ["Night shoot, 2 jobs", "Without a run, 1 job"])
    hands.shows(1, 3, 2)
    hands.choose(1)
    hands.wait(lambda: "run “Night shoot”" in detail.header.facts())

    hands.wait(lambda: hands.queue.source.job(JobId(2)) is not None)
    hands.by_mouse(2, "Put into a run…")
    dialog = hands.dialog()
    hands.wait(lambda: dialog.outlook.text() == "Runs: Night shoot")
    dialog.activateWindow()
    hands.wait(dialog.field.hasFocus)
    hands.qtbot.keyClicks(dialog.field, "shoot")
    popup = dialog.field.completer().popup()
    hands.wait(popup.isVisible)
    first = popup.visualRect(popup.model().index(0, 0))
    hands.qtbot.mouseClick(popup.viewport(), LEFT, pos=first.center())
    assert dialog.outlook.text() == "They join the run “Night shoot”, which has 2 jobs."
    hands.take(dialog, "Put into the run")
    hands.wait(lambda: heads(hands) == ["Night shoot, 3 jobs"])
    hands.undo("Put 1 job into “Night shoot”")
    hands.wait(lambda: hands.job(2).run == "")
    hands.wait(lambda: len(heads(hands)) == 2)

    hands.wait(lambda: hands.queue.source.job(JobId(1)).run == "Night shoot")
    hands.view.choose(hands.queue.model.key(0))
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_F2)  # the head of a run is renamed like a job
    dialog = hands.dialog()
    assert dialog.windowTitle() == "Rename the run “Night shoot”"
    dialog.field.setText("Dawn")
    hands.take(dialog, "Rename")
    hands.wait(lambda: hands.job(3).run == "Dawn")
    hands.wait(lambda: heads(hands)[0] == "Dawn, 2 jobs, folded")
    hands.press(Qt.Key.Key_Right)
    hands.qtbot.keyClicks(hands.queue.bar.search, "-run:dawn")
    hands.shows(2)
    hands.queue.bar.search.clear()
    hands.shows(1, 3, 2)

    hands.choose(1, 3)
    hands.press(Qt.Key.Key_G, CONTROL | SHIFT)
    hands.wait(lambda: heads(hands) == ["Without a run, 3 jobs"])
    assert hands.real.app.services.runs.all() == []
    hands.undo("Took 2 jobs out of the run")
    hands.wait(lambda: (hands.job(1).run, hands.job(3).run) == ("Dawn", "Dawn"))
