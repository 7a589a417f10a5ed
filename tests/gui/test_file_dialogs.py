"""Dialogs for files and folders: they hold nothing up, and give what was chosen, with its ending."""

from asked_dialogs import answer_file, asked
from PySide6.QtWidgets import QFileDialog, QWidget

from vqdesk.ui.widgets.file_dialogs import ask_for_file, ask_for_files, ask_for_folder, ask_for_place


def test_what_was_chosen_comes_and_nothing_comes_of_a_closed_dialog(qtbot, theme, tmp_path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    taken: list[object] = []
    for name in ("a.csv", "b.txt"):
        (tmp_path / name).write_text("x")
    folder = tmp_path / "in"
    folder.mkdir()
    ask_for_place(owner, "Save", ["CSV (*.csv)", "Text (*.txt)"], taken.append, "list.csv")
    answer_file(qtbot, owner, tmp_path / "list")
    ask_for_place(owner, "Save", ["CSV (*.csv)", "Text (*.txt)"], taken.append, "list.csv")
    answer_file(qtbot, owner, tmp_path / "list", "Text (*.txt)")
    ask_for_file(owner, "Open", "", taken.append, str(tmp_path))
    answer_file(qtbot, owner, tmp_path / "b.txt")
    ask_for_files(owner, "Add", ["Lists (*.csv)"], taken.append)
    answer_file(qtbot, owner, tmp_path / "a.csv")
    ask_for_folder(owner, "Folder", taken.append, str(tmp_path))
    answer_file(qtbot, owner, folder)
    ask_for_file(owner, "Open", "Lists (*.csv)", taken.append)
    asked(qtbot, owner, QFileDialog).reject()
    named = [str(tmp_path / name) for name in ("list.csv", "list.txt", "b.txt", "a.csv", "in")]
    assert taken == [*named[:3], [named[3]], named[4]]
