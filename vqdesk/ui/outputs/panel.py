"""The page of outputs: bar, player, gallery, and the column with what made them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ports import OutputListing
from vqdesk.ui.calls import Calls
from vqdesk.ui.commands.list_keys import ListKeys
from vqdesk.ui.outputs.bar import GalleryBar
from vqdesk.ui.outputs.days import DayHead
from vqdesk.ui.outputs.facts import FactsColumn
from vqdesk.ui.outputs.gallery_keys import RATINGS, GalleryWish
from vqdesk.ui.outputs.menus import GalleryMenus, Tabs
from vqdesk.ui.outputs.stage import Stage
from vqdesk.ui.outputs.view import GalleryView
from vqdesk.ui.outputs.wishes import Wishes
from vqdesk.ui.outputs.words import amount
from vqdesk.ui.paced import Paced
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Line, Panel
from vqdesk.ui.workspace.note_line import NoteLine

_STAGE_PART, _GALLERY_PART = 3, 2


class OutputsPanel(Panel):
    """Reads only while it is seen; everybody else learns by its signals what the user wants."""

    sent = Signal(str, object)  # id of a tab, paths
    job_asked = Signal(object)  # JobId
    reuse_asked = Signal(str)

    def __init__(self, calls: Calls, tabs: Tabs, keys: ListKeys, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self._thrown: tuple[int, ...] = ()
        self._is_read = False
        self.wishes = Wishes(calls, self)
        self.bar = GalleryBar()
        self.stage = Stage(calls, keys)
        self.view = GalleryView(calls, keys)
        self.facts = FactsColumn(calls)
        self.menus = GalleryMenus(self.view, self.wishes, tabs)
        self.note = NoteLine()
        self.days = DayHead()
        self._selected = Label("", "small", "text.secondary")
        self._listing = Paced(self._ask, current_theme().duration.progress_update, self)
        self._build()
        self._connect()

    @property
    def is_loaded(self) -> bool:
        """True once the outputs have been read."""
        return self._is_read

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts between which F6 moves the keyboard."""
        return (self.bar, self.stage, self.view, self.facts)

    def look_again(self) -> None:
        """Something may have changed; read when it is seen."""
        if self.isVisible():
            self._listing.request()

    def showEvent(self, event: object) -> None:
        """Reads what is there now."""
        super().showEvent(event)
        self.look_again()
        self.view.setFocus()

    def hideEvent(self, event: object) -> None:
        """Nobody looks: nothing is decoded."""
        super().hideEvent(event)
        self.stage.clock.play(False)

    def show_job(self, job_id: object) -> None:
        """Narrows it down to the outputs of one job."""
        self.bar.choose_job(job_id)

    # ---- what is there ------------------------------------------------------------------------------

    def _ask(self) -> None:
        query = self.bar.query
        self._calls.ask(self, lambda desk: desk.outputs.listing(query), self._take, self._refuse)
        self._calls.ask(self, lambda desk: desk.outputs.choices(), self.bar.show_choices, self._tell)

    def _take(self, listing: OutputListing) -> None:
        self._is_read = True
        self.view.gallery.set_ids(listing.ids)
        self.view.gallery.refresh()
        self.bar.show_counts(listing.counts)
        self.days.show_listing(listing)
        self.view.tiles.starts = self.days.starts()
        self._head.setVisible(bool(listing.ids))
        self._pages.setCurrentWidget(self.view if listing.ids else self._empty)
        self._show_empty()
        if not self.view.currentIndex().isValid() and listing.ids:
            self.view.setCurrentIndex(self.view.gallery.index(0))
        self._show_selected()
        self._listing.finished()

    def _refuse(self, problem: Problem) -> None:
        self._tell(problem)
        self._listing.finished()

    def _show_empty(self) -> None:
        limited = self.bar.is_limited
        if limited:
            self._empty.set_words(
                self.tr("No output is like that"), self.tr("The filter or the search hides them.")
            )
        else:
            self._empty.set_words(
                self.tr("No output yet"),
                self.tr("Finished clips and images of all jobs appear here, newest first."),
            )
        self._all.setVisible(limited)
        self._desk.setVisible(not limited)

    def _show_selected(self) -> None:
        rows, count = self.view.chosen(), len(self.view.chosen_ids())
        self.facts.show_rows(rows, count)
        self._selected.setText(self.tr("{0} selected, up to 4 can be compared").format(count) if count > 1 else "")
        if self.stage.is_open:
            self.stage.show_rows(rows)
        self._mark_letters()

    def _mark_letters(self) -> None:
        self.view.tiles.letters = self.stage.letters
        self.view.viewport().update()

    def _take_rows(self, rows: Sequence[GalleryOutput]) -> None:
        self.view.gallery.put(rows)
        self._show_selected()
        self._listing.request()

    # ---- what the user does -------------------------------------------------------------------------

    def play(self) -> None:
        """Opens the player with what is selected."""
        if rows := self.view.chosen():
            self.stage.show_rows(rows)
            self._mark_letters()
            self.view.scrollTo(self.view.currentIndex())

    def do(self, wish: str) -> None:
        """A key of the gallery, or a command."""
        ids, rows = self.view.chosen_ids(), self.view.chosen()
        if wish in RATINGS:
            self.wishes.rate(ids, RATINGS[wish])
        elif wish == GalleryWish.FAVOURITE:
            self.wishes.set_favourite(ids, not all(row.is_favourite for row in rows))
        elif wish == GalleryWish.TAG:
            self.facts.actions.tag.setFocus()
        elif wish == GalleryWish.TRASH:
            self.wishes.throw_away(ids)
        elif wish == GalleryWish.COMPARE or (wish == GalleryWish.PLAY and not self.stage.is_open):
            self.play()
        elif self.stage.is_open:
            self.stage.do(wish)

    def _go_to_day(self, at: int) -> None:
        self.view.go_to(at)
        self.days.show_place(at)  # the last rows cannot come to the top

    def _take_thrown(self, ids: tuple[int, ...]) -> None:
        self._thrown = ids
        self.stage.dismiss()
        self.note.tell(self.tr("{0} moved to the trash.").format(amount(len(ids))), button=self.tr("Undo"))
        self._listing.request()

    def _undo(self) -> None:
        if self._thrown:
            self.wishes.bring_back(self._thrown)

    def _take_back(self, _ids: object) -> None:
        self._thrown = ()
        self.note.tell("")
        self._listing.request()

    def _tell(self, problem: Problem) -> None:
        self.note.tell(problem.sentence(), warns=True)

    def _enlarge(self, large: bool) -> None:
        self._pages.setVisible(not large)
        self._head.setVisible(not large)

    # ---- wiring -------------------------------------------------------------------------------------

    def _build(self) -> None:
        space = current_theme().space
        self._empty = EmptyState("film", "")
        self._all = Button(self.tr("Show all"))
        self._all.clicked.connect(self.bar.show_all)
        self._desk = Button(self.tr("Go to the desk"))
        for button in (self._all, self._desk):
            self._empty.add_button(button)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, space.s, 0, 0)
        head.addWidget(self.days)
        head.addStretch(1)
        head.addWidget(self._selected)
        inner = QVBoxLayout()
        inner.setContentsMargins(space.l, space.s, space.s, space.s)
        inner.setSpacing(space.s)
        inner.addWidget(self.stage, _STAGE_PART)
        inner.addWidget(self._head)
        inner.addWidget(self.note)
        inner.addWidget(self._pages, _GALLERY_PART)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.bar)
        left.addLayout(inner, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Line(upright=True))
        row.addWidget(self.facts)

    def _connect(self) -> None:
        view, wishes, actions = self.view, self.wishes, self.facts.actions
        self.bar.changed.connect(self._listing.request)
        self.bar.left.connect(view.setFocus)
        view.selected.connect(self._show_selected)
        view.verticalScrollBar().valueChanged.connect(lambda _at: self.days.show_place(view.first_in_sight()))
        self.days.wanted.connect(self._go_to_day)
        view.gallery.arrived.connect(self._show_selected)
        view.gallery.failed.connect(self._tell)
        view.opened.connect(self.play)
        view.wished.connect(self.do)
        view.copy_asked.connect(lambda: wishes.copy_files(view.chosen()))
        view.customContextMenuRequested.connect(self.menus.show_at)
        self.menus.play_asked.connect(self.play)
        self.menus.sent.connect(self.sent)
        self.menus.job_asked.connect(self.job_asked)
        self.menus.reuse_asked.connect(self.reuse_asked)
        self.stage.closed.connect(self._mark_letters)
        self.stage.enlarged.connect(self._enlarge)
        self.note.acted.connect(self._undo)
        wishes.changed.connect(self._take_rows)
        wishes.thrown.connect(self._take_thrown)
        wishes.back.connect(self._take_back)
        wishes.failed.connect(self._tell)
        actions.rated.connect(lambda stars: wishes.rate(view.chosen_ids(), stars))
        actions.starred.connect(lambda on: wishes.set_favourite(view.chosen_ids(), on))
        actions.tagged.connect(lambda tag: wishes.add_tag(view.chosen_ids(), tag))
        actions.untagged.connect(lambda tag: wishes.remove_tag(view.chosen_ids(), tag))
        self._connect_buttons()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.bar.search.setFocus)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.view)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self._undo)

    def _connect_buttons(self) -> None:
        view, wishes, actions = self.view, self.wishes, self.facts.actions
        actions.reuse.clicked.connect(lambda: self.reuse_asked.emit(actions.one.path))
        actions.upscale.clicked.connect(lambda: wishes.upscale(view.chosen()))
        actions.extend.clicked.connect(lambda: wishes.extend(actions.one))
        actions.folder.clicked.connect(lambda: wishes.open_folder(actions.one or view.chosen()[0]))
        actions.job.clicked.connect(lambda: self.job_asked.emit(actions.one.job_id))
        actions.compare.clicked.connect(self.play)
        actions.stop.clicked.connect(lambda: wishes.stop_job(view.chosen()[0]))
        actions.trash.clicked.connect(lambda: wishes.throw_away(view.chosen_ids()))
        actions.send.clicked.connect(lambda: self.menus.show_send_menu(actions.send))
        self._desk.clicked.connect(lambda: self.job_asked.emit(None))
