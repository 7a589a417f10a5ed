"""A real queue panel over many jobs: opened anew, filtered, searched and scrolled, with the time of each."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from reporting import report

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from vqdesk import bootstrap
from vqdesk.ui.camera import Camera, camera
from vqdesk.ui.queue.lines import is_job
from vqdesk.ui.queue.panel import QueuePanel

_STEPS = 300
_SETTLE_MS = 1_500
_BEAT_MS = 2  # the wait for events ends at the latest then


class _Painted:
    """Waits until the rows that are in view have arrived, and paints them."""

    def __init__(self, shooting: Camera, panel: QueuePanel) -> None:
        self._shooting = shooting
        self._panel = panel
        self._beat = QTimer(panel, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.start()

    def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from `act` until the rows of the new list are on the screen."""
        arrived: list[int] = []
        self._panel.model.restructured.connect(lambda: arrived.append(1))
        started = time.perf_counter()
        act()
        while not arrived or not self._are_rows_here():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as a window waits
        self._panel.view.viewport().repaint()
        return (time.perf_counter() - started) * 1000

    def _are_rows_here(self) -> bool:
        view, model = self._panel.view, self._panel.model
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        last = last if last >= 0 else model.rowCount() - 1
        keys = [model.key(row) for row in range(max(0, first), last + 1)]
        return bool(keys) and all(self._panel.source.jobs.get(key) is not None for key in keys if is_job(key))


def _opened(shooting: Camera) -> float:
    panel = QueuePanel(shooting.desktop.calls)
    panel.resize(1184, 620)
    panel.show()
    taken = _Painted(shooting, panel).after(panel.start)
    panel.hide()
    panel.deleteLater()
    QApplication.processEvents()
    return taken


def _searched(painted: _Painted, panel: QueuePanel, text: str) -> float:
    """From the end of the pause after the last key."""
    panel.bar.search.setText(text)
    return painted.after(panel.bar.search_now)


def _grouped(painted: _Painted, panel: QueuePanel, words: str) -> float:
    """By an entry of the menu; orders, which come first, may have the same words."""
    return painted.after([one for one in panel.bar.menu.actions() if one.text() == words][-1].trigger)


def _frames(panel: QueuePanel) -> list[float]:
    """Painting after each step of the wheel, from top to bottom and with jumps."""
    bar, times = panel.view.verticalScrollBar(), []
    for step in range(_STEPS):
        bar.setValue(bar.value() + 120 if step % 10 else bar.maximum() * step // _STEPS)
        started = time.perf_counter()
        panel.view.viewport().repaint()
        QApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
    return times


def _memory_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _measure(shooting: Camera, rounds: int) -> None:
    window = shooting.desktop.window
    window.resize(1920, 1080)
    panel = window.queue
    shooting.wait_for(lambda: panel.is_loaded, "the jobs are listed")
    shooting.rest(_SETTLE_MS)
    painted = _Painted(shooting, panel)
    opened = [_opened(shooting) for _ in range(rounds)]
    filtered, searched, grouped = [], [], []
    for at in range(rounds):
        for state in ("failed", "succeeded", ""):
            filtered.append(painted.after(panel.bar.chips[state].click))
        for text in (f"take {17 + at}", "water dusk", "status:failed workflow:wan"):
            searched.append(_searched(painted, panel, text))
        painted.after(panel.bar.show_all)
        for words in ("By run", "By day", "By workspace", "By workflow", "No groups"):
            grouped.append(_grouped(painted, panel, words))
    frames = _frames(panel)
    report(
        "queue",
        open_ms=opened,
        filter_ms=filtered,
        search_ms=searched,
        group_ms=grouped,
        frame_ms=frames,
        memory_mb=_memory_mb(),
    )


def _main(home: str, rounds: str) -> None:
    app = bootstrap.build(home)
    with camera(app) as shooting:
        _measure(shooting, int(rounds))
    app.close()


_main(*sys.argv[1:])
