"""Where a ComfyUI loads its inputs from, read from the words it was started with."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

_INPUT, _BASE = "--input-directory", "--base-directory"


def input_folder_of(argv: object, system: str) -> str:
    """The absolute folder; "" when the words do not tell, as after a start in ComfyUI's own folder.

    `argv` and `system` (`os.name` of the server) are what `/system_stats` says. An input folder of its own goes
    before the folder of all, and that before the place of the program (ComfyUI 0.3.64, folder_paths.py, main.py).
    """
    if not isinstance(argv, list) or not argv or not all(isinstance(word, str) for word in argv):
        return ""
    path: type[PurePath] = PureWindowsPath if system == "nt" else PurePosixPath
    if own := _option(argv, _INPUT):
        folder = path(own)
    elif base := _option(argv, _BASE):
        folder = path(base) / "input"
    else:
        folder = path(argv[0]).parent / "input"
    return str(folder) if folder.is_absolute() else ""


def _option(argv: list[str], name: str) -> str:
    """The value that counts: the last one."""
    found = ""
    for at, word in enumerate(argv):
        if word == name and at + 1 < len(argv):
            found = argv[at + 1]
        elif word.startswith(f"{name}="):
            found = word.partition("=")[2]
    return found
