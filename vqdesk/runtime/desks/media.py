"""Questions of the window about files: which, what they are, and how they look.

None of them can hold up another part of the program: a folder on a dead network costs a thread and is told.
"""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from vqdesk.domain.errors import InputUnusable
from vqdesk.ports import Files, Media
from vqdesk.runtime.apart import PATIENCE_S, answer_of, apart, behind_the_window
from vqdesk.services.candidates import Candidates, CandidateScan, Expansion
from vqdesk.services.staging import input_path


class MediaDesk:
    """All methods raise UserError with words for the user."""

    def __init__(self, scan: CandidateScan, media: Media, files: Files, patience_s: float = PATIENCE_S) -> None:
        self._scan = scan
        self._media = media
        self._files = files
        self._patience_s = patience_s
        self._decoders = asyncio.Semaphore(max(2, os.cpu_count() or 2))

    async def expand(self, paths: Sequence[str], kind: str) -> Expansion:
        """The files that these paths stand for; `kind` is image or video."""
        place = input_path(paths[0]) if paths else Path()
        return await answer_of(self._patience_s, place, self._scan.expand, paths, kind)

    async def look_at(self, paths: Sequence[str], kind: str) -> Candidates:
        """What of these files can be an input; one that does not answer is told as refused."""
        return await apart(behind_the_window(self._scan.look_at), paths, kind)

    async def files_of(self, folder: str, kind: str) -> Expansion:
        """The files of a folder now, and what of it cannot be read.

        Raises InputUnusable when it is away or is no folder.
        """
        place = input_path(folder)
        return await answer_of(self._patience_s, place, self._scan.files_of, place, kind)

    async def thumbnail(self, path: str, edge: int, first_frame: bool = False) -> bytes:
        """JPEG with the long side at most `edge` pixels; of a clip a telling frame, or the first.

        Raises InputUnusable.
        """
        async with self._decoders:
            make = behind_the_window(self._media.thumbnail)
            return await answer_of(self._patience_s, Path(path), make, Path(path), edge, first_frame)

    async def frame(self, path: str, second: float, edge: int) -> bytes:
        """JPEG of a clip's frame at a time in seconds. Raises InputUnusable."""
        async with self._decoders:
            return await answer_of(self._patience_s, Path(path), self._media.video_frame, Path(path), second, edge)

    async def keep_picture(self, data: bytes) -> str:
        """The file of a picture that came without one. Raises InputUnusable, OutputUnwritable."""
        extension = _extension_of(data)
        if not extension:
            raise InputUnusable(
                "What was given is not a picture.",
                "It is neither PNG, JPEG nor WebP.",
                "Save it as a file and add that.",
            )
        return str(await apart(self._files.keep_picture, data, extension))


def _extension_of(data: bytes) -> str:
    if data.startswith(b"\x89PNG"):
        return "png"
    if data.startswith(b"\xff\xd8"):
        return "jpg"
    if data.startswith(b"BM"):
        return "bmp"
    return "webp" if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else ""
