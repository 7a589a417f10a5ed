"""Images of the workspace: the place to drop them, the grid, and what was left out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from vqdesk.ui.calls import Calls
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.thumbnails import Thumbnails
from vqdesk.ui.widgets.buttons import Button, QuietButton
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Card, row_of
from vqdesk.ui.workspace import words
from vqdesk.ui.workspace.dropping import pasted_paths
from vqdesk.ui.workspace.intake import Intake, IntakeQueue
from vqdesk.ui.workspace.media_grid import MediaGrid
from vqdesk.ui.workspace.media_model import MediaItem, MediaModel
from vqdesk.ui.workspace.note_line import NoteLine
from vqdesk.ui.workspace.samples import SamplesCard


class MediaSection(QWidget):
    """`changed` after every change of the files; `adding` when more are on their way."""

    changed = Signal()
    adding = Signal()

    def __init__(self, calls: Calls, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MediaModel(self)
        self.grid = MediaGrid(self.model, thumbnails)
        self.note = NoteLine()
        self.samples = SamplesCard(thumbnails)
        self._intake = IntakeQueue(calls, self.model, self)
        self._kind = "image"
        self._before_removal: Sequence[MediaItem] = ()
        self._title = Label("", "strong")
        self._build_empty()
        self._build_card()
        self._build_rows()
        self._connect()
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Whether files are still being looked at."""
        return self._intake.is_busy

    def set_kind(self, kind: str) -> None:
        """What the workflow takes, image or video; files of another kind are marked."""
        if kind != self._kind:
            self._kind = kind
            self.look_again()
        self._show_state()

    def set_compact(self, compact: bool) -> None:
        """Small tiles for small windows."""
        self.grid.set_compact(compact)

    def set_lit(self, lit: bool) -> None:
        """Something is held over the panel and may be dropped."""
        self.drop_place.set_lit(lit)
        self._card.set_chosen(lit)

    def restore(self, paths: Sequence[str]) -> None:
        """Shows files of the last session before those that were dropped meanwhile; what is gone is marked."""
        self.model.replace_all([*map(MediaItem, paths), *self.model.items])
        self.look_again()

    def add(self, paths: Sequence[str]) -> None:
        """Adds files and folders."""
        if paths:
            self._before_removal = ()
            self.note.tell("")
            self.adding.emit()
            self._intake.add(paths, self._kind)

    def paste(self) -> None:
        """Adds files from the clipboard."""
        paths = pasted_paths(QGuiApplication.clipboard().mimeData())
        if paths:
            self.add(paths)
        else:
            self.note.tell(self.tr("There are no files on the clipboard. Copy some in a file browser first."))

    def look_again(self) -> None:
        """Marks files that went away or changed since they were added."""
        self._intake.judge_again(self._kind)

    def choose_files(self) -> None:
        """Asks for files."""
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        videos = self.tr("Videos (*.mp4 *.mov *.webm *.mkv *.avi *.m4v)")
        images = self.tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)")
        dialog.setNameFilters([videos if self._kind == "video" else images, self.tr("All files (*)")])
        dialog.filesSelected.connect(self.add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def clear(self) -> None:
        """Takes all files out; can be undone."""
        self._remove(list(range(self.model.rowCount())))

    def _remove(self, rows: list[int]) -> None:
        self._before_removal = self.model.items
        if len(rows) == self.model.rowCount():
            self.model.replace_all([])
        else:
            self.model.remove(rows)
        said = self.tr("{0} taken out. The files stay where they are.").format(words.amount(self._kind, len(rows)))
        self.note.tell(said, button=self.tr("Undo"))

    def _undo(self) -> None:
        self.model.replace_all(self._before_removal)
        self.note.tell("")

    def _say_progress(self, done: int, total: int) -> None:
        said = self.tr("Reading {0} of {1} …").format(done, total) if total > 1 else self.tr("Reading …")
        self.note.tell(said)

    def _say_result(self, taken: Intake) -> None:
        text = words.left_out(taken, self._kind)
        self.note.tell(text, details=words.left_out_details(taken), warns=bool(taken.refused))

    def _show_state(self) -> None:
        number = self.model.rowCount()
        self._title.setText(words.amount(self._kind, number))
        self._heading.setText(self.tr("Videos") if self._kind == "video" else self.tr("Images"))
        is_video = self._kind == "video"
        self.drop_place.set_words(
            self.tr("Drop videos or folders here") if is_video else self.tr("Drop images or folders here")
        )
        self._card.setVisible(number > 0)
        self._heading.setVisible(number == 0)
        self.drop_place.setVisible(number == 0)
        self.samples.setVisible(number == 0 and not is_video and self.samples.has_photos)

    def offer_samples(self, paths: Sequence[str]) -> None:
        """Takes the sample photos; they are offered while there are no images."""
        self.samples.show_photos(paths)
        self._show_state()

    def _connect(self) -> None:
        self.model.changed.connect(self._show_state)
        self.model.changed.connect(self.changed)
        self.grid.remove_asked.connect(self._remove)
        self.note.acted.connect(self._undo)
        self.samples.chosen.connect(self.add)
        self._intake.progressed.connect(self._say_progress)
        self._intake.finished.connect(self._say_result)

    def _build_empty(self) -> None:
        self._heading = Label("", "title")
        self.drop_place = EmptyState("image", "", dashed=True)
        choose = Button(self.tr("Choose files…"), icon="folder")
        choose.clicked.connect(self.choose_files)
        paste = Button(self.tr("Paste"))
        paste.set_hint(self.tr("Ctrl V"))
        paste.clicked.connect(self.paste)
        self.drop_place.add_button(choose)
        self.drop_place.add_button(paste)

    def _build_card(self) -> None:
        space, size = current_theme().space, current_theme().size
        self._card = Card()
        add = Button(self.tr("Add"), icon="plus", small=True)
        add.clicked.connect(self.choose_files)
        clear = QuietButton(self.tr("Clear"), small=True)
        clear.clicked.connect(self.clear)
        hint = Label(self.tr("drag to reorder"), "small", "text.secondary")
        pad = space.s + space.xs
        self._card.rows.setContentsMargins(0, space.s, 0, space.s)
        self._card.rows.setSpacing(space.xs)
        head = row_of(self._title, hint, None, add, clear)
        head.setContentsMargins(pad, 0, pad, 0)
        tiles = QHBoxLayout()
        tiles.setContentsMargins(pad - size.ring, 0, pad - space.s, 0)
        tiles.addWidget(self.grid)
        self._card.rows.addLayout(head)
        self._card.rows.addLayout(tiles)

    def _build_rows(self) -> None:
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.s)
        rows.addWidget(self._heading)
        rows.addWidget(self.drop_place)
        rows.addWidget(self._card)
        rows.addWidget(self.note)
        rows.addSpacing(space.s)
        rows.addWidget(self.samples)
