"""States of the part of the window that is about one job."""

from PySide6.QtWidgets import QWidget

from vqdesk.domain.log_lines import LogSource
from vqdesk.ui.detail.tabs import DetailTabs
from vqdesk.ui.screenshots.album import Album
from vqdesk.ui.screenshots.queue_states import LOOPS, PRINTS


def take_failed(album: Album) -> None:
    """The error first, and its node in the graph."""
    album.choose(LOOPS)
    shooting, body = album.shooting, album.window.detail.body
    shooting.wait_for(body.failure.isVisible, "the failure is told")
    album.take("failed")
    body.failure.in_graph.click()
    shooting.wait_for(lambda: body.tabs.graph.view.current > 0, "the node is found")
    album.take("detail-graph")
    graph = body.tabs.graph
    graph.unfold.click()
    graph.search.setText("image")
    album.take("detail-graph-search")
    graph.search.clear()
    graph.unfold.click()
    _open(body.tabs, body.tabs.prompts)
    album.take("detail-prompts")


def take_log(album: Album) -> None:
    """The log of the job, searched; then that of the engine."""
    tabs, shooting = album.window.detail.body.tabs, album.shooting
    log = tabs.log
    _open(tabs, log)
    shooting.wait_for(lambda: log.lines.count() > 0, "the log is read")
    log.tools.search.setText("attempt")
    shooting.wait_for(lambda: bool(log.lines.matches), "something is found")
    album.take("detail-log")
    log.tools.search.clear()
    box = log.tools.source
    shooting.wait_for(lambda: box.count() > 1, "the other logs are known")
    engine = next(at for at in range(box.count()) if _is_engine(box.itemData(at)))
    box.setCurrentIndex(engine)
    box.activated.emit(engine)
    shooting.wait_for(lambda: log.lines.count() > 0, "the log of the engine is read")
    album.take("detail-log-engine")
    box.setCurrentIndex(0)
    box.activated.emit(0)


def take_done(album: Album) -> None:
    """What went in and what came out."""
    album.choose(PRINTS)
    tabs: DetailTabs = album.window.detail.body.tabs
    _open(tabs, tabs.outputs)
    album.take("detail-outputs")
    _open(tabs, tabs.parameters)
    album.take("detail-parameters")
    _open(tabs, tabs.outputs)


def _open(tabs: DetailTabs, page: QWidget) -> None:
    tabs.show_page(page)
    tabs.bar.used.emit()  # as a click does


def _is_engine(source: LogSource | None) -> bool:
    return source is not None and source.file_name == "engine.log"
