"""`make setup` through its real script, in small checkouts of its own and without network."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ["sh", "env", "basename", "cat", "cksum", "dirname", "mktemp", "rm", "sleep", "tail", "uname"]

BACKEND = """
    import zipfile
    from pathlib import Path

    def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
        name = "vqdesk-0-py3-none-any.whl"
        info = "vqdesk-0.dist-info"
        with zipfile.ZipFile(Path(wheel_directory) / name, "w") as wheel:
            wheel.writestr("vqdesk.pth", str(Path.cwd()))
            wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: vqdesk\\nVersion: 0\\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
            wheel.writestr(f"{info}/RECORD", "")
        return name
"""
PYPROJECT = """
    [build-system]
    requires = []
    build-backend = "backend"
    backend-path = ["."]
    [project]
    name = "vqdesk"
    version = "0"
"""


class Checkout:
    """A small project with the real set-up script, on a machine that has only the commands in `commands`."""

    def __init__(self, home: Path) -> None:
        self.root = home / "with a blank"
        self.commands = home / "commands"
        self.calls = home / "calls.txt"
        self.venv = self.root / ".venv"
        packaging = self.root / "packaging"
        packaging.mkdir(parents=True)
        self.commands.mkdir()
        for name in ("bootstrap.sh", "qt-libraries.txt"):
            shutil.copy(ROOT / "packaging" / name, packaging)
        for name in ("requirements.lock", "requirements-dev.lock"):
            (packaging / name).write_text("# nothing\n")
        (self.root / "pyproject.toml").write_text(textwrap.dedent(PYPROJECT))
        (self.root / "backend.py").write_text(textwrap.dedent(BACKEND))
        for tool in TOOLS:
            (self.commands / tool).symlink_to(shutil.which(tool) or tool)
        self.command(
            "ldconfig", f"cat {packaging / 'qt-libraries.txt'!s}".replace("with a blank", "with\\ a\\ blank")
        )
        self.command("id", "echo 1000")
        self.command("python3", f'exec {sys.executable} "$@"')

    def command(self, name: str, body: str) -> None:
        """Put a command on the machine; every call of it is recorded with its arguments."""
        path = self.commands / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >>{self.calls}\n{body}\n')
        path.chmod(0o755)

    def without_ensurepip(self) -> None:
        """Make Python like Debian's before its venv package is installed."""
        self.command(
            "python3",
            f'case "$*" in *ensurepip*) [ -e {self.calls}.venv ] || exit 1 ;; esac\nexec {sys.executable} "$@"',
        )

    def without_qt_libraries(self) -> None:
        """Make the linker know nothing."""
        self.command("ldconfig", "true")

    def set_up(self) -> subprocess.CompletedProcess[str]:
        """Run the script as `make setup` does."""
        environment = {"PATH": str(self.commands), "HOME": str(self.root), "PIP_NO_INDEX": "1", "CI": "true"}
        script = str(self.root / "packaging" / "bootstrap.sh")
        return subprocess.run(
            ["/bin/sh", script],
            env=environment,
            stdin=subprocess.DEVNULL,
            text=True,
            capture_output=True,
            check=False,
        )

    def calls_of(self, name: str) -> list[str]:
        """The recorded calls of one command."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if line.startswith(name)]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_setup_makes_a_working_venv_and_the_second_call_is_quick(checkout: Checkout) -> None:
    first = checkout.set_up()
    assert first.returncode == 0, first.stderr
    subprocess.run(
        [checkout.venv / "bin" / "python", "-c", "import backend"], check=True, cwd=checkout.root.parent
    )

    searched = checkout.calls_of("python3")
    second = checkout.set_up()
    assert checkout.calls_of("python3") == searched
    assert (second.returncode, second.stdout) == (0, "setup: up to date\n")

    (checkout.root / "packaging" / "requirements.lock").write_text("# changed\n")
    assert "installing the locked Python packages" in checkout.set_up().stdout


def test_a_failed_installation_leaves_no_venv_and_says_what_to_do(checkout: Checkout) -> None:
    lock = checkout.root / "packaging" / "requirements.lock"
    lock.write_text(f"does-not-exist==1.0 --hash=sha256:{'0' * 64}\n")
    outcome = checkout.set_up()
    assert outcome.returncode == 1
    assert "does-not-exist" in outcome.stderr
    assert "check the network" in outcome.stderr
    assert not checkout.venv.exists()

    lock.write_text("# repaired\n")
    assert checkout.set_up().returncode == 0


def test_a_lock_entry_with_another_hash_is_refused(checkout: Checkout) -> None:
    wheel = checkout.root / "thing-1-py3-none-any.whl"
    wheel.write_bytes(b"not what was locked")
    lock = checkout.root / "packaging" / "requirements.lock"
    lock.write_text(f"thing @ {wheel.as_uri()} --hash=sha256:{'0' * 64}\n")
    outcome = checkout.set_up()
    assert outcome.returncode == 1
    assert "hash" in outcome.stderr.lower()
    assert not checkout.venv.exists()


def test_an_unfinished_venv_is_made_anew(checkout: Checkout) -> None:
    (checkout.venv / "bin").mkdir(parents=True)
    (checkout.venv / "bin" / "python").symlink_to("/nonexistent/python")
    assert checkout.set_up().returncode == 0
    assert (checkout.venv / "bin" / "pip").exists()


def test_without_rights_the_missing_venv_package_is_named_and_nothing_is_left(checkout: Checkout) -> None:
    checkout.without_ensurepip()
    checkout.command("apt-get", "exit 1")
    checkout.command("sudo", "exit 1")
    outcome = checkout.set_up()
    assert outcome.returncode == 1
    assert "sudo apt-get install -y python3-venv" in outcome.stderr
    assert checkout.calls_of("apt-get") == []
    assert not checkout.venv.exists()


def test_sudo_without_a_password_installs_the_venv_package_in_one_call(checkout: Checkout) -> None:
    checkout.without_ensurepip()
    checkout.command("apt-get", f'[ "$DEBIAN_FRONTEND" = noninteractive ] && : >{checkout.calls}.venv')
    checkout.command("sudo", 'shift\nexec "$@"')
    checkout.command("true", "exit 0")
    outcome = checkout.set_up()
    assert outcome.returncode == 0, outcome.stderr
    assert checkout.calls_of("apt-get") == ["apt-get install -y --no-install-recommends python3-venv"]


def test_package_lists_are_fetched_once_when_they_do_not_do(checkout: Checkout) -> None:
    checkout.without_qt_libraries()
    checkout.command("id", "echo 0")
    checkout.command(
        "apt-get", f"case $1 in update) : >{checkout.calls}.lists ;; *) [ -e {checkout.calls}.lists ] ;; esac"
    )
    outcome = checkout.set_up()
    assert outcome.returncode == 0, outcome.stderr
    assert [call.split()[1] for call in checkout.calls_of("apt-get")] == ["install", "update", "install"]
    assert "libxcb-cursor0" in checkout.calls_of("apt-get")[0]


def test_missing_gui_libraries_are_named_and_the_rest_is_set_up(checkout: Checkout) -> None:
    checkout.without_qt_libraries()
    checkout.command("apt-get", "exit 1")
    outcome = checkout.set_up()
    assert outcome.returncode == 0, outcome.stderr
    (line,) = (line for line in outcome.stdout.splitlines() if "sudo apt-get install -y" in line)
    assert "libegl1" in line
    assert "libxcb-cursor0" in line
    assert (checkout.venv / "bin" / "python").exists()


@pytest.mark.parametrize(("tool", "command"), [("dnf", "sudo dnf install"), ("pacman", "sudo pacman -S")])
def test_other_systems_get_their_own_command(checkout: Checkout, tool: str, command: str) -> None:
    checkout.without_qt_libraries()
    checkout.command(tool, "exit 1")
    outcome = checkout.set_up()
    assert outcome.returncode == 0, outcome.stderr
    assert command in outcome.stdout
    assert checkout.calls_of(tool) == []


def test_a_python_that_is_too_old_is_named(checkout: Checkout) -> None:
    checkout.command("python3", '[ "$1" = -V ] && echo "Python 3.9.2"\nexit 1')
    outcome = checkout.set_up()
    assert outcome.returncode == 1
    assert "Python 3.11 or newer; found: Python 3.9.2" in outcome.stderr
    assert not checkout.venv.exists()
