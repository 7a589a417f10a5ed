"""Paths as people paste them, made into paths of this machine (R-S8). Looks at nothing but the text."""

import re
from typing import Final, Literal
from urllib.parse import unquote

Platform = Literal["linux", "darwin", "windows"]

_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Line breaks of a narrow terminal, and marks that Windows puts before a path that is copied."""
_QUOTES: Final = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("«", "»"), ("`", "`"), ("<", ">"))
_ESCAPED: Final = re.compile(r"\\([ \"'()\[\]{}&;!$`*?#<>|])")
_DRIVE: Final = re.compile(r"^([A-Za-z]):(?:[\\/]+|$)")
_MOUNTED: Final = re.compile(r"^/mnt/([A-Za-z])(?:/|$)")
_WSL: Final = re.compile(r"^[\\/]{2}wsl(?:\.localhost|\$)[\\/]+[^\\/]+", re.IGNORECASE)
_UNC: Final = re.compile(r"^(?:\\\\|//)[^\\/]")
_MOST_LAYERS: Final = 16


def normalised(text: str, platform: Platform) -> str:
    r"""The path that is meant by `text`, absolute only when the text is.

    Takes quotes, line breaks, file:// addresses, `C:\…` and `\\wsl.localhost\…` under Linux, `/mnt/c/…` under
    Windows, and blanks that were escaped for a shell. `~` and `..` stay, they need the disk. Twice is as once.
    """
    for _ in range(_MOST_LAYERS):
        before, text = text, _native(_bare(text), platform)
        if text == before:
            break
    return text


def is_absolute(path: str, platform: Platform) -> bool:
    """Whether a normalised path says where it begins."""
    if platform == "windows":
        return bool(_DRIVE.match(path) or _UNC.match(path))
    return path.startswith("/")


def _bare(text: str) -> str:
    text = _INVISIBLE.sub("", text).strip()
    for first, last in _QUOTES:
        if text.startswith(first) and text.endswith(last) and len(text) > 1:
            return _bare(text[1:-1])
    for first, _ in _QUOTES[:2]:
        if text.startswith(first):
            return _bare(text[1:])  # the other one was lost while copying
    return _from_address(text)


def _from_address(text: str) -> str:
    if not text.lower().startswith("file:"):
        return text
    rest = _INVISIBLE.sub("", unquote(text[len("file:") :]))
    if rest.startswith("//"):
        host, slash, path = rest[2:].partition("/")
        rest = slash + path if host.lower() in ("", "localhost") else f"//{host}/{path}"
    return rest[1:] if re.match(r"^/[A-Za-z]:", rest) else rest


def _native(text: str, platform: Platform) -> str:
    return _windows(text) if platform == "windows" else _posix(text)


def _posix(text: str) -> str:
    if wsl := _WSL.match(text):
        return _tidy("/" + text[wsl.end() :].replace("\\", "/").lstrip("/"))
    if drive := _DRIVE.match(text):
        return _tidy(f"/mnt/{drive[1].lower()}/" + text[drive.end() :].replace("\\", "/"))
    if text.startswith("\\\\"):
        return _tidy(text.replace("\\", "/"))
    return _tidy(_ESCAPED.sub(r"\1", text))


def _windows(text: str) -> str:
    if mounted := _MOUNTED.match(text):
        text = f"{mounted[1]}:/{text[mounted.end() :]}"
    if drive := _DRIVE.match(text):
        text = f"{drive[1].upper()}:/{text[drive.end() :]}"
    return _tidy(text.replace("\\", "/")).replace("/", "\\")


def _tidy(path: str) -> str:
    """One slash between names, two before a share, none at the end, and no names that change nothing."""
    start = "//" if _UNC.match(path) else "/" if path.startswith("/") else ""
    names = [name for name in path.split("/") if name not in ("", ".")]
    if not names:
        return start[:1] or ("." if path.strip("/") == "." else "")
    tidy = start + "/".join(names)
    return f"{tidy}/" if re.fullmatch(r"[A-Za-z]:", tidy) else tidy
