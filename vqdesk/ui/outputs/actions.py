"""What can be done with the selected outputs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vqdesk.domain.outputs import MOST_COMPARED, GalleryOutput
from vqdesk.ui.outputs.stars import Stars
from vqdesk.ui.player.canvas import LETTERS
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton
from vqdesk.ui.widgets.chips import Chip
from vqdesk.ui.widgets.choice import Segmented
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.flow import FlowLayout
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import row_of


class Actions(QWidget):
    """Every wish is a signal; the panel knows what is selected."""

    rated = Signal(int)
    starred = Signal(bool)
    tagged = Signal(str)
    untagged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stars = Stars()
        self.favourite = IconButton("star", "")
        self.favourite.setCheckable(True)
        self.favourite.set_name(self.tr("Favourite"), "F")
        self.tag = LineField()
        self.tag.setAccessibleName(self.tr("Add a tag"))
        self.tag.setPlaceholderText(self.tr("Add a tag"))
        self.tag.setToolTip(self.tr("Type a word and press Enter (T)"))
        self.reuse = PrimaryButton(self.tr("Reuse these settings"), icon="return")
        self.upscale = Button(self.tr("Upscale"), icon="expand", small=False)
        self.extend = Button(self.tr("Extend"), icon="insert")
        self.send = Button(self.tr("Send to…"), icon="arrow-right")
        self.folder = Button(self.tr("Open folder"), icon="folder")
        self.job = Button(self.tr("Show job"), icon="link")
        self.compare = Button(self.tr("Compare"), icon="compare")
        self.stop = DangerButton(self.tr("Stop this run"), icon="stop")
        self.trash = DangerButton(self.tr("Move to trash"), icon="trash")
        self._rows: Sequence[GalleryOutput] = ()
        self.which = Segmented([(letter, letter) for letter in LETTERS[:2]], self.tr("With"), small=True)
        self._which_line = QWidget()
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags, gap=current_theme().space.xs)
        self._build()
        self._connect()

    @property
    def tag_chips(self) -> list[Chip]:
        """The tags that are shown."""
        return [self._flow.itemAt(at).widget() for at in range(self._flow.count())]

    @property
    def one(self) -> GalleryOutput | None:
        """The output that buttons for one are about: the only one, or the chosen one of those compared."""
        if len(self._rows) < 2:
            return self._rows[0] if self._rows else None
        return self._rows[LETTERS.index(self.which.value)] if len(self._rows) <= MOST_COMPARED else None

    def show_rows(self, rows: Sequence[GalleryOutput]) -> None:
        """Fits to what is selected."""
        are_others = [row.id for row in rows] != [row.id for row in self._rows]
        self._rows = rows
        is_compared = 2 <= len(rows) <= MOST_COMPARED
        self._which_line.setVisible(is_compared)
        if is_compared and are_others:
            self.which.set_parts([(letter, letter) for letter in LETTERS[: len(rows)]])
            self.which.set_value(LETTERS[0])
        self._fit()

    def _fit(self) -> None:
        rows, one = self._rows, self.one
        first = rows[0] if rows else None
        self.setEnabled(bool(rows))
        ratings, favourites = {row.rating for row in rows}, {row.is_favourite for row in rows}
        self.stars.set_rating(ratings.pop() if len(ratings) == 1 else 0)
        is_favourite = favourites == {True}
        self.favourite.setChecked(is_favourite)
        self.favourite.set_icon("star-filled" if is_favourite else "star")
        self._show_tags(sorted({tag for row in rows for tag in row.tags}, key=str.casefold))
        clips = [row for row in rows if row.is_clip]
        one_needed = None if one else self.tr("Select one output for this.")
        self.reuse.set_blocked(one_needed)
        self.job.set_blocked(one_needed)
        is_clip = one is not None and one.is_clip
        self.extend.set_blocked(None if is_clip else self.tr("Select one clip: its last frame becomes an input."))
        self.upscale.set_blocked(
            None if rows and len(clips) in (0, len(rows)) else self.tr("Select either clips or images.")
        )
        self.compare.set_blocked(None if 2 <= len(rows) <= 4 else self.tr("Select two to four outputs."))
        self.job.setText(self.tr("Show job #{0}").format(int(one.job_id)) if one else self.tr("Show job"))
        goes_on = first is not None and first.prompts_open > 0 and len({row.job_id for row in rows}) == 1
        self.stop.setVisible(goes_on)
        if goes_on and first is not None:
            self.stop.setText(self.tr("Stop the rest of #{0}").format(int(first.job_id)))

    def _show_tags(self, tags: Sequence[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for tag in tags:
            chip = Chip(tag)
            chip.setToolTip(self.tr("Click to take this tag away"))
            chip.chosen.connect(lambda _add, one=tag: self.untagged.emit(one))
            self._flow.addWidget(chip)
        self._tags.setVisible(bool(tags))

    def _add_tag(self) -> None:
        if self.tag.text().strip():
            self.tagged.emit(self.tag.text())
            self.tag.clear()

    def _build(self) -> None:
        space = current_theme().space
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.s, space.l, space.m)
        rows.setSpacing(space.s)
        rows.addLayout(row_of(self.stars, None, self.favourite))
        rows.addWidget(self._tags)
        rows.addWidget(self.tag)
        which = row_of(Label(self.tr("With"), "label", "text.secondary"), None, self.which)
        which.setContentsMargins(0, 0, 0, 0)
        self._which_line.setLayout(which)
        rows.addWidget(self._which_line)
        rows.addWidget(self.reuse)
        grid = QGridLayout()
        grid.setSpacing(space.s)
        pairs = ((self.upscale, self.extend), (self.send, self.compare), (self.job, self.folder))
        for at, pair in enumerate(pairs):
            for column, button in enumerate(pair):
                grid.addWidget(button, at, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        rows.addLayout(grid)
        rows.addWidget(self.stop)
        rows.addWidget(self.trash)
        rows.addWidget(Label(self.tr("Drag a tile out to copy the file."), "small", "text.secondary"))

    def _connect(self) -> None:
        self.stars.chosen.connect(self.rated)
        self.favourite.clicked.connect(self.starred)
        self.tag.returnPressed.connect(self._add_tag)
        self.which.changed.connect(lambda _letter: self._fit())
