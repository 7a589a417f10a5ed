"""A text for every image, written by hand or by a model."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.runtime.app import App
from vqdesk.ui.screenshots.album import Album
from vqdesk.ui.scripted_model import scripted_model

_TEXTS = {
    "positive_prompt_stage1": "Slow push in, the light fades, a little wind. Steady camera.",
    "positive_prompt_stage2": "The camera rises and holds almost still, so that the clip can loop.",
}
_OWN = {
    "dandelion_field.jpg": "The seeds come loose and drift into the low sun.",
    "forest_stream.jpg": "Low glide upstream over the steps; leaves fall.",
}
_WRITTEN = 4  # images whose motion prompts are there in the picture


def take_prompts(album: Album, app: App, photos: Path) -> None:
    """The table of texts; then a batch of two clips an image on its way, and the review of what it has written."""
    shooting, page = album.shooting, album.window.workspace.page
    page.media.clear()
    in_order = sorted(str(path) for path in photos.glob("*.jpg"))
    page.media.add(in_order)
    shooting.wait_for(lambda: list(page.media.model.paths) == in_order, "the photos are in the order of the texts")
    shooting.choose_workflow("wan22-i2v-2clips")
    page.prompts.choice.changed.emit(PromptMode.EACH)
    shooting.wait_for(lambda: album.window.workspace.state.prompt_mode == PromptMode.EACH, "the table is there")
    page.prompts.texts_wanted.emit(_TEXTS)
    for name, text in _OWN.items():
        row = in_order.index(str(photos / name))
        page.prompts.model.edited.emit(in_order[row], "positive_prompt_stage1", text)
    shooting.wait_for(lambda: len(album.window.workspace.state.rows) == len(_OWN), "the texts are kept")
    page.show_prompts()
    album.take("prompts-each")
    with scripted_model() as model:
        for setting, value in ((LLM_URL, model.url), (LLM_CAPTION_MODEL, "vision"), (LLM_MOTION_MODEL, "text")):
            app.services.settings.put(setting, value)
        page.prompts.choice.changed.emit(PromptMode.AUTO)
        shooting.wait_for(lambda: page.prompts.auto.panel is not None, "the panel is there")
        model.hold(_WRITTEN)
        shooting.click("Both")
        pace = page.prompts.auto.panel.work.run.pace
        shooting.wait_for(lambda: pace.stage == "motion" and pace.facts["motion"].done == _WRITTEN, "some texts")
        page.show_prompts()
        page.lacks.setFixedHeight(0)  # as with a ComfyUI that has the models
        album.take("auto-prompts")
        model.let_go()
        shooting.wait_for(lambda: not page.prompts.auto.is_busy, "all texts")
        album.take("auto-prompts-review", lambda: _review(album))
        album.take("auto-prompts-settings", album.window.side.show_auto_prompts)


def _review(album: Album) -> None:
    album.shooting.click("Review")
    album.shooting.wait_for(
        lambda: any(isinstance(one, QDialog) for one in album.shooting.others()), "the review is open"
    )
