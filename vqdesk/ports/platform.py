"""The computer itself: sleep, shutdown, and programs of the user."""

from collections.abc import Sequence
from typing import Protocol


class Computer(Protocol):
    """Blocking: call it in a pool. Every method but `let_sleep` may raise ComputerRefused."""

    def keep_awake(self) -> None:
        """Keeps the computer from falling asleep. Call it again within a minute while that is wanted."""
        ...

    def let_sleep(self) -> None:
        """Ends `keep_awake`. Idempotent."""
        ...

    def suspend(self) -> None: ...

    def shut_down(self) -> None: ...

    def run(self, arguments: Sequence[str]) -> None:
        """Starts a program, without a shell and without waiting for its end."""
        ...
