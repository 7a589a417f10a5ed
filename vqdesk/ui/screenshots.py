"""Pictures of the real window in its states, for the documentation and for looking at it without a screen."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog

from vqdesk.domain.job import JobId
from vqdesk.domain.prompt_modes import PromptMode
from vqdesk.domain.settings import LLM_CAPTION_MODEL, LLM_MOTION_MODEL, LLM_URL
from vqdesk.domain.status import PromptStatus, is_final
from vqdesk.locations import resources_dir, self_command
from vqdesk.runtime.app import App
from vqdesk.ui.camera import FULL_HD, Camera, camera
from vqdesk.ui.outputs.entry import DESK, OUTPUTS
from vqdesk.ui.outputs.gallery_keys import GalleryWish
from vqdesk.ui.scripted_model import scripted_model

SMALL = (1280, 720)
ULTRA_HD = (3840, 2160)
_TRUE_COLOUR = frozenset({"main-dark.png"})  # the README's picture
_COLORS = 256  # keeps a picture below 400 kB
_BRIGHT = 80  # between the strongest and the weakest channel of a colour
_MANY = 30
_WRITTEN = 4  # images whose motion prompts are there in the picture
_DECODING_MS = 2_000  # large pictures
_LONG_NAME = "Früh am Morgen – 山の湖 with a name that is longer than any row could ever show, take 12 (final)"
_LOOP_DEFINITION = """\
name: small-loop
title: Small loop
description: Makes each image small and holds it for a second.
category: video_gen
task_type: image_to_video
template: small-loop.json
input: {kind: image, node: image, field: image, min: 1}
parameters: []
outputs: [save]
"""
_LOOP_GRAPH = {
    "image": {"class_type": "LoadImage", "inputs": {"image": ""}, "_meta": {"title": "Load image"}},
    "scale": {
        "class_type": "ImageScaleBy",
        "inputs": {
            "image": ["image", 0],
            "upscale_method": "area",
            "scale_by": 0.2,
        },  # some are odd then
        "_meta": {"title": "Make it small"},
    },
    "hold": {
        "class_type": "RepeatImageBatch",
        "inputs": {"image": ["scale", 0], "amount": 24},
        "_meta": {"title": "Hold it"},
    },
    "clip": {"class_type": "CreateVideo", "inputs": {"images": ["hold", 0], "fps": 24.0}},
    "save": {
        "class_type": "SaveVideo",
        "inputs": {"video": ["clip", 0], "filename_prefix": "loop", "format": "auto", "codec": "auto"},
        "_meta": {"title": "Save video"},
    },
}


def grab_window(app: App, path: Path) -> None:
    """Saves a picture of the window on this data folder, with its newest job selected when there is one."""
    with camera(app) as shooting:
        shooting.wait_for(lambda: shooting.window.queue.is_loaded, "the queue is read")
        shooting.take(path)


def take_pictures(app: App, folder: Path, photos: Path) -> None:
    """Saves pictures of all states with the photos of a folder; begins with no data."""
    folder.mkdir(parents=True, exist_ok=True)
    app.home.user_workflows.mkdir(parents=True, exist_ok=True)
    (app.home.user_workflows / "small-loop.yaml").write_text(_LOOP_DEFINITION, encoding="utf-8")
    (app.home.user_workflows / "small-loop.json").write_text(json.dumps(_LOOP_GRAPH), encoding="utf-8")
    with camera(app) as shooting:
        _take_first_start(shooting, folder)
        shooting.click("Use the built-in engine")
        shooting.wait_for(shooting.window.workspace.page.form.isVisible, "the form is shown")
        _take_both(shooting, folder, "queue-empty")
        shooting.window.workspace.page.media.add([str(photos)])
        failed = _take_busy(shooting, folder)
        shooting.wait_for(lambda: _all_ended(shooting), "the jobs have ended")
        _take_no_hits(shooting, folder)
        _choose(shooting, "Holiday")
        _take_both(shooting, folder, "done")
        shooting.take(folder / "done-3840x2160.png", ULTRA_HD)
        _take_outputs(shooting, folder)
        shooting.window.queue.view.choose(failed)
        _take_both(shooting, folder, "failed")
        _take_offline(app, shooting, folder)
        _take_bad_input(app, shooting, folder, photos)
        _take_paused(shooting, folder)
        _take_auto_prompts(app, shooting, folder, photos)


def _take_outputs(shooting: Camera, folder: Path) -> None:
    """Two clips compared, one of them marked and rated."""
    places = shooting.window.places
    places.show(OUTPUTS)
    page = places.page
    view, gallery = page.view, page.view.gallery
    shooting.wait_for(lambda: page.is_loaded and all(map(gallery.known, gallery.ids)), "the outputs are read")
    rows = [gallery.known(one) for one in gallery.ids]
    clips = [at for at, row in enumerate(rows) if row is not None and row.is_clip][:2]
    view.setCurrentIndex(gallery.index(clips[0]))
    for wish in ("rate_4", "favourite"):
        page.do(wish)
    view.selectionModel().select(gallery.index(clips[1]), QItemSelectionModel.SelectionFlag.Select)
    page.do(GalleryWish.COMPARE)
    shooting.wait_for(lambda: page.stage.clock.position > 0.5, "both play")
    page.do(GalleryWish.PLAY)
    _take_both(shooting, folder, "outputs")
    page.do(GalleryWish.CLOSE)
    places.show(DESK)


def _take_both(shooting: Camera, folder: Path, name: str, size: tuple[int, int] = FULL_HD) -> None:
    """A state in dark and in light."""
    shooting.take(folder / f"{name}.png", size)
    shooting.take(folder / f"{name}-light.png", size, "light")


def _take_no_hits(shooting: Camera, folder: Path) -> None:
    bar = shooting.window.queue.bar
    bar.search.setText("lighthouse")
    bar.search_now()
    shooting.wait_for(lambda: not shooting.window.queue.model.ids, "nothing is found")
    _take_both(shooting, folder, "queue-no-hits")
    bar.show_all()
    shooting.wait_for(lambda: bool(shooting.window.queue.model.ids), "all jobs are shown again")


def _take_first_start(shooting: Camera, folder: Path) -> None:
    window = shooting.window
    shooting.wait_for(lambda: window.queue.is_loaded and window.workspace.is_open, "the window is ready")
    for scheme in ("dark", "light"):
        shooting.take(folder / f"first-start-{scheme}.png", scheme=scheme)


def _take_busy(shooting: Camera, folder: Path) -> JobId:
    """Pictures of a mixed queue; returns the job that failed."""
    shooting.add_job("small-loop", "Small loops")
    shooting.add_job("image-upscale", "Prints")
    shooting.wait_for(lambda: _all_ended(shooting), "two jobs have ended")
    failed = next(job.id for job in shooting.jobs() if job.status is PromptStatus.FAILED)
    shooting.add_job("camera-move", "Holiday")
    running = max(shooting.window.queue.model.ids)
    for name in ("Holiday, prints", _LONG_NAME):
        shooting.add_job("image-upscale", name)
    shooting.window.workspace.page.workflow_bar.chosen.emit("camera-move")
    shooting.wait_for(lambda: _succeeded(shooting, running) >= 2, "two clips are done")
    queue = shooting.window.queue
    queue.view.choose(JobId(running))
    queue.source.open_jobs.set_open(JobId(running), True)
    for name, size, scheme in (
        ("main-dark", FULL_HD, "dark"),
        ("main-light", FULL_HD, "light"),
        ("compact-1280x720", SMALL, "dark"),
        ("compact-1280x720-light", SMALL, "light"),
    ):
        shooting.take(folder / f"{name}.png", size, scheme)
    return failed


def _take_paused(shooting: Camera, folder: Path) -> None:
    shooting.click("Pause")
    for number in range(_MANY):
        shooting.add_job("image-upscale", f"Prints, part {number + 1}")
    shooting.window.queue.view.choose(shooting.window.queue.model.ids[_MANY // 2])
    _take_both(shooting, folder, "paused-many-jobs")


def _take_auto_prompts(app: App, shooting: Camera, folder: Path, photos: Path) -> None:
    """A batch of two clips an image on its way, and the review of what it has written."""
    put = app.services.settings.put
    page = shooting.window.workspace.page
    page.media.clear()
    in_order = sorted(str(path) for path in photos.glob("*.jpg"))
    page.media.add(in_order)
    shooting.wait_for(lambda: list(page.media.model.paths) == in_order, "the photos are in the order of the texts")
    with scripted_model() as model:
        for setting, value in ((LLM_URL, model.url), (LLM_CAPTION_MODEL, "vision"), (LLM_MOTION_MODEL, "text")):
            put(setting, value)
        page.workflow_bar.chosen.emit("wan22-i2v-2clips")
        page.prompts.choice.changed.emit(PromptMode.AUTO)
        shooting.wait_for(lambda: page.prompts.auto.panel is not None, "the panel is there")
        model.hold(_WRITTEN)
        shooting.click("Both")
        pace = page.prompts.auto.panel.work.run.pace
        shooting.wait_for(lambda: pace.stage == "motion" and pace.facts["motion"].done == _WRITTEN, "some texts")
        page.show_prompts()
        page.lacks.setFixedHeight(0)  # as with a ComfyUI that has the models
        shooting.take(folder / "auto-prompts.png")
        model.let_go()
        shooting.wait_for(lambda: not page.prompts.auto.is_busy, "all texts")
        shooting.click("Review")
        shooting.rest(_DECODING_MS)
        review = next(one for one in shooting.window.findChildren(QDialog) if one.isVisible())
        if not review.grab().save(str(folder / "auto-prompts-review.png")):
            raise OSError(f"{folder} cannot be written")
        review.close()


def _take_offline(app: App, shooting: Camera, folder: Path) -> None:
    silent = app.services.lanes.use_comfyui("http://127.0.0.1:9")
    shooting.click("Pause")
    shooting.click("Resume")  # the worker looks at its engines again
    banners = shooting.window.queue.banners
    shooting.wait_for(lambda: bool(banners.lanes), "the engine that does not answer is told")
    _choose(shooting, _LONG_NAME)
    shooting.rest(_DECODING_MS)
    _take_both(shooting, folder, "offline-long-texts")
    shooting.desktop.calls.ask(shooting.window, lambda desk: desk.engines.remove(silent.id))
    shooting.rest(1_000)
    shooting.window.workspace.engine_chosen.emit("")


def _take_bad_input(app: App, shooting: Camera, folder: Path, photos: Path) -> None:
    (app.home.user_workflows / "portrait.yaml").write_text("name: portrait\ntitle: [half\ninput: {kind\n")
    (photos / "empty.png").write_bytes(b"")
    (photos / "letter.png").write_text("not a picture")
    window = shooting.window
    window.workspace.page.workflow_bar.chosen.emit("camera-move")
    window.workspace.reload_workflows()
    window.workspace.page.media.add([str(photos / "empty.png"), str(photos / "letter.png")])
    shooting.rest(1_000)
    shooting.type_into("Width", "1281")
    shooting.type_into("Frames", "none")
    _take_both(shooting, folder, "bad-input", SMALL)
    window.workspace.page.media.clear()
    window.workspace.page.media.add([str(path) for path in photos.glob("*.jpg")])


def _choose(shooting: Camera, name: str) -> None:
    shooting.window.queue.view.choose(next(job.id for job in shooting.jobs() if job.name == name))


def _succeeded(shooting: Camera, job_id: int) -> int:
    return sum(job.counts.succeeded for job in shooting.jobs() if job.id == job_id)


def _all_ended(shooting: Camera) -> bool:
    jobs = shooting.jobs()
    return len(jobs) == len(shooting.window.queue.model.ids) and all(is_final(job.status) for job in jobs)


def _make_small(path: Path) -> None:
    """Few colours: those of the theme as they are, the rest for the photographs."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    if path.name in _TRUE_COLOUR:
        picture.save(path, optimize=True)
        return
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    frequent = [color for _, color in counted]
    bright = [color for color in frequent if max(color) - min(color) > _BRIGHT]  # status and accent are few pixels
    exact = [channel for color in frequent[: _COLORS // 4] + bright[: _COLORS // 8] for channel in color]
    others = picture.quantize(_COLORS - len(exact) // 3, Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette((exact + others)[: 3 * _COLORS])
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)


def main(folder: str) -> int:
    """Takes the pictures as a user with an empty home would see them; returns the exit code."""
    with tempfile.TemporaryDirectory() as home:
        photos = Path(home) / "Pictures"
        photos.mkdir()
        for sample in (resources_dir() / "samples").glob("*.jpg"):
            shutil.copy(sample, photos)
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "VQDESK_"))
        }
        command = self_command(["window-pictures", str(Path(folder).resolve()), str(photos)])
        code = subprocess.run(command, env=environment | {"HOME": home}, check=False).returncode
    for picture in Path(folder).glob("*.png"):
        _make_small(picture)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
