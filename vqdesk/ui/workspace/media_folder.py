"""The input folder: a path that is watched, and the line that says when it does not count."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.empty_state import IconView
from vqdesk.ui.widgets.fields import CompoundField, LabeledField, LineField
from vqdesk.ui.widgets.file_dialogs import ask_for_folder
from vqdesk.ui.widgets.labels import ElidedLabel
from vqdesk.ui.workspace import words

if TYPE_CHECKING:
    from vqdesk.services.candidates import Expansion  # the window starts without loading the services

_LOOK_EVERY_MS = 2_000
_NAMED = 20
_REST_PART = 10  # a large or slow folder is read a tenth of the time at most


class FolderWatch(QObject):
    """Asks the worker for the files of a folder again and again, never twice at once: the folder may hang.

    `appeared` and `vanished` carry paths, `failed` a Problem, `answered` an Expansion. `turned` when a folder that
    answered does not any more, or the other way round.
    """

    appeared = Signal(object)
    vanished = Signal(object)
    failed = Signal(object)
    answered = Signal(object)
    turned = Signal()

    def __init__(self, calls: Calls, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._folder = ""
        self._kind = "image"
        self._known: frozenset[str] = frozenset()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._look)
        self._is_asking = self._is_away = False
        self._asked = QElapsedTimer()

    @property
    def is_on(self) -> bool:
        """Whether a folder is watched."""
        return bool(self._folder)

    def start(self, folder: str, kind: str, known: Sequence[str] = ()) -> None:
        """Watches a folder; `known` files of it are not told as new."""
        self._folder, self._kind, self._known, self._is_away = folder, kind, frozenset(known), False
        self._look()

    def stop(self) -> None:
        """Watches nothing."""
        self._folder = ""
        self._pause.stop()

    def find_start(self, chosen: str, show: Callable[[str], None]) -> None:
        """Calls `show` with the folder where looking for another one begins, "" for anywhere."""
        self._calls.ask(self, lambda desk: desk.workspaces.folder_to_show(chosen), show, lambda _: show(""))

    def _look(self) -> None:
        if self._is_asking or not self._folder:
            return
        self._is_asking = True
        self._asked.start()
        folder, kind = self._folder, self._kind
        self._calls.ask(
            self,
            lambda desk: desk.media.files_of(folder, kind),
            lambda files: self._take((folder, kind), files),
            lambda problem: self._take((folder, kind), problem),
        )

    def _take(self, asked: tuple[str, str], found: Any) -> None:
        self._is_asking = False
        if asked != (self._folder, self._kind):
            self._look()
            return
        if isinstance(found, Problem):
            self.failed.emit(found)
            self._turn(is_away=True)
        else:
            self._compare(found)
        self._pause.start(max(_LOOK_EVERY_MS, _REST_PART * self._asked.elapsed()))

    def _turn(self, *, is_away: bool) -> None:
        if is_away != self._is_away:
            self._is_away = is_away
            self.turned.emit()

    def _compare(self, found: "Expansion") -> None:
        now = frozenset(found.files)
        fresh = [path for path in found.files if path not in self._known]
        gone = sorted(self._known - now)
        self._known = now
        self.answered.emit(found)
        self._turn(is_away=False)
        if fresh:
            self.appeared.emit(fresh)
        if gone:
            self.vanished.emit(gone)


class _FolderField(CompoundField):
    """A line for the path, and a button that asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = LineField()
        self.button = Button("", icon="folder")
        self.marked = (self.line,)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space.s)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)


class FolderRow(QWidget):
    """`chosen` carries the text of the field; `use_asked` when a folder that does not count shall count.

    `search_asked` when a folder shall be looked for, with `choose_folder`.
    """

    chosen = Signal(str)
    use_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts = _FolderField()
        self.field, self.button = parts.line, parts.button
        self.field.setAccessibleName(self.tr("Input folder"))
        self.field.editingFinished.connect(self._choose)
        self.button.setText(self.tr("Choose folder…"))
        self.field.returnPressed.connect(self._use)
        self.button.clicked.connect(self.search_asked)
        self.labeled = LabeledField(self.tr("Input folder"), parts)
        self._told = ""
        self._build()
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room the pointer finds the explanation."""
        said = self.tr("Path of a folder; what is put there later comes by itself")
        self.field.setPlaceholderText("" if compact else said)
        self.field.setToolTip(said if compact else "")

    @property
    def text(self) -> str:
        """What was chosen last."""
        return self._told

    @property
    def ignored_words(self) -> str:
        """What is said while the folder does not count; empty while it does."""
        return self._ignored.text() if not self._ignored_row.isHidden() else ""

    def show_folder(self, text: str) -> None:
        """Puts a path into the field."""
        self._told = text
        self.field.setText(text)
        self.show_problem(None)
        self.labeled.set_note("")

    def show_state(self, kind: str, *, is_ignored: bool, has_files: bool) -> None:
        """Shows the field, and why the folder does not count; while files are here in place of the field."""
        if not has_files:
            said = self.tr("Nothing is taken from this folder now.")
        elif kind == "video":
            said = self.tr("The input folder {0} is ignored while videos are here.")
        else:
            said = self.tr("The input folder {0} is ignored while images are here.")
        self._ignored.setText(said.format(self._told))
        self.use_button.setText(self.tr("Use the folder instead") if has_files else self.tr("Use this folder"))
        self._ignored_row.setVisible(is_ignored and bool(self._told))
        self.labeled.setVisible(not (is_ignored and has_files))

    def show_reading(self) -> None:
        """The folder was asked, and may be slow."""
        self.labeled.set_note(self.tr("Reading …"))

    def show_listing(self, kind: str, found: "Expansion") -> None:
        """The folder answered; what of it is left out stands in the tool tip."""
        self.show_problem(None)
        number, left_out = words.amount(kind, len(found.files)), len(found.refused) + found.truncated
        said = self.tr("{0}, watched; {1} left out") if left_out else self.tr("{0}, watched")
        self.labeled.set_note(said.format(number, left_out))
        problems = (one.problem.sentence() for one in found.refused if one.problem)
        self.labeled.setToolTip("\n".join(islice(problems, _NAMED)))

    def show_problem(self, problem: Problem | None) -> None:
        """Why the folder cannot be used, below the field."""
        if problem:
            self.labeled.set_note("")
        self.labeled.set_error(words.field_error(problem) if problem else None)

    def choose_folder(self, start: str) -> None:
        """Asks for a folder; `start` is looked at first, "" for anywhere."""
        ask_for_folder(self, self.tr("Choose the input folder"), self._take, start)

    def _take(self, folder: str) -> None:
        self.field.setText(folder)
        self._choose()

    def _choose(self) -> None:
        text = self.field.text().strip()
        if text != self._told:
            self.show_folder(text)
            self.chosen.emit(text)

    def _use(self) -> None:
        if self._told and self.ignored_words and self.field.text().strip() == self._told:
            self.use_asked.emit()

    def _build(self) -> None:
        space = current_theme().space
        self._ignored = ElidedLabel("", "small", "text.secondary", elide="middle")
        self.use_button = LinkButton(self.tr("Use the folder instead"))
        self.use_button.clicked.connect(self.use_asked)
        self._ignored_row = QWidget()
        row = QHBoxLayout(self._ignored_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.s)
        row.addWidget(IconView("info"))
        row.addWidget(self._ignored, 1)
        row.addWidget(self.use_button)
        self._ignored_row.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.labeled)
        rows.addWidget(self._ignored_row)
