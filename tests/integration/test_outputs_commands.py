"""Finished files from the command line: listed, found, rated; what is wrong is said."""

import json

import pytest
from click.testing import CliRunner
from output_samples import finish, output_draft, write_clip, write_still

from vqdesk import bootstrap
from vqdesk.cli.frame import Parts
from vqdesk.cli.root import cli


@pytest.fixture
def command(home, tmp_path):
    app = bootstrap.build(str(home))
    store = app.services.store
    lane = store.lanes.ensure("Studio", "http://127.0.0.1:9", "comfyui").id
    finish(store, lane, output_draft("Boats", workflow="wan22-i2v"), [write_clip(tmp_path / "boats.mp4")])
    finish(store, lane, output_draft("Faces", workflow="flux-t2i"), [write_still(tmp_path / "face.png")])
    app.close()
    unused = {name: None for name in Parts.__dataclass_fields__ if name != "build"}
    parts = Parts(build=bootstrap.build, **unused)

    def run(*arguments: object, code: int = 0):
        result = CliRunner().invoke(cli, ["--home", str(home), *map(str, arguments)], obj=parts)
        assert result.exit_code == code, result.output
        return result

    return run


def listed(command, *arguments: object) -> list[dict]:
    return json.loads(command("outputs", *arguments, "--json").stdout)["outputs"]


def test_outputs_are_listed_narrowed_and_rated(command, tmp_path):
    newest, oldest = listed(command)
    assert (newest["kind"], oldest["kind"], oldest["seconds"]) == ("image", "video", 2.0)
    assert [one["path"] for one in listed(command, "--job", 1)] == [str(tmp_path / "boats.mp4")]
    assert [one["job"] for one in listed(command, "--search", "workflow:flux")] == [2]
    command("rate", 4, oldest["id"], "--favourite", "--tag", "lake")
    [starred] = listed(command, "--starred", "--kind", "video")
    assert (starred["rating"], starred["favourite"], starred["tags"]) == (4, True, ["lake"])
    line = command("outputs", "--search", "tag:lake").stdout
    assert "****" in line and "boats.mp4" in line and "[lake]" in line


def test_what_is_wrong_is_said(command):
    assert "no rating" in command("rate", 7, 1, code=1).stderr
    assert "no output 99" in command("rate", 3, 99, code=1).stderr
    assert "99" in command("outputs", "--job", 99, code=1).stderr
