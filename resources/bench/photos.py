"""A real window: a folder of photos is dropped and scrolled through as they come. Tells its longest pause."""

import sys
import time
from pathlib import Path

from pulse import Pulse
from PySide6.QtCore import QTimer
from reporting import report

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vqdesk import bootstrap
from vqdesk.ui.camera import Camera, camera

_SETTLE_MS = 1_500
_NOTCH_MS = 30  # a wheel that is turned without a rest
_NOTCH_PX = 60
_PAGES_MS = 150


def _measure(shooting: Camera, folder: str, photos: int) -> None:
    media = shooting.desktop.window.workspace.page.media
    shooting.desktop.window.resize(1920, 1080)
    shooting.wait_for(lambda: shooting.desktop.window.workspace.is_open, "the workspace is read")
    shooting.rest(_SETTLE_MS)  # the libraries are loaded by the sample photos
    pulse = Pulse()
    pulse.start()
    bar = media.grid.verticalScrollBar()
    wheel = QTimer(interval=_NOTCH_MS)
    wheel.timeout.connect(lambda: bar.setValue(bar.value() + _NOTCH_PX))
    wheel.start()
    started = time.perf_counter()
    media.add([folder])
    shooting.wait_for(lambda: media.model.rowCount() == photos and not media.is_busy, "all photos are listed")
    seconds = time.perf_counter() - started
    shooting.wait_for(lambda: bar.value() >= bar.maximum(), "the end is reached")
    wheel.stop()
    bar.setValue(0)
    while bar.value() < bar.maximum():  # page by page, as by dragging the scroll bar
        bar.setValue(bar.value() + media.grid.height())
        shooting.rest(_PAGES_MS)
    worst = {"longest_pause_ms": pulse.longest_s * 1000, "longest_work_ms": pulse.longest_work_s * 1000}
    report("photos", listed_s=seconds, **worst)


def _main(home: str, folder: str, photos: str) -> None:
    app = bootstrap.build(home)
    with camera(app) as shooting:
        _measure(shooting, folder, int(photos))
    app.close()


_main(*sys.argv[1:])
