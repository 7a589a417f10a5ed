"""Days of here, and how the database writes their beginnings."""

from datetime import UTC, date, datetime, time


def local_day(stamp: str) -> date:
    """The day of here on which a stored time lies."""
    return datetime.fromisoformat(stamp).astimezone().date()


def start_of(day: date) -> str:
    """The first moment of a day here, as the database writes times."""
    try:
        start = datetime.combine(day, time()).astimezone(UTC)
    except (OverflowError, OSError, ValueError):  # years that no clock knows
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    return start.strftime("%Y-%m-%dT%H:%M:%S.000Z")
