"""Numbers, times and states as people say them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from vqdesk.domain.job import Output

_NO_BREAK = "\u00a0"
DOT = " · "


def grouped(number: int) -> str:
    """Digits in groups of three: 884 121 307."""
    return f"{number:,}".replace(",", _NO_BREAK)


def clock(seconds: float) -> str:
    """A running time: 0:47, 1:09:30."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def span(seconds: float) -> str:
    """A length of time in words: 8.2 s, 3 min 42 s, 13 min, 1 h 10 min. Seconds only below 10 minutes."""
    if seconds < 60:
        return _say("{n} s").format(n=f"{seconds:.1f}")
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 10 and rest:
        return _say("{m} min {s} s").format(m=minutes, s=rest)
    hours, minutes = divmod(minutes, 60)
    return _say("{h} h {m} min").format(h=hours, m=minutes) if hours else _say("{m} min").format(m=minutes)


def file_size(count: int) -> str:
    """Bytes as 1.2 MB."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def frame_size(width: int, height: int) -> str:
    """832 × 480; empty when unknown."""
    return f"{width} × {height}" if width and height else ""


def home_path(path: str) -> str:
    """The path with the user's own folder as ~."""
    home = str(Path.home())
    return "~" + path[len(home) :] if path.startswith(home + "/") else path


def moment(iso: str) -> QDateTime:
    """A stored UTC time in local time; not valid when `iso` is empty."""
    stored = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs)
    return stored.toLocalTime() if stored.isValid() else QDateTime()


def time_of_day(iso: str) -> str:
    """22:39, with the date in front when that is not today; empty when `iso` is empty."""
    when = moment(iso)
    if not when.isValid():
        return ""
    today = when.date() == QDateTime.currentDateTime().date()
    return when.toString("HH:mm") if today else when.toString("d MMM HH:mm")


def time_with_seconds(iso: str, before: str = "") -> str:
    """22:39:07, with the date in front when that is neither today nor the day of the time `before`."""
    when, known = moment(iso), moment(before)
    if not when.isValid():
        return ""
    today = when.date() == (known if known.isValid() else QDateTime.currentDateTime()).date()
    return when.toString("HH:mm:ss" if today else "d MMM HH:mm:ss")


def log_time(iso: str) -> str:
    """22:28:43.918."""
    return moment(iso).toString("HH:mm:ss.zzz")


def seconds_between(start_iso: str, end_iso: str) -> float:
    """Length of a stored period in seconds; an empty end means now, an empty start 0."""
    start, end = moment(start_iso), moment(end_iso)
    if not start.isValid():
        return 0.0
    return max(0, start.msecsTo(end if end.isValid() else QDateTime.currentDateTime())) / 1000


def duration_of(output: Output) -> str:
    """3.0 s for a clip, empty for a still."""
    return _say("{n} s").format(n=f"{output.frames / output.fps:.1f}") if output.fps and output.frames > 1 else ""


def output_facts(output: Output) -> str:
    """1280 × 720 · 3.0 s · 1.2 MB."""
    parts = (frame_size(output.width, output.height), duration_of(output), file_size(output.bytes))
    return DOT.join(part for part in parts if part)


def _say(text: str) -> str:
    return QCoreApplication.translate("Detail", text)
