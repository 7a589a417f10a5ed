"""Folders of inputs as they are in real life: loops, pipes, odd names, parts that cannot be read."""

import ctypes
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image

from vqdesk.adapters.media import MediaReader, ThumbnailCache
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.media import MediaFacts, MediaKind
from vqdesk.services.candidates import CandidateScan
from vqdesk.services.folders import files_in
from vqdesk.services.side_by_side import side_by_side
from vqdesk.services.staging import expand_inputs, input_path

T = TypeVar("T")


class Pictures:
    """A media port to which every file is a picture; those in `silent` never answer."""

    def __init__(self) -> None:
        self.silent: set[str] = set()
        self.over = threading.Event()

    def probe(self, path: Path) -> MediaFacts:
        if path.name in self.silent:
            self.over.wait(60)
        return MediaFacts(MediaKind.IMAGE, 64, 48, path.stat().st_size)


@pytest.fixture
def media():
    made = Pictures()
    yield made
    made.over.set()


def scan(media: Pictures, limit: int = 1000, patience_s: float = 30.0) -> CandidateScan:
    return CandidateScan(media, Path("/nowhere"), lambda: limit, patience_s)  # type: ignore[arg-type]


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def names(files) -> list[str]:
    return [Path(path).name for path in files]


def test_a_folder_gives_its_pictures_at_any_depth_in_natural_order(tmp_path):
    fill(
        tmp_path,
        "b10.jpg",
        "b9.JPG",
        "deep/er/a.png",
        "notes.txt",
        ".hidden.jpg",
        ".git/x.jpg",
        "_processed/old.jpg",
        "vqdesk/0123456789abcdef/sent.jpg",
    )
    assert names(files_in(tmp_path, MediaKind.IMAGE).files) == ["b9.JPG", "b10.jpg", "a.png"]


def test_a_loop_of_links_ends_and_a_linked_folder_counts_once(tmp_path):
    fill(tmp_path, "in/a.jpg")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "nowhere.jpg").symlink_to(tmp_path / "gone.jpg")
    assert names(files_in(tmp_path / "in", MediaKind.IMAGE).files) == ["a.jpg"]


def test_odd_names_are_names(tmp_path, media):
    odd = [
        "line\nbreak.jpg",
        "😀 holiday.jpg",
        "x" * 251 + ".jpg",
        "Photo.jpg",
        "photo.jpg",
        "'quoted'.jpg",
        " a .jpg",
    ]
    fill(tmp_path, *odd)
    found = scan(media).expand([str(tmp_path)], "image")
    assert sorted(names(found.files)) == sorted(odd)
    looked = scan(media).look_at(found.files, "image")
    assert len(looked.accepted) == len(odd)
    again = scan(media).expand([str(tmp_path / name) for name in odd], "image")
    assert set(again.files) == set(found.files)


def test_a_name_that_no_system_allows_is_told_like_one_that_is_not_there(media):
    found = scan(media).expand(["/photos/" + "x" * 300 + ".jpg", "/zero\0byte.jpg"], "image")
    looked = scan(media).look_at(found.files, "image")
    assert len(looked.refused) == 2
    assert all(one.problem and one.problem.summary for one in looked.refused)


def as_nobody(function: Callable[[], T]) -> T:
    """Runs it without the rights of root: under Linux these belong to a thread."""
    if os.geteuid() != 0:
        return function()
    results: list[T] = []

    def run() -> None:
        ctypes.CDLL(None).setfsuid(65_534)
        results.append(function())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return results[0]


@pytest.fixture
def open_folder():
    """One that everybody may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_part_that_cannot_be_read_is_named_and_the_rest_is_taken(open_folder, media):
    fill(open_folder, "a.jpg", "locked/b.jpg")
    (open_folder / "locked").chmod(0)
    try:
        found = as_nobody(lambda: scan(media).expand([str(open_folder)], "image"))
    finally:
        (open_folder / "locked").chmod(0o755)
    assert [one.problem.summary for one in found.refused if one.problem] == ["locked cannot be read."]
    assert names(found.files) == ["a.jpg"]


def test_a_file_that_may_not_be_read_is_named_and_its_neighbours_are_taken(open_folder):
    for name in ("a.png", "locked.png"):
        Image.new("RGB", (64, 48)).save(open_folder / name)
    (open_folder / "locked.png").chmod(0)
    reader = MediaReader(ThumbnailCache(open_folder / "thumbs", lambda: 0))
    files = [str(open_folder / name) for name in ("a.png", "locked.png")]
    looked = as_nobody(lambda: scan(reader).look_at(files, "image"))
    assert names(one.path for one in looked.accepted) == ["a.png"]
    assert [one.problem.summary for one in looked.refused if one.problem] == ["locked.png cannot be read."]


def test_links_that_lead_nowhere_are_named_and_hold_up_nothing(tmp_path, media):
    fill(tmp_path, "a.jpg")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "dead.jpg").symlink_to(tmp_path / "gone.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    found = scan(media).expand([str(tmp_path)], "image")
    assert names(found.files) == ["a.jpg"]
    told = sorted(one.problem.summary for one in found.refused if one.problem)
    assert told == ["dead.jpg leads nowhere.", "pipe.jpg is not a file.", "self cannot be read."]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_name_in_another_encoding_is_refused_in_words(tmp_path, media):
    odd = os.fsencode(tmp_path) + b"/caf\xe9.jpg"
    Path(os.fsdecode(odd)).write_bytes(b"x")
    found = scan(media).expand([str(tmp_path)], "image")
    (refused,) = scan(media).look_at(found.files, "image").refused
    assert refused.problem is not None
    assert refused.problem.sentence().encode()
    assert "UTF-8" in refused.problem.cause


def test_a_folder_that_went_away_is_told(tmp_path, media):
    with pytest.raises(InputUnusable, match="is not there"):
        scan(media).files_of(tmp_path / "gone", "image")


def test_what_is_beyond_the_limit_is_counted(tmp_path, media):
    fill(tmp_path, *(f"{number}.jpg" for number in range(30)))
    found = scan(media, limit=20).expand([str(tmp_path)], "image")
    assert names(found.files) == [f"{number}.jpg" for number in range(20)]
    assert found.truncated == 10
    assert len(scan(media, limit=20).expand([str(path) for path in tmp_path.iterdir()], "image").files) == 30


def test_an_endless_folder_is_given_up_in_words(tmp_path):
    fill(tmp_path, *(f"{number}.txt" for number in range(30)))
    found = files_in(tmp_path, MediaKind.IMAGE, most_entries=20)
    assert "very large" in found.problems[0][1].summary


def test_a_pipe_is_refused_and_not_waited_for(tmp_path, media):
    os.mkfifo(tmp_path / "pipe.jpg")
    looked = scan(media).look_at([str(tmp_path / "pipe.jpg")], "image")
    assert looked.refused[0].problem is not None
    assert "is not a file" in looked.refused[0].problem.summary


def test_a_file_that_never_answers_is_told_and_its_neighbours_are_taken(tmp_path, media):
    fill(tmp_path, "a.jpg", "dead.jpg", "c.jpg")
    media.silent = {"dead.jpg"}
    looked = scan(media, patience_s=2.0).look_at([str(tmp_path / "a.jpg"), str(tmp_path / "dead.jpg")], "image")
    assert names(one.path for one in looked.accepted) == ["a.jpg"]
    assert looked.is_late
    assert looked.refused[0].problem is not None
    assert "does not answer" in looked.refused[0].problem.summary


def test_copies_have_the_same_fingerprint_and_others_have_not(tmp_path, media):
    (tmp_path / "a.jpg").write_bytes(b"x" * 300_000)
    (tmp_path / "b.jpg").write_bytes(b"x" * 300_000)
    (tmp_path / "c.jpg").write_bytes(b"x" * 299_999 + b"y")
    found = scan(media).look_at([str(tmp_path / f"{name}.jpg") for name in "abc"], "image").accepted
    assert found[0].fingerprint == found[1].fingerprint != found[2].fingerprint


def test_paths_from_elsewhere_are_understood(tmp_path):
    photo = fill(tmp_path, "my photo.jpg") / "my photo.jpg"
    for text in (f'"{photo}"', f"{photo}\n", photo.as_uri(), str(photo).replace(" ", "\\ ")):
        assert input_path(text) == photo
        assert expand_inputs([text], MediaKind.IMAGE) == [photo]


def test_work_side_by_side_keeps_the_order_and_tells_the_first_failure():
    def slow(number: int) -> int:
        time.sleep(0.01 * (5 - number % 5))
        if number == 7:
            raise ValueError("seven")
        return number

    assert list(side_by_side(slow, range(5), 3)) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="seven"):
        list(side_by_side(slow, range(20), 3))


def test_work_that_is_given_up_begins_nothing_more():
    begun: list[int] = []
    go_on = threading.Event()

    def wait(number: int) -> int:
        begun.append(number)
        go_on.wait(30)
        return number

    with pytest.raises(TimeoutError):
        list(side_by_side(wait, range(50), 2, patience_s=0.2))
    go_on.set()
    assert len(begun) <= 4
