"""Why a file cannot be used, in words."""

from pathlib import Path

from vqdesk.domain.errors import InputUnusable

MAX_PIXELS = 100_000_000
REMEDY_OTHER_FILE = "Choose a picture (PNG, JPEG, WebP …) or a video (MP4, MOV, WebM …)."


def missing(path: Path) -> InputUnusable:
    return InputUnusable(
        f"{path.name} was not found.", f"There is no file {path}.", "Check the name and the place."
    )


def folder(path: Path) -> InputUnusable:
    return InputUnusable(f"{path.name} is a folder.", "A single file is needed here.", REMEDY_OTHER_FILE)


def unreadable(path: Path, error: OSError) -> InputUnusable:
    """Pillow reports damage as an OSError without a number; the others come from the system."""
    if error.errno is None:
        return corrupt(path, str(error))
    reason = error.strerror or str(error)
    return InputUnusable(f"{path.name} cannot be read.", f"{path}: {reason}.", "Check the rights of the file.")


def empty(path: Path) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is empty.", "The file has 0 bytes.", "Copy it again from where it came from."
    )


def text(path: Path) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is not a picture.", "The file holds text, whatever its name says.", REMEDY_OTHER_FILE
    )


def unknown(path: Path) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is neither a picture nor a video.",
        "Its content is damaged or of a kind that is not known.",
        REMEDY_OTHER_FILE,
    )


def corrupt(path: Path, reason: str) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is damaged.",
        f"It cannot be decoded to its end: {reason.strip().rstrip('.')}.",
        "Copy it again from where it came from, or save it anew in an image editor.",
    )


def too_large(path: Path, pixels: int) -> InputUnusable:
    return InputUnusable(
        f"{path.name} is too large.",
        f"It has {pixels / 1e6:.0f} megapixels; at most {MAX_PIXELS // 1_000_000} can be used.",
        "Make a smaller copy and use that.",
    )
