"""Everything but the window works where Qt is not installed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORT_ALL = """
import sys
sys.modules["PySide6"] = sys.modules["qasync"] = None  # importing them raises now
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_every_module_outside_the_window_is_imported_without_qt():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "vqdesk").rglob("*.py")
        if "ui" not in path.parts and path.name != "__main__.py"
    ]
    assert len(names) > 80
    ended = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_the_tests_of_this_folder_ask_for_no_qt():
    for path in (ROOT / "tests" / "unit").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert path == Path(__file__) or ("import PySide6" not in text and "qtbot" not in text), path
