"""The column beside the gallery: what made the selected outputs, what differs, and what can be done with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vqdesk.domain.outputs import MOST_COMPARED, GalleryOutput, differing
from vqdesk.ui.calls import Calls
from vqdesk.ui.detail.texts import SelectableText
from vqdesk.ui.detail.words import clock, seconds_between
from vqdesk.ui.language import in_words
from vqdesk.ui.outputs.actions import Actions
from vqdesk.ui.outputs.words import amount, facts_of, name_of
from vqdesk.ui.player.canvas import LETTERS
from vqdesk.ui.theme.source import current_theme, follow_theme
from vqdesk.ui.theme.tokens import Theme
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Line, Panel, ScrollPage

if TYPE_CHECKING:
    from vqdesk.services.outputs import OutputFacts


class FactsColumn(Panel):
    """Asks what made the outputs that it is shown; the last question counts."""

    def __init__(self, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self._calls = calls
        self._rows: list[GalleryOutput] = []
        self._facts: dict[int, OutputFacts] = {}
        self._shown: object = None  # what the lines were made of
        self.title = Label("", "title", wrap=True)
        self.actions = Actions()
        self._body = QVBoxLayout()
        self._page = QWidget()
        self._build()
        follow_theme(self._retheme)
        self.show_rows([])

    def said(self, label: str) -> str:
        """The value that stands beside a label; "" when there is none."""
        names = (text.accessibleName() for text in self.findChildren(SelectableText) if text.isVisible())
        return next((name.removeprefix(f"{label}: ") for name in names if name.startswith(f"{label}: ")), "")

    def show_rows(self, rows: Sequence[GalleryOutput], total: int = 0) -> None:
        """Shows these outputs; `total` are selected when that is more."""
        self._rows = list(rows[:MOST_COMPARED])
        count = max(total, len(rows))
        self.actions.show_rows(rows)
        self._facts = {one: facts for one, facts in self._facts.items() if one in {row.id for row in self._rows}}
        if count > MOST_COMPARED:
            self._rows = []
            self.title.setText(self.tr("{0} selected").format(amount(count)))
        elif len(self._rows) > 1:
            self.title.setText(self.tr("What differs"))
        else:
            self.title.setText(name_of(self._rows[0]) if self._rows else self.tr("Nothing selected"))
        for row in self._rows:
            if row.id not in self._facts:
                self._calls.ask(self, lambda desk, one=row.id: desk.outputs.facts(one), self._taker(row.id))
        self._fill()

    def _taker(self, output_id: int) -> "object":
        def take(facts: "OutputFacts") -> None:
            if output_id in {row.id for row in self._rows}:
                self._facts[output_id] = facts
                self._fill()

        return take

    def _fill(self) -> None:
        shown = ([row.marked(rating=0, favourite=False) for row in self._rows], dict(self._facts))
        if shown == self._shown:
            return
        self._shown = shown
        _clear(self._body)
        if not self._rows:
            return
        lists = [self._settings(row) for row in self._rows]
        if len(lists) > 1:
            different, same = differing(lists)
            letters = list(LETTERS[: len(lists)])
            self._body.addLayout(_table([("", letters), *_picked(different, lists)]))
            if same:
                self._add_head(self.tr("The same in both") if len(lists) == 2 else self.tr("The same in all"))
                self._body.addLayout(_table(_picked(same, lists[:1])))
        else:
            self._body.addLayout(_table([(label, [value]) for label, value in lists[0]]))
        for label, text in self._texts():
            self._add_head(label)
            shown = SelectableText(text, "small")
            shown.setAccessibleName(label)
            self._body.addWidget(shown)
        self._body.addStretch(1)

    def _settings(self, row: GalleryOutput) -> list[tuple[str, str]]:
        facts = self._facts.get(row.id)
        made = facts_of(row, facts.codec if facts else "")
        if facts is None:
            return made
        if facts.started_at and facts.ended_at:
            took = clock(seconds_between(facts.started_at, facts.ended_at))
            made.insert(1, (self.tr("Took"), took))
        settings = [(in_words(label), value) for label, value in facts.settings]
        workflow = (self.tr("Workflow"), in_words(facts.workflow_title))
        return [*made, workflow, *settings]

    def _texts(self) -> list[tuple[str, str]]:
        """Each text once; where they differ, with the letter of the output."""
        found: list[tuple[str, str]] = []
        for row, letter in zip(self._rows, LETTERS, strict=False):
            facts = self._facts.get(row.id)
            for name, text in facts.texts if facts else ():
                label = in_words(name)
                if not text or (label, text) in [(known.split(" · ")[-1], said) for known, said in found]:
                    continue
                is_new = len(self._rows) > 1 and any(known.split(" · ")[-1] == label for known, _ in found)
                found.append((f"{letter} · {label}" if is_new else label, text))
        return found

    def _add_head(self, text: str) -> None:
        self._body.addSpacing(current_theme().space.s)
        self._body.addWidget(Label(text, "label", "text.secondary"))
        self._body.addWidget(Line())

    def _build(self) -> None:
        space = current_theme().space
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(space.xs)
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(space.l, 0, space.l, space.m)
        inner.addLayout(self._body)
        inner.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, space.m, 0, 0)
        rows.setSpacing(space.s)
        head = QVBoxLayout()
        head.setContentsMargins(space.l, 0, space.l, 0)
        head.addWidget(self.title)
        rows.addLayout(head)
        page = ScrollPage(self._page)
        page.setAccessibleName(self.tr("What made it"))
        rows.addWidget(page, 1)
        rows.addWidget(Line())
        rows.addWidget(self.actions)

    def _retheme(self, theme: Theme) -> None:
        self.setFixedWidth(theme.size.side)


def _picked(labels: Sequence[str], lists: Sequence[Sequence[tuple[str, str]]]) -> list[tuple[str, list[str]]]:
    columns = [dict(facts) for facts in lists]
    return [(label, [column.get(label, "–") for column in columns]) for label in labels]


def _table(lines: Sequence[tuple[str, Sequence[str]]]) -> QGridLayout:
    """Labels at the left, values in columns."""
    theme = current_theme()
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.space.s)
    grid.setVerticalSpacing(theme.space.xs)
    grid.setColumnMinimumWidth(0, theme.size.number_field)
    for at, (label, values) in enumerate(lines):
        head = Label(label, "small", "text.secondary", wrap=True)
        grid.addWidget(head, at, 0, Qt.AlignmentFlag.AlignTop)
        for column, value in enumerate(values):
            said = SelectableText(value, "small")
            said.setAccessibleName(f"{label}: {value}" if label else value)
            grid.addWidget(said, at, column + 1)
            grid.setColumnStretch(column + 1, 1)
    return grid


def _clear(layout: object) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            _clear(inner)
