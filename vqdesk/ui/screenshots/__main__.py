"""Takes all pictures as users with an empty home see them, on a usual screen and on one of twice the scale."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vqdesk.locations import resources_dir, self_command
from vqdesk.ui.screenshots.album import ULTRA_HD
from vqdesk.ui.screenshots.few_bytes import make_small

_SCALES = (1, 2)


def main(folder: str) -> int:
    """Fills a folder with the pictures of all states; returns the exit code."""
    with tempfile.TemporaryDirectory() as room, ThreadPoolExecutor() as pool:
        codes = list(pool.map(lambda scale: _take(Path(folder).resolve(), Path(room), scale), _SCALES))
        list(pool.map(make_small, Path(folder).glob("*/*.png")))
    return max(codes)


def _take(folder: Path, room: Path, scale: int) -> int:
    home = room / f"home-{scale}"
    photos = home / "Pictures"
    photos.mkdir(parents=True)
    for sample in (resources_dir() / "samples").glob("*.jpg"):
        shutil.copy(sample, photos)
    screen = room / f"screen-{scale}.json"
    size = {"x": 0, "y": 0, "width": ULTRA_HD[0], "height": ULTRA_HD[1], "logicalDpi": 96, "dpr": 1}
    screen.write_text(json.dumps({"screens": [{"name": "screen", **size}]}), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "VQDESK_"))}
    own = {
        "HOME": str(home),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
    }
    command = self_command(["window-pictures", str(folder), str(photos)])
    return subprocess.run(command, env=kept | own, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
