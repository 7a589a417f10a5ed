"""Fills the book with what the window can do."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from vqdesk.ui.commands.book import Command, CommandBook
from vqdesk.ui.commands.list_words import fixed_keys, gallery_words, job_words
from vqdesk.ui.outputs.entry import DESK, OUTPUTS
from vqdesk.ui.queue.row_actions import RowAction

if TYPE_CHECKING:
    from vqdesk.ui.main_window import MainWindow
    from vqdesk.ui.menu import AppMenu


def fill_book(book: CommandBook, window: "MainWindow", menu: "AppMenu") -> None:
    """Every command of the window, once."""
    for named in (window.workspace.named_actions, window.strip.pausing.named_actions):
        for name, action in named.items():
            book.adopt(name, action)
    _add_jobs(book, window)
    _add_outputs(book, window)
    _add_view(book, window)
    for name, action in menu.named.items():
        book.adopt(name, action)
    for place, wish, words, keys in fixed_keys():
        book.add_fixed(place, wish, words, keys)
    book.add_source(lambda: _tabs(book, window))


def _add_view(book: CommandBook, window: "MainWindow") -> None:
    book.add("view.next_pane", _tr("Next part of the window"), lambda: window.next_pane(1), ("F6",))
    book.add("view.last_pane", _tr("Previous part of the window"), lambda: window.next_pane(-1), ("Shift+F6",))
    book.add("view.desk", _tr("Desk"), lambda: window.places.show(DESK), ("Alt+1",))
    book.add("view.outputs", _tr("Outputs: all finished files"), lambda: window.places.show(OUTPUTS), ("Alt+2",))
    places: tuple[tuple[str, str, Callable[[], QWidget], str], ...] = (
        ("view.queue", _tr("Go to the queue"), lambda: window.queue.view, "Alt+4"),
        ("view.detail", _tr("Go to the detail of the job"), lambda: window.detail, "Alt+5"),
        ("view.form", _tr("Go to the form"), lambda: window.workspace.page.workflow_bar, "Alt+3"),
    )
    for name, words, place, keys in places:
        book.add(name, words, lambda place=place: window.go_to(place), (keys,))
    book.add("view.sizes", _tr("Give all parts their first sizes"), lambda: _reset_sizes(window))


def _add_jobs(book: CommandBook, window: "MainWindow") -> None:
    keys = window.queue.view.keys
    for action, words in job_words().items():
        book.add_heard("job", action.value, words, partial(_act_on_lines, window, action), keys)
    book.add("queue.search", _tr("Search the queue"), window.queue.bar.search.setFocus)
    book.add("queue.all", _tr("Show all jobs"), window.queue.bar.show_all)


def _add_outputs(book: CommandBook, window: "MainWindow") -> None:
    for wish, words in gallery_words().items():
        book.add_heard("gallery", wish, words, partial(_do_in_gallery, window, wish), window.places.keys)


def _do_in_gallery(window: "MainWindow", wish: str) -> None:
    window.places.show(OUTPUTS)
    window.places.page.do(wish)


def _act_on_lines(window: "MainWindow", action: RowAction) -> None:
    view = window.queue.view
    keys = view.chosen_keys()
    if keys or action is RowAction.UNDO:
        place = view.mapToGlobal(view.rect().center()) if action is RowAction.MORE else QPoint()
        window.queue.commands.run(action, keys, place)


def _tabs(book: CommandBook, window: "MainWindow") -> Sequence[Command]:
    tabs = window.workspace.book
    found = []
    for one in tabs.read().open:
        action = QAction(one.title.replace("&", "&&"), book)
        action.triggered.connect(lambda _checked, wanted=one.id: tabs.choose(wanted))
        found.append(Command(f"go.{one.id}", "go", action))
    return found


def _reset_sizes(window: "MainWindow") -> None:
    window.columns.reset()
    window.rows.reset()


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowCommands", text)
