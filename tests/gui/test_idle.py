"""A window in which nothing happens paints nothing: the nights are the GPU's."""

import time

import pytest
from fake_desk import FakeDesk, make_calls
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.workspace.media_grid import MediaGrid
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel

SETTLED_S = 0.1
WATCHED_S = 0.15


class PaintCounter(QObject):
    """Counts the paint events of a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def let_pass(seconds: float) -> None:
    end, turns = time.monotonic() + seconds, 0
    while time.monotonic() < end or turns < 20:  # also where the machine stood still meanwhile
        QApplication.processEvents()
        turns += 1


@pytest.mark.parametrize("photos", [5, 6, 7, 12])
def test_a_grid_at_rest_is_not_painted_at_any_width(qtbot: QtBot, photos: int) -> None:
    model = MediaModel()
    model.add([MediaItem(f"/photos/photo_{n}.jpg") for n in range(photos)])
    holder = QWidget()
    qtbot.addWidget(holder)
    rows = QVBoxLayout(holder)
    grid = MediaGrid(model, Thumbnails(make_calls(FakeDesk()), holder), holder)
    rows.addWidget(grid)
    rows.addStretch(1)
    holder.resize(480, 700)
    holder.show()
    counter = PaintCounter()
    grid.viewport().installEventFilter(counter)
    restless = {}
    for width in range(480, 740, 37):
        holder.resize(width, 700)
        let_pass(SETTLED_S)
        counter.count = 0
        let_pass(WATCHED_S)
        if counter.count > 1:
            restless[width] = counter.count
    assert restless == {}
