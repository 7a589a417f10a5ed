"""What goes wrong at the user's desk: each time summary, cause and remedy, and nothing lost or half-written."""

import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from disks import read_only_disk, small_disk
from PIL import Image
from program import SMALL, Program, make_photos, wait_until, write_tint


def test_unusable_files_are_refused_and_nothing_is_queued(program: Program, tmp_path: Path) -> None:
    good = make_photos(tmp_path / "good", 1)[0]
    bad = _bad_files(tmp_path / "bad")
    for path in bad:
        problem = program.refuses("submit", "camera-move", good, path, "--wait")
        assert path.name in problem["summary"] + problem["cause"]
    assert program.jobs() == []
    assert not [path for path in (program.home / "staging").rglob("*") if path.is_file()]

    together = program("submit", "camera-move", good, *bad, code=1)
    assert together.out == ""
    assert together.err.startswith("Error: ")
    for path in bad:
        assert path.name in together.err


def test_wrong_words_are_refused_with_what_is_right(program: Program, photos: list[Path]) -> None:
    empty = photos[0].parent / "no-pictures-here"
    empty.mkdir()
    (empty / "notes.txt").write_text("nothing to see")
    assert "no-pictures-here" in program.refuses("submit", "camera-move", empty)["summary"]

    unknown = program.refuses("submit", "camera-mover", photos[0])
    assert "camera-mover" in unknown["summary"]
    assert "camera-move" in unknown["remedy"]

    too_far = program.refuses("submit", "camera-move", photos[0], "--param", "strength=7")
    assert "7" in too_far["summary"] + too_far["cause"]
    misspelt = program.refuses("submit", "camera-move", photos[0], "--param", "strenght=0.5")
    assert "strength" in misspelt["cause"] + misspelt["remedy"]
    missing = photos[0].with_name("gone.png")
    assert "gone.png" in program.refuses("submit", "camera-move", missing)["summary"]
    assert program.jobs() == []


def test_a_broken_workflow_file_is_named_and_the_others_work(program: Program, photos: list[Path]) -> None:
    folder = program.home / "workflows"
    write_tint(folder, task_type="[not closed")
    broken = program("workflows", "--json").json
    assert "camera-move" in {one["name"] for one in broken["workflows"]}
    told = broken["broken"][0]
    assert told["file"].endswith("tint.yaml")
    assert told["line"] > 1
    assert all(told[part] for part in ("summary", "cause", "remedy"))
    listed = program("workflows")
    assert "camera-move" in listed.out
    assert f"tint.yaml, line {told['line']}" in listed.err
    assert told["cause"] in listed.err
    assert "tint.yaml" in program("doctor", code=1).out
    assert "tint.yaml" in program("submit", "tint", code=1).err
    (photos[0].parent / "nowhere.jpg").symlink_to("gone.jpg")
    made = program("submit", "camera-move", photos[0].parent, *SMALL, "--wait", "--json")
    assert "Left out: nowhere.jpg leads nowhere." in made.err
    assert [Path(one["path"]).name for one in made.json["left_out"]] == ["nowhere.jpg"]
    program.check_outputs_once(1)


def test_a_full_disk_fails_in_words_and_a_retry_brings_the_output(program: Program, tmp_path: Path) -> None:
    photo = _noise(tmp_path / "noise.png", 400)
    program("submit", "image-upscale", photo, "--param", "scale=4")
    with small_disk(program, program.outputs, 2048):
        program("run", "--until-empty")
        job = program.job(1)
        problem = job["prompts"][0]["error"]
        assert job["job"]["status"] == "failed"
        assert all(problem[part] for part in ("summary", "cause", "remedy")), problem
        assert program.files() == []
    program("retry", 1)
    program("run", "--until-empty")
    program.check_outputs_once(1)
    program.check_nothing_is_half_written()


def test_a_data_folder_without_room_takes_no_job_and_keeps_the_old_ones(program: Program, tmp_path: Path) -> None:
    small, large = make_photos(tmp_path / "photos", 1)[0], _noise(tmp_path / "noise.png", 1500)
    with small_disk(program, program.home, 3072):
        program("submit", "image-upscale", small)
        problem = program.refuses("submit", "image-upscale", large)
        assert "noise.png" in problem["summary"]
        assert [job["name"] for job in program.jobs()] == ["photo_1"]
        program.check_nothing_is_half_written()


def test_a_data_folder_that_fills_up_under_a_running_batch_loses_nothing(
    program: Program, photos: list[Path]
) -> None:
    with small_disk(program, program.home, 8192):
        program("submit", "camera-move", *photos, *SMALL, "--param", "length=72")
        worker = program.start("run", "--until-empty")
        wait_until(lambda: program.files(), "a first clip")
        filler = _fill(program.home, 8192)
        with suppress(subprocess.TimeoutExpired):
            worker.wait(15)  # it ends in words, or rests until there is room
        filler.unlink()
        out, err = worker.communicate(timeout=90)
        assert "Traceback" not in out + err
        if worker.returncode:
            assert "full" in err
            assert len(err.splitlines()) == 3
        program("run", "--until-empty")  # what failed meanwhile at the engine, which lives on, is known now
        program("retry", 1)
        program("run", "--until-empty")
        program.check_outputs_once(1)
        program.check_nothing_is_half_written()


@pytest.mark.parametrize("obstacle", ["file", "read-only"])
def test_an_output_folder_that_cannot_be_written(program: Program, photos: list[Path], obstacle: str) -> None:
    if obstacle == "file":
        program.home.mkdir()
        program.outputs.write_text("in the way")
        _submit_in_vain(program, photos[0])
        program.outputs.unlink()
    else:
        with read_only_disk(program.outputs):
            _submit_in_vain(program, photos[0])
    program("retry", 1)
    program("run", "--until-empty")
    program.check_outputs_once(1)


def test_a_data_folder_that_cannot_be_made(program: Program, tmp_path: Path) -> None:
    program.home.write_text("a file")
    assert str(program.home) in program.refuses("jobs")["summary"]
    assert program.home.read_text() == "a file"


def test_a_damaged_database_is_told_and_left_alone(program: Program) -> None:
    program.home.mkdir()
    database = program.home / "vqdesk.db"
    database.write_bytes(b"certainly not a database" * 100)
    assert str(database) in program.refuses("jobs")["cause"]
    assert database.read_bytes() == b"certainly not a database" * 100


def test_a_server_that_answers_html(program: Program, photos: list[Path]) -> None:
    """Somebody's web page at the address: the user is warned, and the job stays until the right one is there."""
    with _web_page() as url:
        ended = program("submit", "image-upscale", photos[0], "--engine", url)
        assert ended.err.startswith("Warning: ")
        assert url in ended.err
        assert "<html" not in ended.err
        report = program("doctor", "--json", code=1).json
        away = next(one for one in report["findings"] if not one["ok"])
        assert url in away["text"]
        assert away["remedy"]
    assert program.job(1)["job"]["status"] == "pending"


def test_two_workers_on_one_data_folder(program: Program, photos: list[Path]) -> None:
    first = program.start("run")
    try:
        wait_until(lambda: (program.home / "worker.pid").is_file(), "the first worker")
        second = program("run", "--until-empty", code=1)
        assert str(program.home) in second.err
        assert len(second.err.splitlines()) == 3
        program("submit", "camera-move", *photos, *SMALL, "--wait")  # the first one renders
        program.check_outputs_once(1)
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()
    program("submit", "camera-move", photos[0], *SMALL, "--wait")  # the dead one's lock is no obstacle
    program.check_outputs_once(2)


def _bad_files(folder: Path) -> list[Path]:
    folder.mkdir()
    photo = _noise(folder / "cut.png", 64)
    photo.write_bytes(photo.read_bytes()[:2000])
    jpeg = folder / "scrambled.jpg"
    jpeg.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    (folder / "empty.png").touch()
    (folder / "words.png").write_text("I am not a picture.")
    _huge_png(folder / "huge.png", 30_000)
    return [folder / name for name in ("cut.png", "scrambled.jpg", "empty.png", "words.png", "huge.png")]


def _huge_png(path: Path, edge: int) -> None:
    """A black picture with one bit per pixel, made without holding it in memory."""
    packer, row = zlib.compressobj(1), bytes(1 + (edge + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(edge)) + packer.flush()
    header = struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def _noise(path: Path, edge: int) -> Path:
    """A picture that cannot be packed."""
    pixels = np.random.default_rng(1).integers(0, 256, (edge, edge, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def _fill(folder: Path, kilobytes: int) -> Path:
    """Takes all the space that is left of a disk so large, and no more of one that could not be made small."""
    filler = folder / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        for _ in range(kilobytes // 4):
            file.write(bytes(4096))
    return filler


def _submit_in_vain(program: Program, photo: Path) -> None:
    ended = program("submit", "camera-move", photo, *SMALL, "--wait", "--json", code=1)
    problem = ended.json["prompts"][0]["error"]
    assert all(problem.values()), problem
    assert str(program.outputs) in problem["summary"]


@contextmanager
def _web_page() -> Iterator[str]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = b"<html><body>Welcome to my router</body></html>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
