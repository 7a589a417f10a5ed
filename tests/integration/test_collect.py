"""Bringing outputs home: complete and verified, or a reason; what was fetched before is not doubled."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from job_samples import sample_job
from PIL import Image

from vqdesk.adapters.files import LocalFiles
from vqdesk.adapters.media.reader import MediaReader
from vqdesk.adapters.media.thumbnails import ThumbnailCache
from vqdesk.domain.errors import EngineUnreachable, NotFound, OutputUnwritable, PromptFailed, UserError
from vqdesk.domain.job import Counts, JobId, NewOutput, Prompt, PromptId, RemoteFile
from vqdesk.domain.status import PromptStatus
from vqdesk.ports import Engine
from vqdesk.services.collect import Collector

T = TypeVar("T")
JOB = sample_job(id=JobId(7), status=PromptStatus.RUNNING, counts=Counts(running=1))
PROMPT = Prompt(
    id=PromptId(9),
    job_id=JobId(7),
    ordinal=1,
    status=PromptStatus.RUNNING,
    seed=5,
    try_number=1,
    asset="",
    source_path="/photos/lake.png",
    patch={},
    cancel_requested_at="",
    error=None,
    revision=1,
)


class Shelf(Engine):
    """A server that only hands out files, in pieces; `cut_after` bytes of one the connection breaks."""

    def __init__(self, files: dict[str, bytes], cut_after: int | None = None, piece: int = 100) -> None:
        self._files = files
        self.cut_after = cut_after
        self._piece = piece

    async def fetch(self, file: RemoteFile, keep: Callable[[Iterator[bytes]], T]) -> T:
        return keep(self._chunks(file))

    def _chunks(self, file: RemoteFile) -> Iterator[bytes]:
        if file.filename not in self._files:
            raise NotFound("The server no longer has an output file.", file.filename, "Retry the prompt.")
        data = self._files[file.filename]
        if self.cut_after is not None:
            yield data[: self.cut_after]
            raise EngineUnreachable("The server is gone.", "The connection broke.", "Start it again.")
        for start in range(0, len(data), self._piece):
            yield data[start : start + self._piece]


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    return tmp_path / "outputs"


def picture(tmp_path: Path, colour: str, size: tuple[int, int] = (64, 48)) -> bytes:
    path = tmp_path / "made.png"
    Image.new("RGB", size, colour).save(path)
    return path.read_bytes()


def remote(*names: str, kind: str = "output") -> list[RemoteFile]:
    return [RemoteFile("save", name, "vqdesk/attempt", kind) for name in names]


def collect(outputs: Path, engine: Engine, found: list[RemoteFile]) -> list[NewOutput]:
    media = MediaReader(ThumbnailCache(outputs.parent / "thumbs", lambda: 10**9))
    collector = Collector(LocalFiles(outputs.parent / "staging", outputs), media, asyncio.to_thread)
    return asyncio.run(collector.collect(engine, JOB, PROMPT, found))


def refused(kind: type[UserError], outputs: Path, engine: Engine, found: list[RemoteFile]) -> str:
    """The words of a failure that leaves no half file."""
    with pytest.raises(kind) as error:
        collect(outputs, engine, found)
    assert error.value.problem.cause
    assert error.value.problem.remedy
    assert not list(outputs.rglob("*.part*"))
    return error.value.problem.sentence()


def files_in(outputs: Path) -> list[str]:
    return sorted(path.name for path in outputs.rglob("*") if path.is_file())


def test_outputs_are_named_after_job_and_source_and_described(outputs: Path, tmp_path: Path) -> None:
    shelf = Shelf({"a.png": picture(tmp_path, "red"), "b.png": picture(tmp_path, "blue", (32, 16))})
    first, second = collect(outputs, shelf, remote("a.png", "b.png"))
    assert (first.width, first.height, first.kind, first.remote_name) == (64, 48, "image", "vqdesk/attempt/a.png")
    assert (second.width, second.height) == (32, 16)
    assert Path(first.path).stat().st_size == first.bytes
    assert files_in(outputs) == ["lake_0007-001_seed5.png", "lake_0007-001_seed5_02.png"]


def test_previews_of_the_server_are_no_outputs(outputs: Path, tmp_path: Path) -> None:
    shelf = Shelf({"a.png": picture(tmp_path, "red"), "p.png": picture(tmp_path, "blue")})
    assert len(collect(outputs, shelf, [*remote("p.png", kind="temp"), *remote("a.png")])) == 1
    assert "without an output" in refused(PromptFailed, outputs, shelf, remote("p.png", kind="temp"))


def test_collected_twice_it_is_still_one_file(outputs: Path, tmp_path: Path) -> None:
    """The app was killed between naming the file and recording it."""
    shelf = Shelf({"a.png": picture(tmp_path, "red")})
    assert collect(outputs, shelf, remote("a.png")) == collect(outputs, shelf, remote("a.png"))
    assert len(files_in(outputs)) == 1


def test_a_connection_that_breaks_leaves_what_came_before_and_the_rest_comes_later(
    outputs: Path, tmp_path: Path
) -> None:
    shelf = Shelf({"a.png": picture(tmp_path, "red")}, cut_after=50)
    refused(EngineUnreachable, outputs, shelf, remote("a.png"))
    assert files_in(outputs) == []
    shelf.cut_after = None
    collect(outputs, shelf, remote("a.png"))
    assert len(files_in(outputs)) == 1


@pytest.mark.parametrize("piece", [10, 10**6], ids=["in pieces", "at once"])
@pytest.mark.parametrize("data", [b"", b"<html>Bad gateway</html>", 400, -8], ids=["empty", "page", "cut", "end"])
def test_a_broken_file_from_the_server_is_no_success(
    outputs: Path, tmp_path: Path, data: bytes | int, piece: int
) -> None:
    cut = picture(tmp_path, "red", (600, 400))[:data] if isinstance(data, int) else data
    shelf = Shelf({"a.png": cut}, piece=piece)
    assert "broken" in refused(PromptFailed, outputs, shelf, remote("a.png"))
    assert files_in(outputs) == []


def test_a_file_that_came_at_once_is_the_same_output(outputs: Path, tmp_path: Path) -> None:
    files = {"a.png": picture(tmp_path, "red")}
    in_pieces = collect(outputs, Shelf(files), remote("a.png"))
    assert collect(outputs, Shelf(files, piece=10**6), remote("a.png")) == in_pieces


def test_a_file_that_is_gone_is_told(outputs: Path) -> None:
    refused(NotFound, outputs, Shelf({}), remote("a.png"))


def test_an_output_folder_in_the_way_is_told(outputs: Path, tmp_path: Path) -> None:
    outputs.write_text("a file")
    refused(OutputUnwritable, outputs, Shelf({"a.png": picture(tmp_path, "red")}), remote("a.png"))


def test_of_several_files_none_appears_before_all_are_whole(outputs: Path, tmp_path: Path) -> None:
    """A second attempt may write other bytes: what came home of the first would stay as an orphan."""
    shelf = Shelf({"a.png": picture(tmp_path, "red"), "b.png": b"half"})
    assert "broken" in refused(PromptFailed, outputs, shelf, remote("a.png", "b.png"))
    assert files_in(outputs) == []
