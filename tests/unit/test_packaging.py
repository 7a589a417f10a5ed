"""What the packages are made of, checked without building them."""

import re
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from ruamel.yaml import YAML

import vqdesk
from vqdesk.services.licences import as_text, bundled, texts

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_version_stands_in_one_place() -> None:
    for path in (
        "pyproject.toml",
        "packaging/linux/control",
        "packaging/windows/vqdesk.iss",
        "packaging/vqdesk.spec",
    ):
        assert not re.search(
            rf'^(Version: |AppVersion=|version = ")?"?{re.escape(vqdesk.__version__)}', text_of(path), re.M
        )


def test_the_desktop_entry_starts_the_program_and_names_the_icon() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(LINUX / "vqdesk.desktop", encoding="utf-8")
    facts = entry["Desktop Entry"]
    assert (facts["Type"], facts["Exec"], facts["Icon"]) == ("Application", "vqdesk %F", "vqdesk")
    window = text_of("vqdesk/ui/app.py")
    assert f'setDesktopFileName("{facts["StartupWMClass"]}")' in window  # else docks show two icons


def test_appstream_and_file_type_are_sound() -> None:
    page = ElementTree.parse(LINUX / "vqdesk.metainfo.xml").getroot()
    assert page.findtext("launchable") == "vqdesk.desktop"
    assert page.findtext("project_license") == "MIT"
    kinds = ElementTree.parse(LINUX / "vqdesk-mime.xml").getroot()
    globs = [one.get("pattern") for one in kinds.iter() if one.tag.endswith("glob")]
    from vqdesk.services.queue_file import SUFFIX

    assert globs == [f"*{SUFFIX}"]
    [kind] = [one.get("type") for one in kinds]
    assert page.findtext("provides/mediatype") == kind
    assert f"MimeType={kind};" in text_of("packaging/linux/vqdesk.desktop")


def test_the_package_declares_what_qt_loads_from_the_system() -> None:
    assert "@DEPENDS@" in text_of("packaging/linux/control")
    assert "libegl1" in text_of("packaging/qt-libraries.txt")
    assert "set -e" in text_of("packaging/linux/postrm")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-package.lock"])
def test_every_locked_package_has_hashes_and_no_index(name: str) -> None:
    blocks = re.findall(
        r"^[a-z0-9][^\n]*==[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}[^\n]*\n)+)",
        text_of(f"packaging/{name}"),
        re.M,
    )
    assert len(blocks) == len(re.findall(r"^[a-z0-9].*==", text_of(f"packaging/{name}"), re.M))
    assert "http" not in text_of(f"packaging/{name}")


def test_the_workflow_of_ci_is_readable_and_builds_for_three_systems() -> None:
    document = YAML(typ="safe").load(text_of(".github/workflows/packages.yml"))
    assert set(document["jobs"]) == {"linux", "windows", "macos"}


def test_every_bundled_package_has_terms_and_the_gpl_parts_are_named() -> None:
    found = {one.name: one for one in bundled()}
    needed = re.findall(
        r'^    "([a-z0-9.-]+)[><!=~]', text_of("pyproject.toml").partition("[project.optional")[0], re.M
    )
    assert len(needed) > 15
    assert {name.replace("_", "-") for name in needed} - {"setuptools"} <= set(found)
    assert all(one.terms for one in found.values())
    assert "x264" in found["av"].note
    assert "LGPL" in found["pyside6-essentials"].terms
    assert "GPL" in as_text(bundled())
    assert texts("numpy")
