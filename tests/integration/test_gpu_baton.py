"""One GPU for rendering and writing prompts: never both at once, and the queue always goes on."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from filelock import FileLock
from headless import ROOT, Headless, engine_process, headless, wait_until
from llm_server import generic, llm_server, said, stream
from PIL import Image

from vqdesk import bootstrap
from vqdesk.adapters.builtin.state import read_state
from vqdesk.adapters.platform.loan_lock import FileLoanLock
from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, AutoRunTold, BatchStep, ImageNext, PromptName
from vqdesk.domain.errors import ComputerRefused, Stopped
from vqdesk.domain.job import LaneId
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_GPU, LLM_MOTION_MODEL, LLM_URL
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import self_command
from vqdesk.ports import StopSignal
from vqdesk.services.auto_prompt import BatchRequest
from vqdesk.services.gpu_loans import GpuLoans


@pytest.fixture
def script():
    with llm_server() as running:
        running.paths["/v1/models"] = generic("m")
        running.chat = lambda _: said(f"Text {len(running.asked)}.")
        yield running


@pytest.fixture
def pictures(tmp_path):
    paths = [tmp_path / f"p{number}.png" for number in range(2)]
    for number, path in enumerate(paths):
        Image.new("RGB", (64, 48), (number * 90, 20, 20)).save(path)
    return [str(path) for path in paths]


@contextmanager
def rendering_server(home: Path) -> Iterator[str]:
    """A server that is not our own engine: its address."""
    folder = home / "server"
    folder.mkdir(parents=True)
    with engine_process(folder):
        state = read_state(folder)
        assert state is not None
        yield f"http://127.0.0.1:{state.port}"


def use(desk: Headless, url: str) -> None:
    put = desk.app.services.settings.put
    put(LLM_URL, url)
    put(LLM_CAPTION_MODEL, "m")
    put(LLM_MOTION_MODEL, "m")


def told(desk: Headless, kind: type) -> list:
    return [event.what for event in desk.told if isinstance(event, AutoRunTold) and isinstance(event.what, kind)]


def batch_of(desk: Headless) -> AutoBatch:
    wait_until(lambda: told(desk, AutoBatch), "the batch's end")
    return told(desk, AutoBatch)[0]


def rendering(desk: Headless) -> int:
    job = desk.submit(3, seconds=2.0)
    wait_until(lambda: desk.statuses(job)[:2] == ["running", "queued"], "one to run and one to wait")
    return job


def test_the_queue_rests_while_prompts_are_written_and_goes_on(home: Path, script, pictures) -> None:
    with rendering_server(home) as url, headless(home, url) as desk:
        use(desk, script.url)
        queues = []

        def chat(_):
            queues.append(requests.get(f"{url}/queue", timeout=10).json())
            return said(f"Text {len(script.asked)}.")

        script.chat = chat
        job = rendering(desk)
        desk.ask(lambda asked: asked.auto_prompt.start(BatchRequest(pictures)))
        batch = batch_of(desk)
        assert batch.problem is None
        assert [bool(image.caption and image.texts) for image in batch.images] == [True, True]
        assert queues == [{"queue_running": [], "queue_pending": []}] * 4
        assert "lends its GPU to the language models" in desk.log(job)
        done = [step.name for step in told(desk, BatchStep) if step.is_done]
        assert done == ["wait", "free", "return"]
        assert [one.stage for one in told(desk, ImageNext)] == ["caption", "caption", "motion", "motion"]
        assert len(told(desk, AutoImage)) == 4
        assert desk.finish(job).status is PromptStatus.SUCCEEDED
        assert max(prompt.attempts for prompt in desk.prompts(job)) == 2


def test_a_stop_while_it_waits_gives_the_gpu_back(home: Path, script, pictures) -> None:
    with rendering_server(home) as url, headless(home, url) as desk:
        use(desk, script.url)
        job = desk.submit(1, seconds=8.0)
        wait_until(lambda: desk.statuses(job)[0] == "running", "one to run")
        number = desk.ask(lambda asked: asked.auto_prompt.start(BatchRequest(pictures)))
        wait_until(lambda: told(desk, BatchStep), "it to wait")
        desk.ask(lambda asked: asked.auto_prompt.stop(number))
        assert batch_of(desk).problem.summary == "It was stopped."
        assert not script.asked
        assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_another_gpu_keeps_nobody_waiting(home: Path, script, pictures) -> None:
    with rendering_server(home) as url, headless(home, url) as desk:
        use(desk, script.url)
        desk.app.services.settings.put(LLM_GPU, "other")
        job = desk.submit(1, seconds=1.0)
        desk.ask(lambda asked: asked.auto_prompt.start(BatchRequest(pictures)))
        assert batch_of(desk).problem is None
        assert not told(desk, BatchStep)
        assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_a_batch_waits_for_a_server_that_is_away_and_asks_for_the_rest_only(home: Path, script, pictures) -> None:
    with headless(home) as desk:
        use(desk, script.url)

        def chat(_):
            if len(script.asked) == 2:
                script.gone = True
                return {"status": 200, "events": []}
            return said(f"Text {len(script.asked)}.")

        script.chat = chat
        desk.ask(lambda asked: asked.auto_prompt.start(BatchRequest(pictures)))
        wait_until(lambda: any(step.name == "away" for step in told(desk, BatchStep)), "it to wait for the server")
        state = desk.ask(lambda asked: asked.auto_prompt.state())
        assert state.problem is not None
        assert not told(desk, AutoBatch)
        script.chat, script.gone = (lambda _: said(f"Text {len(script.asked)}.")), False
        assert desk.ask(lambda asked: asked.auto_prompt.changed(state)).problem is None
        batch = batch_of(desk)
        assert [bool(image.texts) for image in batch.images] == [True, True]
        assert batch.images[0].caption == "Text 1."
        assert len(script.asked) == 5


def test_system_prompts_are_the_users_until_they_are_reset(home: Path) -> None:
    with headless(home) as desk:
        shipped = desk.ask(lambda asked: asked.auto_prompt.prompt(PromptName.MOTION))
        assert not shipped.is_own
        own = desk.ask(
            lambda asked: asked.auto_prompt.save_prompt(PromptName.MOTION, f"{shipped.text}\nMore wind.")
        )
        assert own.is_own
        assert "+More wind." in desk.ask(lambda asked: asked.auto_prompt.prompt_difference(PromptName.MOTION))
        assert not desk.ask(lambda asked: asked.auto_prompt.reset_prompt(PromptName.MOTION)).is_own


def test_a_command_borrows_the_gpu_of_the_window_and_a_killed_one_gives_it_back(home, script, pictures) -> None:
    with rendering_server(home) as url, headless(home, url) as desk:
        use(desk, script.url)
        queues = []

        def chat(_):
            queues.append(requests.get(f"{url}/queue", timeout=10).json())
            return stream("hang")

        script.chat = chat
        job = rendering(desk)
        words = self_command(["--home", str(home), "autoprompt", pictures[0]])
        command = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: queues, "the command's first question")
        assert queues == [{"queue_running": [], "queue_pending": []}]
        assert "lends its GPU to the language models" in desk.log(job)
        command.kill()
        command.wait()
        assert desk.finish(job).status is PromptStatus.SUCCEEDED


def test_a_lender_that_does_not_answer_is_told(home: Path, tmp_path: Path) -> None:
    app = bootstrap.build(str(home))
    lock = FileLoanLock(home / "gpu.lock", home / "worker.lock")
    loans = GpuLoans(app.services.store.settings, lock, heard_s=0.3)
    told: list[BatchStep] = []
    with FileLock(home / "worker.lock"):
        with (
            pytest.raises(ComputerRefused, match="not free"),
            loans.borrowed([LaneId(1)], told.append, StopSignal()),
        ):
            pytest.fail("nobody has lent it")
        stop = StopSignal()
        stop.stop()
        with pytest.raises(Stopped), loans.borrowed([LaneId(1)], told.append, stop):
            pytest.fail("it was stopped")
    assert loans.wished() is None
    with loans.borrowed([LaneId(1)], told.append, StopSignal()):
        assert not lock.is_held()  # nobody runs the queue: nothing is asked for
    app.close()
