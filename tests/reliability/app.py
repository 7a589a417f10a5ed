"""The app under test, as a process: the whole program without a window, with a wall clock that jumps."""

import argparse
import logging
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vqdesk import bootstrap
from vqdesk.cli.following import follow_queue
from vqdesk.domain.errors import UserError
from vqdesk.domain.settings import DEATHS_ALLOWED, SAME_FAILURES
from vqdesk.ports import Clock


class JumpingClock(Clock):
    """The time of day leaps by up to a year, forwards and back; seconds since the start do not.

    Each leap is a line of `record`.
    """

    def __init__(self, seed: int, record: Path) -> None:
        self._rng = random.Random(seed)
        self._record = record
        self._real = bootstrap.SystemClock()
        self._shift = timedelta()

    def now_iso(self) -> str:
        if self._rng.random() < 0.02:
            self._shift = timedelta(seconds=self._rng.choice([-1, 1]) * 10 ** self._rng.uniform(0, 7.5))
            with self._record.open("a") as record:
                record.write(f"{self._shift}\n")
        shifted = datetime.now(UTC) + self._shift
        return shifted.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    def monotonic(self) -> float:
        return self._real.monotonic()


def main() -> int:
    """Runs the queue of HOME on the server at URL until it is empty. 1: something failed, in words."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home")
    parser.add_argument("url")
    parser.add_argument("clock_seed", type=int)
    wanted = parser.parse_args()
    record = Path(wanted.home) / "clock-jumps"
    clock: Clock = JumpingClock(wanted.clock_seed, record) if wanted.clock_seed else bootstrap.SystemClock()
    try:
        app = bootstrap.build(wanted.home, clock=clock)
        try:
            app.services.lanes.chosen(wanted.url)
            for rule in (SAME_FAILURES, DEATHS_ALLOWED):  # faults come by the dozen here, and all must be survived
                app.services.settings.put(rule, 0)
            with app.running() as runtime:
                (Path(wanted.home) / "ready").touch()
                follow_queue(app, runtime)
        finally:
            app.close()
    except UserError as error:
        logging.getLogger("vqdesk").error("ended: %s", error.problem.sentence())
        sys.stderr.write(error.problem.sentence() + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
