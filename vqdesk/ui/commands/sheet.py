"""F1: every command with its shortcuts, to read, to search and to change."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from vqdesk.ui.commands.book import Command, CommandBook, is_bare, shown_keys
from vqdesk.ui.commands.key_button import KeyButton
from vqdesk.ui.commands.words import section_words
from vqdesk.ui.theme.source import current_theme
from vqdesk.ui.widgets.buttons import Button, LinkButton
from vqdesk.ui.widgets.fields import LineField
from vqdesk.ui.widgets.labels import Label
from vqdesk.ui.widgets.surfaces import Panel, ScrollPage, row_of


class ShortcutRow(QWidget):
    """Words at the left, keys at the right, and the way back to the first ones."""

    def __init__(self, book: CommandBook, command: Command, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = command
        self._book = book
        self.keys = KeyButton(command.words)
        self.keys.typed.connect(self._take)
        self.reset = LinkButton(self.tr("Reset"))
        self.reset.setAccessibleName(self.tr("Reset the shortcut of “{0}”").format(command.words))
        self.reset.clicked.connect(lambda: book.reset(command.name))
        if command.is_fixed:
            self.keys.set_blocked(self.tr("These keys move about in a list; they cannot be changed"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(Label(command.words, wrap=True), 0, 0)
        grid.addWidget(self.reset, 0, 1)
        grid.addWidget(self.keys, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        self.look()

    def look(self) -> None:
        """Shows the keys of now."""
        self.keys.show_keys(self._book.keys_of(self.command))
        self.reset.setVisible(self._book.is_changed(self.command))

    def matches(self, wanted: list[str]) -> bool:
        """Whether all of these words are found in it."""
        keys = " ".join(shown_keys(one) for one in self._book.keys_of(self.command))
        text = f"{self.command.words} {section_words(self.command.section)} {keys}".casefold()
        return all(word in text for word in wanted)

    def _take(self, keys: str) -> None:
        sheet = self.window()
        if isinstance(sheet, ShortcutSheet):
            sheet.assign(self.command, keys)


class ShortcutSheet(QDialog):
    """Not modal. What is changed holds at once; whoever had the keys loses them, and that is said."""

    def __init__(self, book: CommandBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = LineField(icon="search")
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.remark = Label("", "small", "text.secondary", wrap=True)
        self.reset_all = Button(self.tr("Reset all"))
        self.shut = Button(self.tr("Close"))
        self.rows = [ShortcutRow(book, command) for command in book.commands]
        self._heads: dict[str, Label] = {}
        self._build_frame()
        self.search.textChanged.connect(self._look_for)
        self.reset_all.clicked.connect(lambda: self._book.reset())
        self.shut.clicked.connect(self.close)
        book.changed.connect(self._look)
        self.resize(min(parent.width(), current_theme().size.form), parent.height() * 4 // 5)

    def assign(self, command: Command, keys: str) -> None:
        """Gives these keys to a command; the keys that move about in a list cannot be taken."""
        if keys and not command.place and is_bare(keys):
            words = self.tr("{0} alone means something in lists and fields; hold Ctrl or Alt with it.")
            self.remark.setText(words.format(shown_keys(keys)))
            return
        owner = self._book.owner_of(keys, command) if keys else None
        if owner is not None and owner.is_fixed:
            self.remark.setText(self.tr("“{0}” keeps {1}.").format(owner.words, shown_keys(keys)))
            return
        self._book.set_keys(command.name, [keys] if keys else [])
        if owner is None:
            self.remark.setText("")
        else:
            said = self.tr("{0} was taken from “{1}”.").format(shown_keys(keys), owner.words)
            self.remark.setText(said)

    def _look(self) -> None:
        for row in self.rows:
            row.look()

    def _look_for(self, text: str) -> None:
        wanted = text.casefold().split()
        hits: set[str] = set()
        for row in self.rows:
            is_hit = row.matches(wanted)
            row.setVisible(is_hit)
            if is_hit:
                hits.add(row.command.section)
        for section, head in self._heads.items():
            head.setVisible(section in hits)
        self.remark.setText("" if hits else self.tr("No command and no key has “{0}”.").format(text.strip()))

    def _build_frame(self) -> None:
        space = current_theme().space
        head = Panel("surface.1", "bottom")
        title = QVBoxLayout(head)
        title.setContentsMargins(space.l, space.m, space.l, space.m)
        title.addWidget(self.search)
        foot = Panel("surface.2", "top")
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(space.l, space.m, space.l, space.m)
        line = row_of(self.reset_all, self.remark, self.shut)
        line.setStretch(1, 1)
        buttons.addLayout(line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(ScrollPage(self._list()), 1)
        rows.addWidget(foot)

    def _list(self) -> Panel:
        space = current_theme().space
        page = _Page("surface.1")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(space.l, space.m, space.l, space.m)
        rows.setSpacing(space.xs)
        for row in self.rows:
            section = row.command.section
            if section not in self._heads:
                rows.addSpacing(space.s if self._heads else 0)
                self._heads[section] = Label(section_words(section), "title")
                rows.addWidget(self._heads[section])
            rows.addWidget(row)
        rows.addStretch(1)
        return page


class _Page(Panel):
    """Asks for no height: it follows from the real width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
