"""What comes from servers, archives, folders: it writes nowhere else, runs nothing, does not fill the memory."""

import asyncio
import os
import resource
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from test_collect import JOB, PROMPT, Shelf

from vqdesk.adapters.files import LocalFiles
from vqdesk.adapters.media.embedded import read_embedded
from vqdesk.adapters.media.reader import MediaReader
from vqdesk.adapters.media.thumbnails import ThumbnailCache
from vqdesk.domain.errors import InputUnusable, OutputUnwritable
from vqdesk.domain.job import RemoteFile
from vqdesk.domain.media import MediaKind
from vqdesk.domain.naming import output_folder, output_name, safe_part
from vqdesk.services.collect import Collector
from vqdesk.services.folders import files_in
from vqdesk.services.workflows import WorkflowLibrary

HOSTILE = [
    "../../../evil.png",
    "/etc/cron.d/evil",
    "..\\..\\evil.png",
    "C:\\Windows\\evil.exe",
    "a\0.png",
    ".bashrc",
    "evil.desktop",
    "nul.png",
    "x" * 5000 + ".png",
    "\u202egnp.exe",
]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, *further: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(further) + chunk(b"IEND", b"")


def reader(tmp_path: Path) -> MediaReader:
    return MediaReader(ThumbnailCache(tmp_path / "thumbs", lambda: 10**9))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_of_a_server_leads_out_of_the_output_folder(tmp_path: Path, name: str) -> None:
    source = tmp_path / "good.png"
    Image.new("RGB", (8, 8), "red").save(source)
    outputs = tmp_path / "outputs"
    collector = Collector(LocalFiles(tmp_path / "staging", outputs), reader(tmp_path), asyncio.to_thread)
    found = [RemoteFile("save", name, "../../..", "output")]
    [made] = asyncio.run(collector.collect(Shelf({name: source.read_bytes()}), JOB, PROMPT, found))
    assert Path(made.path).resolve().is_relative_to(outputs.resolve())
    assert Path(made.path).suffix in (".png", ".bin")  # never what a double click would start
    assert {path.name for path in tmp_path.iterdir()} <= {"good.png", "outputs", "thumbs", "staging"}


@given(st.text(max_size=300), st.text(max_size=300))
def test_names_made_of_any_text_are_plain(name: str, job: str) -> None:
    made = output_name(PROMPT, 7, 1, name)
    assert Path(made).name == made
    assert len(made.encode()) < 255
    folder = Path(output_folder("text_to_image", 7, job))
    assert not folder.is_absolute()
    assert ".." not in folder.parts
    assert safe_part(safe_part(job)) == safe_part(job)


@pytest.mark.parametrize("place", [("../out", "a.png"), ("/etc", "a.png"), ("in", "../a.png"), ("in", "")])
def test_the_output_tree_itself_refuses_to_be_left(tmp_path: Path, place: tuple[str, str]) -> None:
    with pytest.raises(OutputUnwritable, match="not allowed"):
        LocalFiles(tmp_path / "staging", tmp_path / "outputs").open_output(*place)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (2**31 - 1, 2**31 - 1), (100_000_000, 2)])
def test_a_tiny_file_that_claims_to_be_enormous_is_refused_unread(tmp_path: Path, width: int, height: int) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png(width, height, chunk(b"IDAT", zlib.compress(bytes(100_000)))))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for use in (reader(tmp_path).probe, lambda path: reader(tmp_path).thumbnail(path, 128)):
        with pytest.raises(InputUnusable) as error:
            use(bomb)
        assert error.value.problem.cause
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB


def test_a_text_that_swells_without_end_is_passed_over(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    swollen = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png(8, 8, chunk(b"zTXt", b"workflow\0\0" + swollen), chunk(b"tEXt", b"prompt\0{}")))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "workflow" not in read_embedded(bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB, of 300 MB


def test_links_in_a_circle_pipes_and_devices_do_not_hold_up_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.new("RGB", (8, 8)).save(folder / "good.png")
    (folder / "circle").symlink_to(folder)
    (folder / "gone.png").symlink_to(tmp_path / "nowhere.png")
    (folder / "zero.png").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.png")
    names = [path.name for path in files_in(folder, MediaKind.IMAGE).files]
    assert "good.png" in names
    assert "pipe.png" not in names
    assert "zero.png" not in names


@pytest.mark.parametrize("template", ["../secret.json", "/etc/passwd", "..\\secret.json", "sub/../../secret.json"])
def test_a_definition_reads_no_file_of_another_folder(tmp_path: Path, template: str) -> None:
    (tmp_path / "secret.json").write_text('{"1": {"class_type": "Secret", "inputs": {}}}')
    own = tmp_path / "own"
    own.mkdir()
    head = "name: spy\ntitle: Spy\ncategory: image_gen\ntask_type: text_to_image\noutputs: ['1']\n"
    (own / "spy.yaml").write_text(f"{head}template: {template!r}\n")
    shelf = WorkflowLibrary(tmp_path / "none", own).shelf()
    assert not shelf.definitions
    assert "Secret" not in str(shelf)


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system ['touch evil']",
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)),
        "[" * 2_000,
    ],
)
def test_yaml_runs_nothing_and_does_not_swell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    (own / "odd.yaml").write_text(text)
    assert WorkflowLibrary(tmp_path / "none", own).shelf().broken
    assert not (tmp_path / "evil").exists()
