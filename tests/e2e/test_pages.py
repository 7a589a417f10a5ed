"""The pages: every command in them runs, every link and picture is there."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PIL import Image
from program import SMALL

from vqdesk.cli.root import cli
from vqdesk.parts import parts

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md"), *(ROOT / "packaging").glob("*.md")])
EXECUTED = ("guide.md", "runbook.md", "contributing.md")
COMMAND = re.compile(r"^(?:    )?((?:\.venv/bin/)?vqdesk .+)$", re.MULTILINE)
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Kind (`sh`, or `sh away`: a server that is not there, refused in words) and lines of each block."""
    for kind, body in re.findall(r"^```(sh[^\n]*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield kind, body.strip().splitlines()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the pages call `photos`, small and few, and the two text files that they name."""
    (tmp_path / "photos").mkdir()
    for name in ("dandelion_field.jpg", "fig_bowl.jpg"):
        with Image.open(ROOT / "resources/samples" / name) as photo:
            photo.resize((64, 64)).save(tmp_path / "photos" / name)
    names = ("photos/dandelion_field.jpg", "photos/fig_bowl.jpg")
    (tmp_path / "values.json").write_text(json.dumps({name: {"scale": 2} for name in names}))
    (tmp_path / "lines.txt").write_text("She turns\nShe smiles\n")
    monkeypatch.setenv("VQDESK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", EXECUTED)
def test_every_command_does_what_the_page_says(folder: Path, name: str) -> None:
    if name == "runbook.md":
        call("vqdesk submit image-upscale photos", 0)  # somebody has used it
    for kind, lines in blocks(text_of(f"docs/{name}")):
        for line in lines:
            call(line, 1 if kind.endswith("away") else 0)


def call(line: str, code: int) -> None:
    program, *words = shlex.split(line)
    if program == "make":
        return  # its targets are looked for below
    if program != "vqdesk":
        own = ROOT / program if program.startswith(".venv") else Path(program)
        known = own if own.exists() else Path(sys.executable).parent / own.name
        assert known.exists(), line
        if own.name == "ruff":
            return  # `make lint` runs it on everything
        ended = subprocess.run([known, *words], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
        assert ended.returncode == code, f"{line}\n{ended.stdout}{ended.stderr}"
        return
    if words[0] == "demo":
        return  # test_demo.py runs it
    if "camera-move" in words:
        words += SMALL
    result = CliRunner().invoke(cli, words, obj=parts(), prog_name="vqdesk")
    if words[0] == "doctor":  # what it finds depends on this computer
        assert result.exit_code in (0, 1), f"{line}\n{result.output}"
    else:
        assert result.exit_code == code, f"{line}\n{result.output}\n{result.exception!r}"
    assert result.exception is None or isinstance(result.exception, SystemExit), line


@pytest.mark.parametrize("name", NAMES)
def test_every_command_that_a_page_names_exists_with_its_options(name: str) -> None:
    for line in COMMAND.findall(text_of(name)):
        words = shlex.split(line.split("  #")[0].replace("…", "").replace("“", "").replace("”", ""))[1:]
        command = cli
        while words and not words[0].startswith("-") and hasattr(command, "commands"):
            command = command.get_command(click.Context(command), words.pop(0))
            assert command is not None, line
        known = {option for one in (*command.params, *cli.params) for option in one.opts} | {"--help", "--version"}
        assert {word.split("=")[0] for word in words if word.startswith("--")} <= known, line


@pytest.mark.parametrize("name", NAMES)
def test_every_make_target_that_a_page_names_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^    |^)make ([a-z-]+)", text_of(name), re.MULTILINE)) <= targets


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_picture_is_there(name: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", text_of(name)):
        if link.startswith("https://"):
            continue
        path, _, part = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), f"{name} links to {link}"
        if part:
            assert part in headings(target), f"{name} links to {link}"
        if target.suffix == ".png":
            with Image.open(target) as picture:
                picture.verify()


def headings(page: Path) -> set[str]:
    """Anchors as code hosts make them."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_every_message_of_data_in_trouble_is_one_that_the_program_says() -> None:
    table = text_of("docs/runbook.md").partition("## Data in trouble")[2].partition("\n## ")[0]
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "vqdesk").rglob("*.py"))
    said = re.sub(r"\{[^{}]*\}", "…", source)
    messages = re.findall(r"^\| “([^”]+)”", table, re.MULTILINE)
    assert len(messages) >= 7
    for message in messages:
        assert message in said, message
