"""Starts the desktop as `vqdesk` does; tells of its first paint and of the first rows of the queue, then ends."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vqdesk import garbage

garbage.leave()

from vqdesk.cli.root import cli  # noqa: E402  after that, as in `vqdesk`
from vqdesk.parts import parts  # noqa: E402

garbage.collect_again()

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMainWindow

    from vqdesk.runtime.app import App

_HEAVY = ("cv2", "av", "pydantic", "numpy", "PIL", "ruamel.yaml")
_LOOK_MS = 2


def _open_watched(app: "App", files: Sequence[str]) -> int:
    garbage.leave()
    from reporting import FirstPaint

    from vqdesk.ui.app import make_application

    watch = FirstPaint(make_application(), _painted)
    ended = parts().open_desktop(app, files)
    watch.deleteLater()
    return ended


def _painted(window: "QMainWindow") -> None:
    from PySide6.QtCore import QTimer
    from reporting import report

    report("painted", early=[name for name in _HEAVY if name in sys.modules])
    looking = QTimer(window, interval=_LOOK_MS)
    looking.timeout.connect(lambda: _close_with_rows(window, looking))
    looking.start()


def _close_with_rows(window: "QMainWindow", looking: "QTimer") -> None:
    from reporting import report

    queue = window.queue
    if queue.model.ids and queue.source.job(queue.model.ids[0]):
        looking.stop()
        report("rows")
        window.close()


cli.main(args=sys.argv[1:], prog_name="vqdesk", obj=replace(parts(), open_desktop=_open_watched))
