"""What is decoded ahead in a thread of its own, a little at a time, and handed out later."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Generic, TypeVar

from vqdesk.domain.errors import Problem, UserError

Piece = TypeVar("Piece")


class Ahead(ABC, Generic[Piece]):
    """The thread and its turns: what was decoded before a jump is not taken.

    All public methods return at once and may be called from any thread. Whoever inherits this says where pieces
    come from and how they are kept; `_news` is held when `_is_full`, `_keep` and `_drop_all` are called.
    """

    def __init__(self) -> None:
        self.problem: Problem | None = None
        self._news = threading.Condition()
        self._turn = 0  # counts the jumps
        self._is_at_end = False
        self._is_closed = False

    def close(self) -> None:
        """Nothing is decoded any more: the thread ends, and closes its source."""
        with self._news:
            self._is_closed = True
            self._drop_all()
            self._news.notify_all()

    def _start_thread(self, name: str) -> None:
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def _jump(self) -> None:
        """The next turn begins; `_news` is held."""
        self._turn += 1
        self._drop_all()
        self._is_at_end = False
        self._news.notify_all()

    @abstractmethod
    def _pieces(self) -> Iterator[Piece]:
        """From the place that is wanted now. Raises UserError."""

    @abstractmethod
    def _is_full(self) -> bool:
        """Whether enough is decoded for now."""

    @abstractmethod
    def _keep(self, piece: Piece) -> None:
        """Keeps it until it is taken."""

    @abstractmethod
    def _drop_all(self) -> None:
        """Forgets what was not taken."""

    @abstractmethod
    def _close_source(self) -> None:
        """The thread needs it no more."""

    def _work(self) -> None:
        done = 0
        while (turn := self._next_turn(done)) is not None:
            try:
                for piece in self._pieces():
                    if not self._kept(piece, turn):
                        break
            except UserError as error:
                self.problem = error.problem
            self._end(turn)
            done = turn
        self._close_source()

    def _next_turn(self, done: int) -> int | None:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != done)
            return None if self._is_closed else self._turn

    def _kept(self, piece: Piece, turn: int) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._turn != turn or not self._is_full())
            if self._is_closed or self._turn != turn:
                return False
            self._keep(piece)
            return True

    def _end(self, turn: int) -> None:
        with self._news:
            if self._turn == turn:
                self._is_at_end = True
