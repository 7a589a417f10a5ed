"""`vqdesk demo`: the sample photos become clips on the built-in engine."""

import os
import subprocess
from pathlib import Path
from typing import Any

import click

from vqdesk.cli.desktop import has_display, open_desktop
from vqdesk.cli.following import follow_jobs
from vqdesk.cli.frame import EXIT_FAILED, Frame, json_option, show
from vqdesk.cli.queue import job_with_prompts
from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.locations import find_home, self_command
from vqdesk.runtime.app import App
from vqdesk.services.submit import SubmitRequest

_WORKFLOW = "camera-move"
_MOVES = ("push_in", "pan_right", "pull_out", "tilt_up", "pan_left", "tilt_down")
_PICTURE_TIMEOUT_S = 60
_PHOTOS = 4  # enough to see; a slow machine shall not wait for more


@click.command()
@click.option("--headless", is_flag=True, help="Without the desktop (always so where there is no display).")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the clips.")
@json_option
@click.pass_context
def demo(context: click.Context, headless: bool, out: Path | None, as_json: bool) -> None:
    """Turn the sample photos into clips with the built-in engine: no GPU, no ComfyUI, no network."""
    frame: Frame = context.obj
    home, outputs = _places(frame, out)
    with frame.app(home, outputs) as app:
        ids = _submit(app)
        if not (headless or as_json) and has_display():
            context.exit(open_desktop(frame, app))
        with app.running() as runtime:
            jobs = follow_jobs(app, runtime, ids)
        documents = [job_with_prompts(app, job.id) for job in jobs]
        picture = _picture_of_window(app)
        show(_document(documents, picture), as_json, _words(documents, picture))
    if any(job.status is not PromptStatus.SUCCEEDED for job in jobs):
        context.exit(EXIT_FAILED)


@click.command(hidden=True)
@click.argument("picture", type=click.Path(path_type=Path))
@click.pass_obj
def window_picture(frame: Frame, picture: Path) -> None:
    """Save a picture of the window on this data folder (needs the GUI libraries, no display)."""
    with frame.app() as app:
        frame.parts.picture_window(app, picture)


@click.command(hidden=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("photos", type=click.Path(path_type=Path))
@click.pass_obj
def window_pictures(frame: Frame, out: Path, photos: Path) -> None:
    """Drive the window over a folder of photos and save a picture of every state (for the documentation)."""
    with frame.app() as app:
        frame.parts.picture_states(app, out, photos)


def _places(frame: Frame, out: Path | None) -> tuple[str | None, Path | None]:
    """A data folder of the demo's own, which never mixes with the user's queue, and the folder of the clips."""
    if frame.home:
        return frame.home, out
    if out:
        return str(out / ".vqdesk-demo"), out
    usual = find_home()
    return str(usual.data / "demo"), usual.outputs / "demo"


def _submit(app: App) -> list[JobId]:
    lane = app.services.lanes.use_builtin()
    app.services.queue.set_paused(False)
    photos = app.services.scan.samples()[:_PHOTOS]
    moves = {photo: {"move": _MOVES[n % len(_MOVES)]} for n, photo in enumerate(photos)}
    request = SubmitRequest(_WORKFLOW, tuple(photos), per_file=moves, name="Demo", lane_id=lane.id)
    return [app.services.submit.submit(request).id]


def _picture_of_window(app: App) -> Path | None:
    """A process of its own takes it: missing GUI libraries must not break the demo."""
    picture = app.home.data / "window.png"
    picture.unlink(missing_ok=True)
    command = self_command(["--home", str(app.home.data), "window-picture", str(picture)])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with (app.home.logs / "window-picture.log").open("w", encoding="utf-8") as log:
        try:
            subprocess.run(
                command, env=environment, stdout=log, stderr=log, timeout=_PICTURE_TIMEOUT_S, check=False
            )
        except subprocess.TimeoutExpired:
            log.write(f"no picture within {_PICTURE_TIMEOUT_S} s\n")
    return picture if picture.is_file() else None


def _document(documents: list[dict[str, Any]], picture: Path | None) -> dict[str, Any]:
    clips = [{"source": p["source_path"], **output} for p in _prompts(documents) for output in p["outputs"]]
    return {"clips": clips, "screenshot": str(picture) if picture else None, "jobs": documents}


def _words(documents: list[dict[str, Any]], picture: Path | None) -> str:
    lines = ["Clips made from the sample photos:"]
    for prompt in _prompts(documents):
        lines += [f"  {output['path']}" for output in prompt["outputs"]]
        if prompt["error"]:
            lines.append(f"  {prompt['error']['summary']} {prompt['error']['remedy']}")
    lines.append(
        f"Picture of the window: {picture or 'not made, the GUI libraries of Qt are missing (see `make setup`)'}"
    )
    return "\n".join(lines)


def _prompts(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [prompt for document in documents for prompt in document["prompts"]]
