"""What blocks a click is read to its end; a question has all its verbs, in red the one that loses something."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from vqdesk.ui.widgets.question import Question, Role
from vqdesk.ui.workspace.footer import Footer
from vqdesk.ui.workspace.words import Sentence

REASON = "4 images have texts that are not applied yet: apply or clear them before they are added."


def test_a_reason_keeps_all_its_words_in_a_narrow_window(qtbot, theme) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.resize(theme.size.form_min, theme.size.footer)
    footer.show_sentence(Sentence("6 images × 1 try =", "6 prompts"), REASON)
    footer.show()
    assert footer.second_line == REASON
    why = next(label for label in footer.findChildren(QLabel) if label.text() == REASON)
    qtbot.waitUntil(lambda: why.height() >= why.heightForWidth(why.width()))
    assert footer.rect().contains(why.geometry())
    footer.show_sentence(Sentence("6 images × 1 try =", "6 prompts"), None)
    assert not why.isVisible()


def test_a_question_keeps_its_verbs_and_does_what_is_clicked(qtbot, theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = Question("Cancel", "Cancel 36 prompts of 6 jobs?", "What is done stays.", window)
    done: list[str] = []
    for verb, role in (("Cancel 36 prompts", Role.DestructiveRole), ("Keep running", Role.RejectRole)):
        box.add(verb, role).clicked.connect(lambda _=False, verb=verb: done.append(verb))
    gc.collect()
    box.open()
    verbs = {button.text(): button for button in box.findChildren(QPushButton)}
    losing = verbs["Cancel 36 prompts"]
    pixel = losing.grab().toImage().pixelColor(losing.width() // 2, 4)
    assert pixel.name() == theme.color("danger.fill").name()
    qtbot.mouseClick(losing, Qt.MouseButton.LeftButton)
    assert done == ["Cancel 36 prompts"]
