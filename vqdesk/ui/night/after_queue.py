"""What happens after the queue: the button in the strip, its menu, and the field for a command."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import NightChanged
from vqdesk.domain.policies.after_queue import AfterQueue
from vqdesk.ui.calls import Calls
from vqdesk.ui.night.hours import LaneHours
from vqdesk.ui.night.words import short_wish, wish_text
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, PrimaryButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import Label

_COMMAND_WIDTH = 420


class CommandDialog(QDialog):
    """Asks for the program that runs after the queue."""

    chosen = Signal(str)

    def __init__(self, command: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Command after the queue"))
        space = current_theme().space
        self.field = LineField(command)
        self.field.setAccessibleName(self.tr("Command"))
        self.field.setMinimumWidth(_COMMAND_WIDTH)
        self.field.textChanged.connect(self._judge)
        self.problem = Label("", "small", "status.failed", wrap=True)
        self.use = PrimaryButton(self.tr("Use this command"))
        self.use.setDefault(True)
        self.use.clicked.connect(lambda: self.chosen.emit(self.field.text()))
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space.l, space.l, space.l, space.l)
        rows.setSpacing(space.m)
        hint = self.tr(
            "A program and its arguments; what holds spaces stands in quotation marks. No shell is used."
        )
        for part in (Label(hint, "small", "text.secondary", wrap=True), self.field, self.problem):
            rows.addWidget(part)
        rows.addLayout(buttons)
        self._judge()

    def refuse(self, problem: Problem) -> None:
        """The command cannot be taken apart."""
        self.problem.setText(f"{problem.summary} {problem.remedy}")
        self.problem.show()

    def _judge(self) -> None:
        self.problem.hide()
        self.use.setEnabled(bool(self.field.text().strip()))


class AfterQueueButton(Button):
    """A moon while nothing happens; says in words what does."""

    failed = Signal(object)  # Problem

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("", icon="moon", variant="quiet", small=True, parent=parent)
        self._calls = calls
        self.wish = AfterQueue.NOTHING
        self.menu_of_wishes = QMenu(self)
        self.menu_of_wishes.setTitle(self.tr("After the queue"))
        self._actions = self._build_menu()
        self.clicked.connect(self._open)
        self._show()

    def start(self) -> None:
        """Reads what is wished."""
        self._calls.ask(self, lambda desk: desk.night.after_queue(), self._take, self.failed.emit)

    def apply(self, event: NightChanged) -> None:
        """The worker tells what is wished now."""
        self._set(AfterQueue(event.after_queue))

    def choose(self, wish: AfterQueue) -> None:
        """What the user wants; a command is asked for first."""
        if wish is AfterQueue.COMMAND:
            self._calls.ask(self, lambda desk: desk.night.after_queue(), self._ask_command, self.failed.emit)
        else:
            self._set(wish)
            self._calls.ask(self, lambda desk: desk.night.choose(wish), failed=self.failed.emit)
        self._show()

    def _ask_command(self, known: tuple[AfterQueue, str]) -> None:
        dialog = CommandDialog(known[1], self.window())
        dialog.chosen.connect(partial(self._use_command, dialog))
        dialog.open()

    def _use_command(self, dialog: CommandDialog, command: str) -> None:
        def done(_done: None) -> None:
            self._set(AfterQueue.COMMAND)
            dialog.accept()

        self._calls.ask(dialog, lambda desk: desk.night.choose(AfterQueue.COMMAND, command), done, dialog.refuse)

    def _take(self, known: tuple[AfterQueue, str]) -> None:
        self._set(known[0])

    def _set(self, wish: AfterQueue) -> None:
        self.wish = wish
        self._show()

    def _show(self) -> None:
        self._actions[self.wish].setChecked(True)
        self.setText(short_wish(self.wish))
        self.set_variant("quiet" if self.wish is AfterQueue.NOTHING else "default")
        words = self.tr("After the queue: {0}").format(wish_text(self.wish))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def _build_menu(self) -> dict[AfterQueue, QAction]:
        group = QActionGroup(self.menu_of_wishes)
        actions = {}
        self.menu_of_wishes.addAction(self.tr("After the queue")).setEnabled(False)
        self.menu_of_wishes.addSeparator()
        for wish in AfterQueue:
            action = QAction(wish_text(wish), self.menu_of_wishes, checkable=True)
            action.triggered.connect(lambda _checked, chosen=wish: self.choose(chosen))
            group.addAction(action)
            self.menu_of_wishes.addAction(action)
            actions[wish] = action
        self.menu_of_wishes.addSeparator()
        self.menu_of_wishes.addAction(self.tr("Quiet hours and start…")).triggered.connect(self.ask_hours)
        return actions

    def ask_hours(self) -> None:
        """Opens the times of the engines."""
        dialog = LaneHours(self._calls, self.window())
        dialog.failed.connect(self.failed)
        dialog.open()

    def _open(self) -> None:
        self.menu_of_wishes.popup(self.mapToGlobal(self.rect().bottomLeft()))
