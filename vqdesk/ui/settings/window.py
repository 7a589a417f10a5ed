"""The settings window. What is changed takes effect at once; there is nothing to confirm."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vqdesk.domain.errors import Problem
from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings import LLM_URL
from vqdesk.domain.settings_file import ReadSettings
from vqdesk.ui.calls import Calls
from vqdesk.ui.settings.group_list import GroupList
from vqdesk.ui.settings.page import SettingsPage
from vqdesk.ui.settings.words import shown
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.empty_state import EmptyState
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.file_dialogs import ask_for_file, ask_for_place
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Line, Panel, ScrollPage, row_of

if TYPE_CHECKING:
    from vqdesk.runtime.desk import Desk

_FILE_KIND = "JSON (*.json)"


class SettingsWindow(QDialog):
    """Not modal. `changed` carries all values once the worker has taken what the user changed."""

    changed = Signal(object)  # Mapping[str, SettingValue]
    engines_wanted = Signal()

    def __init__(self, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self.setWindowTitle(self.tr("Settings"))
        self.search = LineField(icon="search")
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.groups = GroupList()
        self.page = SettingsPage()
        self._scroll = ScrollPage(self.page)
        self.nothing = EmptyState("search", "")
        self.remark = Label("", "small", "text.secondary", wrap=True)
        self.shut = Button(self.tr("Close"))
        self._add_engines()
        self._add_test()
        self._build_frame()
        self._connect()
        size = current_theme().size
        self.resize(min(parent.width(), size.form + size.tab_max), parent.height() * 4 // 5)

    def read(self) -> None:
        """Reads what holds now."""
        self._calls.ask(self, lambda desk: desk.settings.values(), self.page.show_values, self._tell)

    def change(self, values: Mapping[str, SettingValue]) -> None:
        """Asks the worker to take these, by key."""
        self._calls.ask(self, partial(_change, dict(values)), self._take, partial(self._refuse, list(values)))

    def show_group(self, title: str) -> None:
        """Scrolls to a group."""
        group = self.page.groups.get(title)
        if group is not None:
            self._scroll.verticalScrollBar().setValue(group.y() - current_theme().space.m)

    def _take(self, values: Mapping[str, SettingValue]) -> None:
        for key, row in self.page.rows.items():
            row.reset.setVisible(values[key] != row.setting.default)
        self.changed.emit(values)

    def _refuse(self, keys: list[str], problem: Problem) -> None:
        for key in keys:
            self.page.rows[key].tell(problem.sentence())

    def _tell(self, problem: Problem) -> None:
        self._say(problem.sentence(), is_wrong=True)

    def _say(self, sentence: str, *, is_wrong: bool = False) -> None:
        self.remark.setText(sentence)
        self.remark.set_color("status.failed" if is_wrong else "text.secondary")

    def _look_for(self, text: str) -> None:
        left = self.page.search(text)
        self.groups.show_groups(left)
        if not left:
            self.nothing.set_words(self.tr("Nothing here"), self.tr("No setting has “{0}”.").format(text.strip()))
        self._pages.setCurrentIndex(0 if left else 1)
        self._scroll.verticalScrollBar().setValue(0)

    def _mark_group(self, scrolled: int) -> None:
        shown_groups = [group for group in self.page.groups.values() if not group.isHidden()]
        above = [group for group in shown_groups if group.y() <= scrolled + current_theme().space.xl]
        if above:
            self.groups.mark(above[-1].title)

    def _export(self) -> None:
        ask_for_place(self, self.tr("Export settings"), [_FILE_KIND], self.export_to, "vqdesk-settings.json")

    def _import(self) -> None:
        ask_for_file(self, self.tr("Import settings"), _FILE_KIND, self.import_from)

    def export_to(self, path: str) -> None:
        """Writes what differs from the defaults into a file."""
        said = self.tr("Written to {0}.").format(path)
        self._calls.ask(self, lambda desk: desk.settings.export(path), lambda _done: self._say(said), self._tell)

    def import_from(self, path: str) -> None:
        """Takes the settings of a file; what it does not name stays."""
        self._calls.ask(self, partial(_import, path), self._imported, self._tell)

    def _imported(self, found: tuple[ReadSettings, Mapping[str, SettingValue]]) -> None:
        read, values = found
        said = [self.tr("{0} settings were taken.").format(len(read.values))]
        if read.left_out:
            said.append(self.tr("Left out, unknown or not allowed here: {0}.").format(", ".join(read.left_out)))
        self._say(" ".join(said))
        self.page.show_values(values)
        self.changed.emit(values)

    def _test_llm(self) -> None:
        row = self.page.rows[LLM_URL.key]
        url = row.control.text.strip()
        row.tell(self.tr("Asking …"), is_wrong=False)
        self._calls.ask(self, lambda desk: desk.settings.llm_models(url), self._show_models, self._show_no_models)

    def _show_models(self, models: tuple[str, ...]) -> None:
        words = self.tr("It answers and has {0} models: {1}").format(len(models), ", ".join(models) or "–")
        self.page.rows[LLM_URL.key].tell(words, is_wrong=False)

    def _show_no_models(self, problem: Problem) -> None:
        self.page.rows[LLM_URL.key].tell(problem.sentence())

    def _add_engines(self) -> None:
        self.engines = Button(self.tr("Engines…"), icon="plug")
        words = self.tr("Addresses, tests and order of the engines are in the window itself.")
        holder = QWidget()
        rows = QVBoxLayout(holder)
        space = current_theme().space
        rows.setContentsMargins(0, space.s, 0, space.s)
        rows.setSpacing(space.s)
        rows.addWidget(Label(words, "small", "text.secondary", wrap=True))
        rows.addLayout(row_of(self.engines, None))
        self.page.group(shown("Engines")).add_widget(holder, f"{self.engines.text()} {words} ComfyUI lanes")

    def _add_test(self) -> None:
        self.test = LinkButton(self.tr("Test this address"))
        self.page.rows[LLM_URL.key].add_button(self.test)

    def _build_frame(self) -> None:
        space, size = current_theme().space, current_theme().size
        show_all = Button(self.tr("Show all"))
        show_all.clicked.connect(self.search.clear)
        self.nothing.add_button(show_all)
        side = Panel("surface.0")
        side.setFixedWidth(size.tab_max)
        column = QVBoxLayout(side)
        column.setContentsMargins(space.s, space.m, space.s, space.m)
        column.setSpacing(space.m)
        column.addWidget(self.search)
        column.addWidget(self.groups, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.nothing)
        body = QHBoxLayout()
        body.setSpacing(0)
        for part in (side, Line(upright=True)):
            body.addWidget(part)
        body.addWidget(self._pages, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body, 1)
        rows.addWidget(self._foot())

    def _foot(self) -> Panel:
        space = current_theme().space
        self.take_in = Button(self.tr("Import…"))
        self.give_out = Button(self.tr("Export…"))
        foot = Panel("surface.2", "top")
        line = QHBoxLayout(foot)
        line.setContentsMargins(space.l, space.m, space.l, space.m)
        line.setSpacing(space.s)
        for part in (self.take_in, self.give_out):
            line.addWidget(part)
        line.addWidget(self.remark, 1)
        line.addWidget(self.shut)
        return foot

    def _connect(self) -> None:
        self.page.changed.connect(lambda key, value: self.change({key: value}))
        self.search.textChanged.connect(self._look_for)
        self.groups.wanted.connect(self.show_group)
        self.groups.show_groups(list(self.page.groups))
        self._scroll.verticalScrollBar().valueChanged.connect(self._mark_group)
        self.take_in.clicked.connect(self._import)
        self.give_out.clicked.connect(self._export)
        self.shut.clicked.connect(self.close)
        self.test.clicked.connect(self._test_llm)
        self.engines.clicked.connect(self.engines_wanted)
        self.engines.clicked.connect(self.close)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(
            lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )


async def _change(values: dict[str, SettingValue], desk: "Desk") -> dict[str, SettingValue]:
    await desk.settings.change(values)
    return await desk.settings.values()


async def _import(path: str, desk: "Desk") -> tuple[ReadSettings, Mapping[str, SettingValue]]:
    read = await desk.settings.take_file(path)
    return read, await desk.settings.values()
