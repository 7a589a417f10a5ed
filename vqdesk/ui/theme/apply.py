"""Puts the theme on the application: fonts, palette, one style sheet; follows the desktop's scheme."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from vqdesk.locations import resources_dir
from vqdesk.ui.theme.rescale import Rescale
from vqdesk.ui.theme.source import ThemeSource
from vqdesk.ui.theme.stylesheet import build_stylesheet
from vqdesk.ui.theme.tokens import Choice, Scheme, Theme, load_theme
from vqdesk.ui.widgets.spoken import install_roles

_ROLES = {
    QPalette.ColorRole.Window: "surface.1",
    QPalette.ColorRole.WindowText: "text.primary",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "surface.2",
    QPalette.ColorRole.Text: "text.primary",
    QPalette.ColorRole.Button: "surface.2",
    QPalette.ColorRole.ButtonText: "text.primary",
    QPalette.ColorRole.BrightText: "status.failed",
    QPalette.ColorRole.ToolTipBase: "surface.3",
    QPalette.ColorRole.ToolTipText: "text.primary",
    QPalette.ColorRole.PlaceholderText: "text.secondary",
    QPalette.ColorRole.Highlight: "accent.tint",
    QPalette.ColorRole.HighlightedText: "text.primary",
    QPalette.ColorRole.Accent: "accent.fill",
    QPalette.ColorRole.Link: "accent.text",
    QPalette.ColorRole.LinkVisited: "accent.text",
    QPalette.ColorRole.Light: "surface.3",
    QPalette.ColorRole.Midlight: "surface.3",
    QPalette.ColorRole.Mid: "line.normal",
    QPalette.ColorRole.Dark: "line.normal",
    QPalette.ColorRole.Shadow: "surface.0",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def tokens_path() -> Path:
    """The shipped token file."""
    return resources_dir() / "theme" / "tokens.toml"


def load_fonts(folder: Path) -> list[str]:
    """Registers every font file below `folder` and returns their families; a broken file is left out."""
    families: list[str] = []
    for file in sorted([*folder.rglob("*.ttf"), *folder.rglob("*.otf")]):
        handle = QFontDatabase.addApplicationFont(str(file))
        if handle >= 0:
            families += QFontDatabase.applicationFontFamilies(handle)
    return families


class ThemeSwitch:
    """Applies what the user chose, and the desktop's scheme while the choice is `system`."""

    def __init__(self, app: QApplication, choice: Choice) -> None:
        self._app = app
        self._choice = choice
        self._tell_platform()
        self.source = ThemeSource(app, self._wanted())
        self._show()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._desktop_changed)

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Takes a new choice and shows it at once."""
        self._choice = choice
        self._tell_platform()
        wanted = self._wanted()
        rescale = Rescale(self.source.theme, wanted)
        self.source.set_theme(wanted)
        if rescale.changes:
            rescale.apply(self._app.allWidgets())
        self._show()
        self.source.announce()

    def _desktop_changed(self) -> None:
        if self._wanted().scheme != self.source.theme.scheme:
            self.choose(self._choice)

    def _tell_platform(self) -> None:
        """Title bars and native dialogs take the chosen scheme too."""
        hints = self._app.styleHints()
        if self._choice.scheme == "system":
            hints.unsetColorScheme()
        else:
            dark = self._choice.scheme != "light"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _wanted(self) -> Theme:
        choice = self._choice
        scheme = choice.scheme if choice.scheme != "system" else _desktop_scheme(self._app)
        return load_theme(tokens_path(), scheme, choice.scale, reduced_motion=choice.reduced_motion)

    def _show(self) -> None:
        theme = self.source.theme
        self._app.setFont(theme.font("body"))
        self._app.setPalette(_palette(theme))
        self._app.setStyleSheet(build_stylesheet(theme))


def apply_theme(app: QApplication, choice: Choice | None = None) -> ThemeSwitch:
    """Fusion, shipped fonts and the theme; keep the result for as long as the application runs."""
    app.setStyle(QStyleFactory.create("Fusion"))
    load_fonts(resources_dir() / "fonts")
    install_roles()
    return ThemeSwitch(app, choice or Choice())


def _desktop_scheme(app: QApplication) -> Scheme:
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "light" if app.styleHints().colorScheme() == Qt.ColorScheme.Light else "dark"


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, theme.color(name))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("text.disabled"))
    return palette
