"""Shared by the gui tests: no screen needed, and the theme is on before the first widget."""

import gc
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real_window import PATIENCE_MS, RealWindow, opened

from vqdesk.ui import plain_imports
from vqdesk.ui.theme.apply import ThemeSwitch, apply_theme
from vqdesk.ui.theme.tokens import Choice, Theme

_TESTS = count(1)
_WHOLE_EVERY = 20


class PatientBot(QtBot):
    """Waits for a state as long as a slow and crowded machine may need."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's own, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def _theme_switch(qapp: QApplication) -> ThemeSwitch:
    plain_imports.restore()
    return apply_theme(qapp, Choice("dark"))


@pytest.fixture(scope="session", autouse=True)
def _no_collector() -> None:
    """Else the worker of a new window could take widgets of earlier tests apart, and hang for ever."""
    gc.disable()


@pytest.fixture(autouse=True)
def _tidy(_no_collector: None) -> Iterator[None]:
    """In this thread; all garbage now and then, as that takes a while."""
    yield
    gc.collect(2 if next(_TESTS) % _WHOLE_EVERY == 0 else 1)


@pytest.fixture(scope="session", autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """Emptied at the end: without a screen Qt lets go of what is on it only after Python has gone, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _pointer(qapp: QApplication) -> None:
    """Over no window: a list under the pointer of the test before keeps its order."""
    QCursor.setPos(9_999, 9_999)


@pytest.fixture(autouse=True)
def theme_switch(_theme_switch: ThemeSwitch) -> ThemeSwitch:
    """The switch of the test application, back at dark and 100 % for every test."""
    if _theme_switch.choice != Choice("dark"):
        _theme_switch.choose(Choice("dark"))
    return _theme_switch


@pytest.fixture
def theme(theme_switch: ThemeSwitch) -> Theme:
    """The theme in use."""
    return theme_switch.source.theme


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The data folder of `real_window`."""
    return tmp_path / "home"


@pytest.fixture
def real_window(qtbot, home: Path, theme_switch: ThemeSwitch) -> Iterator[RealWindow]:
    """The whole desktop on an empty data folder, at first start."""
    with opened(qtbot, home, theme_switch) as real:
        yield real
