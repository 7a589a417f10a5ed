"""The question before texts of the user are written anew."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vqdesk.ui.widgets.question import Question, Role
from vqdesk.ui.workspace.words import amount


def ask_overwrite(
    parent: QWidget, own: int, others: int, overwrite: Callable[[], None], leave: Callable[[], None]
) -> Question:
    """Opens it: `own` images have texts of the user, `others` do not. Esc changes nothing."""
    question = _tr("{0} with texts that you wrote or applied.").format(amount("image", own))
    more = _tr("New texts take their place. Undo (Ctrl+Z) brings yours back.")
    box = Question(_tr("Write again"), question, more, parent)
    box.add(_tr("Replace mine"), Role.DestructiveRole).clicked.connect(overwrite)
    if others:
        rest = _tr("Only the other {0}").format(amount("image", others))
        box.add(rest, Role.AcceptRole).clicked.connect(leave)
    keep = box.add(_tr("Keep mine"), Role.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("AutoPrompt", text)
