"""No secret and no private path leaves in a support bundle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.redaction import HOST, SECRET, USER, Redactor

WORDS = st.text(st.characters(whitelist_categories=("Ll", "Lu", "Nd")), min_size=6, max_size=20)
SECRETS = st.text("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789", min_size=16, max_size=40).map(lambda one: f"q7{one}")
AROUND = st.sampled_from(["{}", "WARNING {} went away", 'x="{}"', "({})", "see {}, then {}", "a\n{}\nb"])
FORMS = (
    "token={}",
    "api_key: {}",
    '"password": "{}"',
    "Authorization: Bearer {}",
    "https://anna:{}@example.org/v1",
    "HF_TOKEN={}",
    "sk-{}",
    "hf_{}",
    "ghp_{}",
    "github_pat_{}",
    "xoxb-{}",
    "https://example.org/?access_token={}&x=1",
)
ROOTS = ("/home/anna", "/Users/anna", "/mnt/photos", r"C:\Users\anna", r"\\nas\family", "/media/anna/disk")


@given(SECRETS, st.sampled_from(FORMS), AROUND)
def test_no_token_is_left(secret: str, form: str, around: str) -> None:
    assert secret not in Redactor().clean(around.replace("{}", form.format(secret)))


@given(st.text(min_size=1).filter(str.strip), AROUND)
def test_a_known_secret_is_never_left(secret: str, around: str) -> None:
    cleaned = Redactor([secret]).clean(around.replace("{}", f"|{secret}|"))
    assert f"|{secret}|" not in cleaned or secret in SECRET


@given(
    st.sampled_from(ROOTS), st.lists(WORDS, min_size=1, max_size=4), st.sampled_from([".png", ".mp4", ""]), AROUND
)
def test_no_part_of_a_private_path_is_left(root: str, parts: list[str], ending: str, around: str) -> None:
    joint = "\\" if "\\" in root else "/"
    cleaned = Redactor().clean(around.replace("{}", joint.join([root, *parts]) + ending))
    for part in ("anna", "family", "photos", *(part for part in parts if part not in around)):
        assert part not in cleaned
    assert ending in cleaned


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    redactor = Redactor(["geheim"], {"/home/anna/.vqdesk": "<data>"}, {"anna": USER})
    once = redactor.clean(text)
    assert redactor.clean(once) == once


def test_names_of_people_and_computers_go_and_places_get_their_mark() -> None:
    redactor = Redactor(places={"/home/anna/.local/vqdesk": "<data>"}, names={"anna": USER, "annas-pc": HOST})
    text = redactor.clean(
        "Anna on annas-pc: /home/anna/.local/vqdesk/logs/engine.log and /home/anna/My Pictures/a b.jpg"
    )
    assert text.startswith(f"{USER} on {HOST}: <data>/logs/engine.log and [path]")
    assert "Pictures" not in text
    assert "b.jpg" not in text


@pytest.mark.parametrize(
    "harmless",
    [
        "2026-11-21 08:00:01,204 ERROR vqdesk.lane the server is away",
        'File "/usr/lib/python3.11/threading.py", line 982, in run',
        "step 7/20, 1.84 it/s, 3.4 GB and/or more",
        "http://127.0.0.1:8188/prompt answered 500",
        "512 tokens, no password is needed",
    ],
)
def test_what_helps_stays(harmless: str) -> None:
    assert Redactor().clean(harmless) == harmless
