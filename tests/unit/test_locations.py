"""Where things lie, and how the program starts itself again."""

import subprocess
import sys
from pathlib import Path

import pytest

from vqdesk.locations import find_home, resources_dir, self_command, workflows_dir


def test_a_named_home_holds_everything_outputs_included(tmp_path):
    home = find_home(str(tmp_path / "here"))
    assert home.data == tmp_path / "here"
    assert home.outputs == tmp_path / "here" / "outputs"
    inside = (home.database, home.staging, home.thumbs, home.logs, home.user_workflows, home.worker_lock)
    assert all(path.is_relative_to(home.data) for path in inside)
    assert not home.data.exists()
    home.ensure()
    home.ensure()
    assert home.staging.is_dir()


def test_the_option_wins_over_the_variable_and_the_variable_over_the_platform(tmp_path, monkeypatch):
    monkeypatch.setenv("VQDESK_HOME", str(tmp_path / "variable"))
    assert find_home().data == tmp_path / "variable"
    assert find_home(str(tmp_path / "option")).data == tmp_path / "option"
    monkeypatch.delenv("VQDESK_HOME")
    usual = find_home()
    assert "vqdesk" in usual.data.name.lower()
    assert usual.outputs.name == "VQDesk"


def test_a_home_is_absolute_whatever_was_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_home("mine").data == tmp_path / "mine"
    assert find_home("~/mine").data == Path.home() / "mine"
    assert find_home("mine", outputs=Path("clips")).outputs == tmp_path / "clips"


def test_a_home_below_a_file_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        find_home(str(tmp_path / "file" / "home")).ensure()


def test_shipped_files_are_found():
    assert (resources_dir() / "samples").is_dir()
    assert list(workflows_dir().glob("*.yaml"))


def test_the_program_starts_itself_again():
    ended = subprocess.run(self_command(["--version"]), capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("vqdesk")


def test_a_frozen_program_starts_its_own_binary(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert self_command(["engine"]) == [sys.executable, "engine"]
