"""What the window offers for a while is there for that while, even where the machine stands still."""

import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vqdesk.ui.awake_timer import AwakeTimer


def test_a_window_that_hung_takes_no_offer_away(qtbot):
    owner, ended = QObject(), []
    offer = AwakeTimer(100, owner)
    offer.timeout.connect(lambda: ended.append(True))
    offer.start()
    for _ in range(3):
        time.sleep(0.15)  # longer than all of it
        QApplication.processEvents()
    assert not ended
    qtbot.waitUntil(lambda: ended == [True])
    offer.start()
    offer.stop()
    later = AwakeTimer(200, owner)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert ended == [True]
