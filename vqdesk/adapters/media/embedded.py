"""Texts that ComfyUI and its packs write into pictures and clips: `prompt`, `workflow` and others.

Read by own walks over the file's blocks: nothing is decoded, nothing is read that is larger than MAX_TEXT_BYTES,
and a block may claim any size without that much memory being asked for. Damage ends the walk; what was found until
then counts.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from vqdesk.adapters.media import embedded_clips
from vqdesk.adapters.media.blocks import MAX_BLOCKS, MAX_TEXT_BYTES, Texts, read_at_most

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS: Final = (b"tEXt", b"zTXt", b"iTXt", b"comf")  # "comf" is ComfyUI's own, in animated PNGs
_EXIF_ASCII: Final = 2
_MAX_EXIF_ENTRIES: Final = 1000
_MAX_TEXTS: Final = 64


def read_embedded(path: Path) -> dict[str, str]:
    """Key, in lower case, to text. Empty for files without such texts and for all other kinds. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(16)
        file.seek(0)
        walk = _walk_for(start)
        texts: dict[str, str] = {}
        total = 0
        for key, text in walk(file) if walk else ():
            texts.setdefault(key.lower(), text)
            total += len(text)
            if len(texts) >= _MAX_TEXTS or total > MAX_TEXT_BYTES:
                break
        return texts


def _walk_for(start: bytes) -> Callable[[BinaryIO], Texts] | None:
    if start.startswith(_PNG):
        return _png_texts
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _webp_texts
    if start[4:8] in embedded_clips.MP4_STARTS:
        return embedded_clips.mp4_texts
    return embedded_clips.matroska_texts if start.startswith(embedded_clips.EBML) else None


def _png_texts(file: BinaryIO) -> Texts:
    """Text chunks before and after the pixels."""
    file.seek(len(_PNG))
    for _ in range(MAX_BLOCKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        length = int.from_bytes(head[:4], "big")
        if head[4:] not in _PNG_TEXTS or length > MAX_TEXT_BYTES:
            file.seek(length + 4, 1)
            continue
        key, separator, rest = read_at_most(file, length).partition(b"\0")
        file.seek(4, 1)
        text = _png_text(head[4:], rest)
        if text is None:
            return
        if separator:
            yield key.decode("latin-1"), text


def _png_text(kind: bytes, rest: bytes) -> str | None:
    """The text of a chunk after its key; None when it is damaged or grows beyond MAX_TEXT_BYTES."""
    if kind in (b"tEXt", b"comf"):
        return _text(rest)
    if kind == b"zTXt":
        return _inflated(rest[1:])
    if len(rest) < 2:
        return None
    is_compressed, body = rest[0] == 1, rest[2:].split(b"\0", 2)[-1]
    return _inflated(body) if is_compressed else _text(body)


def _inflated(packed: bytes) -> str | None:
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(packed, MAX_TEXT_BYTES)
    except zlib.error:
        return None
    return None if stream.unconsumed_tail else _text(plain)


def _text(raw: bytes) -> str:
    """ComfyUI writes UTF-8 or plain ASCII; PNG's own rule is Latin-1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _webp_texts(file: BinaryIO) -> Texts:
    """The EXIF chunk's texts; ComfyUI writes them as "key:json" into IFD0 from tag 0x0110 downwards."""
    file.seek(12)
    for _ in range(MAX_BLOCKS):
        head = file.read(8)
        if len(head) < 8:
            return
        length = int.from_bytes(head[4:], "little")
        if head[:4] == b"EXIF" and length <= MAX_TEXT_BYTES:
            for text in _exif_texts(read_at_most(file, length).removeprefix(b"Exif\0\0")):
                key, separator, value = text.partition(":")
                if separator:
                    yield key.strip(), value
            return
        file.seek(length + length % 2, 1)


def _exif_texts(exif: bytes) -> Iterator[str]:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return
    start = struct.unpack_from(f"{order}I", exif, 4)[0]
    if start + 2 > len(exif):
        return
    count = struct.unpack_from(f"{order}H", exif, start)[0]
    left = MAX_TEXT_BYTES  # entries may all point to the same long text
    for n in range(min(count, _MAX_EXIF_ENTRIES)):
        entry = start + 2 + 12 * n
        if entry + 12 > len(exif):
            return
        _, kind, length, offset = struct.unpack_from(f"{order}HHII", exif, entry)
        if kind == _EXIF_ASCII and 4 < length <= left and offset + length <= len(exif):
            left -= length
            yield _text(exif[offset : offset + length].rstrip(b"\0"))
