"""The window's questions about files when a disk does not answer."""

import asyncio
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.media import MediaFacts
from vqdesk.runtime.apart import apart, wait_for_the_last
from vqdesk.runtime.desks.media import MediaDesk
from vqdesk.services.candidates import CandidateScan


class HangingMedia:
    """A media port whose files never answer until the test is over."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def probe(self, path: Path) -> MediaFacts:
        self.over.wait(60)
        raise OSError("gone")

    def thumbnail(self, path: Path, edge: int, first_frame: bool = False) -> bytes:
        self.over.wait(60)
        return b""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a priority is that of the whole program")
def test_small_pictures_are_decoded_behind_the_window(tmp_path: Path) -> None:
    class Listening(HangingMedia):
        def thumbnail(self, path: Path, edge: int, first_frame: bool = False) -> bytes:
            self.niceness = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
            return b"picture"

    media = Listening()
    scan = CandidateScan(media, tmp_path, lambda: 100)  # type: ignore[arg-type]
    ours = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    async def ask() -> bytes:
        desk = MediaDesk(scan, media, None)  # type: ignore[arg-type]
        return await desk.thumbnail(str(tmp_path / "a.jpg"), 64)

    assert asyncio.run(ask()) == b"picture"
    assert media.niceness >= max(10, ours)
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == ours


def test_a_folder_that_hangs_holds_up_neither_the_desk_nor_its_other_questions(tmp_path: Path) -> None:
    media = HangingMedia()
    (tmp_path / "a.jpg").write_bytes(b"x")

    async def ask() -> list[str]:
        scan = CandidateScan(media, tmp_path, lambda: 100, 0.5)  # type: ignore[arg-type]
        desk = MediaDesk(scan, media, None, patience_s=0.5)  # type: ignore[arg-type]
        hanging = [asyncio.create_task(desk.thumbnail(str(tmp_path / "a.jpg"), 64)) for _ in range(8)]
        looked = await desk.look_at([str(tmp_path / "a.jpg")], "image")
        assert looked.is_late
        found = await desk.files_of(str(tmp_path), "image")
        assert len(found.files) == 1
        ended = await asyncio.gather(*hanging, return_exceptions=True)
        return [error.problem.summary for error in ended if isinstance(error, InputUnusable)]

    try:
        assert asyncio.run(ask()) == ["a.jpg does not answer."] * 8
    finally:
        media.over.set()


def test_the_end_of_the_program_waits_for_decoders_but_not_for_dead_disks() -> None:
    over, done = threading.Event(), threading.Event()

    def decode() -> None:
        time.sleep(0.2)
        done.set()

    async def give_up() -> None:
        tasks = [asyncio.create_task(apart(over.wait, 60)), asyncio.create_task(apart(decode))]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()

    try:
        asyncio.run(give_up())
        started = time.monotonic()
        wait_for_the_last(3.0)
        assert done.is_set()
        assert time.monotonic() - started < 30
    finally:
        over.set()
