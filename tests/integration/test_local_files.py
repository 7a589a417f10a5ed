"""The real staging area and output tree: whole files or none, nothing overwritten, errors of the disk in words."""

import hashlib
import os
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vqdesk.adapters.files import LocalFiles
from vqdesk.domain.errors import InputUnusable, OutputUnwritable
from vqdesk.domain.job import Asset


@pytest.fixture
def files(tmp_path: Path) -> LocalFiles:
    return LocalFiles(tmp_path / "staging", tmp_path / "outputs")


def fill_up(path: Path) -> None:
    """From now on the disk is full for what is written to this open file."""
    full = os.open("/dev/full", os.O_WRONLY)
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that this listing itself had open
            if descriptor.readlink() == path:
                os.dup2(full, int(descriptor.name))
    os.close(full)


def every_file(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def written(files: LocalFiles, data: bytes, name: str = "a.png") -> Path:
    output = files.open_output("job", name)
    output.write(data)
    assert output.close() == (hashlib.sha256(data).hexdigest(), len(data))
    return output.commit()


def test_equal_contents_are_staged_once_whatever_their_names(files: LocalFiles, tmp_path: Path) -> None:
    for name in ("one.PNG", "two.png"):
        (tmp_path / name).write_bytes(b"same")
    digest, ext, size = files.stage(tmp_path / "one.PNG")
    assert (digest, ext, size) == (hashlib.sha256(b"same").hexdigest(), "png", 4)
    assert files.stage(tmp_path / "two.png") == (digest, ext, size)
    staged = files.staged_path(Asset(digest, size, ext, 1, 1))
    assert staged.read_bytes() == b"same"
    assert every_file(tmp_path / "staging") == [f"{digest[:2]}/{digest}.png"]


def test_a_staged_copy_that_was_cut_short_is_made_again(files: LocalFiles, tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"whole")
    digest, ext, size = files.stage(source)
    staged = files.staged_path(Asset(digest, size, ext, 1, 1))
    staged.write_bytes(b"wh")
    files.stage(source)
    assert staged.read_bytes() == b"whole"


def test_a_source_that_cannot_be_read_is_told_and_leaves_nothing(files: LocalFiles, tmp_path: Path) -> None:
    with pytest.raises(InputUnusable) as error:
        files.stage(tmp_path / "gone.png")
    assert "gone.png" in error.value.problem.summary
    assert every_file(tmp_path) == []


def test_an_output_appears_under_its_name_only_when_it_is_whole(files: LocalFiles, tmp_path: Path) -> None:
    output = files.open_output("job", "a.png")
    output.write(b"half")
    assert not (tmp_path / "outputs" / "job" / "a.png").exists()
    output.write(b"done")
    output.close()
    assert output.commit() == tmp_path / "outputs" / "job" / "a.png"
    assert every_file(tmp_path / "outputs") == ["job/a.png"]


def test_nothing_is_ever_overwritten(files: LocalFiles, tmp_path: Path) -> None:
    assert [written(files, data).name for data in (b"1", b"2", b"3")] == ["a.png", "a__2.png", "a__3.png"]
    assert (tmp_path / "outputs" / "job" / "a.png").read_bytes() == b"1"


def test_the_same_bytes_again_are_the_same_file(files: LocalFiles, tmp_path: Path) -> None:
    """What was fetched before a crash is recognised, not doubled."""
    assert written(files, b"1") == written(files, b"1")
    assert written(files, b"2") == written(files, b"2")
    assert every_file(tmp_path / "outputs") == ["job/a.png", "job/a__2.png"]


def test_many_writers_of_one_name_all_keep_their_file(files: LocalFiles, tmp_path: Path) -> None:
    together = threading.Barrier(8)

    def write(number: int) -> None:
        together.wait()
        written(files, bytes([number]))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    contents = {(tmp_path / "outputs" / name).read_bytes() for name in every_file(tmp_path / "outputs")}
    assert contents == {bytes([number]) for number in range(8)}


def test_a_file_that_cannot_get_its_name_leaves_no_empty_one(files: LocalFiles, tmp_path: Path) -> None:
    """The temporary folder lies on another disk, so that neither a link nor a rename is possible."""
    elsewhere = tempfile.mkdtemp(dir="/dev/shm")
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "temp").symlink_to(elsewhere)
    output = files.open_output("job", "a.png")
    output.write(b"x")
    output.close()
    with pytest.raises(OutputUnwritable):
        output.commit()
    output.discard()
    assert every_file(tmp_path / "outputs") == []
    Path(elsewhere).rmdir()


def test_what_is_discarded_leaves_nothing(files: LocalFiles, tmp_path: Path) -> None:
    output = files.open_output("job", "a.png")
    output.write(b"half")
    output.discard()
    output.discard()
    assert every_file(tmp_path / "outputs") == []


def test_a_full_disk_is_told_at_every_step_and_the_rest_is_removed(files: LocalFiles, tmp_path: Path) -> None:
    """Small writes fail only when they are flushed, and again when the file is given up."""
    output = files.open_output("job", "a.png")
    fill_up(output.temporary)
    with pytest.raises(OutputUnwritable) as error:
        output.write(b"x" * 100_000)
    assert "full" in error.value.problem.cause
    output.discard()

    late = files.open_output("job", "b.png")
    late.write(b"small")
    fill_up(late.temporary)
    with pytest.raises(OutputUnwritable):
        late.close()
    late.discard()
    assert every_file(tmp_path / "outputs") == []


def test_partial_files_of_a_killed_process_are_removed_at_the_next_start(
    files: LocalFiles, tmp_path: Path
) -> None:
    files.open_output("job", "a.png").write(b"half")
    (tmp_path / "staging").mkdir()
    left, in_work = tmp_path / "staging" / ".0123.part", tmp_path / "staging" / ".4567.part"
    for partial in (left, in_work):
        partial.write_bytes(b"half")
    os.utime(left, (0, 0))
    written(files, b"whole", "b.png")
    LocalFiles(tmp_path / "staging", tmp_path / "outputs").remove_partials()
    assert every_file(tmp_path / "staging") == [".4567.part"]  # another process writes it
    assert every_file(tmp_path / "outputs") == ["job/b.png"]


@pytest.mark.parametrize("name", ["../a.png", "/etc/a.png", "a/../../b.png", "..", ".", "", "x/y.png", "\0"])
def test_a_name_that_would_leave_the_output_folder_is_refused(
    files: LocalFiles, tmp_path: Path, name: str
) -> None:
    with pytest.raises(OutputUnwritable) as error:
        files.open_output("job", name)
    assert error.value.problem.remedy
    with pytest.raises(OutputUnwritable):
        files.open_output("../elsewhere", "a.png")
    assert every_file(tmp_path) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=300))
def test_whatever_a_server_calls_its_file_it_is_written_below_the_root_or_refused(
    files: LocalFiles, tmp_path: Path, name: str
) -> None:
    with suppress(OutputUnwritable):
        assert written(files, b"x", name).resolve().is_relative_to(tmp_path / "outputs" / "job")


def test_an_output_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("in the way")
    with pytest.raises(OutputUnwritable) as error:
        LocalFiles(tmp_path / "staging", tmp_path / "outputs").open_output("job", "a.png")
    assert error.value.problem.remedy
