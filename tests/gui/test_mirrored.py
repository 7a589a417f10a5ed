"""In a mirrored window, what draws itself is drawn as ever, so that nothing overlaps."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from vqdesk.ui.detail.work_list import WorkList, WorkRow
from vqdesk.ui.widgets.fields import LineField, NumberField
from vqdesk.ui.widgets.group import GroupHead
from vqdesk.ui.widgets.tabs import TabBar


def field() -> QWidget:
    made = NumberField()
    made.setText("1280")
    made.set_suffix("px")
    return made


def search() -> QWidget:
    return LineField("lake", icon="search")


def head() -> QWidget:
    made = GroupHead("Camera")
    made.set_summary("Smooth", changed=True)
    return made


def tabs() -> QWidget:
    made = TabBar("Parts")
    made.addTab("Outputs")
    made.set_count(0, 6)
    return made


def work() -> QWidget:
    made = WorkList("Parts")
    made.set_rows([WorkRow("Load photo", "done", "0:04"), WorkRow("Decode", "running", "0:01", "3 / 9", 0.3)])
    return made


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[Callable[[], None]]:
    yield lambda: qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("make", [field, search, head, tabs, work])
def test_it_looks_the_same(make: Callable[[], QWidget], qtbot, mirrored: Callable[[], None]) -> None:
    before = picture(make(), qtbot)
    mirrored()
    assert picture(make(), qtbot) == before


def picture(widget: QWidget, qtbot) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(360, 40 if not isinstance(widget, WorkList) else 120)
    return widget.grab().toImage()
