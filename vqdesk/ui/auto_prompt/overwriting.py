"""The question before texts of the user are written anew."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from vqdesk.ui.workspace.words import amount


def ask_overwrite(
    parent: QWidget, own: int, others: int, overwrite: Callable[[], None], leave: Callable[[], None]
) -> QMessageBox:
    """Opens it: `own` images have texts of the user, `others` do not. Esc changes nothing."""
    question = _tr("{0} with texts that you wrote or applied.").format(amount("image", own))
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Write again"), question, parent=parent)
    box.setInformativeText(_tr("New texts take their place. Undo (Ctrl+Z) brings yours back."))
    role = QMessageBox.ButtonRole
    box.addButton(_tr("Replace mine"), role.DestructiveRole).clicked.connect(overwrite)
    if others:
        rest = _tr("Only the other {0}").format(amount("image", others))
        box.addButton(rest, role.AcceptRole).clicked.connect(leave)
    keep = box.addButton(_tr("Keep mine"), role.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("AutoPrompt", text)
