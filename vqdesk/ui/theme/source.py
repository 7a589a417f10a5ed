"""How widgets reach the theme in use, and learn that it changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vqdesk.ui.theme.tokens import Theme

_PROPERTY = "themeSource"


class ThemeSource(QObject):
    """Holds the theme in use. `changed` comes after palette and style sheet are in place."""

    changed = Signal(object)  # Theme

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        app.setProperty(_PROPERTY, self)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Takes a new theme; call `announce` when the application shows it."""
        self._theme = theme

    def announce(self) -> None:
        """Tells every follower."""
        self.changed.emit(self._theme)


def theme_source() -> ThemeSource:
    """The application's theme source. Raises LookupError before `apply_theme` ran."""
    app = QApplication.instance()
    source = app.property(_PROPERTY) if app is not None else None
    if not isinstance(source, ThemeSource):
        raise LookupError("apply_theme must run before widgets are made")
    return source


def current_theme() -> Theme:
    """The theme in use; cheap enough for every paint."""
    return theme_source().theme


def follow_theme(slot: Callable[[Theme], None]) -> None:
    """Calls `slot` now and at every change, for as long as its widget lives (pass a bound method)."""
    source = theme_source()
    source.changed.connect(slot)
    slot(source.theme)
