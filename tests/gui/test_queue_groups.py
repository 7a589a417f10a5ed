"""Groups of the list: a head is chosen, folded and acted on like its jobs."""

import random

import pytest
from fake_desk import FakeDesk, make_calls, make_job
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from vqdesk.domain.job import Counts, JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import JobListing, JobSection
from vqdesk.ui.queue.lines import GroupKey, LineKey
from vqdesk.ui.queue.panel import QueuePanel
from vqdesk.ui.queue.row_actions import RowAction

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def listing(*sections: tuple[str, list[int]], group: str = "run") -> JobListing:
    ids = [JobId(number) for _, numbers in sections for number in numbers]
    return JobListing(tuple(ids), tuple(JobSection(head, len(numbers)) for head, numbers in sections), group)


class Groups:
    """A panel with groups, and a user's hands for it."""

    def __init__(self, qtbot, panel: QueuePanel) -> None:
        self.qtbot, self.panel, self.view, self.model = qtbot, panel, panel.view, panel.model

    def head(self, name: str) -> GroupKey:
        return next(key for key in self.lines if isinstance(key, GroupKey) and key.head == name)

    @property
    def lines(self) -> list[LineKey]:
        return [self.model.key(row) for row in range(self.model.rowCount())]

    @property
    def shown(self) -> list[object]:
        return [key.head if isinstance(key, GroupKey) else int(key) for key in self.lines]

    @property
    def chosen(self) -> list[object]:
        return [key.head if isinstance(key, GroupKey) else int(key) for key in self.view.chosen_keys()]

    def place(self, key: LineKey) -> QPoint:
        return self.view.visualRect(self.model.index(self.model.row(key))).center()

    def click(self, key: LineKey, keys: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseClick(self.view.viewport(), LEFT, keys, self.place(key))

    def click_button(self, key: LineKey, action: RowAction) -> None:
        y = self.place(key).y()
        at = next(
            QPoint(x, y) for x in range(self.view.width()) if self.view.button_at(QPoint(x, y)) == (key, action)
        )
        self.qtbot.mouseClick(self.view.viewport(), LEFT, pos=at + QPoint(4, 0))

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.view, key, keys)


@pytest.fixture
def desk() -> FakeDesk:
    made = FakeDesk()
    for number in range(1, 6):
        made.job_rows[number] = make_job(number, Counts(failed=1), status=PromptStatus.FAILED)
    return made


@pytest.fixture
def groups(qtbot, desk) -> Groups:
    panel = QueuePanel(make_calls(desk))
    panel.keep = panel._calls
    qtbot.addWidget(panel)
    panel.resize(1200, 600)
    panel.show()
    panel.start()
    qtbot.waitUntil(lambda: bool(panel.model.ids) and all(map(panel.source.job, panel.model.ids)))
    panel.model.set_listing(listing(("Dawn", [1, 2]), ("Night", [3, 4]), ("", [5])))
    return Groups(qtbot, panel)


def test_a_click_on_a_head_chooses_its_jobs(groups: Groups, desk) -> None:
    dawn, night = groups.head("Dawn"), groups.head("Night")
    groups.click(night)
    assert groups.chosen == ["Night", 3, 4]
    groups.click(night)
    assert groups.chosen == ["Night", 3, 4]
    groups.click(dawn, CONTROL)
    assert groups.chosen == ["Dawn", 1, 2, "Night", 3, 4]
    groups.click(JobId(3), CONTROL)
    assert groups.chosen == ["Dawn", 1, 2, 4], "a group without one of its jobs is not chosen any more"
    groups.click(dawn, CONTROL)
    assert groups.chosen == [4]
    groups.click(JobId(2))
    assert groups.chosen == [2]
    groups.click(night, SHIFT)
    assert groups.chosen == [2, "Night", 3, 4]
    groups.click(groups.head(""))
    groups.click(JobId(5))
    assert groups.chosen == [5]
    groups.click(dawn)
    groups.press(Qt.Key.Key_R)
    groups.qtbot.waitUntil(lambda: ("retry", (1, 2), ("failed",)) in desk.asked)


def test_groups_are_folded_by_mouse_and_keys_and_stay_so(groups: Groups, desk) -> None:
    groups.click_button(groups.head("Dawn"), RowAction.FOLD_GROUP)
    assert groups.shown == ["Dawn", "Night", 3, 4, "", 5]
    assert groups.panel.source.sentence(groups.head("Dawn")) == "Dawn, 2 jobs, folded"
    groups.qtbot.mouseDClick(groups.view.viewport(), LEFT, pos=groups.place(groups.head("Night")))
    assert groups.shown == ["Dawn", "Night", "", 5]
    groups.model.set_listing(listing(("Day", [1, 2, 3, 4, 5]), group="day"))
    groups.model.set_listing(listing(("Dawn", [1, 2, 3]), ("Night", [4]), ("", [5])))
    assert groups.shown == ["Dawn", "Night", "", 5]
    assert groups.panel.source.group_words(groups.head("Dawn"))[1] == "3 jobs"

    groups.click(groups.head("Dawn"))
    assert groups.chosen == ["Dawn", 1, 2, 3]
    groups.press(Qt.Key.Key_R)
    groups.qtbot.waitUntil(lambda: ("retry", (1, 2, 3), ("failed",)) in desk.asked)
    groups.press(Qt.Key.Key_Right)
    assert groups.shown == ["Dawn", 1, 2, 3, "Night", "", 5]
    assert groups.chosen == ["Dawn", 1, 2, 3]
    groups.press(Qt.Key.Key_Down)
    assert groups.chosen == [1]
    groups.press(Qt.Key.Key_Left)
    assert groups.chosen == ["Dawn", 1, 2, 3], "from a job to the head of its group"
    groups.press(Qt.Key.Key_Space)
    assert groups.shown == ["Dawn", "Night", "", 5]
    groups.view.choose(JobId(2))
    assert groups.shown == ["Dawn", 1, 2, 3, "Night", "", 5]
    assert groups.chosen == [2]
    groups.click_button(groups.head("Dawn"), RowAction.FOLD_GROUP)
    assert groups.view.current_key() == groups.head("Dawn")
    assert groups.chosen == ["Dawn", 1, 2, 3], "what was chosen is out of sight: its group stands for it"


def test_the_menu_of_a_head_is_that_of_its_jobs_and_folds(groups: Groups) -> None:
    def menu() -> QMenu:
        return groups.panel.commands.menu(groups.view.chosen_keys())

    def entry(words: str):
        return next(one for one in menu().actions() if one.text().split("\t")[0] == words)

    groups.click(groups.head("Night"))
    assert [one.text().split("\t")[0] for one in menu().actions()][:6] == [
        *("Fold", "Fold all groups", "Unfold all groups", "", "Cancel", "Retry failed")
    ]
    assert entry("Retry failed").isEnabled()
    assert not entry("Unfold all groups").isEnabled()
    entry("Fold all groups").trigger()
    assert groups.shown == ["Dawn", "Night", ""]
    assert groups.chosen == ["Night", 3, 4]
    entry("Unfold").trigger()
    assert groups.shown == ["Dawn", "Night", 3, 4, ""]
    entry("Unfold all groups").trigger()
    assert groups.shown == ["Dawn", 1, 2, "Night", 3, 4, "", 5]
    assert "Fold" not in [one.text().split("\t")[0] for one in groups.panel.commands.menu([JobId(3)]).actions()]


def test_a_chosen_group_keeps_its_jobs_when_another_joins_it(groups: Groups) -> None:
    groups.click(groups.head("Dawn"))
    groups.model.set_listing(listing(("Dawn", [1, 2, 5]), ("Night", [3, 4])))
    assert groups.chosen == [1, 2], "nobody has chosen the new one"
    groups.click(groups.head("Night"))
    groups.model.set_listing(listing(("Dawn", [1, 2, 5]), ("Late", [3, 4])))
    assert groups.chosen == [3, 4]


def test_random_groups_and_folds_keep_rows_true(groups: Groups, theme) -> None:
    model, rng = groups.model, random.Random(3)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for _ in range(120):
        numbers = rng.sample(range(1, 30), rng.randint(1, 20))
        cut = rng.randint(0, len(numbers))
        parts = [(name, part) for name, part in (("a", numbers[:cut]), ("b", numbers[cut:])) if part]
        model.set_listing(listing(*parts))
        if heads := [key for key in groups.lines if isinstance(key, GroupKey)]:
            model.folds.toggle(rng.choice(heads))
        wanted: list[object] = []
        for name, part in parts:
            wanted += [name] if GroupKey(name, 0, JobId(0), "run") in model.folds else [name, *part]
        assert groups.shown == wanted
        assert [model.row(key) for key in groups.lines] == list(range(len(wanted)))
        assert [groups.model.key(row) for row in model.low_rows()] == [key for key, _, _ in model.groups()]
        assert [key.jobs for key, _, _ in model.groups()] == [len(part) for _, part in parts]
        heights = [groups.view.rowHeight(row) for row in range(len(wanted))]
        assert [height == theme.size.row_prompt for height in heights] == [isinstance(one, str) for one in wanted]
        row = rng.randrange(len(wanted))
        groups.view.choose(model.key(row))
        assert groups.view.chosen_keys() == model.meant_by(model.key(row))
    assert tester is not None
