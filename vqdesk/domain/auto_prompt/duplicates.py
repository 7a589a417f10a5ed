"""The same caption for different pictures: a server repeated its last answer (a stale prefix cache)."""


class DuplicateGuard:
    """Remembers the captions of one batch."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str]] = {}

    def repeats(self, caption: str, sha256: str, name: str) -> str:
        """Name of another picture, with other bytes, that has this very caption; "" for none."""
        key = " ".join(caption.casefold().split())
        known_sha256, known_name = self._first.setdefault(key, (sha256, name))
        return known_name if known_sha256 != sha256 else ""
