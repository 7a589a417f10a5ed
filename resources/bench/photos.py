"""A real window in which a folder of photos is dropped and looked through; tells its longest pause."""

import sys
import time
from pathlib import Path

from pulse import Pulse
from reporting import report

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vqdesk import bootstrap
from vqdesk.ui.screenshots import Camera, camera

_SETTLE_MS = 1_500
_LOOK_MS = 150


def _measure(shooting: Camera, folder: str, photos: int) -> None:
    media = shooting.desktop.window.workspace.page.media
    shooting.desktop.window.resize(1920, 1080)
    shooting.wait_for(lambda: shooting.desktop.window.workspace.is_open, "the workspace is read")
    shooting.rest(_SETTLE_MS)  # the libraries are loaded by the sample photos
    pulse = Pulse()
    pulse.start()
    started = time.perf_counter()
    media.add([folder])
    shooting.wait_for(lambda: media.model.rowCount() == photos and not media.is_busy, "all photos are listed")
    seconds = time.perf_counter() - started
    bar = media.grid.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + media.grid.height())
        shooting.rest(_LOOK_MS)
    report("photos", longest_pause_ms=pulse.longest_s * 1000, listed_s=seconds)


def _main(home: str, folder: str, photos: str) -> None:
    app = bootstrap.build(home)
    with camera(app) as shooting:
        _measure(shooting, folder, int(photos))
    app.close()


_main(*sys.argv[1:])
