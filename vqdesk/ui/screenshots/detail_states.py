"""States of the part of the window that is about one job."""

from vqdesk.ui.detail.tabs import DetailTabs
from vqdesk.ui.logs.page import LogPage
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
    album.take("detail-graph", body.tabs.bar.used.emit)
    graph = body.tabs.graph
    graph.unfold.click()
    graph.search.setText("image")
    album.take("detail-graph-search", body.tabs.bar.used.emit)
    graph.search.clear()
    graph.unfold.click()
    body.tabs.show_page(body.tabs.prompts)
    album.take("detail-prompts", body.tabs.bar.used.emit)


def take_log(album: Album) -> None:
    """The log of the job, searched; then that of the program."""
    tabs, shooting = album.window.detail.body.tabs, album.shooting
    log = tabs.log
    tabs.show_page(log)
    shooting.wait_for(lambda: log.lines.count() > 0, "the log is read")
    log.tools.search.setText("failed")
    shooting.wait_for(lambda: bool(log.lines.matches), "something is found")
    album.take("detail-log", lambda: (tabs.bar.used.emit(), log.tools.next.click()))
    log.tools.search.clear()
    box = log.tools.source
    shooting.wait_for(lambda: box.count() > 1, "the other logs are known")
    _choose_log(log, 1)
    shooting.wait_for(lambda: log.lines.count() > 0, "the log of the program is read")
    album.take("detail-log-program", tabs.bar.used.emit)
    _choose_log(log, 0)


def take_done(album: Album) -> None:
    """What went in and what came out."""
    album.choose(PRINTS)
    tabs: DetailTabs = album.window.detail.body.tabs
    tabs.show_page(tabs.outputs)
    album.take("detail-outputs", tabs.bar.used.emit)
    tabs.show_page(tabs.parameters)
    album.take("detail-parameters", tabs.bar.used.emit)
    tabs.show_page(tabs.outputs)


def _choose_log(log: LogPage, at: int) -> None:
    log.tools.source.setCurrentIndex(at)
    log.tools.source.activated.emit(at)
