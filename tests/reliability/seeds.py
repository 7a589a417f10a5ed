"""One run: work, faults by seed, and the check afterwards."""

import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from invariants import broken
from world import World, stop_for, wait_for

FAULTS_PER_RUN = (3, 6)
SETTLE_S = 90.0
Fault = Callable[[World], None]
KILLS = frozenset({"kill app", "kill engine", "kill both", "engine dies unrecorded"})


def _kill_engine(world: World) -> None:
    world.kill(world.engine)
    time.sleep(world.rng.uniform(0, 0.6))


def _kill_both(world: World) -> None:
    first, second = world.rng.sample([world.app, world.engine], 2)
    world.kill(first)
    world.kill(second)


def _die_unrecorded(world: World) -> None:
    """The next life of the engine ends between a prompt's files and its history record."""
    world.engine_flags = ["--die-after", str(world.rng.randint(1, 3))]
    world.kill(world.engine)


FAULTS: dict[str, Fault] = {
    "kill app": lambda world: world.kill(world.app),
    "kill engine": _kill_engine,
    "kill both": _kill_both,
    "engine dies unrecorded": _die_unrecorded,
    "stop app": lambda world: stop_for(world.app, world.rng.uniform(0.2, 1.5)),
    "stop engine": lambda world: stop_for(world.engine, world.rng.uniform(0.2, 1.5)),
    "cut": lambda world: world.proxy.cut(),
    "refuse": lambda world: world.proxy.refuse(world.rng.uniform(0.2, 1.5)),
    "delay": lambda world: world.proxy.delay(world.rng.uniform(0.3, 1.5)),
    "hold": lambda world: world.proxy.hold(world.rng.uniform(0.3, 1.5)),
    "garbage": lambda world: world.proxy.garble(),
    "http 500": lambda world: world.proxy.fail_next(world.rng.randint(1, 4)),
    "full disk": lambda world: world.fill_disk(world.rng.uniform(0.3, 1.0)),
    "files may not grow": lambda world: world.forbid_growth(world.rng.uniform(1.0, 3.0)),
    "pause now": lambda world: world.pause_now(world.rng.uniform(0.2, 1.0)),
    "cancel": lambda world: world.cancel_one(),
}


@dataclass(slots=True)
class Outcome:
    """What a seed did and found. `faults`: name, and the prompts unfinished then (after it, when it kills)."""

    seed: int
    prompts: int = 0
    faults: list[tuple[str, int]] = field(default_factory=list)
    at_server: int = 0  # prompts that were in flight at the kills
    attempts: int = 0
    canceled: int = 0
    retried: int = 0
    rescued: int = 0
    clock_jumps: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return sum(name in KILLS and unfinished > 0 for name, unfinished in self.faults)


def run_seed(seed: int, folder: Path, keep: bool = False) -> Outcome:
    """Everything below `folder`, removed at the end of a run in which all held."""
    started = time.monotonic()
    rng = random.Random(seed)
    folder.mkdir(parents=True)
    outcome = Outcome(seed)
    world = World(folder, rng)
    try:
        _work_under_faults(world, outcome)
        _settle(world, outcome)
        outcome.broken += broken(world, outcome.prompts)
        outcome.attempts = int(world.rows("SELECT count(*) FROM attempts")[0][0])
        outcome.rescued = int(
            world.rows("SELECT count(*) FROM events WHERE data LIKE '%its files were still there%'")[0][0]
        )
        outcome.canceled = int(world.rows("SELECT count(*) FROM prompts WHERE status = 'canceled'")[0][0])
        outcome.clock_jumps = world.clock_jumps
        outcome.broken += [f"a bug: {line}" for line in _bugs(world)]
    finally:
        world.close()
    outcome.seconds = time.monotonic() - started
    if not outcome.broken and not keep:
        shutil.rmtree(folder)
    return outcome


def _work_under_faults(world: World, outcome: Outcome) -> None:
    rng = world.rng
    count = rng.randint(*FAULTS_PER_RUN)
    names = [rng.choice(sorted(KILLS)), *rng.choices(sorted(FAULTS), k=count - 1)]
    rng.shuffle(names)
    if "full disk" in names:
        world.give_disk()
    outcome.prompts = world.submit(world.home.parent / "photos")
    thresholds = sorted(rng.randrange(0, outcome.prompts // 2) for _ in names)
    world.keep_alive()
    for name, threshold in zip(names, thresholds, strict=True):
        reached = wait_for(lambda: world.ended >= threshold or _lives(world), SETTLE_S)  # noqa: B023
        if not reached:
            outcome.broken.append(f"only {world.ended} of {threshold} prompts before “{name}”")
            return
        time.sleep(rng.uniform(0, 0.3))
        unfinished = world.unfinished
        if not unfinished:
            return  # a fault after the work is none
        FAULTS[name](world)
        outcome.faults.append((name, world.unfinished if name in KILLS else unfinished))
        outcome.at_server += world.in_flight if name in KILLS else 0
        world.keep_alive()


def _lives(world: World) -> bool:
    """Brings back what has died; never reason enough to go on."""
    world.keep_alive()
    return False


def _settle(world: World, outcome: Outcome) -> None:
    """No more faults: everything must come to its end by itself, but what a full disk failed."""
    if not wait_for(lambda: world.unfinished == 0 or _lives(world), SETTLE_S):
        outcome.broken.append(f"{world.unfinished} prompts did not end in {SETTLE_S:.0f} s")
    if world.disk_faults:
        outcome.retried = world.retry_failed()
        wait_for(lambda: world.unfinished == 0 or _lives(world), SETTLE_S)
    if not wait_for(lambda: world.app is None or world.app.poll() is not None, 10.0):
        outcome.broken.append("the app goes on although the queue is empty")


def _bugs(world: World) -> list[str]:
    logs = [world.app_errors, *(path.read_text() for path in (world.home / "logs").glob("vqdesk.log*"))]
    lines = "\n".join(logs).splitlines()
    marks = ("Traceback", "ended by a bug", "never retrieved", "event reader failed")
    return [line for line in lines if any(mark in line for mark in marks)][:5]
