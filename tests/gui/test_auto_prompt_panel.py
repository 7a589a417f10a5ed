"""States of the panel of auto-prompts that are hard to reach: failures, a stop, an answer that comes late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from clip_samples import clip_definition
from fake_desk import FakeLoop, jpeg
from PySide6.QtCore import QPoint, Qt
from test_accessible_real import cut_words_of, faults_of

from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, AutoRunTold, AutoStage, BatchStep, ImageNext
from vqdesk.domain.auto_rows import CAPTION_COLUMN, AutoRow
from vqdesk.domain.errors import Problem
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.workspace import WorkspaceState
from vqdesk.ports import LlmFacts
from vqdesk.services.auto_prompt import AutoOverrides, BatchRequest, LlmState
from vqdesk.ui.auto_prompt.panel import AutoPanel
from vqdesk.ui.auto_prompt.review import ReviewDialog
from vqdesk.ui.calls import Calls
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel
from vqdesk.ui.workspace.prompts.edits import RowEdits
from vqdesk.ui.workspace.prompts.model import PromptTableModel
from vqdesk.ui.workspace.prompts.parts import TableParts
from vqdesk.ui.workspace.prompts.table import PromptTable
from vqdesk.ui.workspace.prompts.tools import TableTools

LEFT = Qt.MouseButton.LeftButton
TEXT = Parameter("positive_prompt", "Prompt", ParameterType.TEXT, "", ("1.text",), multiline=True)
CLIP = clip_definition(TEXT)
OVERFLOW = Problem("The request does not fit.", "It has 9,000 tokens.", "Load the model with a larger context.")
CARDS = ["/p/a.jpg", "/p/b.jpg", "/p/c.jpg"]


@dataclass
class FakeAuto:
    """Answers for the desk; batches run only in what a test tells of them."""

    answer: LlmState = field(default_factory=lambda: LlmState("http://127.0.0.1:1234", LlmFacts("LM Studio", ())))
    started: list[tuple[BatchRequest, AutoOverrides]] = field(default_factory=list)
    stopped: list[int] = field(default_factory=list)

    @property
    def auto_prompt(self) -> "FakeAuto":
        return self

    @property
    def media(self) -> "FakeAuto":
        return self

    async def thumbnail(self, _path: str, _edge: int, first_frame: bool = False) -> bytes:
        return jpeg()

    async def state(self) -> LlmState:
        return self.answer

    async def start(self, request: BatchRequest, overrides: AutoOverrides) -> int:
        self.started.append((request, overrides))
        return len(self.started)

    async def stop(self, number: int) -> None:
        self.stopped.append(number)


class Bench:
    """A panel on a table of three images, as the workspace holds it together."""

    def __init__(self, qtbot: Any) -> None:
        self.desk = FakeAuto()
        self.loop = FakeLoop()
        self.calls = Calls(self.desk, self.loop.submit)  # type: ignore[arg-type]
        self.media = MediaModel()
        self.model = PromptTableModel(self.media)
        self.edits = RowEdits()
        self.tools = TableTools()
        thumbnails = Thumbnails(self.calls)
        self.table = PromptTable(self.model, thumbnails)
        self.panel = AutoPanel(self.calls, TableParts(self.model, self.edits, self.table, self.tools), thumbnails)
        self.media.add([MediaItem(path) for path in CARDS])
        for widget in (self.panel, self.table, self.tools, self.panel.variants):
            qtbot.addWidget(widget)
        self.edits.changed.connect(self.show)
        self.model.show_columns((CAPTION_COLUMN, TEXT), {})
        self.show()
        self.panel.show()
        self.table.resize(900, 400)
        self.table.show()
        qtbot.waitUntil(self.panel.bar.both.isEnabled)

    def show(self) -> None:
        self.edits.show_rows(self.edits.rows, self.edits.auto, True)
        self.model.show_rows(self.edits.rows, {})
        self.panel.show_state(CLIP, WorkspaceState(workflow="clip"))

    def tell(self, *what: BatchStep | ImageNext | AutoImage | AutoBatch) -> None:
        self.panel.apply_events([AutoRunTold(1, one) for one in what])

    def shown(self, row: int, column: int) -> str:
        return self.model.index(row, column).data()


@pytest.fixture
def bench(qtbot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.calls.close()


def begin(qtbot, bench: Bench) -> None:
    qtbot.mouseClick(bench.panel.bar.both, LEFT)
    qtbot.waitUntil(lambda: len(bench.desk.started) == 1)


def test_rows_fill_one_by_one_and_a_failure_stays_with_its_row(qtbot, bench: Bench) -> None:
    begin(qtbot, bench)
    assert not bench.panel.bar.both.isEnabled()
    bench.tell(BatchStep("wait", "Rendering ends its prompt"))
    qtbot.waitUntil(lambda: "Rendering ends its prompt" in bench.panel.card.said)
    bench.tell(ImageNext("caption", CARDS[0], 1, 3))
    assert [bench.shown(row, 3) for row in range(3)] == ["Looking", "In line", "In line"]
    bench.tell(AutoImage(CARDS[0], "A boat.", caption_s=2.0), ImageNext("caption", CARDS[1], 2, 3))
    assert bench.shown(0, 1) == "A boat."
    assert "Captions: 1 of 3" in bench.panel.card.said
    assert "30 a minute" in bench.panel.card.said
    bench.tell(AutoImage(CARDS[1], problem=OVERFLOW), AutoImage(CARDS[2], "A dog.", notes=("Same as a.jpg.",)))
    bench.tell(ImageNext("motion", CARDS[0], 1, 2), AutoImage(CARDS[0], "A boat.", ("It sails.",)))
    bench.tell(AutoBatch((AutoImage(CARDS[1], problem=OVERFLOW),), "m", "m", 1.0))
    assert [bench.shown(row, 3) for row in range(3)] == ["Written\nnot applied", "Failed", "Captioned\nlook at it"]
    assert bench.shown(0, 2) == "It sails."
    assert "larger context" in bench.model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "1 image failed" in bench.panel.note.text
    assert bench.tools.said == "1 to look at · 1 failed · 1 to write"
    assert bench.panel.card.isHidden()
    cell = bench.table.visualRect(bench.model.index(1, 3))
    arrow = cell.bottomLeft() + QPoint(30, -14)
    qtbot.mouseClick(bench.table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, arrow)
    qtbot.waitUntil(lambda: len(bench.desk.started) == 2)
    request, overrides = bench.desk.started[1]
    assert (request.paths, request.stage, overrides.is_fresh) == ([CARDS[1]], AutoStage.BOTH, True)


def test_stop_reaches_a_batch_whose_number_is_not_known_yet(qtbot, bench: Bench) -> None:
    bench.loop.held = True
    qtbot.mouseClick(bench.panel.bar.both, LEFT)
    qtbot.mouseClick(bench.panel.card.stop, LEFT)
    assert "Stopping" in bench.panel.card.said
    bench.tell(ImageNext("caption", CARDS[0], 1, 3), AutoImage(CARDS[0], "A boat."))  # before its number has come
    bench.loop.release()
    qtbot.waitUntil(lambda: bench.desk.stopped == [1])
    assert bench.shown(0, 1) == "A boat."
    bench.tell(AutoBatch((), "m", "m", 1.0, problem=Problem("It was stopped.")))
    assert bench.panel.note.text == "It was stopped."
    assert bench.panel.bar.both.isEnabled()


def test_words_of_the_user_stay_when_they_come_first(qtbot, bench: Bench) -> None:
    begin(qtbot, bench)
    bench.edits.set_cells([(CARDS[0], TEXT.name, "Mine.")], "edit")
    bench.tell(ImageNext("motion", CARDS[0], 1, 1), AutoImage(CARDS[0], "A boat.", ("It sails.",)))
    qtbot.waitUntil(lambda: CARDS[0] in bench.edits.auto)
    assert bench.shown(0, 2) == "Mine."
    bench.edits.clear([CARDS[0]], [TEXT.name])
    assert bench.shown(0, 2) == ""
    bench.edits.stack.undo()
    assert bench.shown(0, 2) == "Mine."
    assert bench.edits.auto[CARDS[0]].draft == {TEXT.name: "It sails."}


def test_clear_and_apply_can_be_undone_while_results_come_in(qtbot, bench: Bench) -> None:
    bench.edits.receive({CARDS[0]: AutoRow("A boat.", ({TEXT.name: "It sails."},))})
    qtbot.mouseClick(bench.panel.bar.clear, LEFT)
    assert bench.shown(0, 1) == ""
    bench.edits.receive({CARDS[1]: AutoRow("A dog.")})
    bench.edits.stack.undo()
    assert [bench.shown(row, 1) for row in (0, 1)] == ["A boat.", "A dog."]
    qtbot.mouseClick(bench.panel.bar.apply, LEFT)
    assert bench.edits.rows == {CARDS[0]: {TEXT.name: "It sails."}}
    assert bench.panel.note.text == "1 image with texts applied."
    qtbot.mouseClick(bench.panel.note.button, LEFT)
    assert bench.edits.rows == {}
    assert bench.panel.note.isHidden()


def test_an_own_caption_is_what_the_motion_prompt_is_written_from(qtbot, bench: Bench) -> None:
    bench.edits.set_cells([(CARDS[1], CAPTION_COLUMN.name, "My dog.")], "edit")
    assert bench.panel.work.lacking(AutoStage.MOTION) == [CARDS[1]]
    qtbot.mouseClick(bench.panel.bar.motion, LEFT)
    qtbot.waitUntil(lambda: len(bench.desk.started) == 1)
    request, _ = bench.desk.started[0]
    assert (request.paths, dict(request.captions)) == ([CARDS[1]], {CARDS[1]: "My dog."})
    assert bench.panel.work.protected(AutoStage.CAPTION, CARDS) == [CARDS[1]]


def test_everything_has_a_name_and_a_role_and_no_word_is_cut(qtbot, bench: Bench) -> None:
    drafts = ({TEXT.name: "It sails."}, {TEXT.name: "It turns."})
    bench.edits.receive({CARDS[0]: AutoRow("A boat.", drafts)})
    begin(qtbot, bench)
    bench.panel.open_review(CARDS[0])
    for top in (bench.panel, bench.panel.variants, bench.panel.findChild(ReviewDialog)):
        assert faults_of(top) == []
        assert cut_words_of(top) == []
