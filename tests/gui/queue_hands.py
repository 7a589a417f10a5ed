"""A user's hands for the list of jobs in the real window, and the truth behind it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from real_window import LEFT, PATIENCE_MS, RealWindow

from vqdesk.domain.job import JobId
from vqdesk.ports import JobQuery
from vqdesk.services.submit import SubmitRequest


class Hands:
    """A user of the list, and the truth behind it."""

    def __init__(self, qtbot, real: RealWindow) -> None:
        self.qtbot, self.real = qtbot, real
        self.queue, self.view = real.window.queue, real.window.queue.view

    def wait(self, met) -> None:
        self.qtbot.waitUntil(met, timeout=PATIENCE_MS)

    def order(self) -> list[int]:
        return list(self.real.store.jobs.ids(JobQuery(order="queue")))

    def job(self, number: int):
        return self.real.store.jobs.get(JobId(number))

    def shows(self, *numbers: int) -> None:
        """Waits until exactly these jobs are listed, with their rows."""
        known = self.queue.source.job
        self.wait(lambda: list(self.queue.model.ids) == list(numbers) and all(map(known, numbers)))

    def choose(self, *numbers: int) -> None:
        self.view.setFocus()
        self.view.choose(JobId(numbers[0]))
        model, models = self.queue.model, self.view.selectionModel()
        for number in numbers[1:]:
            flags = models.SelectionFlag.Select | models.SelectionFlag.Rows
            models.select(model.index(model.row(JobId(number))), flags)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, modifiers)

    def place(self, number: int, part: float = 0.5) -> QPoint:
        rect = self.view.visualRect(self.queue.model.index(self.queue.model.row(JobId(number))))
        return QPoint(rect.left() + rect.width() // 3, rect.top() + round(rect.height() * part))

    def pick(self, *numbers: int, entry: str) -> None:
        """An entry of the context menu."""
        menu = self.queue.commands.menu([JobId(number) for number in numbers])
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == entry)
        assert action.isEnabled()
        action.trigger()

    def dialog(self) -> QDialog:
        def found() -> list[QDialog]:
            return [one for one in self.real.window.findChildren(QDialog) if one.isVisible()]

        self.wait(lambda: bool(found()))
        return found()[-1]

    def take(self, dialog: QDialog, verb: str) -> None:
        button = next(one for one in dialog.findChildren(QPushButton) if one.text() == verb)
        self.wait(button.isEnabled)
        self.qtbot.mouseClick(button, LEFT)

    def undo(self, words: str) -> None:
        banner = self.queue.undo.banner
        self.wait(lambda: banner.isVisible() and banner.accessibleName() == words)
        self.qtbot.mouseClick(self.queue.undo.banner.button, LEFT)

    def open_menu(self, number: int) -> QMenu:
        """The context menu of a job, by a right click."""
        port, place = self.view.viewport(), self.place(number)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))
        return self.popup()

    def popup(self) -> QMenu:
        """The menu that is open."""
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        return QApplication.activePopupWidget()

    def click_entry(self, menu: QMenu, words: str) -> None:
        """Clicks an entry of an open menu."""
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
        assert action.isEnabled(), words
        self.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    def by_mouse(self, number: int, words: str) -> None:
        """An entry of a job's context menu, with the mouse alone."""
        self.choose(number)
        self.click_entry(self.open_menu(number), words)


def three_waiting(qtbot, real_window: RealWindow) -> Hands:
    """Hands over three waiting jobs that nobody runs."""
    services = real_window.app.services
    for name in ("Lake", "Boats", "Cat"):
        request = SubmitRequest(
            "wan22-t2v", (), {"positive_prompt": f"a slow pan over {name}"}, tries=2, name=name
        )
        services.submit.submit(request)
    real_window.window.queue.start()
    hands = Hands(qtbot, real_window)
    hands.shows(1, 2, 3)
    return hands
