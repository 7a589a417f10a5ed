"""`python tests/reliability/soak.py --seeds 200`: many seeds, a table of what was done and what held."""

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from seeds import FAULTS, Outcome, run_seed


def main() -> int:
    """Prints a line for each seed and the table; 1 when anything was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--folder", default="")
    wanted = parser.parse_args()
    folder = Path(wanted.folder or tempfile.mkdtemp(prefix="vqdesk-soak-"))
    seeds = range(wanted.first, wanted.first + wanted.seeds)
    outcomes = []
    with ProcessPoolExecutor(wanted.at_once) as pool:
        for outcome in pool.map(_run, [(seed, folder) for seed in seeds]):
            outcomes.append(outcome)
            print(_line(outcome), flush=True)
    print(_table(outcomes))
    return 1 if any(outcome.broken for outcome in outcomes) else 0


def _run(job: tuple[int, Path]) -> Outcome:
    seed, folder = job
    return run_seed(seed, folder / f"seed-{seed}")


def _line(outcome: Outcome) -> str:
    faults = ", ".join(f"{name} ({unfinished} open)" for name, unfinished in outcome.faults)
    verdict = "ok" if not outcome.broken else "BROKEN " + "; ".join(outcome.broken)
    return (
        f"seed {outcome.seed:>4}  {outcome.seconds:5.1f} s  {outcome.attempts:>3} attempts  {verdict}  [{faults}]"
    )


def _table(outcomes: list[Outcome]) -> str:
    done = Counter(name for outcome in outcomes for name, _ in outcome.faults)
    with_work = Counter(name for outcome in outcomes for name, unfinished in outcome.faults if unfinished)
    bad = Counter(name for outcome in outcomes if outcome.broken for name, _ in outcome.faults)
    lines = [f"{'fault':<24}{'done':>8}{'with open prompts':>20}{'in broken runs':>16}"]
    lines += [f"{name:<24}{done[name]:>8}{with_work[name]:>20}{bad[name]:>16}" for name in FAULTS]
    held = sum(not one.broken for one in outcomes)
    keys = ("prompts", "attempts", "canceled", "rescued", "retried", "kills", "at_server", "clock_jumps")
    total = {key: sum(getattr(one, key) for one in outcomes) for key in keys}
    lines += [
        "",
        f"{len(outcomes)} seeds, {held} held: {total['prompts']} prompts in {total['attempts']} attempts;",
        f"{total['kills']} kills with open prompts, {total['at_server']} prompts in flight at them;",
        f"{total['rescued']} prompts saved by their files, {total['canceled']} canceled,",
        f"{total['retried']} retried after a full disk; the wall clock jumped {total['clock_jumps']} times.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
