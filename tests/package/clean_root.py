"""A Debian 12 with nothing in it, as a folder that is entered by chroot; made once, copied for every use."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "build" / "debian12"
USER = "someone"
TIMEOUT_S = 900


class CleanRoot:
    """Commands inside it. `folder` is seen from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / USER

    def system(self, *command: str, **variables: str) -> str:
        """As its administrator; fails with all that was said."""
        return self._run(list(command), variables)

    def user(self, *command: str, code: int = 0, **variables: str) -> str:
        """As somebody who has just sat down there."""
        return self._run(self.as_user(*command), variables, code)

    def as_user(self, *command: str) -> list[str]:
        """The command line for inside."""
        home = f"/home/{USER}"
        return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--init-groups", "env", f"HOME={home}", *command]

    def start(self, *command: str, **variables: str) -> "subprocess.Popen[str]":
        """A program of the user's that goes on."""
        return subprocess.Popen(
            ["chroot", str(self.folder), *self.as_user(*command)],
            env={**_ENVIRONMENT, **variables},
            stdin=subprocess.DEVNULL,
            text=True,
        )

    def _run(self, command: list[str], variables: dict[str, str], code: int = 0) -> str:
        ended = subprocess.run(
            ["chroot", str(self.folder), *command],
            env={**_ENVIRONMENT, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )
        assert ended.returncode == code, ended.stdout
        return ended.stdout


_ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    **{name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")},
}


@contextmanager
def clean_root(folder: Path) -> Iterator[CleanRoot]:
    """A fresh copy with one user; unmounted at the end."""
    if not (BASE / "etc").is_dir():
        BASE.parent.mkdir(exist_ok=True)
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", str(BASE)], check=True)
    subprocess.run(["cp", "-a", "--reflink=auto", f"{BASE}/.", str(folder)], check=True)
    mounts = [("-t", "proc", "proc", folder / "proc"), ("--bind", "/dev", folder / "dev")]
    try:
        for *what, where in mounts:
            subprocess.run(["mount", *what, str(where)], check=True)
        (folder / "etc/resolv.conf").write_bytes(Path("/etc/resolv.conf").read_bytes())
        root = CleanRoot(folder)
        root.system("useradd", "--create-home", USER)
        yield root
    finally:
        for *_, where in reversed(mounts):
            subprocess.run(["umount", "--lazy", str(where)], check=False)
