"""What goes on in a batch of auto-prompts, on one line of stderr when it is a terminal."""

import signal
import sys
import time
from pathlib import Path
from types import FrameType

import click

from vqdesk.domain.auto_prompt import BatchStep
from vqdesk.ports import StopSignal

_CLEAR = "\r\x1b[K"


class ProgressLine:
    """Ctrl+C inside it stops the batch, which keeps what it has."""

    def __init__(self, stop: StopSignal) -> None:
        self._stop = stop
        self._is_shown = sys.stderr.isatty()
        self._began = {"": 0.0}

    def __enter__(self) -> "ProgressLine":
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        if self._is_shown:
            click.echo(_CLEAR, err=True, nl=False)

    def image(self, stage: str, path: str, number: int, total: int) -> None:
        """An image is next."""
        began = self._began.setdefault(stage, time.monotonic())
        each = (time.monotonic() - began) / (number - 1) if number > 1 else 0.0
        left = f", {each * (total - number + 1):.0f} s left" if each else ""
        self._say(f"{stage} {number}/{total}{left}  {Path(path).name}")

    def step(self, step: BatchStep) -> None:
        """Something else takes time."""
        self._say(f"{step.words} ({step.seconds:.1f} s)" if step.is_done else f"{step.words} …")

    def _say(self, words: str) -> None:
        if self._is_shown:
            click.echo(f"{_CLEAR}{words}", err=True, nl=False)

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._stop.stop()
