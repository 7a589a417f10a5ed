"""The tab of finished files: a strip of them, newest first, to look through, judge and play."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.job import Output
from vqdesk.domain.outputs import MOST_STARS, GalleryOutput
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.opening import open_file, open_folder_of
from vqdesk.ui.detail.texts import copy_text
from vqdesk.ui.outputs.filmstrip import Filmstrip
from vqdesk.ui.outputs.gallery_keys import RATINGS
from vqdesk.ui.outputs.wishes import Wishes
from vqdesk.ui.outputs.words import input_of
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.menus import PassingMenu


class OutputsTab(QWidget):
    """Enter or a double click plays a file, digits rate it, F marks it; its menu has the rest."""

    failed = Signal(object)  # Problem
    reuse_asked = Signal(str)  # path
    gallery_asked = Signal(object)  # JobId

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = Filmstrip(calls)
        self.list.tiles.name = _name
        self._wishes = Wishes(calls, self)
        self._empty = EmptyState(
            "film", self.tr("No output yet"), self.tr("Finished files of this job appear here.")
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        self._connect()

    def set_outputs(self, outputs: Sequence[Output]) -> None:
        """Shows these files."""
        self.list.gallery.set_ids(sorted((output.id for output in outputs), reverse=True))
        self._pages.setCurrentWidget(self.list if outputs else self._empty)

    def showEvent(self, event: QShowEvent) -> None:
        """Stars that were given elsewhere meanwhile are read."""
        super().showEvent(event)
        self.list.gallery.refresh()

    def menu(self) -> QMenu:
        """What can be done with the selected files; empty when nothing is selected."""
        menu = PassingMenu(self)
        rows = self.list.chosen()
        if not rows:
            return menu
        first = rows[0]
        menu.addAction(self.tr("Play in the system player"), lambda: self._tell(open_file(first.path)))
        menu.addAction(self.tr("Show in the gallery"), lambda: self.gallery_asked.emit(first.job_id))
        menu.addAction(self.tr("Open the folder"), lambda: self._tell(open_folder_of(first.path)))
        menu.addAction(self.tr("Copy the path"), lambda: copy_text("\n".join(row.path for row in rows)))
        menu.addSeparator()
        rating = menu.addMenu(self.tr("Rating"))
        for stars in range(MOST_STARS, -1, -1):
            words = self.tr("{0} of 5 stars").format(stars) if stars else self.tr("None")
            rating.addAction(f"{words}\t{stars}", lambda chosen=stars: self._rate(chosen))
        favourite = menu.addAction(self.tr("Favourite") + "\tF", self._star)
        favourite.setCheckable(True)
        favourite.setChecked(all(row.is_favourite for row in rows))
        menu.addSeparator()
        menu.addAction(self.tr("Reuse these settings"), lambda: self.reuse_asked.emit(first.path))
        return menu

    def _connect(self) -> None:
        view = self.list
        view.opened.connect(self._play)
        view.wished.connect(self._do)
        view.copy_asked.connect(lambda: self._wishes.copy_files(view.chosen()))
        view.customContextMenuRequested.connect(self._show_menu)
        view.gallery.failed.connect(self.failed)
        self._wishes.changed.connect(view.gallery.put)
        self._wishes.failed.connect(self.failed)

    def _do(self, wish: str) -> None:
        if wish in RATINGS:
            self._rate(RATINGS[wish])
        else:
            self._star()

    def _rate(self, stars: int) -> None:
        self._wishes.rate(self.list.chosen_ids(), stars)

    def _star(self) -> None:
        rows = self.list.chosen()
        self._wishes.set_favourite(self.list.chosen_ids(), not all(row.is_favourite for row in rows))

    def _play(self) -> None:
        row = self.list.gallery.known(self.list.gallery.ids[self.list.currentIndex().row()])
        if row is not None:
            self._tell(open_file(row.path))

    def _tell(self, problem: Problem | None) -> None:
        if problem is not None:
            self.failed.emit(problem)

    def _show_menu(self, where: QPoint) -> None:
        if self.list.indexAt(where).isValid():
            self.menu().popup(self.list.viewport().mapToGlobal(where))


def _name(row: GalleryOutput) -> str:
    words = QCoreApplication.translate("Detail", "{name}, try {n}")
    return words.format(name=input_of(row), n=row.try_number)
