"""Facts and thumbnails from real files: by content, with words for everything that cannot be used."""

import os
import struct
import zlib
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from vqdesk.adapters.media import MediaReader, ThumbnailCache
from vqdesk.bench.photos import exif_with_preview
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.media import MediaKind


@pytest.fixture
def reader(tmp_path: Path) -> MediaReader:
    return MediaReader(ThumbnailCache(tmp_path / "thumbs", lambda: 10**9))


def photo(width: int = 640, height: int = 480) -> Image.Image:
    noise = np.random.default_rng(7).integers(0, 255, (12, 16, 3), np.uint8)
    return Image.fromarray(noise).resize((width, height), Image.Resampling.BICUBIC)


def clip(path: Path, frames: int = 24) -> Path:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=Fraction(12), options={"g": "6"})
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for index in range(frames):
            picture = np.full((240, 320, 3), index % 24 * 10, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def png_header_only(path: Path, width: int, height: int) -> Path:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif", "bmp", "tif", "avif"])
def test_pictures_are_known_by_their_content(tmp_path: Path, reader: MediaReader, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    photo().save(path)
    renamed = path.rename(tmp_path / "named_wrongly.mp4")
    facts = reader.probe(renamed)
    assert (facts.kind, facts.width, facts.height) == (MediaKind.IMAGE, 640, 480)
    assert facts.bytes == renamed.stat().st_size


def test_a_photo_taken_upright_has_its_upright_size(tmp_path: Path, reader: MediaReader) -> None:
    turned = Image.Exif()
    turned[274] = 6
    photo().save(tmp_path / "phone.jpg", exif=turned)
    facts = reader.probe(tmp_path / "phone.jpg")
    assert (facts.width, facts.height) == (480, 640)
    small = cv2.imdecode(np.frombuffer(reader.thumbnail(tmp_path / "phone.jpg", 64), np.uint8), cv2.IMREAD_COLOR)
    assert small.shape[:2] == (64, 48)


def test_the_small_picture_of_a_camera_is_taken_unless_it_is_too_small(
    tmp_path: Path, reader: MediaReader
) -> None:
    grey = cv2.imencode(".jpg", np.full((120, 160, 3), 128, np.uint8))[1].tobytes()
    photo().save(tmp_path / "plain.jpg")
    whole = (tmp_path / "plain.jpg").read_bytes()
    (tmp_path / "camera.jpg").write_bytes(whole[:2] + exif_with_preview(grey) + whole[2:])

    def spread(edge: int) -> float:
        data = np.frombuffer(reader.thumbnail(tmp_path / "camera.jpg", edge), np.uint8)
        return float(cv2.imdecode(data, cv2.IMREAD_COLOR).std())

    assert spread(160) < 2 < spread(320)


def test_a_clip_has_rate_frames_and_codec(tmp_path: Path, reader: MediaReader) -> None:
    facts = reader.probe(clip(tmp_path / "a.mp4"))
    assert (facts.kind, facts.width, facts.height, facts.frames, facts.fps, facts.codec) == (
        MediaKind.VIDEO,
        320,
        240,
        24,
        12.0,
        "h264",
    )
    assert reader.verify_output(tmp_path / "a.mp4") == facts


def unusable_files(folder: Path) -> dict[str, Path]:
    files = {
        name: folder / name for name in ("empty.png", "text.png", "noise.png", "cut.jpg", "cut.png", "noise.mp4")
    }
    files["empty.png"].write_bytes(b"")
    files["text.png"].write_text("only words\n" * 100)
    files["noise.png"].write_bytes(os.urandom(5000))
    files["noise.mp4"].write_bytes(os.urandom(5000))
    for name in ("cut.jpg", "cut.png"):
        photo().save(files[name])
        files[name].write_bytes(files[name].read_bytes()[: files[name].stat().st_size // 2])
    files["bomb.png"] = png_header_only(folder / "bomb.png", 30000, 30000)
    files["large.png"] = png_header_only(folder / "large.png", 11000, 10000)
    files["folder"] = folder
    files["missing.png"] = folder / "missing.png"
    return files


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("empty.png", "0 bytes"),
        ("text.png", "text"),
        ("noise.png", "not known"),
        ("noise.mp4", "not known"),
        ("cut.jpg", "end is missing"),
        ("cut.png", "end is missing"),
        ("bomb.png", "900 megapixels"),
        ("large.png", "110 megapixels"),
        ("folder", "single file"),
        ("missing.png", "no file"),
    ],
)
def test_what_cannot_be_used_says_why_and_what_to_do(
    tmp_path: Path, reader: MediaReader, name: str, cause: str
) -> None:
    path = unusable_files(tmp_path)[name]
    with pytest.raises(InputUnusable) as raised:
        reader.probe(path)
    assert path.name in raised.value.problem.summary
    assert cause in raised.value.problem.cause
    assert raised.value.problem.remedy
    with pytest.raises(InputUnusable):
        reader.thumbnail(path, 64)


def test_a_cut_off_clip_is_not_accepted_as_an_output(tmp_path: Path, reader: MediaReader) -> None:
    path = clip(tmp_path / "a.mp4", frames=48)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * 0.7)])
    with pytest.raises(InputUnusable, match="frames are there"):
        reader.verify_output(path)


def test_a_picture_with_broken_pixels_is_not_accepted_as_an_output(tmp_path: Path, reader: MediaReader) -> None:
    path = tmp_path / "a.png"
    photo().save(path)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 200] = bytes(200)
    path.write_bytes(data)
    with pytest.raises(InputUnusable):
        reader.verify_output(path)


def test_other_outputs_pass_as_other(tmp_path: Path, reader: MediaReader) -> None:
    (tmp_path / "latent.latent").write_bytes(b"\x00\x01\x02" * 99)
    facts = reader.verify_output(tmp_path / "latent.latent")
    assert (facts.kind, facts.bytes) == (MediaKind.OTHER, 297)


def test_the_frame_at_a_time_is_the_one_shown_then(tmp_path: Path, reader: MediaReader) -> None:
    path = clip(tmp_path / "a.mp4")
    for second, index in ((0.0, 0), (1.0, 12), (9.0, 23)):
        data = np.frombuffer(reader.video_frame(path, second, 4096), np.uint8)
        assert abs(cv2.imdecode(data, cv2.IMREAD_COLOR).mean() - index * 10) < 4


def test_a_thumbnail_is_made_once_and_again_when_the_file_changes(tmp_path: Path, reader: MediaReader) -> None:
    path = tmp_path / "a.png"
    photo().save(path)
    first = reader.thumbnail(path, 100)
    (cached,) = (tmp_path / "thumbs").glob("*/*.jpg")
    cached.write_bytes(b"from the cache")
    assert reader.thumbnail(path, 100) == b"from the cache"
    photo().rotate(180).save(path)
    os.utime(path, (1, 1))
    assert reader.thumbnail(path, 100) not in (first, b"from the cache")


def test_the_cache_stays_under_its_cap_and_keeps_the_newest(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "thumbs", lambda: 10_000)
    for index in range(20):
        source = tmp_path / f"{index}.png"
        source.write_bytes(b"x")
        cache.get(source, "64", lambda: bytes(1000))
    cache.prune()
    assert sum(path.stat().st_size for path in (tmp_path / "thumbs").glob("*/*")) <= 10_000
    assert cache.get(source, "64", lambda: b"made again") == bytes(1000)


def test_a_cache_that_cannot_be_written_does_not_stop_thumbnails(tmp_path: Path) -> None:
    (tmp_path / "thumbs").write_text("a file where the folder should be")
    photo().save(tmp_path / "a.png")
    assert (
        MediaReader(ThumbnailCache(tmp_path / "thumbs", lambda: 10**9)).thumbnail(tmp_path / "a.png", 64)[:2]
        == b"\xff\xd8"
    )
