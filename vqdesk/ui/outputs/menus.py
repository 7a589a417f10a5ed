"""The menus of the gallery: what can be done with what is selected, and where it can be sent."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.outputs.view import GalleryView
from vqdesk.ui.outputs.wishes import Wishes
from vqdesk.ui.widgets.menus import PassingMenu

Tabs = Callable[[], Sequence[tuple[str, str]]]
"""Id and title of the tabs that are open."""


class GalleryMenus(QObject):
    """Made anew whenever they are wanted."""

    play_asked = Signal()
    sent = Signal(str, object)  # id of a tab, "" for a new one; paths
    job_asked = Signal(object)  # JobId
    reuse_asked = Signal(str)

    def __init__(self, view: GalleryView, wishes: Wishes, tabs: Tabs) -> None:
        super().__init__(view)
        self._view = view
        self._wishes = wishes
        self._tabs = tabs

    def menu(self) -> QMenu:
        """What can be done with the selected outputs; empty when nothing is selected."""
        rows, ids, wishes = self._view.chosen(), self._view.chosen_ids(), self._wishes
        menu = PassingMenu(self._view)
        if not rows:
            return menu
        first = rows[0]
        menu.addAction(self.tr("Play or compare"), self.play_asked.emit)
        self._add_tabs(menu.addMenu(self.tr("Send to")), rows)
        menu.addAction(self.tr("Reuse these settings"), lambda: self.reuse_asked.emit(first.path))
        show_job = self.tr("Show job #{0}").format(int(first.job_id))
        menu.addAction(show_job, lambda: self.job_asked.emit(first.job_id))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the file"), lambda: wishes.copy_files(rows))
        menu.addAction(self.tr("Copy the path"), lambda: wishes.copy_paths(rows))
        menu.addAction(self.tr("Open the folder"), lambda: wishes.open_folder(first))
        menu.addSeparator()
        if first.prompts_open:
            words = self.tr("Stop the rest of #{0}").format(int(first.job_id))
            menu.addAction(words, lambda: wishes.stop_job(first))
        menu.addAction(self.tr("Move to trash"), lambda: wishes.throw_away(ids))
        return menu

    def send_menu(self) -> QMenu:
        """The tabs that can take the selected outputs."""
        menu = PassingMenu(self._view)
        self._add_tabs(menu, self._view.chosen())
        return menu

    def show_at(self, where: QPoint) -> None:
        """Opens the menu at a place of the gallery."""
        self.menu().popup(self._view.viewport().mapToGlobal(where))

    def show_send_menu(self, button: QWidget) -> None:
        """Opens the list of tabs below a button."""
        self.send_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add_tabs(self, menu: QMenu, rows: Sequence[GalleryOutput]) -> None:
        paths = [row.path for row in rows]
        menu.addAction(self.tr("New tab"), lambda: self.sent.emit("", paths))
        for tab_id, title in self._tabs():
            menu.addAction(title, lambda one=tab_id: self.sent.emit(one, paths))
