"""`vqdesk bundle` on a real data folder."""

import json
import zipfile

from click.testing import CliRunner

from vqdesk.cli.root import cli
from vqdesk.parts import parts


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments, obj=parts())
    assert result.exit_code == 0, result.output
    return result.output


def test_a_bundle_is_printed_or_saved_without_our_own_paths(tmp_path) -> None:
    home, target = tmp_path / "home", tmp_path / "bundle.zip"
    shown = json.loads(run("--home", str(home), "bundle", "--json"))
    assert "data folder: <data>" in shown["check.txt"]
    assert str(home) not in json.dumps(shown)
    assert "check.txt" in run("--home", str(home), "bundle", "--out", str(target))
    with zipfile.ZipFile(target) as archive:
        assert set(shown) == set(archive.namelist())
