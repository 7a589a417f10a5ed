"""The detail while a prompt runs, phase by phase, and what is told of it afterwards."""

import time

import pytest
from detail_jobs import done, failed, put_job, running
from fake_desk import FakeDesk, jpeg, make_calls
from monkey import private_mb
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

from vqdesk.domain.attempts import Attempt, stops
from vqdesk.domain.estimates import Forecast, Span
from vqdesk.domain.events import PreviewChanged, PromptProgressed
from vqdesk.domain.job import AttemptId, JobId, LaneId, Prompt
from vqdesk.domain.phases import Phase, PhaseKind
from vqdesk.domain.progress import PhaseNow
from vqdesk.services.stories import AttemptStory, NodeBar, PromptStory
from vqdesk.ui.detail.panel import DetailPanel
from vqdesk.ui.detail.phase_words import rate_text
from vqdesk.ui.detail.warming import Warming
from vqdesk.ui.queue.words import PromptNews, prompt_words

JOB = JobId(41)
K = PhaseKind


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def panel(qtbot, desk) -> DetailPanel:
    panel = DetailPanel(make_calls(desk))
    qtbot.addWidget(panel)
    panel.resize(1185, 425)
    panel.show()
    return panel


def clip(kind: PhaseKind, part: int) -> Phase:
    return Phase(kind, part, is_clip=True)


PHASES = (
    PhaseNow(Phase(K.LOADING), 9, 1.0, 8.0),
    PhaseNow(clip(K.HIGH_NOISE, 1), 40, 1.0, 60.0, 4, 4),
    PhaseNow(clip(K.LOW_NOISE, 1), 40, 0.75, 46.0, 3, 4, is_running=True),
    PhaseNow(clip(K.DECODING, 1), 8),
    PhaseNow(Phase(K.SAVING), 8),
)
EXPECTED = {one.phase: seconds for one, seconds in zip(PHASES, (8.0, 60.0, 60.0, 15.0, 4.0), strict=True)}


def sampling(prompt: Prompt) -> PromptProgressed:
    return PromptProgressed(JOB, prompt.id, 0.7, "KSampler", 3, 4, 114.0, rate=0.25, phases=PHASES)


def attempt(n: int, outcome: str, minute: int) -> AttemptStory:
    at = f"2026-01-02T19:{minute:02}"
    one = Attempt(
        *(AttemptId(f"a{n}"), n, LaneId(1)),
        submitted_at=f"{at}:00.000Z",
        queued_at=f"{at}:01.000Z",
        started_at=f"{at}:02.000Z",
        ended_at=f"{at}:40.000Z",
        outcome=outcome,
    )
    nodes = tuple(NodeBar(str(at), title, seconds) for at, (title, seconds) in enumerate(NODES))
    return AttemptStory(one, "Built-in engine", tuple(stops(one, "2026-01-02T18:00:00.000Z")), nodes)


NODES = (("Load", 0.5), ("KSampler", 30.0), ("VAE Decode", 6.0), *((f"Small {n}", 0.1) for n in range(5)))


def test_the_running_phase_leads_with_step_rate_and_time_left(qtbot, desk, panel) -> None:
    prompt = running()
    put_job(desk, 41, [prompt])
    desk.pasts[prompt.id] = PromptStory(prompt.id, (), EXPECTED)
    panel.show_job(JOB)
    panel.apply_events([sampling(prompt)])
    panel.show_forecast(Forecast(prompts={prompt.id: Span(30, 36)}))
    pane = panel.body.progress
    qtbot.waitUntil(lambda: pane._title.text() == "Clip 1, low noise")
    assert pane._second.text() == "step 3 of 4 · 4.0 s/it · KSampler"
    assert pane._time.text().endswith("left")
    assert pane._phases.isVisible()
    assert not pane._bar.isVisible()
    load, high, low, decode, save = pane.work.rows()
    assert (load.title, load.status, load.time) == ("Load and encode", "done", "0:08")
    assert (high.title, high.steps, high.time) == ("Clip 1 · high noise", "4 / 4", "1:00")
    assert (low.status, low.steps, low.bar) == ("running", "3 / 4", 0.75)
    assert low.time.startswith("0:46 of about ")  # stretched to what is left
    assert decode.status == save.status == "waiting"
    assert decode.time.startswith("about 0:1")


def test_after_the_end_nodes_are_compared_and_states_are_in_a_line(qtbot, desk, panel) -> None:
    prompt = done()
    put_job(desk, 41, [prompt])
    desk.pasts[prompt.id] = PromptStory(prompt.id, (attempt(1, "lost", 10), attempt(2, "succeeded", 20)), {})
    panel.show_job(JOB)
    qtbot.waitUntil(panel.body.happened.isVisible)
    rows = panel.body.progress.work.rows()
    assert [row.title for row in rows[:3]] == ["KSampler", "VAE Decode", "Load"]
    assert (rows[0].bar, rows[1].bar) == (1.0, 0.2)
    assert rows[-1].title == "3 others"
    line, choice = panel.body.happened.line, panel.body.happened._choice
    words = ("Waiting", "Sent", "Queued", "Running", "Done")
    assert all(text.startswith(word) for text, word in zip(line.sentences(), words, strict=True))
    assert line.sentences()[3].endswith("38.0 s")
    choice.changed.emit("1")
    assert line.sentences()[-1].startswith("Back in the queue")
    panel.body.tabs.show_page(panel.body.tabs.parameters)
    told = dict(panel.body.tabs.parameters._pairs)
    assert told["Attempt 1"].startswith("Built-in engine · Waiting")


def test_a_failure_has_its_states_too_and_another_prompt_forgets_them(qtbot, desk, panel) -> None:
    first, second = failed(1), running(2)
    put_job(desk, 41, [first, second])
    desk.pasts[first.id] = PromptStory(first.id, (attempt(1, "failed", 10),), {})
    panel.show_job(JOB)
    panel.show_prompt(first.id)
    qtbot.waitUntil(panel.body.happened.isVisible)
    assert panel.body.failure.isVisible()
    assert panel.body.happened.line.sentences()[-1].startswith("Failed")
    panel.show_prompt(second.id)
    assert not panel.body.happened.isVisible()


def all_widgets(panel: DetailPanel) -> set[int]:
    """Which widgets there are, by their addresses."""
    return {getCppPointer(one)[0] for one in panel.findChildren(QWidget)}


def test_two_hundred_previews_are_shown_at_the_pace_of_frames(qtbot, desk, panel) -> None:
    prompt = running()
    put_job(desk, 41, [prompt])
    panel.show_job(JOB)
    qtbot.waitUntil(panel.header.isVisible)
    qtbot.waitUntil(lambda: panel.findChild(Warming) is None)  # until then pages are made in idle moments
    picture = panel.body.preview.picture
    previews = [jpeg(64, 36, QColor(n, 0, 0).name()) for n in range(200)]
    widgets, memory = all_widgets(panel), private_mb()
    seen, began = set(), time.monotonic()
    for data in [*previews, jpeg(64, 36, "#00ff00")]:
        panel.apply_events([PreviewChanged(JOB, prompt.id, data)])
        QApplication.processEvents()
        seen.add(picture.shown().cacheKey())
    took = time.monotonic() - began
    assert len(seen) <= 2 + took * 30
    qtbot.waitUntil(lambda: picture.shown().toImage().pixelColor(5, 5).green() > 200)
    assert all_widgets(panel) == widgets
    after = private_mb()
    assert memory is None or after is None or after - memory < 30


def test_the_line_of_a_running_prompt_names_its_phase() -> None:
    prompt = running()
    words = prompt_words(prompt, None, PromptNews(progress=sampling(prompt)))
    assert (words.state, words.detail) == ("Running", "Clip 1 · low noise 3/4")


def test_rates_are_said_the_way_round_that_reads_best() -> None:
    assert [rate_text(rate) for rate in (0.0, 0.25, 1.25)] == ["", "4.0 s/it", "1.2 it/s"]
