"""Passwords for servers: in the keyring or in a file of one's own, and nowhere else."""

import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from vqdesk.adapters.platform import SystemSecrets
from vqdesk.cli.root import cli
from vqdesk.parts import parts

PASSWORD = "Bearer c0rrect-h0rse"


class Ring(ModuleType):
    """Python's `keyring` package over a dictionary; `broken` as when its daemon is gone."""

    class errors:  # noqa: N801 - the package's own name
        class KeyringError(Exception):
            pass

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.priority = 5
        self.broken = False

    def get_keyring(self) -> "Ring":
        return self

    def get_password(self, service: str, name: str) -> str | None:
        if self.broken:
            raise self.errors.KeyringError("locked")
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        if self.broken:
            raise self.errors.KeyringError("locked")
        self.kept[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    return made


@pytest.fixture
def without_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


def test_without_a_keyring_a_file_that_only_the_owner_reads(tmp_path: Path, without_ring: None) -> None:
    SystemSecrets(tmp_path).put("header.1", PASSWORD)
    assert SystemSecrets(tmp_path).get("header.1") == PASSWORD
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600
    SystemSecrets(tmp_path).put("header.1", "")
    assert SystemSecrets(tmp_path).get("header.1") == ""
    assert PASSWORD not in (tmp_path / "secrets.json").read_text()


def test_a_keyring_takes_it_and_no_file_is_made(tmp_path: Path, ring: Ring) -> None:
    one, other = SystemSecrets(tmp_path), SystemSecrets(tmp_path / "other")
    one.put("header.1", PASSWORD)
    assert (one.get("header.1"), other.get("header.1")) == (PASSWORD, "")
    assert list(tmp_path.iterdir()) == []
    one.put("header.1", "")
    assert ring.kept == {}


def test_a_keyring_that_is_locked_is_no_obstacle(tmp_path: Path, ring: Ring) -> None:
    ring.broken = True
    SystemSecrets(tmp_path).put("header.1", PASSWORD)
    assert SystemSecrets(tmp_path).get("header.1") == PASSWORD


def test_a_password_is_in_no_database_no_log_and_no_answer(home: Path, without_ring: None) -> None:
    def call(*words: str) -> str:
        return CliRunner().invoke(cli, ["--home", str(home), *words], obj=parts()).output

    engine = ("--engine", "http://127.0.0.1:9", "--until-empty")
    said = call("--verbose", "run", *engine, "--header", f"Authorization: {PASSWORD}")
    said += call("lanes", "--json") + call("doctor", "--json") + call("jobs", "--json") + call("backup", "make")
    assert PASSWORD not in said
    holders = [path.name for path in home.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
    assert holders == ["secrets.json"]
