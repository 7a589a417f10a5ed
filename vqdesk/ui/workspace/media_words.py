"""What is said of a file of the grid: its facts, what will happen to it, and where its twin is."""

from PySide6.QtCore import QCoreApplication, QLocale

from vqdesk.domain.framing import Size, is_cropped, is_enlarged, lost_share
from vqdesk.domain.media import MediaFacts, MediaKind

_MINUTE_S = 60


def facts_line(facts: MediaFacts) -> str:
    """“4000 × 3000 · 2.1 MB”, for a clip also “10.1 s · 16 fps”."""
    parts = [
        size_words((facts.width, facts.height)),
        QLocale().formattedDataSize(facts.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
    ]
    if facts.kind is MediaKind.VIDEO:
        rate = _tr("{0} fps").format(f"{round(facts.fps, 2):g}")
        parts[1:1] = [length_words(facts.duration_s), rate]
    return " · ".join(parts)


def size_words(size: Size) -> str:
    """“832 × 480”."""
    return f"{size[0]} × {size[1]}"


def length_words(seconds: float) -> str:
    """“10.1 s”, “2:05”."""
    if seconds < _MINUTE_S:
        return _tr("{0} s").format(f"{seconds:.1f}")
    return f"{int(seconds) // _MINUTE_S}:{int(seconds) % _MINUTE_S:02d}"


def warning_words(facts: MediaFacts, target: Size) -> str:
    """What will happen to the picture, in one sentence; empty when nothing worth a word."""
    size = (facts.width, facts.height)
    if is_cropped(size, target):
        cut = round(lost_share(size, target) * 100)
        return _tr("Will be cropped to {0}: {1} % of it is cut off.").format(size_words(target), cut)
    if is_enlarged(size, target):
        return _tr("Smaller than {0}: it will look soft.").format(size_words(target))
    return ""


def warning_badge(facts: MediaFacts, target: Size) -> str:
    """The same in one word, for the tile."""
    size = (facts.width, facts.height)
    if is_cropped(size, target):
        return _tr("cropped")
    return _tr("small") if is_enlarged(size, target) else ""


def twin_words(number: int) -> str:
    """“same as 3”."""
    return _tr("same as {0}").format(number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MediaWords", text)
