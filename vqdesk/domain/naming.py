"""Names of output folders and files: readable, safe on every system, never out of the output root (R-O1, R-O2)."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from vqdesk.domain.job import Prompt

TASK_FOLDERS: Final[Mapping[str, str]] = {
    "text_to_image": "generation/text_to_image",
    "text_to_video": "generation/text_to_video",
    "image_to_video": "generation/image_to_video",
    "vace": "generation/vace",
    "inpaint": "editing/inpaint",
    "edit": "editing/edit",
    "style": "editing/style",
    "frame_extraction": "specialized/frame_extraction",
    "interpolation": "specialized/interpolation",
    "upscale": "specialized/upscale",
    "visualization": "specialized/visualization",
}
"""Task type → folder below the output root."""

_PICTURES = frozenset({"png", "jpg", "jpeg", "webp", "gif", "apng", "avif", "tif", "tiff", "exr"})
_CLIPS = frozenset({"mp4", "mov", "mkv", "webm", "avi"})
_SOUNDS = frozenset({"wav", "flac", "mp3", "ogg", "opus", "m4a"})
_OTHERS = frozenset({"latent", "safetensors", "txt", "json", "glb", "obj", "ply"})
_KNOWN_EXTENSIONS = _PICTURES | _CLIPS | _SOUNDS | _OTHERS
_UNKNOWN_EXTENSION = "bin"  # a double click must never start what a server sent
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MAX_PART_CHARS = 60
_MAX_PART_BYTES = 180  # file systems count bytes: 255 for a whole name


def output_folder(task_type: str, number: int, job_name: str) -> str:
    """Folder of a job below the output root: "generation/image_to_video/0041_lake-at-dusk".

    Raises KeyError for a task type that is not in the table.
    """
    title = re.sub(r"[\s+,;-]+", "-", safe_part(job_name).lower()).strip("-")
    return f"{TASK_FOLDERS[task_type]}/{number:04d}{f'_{title}' if title else ''}"


def output_name(prompt: Prompt, number: int, tries: int, remote_filename: str, index: int = 0) -> str:
    """File name of a prompt's output: "lake_boats_0041-008_try2_seed884121307.mp4".

    `number` and `tries` are the job's; `index` counts the files of one prompt from 0. Of the server's name only
    a well-known extension is kept.
    """
    stem = safe_part(_file_name(prompt.source_path).rpartition(".")[0]).replace(" ", "_")
    parts = [
        stem,
        f"{number:04d}-{prompt.ordinal:03d}",
        f"try{prompt.try_number}" if tries > 1 else "",
        f"seed{prompt.seed}" if prompt.seed is not None else "",
        f"{index + 1:02d}" if index else "",
    ]
    return f"{'_'.join(part for part in parts if part)}.{_safe_extension(remote_filename)}"


def safe_part(text: str) -> str:
    """A piece of a file name: forbidden and invisible characters out, at most 60 characters; may be empty."""
    visible = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or not unicodedata.category(char).startswith("C")
    )
    clean = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", visible)).strip(" .-")[:_MAX_PART_CHARS]
    clean = clean.encode()[:_MAX_PART_BYTES].decode(errors="ignore").strip(" .-")
    return f"_{clean}" if clean.partition(".")[0].lower() in _RESERVED else clean


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts "shot 2" before "shot 10"."""
    pieces = re.split(r"([0-9]+)", text.casefold())
    return tuple((0, int(piece), "") if n % 2 else (1, 0, piece) for n, piece in enumerate(pieces))


def _file_name(path: str) -> str:
    name = re.split(r"[/\\]", path)[-1]
    return name if "." in name.lstrip(".") else f"{name}."


def _safe_extension(filename: str) -> str:
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    return extension if extension in _KNOWN_EXTENSIONS else _UNKNOWN_EXTENSION
