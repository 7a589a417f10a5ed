"""Where Python's garbage is collected while a window is open."""

import gc
import threading

from PySide6.QtWidgets import QWidget

from vqdesk.ui.tidying import Tidying


class Ring:
    """Garbage that only the collector finds. It notes who took it apart."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        self.me, self.seen, self.widget = self, seen, None

    def __del__(self) -> None:
        self.seen.append(threading.current_thread())


def test_garbage_of_any_thread_is_taken_apart_in_the_window_s_thread(qtbot):
    seen: list[threading.Thread] = []
    tidying = Tidying(look_ms=5)
    kept: list[list[object]] = []
    gc.enable()
    tidying.start()
    try:
        for _ in range(10):
            Ring(seen).widget = QWidget()
        other = threading.Thread(target=lambda: [[] for _ in [[[]] for _ in range(5_000)]])
        other.start()
        other.join()
        assert not seen

        def is_tidy() -> bool:
            kept.extend([] for _ in range(1_000))  # as many new objects as a collection needs
            return len(seen) == 10

        qtbot.waitUntil(is_tidy)
    finally:
        tidying.stop()
    assert set(seen) == {threading.main_thread()}
    assert gc.isenabled()
    gc.disable()  # as the other tests of this folder have it


def test_old_garbage_is_looked_for_when_nobody_does_anything(qtbot):
    """Looking through all objects takes longer than a hand that scrolls may wait."""
    seen: list[threading.Thread] = []
    tidying = Tidying(look_ms=5, whole_after=3_000)
    kept: list[list[object]] = []
    ring = Ring(seen)
    gc.collect()
    gc.collect()  # it is old now
    tidying.start()
    try:
        del ring
        for _ in range(4):
            with qtbot.waitSignal(tidying.looked):
                kept.extend([] for _ in range(20_000))
        assert not seen, "the window is busy"
        kept.extend([] for _ in range(1_000))
        qtbot.waitUntil(lambda: len(seen) == 1)
    finally:
        tidying.stop()
