"""The left half of the window, as a person uses it: drop, choose, type, add."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from definitions import full_definition, make_definition, whole
from fake_desk import SAMPLES, FakeDesk, FakeLoop, make_calls
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from vqdesk.domain.errors import InputUnusable, Problem
from vqdesk.domain.events import StoreChanged
from vqdesk.domain.job import Job, Lane, LaneId
from vqdesk.domain.workflow import BrokenWorkflow, InputSpec, Requires, WorkflowShelf
from vqdesk.ports import EngineInfo
from vqdesk.ui.workspace.panel import WorkspacePanel

BUILTIN = Lane(LaneId(1), "Built-in engine", "", "builtin", "enabled", 2)
ADDRESS = "http://127.0.0.1:8188"
COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Stage:
    """A panel and its outside."""

    panel: WorkspacePanel
    desk: FakeDesk
    loop: FakeLoop

    @property
    def sentence(self) -> str:
        return self.panel.page.footer.sentence

    @property
    def second_line(self) -> str:
        return self.panel.page.footer.second_line

    @property
    def names(self) -> list[str]:
        return [item.name for item in self.panel.page.media.model.items]


def open_panel(qtbot: QtBot, desk: FakeDesk) -> Stage:
    loop = FakeLoop()
    panel = WorkspacePanel(make_calls(desk, loop))
    qtbot.addWidget(panel)
    panel.resize(736, 1000)
    panel.show()
    panel.start()
    qtbot.waitUntil(lambda: panel.is_open)
    return Stage(panel, desk, loop)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    desk = FakeDesk(shelf=WorkflowShelf((full_definition(),)), lane_list=[BUILTIN])
    opened = open_panel(qtbot, desk)
    yield opened
    opened.panel.close()


@pytest.fixture
def fresh(qtbot: QtBot) -> Iterator[Stage]:
    """The very first start: no engine is chosen."""
    opened = open_panel(qtbot, FakeDesk(shelf=WorkflowShelf((full_definition(),))))
    yield opened
    opened.panel.close()


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def drop(target: QWidget, data: QMimeData) -> bool:
    """Real drag events through the window, as a file browser causes them; False when refused."""
    window = target.window().windowHandle()
    middle = target.mapTo(target.window(), target.rect().center())
    enter = QDragEnterEvent(middle, COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    move = QDragMoveEvent(middle + QPoint(1, 0), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, move)
    if not move.isAccepted():
        QApplication.sendEvent(window, QDragLeaveEvent())
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), COPY, data, LEFT, NO_KEYS))
    return True


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# ---- files ---------------------------------------------------------------------------------------------


def test_dropped_files_become_tiles_and_the_sentence_counts_them(stage: Stage, qtbot: QtBot) -> None:
    assert stage.sentence == "No images yet"
    assert drop(stage.panel, files("/photos/a.jpg", "/photos/b.png"))
    qtbot.waitUntil(lambda: stage.names == ["a.jpg", "b.png"])
    assert stage.sentence == "2 images × 1 try = 2 prompts"
    assert stage.second_line == "no estimate yet"
    assert stage.panel.page.footer.button.isEnabled()


@pytest.mark.parametrize("place", ["prompt", "frames", "grid", "footer"])
def test_files_may_be_dropped_anywhere(stage: Stage, qtbot: QtBot, place: str) -> None:
    page = stage.panel.page
    drop(stage.panel, files("/photos/first.jpg"))
    qtbot.waitUntil(lambda: page.media.grid.isVisible())
    targets = {
        "prompt": page.form.field("prompt").editor,
        "frames": page.form.field("frames").editor,
        "grid": page.media.grid,
        "footer": page.footer,
    }
    assert drop(targets[place], files("/photos/second.jpg"))
    qtbot.waitUntil(lambda: stage.names == ["first.jpg", "second.jpg"])
    assert page.form.field("prompt").value == ""
    assert page.form.field("frames").value == 81


def test_text_that_is_dragged_over_the_panel_is_not_taken(stage: Stage) -> None:
    data = QMimeData()
    data.setText("a lake at dusk")
    assert not drop(stage.panel, data)


def test_a_folder_gives_its_pictures(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.folders["/photos"] = [f"/photos/{n}.jpg" for n in range(30)]
    drop(stage.panel, files("/photos"))
    qtbot.waitUntil(lambda: len(stage.names) == 30)


def test_a_thousand_files_are_looked_at_in_parts_and_all_arrive_in_order(stage: Stage, qtbot: QtBot) -> None:
    paths = [f"/photos/{n:04}.jpg" for n in range(1000)]
    drop(stage.panel, files(*paths))
    qtbot.waitUntil(lambda: len(stage.names) == 1000)
    assert list(stage.panel.state.inputs) == paths
    assert stage.desk.times_asked("look_at") > 10
    assert stage.sentence.endswith(f"{QLocale().toString(1000)} prompts")


def test_long_reading_is_said(stage: Stage, qtbot: QtBot) -> None:
    stage.loop.held = True
    drop(stage.panel, files("/photos"))
    note = stage.panel.page.media.note
    assert not note.isVisible()
    qtbot.waitUntil(lambda: note.text == "Reading …")
    stage.loop.release()
    qtbot.waitUntil(lambda: note.text != "Reading …")


def test_wrong_kinds_are_left_out_with_the_reason(stage: Stage, qtbot: QtBot) -> None:
    drop(stage.panel, files("/photos/a.jpg", "/photos/notes.txt", "/photos/clip.mp4", "/photos/b.doc"))
    note = stage.panel.page.media.note
    qtbot.waitUntil(lambda: note.isVisible())
    assert stage.names == ["a.jpg"]
    assert note.text.startswith("3 files were left out: notes.txt is not a picture.")
    assert note.text.endswith("And 1 more.")
    click(qtbot, note.more)
    assert "b.doc is not a picture. It holds text. Leave it out." in note.details


def test_duplicates_are_kept_once_and_told(stage: Stage, qtbot: QtBot) -> None:
    drop(stage.panel, files("/photos/a.jpg"))
    drop(stage.panel, files("/photos/a.jpg", "/photos/b.jpg"))
    qtbot.waitUntil(lambda: stage.names == ["a.jpg", "b.jpg"])
    assert stage.panel.page.media.note.text == "1 image already here."


def test_clear_can_be_undone(stage: Stage, qtbot: QtBot) -> None:
    drop(stage.panel, files("/photos/b.jpg", "/photos/a.jpg"))
    qtbot.waitUntil(lambda: len(stage.names) == 2)
    stage.panel.page.media.clear()
    assert stage.names == []
    assert stage.sentence == "No images yet"
    click(qtbot, stage.panel.page.media.note.button)
    assert stage.names == ["b.jpg", "a.jpg"]


def test_files_and_paths_are_pasted(stage: Stage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(files("/photos/a.jpg"))
    stage.panel.page.media.grid.setFocus()
    qtbot.keyClick(stage.panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage.names == ["a.jpg"])
    QGuiApplication.clipboard().setText('"/photos/b.jpg"\n/photos/c.png')
    qtbot.keyClick(stage.panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage.names == ["a.jpg", "b.jpg", "c.png"])


def test_paste_into_a_text_stays_text(stage: Stage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("/photos/b.jpg")
    area = stage.panel.page.form.field("prompt").editor
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == "/photos/b.jpg"
    assert stage.names == []


def test_an_empty_clipboard_is_said(stage: Stage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("good evening")
    stage.panel.page.media.arrivals.paste()
    assert "no files on the clipboard" in stage.panel.page.media.note.text


def test_files_are_chosen_in_a_dialog(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.page.media.arrivals.choose("image")
    dialog = stage.panel.findChild(QFileDialog)
    dialog.filesSelected.emit(["/photos/a.jpg"])
    dialog.reject()
    qtbot.waitUntil(lambda: stage.names == ["a.jpg"])


def test_sample_photos_are_one_click_away_while_there_are_no_images(stage: Stage, qtbot: QtBot) -> None:
    samples = stage.panel.page.media.samples
    assert samples.button.text() == "Add 6 sample photos"
    click(qtbot, samples.button)
    qtbot.waitUntil(lambda: len(stage.names) == len(SAMPLES))
    assert not samples.isVisible()


def test_tab_goes_from_the_workflow_to_the_button_in_the_order_of_the_page(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    page, form = stage.panel.page, stage.panel.page.form
    stops = [
        page.workflow_bar.reload,
        page.media.grid,
        form.field("prompt").editor,
        form.field("frames").editor,
        form.tries_field.field,
        form.group("Sampling").head,
        page.footer.button,
    ]
    stage.panel.activateWindow()
    page.workflow_bar.combo.setFocus()
    visited: list[QWidget] = []
    while QApplication.focusWidget() is not page.footer.button and len(visited) < 40:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert [stop for stop in visited if stop in stops] == stops


# ---- adding to the queue -------------------------------------------------------------------------------


def fill(stage: Stage, qtbot: QtBot) -> None:
    drop(stage.panel, files("/photos/a.jpg", "/photos/b.jpg"))
    qtbot.waitUntil(lambda: stage.panel.page.footer.button.isEnabled())


def requests(stage: Stage) -> list:
    return [entry[1] for entry in stage.desk.asked if entry[0] == "submit"]


def test_add_to_queue_sends_what_the_form_shows(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    form = stage.panel.page.form
    form.field("prompt").editor.setFocus()
    qtbot.keyClicks(form.field("prompt").editor, "Slow pan")
    form.tries_field.field.setText("3")
    form.field("frames").editor.setText("77")
    assert stage.sentence == "2 images × 3 tries = 6 prompts"
    with qtbot.waitSignal(stage.panel.job_added) as told:
        click(qtbot, stage.panel.page.footer.button)
    (request,) = requests(stage)
    assert request.workflow == "clip"
    assert request.inputs == ("/photos/a.jpg", "/photos/b.jpg")
    assert dict(request.params) == {"prompt": "Slow pan", "frames": 77}
    assert request.tries == 3
    assert request.name is None
    job: Job = told.args[0]
    assert stage.second_line == f"#{job.number} added: 6 prompts"
    assert stage.names == ["a.jpg", "b.jpg"], "the form stays for the next job"


@pytest.mark.parametrize("place", ["prompt", "frames", "grid", "panel"])
def test_ctrl_enter_adds_once_from_anywhere(stage: Stage, qtbot: QtBot, place: str) -> None:
    fill(stage, qtbot)
    page = stage.panel.page
    target = {
        "prompt": page.form.field("prompt").editor,
        "frames": page.form.field("frames").editor,
        "grid": page.media.grid,
        "panel": stage.panel,
    }[place]
    target.setFocus()
    with qtbot.waitSignal(stage.panel.job_added):
        qtbot.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(requests(stage)) == 1


def test_a_second_click_while_adding_adds_nothing(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    button = stage.panel.page.footer.button
    stage.loop.held = True
    button.setFocus()
    click(qtbot, button)
    assert button.hasFocus()
    assert stage.second_line == "Adding …"
    click(qtbot, button)
    qtbot.keyClick(stage.panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(stage.panel.job_added):
        stage.loop.release()
    assert len(requests(stage)) == 1
    assert button.isEnabled()


def test_a_refusal_is_shown_with_cause_and_remedy_and_the_form_stays(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    stage.desk.failures["submit"] = InputUnusable("b.jpg cannot be read.", "It has 0 bytes.", "Save it again.")
    click(qtbot, stage.panel.page.footer.button)
    stage.desk.unusable["/photos/b.jpg"] = Problem("b.jpg cannot be read.")
    problem = stage.panel.page.problem
    qtbot.waitUntil(problem.isVisible)
    qtbot.waitUntil(lambda: [item.name for item in stage.panel.page.media.model.broken] == ["b.jpg"])
    assert problem.text == "b.jpg cannot be read. It has 0 bytes. Save it again."
    assert stage.names == ["a.jpg", "b.jpg"]
    stage.desk.failures.clear()
    stage.panel.page.media.model.remove([1])
    with qtbot.waitSignal(stage.panel.job_added):
        click(qtbot, stage.panel.page.footer.button)
    assert not problem.isVisible()


def test_a_bug_in_the_worker_does_not_lock_the_button(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    stage.desk.failures["submit"] = ZeroDivisionError("ours")  # type: ignore[assignment]
    click(qtbot, stage.panel.page.footer.button)
    qtbot.waitUntil(lambda: len(requests(stage)) == 1)
    qtbot.waitUntil(stage.panel.page.footer.button.isEnabled)


def test_a_wrong_value_closes_the_button_with_the_reason(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    stage.panel.page.form.field("frames").editor.setText("80")
    button = stage.panel.page.footer.button
    assert not button.isEnabled()
    assert "Frames cannot be 80" in stage.second_line
    assert "Frames cannot be 80" in button.toolTip()
    assert "81" in stage.panel.page.form.field("frames").error
    stage.panel.page.form.field("frames").editor.setText("81")
    assert button.isEnabled()
    assert stage.second_line == "no estimate yet"


def test_tries_that_are_no_number_close_the_button(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    stage.panel.page.form.tries_field.field.setText("many")
    assert not stage.panel.page.footer.button.isEnabled()
    assert "whole number" in stage.panel.page.form.tries_field.error


# ---- workflows -----------------------------------------------------------------------------------------


def test_values_come_back_with_their_workflow(stage: Stage, qtbot: QtBot) -> None:
    stage.desk.add_definition(make_definition(whole("size", 2), name="scale", title="Scale"))
    stage.panel.reload_workflows()
    combo = stage.panel.page.workflow_bar.combo
    qtbot.waitUntil(lambda: combo.count() == 2)
    stage.panel.page.form.field("frames").editor.setText("77")
    for row in (1, 0):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down if row else Qt.Key.Key_Up)
        qtbot.waitUntil(lambda row=row: stage.panel.state.workflow == ("scale" if row else "clip"))
    assert stage.panel.page.form.field("frames").value == 77


def test_a_broken_workflow_file_is_named_with_its_line(stage: Stage, qtbot: QtBot) -> None:
    problem = Problem("The key “colour” is unknown.", "", "Take it out.")
    broken = BrokenWorkflow("/home/me/mine.yaml", 7, "colour", problem)
    stage.desk.shelf = WorkflowShelf(stage.desk.shelf.definitions, (broken,))
    click(qtbot, stage.panel.page.workflow_bar.reload)
    note = stage.panel.page.workflow_bar.note
    qtbot.waitUntil(note.isVisible)
    assert note.text == "mine.yaml, line 7, colour: The key “colour” is unknown. Take it out."
    assert stage.panel.page.workflow_bar.combo.count() == 1
    stage.desk.shelf = WorkflowShelf(
        stage.desk.shelf.definitions, (broken, replace(broken, file="/home/me/b.yaml"))
    )
    click(qtbot, stage.panel.page.workflow_bar.reload)
    qtbot.waitUntil(lambda: note.text.startswith("2 workflow files"))
    assert "mine.yaml, line 7" in note.details


def test_a_workflow_that_is_gone_is_named(qtbot: QtBot) -> None:
    desk = FakeDesk(shelf=WorkflowShelf((full_definition(),)), lane_list=[BUILTIN])
    desk.workspace = json.dumps({"workflow": "my-old-one", "inputs": ["/photos/a.jpg"]})
    stage = open_panel(qtbot, desk)
    qtbot.waitUntil(lambda: "my-old-one" in stage.second_line)
    assert not stage.panel.page.footer.button.isEnabled()
    stage.panel.close()


def test_files_of_the_wrong_kind_are_marked_when_the_workflow_changes(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    stage.desk.add_definition(make_definition(name="cut", title="Cut", input=InputSpec("video", "1", "video")))
    stage.panel.reload_workflows()
    combo = stage.panel.page.workflow_bar.combo
    qtbot.waitUntil(lambda: combo.count() == 2)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(stage.panel.page.media.model.broken) == 2)
    qtbot.waitUntil(lambda: "2 files cannot be used" in stage.second_line)
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    qtbot.waitUntil(stage.panel.page.footer.button.isEnabled)


def test_a_workflow_without_input_needs_no_images(qtbot: QtBot) -> None:
    desk = FakeDesk(shelf=WorkflowShelf((full_definition(input=None),)), lane_list=[BUILTIN])
    panel = WorkspacePanel(make_calls(desk))
    qtbot.addWidget(panel)
    panel.resize(736, 1000)
    panel.show()
    panel.start()
    qtbot.waitUntil(panel.page.footer.button.isEnabled)
    assert panel.page.footer.sentence == "1 try = 1 prompt"
    assert not panel.page.media.isVisible()


# ---- first start ---------------------------------------------------------------------------------------


def test_the_first_start_asks_what_renders(fresh: Stage, qtbot: QtBot) -> None:
    page = fresh.panel.page
    qtbot.waitUntil(page.first_start.isVisible)
    assert not page.form.isVisible()
    drop(fresh.panel, files("/photos/a.jpg"))
    qtbot.waitUntil(lambda: fresh.names == ["a.jpg"])
    assert not page.footer.button.isEnabled()
    assert "choose" in fresh.second_line
    with qtbot.waitSignal(fresh.panel.engine_chosen) as told:
        click(qtbot, page.first_start.builtin_button)
    assert told.args == ["builtin"]
    qtbot.waitUntil(lambda: not page.first_start.isVisible())
    qtbot.waitUntil(page.form.isVisible)
    assert page.footer.button.isEnabled()


def test_an_address_without_answer_is_said_in_words(fresh: Stage, qtbot: QtBot) -> None:
    card = fresh.panel.page.first_start.address
    qtbot.waitUntil(lambda: card.state_text.startswith("No answer there"))
    click(qtbot, card.use_button)
    qtbot.waitUntil(lambda: bool(card.field.error))
    assert "Nothing listens at" in card.field.error
    assert "Start ComfyUI" in card.field.error
    assert card.use_button.isEnabled()
    assert fresh.panel.page.first_start.isVisible()


def test_a_comfyui_that_answers_is_taken(fresh: Stage, qtbot: QtBot) -> None:
    card = fresh.panel.page.first_start.address
    qtbot.waitUntil(lambda: card.state_text.startswith("No answer there"))
    fresh.desk.answering[ADDRESS] = EngineInfo("0.3.64")
    click(qtbot, card.look_button)
    qtbot.waitUntil(lambda: card.state_text == "ComfyUI 0.3.64 answers there.")
    click(qtbot, card.use_button)
    qtbot.waitUntil(lambda: not fresh.panel.page.first_start.isVisible())


def test_with_comfyui_alone_the_first_workflow_is_one_that_it_can_run(fresh: Stage, qtbot: QtBot) -> None:
    own = make_definition(name="move", title="Camera move", requires=Requires(nodes=("VQCameraMove",)))
    fresh.desk.shelf = WorkflowShelf((own, full_definition()))
    fresh.panel.reload_workflows()
    qtbot.waitUntil(lambda: fresh.panel.page.workflow_bar.combo.count() == 2)
    fresh.desk.answering[ADDRESS] = EngineInfo("0.3.64")
    click(qtbot, fresh.panel.page.first_start.address.use_button)
    qtbot.waitUntil(lambda: not fresh.panel.page.first_start.isVisible())
    assert fresh.panel.state.workflow == "clip"


# ---- the next session ----------------------------------------------------------------------------------


def test_everything_is_there_after_a_restart_and_lost_files_are_marked(stage: Stage, qtbot: QtBot) -> None:
    fill(stage, qtbot)
    page = stage.panel.page
    page.form.field("frames").editor.setText("77")
    page.form.tries_field.field.setText("2")
    click(qtbot, page.form.group("Sampling").head)
    qtbot.waitUntil(lambda: '"frames": 77' in stage.desk.workspace and "Sampling" in stage.desk.workspace)
    stage.desk.unusable["/photos/b.jpg"] = Problem("b.jpg is not there any more.", "", "Take it out.")
    again = open_panel(qtbot, stage.desk)
    qtbot.waitUntil(lambda: again.names == ["a.jpg", "b.jpg"])
    qtbot.waitUntil(lambda: len(again.panel.page.media.model.broken) == 1)
    assert again.panel.page.form.field("frames").value == 77
    assert again.panel.page.form.group("Sampling").is_open()
    assert again.sentence == "2 images × 2 tries = 4 prompts"
    assert "1 file cannot be used" in again.second_line
    again.panel.close()


def test_opening_and_closing_writes_nothing_before_it_was_read(qtbot: QtBot) -> None:
    desk, loop = FakeDesk(workspace='{"inputs": ["/photos/a.jpg"]}'), FakeLoop()
    loop.held = True
    panel = WorkspacePanel(make_calls(desk, loop))
    qtbot.addWidget(panel)
    panel.start()
    panel.save_now()
    loop.release()
    assert desk.times_asked("save_workspaces") == 0


def test_files_dropped_before_the_last_session_was_read_are_kept(qtbot: QtBot) -> None:
    desk = FakeDesk(shelf=WorkflowShelf((full_definition(),)), lane_list=[BUILTIN])
    desk.workspace = '{"workflow": "clip", "inputs": ["/photos/a.jpg"]}'
    panel = WorkspacePanel(make_calls(desk))
    qtbot.addWidget(panel)
    panel.show()
    drop(panel, files("/photos/b.jpg"))
    qtbot.waitUntil(lambda: panel.page.media.model.rowCount() == 1)
    panel.start()
    qtbot.waitUntil(lambda: panel.state.inputs == ("/photos/a.jpg", "/photos/b.jpg"))
    assert panel.page.footer.button.isEnabled()


@pytest.mark.parametrize(("width", "is_compact"), [(480, True), (736, False)])
def test_it_is_usable_in_little_room(stage: Stage, qtbot: QtBot, width: int, is_compact: bool) -> None:
    fill(stage, qtbot)
    stage.panel.resize(width, 600)
    page = stage.panel.page
    qtbot.waitUntil(lambda: page.width() == width)
    button = page.footer.button
    assert button.width() >= button.sizeHint().width()
    assert button.mapTo(stage.panel, button.rect().bottomRight()).x() < width
    assert page.media.grid.itemDelegate().compact is is_compact
    assert page.footer.isVisible()


def test_engines_can_be_changed_later(stage: Stage, qtbot: QtBot) -> None:
    first_start = stage.panel.page.first_start
    stage.panel.engines.choose()
    qtbot.waitUntil(first_start.in_use.isVisible)
    assert not stage.panel.page.form.isVisible()
    qtbot.waitUntil(lambda: LaneId(1) in first_start.in_use.lines)
    remove = first_start.in_use.lines[LaneId(1)].remove
    assert remove.accessibleName() == "Remove Built-in engine"
    qtbot.waitUntil(lambda: remove.visibleRegion().boundingRect().height() >= remove.sizeHint().height())
    click(qtbot, remove)
    qtbot.waitUntil(lambda: not stage.desk.lane_list)
    qtbot.waitUntil(first_start.builtin_button.isEnabled)
    click(qtbot, first_start.builtin_button)
    qtbot.waitUntil(stage.panel.page.form.isVisible)


def test_an_engine_added_by_another_process_is_noticed(fresh: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(fresh.panel.page.first_start.isVisible)
    fresh.desk.lane_list.append(Lane(LaneId(1), "Built-in engine", "", "builtin", "enabled", 2))
    fresh.panel.engines.apply_events([StoreChanged()])
    qtbot.waitUntil(fresh.panel.page.form.isVisible)
    assert not fresh.panel.page.first_start.isVisible()
