"""Images of the workspace: the place to drop them, the grid, the input folder, and what was left out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.intake import IntakeQueue
from vqdesk.ui.workspace.media_arrivals import MediaArrivals
from vqdesk.ui.workspace.media_card import MediaCard
from vqdesk.ui.workspace.media_folder import FolderRow, FolderWatch
from vqdesk.ui.workspace.media_grid import MediaGrid
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel
from vqdesk.ui.workspace.media_note import MediaNote, Removal
from vqdesk.ui.workspace.media_preview import MediaPreview
from vqdesk.ui.workspace.samples import SamplesCard


class MediaSection(QWidget):
    """`changed` after every change of the files or the folder.

    `adding` when more are on their way, `settled` when they are here.
    """

    changed = Signal()
    adding = Signal()
    settled = Signal()

    def __init__(self, calls: Calls, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self.model = MediaModel(self)
        self.grid = MediaGrid(self.model, thumbnails)
        self.note = MediaNote()
        self.samples = SamplesCard(thumbnails)
        self.folder = FolderRow()
        self.card = MediaCard(self.grid)
        self.preview: MediaPreview | None = None
        self.arrivals = MediaArrivals(calls, self)
        self._intake = IntakeQueue(calls, self.model, self)
        self._watch = FolderWatch(calls, self)
        self.kind = "image"  # what the workflow takes; `set_kind` changes it
        self._build()
        self._connect()
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Whether files are still being looked at."""
        return self._intake.is_busy

    @property
    def folder_text(self) -> str:
        """The input folder as the user wrote it."""
        return self.folder.text

    @property
    def uses_folder(self) -> bool:
        """Whether the files are those of the input folder."""
        return self._watch.is_on

    def set_kind(self, kind: str) -> None:
        """What the workflow takes, image or video; files of another kind are marked."""
        if kind != self.kind:
            self.kind = kind
            self.look_again()
            if self.uses_folder:
                self._watch.start(self.folder_text, kind, self.model.paths)
        self._show_state()

    def set_compact(self, compact: bool) -> None:
        """Small tiles for small windows."""
        for part in (self.grid, self.card, self.folder, self.samples):
            part.set_compact(compact)

    def set_lit(self, lit: bool) -> None:
        """Something is held over the panel and may be dropped."""
        self.drop_place.set_lit(lit)
        self.card.set_chosen(lit)

    def restore(self, paths: Sequence[str], folder: str = "", uses_folder: bool = False) -> None:
        """Shows files of the last session before those that were dropped meanwhile; what is gone is marked."""
        was_dropped = self.model.rowCount() > 0
        self.model.replace_all([*map(MediaItem, paths), *self.model.items])
        self.folder.show_folder(folder)
        self._watch.stop()
        if uses_folder and folder and not was_dropped:
            self._watch.start(folder, self.kind, paths)
        self.look_again()
        self._show_state()

    def add(self, paths: Sequence[str]) -> None:
        """Adds files and folders. They take the place of what came from the input folder."""
        if not paths:
            return
        if self.uses_folder:
            self._leave_folder()
            self.model.replace_all([])
        self.note.take_removal()
        self.adding.emit()
        self._intake.add(paths, self.kind)
        self._show_state()

    def look_again(self) -> None:
        """Marks files that went away or changed since they were added."""
        self._intake.judge_again(self.kind)

    def clear(self) -> None:
        """Takes all files out; can be undone."""
        self.remove(list(range(self.model.rowCount())))

    def remove(self, rows: list[int]) -> None:
        """Takes files out; can be undone. An input folder without its files does not count any more."""
        before = Removal(self.model.items, self.uses_folder)
        if len(rows) == self.model.rowCount():
            self._leave_folder()
            self.model.replace_all([])
        else:
            self.model.remove(rows)
        said = self.tr("{0} taken out. The files stay where they are.")
        self.note.offer_undo(said.format(words.amount(self.kind, len(rows))), before)

    def undo(self) -> None:
        """Puts back what was taken out last."""
        before = self.note.take_removal()
        if before is None:
            return
        since = () if self.uses_folder and not before.used_folder else self.model.items
        self._leave_folder()
        self.model.replace_all([*before.items, *since])
        if before.used_folder:
            self._watch.start(self.folder_text, self.kind, self.model.paths)

    def use_folder(self, text: str) -> None:
        """Takes the files of a folder, now and whenever others are put there; an empty text takes none."""
        self._watch.stop()
        self._intake.forget()
        self.note.take_removal()
        if self.model.items:
            self.clear()
        self.folder.show_folder(text)
        if text:
            self.folder.show_reading()
            self._watch.start(text, self.kind)
        self._show_state()
        self.changed.emit()

    def show_preview(self, row: int) -> None:
        """Shows a file large."""
        if self.preview is None:
            self.preview = MediaPreview(self._calls, self.model, self)
            self.preview.closed.connect(self._back_to_grid)
        self.preview.open(row)

    def offer_samples(self, paths: Sequence[str]) -> None:
        """Takes the sample photos; they are offered while there are no images."""
        self.samples.show_photos(paths)
        self._show_state()

    def _back_to_grid(self, row: int) -> None:
        self.grid.setCurrentIndex(self.model.index(row))
        self.grid.setFocus()

    def _act(self) -> None:
        if self._intake.is_busy:
            self._intake.stop()
        else:
            self.undo()

    def _mark_gone(self, paths: Sequence[str]) -> None:
        said = self.tr("{0} is not in the folder any more.")
        items = map(MediaItem, paths)
        self.model.settle(replace(item, problem=Problem(said.format(item.name), item.path)) for item in items)

    def _leave_folder(self) -> None:
        if self.uses_folder:
            self._watch.stop()
            self._intake.forget()

    def _say_refused(self, problem: Problem) -> None:
        self.note.show_refused(problem)
        self.adding.emit()

    def _show_state(self) -> None:
        number = self.model.rowCount()
        is_video = self.kind == "video"
        self.card.set_title(words.amount(self.kind, number))
        self._heading.setText(self.tr("Videos") if is_video else self.tr("Images"))
        self.drop_place.set_words(
            self.tr("Drop videos or folders here") if is_video else self.tr("Drop images or folders here")
        )
        self.folder.show_state(self.kind, is_ignored=not self.uses_folder, has_files=number > 0)
        self.card.setVisible(number > 0)
        self._heading.setVisible(number == 0)
        self.drop_place.setVisible(number == 0)
        self.samples.setVisible(number == 0 and not is_video and self.samples.has_photos)

    def _connect(self) -> None:
        self.model.changed.connect(self._show_state)
        self.model.changed.connect(self.changed)
        self.card.add_asked.connect(lambda: self.arrivals.choose(self.kind))
        self.arrivals.files.connect(self.add)
        self.arrivals.refused.connect(self._say_refused)
        self.card.clear_asked.connect(self.clear)
        self.grid.remove_asked.connect(self.remove)
        self.grid.preview_asked.connect(self.show_preview)
        self.grid.undo_asked.connect(self.undo)
        self.note.acted.connect(self._act)
        self.samples.chosen.connect(self.add)
        self.folder.chosen.connect(self.use_folder)
        self.folder.use_asked.connect(lambda: self.use_folder(self.folder_text))
        self.folder.search_asked.connect(
            lambda: self._watch.find_start(self.folder_text, self.folder.choose_folder)
        )
        self._intake.progressed.connect(self.note.show_progress)
        self._intake.finished.connect(lambda taken: self.note.show_result(taken, self.kind))
        self._intake.finished.connect(lambda _: self.settled.emit())
        self._watch.appeared.connect(lambda paths: self._intake.add(paths, self.kind))
        self._watch.vanished.connect(self._mark_gone)
        self._watch.answered.connect(lambda found: self.folder.show_listing(self.kind, found))
        self._watch.failed.connect(self.folder.show_problem)
        self._watch.turned.connect(self.look_again)

    def _build(self) -> None:
        self._heading = Label("", "title")
        self.drop_place = EmptyState("image", "", dashed=True)
        choose = Button(self.tr("Choose files…"), icon="folder")
        choose.clicked.connect(lambda: self.arrivals.choose(self.kind))
        paste = Button(self.tr("Paste"))
        paste.set_hint(self.tr("Ctrl V"))
        paste.clicked.connect(self.arrivals.paste)
        self.drop_place.add_button(choose)
        self.drop_place.add_button(paste)
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        for part in (self._heading, self.drop_place, self.card, self.folder, self.note):
            rows.addWidget(part)
        rows.addSpacing(space.s)
        rows.addWidget(self.samples)
