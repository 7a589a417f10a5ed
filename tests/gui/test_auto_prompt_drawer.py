"""The drawer of automatic prompts, over the real worker and a server that really listens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from llm_server import LlmScript, llm_server, reply, said
from PIL import Image
from PySide6.QtCore import Qt
from real_window import PATIENCE_MS

from vqdesk import bootstrap
from vqdesk.domain.auto_prompt import PromptName, WorkflowContext
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.runtime.app import App
from vqdesk.ui.auto_prompt.drawer import AutoPromptDrawer
from vqdesk.ui.bridge import Bridge
from vqdesk.ui.calls import Calls
from vqdesk.ui.widgets.search_row import DETAIL_ROLE

LEFT = Qt.MouseButton.LeftButton
TWO_CLIPS = WorkflowContext("two", "Two clips", ("positive_prompt_stage1", "positive_prompt_stage2"), 81, 16.0)
SEEING, WRITING = "qwen3-vl-8b", "dolphin-24b"


def lm_studio(**models: bool) -> dict:
    """The list of LM Studio: keys, and whether each sees."""
    listed = [
        {"type": "llm", "key": key.replace("_", "-"), "loaded_instances": [], "capabilities": {"vision": sees}}
        for key, sees in models.items()
    ]
    return reply(200, {"models": listed})


@pytest.fixture
def server() -> Iterator[LlmScript]:
    with llm_server() as script:
        script.paths["/api/v1/models"] = lm_studio(dolphin_24b=False, qwen3_vl_8b=True)
        script.paths["/api/v1/models/load"] = lambda body: reply(200, {"instance_id": body["model"]})
        script.paths["/api/v1/models/unload"] = lambda body: reply(200, body)
        clips = '{"clips": ["The boat drifts left.", "The boat comes to rest."]}'
        script.chat = lambda body: said("A boat." if isinstance(body["messages"][1]["content"], list) else clips)
        yield script


@pytest.fixture
def app(home: Path, server: LlmScript) -> Iterator[App]:
    made = bootstrap.build(str(home))
    settings = made.services.settings
    for setting, value in ((LLM_URL, server.url), (LLM_CAPTION_MODEL, SEEING), (LLM_MOTION_MODEL, WRITING)):
        settings.put(setting, value)
    yield made
    made.close()


@pytest.fixture
def drawer(qtbot, app: App) -> Iterator[AutoPromptDrawer]:
    with app.running() as runtime:
        bridge, calls = Bridge(), Calls(runtime.desk, runtime.submit)
        made = AutoPromptDrawer(calls)
        runtime.worker.listen(bridge.inbox.post)
        bridge.batch.connect(made.apply_events)
        qtbot.addWidget(made)
        made.show()
        made.start()
        qtbot.waitUntil(lambda: "LM Studio at" in made.models.state.text(), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bool(made.prompts.area.text()), timeout=PATIENCE_MS)
        yield made
        calls.close()


def test_models_prompts_and_a_try(qtbot, app: App, drawer: AutoPromptDrawer, server: LlmScript, tmp_path: Path):
    models, prompts, box = drawer.models, drawer.prompts, drawer.try_box
    settings, shelf = app.services.settings, app.services.auto_prompt.prompts

    assert models.caption.currentText() == SEEING
    assert models.caption.itemData(0, DETAIL_ROLE) == "sees pictures"
    models.caption.setCurrentIndex(models.caption.findText(WRITING))
    models.caption.activated.emit(models.caption.currentIndex())
    qtbot.waitUntil(lambda: models.caption.lack == "This model cannot see pictures.", timeout=PATIENCE_MS)
    assert settings.get(LLM_CAPTION_MODEL) == WRITING
    models.caption.worded.emit(SEEING)
    qtbot.waitUntil(lambda: not models.caption.lack, timeout=PATIENCE_MS)

    drawer.show_context(TWO_CLIPS)
    assert "2 clips of 81 frames at 16 fps" in drawer.context.words.text()
    prompts.names.set_value(PromptName.MOTION_CLIPS)
    prompts.names.changed.emit(PromptName.MOTION_CLIPS)
    qtbot.waitUntil(lambda: "{clips}" in prompts.area.text(), timeout=PATIENCE_MS)
    shipped = prompts.area.text()
    prompts.area.setPlainText("Write {clip} texts.")
    assert "“{clip}”" in prompts.error
    prompts.save_now()
    assert not box.both.isEnabled() and "Correct the system prompt" in box.both.toolTip()
    prompts.area.setPlainText("Write {clips} texts as JSON.")
    prompts.save_now()
    qtbot.waitUntil(lambda: shelf.get(PromptName.MOTION_CLIPS).is_own, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not prompts.compare.isHidden(), timeout=PATIENCE_MS)
    qtbot.mouseClick(prompts.compare, LEFT)
    qtbot.waitUntil(lambda: "+ Write {clips} texts as JSON." in prompts.difference.text(), timeout=PATIENCE_MS)

    photo = tmp_path / "boat.png"
    Image.new("RGB", (64, 48), "#336699").save(photo)
    drawer.show_images([str(photo)])
    qtbot.mouseClick(box.both, LEFT)
    qtbot.waitUntil(lambda: "in all, by" in box.result.steps, timeout=PATIENCE_MS)
    assert box.result.caption.text() == "A boat."
    assert [text.text() for text in box.result.texts] == ["The boat drifts left.", "The boat comes to rest."]
    assert f"Loaded {SEEING}" in box.result.steps
    assert server.asked[-1]["messages"][0]["content"] == "Write 2 texts as JSON."
    pictures = server.pictures
    qtbot.mouseClick(box.motion, LEFT)
    qtbot.waitUntil(lambda: not box.is_busy and len(server.asked) == 3, timeout=PATIENCE_MS)
    assert server.pictures == pictures
    qtbot.waitUntil(lambda: drawer.kept.words.text() == "Kept: 1 caption, 1 motion prompt", timeout=PATIENCE_MS)

    qtbot.mouseClick(prompts.reset, LEFT)
    qtbot.waitUntil(lambda: prompts.area.text() == shipped, timeout=PATIENCE_MS)
    assert not shelf.get(PromptName.MOTION_CLIPS).is_own
    qtbot.mouseClick(prompts.reset, LEFT)
    qtbot.waitUntil(lambda: shelf.get(PromptName.MOTION_CLIPS).is_own, timeout=PATIENCE_MS)


def test_without_a_server_nothing_can_be_tried_and_the_reason_is_said(qtbot, drawer, server: LlmScript):
    server.gone = True
    drawer.start()
    qtbot.waitUntil(lambda: drawer.models.again.isVisible(), timeout=PATIENCE_MS)
    assert "Not ready" in drawer.models.state.text()
    assert drawer.models.reason.text() in drawer.try_box.both.toolTip()
    server.gone = False
    qtbot.mouseClick(drawer.models.again, LEFT)
    qtbot.waitUntil(lambda: "LM Studio at" in drawer.models.state.text(), timeout=PATIENCE_MS)
