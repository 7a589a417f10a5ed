"""Opening the desktop from the command line, with words where it cannot be opened."""

import os
import sys

from vqdesk.cli.frame import Frame
from vqdesk.domain.errors import UserError
from vqdesk.runtime.app import App

_WITHOUT = "`vqdesk demo --headless` and all other commands work without it."


def open_desktop(frame: Frame, app: App) -> int:
    """Runs the window until it is closed. Raises UserError without a display or Qt's system libraries."""
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise UserError("The desktop cannot open.", "There is no display here.", _WITHOUT)
    try:
        return frame.parts.open_desktop(app)
    except ImportError as error:
        raise UserError(
            "The desktop cannot open.",
            f"A system library that Qt needs is missing: {error}.",
            f"`make setup` installs or names it. {_WITHOUT}",
        ) from error


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
