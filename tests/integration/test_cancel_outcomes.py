"""Canceled is not canceled: removed here, removed at the server, interrupted, or too late; each told apart."""

import json
import subprocess
from collections import Counter
from pathlib import Path

from headless import ROOT, engine_process, headless, wait_until

from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.locations import self_command

NEVER_SENT, REMOVED, INTERRUPTED = Cancellation.NEVER_SENT, Cancellation.REMOVED, Cancellation.INTERRUPTED


def test_where_a_prompt_was_decides_and_repeated_clicks_change_nothing(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(6, seconds=30.0)
        wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "one to run and one to wait")
        at_server = desk.statuses(job).count("queued")
        for _ in range(3):
            desk.ask(lambda asked: asked.cancel_job(job))
        assert desk.finish(job).status is PromptStatus.CANCELED
        ends = [prompt.cancellation for prompt in desk.prompts(job)]
        assert ends == [INTERRUPTED, *[REMOVED] * at_server, *[NEVER_SENT] * (5 - at_server)]
        lines = Counter(line for line in desk.log(job).splitlines() if line.startswith(("Cancel", "Asked")))
        assert lines == {
            "Cancel wished by the user.": 1 + at_server,
            "Asked the server to stop this prompt.": 1,
            "Canceled: interrupted while it ran.": 1,
            "Canceled: removed from the server's queue.": at_server,
            "Canceled before it was sent.": 5 - at_server,
        }
        assert len(desk.history()) == 1

        desk.ask(lambda asked: asked.retry_job(job))
        assert {prompt.cancellation for prompt in desk.prompts(job)} == {None}
        desk.ask(lambda asked: asked.cancel_job(job))
        desk.finish(job)


def test_what_had_ended_before_the_wish_took_effect_is_kept_and_says_so(home: Path) -> None:
    with engine_process(home):
        with headless(home) as desk:
            job = desk.submit(1, seconds=1.0)
            wait_until(lambda: desk.statuses(job) == ["running"], "it to run")
        wait_until(lambda: len(desk.history()) == 1, "its end at the server")
        with headless(home) as desk:
            desk.app.services.queue.cancel_job(job)
            assert desk.finish(job).status is PromptStatus.SUCCEEDED
            (prompt,) = desk.prompts(job)
            wished_in_time = bool(prompt.cancel_requested_at)  # the worker may have collected it first
            assert prompt.cancellation is (Cancellation.TOO_LATE if wished_in_time else None)
            desk.check_outputs_once(job)


def test_another_process_cancels_and_hears_how_it_ended(home: Path) -> None:
    with engine_process(home), headless(home) as desk:
        job = desk.submit(6, seconds=30.0)
        wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "one to run and one to wait")
        at_server = desk.statuses(job).count("queued")
        command = self_command(["--home", str(home), "cancel", str(job), "--json", "--wait", "50"])
        told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
        assert json.loads(told.stdout) == {
            "canceled": 6,
            "outcomes": {
                "never_sent": 5 - at_server,
                "removed": at_server,
                "interrupted": 1,
                "too_late": 0,
                "asked": 0,
            },
        }
        again = subprocess.run(
            self_command(["--home", str(home), "cancel", str(job)]), cwd=ROOT, capture_output=True, check=True
        )
        assert b"nothing to cancel" in again.stdout


def test_without_a_worker_the_wish_is_told_as_a_wish(home: Path) -> None:
    with engine_process(home):
        with headless(home) as desk:
            job = desk.submit(1, seconds=30.0)
            wait_until(lambda: desk.statuses(job) == ["running"], "it to run")
        command = self_command(["--home", str(home), "cancel", str(job), "--wait", "0"])
        told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
        assert told.stdout.decode().strip() == f"Job {job}: 1 asked to stop."
        with headless(home) as desk:
            assert desk.finish(job).status is PromptStatus.CANCELED
