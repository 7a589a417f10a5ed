"""What people paste into a folder field becomes the path they mean."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vqdesk.domain.paths import is_absolute, normalised

PLATFORMS = st.sampled_from(["linux", "darwin", "windows"])
NAMES = st.text(
    st.characters(categories=("L", "N"), include_characters=" -_.()äé"), min_size=1, max_size=12
).filter(lambda name: name.strip() == name and name.strip("."))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/home/me/Pictures", "/home/me/Pictures"),
        ("  /home/me/Pictures/  \n", "/home/me/Pictures"),
        ('"/home/me/My Pictures"', "/home/me/My Pictures"),
        ("'/home/me/My Pictures'\r\n", "/home/me/My Pictures"),
        ("“/home/me/in”", "/home/me/in"),
        ('"/home/me/in', "/home/me/in"),
        ("/home/me/Pict\nures/in", "/home/me/Pictures/in"),
        ("/home/me/My\\ Pictures\\ \\(2\\)", "/home/me/My Pictures (2)"),
        ("file:///home/me/My%20Pictures", "/home/me/My Pictures"),
        ("file://localhost/home/me/%C3%A4", "/home/me/ä"),
        ("FILE:/home/me", "/home/me"),
        ("file:///C:/Users/me", "/mnt/c/Users/me"),
        (r"C:\Users\me\Pictures", "/mnt/c/Users/me/Pictures"),
        (r'"C:\Users\me\My Pictures"', "/mnt/c/Users/me/My Pictures"),
        ("d:/in", "/mnt/d/in"),
        ("C:\\", "/mnt/c"),
        ("\u202aC:\\in", "/mnt/c/in"),
        (r"\\wsl.localhost\Ubuntu-22.04\home\me\in", "/home/me/in"),
        (r"\\wsl$\Ubuntu\home\me", "/home/me"),
        (r"\\WSL.LOCALHOST\Ubuntu", "/"),
        ("//wsl.localhost/Ubuntu/home/me", "/home/me"),
        (r"\\nas\photos\in", "//nas/photos/in"),
        ("~/Pictures/", "~/Pictures"),
        ("/a//b/./c/../d", "/a/b/c/../d"),
        ("/", "/"),
        ("", ""),
        (" \n ", ""),
        ("/home/me/lake #2.d", "/home/me/lake #2.d"),
    ],
)
def test_under_linux(text: str, meant: str) -> None:
    assert normalised(text, "linux") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r"C:\Users\me\in", r"C:\Users\me\in"),
        ("c:/Users/me/in/", r"C:\Users\me\in"),
        ('"C:\\Users\\me\\My Pictures"\r\n', r"C:\Users\me\My Pictures"),
        ("C:", "C:\\"),
        ("/mnt/d/in", r"D:\in"),
        ("file:///C:/Users/me/My%20Pictures", r"C:\Users\me\My Pictures"),
        ("file://nas/photos", r"\\nas\photos"),
        (r"\\wsl.localhost\Ubuntu\home\me", r"\\wsl.localhost\Ubuntu\home\me"),
        ("//nas/photos/in/", r"\\nas\photos\in"),
    ],
)
def test_under_windows(text: str, meant: str) -> None:
    assert normalised(text, "windows") == meant


@given(st.text(max_size=60), PLATFORMS)
@example('\'""', "linux")
@example("file:file:", "linux")
@example("/\\\\ a", "linux")
@example("//", "windows")
def test_twice_is_as_once_and_no_line_break_is_left(text: str, platform) -> None:
    once = normalised(text, platform)
    assert normalised(once, platform) == once
    assert not set("\n\r\0\t") & set(once)


@given(st.lists(NAMES, min_size=1, max_size=5), st.sampled_from(['"{}"', "'{}'", " {}\n", "{}/", "“{}”\r\n"]))
def test_a_clean_path_comes_through_any_wrapping(names: list[str], wrapping: str) -> None:
    path = "/" + "/".join(names)
    assert normalised(wrapping.format(path), "linux") == path
    assert is_absolute(path, "linux")


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from("CDZ"))
def test_a_drive_and_its_mount_are_the_same_place(names: list[str], drive: str) -> None:
    windows = drive + ":\\" + "\\".join(names)
    linux = f"/mnt/{drive.lower()}/" + "/".join(names)
    assert normalised(windows, "linux") == linux
    assert normalised(linux, "windows") == windows
    assert is_absolute(windows, "windows")
