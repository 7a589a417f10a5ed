"""The .deb in a clean Debian 12: with its own dependencies only, from the first clip to the purge."""

import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from clean_root import ROOT, CleanRoot, clean_root
from virtual_screen import virtual_screen

DEBS = sorted((ROOT / "dist").glob("vqdesk_*_amd64.deb"))
MOST_MB = 180

pytestmark = [
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not DEBS, reason="`make package` has built nothing yet"),
    pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("debootstrap"), reason="needs root and debootstrap"),
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CleanRoot]:
    with clean_root(tmp_path_factory.mktemp("debian")) as root:
        root.system("apt-get", "update")
        install(root, DEBS[0])
        yield root


def install(root: CleanRoot, deb: Path, *options: str) -> str:
    shutil.copy(deb, root.folder / "srv" / deb.name)
    command = ("apt-get", "install", "-y", "--no-install-recommends", *options, f"/srv/{deb.name}")
    said = root.system(*command)
    (root.folder / "srv" / deb.name).unlink()
    return said


def data(root: CleanRoot) -> Path:
    return root.home / ".local/share/vqdesk"


def test_the_package_is_small_enough_and_complete() -> None:
    assert DEBS[0].stat().st_size <= MOST_MB * 1_000_000
    listed = subprocess.run(["dpkg-deb", "-c", str(DEBS[0])], capture_output=True, text=True, check=True).stdout
    for wanted in (
        "usr/bin/vqdesk",
        "usr/share/applications/vqdesk.desktop",
        "usr/share/icons/hicolor/scalable/apps/vqdesk.svg",
        "usr/share/icons/hicolor/128x128/apps/vqdesk.png",
        "usr/share/metainfo/io.github.vqdesk.VQDesk.metainfo.xml",
        "usr/share/mime/packages/vqdesk.xml",
        "usr/share/man/man1/vqdesk.1.gz",
        "usr/share/doc/vqdesk/copyright",
    ):
        assert wanted in listed


def test_every_library_is_bundled_or_declared(installed: CleanRoot) -> None:
    script = (
        "find /usr/lib/vqdesk -name '*.so*' -type f | while read f; do ldd $f 2>/dev/null | grep 'not found'; done"
    )
    env = {"LD_LIBRARY_PATH": "/usr/lib/vqdesk/_internal:/usr/lib/vqdesk/_internal/PySide6/Qt/lib"}
    missing = {line.split()[0] for line in installed.system("sh", "-c", f"{script}; true", **env).splitlines()}
    assert missing <= {"libpulse.so.0"}  # recommended: clips are heard with it, and play without it


def test_the_first_clips_without_gpu_and_window(installed: CleanRoot) -> None:
    said = installed.user("vqdesk", "demo", "--headless")
    clips = list((installed.home / "Videos/VQDesk").rglob("*.mp4"))
    assert len(clips) >= 4, said
    photo = "/usr/lib/vqdesk/_internal/resources/samples/fig_bowl.jpg"
    small = ("--param", "width=320", "--param", "height=180", "--param", "length=24")
    installed.user("vqdesk", "submit", "camera-move", photo, *small, "--engine", "builtin", "--wait")
    assert data(installed).joinpath("vqdesk.db").is_file()


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with virtual_screen() as display:
        yield display


def entry_command(root: CleanRoot, files: str) -> list[str]:
    """What a file manager runs."""
    entry = (root.folder / "usr/share/applications/vqdesk.desktop").read_text()
    [command] = re.findall(r"^Exec=(.+)$", entry, re.MULTILINE)
    return command.replace("%F", files).split()


def test_the_window_opens_from_the_desktop_entry(installed: CleanRoot, screen: str) -> None:
    photo = "/usr/lib/vqdesk/_internal/resources/samples/fig_bowl.jpg"
    window = installed.start(*entry_command(installed, photo), DISPLAY=screen)
    try:
        assert "VQDesk" in wait_for_window(screen)
        time.sleep(15)  # for the picture: what comes after the first paint is there too
        picture = ROOT / "build" / "installed.png"
        subprocess.run(["import", "-display", screen, "-window", "root", str(picture)], check=True)
        assert picture.stat().st_size > 20_000  # an empty screen is smaller
        with closing(sqlite3.connect(data(installed) / "vqdesk.db")) as store:
            states = [row[0] for row in store.execute("SELECT state FROM workspaces")]
        assert any(photo in state for state in states)
    finally:
        window.terminate()
        window.wait(30)


def wait_for_window(display: str) -> str:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "VQDesk", "getwindowname"],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            text=True,
            check=False,
        )
        if found.returncode == 0 and found.stdout.strip():
            return found.stdout
        time.sleep(0.5)
    raise AssertionError("no window came")


def test_an_update_keeps_queue_and_data(installed: CleanRoot, tmp_path: Path) -> None:
    before = installed.user("vqdesk", "jobs", "--json")
    assert '"number": 1' in before
    newer = rebuilt(DEBS[0], tmp_path, "9.9.9")
    assert "9.9.9" in install(installed, newer)
    assert installed.user("vqdesk", "jobs", "--json") == before
    newer.unlink()


def rebuilt(deb: Path, folder: Path, version: str) -> Path:
    """The same content under another version, packed loosely."""
    content = folder / "content"
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(content)], check=True)
    control = content / "DEBIAN/control"
    control.write_text(re.sub(r"^Version: .*$", f"Version: {version}", control.read_text(), flags=re.MULTILINE))
    target = folder / f"vqdesk_{version}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(content), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(content)
    return target


def test_a_downgrade_is_refused_in_words_and_a_backup_brings_the_queue_back(
    installed: CleanRoot, screen: str
) -> None:
    before = installed.user("vqdesk", "jobs", "--json")
    installed.user("vqdesk", "backup", "make")
    with closing(sqlite3.connect(data(installed) / "vqdesk.db")) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('vqdesk', '9999_next', '')"
        )
        newer.commit()
    for path in data(installed).glob("vqdesk.db*"):
        shutil.chown(path, *owner(installed))
    install(installed, DEBS[0], "--allow-downgrades")
    assert "newer VQDesk" in installed.user("vqdesk", "jobs", code=1)
    icon = installed.start(*entry_command(installed, ""), DISPLAY=screen)
    assert "VQDesk" in wait_for_window(screen)  # a box that says why
    while icon.poll() is None:
        subprocess.run(["xdotool", "key", "Escape"], env={**os.environ, "DISPLAY": screen}, check=False)
        time.sleep(0.5)
    assert icon.returncode == 1
    assert "Restored" in installed.user("vqdesk", "backup", "restore")
    assert installed.user("vqdesk", "jobs", "--json") == before


def owner(root: CleanRoot) -> tuple[int, int]:
    facts = root.home.stat()
    return facts.st_uid, facts.st_gid


def test_removal_leaves_the_data_and_purge_takes_it_only_after_a_yes(installed: CleanRoot) -> None:
    installed.system("apt-get", "remove", "-y", "vqdesk")
    assert not (installed.folder / "usr/bin/vqdesk").exists()
    assert (data(installed) / "vqdesk.db").is_file()
    installed.system("apt-get", "purge", "-y", "vqdesk")
    assert (data(installed) / "vqdesk.db").is_file()
    install(installed, DEBS[0])
    installed.system("sh", "-c", "echo 'vqdesk vqdesk/remove-data boolean true' | debconf-set-selections")
    installed.system("apt-get", "purge", "-y", "vqdesk")
    assert not data(installed).exists()
    assert list((installed.home / "Videos/VQDesk").rglob("*.mp4"))
