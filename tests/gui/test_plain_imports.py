"""The window's process imports as Python does."""

import importlib
import inspect
import sys

import pytest

from vqdesk.ui import plain_imports


def test_no_source_is_read_while_a_module_is_imported(qapp, tmp_path, monkeypatch) -> None:
    plain_imports.restore()
    (tmp_path / "lately_imported.py").write_text(
        "import colorsys\nfrom colorsys import rgb_to_hsv\n", encoding="ascii"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(inspect, "getsource", lambda _module: pytest.fail("its source was read"))
    with pytest.raises(TypeError):
        qapp.setApplicationName(object())  # loads the part of PySide that looks at imports
    sys.modules.pop("colorsys", None)
    assert importlib.import_module("lately_imported").rgb_to_hsv
