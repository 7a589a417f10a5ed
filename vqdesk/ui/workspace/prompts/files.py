"""Texts from and to files: beside the images, and lists."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.parameters import Parameter
from vqdesk.domain.prompt_lists import Pairing
from vqdesk.domain.prompt_rows import Rows
from vqdesk.ui.calls import Calls
from vqdesk.ui.widgets.file_dialogs import ask_for_file, ask_for_place


class PromptFiles(QObject):
    """`found` carries a Pairing and where it comes from, `failed` a Problem, `written` a file name."""

    found = Signal(object, str)
    failed = Signal(object)
    written = Signal(str)

    def __init__(self, calls: Calls, owner: QWidget) -> None:
        super().__init__(owner)
        self._calls = calls
        self._owner = owner

    def pick_up(self, cards: Sequence[str], columns: Sequence[Parameter]) -> None:
        """Texts of the files beside the images."""

        def take(pairing: Pairing) -> None:
            self.found.emit(pairing, self.tr(".txt files"))

        self._calls.ask(self, lambda desk: desk.prompt_lists.beside(cards, columns), take, self._fail)

    def read(self, path: str, cards: Sequence[str], columns: Sequence[Parameter]) -> None:
        """Texts of a list."""

        def take(pairing: Pairing) -> None:
            self.found.emit(pairing, PurePath(path).name)

        self._calls.ask(self, lambda desk: desk.prompt_lists.read(path, cards, columns), take, self._fail)

    def write(self, path: str, cards: Sequence[str], columns: Sequence[Parameter], rows: Rows) -> None:
        """A list for a spreadsheet, or for the command line."""

        def told(_: None) -> None:
            self.written.emit(PurePath(path).name)

        self._calls.ask(self, lambda desk: desk.prompt_lists.write(path, cards, columns, rows), told, self._fail)

    def ask_for_list(self, take: Callable[[str], None]) -> None:
        """Asks for a list that is there."""
        kind = self.tr("Lists (*.csv *.tsv *.json *.txt)")
        ask_for_file(self._owner, self.tr("Read a list of texts"), kind, take)

    def ask_for_place(self, take: Callable[[str], None]) -> None:
        """Asks where a new list goes."""
        kinds = [self.tr("CSV (*.csv)"), self.tr("JSON (*.json)")]
        ask_for_place(self._owner, self.tr("Write the texts to a list"), kinds, take, "prompts.csv")

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)
