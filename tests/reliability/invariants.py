"""What must hold after every run, whatever was done to it."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from world import World

_IN_FLIGHT = ("submitting", "queued", "running")
_ENDINGS = {"succeeded", "lost", "interrupted", "recalled", "failed", "canceled"}


def broken(world: World, prompts: int) -> list[str]:
    """A sentence for each thing that is not as it must be."""
    checks = (_database, _prompts, _attempts, _outputs, _bytes, _twice, _log)
    found = [sentence for check in checks for sentence in check(world)]
    stored = int(world.rows("SELECT count(*) FROM prompts")[0][0])
    return [*found, *([f"{stored} prompts are stored, {prompts} were submitted"] if stored != prompts else [])]


def _database(world: World) -> Iterator[str]:
    integrity = world.rows("PRAGMA integrity_check")[0][0]
    if integrity != "ok":
        yield f"integrity check: {integrity}"
    if world.rows("PRAGMA foreign_key_check"):
        yield "a row refers to nothing"
    counters = "n_pending, n_submitting, n_queued, n_running, n_succeeded, n_failed, n_canceled"
    for job in world.rows(f"SELECT id, {counters} FROM jobs"):
        real = Counter(row[0] for row in world.rows(f"SELECT status FROM prompts WHERE job_id = {job['id']}"))
        for key in counters.split(", "):
            if job[key] != real[key[2:]]:
                yield f"job {job['id']} counts {job[key]} as {key}, there are {real[key[2:]]}"


def _prompts(world: World) -> Iterator[str]:
    """All succeeded, but for those that the user took back: of them nothing was collected."""
    for row in world.rows(
        "SELECT id, status, error, cancel_requested_at FROM prompts WHERE status <> 'succeeded'"
    ):
        is_wished = row["id"] in world.asked_to_cancel and row["cancel_requested_at"]
        if row["status"] != "canceled" or not is_wished:
            yield f"prompt {row['id']} is {row['status']}: {row['error']}"
    for row in world.rows(
        "SELECT prompts.id FROM prompts JOIN outputs ON prompt_id = prompts.id WHERE status <> 'succeeded'"
    ):
        yield f"prompt {row['id']} has an output, but did not succeed"


def _attempts(world: World) -> Iterator[str]:
    """Numbered without gaps; only the newest succeeded; all have ended in a known way."""
    of_prompt = defaultdict(list)
    for row in world.rows("SELECT * FROM attempts ORDER BY prompt_id, n"):
        of_prompt[row["prompt_id"]].append(row)
    for prompt in world.rows("SELECT id, attempts, attempt_id, status FROM prompts"):
        attempts = of_prompt[prompt["id"]]
        if [row["n"] for row in attempts] != list(range(1, prompt["attempts"] + 1)):
            yield f"prompt {prompt['id']}: attempts {[row['n'] for row in attempts]}"
        outcomes = [row["outcome"] for row in attempts]
        successes = outcomes.count("succeeded")
        is_right = outcomes[-1:] == ["succeeded"] and successes == 1
        if set(outcomes) - _ENDINGS or (successes if prompt["status"] == "canceled" else not is_right):
            yield f"prompt {prompt['id']}: outcomes {outcomes}"


def _outputs(world: World) -> Iterator[str]:
    """Each prompt has one output, of its newest attempt; on disk is what is stored and nothing else."""
    rows = world.rows(
        """SELECT prompts.id, outputs.path, outputs.attempt_id = prompts.attempt_id AS is_newest
           FROM prompts LEFT JOIN outputs ON outputs.prompt_id = prompts.id WHERE status = 'succeeded'"""
    )
    for prompt, count in Counter(row["id"] for row in rows).items():
        if count != 1:
            yield f"prompt {prompt} has {count} outputs"
    yield from (f"prompt {row['id']}: no output, or of an older attempt" for row in rows if not row["is_newest"])
    stored = {row["path"] for row in rows}
    on_disk = {str(path) for path in world.outputs.rglob("*") if path.is_file()}
    yield from (f"orphan {path}" for path in sorted(on_disk - stored))
    yield from (f"missing {path}" for path in sorted(filter(None, stored - on_disk)))


def _bytes(world: World) -> Iterator[str]:
    """The file is the one that this attempt wrote at the server, and a picture has its prompt's colour."""
    for row in world.rows("SELECT outputs.*, prompts.seed FROM outputs JOIN prompts ON prompts.id = prompt_id"):
        path = Path(row["path"])
        if not path.is_file():
            continue
        data = path.read_bytes()
        if (len(data), hashlib.sha256(data).hexdigest()) != (row["bytes"], row["sha256"]):
            yield f"{path.name} has other bytes than recorded"
        if data != (world.server / "engine" / "output" / row["remote_name"]).read_bytes():
            yield f"{path.name} has other bytes than at the server"
        if path.suffix == ".png" and row["seed"] is not None:
            with Image.open(path) as picture:
                red, green, blue = picture.convert("RGB").getpixel((5, 5))
            if red << 16 | green << 8 | blue != row["seed"]:
                yield f"{path.name} shows another prompt's colour"


def _twice(world: World) -> Iterator[str]:
    """The server has the files of one attempt only: a second run was never needed.

    Prompts that failed at our full disk and were retried by the user may have run again.
    """
    by_hand = {
        row["prompt_id"] for row in world.rows("SELECT DISTINCT prompt_id FROM attempts WHERE outcome = 'failed'")
    }
    with_files: defaultdict[int, list[str]] = defaultdict(list)
    for row in world.rows(
        "SELECT id, prompt_id FROM attempts WHERE outcome NOT IN ('interrupted', 'recalled')"  # by a pause
    ):
        folder = world.server / "engine" / "output" / "vqdesk" / row["id"]
        if any(not path.name.startswith(".") for path in folder.glob("*")):  # those are half-written
            with_files[row["prompt_id"]].append(row["id"])
    for prompt, attempts in with_files.items():
        if len(attempts) > 1 and prompt not in by_hand:
            yield f"prompt {prompt} was rendered by {len(attempts)} attempts: {attempts}"


def _log(world: World) -> Iterator[str]:
    """One line says that the prompt is done; a lost attempt has its line too."""
    done = Counter(
        (row["job_id"], json.loads(row["data"]).get("prompt"))
        for row in world.rows("SELECT job_id, data FROM events WHERE kind = 'info'")
        if json.loads(row["data"])["text"].startswith("Done")
    )
    for row in world.rows("SELECT job_id, ordinal FROM prompts WHERE status = 'succeeded'"):
        lines = done[row["job_id"], row["ordinal"]]
        if lines != 1:
            yield f"job {row['job_id']} prompt {row['ordinal']}: {lines} lines say done"
