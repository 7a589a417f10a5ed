"""Asks for files and folders without holding up the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(owner: QWidget, title: str, kind: str, take: Callable[[str], None], start: str = "") -> None:
    """A file that is there; `kind` as "Lists (*.csv *.json)", "" for any. `start` is looked at first."""
    dialog = QFileDialog(owner, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    _open(dialog, take)


def ask_for_files(owner: QWidget, title: str, kinds: list[str], take: Callable[[list[str]], None]) -> None:
    """Any number of files that are there."""
    dialog = QFileDialog(owner, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(kinds)
    dialog.filesSelected.connect(take)
    _show(dialog)


def ask_for_folder(owner: QWidget, title: str, take: Callable[[str], None], start: str = "") -> None:
    """A folder that is there."""
    dialog = QFileDialog(owner, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, take)


def ask_for_place(owner: QWidget, title: str, kinds: list[str], take: Callable[[str], None], name: str) -> None:
    """Where a new file goes, called `name` at first. Each of `kinds`, as "CSV (*.csv)", gives its ending."""
    dialog = QFileDialog(owner, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(_ending(kinds[0]))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    dialog.selectFile(name)
    _open(dialog, take)


def _open(dialog: QFileDialog, take: Callable[[str], None]) -> None:
    dialog.fileSelected.connect(take)
    _show(dialog)


def _show(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _ending(kind: str) -> str:
    return kind.rpartition("*.")[2].rstrip(")")
