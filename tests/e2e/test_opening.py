"""`vqdesk FILE` in real processes: the first opens the window, the next one hands its files over."""

import sqlite3
from contextlib import closing
from pathlib import Path

from program import TIMEOUT_S, Program, wait_until


def is_input(home: Path, photo: Path) -> bool:
    """Whether a workspace is stored with the photo."""
    if not (home / "vqdesk.db").is_file():
        return False
    with closing(sqlite3.connect(f"file:{home}/vqdesk.db?mode=ro", uri=True, timeout=30)) as store:
        tables = [row[0] for row in store.execute("SELECT name FROM sqlite_master")]
        states = (
            [row[0] for row in store.execute("SELECT state FROM workspaces")] if "workspaces" in tables else []
        )
    return any(photo.name in state for state in states)


def test_files_go_to_the_window_that_is_open(program: Program, photos: list[Path]) -> None:
    window = program.start(photos[0])
    try:
        wait_until(lambda: is_input(program.home, photos[0]), "the first photo", TIMEOUT_S)
        program("open", photos[1])
        wait_until(lambda: is_input(program.home, photos[1]), "the second photo", TIMEOUT_S)
        assert window.poll() is None
    finally:
        window.terminate()
        window.communicate(timeout=TIMEOUT_S)


def test_a_file_that_is_not_there_is_named_and_a_mistyped_command_is_no_file(program: Program) -> None:
    assert "nowhere.json is not there" in program("nowhere.json", code=1).err
    assert "No such command 'submitt'" in program("submitt", "nowhere.json", code=2).err
