"""Texts in clips: MP4 and MOV boxes, Matroska and WebM tags.

MP4: moov/udta/meta or moov/meta, where `keys` lists the names and `ilst` holds the values by number; without
`keys` the comment (©cmt) counts, which older VideoHelperSuite versions used for everything. Matroska: tag names,
in upper case.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from vqdesk.adapters.media.blocks import MAX_BLOCKS, MAX_TEXT_BYTES, Texts, read_at_most

MP4_STARTS: Final = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide")
EBML: Final = b"\x1a\x45\xdf\xa3"

_MAX_ITEMS: Final = 1000
_COMMENT: Final = b"\xa9cmt"
_SEGMENT, _CLUSTER, _TAGS, _TAG, _SIMPLE_TAG = 0x18538067, 0x1F43B675, 0x1254C367, 0x7373, 0x67C8
_TAG_NAME, _TAG_STRING = 0x45A3, 0x4487
_OPENED: Final = frozenset({_SEGMENT, _TAGS, _TAG, _SIMPLE_TAG})


class _Box(NamedTuple):
    """A box of an MP4: its contents lie from `start` to `end` in the file."""

    kind: bytes
    start: int
    end: int


def mp4_texts(file: BinaryIO) -> Texts:
    """Texts of the file's own metadata, not those of its tracks."""
    size = file.seek(0, 2)
    moov = _find(file, _Box(b"", 0, size), b"moov")
    if moov is None:
        return
    for place in (_find(file, moov, b"udta"), moov):
        meta = _find(file, place, b"meta") if place else None
        if meta:
            yield from _meta_texts(file, meta)


def _meta_texts(file: BinaryIO, meta: _Box) -> Texts:
    file.seek(meta.start + 4)
    if file.read(4) != b"hdlr":  # MP4's meta box begins with a version, QuickTime's does not
        meta = meta._replace(start=meta.start + 4)
    names = _key_names(file, _find(file, meta, b"keys"))
    values = _find(file, meta, b"ilst")
    for item in _boxes(file, values, _MAX_ITEMS) if values else ():
        name = "comment" if item.kind == _COMMENT else names.get(int.from_bytes(item.kind, "big"), "")
        value = next(_boxes(file, item, 1), None) if name else None
        if value and value.end - value.start <= MAX_TEXT_BYTES:
            file.seek(value.start + 8)
            yield name, read_at_most(file, value.end - value.start - 8).decode("utf-8", "replace")


def _key_names(file: BinaryIO, keys: _Box | None) -> dict[int, str]:
    if keys is None or keys.end - keys.start > MAX_TEXT_BYTES:
        return {}
    listed = _boxes(file, keys._replace(start=keys.start + 8), _MAX_ITEMS)
    names = {}
    for n, box in enumerate(listed, start=1):
        file.seek(box.start)
        names[n] = read_at_most(file, min(box.end - box.start, 200)).decode("utf-8", "replace")
    return names


def _find(file: BinaryIO, within: _Box, kind: bytes) -> _Box | None:
    return next((box for box in _boxes(file, within) if box.kind == kind), None)


def _boxes(file: BinaryIO, within: _Box, limit: int = MAX_BLOCKS) -> Iterator[_Box]:
    """The boxes inside a box; one that claims to be larger than its surroundings ends with them."""
    at = within.start
    for _ in range(limit):
        file.seek(at)
        head = file.read(16)
        if at + 8 > within.end or len(head) < 8:
            return
        size, start = int.from_bytes(head[:4], "big"), at + 8
        if size == 1:
            size, start = int.from_bytes(head[8:16], "big"), at + 16
        end = within.end if size == 0 else min(at + size, within.end)
        if end < start:
            return
        yield _Box(head[4:8], start, end)
        at = end


def matroska_texts(file: BinaryIO) -> Texts:
    """Texts of all tags; elements of unknown size, as live recordings have them, are walked through."""
    name = ""
    end = file.seek(0, 2)
    file.seek(0)
    for _ in range(MAX_BLOCKS):
        element, size = _number(file, keep_marker=True), _number(file, keep_marker=False)
        if element is None or size is None:
            return
        if element in (_TAG_NAME, _TAG_STRING) and size <= MAX_TEXT_BYTES:
            text = read_at_most(file, size).rstrip(b"\0").decode("utf-8", "replace")
            if element == _TAG_STRING:
                yield name, text
            name = text if element == _TAG_NAME else ""
        elif element not in _OPENED and not (element == _CLUSTER and size < 0):
            if file.tell() + size > end:
                return
            file.seek(max(size, 0), 1)


def _number(file: BinaryIO, *, keep_marker: bool) -> int | None:
    """A number of variable length; −1 is an unknown size, None the end of the file or damage."""
    first = file.read(1)
    if not first or first == b"\0":
        return None
    length = 9 - first[0].bit_length()
    rest = file.read(length - 1)
    if len(rest) < length - 1:
        return None
    marker = 1 << (8 - length)
    value = int.from_bytes(bytes([first[0] if keep_marker else first[0] & (marker - 1)]) + rest, "big")
    is_unknown = not keep_marker and value == (1 << (7 * length)) - 1
    return -1 if is_unknown else value
