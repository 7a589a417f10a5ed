"""The engine's own input, output and temp folders, and the name rules of ComfyUI for them."""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("input", "output", "temp")
KEEP_OUTPUTS_S = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class SaveTarget:
    """Where a save node writes: `<folder>/<stem>_<number>_.<extension>`."""

    folder: Path
    subfolder: str
    stem: str
    first_number: int

    def name(self, index: int, extension: str) -> str:
        """File name of the picture `index` of a batch; `%batch_num%` in the prefix becomes the index."""
        stem = self.stem.replace("%batch_num%", str(index))
        return f"{stem}_{self.first_number + index:05}_.{extension}"


class Storage:
    """Folders `<root>/{input,output,temp}`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def prepare(self) -> None:
        """Makes the folders, empties temp, and drops outputs older than a week."""
        shutil.rmtree(self.root / "temp", ignore_errors=True)
        for name in FOLDERS:
            (self.root / name).mkdir(parents=True, exist_ok=True)
        _prune(self.root / "output", older_than=time.time() - KEEP_OUTPUTS_S)

    def folder(self, kind: str) -> Path | None:
        """The folder of a `type` (input, output, temp), None for any other word."""
        return self.root / kind if kind in FOLDERS else None

    def within(self, kind: str, subfolder: str, name: str = "") -> Path | None:
        """A path under the folder of `kind`, or None when it would lie outside."""
        base = self.folder(kind)
        if base is None or "\0" in subfolder or "\0" in name:
            return None
        path = Path(os.path.abspath(base / subfolder / name))  # noqa: PTH100 - must not follow links
        return path if path.is_relative_to(base) else None

    def locate(self, annotated: str) -> Path | None:
        """File of a loader input such as "sub/a.png" or "a.png [output]"; None when there is none."""
        name, kind = split_annotation(annotated)
        path = self.within(kind or "input", "", name)
        return path if path is not None and path.is_file() else None

    def listing(self, media: str) -> list[str]:
        """Names in the root of the input folder whose extension says `media` ("image" or "video")."""
        known = _EXTENSIONS[media]
        return sorted(entry.name for entry in os.scandir(self.root / "input") if _has(entry, known))

    def save_target(self, kind: str, prefix: str, width: int, height: int) -> SaveTarget:
        """Folder and next number for a file name prefix. Raises ValueError for a prefix outside."""
        prefix = _fill_in(prefix, width, height) if "%" in prefix else prefix
        clean = os.path.normpath(prefix)
        subfolder, stem = os.path.split(clean)
        folder = self.within(kind, subfolder)
        if folder is None:
            raise ValueError(f"Saving image outside the output folder is not allowed: {prefix}")
        folder.mkdir(parents=True, exist_ok=True)
        return SaveTarget(folder, subfolder, stem, _next_number(folder, stem))


def split_annotation(name: str) -> tuple[str, str]:
    """ "a.png [output]" → ("a.png", "output"); without annotation the second part is empty."""
    for kind in FOLDERS:
        if name.endswith(f" [{kind}]"):
            return name[: -len(kind) - 3], kind
    return name, ""


_EXTENSIONS = {
    "image": frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heic"}),
    "video": frozenset({".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v", ".mpg", ".mpeg"}),
}


def _has(entry: os.DirEntry[str], extensions: frozenset[str]) -> bool:
    return entry.is_file() and os.path.splitext(entry.name)[1].lower() in extensions  # noqa: PTH122 - a str


def _next_number(folder: Path, stem: str) -> int:
    lead = os.path.normcase(stem) + "_"
    numbers = [0]
    for name in os.listdir(folder):  # noqa: PTH208 - names only, as it runs for every save
        if os.path.normcase(name).startswith(lead):
            digits = name[len(lead) :].split("_")[0]
            numbers.append(int(digits) if digits.isdecimal() else 0)
    return max(numbers) + 1


def _fill_in(prefix: str, width: int, height: int) -> str:
    now = time.localtime()
    values = {
        "width": str(width),
        "height": str(height),
        "year": str(now.tm_year),
        "month": f"{now.tm_mon:02}",
        "day": f"{now.tm_mday:02}",
        "hour": f"{now.tm_hour:02}",
        "minute": f"{now.tm_min:02}",
        "second": f"{now.tm_sec:02}",
    }
    for word, value in values.items():
        prefix = prefix.replace(f"%{word}%", value)
    return prefix


def _prune(folder: Path, older_than: float) -> None:
    for path in _files_below(folder):
        if path.lstat().st_mtime < older_than:
            path.unlink(missing_ok=True)
    for inner, _, _ in os.walk(folder, topdown=False):
        if Path(inner) != folder and not any(os.scandir(inner)):
            Path(inner).rmdir()


def _files_below(folder: Path) -> Iterator[Path]:
    for inner, _, names in os.walk(folder):
        yield from (Path(inner) / name for name in names)
