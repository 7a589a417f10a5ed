"""The way through all states, from no data to a long queue."""

from pathlib import Path

from vqdesk.runtime.app import App
from vqdesk.ui.camera import camera
from vqdesk.ui.screenshots import detail_states, media_states, queue_states, text_states, window_states
from vqdesk.ui.screenshots.album import Album
from vqdesk.ui.screenshots.sample_workflow import write_sample


def grab_window(app: App, path: Path) -> None:
    """Saves a picture of the window on this data folder, with its newest job selected when there is one."""
    with camera(app) as shooting:
        shooting.wait_for(lambda: shooting.window.queue.is_loaded, "the queue is read")
        shooting.take(path)


def take_pictures(app: App, folder: Path, photos: Path) -> None:
    """Saves pictures of all states with the photos of a folder; begins with no data."""
    write_sample(app.home.user_workflows)
    with camera(app) as shooting:
        album = Album(shooting, folder)
        queue_states.take_first(album)
        shooting.window.workspace.page.media.add([str(photos)])
        queue_states.add_short_jobs(album)
        queue_states.take_busy(album)
        shooting.wait_for(album.all_ended, "the jobs have ended")
        detail_states.take_failed(album)
        detail_states.take_log(album)
        detail_states.take_done(album)
        window_states.take_dialogs(album)
        queue_states.take_ended(album)
        window_states.take_outputs(album)
        queue_states.take_offline(album, app)
        media_states.take_media(album, photos)
        media_states.take_modes(album)
        media_states.take_bad_input(album, photos, app.home.user_workflows)
        queue_states.take_paused(album)
        text_states.take_prompts(album, app, photos)
