"""The settings, group by group, on one long page; a search leaves what has the words."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings import SETTINGS
from vqdesk.ui.settings.row import SettingRow
from vqdesk.ui.settings.words import shown
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Line, Panel


class SettingGroup(QWidget):
    """A title, rows, and what else belongs to the group."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.rows: list[SettingRow] = []
        self._lines: list[Line] = []
        self._others: list[tuple[QWidget, str]] = []
        space = current_theme().space
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, space.l)
        self._list.setSpacing(0)
        self._list.addWidget(Label(title, "title"))

    def add_row(self, row: SettingRow) -> None:
        """Adds a setting."""
        line = Line()
        line.setVisible(bool(self.rows))
        self.rows.append(row)
        self._lines.append(line)
        self._list.addWidget(line)
        self._list.addWidget(row)

    def add_widget(self, widget: QWidget, searched: str) -> None:
        """Adds something that is no setting; `searched` are the words by which it is found."""
        self._others.append((widget, f"{self.title} {searched}".casefold()))
        self._list.addWidget(widget)

    def search(self, wanted: list[str]) -> bool:
        """Shows what has all words; False when nothing has."""
        hits = 0
        for line, row in zip(self._lines, self.rows, strict=True):
            is_hit = row.matches(wanted)
            line.setVisible(is_hit and hits > 0)
            row.setVisible(is_hit)
            hits += is_hit
        for widget, words in self._others:
            is_hit = all(word in words for word in wanted)
            widget.setVisible(is_hit)
            hits += is_hit
        self.setVisible(hits > 0)
        return hits > 0


class SettingsPage(Panel):
    """`changed` carries key and value of a setting that the user changed."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface.1", parent=parent)
        self.groups: dict[str, SettingGroup] = {}
        self.rows: dict[str, SettingRow] = {}
        space = current_theme().space
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(space.l, space.m, space.l, space.m)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        for setting in SETTINGS:
            row = SettingRow(setting)
            row.changed.connect(self.changed)
            self.rows[setting.key] = row
            self.group(shown(setting.group)).add_row(row)

    def group(self, title: str) -> SettingGroup:
        """The group of that title, made when it is new."""
        if title not in self.groups:
            self.groups[title] = SettingGroup(title)
            self._list.insertWidget(self._list.count() - 1, self.groups[title])
        return self.groups[title]

    def minimumSizeHint(self) -> QSize:
        """Asks for no height: it follows from the real width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Shows what holds now."""
        for key, value in values.items():
            self.rows[key].show_value(value)

    def search(self, text: str) -> list[str]:
        """Leaves what has all words; returns the titles of the groups that are left."""
        wanted = text.casefold().split()
        return [title for title, group in self.groups.items() if group.search(wanted)]
