"""What a server writes on its own console."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsoleLine:
    """`at` is the server's own clock, ISO 8601 without a zone."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class ServerLine:
    """A kept line; `id` grows from line to line of one lane."""

    id: int
    at: str
    text: str
