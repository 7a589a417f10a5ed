"""How the list is shown: order, groups, and the facts in the second line of a row; kept for the next start."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

ORDERS = ("actionable", "queue", "newest", "oldest", "ended", "name", "workflow", "progress")
GROUPS = ("", "day", "workspace", "run", "workflow")
FACTS = ("workflow", "size", "amount", "words", "workspace", "run", "added", "priority", "note")
_USUAL = ("workflow", "size", "amount")


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """One of ORDERS and GROUPS, and some of FACTS."""

    order: str = ORDERS[0]
    group: str = GROUPS[0]
    facts: tuple[str, ...] = _USUAL

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(asdict(self))


def read_choice(text: str) -> ViewChoice:
    """What `text` wrote; what is unknown now is as at first."""
    try:
        raw = json.loads(text)
    except ValueError:
        return ViewChoice()
    if not isinstance(raw, dict):
        return ViewChoice()
    order, group, facts = raw.get("order"), raw.get("group"), raw.get("facts")
    return ViewChoice(
        order if order in ORDERS else ORDERS[0],
        group if group in GROUPS else GROUPS[0],
        tuple(fact for fact in FACTS if fact in facts) if isinstance(facts, list) else _USUAL,
    )


class ViewMenu(QMenu):
    """Order, groups and facts to choose from; `changed` after every choice of the user."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = ViewChoice()
        self._orders = self._add_group(self.tr("Order"), ORDERS, order_words, self._choose_order)
        self._groups = self._add_group(self.tr("Groups"), GROUPS, _group_words, self._choose_group)
        self.addSection(self.tr("In each row"))
        self._facts = {fact: self._add_fact(fact) for fact in FACTS}
        self.set_choice(self._choice)

    @property
    def choice(self) -> ViewChoice:
        """What is chosen."""
        return self._choice

    def add_acts(self, acts: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Adds what can be done with the whole queue, in words."""
        self.addSection(self.tr("Queue"))
        for words, act in acts:
            action = QAction(words, self)
            action.triggered.connect(lambda _checked, wanted=act: wanted())
            self.addAction(action)

    def set_choice(self, choice: ViewChoice) -> None:
        """Shows what was remembered."""
        self._choice = choice
        self._orders[choice.order].setChecked(True)
        self._groups[choice.group].setChecked(True)
        for fact, action in self._facts.items():
            action.setChecked(fact in choice.facts)

    def _add_group(self, title: str, values: tuple[str, ...], words: object, choose: object) -> dict[str, QAction]:
        self.addSection(title)
        group = QActionGroup(self)
        actions = {}
        for value in values:
            action = QAction(words(value), self, checkable=True)  # type: ignore[operator]
            action.triggered.connect(lambda _checked, wanted=value: choose(wanted))  # type: ignore[operator]
            group.addAction(action)
            self.addAction(action)
            actions[value] = action
        return actions

    def _add_fact(self, fact: str) -> QAction:
        action = QAction(_fact_words(fact), self, checkable=True)
        action.triggered.connect(lambda checked: self._choose_fact(fact, checked))
        self.addAction(action)
        return action

    def _choose_order(self, order: str) -> None:
        self._take(replace(self._choice, order=order))

    def _choose_group(self, group: str) -> None:
        self._take(replace(self._choice, group=group))

    def _choose_fact(self, fact: str, wanted: bool) -> None:
        chosen = {*self._choice.facts, fact} if wanted else {*self._choice.facts} - {fact}
        self._take(replace(self._choice, facts=tuple(one for one in FACTS if one in chosen)))

    def _take(self, choice: ViewChoice) -> None:
        self._choice = choice
        self.changed.emit()


def order_words(order: str) -> str:
    """An order as it is shown."""
    words = {
        "actionable": QCoreApplication.translate("ViewMenu", "Actionable first"),
        "queue": QCoreApplication.translate("ViewMenu", "As they run"),
        "newest": QCoreApplication.translate("ViewMenu", "Newest first"),
        "oldest": QCoreApplication.translate("ViewMenu", "Oldest first"),
        "ended": QCoreApplication.translate("ViewMenu", "Last ended first"),
        "name": QCoreApplication.translate("ViewMenu", "By name"),
        "workflow": QCoreApplication.translate("ViewMenu", "By workflow"),
        "progress": QCoreApplication.translate("ViewMenu", "Farthest first"),
    }
    return words[order]


def _group_words(group: str) -> str:
    words = {
        "": QCoreApplication.translate("ViewMenu", "No groups"),
        "day": QCoreApplication.translate("ViewMenu", "By day"),
        "workspace": QCoreApplication.translate("ViewMenu", "By workspace"),
        "run": QCoreApplication.translate("ViewMenu", "By run"),
        "workflow": QCoreApplication.translate("ViewMenu", "By workflow"),
    }
    return words[group]


def _fact_words(fact: str) -> str:
    words = {
        "workflow": QCoreApplication.translate("ViewMenu", "Workflow"),
        "size": QCoreApplication.translate("ViewMenu", "Size of the frames"),
        "amount": QCoreApplication.translate("ViewMenu", "Images and tries"),
        "words": QCoreApplication.translate("ViewMenu", "First words of the text"),
        "workspace": QCoreApplication.translate("ViewMenu", "Workspace"),
        "run": QCoreApplication.translate("ViewMenu", "Run"),
        "added": QCoreApplication.translate("ViewMenu", "When it was added"),
        "priority": QCoreApplication.translate("ViewMenu", "Priority"),
        "note": QCoreApplication.translate("ViewMenu", "Note"),
    }
    return words[fact]
