"""Names of outputs: readable, and harmless whatever a server, a job name or a source is called."""

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workflow_samples import prompt

from vqdesk.domain.naming import natural_key, output_folder, output_name, safe_part


def named(source="/p/lake boats.jpg", remote="x_00001_.mp4", tries=2, number=41, index=0, **changes):
    facts = {"ordinal": 8, "try_number": 2, "seed": 884121307, **changes}
    return output_name(prompt(source_path=source, **facts), number, tries, remote, index)


def test_a_name_says_source_job_prompt_try_and_seed():
    assert named() == "lake_boats_0041-008_try2_seed884121307.mp4"


def test_parts_without_meaning_are_left_out():
    assert named(tries=1) == "lake_boats_0041-008_seed884121307.mp4"
    assert named(tries=1, seed=None) == "lake_boats_0041-008.mp4"
    assert named(source="", tries=1, seed=None) == "0041-008.mp4"


def test_several_files_of_one_prompt_are_numbered():
    assert named(tries=1, seed=None, index=1) == "lake_boats_0041-008_02.mp4"


def test_unicode_and_windows_paths_stay_readable():
    assert named(source="C:\\Bilder\\Möwe über See.jpeg", tries=1, seed=None) == "Möwe_über_See_0041-008.mp4"


@pytest.mark.parametrize("remote", ["a.exe", "a.desktop", "a", "a.mp4/../../b.sh", "..", "a.mp4 ", "a.p\u202en"])
def test_an_extension_that_a_click_could_start_becomes_harmless(remote):
    assert named(remote=remote).endswith(".bin")


def test_a_known_extension_is_kept_in_small_letters():
    assert named(remote="vqdesk/id/save_00001_.PNG").endswith(".png")


def test_a_job_has_its_own_readable_folder():
    assert output_folder("image_to_video", 41, "Lake at dusk") == "generation/image_to_video/0041_lake-at-dusk"
    assert output_folder("upscale", 8, "lake_boats + 11") == "specialized/upscale/0008_lake_boats-11"
    assert output_folder("upscale", 7, "  ") == "specialized/upscale/0007"
    assert output_folder("upscale", 7, "../../etc") == "specialized/upscale/0007_etc"


@pytest.mark.parametrize("name", ["CON", "nul.txt", "lpt1", "con."])
def test_names_that_windows_reserves_are_changed(name):
    assert safe_part(name).partition(".")[0].lower() not in {"con", "nul", "lpt1"}


@given(st.text(max_size=400), st.text(max_size=60), st.integers(1, 10**7))
def test_no_text_escapes_the_folder_or_breaks_a_file_system(text, remote, number):
    folder = output_folder("image_to_video", number, text)
    name = named(source=f"/p/{text}", remote=remote, number=number)
    for part in (*folder.split("/"), name):
        assert part not in ("", ".", "..")
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', part)
        assert part[-1] not in " ."
        assert len(part) <= 120
        assert len(part.encode()) <= 255
        assert PurePosixPath(part).name == part
        assert PureWindowsPath(part).name == part
    assert len(folder.split("/")) == 3


def test_numbers_sort_as_numbers():
    assert sorted(["s10.png", "S2.png", "s1.png"], key=natural_key) == ["s1.png", "S2.png", "s10.png"]
