"""Icons for Windows and macOS, made of the drawing: `python packaging/icons.py`. Run before PyInstaller there."""

import io
import os
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
EDGE = 1024


def drawn() -> Image.Image:
    """The drawing at its largest size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    assert application
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QIcon(str(ROOT / "resources/app/vqdesk.svg")).pixmap(EDGE, EDGE).save(buffer, "PNG")
    return Image.open(io.BytesIO(raw.data()))


def main() -> None:
    """Writes packaging/icons/vqdesk.ico and .icns."""
    folder = ROOT / "packaging/icons"
    folder.mkdir(exist_ok=True)
    picture = drawn()
    picture.save(folder / "vqdesk.ico", sizes=[(edge, edge) for edge in (16, 24, 32, 48, 64, 128, 256)])
    picture.save(folder / "vqdesk.icns")


if __name__ == "__main__":
    main()
