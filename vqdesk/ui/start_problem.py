"""What keeps the window from opening, for somebody who has started it from an icon and reads no terminal."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from vqdesk.domain.errors import Problem
from vqdesk.ui.app import make_application
from vqdesk.ui.language import speak
from vqdesk.ui.problems import problem_in_words
from vqdesk.ui.theme.apply import apply_theme
from vqdesk.ui.theme.choosing import choice_of


def tell_problem(problem: Problem) -> None:
    """Returns when it was read. Needs no data folder."""
    application = make_application()
    speak(application, {})
    apply_theme(application, choice_of({}))
    box = problem_box(problem_in_words(problem))
    box.finished.connect(application.quit)
    box.open()
    application.exec()


def problem_box(problem: Problem) -> QMessageBox:
    """Summary, cause and remedy above one button."""
    box = QMessageBox(QMessageBox.Icon.Warning, "VQDesk", problem.summary)
    box.setInformativeText("\n\n".join(filter(None, (problem.cause, problem.remedy))))
    box.addButton(QCoreApplication.translate("StartProblem", "Quit"), QMessageBox.ButtonRole.RejectRole)
    return box
