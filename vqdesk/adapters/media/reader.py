"""The port `Media`: what a file is, by its content, and how it looks."""

from pathlib import Path

from vqdesk.adapters.media import clips, problems, stills
from vqdesk.adapters.media.exif_preview import exif_preview
from vqdesk.adapters.media.thumbnails import ThumbnailCache
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.media import MediaFacts, MediaKind

SNIFFED_BYTES = 512
PICTURE_NAMES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"})
THUMBNAIL_PART = 1 / 3  # of a clip: its start is often its input, its end often still
CLIP_NAMES = frozenset({".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"})


class MediaReader:
    """Blocking; use it in a pool. Needs nothing but files and the folder of the thumbnail cache."""

    def __init__(self, thumbnails: ThumbnailCache) -> None:
        self._thumbnails = thumbnails

    def probe(self, path: Path) -> MediaFacts:
        """Facts of a picture or clip. Raises InputUnusable (missing, empty, text, corrupt, too large)."""
        size = _size(path)
        try:
            header = stills.read_header(path)
            if header is not None:
                stills.check_end(path, header.format)
                return _still(header, size)
            facts = clips.read_facts(path)
        except OSError as error:
            raise problems.unreadable(path, error) from error
        if facts is None:
            raise problems.text(path) if _is_text(path) else problems.unknown(path)
        return facts

    def thumbnail(self, path: Path, edge: int, first_frame: bool = False) -> bytes:
        """JPEG with the long side at most `edge` pixels, upright; of a clip a frame that says most, or its first.

        Raises InputUnusable.
        """
        _size(path)
        part = 0.0 if first_frame else THUMBNAIL_PART
        try:
            return self._thumbnails.get(path, f"{edge}@{part:.2f}", lambda: self._make_thumbnail(path, edge, part))
        except OSError as error:
            raise problems.unreadable(path, error) from error

    def _make_thumbnail(self, path: Path, edge: int, part: float) -> bytes:
        header = stills.read_header(path)
        if header is not None:
            preview = exif_preview(path, header, edge)
            return stills.jpeg(stills.small_copy(path, header, edge) if preview is None else preview)
        second = self.probe(path).duration_s * part if part else 0.0
        return stills.jpeg(stills.shrink(clips.frame_at(path, second), edge))

    def video_frame(self, path: Path, second: float, edge: int) -> bytes:
        """JPEG of the frame shown at a time in seconds, the long side at most `edge`. Raises InputUnusable."""
        _size(path)
        return stills.jpeg(stills.shrink(clips.frame_at(path, second), edge))

    def verify_output(self, path: Path, content: bytes | None = None) -> MediaFacts:
        """Facts after decoding a picture fully, or reading a clip to its end. Raises InputUnusable when broken.

        What is neither, and does not say so by its name either, comes back as kind OTHER. `content` is that of
        the file, when it is at hand.
        """
        try:
            if content is not None and (facts := _picture(path, content)):
                return facts
            facts = self.probe(path)
        except InputUnusable:
            if path.suffix.lower() in PICTURE_NAMES | CLIP_NAMES:
                raise
            return MediaFacts(MediaKind.OTHER, 0, 0, path.stat().st_size)
        if facts.kind is MediaKind.VIDEO:
            return clips.read_whole(path)
        stills.decode_fully(path)
        return facts


def _picture(path: Path, content: bytes) -> MediaFacts | None:
    """Facts of a picture after decoding it from memory; None for anything else. Raises InputUnusable."""
    try:
        header = stills.read_fully(path, content)
    except OSError as error:
        raise problems.unreadable(path, error) from error
    return None if header is None else _still(header, len(content))


def _still(header: stills.StillHeader, size: int) -> MediaFacts:
    return MediaFacts(MediaKind.IMAGE, header.width, header.height, size, codec=header.format.lower())


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            raise problems.folder(path)
        size = path.stat().st_size
        path.open("rb").close()
    except FileNotFoundError as error:
        raise problems.missing(path) from error
    except OSError as error:
        raise problems.unreadable(path, error) from error
    if size == 0:
        raise problems.empty(path)
    return size


def _is_text(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(SNIFFED_BYTES)
    try:
        words = start.decode("utf-8")
    except UnicodeDecodeError as error:
        words = start[: error.start].decode("utf-8") if error.start > len(start) - 4 else "\0"
    return all(sign.isprintable() or sign.isspace() for sign in words)
