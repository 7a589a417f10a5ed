"""Opens files and folders in the programs of the desktop."""

from PySide6.QtCore import QCoreApplication, QFileInfo, QUrl
from PySide6.QtGui import QDesktopServices

from vqdesk.domain.errors import Problem


def open_file(path: str) -> Problem | None:
    """Opens a file in the system's player or viewer; says why when that is not possible."""
    return _open(path)


def open_folder_of(path: str) -> Problem | None:
    """Opens the folder that holds a file; says why when that is not possible."""
    return _open(QFileInfo(path).absolutePath())


def _open(path: str) -> Problem | None:
    if not QFileInfo.exists(path):
        return Problem(_say("That is no longer there"), path, _say("It was moved or deleted outside VQDesk."))
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        return Problem(
            _say("No program opens this"), path, _say("Choose a program for it in the system settings.")
        )
    return None


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
