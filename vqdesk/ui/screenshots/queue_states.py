"""States of the list of jobs."""

from PySide6.QtCore import QPoint

from vqdesk.domain.job import JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.runtime.app import App
from vqdesk.ui.queue.row_actions import RowAction
from vqdesk.ui.queue.view_choice import ViewChoice
from vqdesk.ui.screenshots.album import Album
from vqdesk.ui.widgets.question import Question, Role
from vqdesk.ui.workspace.engine_line import EngineLine

HOLIDAY, LOOPS, PRINTS, MORE_PRINTS = "Holiday", "Small loops", "Prints", "Holiday, prints"
LONG_NAME = "Früh am Morgen – 山の湖 with a name that is longer than any row could ever show, take 12 (final)"
_FRAMES = "49"
_MANY = 30
_CHOSEN = 6
_NOTE = "for the album, once Anna has seen it"


def take_first(album: Album) -> None:
    """No engine, then no job."""
    shooting, window = album.shooting, album.window
    shooting.wait_for(lambda: window.queue.is_loaded and window.workspace.is_open, "the window is ready")
    album.take("first-start")
    shooting.click("Use the built-in engine")
    shooting.wait_for(window.workspace.page.form.isVisible, "the form is shown")
    album.take("queue-empty")


def add_short_jobs(album: Album) -> None:
    """One that fails in part and one that is done, both with their ends."""
    shooting = album.shooting
    shooting.add_job("small-loop", LOOPS)
    shooting.add_job("image-upscale", PRINTS)
    shooting.wait_for(album.all_ended, "two jobs have ended")


def take_busy(album: Album) -> None:
    """One job runs, unfolded and with its preview; two wait."""
    shooting, queue = album.shooting, album.window.queue
    shooting.choose_workflow("camera-move")
    shooting.type_into("Frames", _FRAMES)
    shooting.add_job("camera-move", HOLIDAY)
    running = JobId(max(queue.model.ids))
    for name in (MORE_PRINTS, LONG_NAME):
        shooting.add_job("image-upscale", name)
    shooting.choose_workflow("camera-move")
    shooting.wait_for(lambda: album.job(HOLIDAY).counts.succeeded >= 1, "a clip is done")
    queue.view.choose(running)
    queue.source.open_jobs.set_open(running, True)
    shooting.wait_for(lambda: album.job(HOLIDAY).counts.succeeded >= 2, "two clips are done")
    album.take("main")


def take_ended(album: Album) -> None:
    """Done, nothing found, canceled."""
    shooting, queue = album.shooting, album.window.queue
    album.choose(HOLIDAY)
    album.take("done")
    queue.bar.search.setText("lighthouse")
    queue.bar.search_now()
    shooting.wait_for(lambda: not queue.model.ids, "nothing is found")
    album.take("queue-no-hits")
    queue.bar.show_all()
    shooting.wait_for(lambda: bool(queue.model.ids), "all jobs are shown again")
    _take_loading(album)


def take_offline(album: Album, app: App) -> None:
    """An engine that does not answer, and texts that are too long for every place."""
    shooting, window = album.shooting, album.window
    silent = app.services.lanes.use_comfyui("http://127.0.0.1:9")
    shooting.click("Pause")
    shooting.click("Resume")  # the worker looks at its engines again
    shooting.wait_for(lambda: bool(window.queue.banners.lanes), "the engine that does not answer is told")
    album.choose(LONG_NAME)
    album.take("offline-long-texts")
    window.workspace.engines.choose()
    in_use = window.workspace.page.first_start.in_use
    shooting.wait_for(lambda: len(in_use.findChildren(EngineLine)) > 1, "both engines are listed")
    album.take("engines")
    shooting.click("Back to the form")
    told = window.workspace.engine_chosen
    shooting.desktop.calls.ask(window, lambda desk: desk.engines.remove(silent.id), lambda _: told.emit(""))
    shooting.wait_for(lambda: not window.queue.banners.lanes, "the engine is gone")


def take_paused(album: Album) -> None:
    """Many jobs wait: held, marked, with notes, with priority; in groups, several chosen; canceled."""
    shooting, queue = album.shooting, album.window.queue
    shooting.click("Pause")
    for number in range(_MANY):
        shooting.add_job("image-upscale", f"Prints, part {number + 1}")
    ids = queue.model.ids
    waiting = [JobId(one) for one in ids[:_MANY]]
    album.take("paused-many-jobs", lambda: queue.view.choose(waiting[_MANY // 2]))
    _mark(album, waiting)
    album.take("held-marked-noted", lambda: queue.view.choose(waiting[2]))
    queue.bar.menu.set_choice(ViewChoice(group="day", facts=("workflow", "amount", "note")))
    queue.bar.menu.changed.emit()
    queue.view.scrollToTop()
    keys = waiting[1 : 1 + _CHOSEN]
    _choose_all(album, keys)
    album.take("groups-selection")
    album.take("bulk-actions", lambda: queue.commands.run(RowAction.MORE, keys, queue.view.mapToGlobal(QPoint())))
    album.take("confirm-cancel", lambda: _ask_to_cancel(album, keys))
    _ask_to_cancel(album, keys)
    box = next(one for one in shooting.others() if isinstance(one, Question))
    next(one for one in box.buttons() if box.buttonRole(one) is Role.DestructiveRole).click()
    shooting.wait_for(lambda: _state(album, keys[0]) is PromptStatus.CANCELED, "the jobs are canceled")
    queue.bar.menu.set_choice(ViewChoice())
    queue.bar.menu.changed.emit()
    album.take("canceled", lambda: queue.view.choose(keys[0]))


def _take_loading(album: Album) -> None:
    """As with a slow disk at the start: the list is expected, and late enough for words."""
    shooting, queue = album.shooting, album.window.queue
    queue.loading.expect()
    shooting.wait_for(lambda: bool(queue.loading.words.text()), "the list is late")
    queue.pages.setCurrentWidget(queue.loading)
    album.take("queue-loading")
    queue.loading.stop()
    queue.pages.setCurrentWidget(queue.view)


def _mark(album: Album, waiting: list[JobId]) -> None:
    commands = album.window.queue.commands
    commands.run(RowAction.HOLD, waiting[1:3], QPoint())
    commands.run(RowAction.STOP_AFTER, waiting[4:5], QPoint())
    commands.run(RowAction.EARLIER, waiting[5:6], QPoint())
    for at, colour in enumerate(("blue", "green", "yellow", "orange", "pink", "violet")):
        commands.editing.mark(waiting[at : at + 1], colour)
    noted = waiting[2:4]
    album.shooting.desktop.calls.ask(album.window, lambda desk: desk.editing.set_note(noted, _NOTE))
    known = album.window.queue.source.job
    album.shooting.wait_for(
        lambda: known(waiting[5]).colour == "violet" and known(noted[1]).note == _NOTE, "marks and notes are kept"
    )
    album.window.queue.bar.menu.set_choice(ViewChoice(facts=("workflow", "amount", "note")))
    album.window.queue.bar.menu.changed.emit()
    album.window.queue.view.choose(waiting[2])


def _choose_all(album: Album, keys: list[JobId]) -> None:
    view, model = album.window.queue.view, album.window.queue.model
    view.choose(keys[0])
    flags = view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows
    for key in keys[1:]:
        view.selectionModel().select(model.index(model.row(key)), flags)


def _ask_to_cancel(album: Album, keys: list[JobId]) -> None:
    album.window.queue.commands.run(RowAction.CANCEL, keys, QPoint())
    album.shooting.wait_for(lambda: bool(album.shooting.others()), "the question is asked")


def _state(album: Album, job_id: JobId) -> PromptStatus | None:
    job = album.window.queue.source.job(job_id)
    return job.status if job is not None else None
