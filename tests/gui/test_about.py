"""“About VQDesk”: whose work is inside, and on which terms."""

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot
from real_window import PATIENCE_MS, RealWindow

import vqdesk
from vqdesk.ui.about import AboutDialog
from vqdesk.ui.widgets.labels import Label


def test_version_and_licences_of_all_parts_are_shown(qtbot: QtBot, real_window: RealWindow) -> None:
    next(one for one in real_window.desktop.menu.actions() if one.text() == "About VQDesk").trigger()
    [dialog] = real_window.window.findChildren(AboutDialog)
    assert any(vqdesk.__version__ in label.text() for label in dialog.findChildren(Label))
    qtbot.waitUntil(lambda: "pyside6-essentials" in dialog.text.toPlainText(), timeout=PATIENCE_MS)
    listed = dialog.text.toPlainText()
    assert "LGPL-3.0-only" in listed
    assert "x264" in listed
    dialog.text.anchorClicked.emit(QUrl("package:numpy"))
    qtbot.waitUntil(lambda: "Redistribution and use" in dialog.text.toPlainText(), timeout=PATIENCE_MS)
    dialog.back.click()
    assert dialog.text.toPlainText() == listed
    dialog.shut.click()
