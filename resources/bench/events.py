"""A real window whose worker floods it with progress; tells how long the window was deaf at the longest."""

import sys
import threading
import time
from pathlib import Path

from pulse import Pulse
from reporting import report

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vqdesk import bootstrap
from vqdesk.domain.events import PromptProgressed
from vqdesk.domain.job import Job, Prompt
from vqdesk.ports import JobQuery
from vqdesk.runtime.inbox import Inbox
from vqdesk.ui.camera import Camera, camera

_SETTLE_MS = 1_500


def _flood(inbox: Inbox, job: Job, prompts: list[Prompt], events: int) -> None:
    for number in range(events):
        prompt = prompts[number % len(prompts)]
        done = number // len(prompts)
        total = max(1, events // len(prompts))
        inbox.post(PromptProgressed(job.id, prompt.id, done / total, "KSampler", done, total, done / 10))


def _measure(shooting: Camera, job: Job, prompts: list[Prompt], events: int) -> None:
    queue, detail = shooting.desktop.window.queue, shooting.desktop.window.detail
    shooting.desktop.window.resize(1920, 1080)
    shooting.wait_for(lambda: bool(queue.model.ids), "the job is listed")
    queue.source.open_jobs.set_open(job.id, True)
    detail.show_job(job.id)
    shooting.wait_for(lambda: detail.focus_id is not None, "the job's detail is read")
    _flood(shooting.desktop.bridge.inbox, job, prompts, len(prompts))  # what is made once is made before
    shooting.rest(_SETTLE_MS)
    poster = threading.Thread(target=_flood, args=(shooting.desktop.bridge.inbox, job, prompts, events))
    pulse = Pulse()
    pulse.start()
    started = time.perf_counter()
    poster.start()
    shooting.wait_for(lambda: not poster.is_alive(), "all events are posted")
    seconds = time.perf_counter() - started
    shooting.rest(_SETTLE_MS)
    report("events", longest_pause_ms=pulse.longest_s * 1000, seconds=seconds)


def _main(home: str, events: str) -> None:
    app = bootstrap.build(home)
    job = app.services.store.jobs.rows(app.services.store.jobs.ids(JobQuery()))[0]
    prompts = app.services.store.jobs.prompts(job.id)
    with camera(app) as shooting:
        _measure(shooting, job, prompts, int(events))
    app.close()


_main(*sys.argv[1:])
