"""The line below the images: what is being read, what was left out, and the way back after a removal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vqdesk.domain.errors import Problem
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.media_model import MediaItem
from vqdesk.ui.workspace.note_line import NoteLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vqdesk.ui.workspace.intake import Intake


@dataclass(frozen=True, slots=True)
class Removal:
    """What the section held before files were taken out."""

    items: Sequence[MediaItem]
    used_folder: bool


class MediaNote(NoteLine):
    """A removal stays undoable while other files are read, however long that takes; then it is offered again."""

    def __init__(self, parent: "QWidget | None" = None) -> None:
        super().__init__(parent)
        self._removal: Removal | None = None
        self._removed = ""

    def offer_undo(self, said: str, removal: Removal) -> None:
        """Something was taken out."""
        self._removal, self._removed = removal, said
        self.tell(said, button=self.tr("Undo"))

    def take_removal(self) -> Removal | None:
        """What can be put back; it is offered no more."""
        removal = self._removal
        self._removal = None
        self.tell("")
        return removal

    def show_progress(self, done: int, total: int) -> None:
        """Files are being read."""
        said = self.tr("Reading {0} of {1} …").format(done, total) if total > 1 else self.tr("Reading …")
        self.tell(said, button=self.tr("Stop") if total > 1 else "")

    def show_result(self, taken: "Intake", kind: str) -> None:
        """They were read."""
        said = [self._removed] if self._removal else []
        said.append(words.left_out(taken, kind))
        self.tell(
            " ".join(filter(None, said)),
            button=self.tr("Undo") if self._removal else "",
            details=words.left_out_details(taken),
            warns=bool(taken.refused),
        )

    def show_refused(self, problem: Problem) -> None:
        """What was dropped or pasted holds no file."""
        details = "\n".join(part for part in (problem.cause, problem.remedy) if part)
        self.tell(problem.summary, details=details, warns=bool(details))
