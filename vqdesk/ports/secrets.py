"""Passwords and tokens that the user gave for servers."""

from typing import Protocol


class Secrets(Protocol):
    """Kept outside of the database. Blocking: a keyring may ask its user first."""

    def get(self, name: str) -> str:
        """Empty when there is none."""
        ...

    def put(self, name: str, value: str) -> None:
        """An empty value forgets it. Raises OutputUnwritable."""
        ...
