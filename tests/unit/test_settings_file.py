"""Settings leave as a readable file and come back; whatever else a file holds is refused or left out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.settings import BY_KEY, COUNTDOWN_S, KEEP_FREE_GB, SETTINGS
from vqdesk.domain.settings_file import read_settings, settings_text
from vqdesk.domain.settings_window import SCHEME, TEXT_SIZE

DEFAULTS = {setting.key: setting.default for setting in SETTINGS}


def test_only_what_differs_is_written_and_read_again() -> None:
    changed = {SCHEME.key: "light", TEXT_SIZE.key: 150, KEEP_FREE_GB.key: 8.5}
    text = settings_text(DEFAULTS | changed)
    assert json.loads(text)["settings"] == changed
    assert read_settings(text).values == changed


def test_secrets_are_never_written() -> None:
    secrets = {setting.key: "s3cret" for setting in SETTINGS if setting.is_secret}
    assert secrets
    assert "s3cret" not in settings_text(DEFAULTS | secrets)


@pytest.mark.parametrize(
    "wrong", ["", "{", "[]", "null", '{"settings": {}}', '{"format": "vqdesk-settings"}', "[" * 100_000]
)
def test_other_files_are_refused_in_words(wrong: str) -> None:
    with pytest.raises(InputUnusable) as refused:
        read_settings(wrong)
    assert refused.value.problem.cause
    assert refused.value.problem.remedy


def test_unknown_and_wrong_entries_are_named_and_the_rest_is_taken() -> None:
    found = {COUNTDOWN_S.key: 5, TEXT_SIZE.key: 9000, "moon.phase": 1, SCHEME.key: "pink"}
    read = read_settings(json.dumps({"format": "vqdesk-settings", "version": 1, "settings": found}))
    assert read.values == {COUNTDOWN_S.key: 5}
    assert read.left_out == (TEXT_SIZE.key, "moon.phase", SCHEME.key)


@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), st.none() | st.booleans() | st.integers() | st.text()))
def test_no_file_brings_in_a_value_that_is_not_allowed(found: dict[str, object]) -> None:
    read = read_settings(json.dumps({"format": "vqdesk-settings", "settings": found}))
    assert all(BY_KEY[key].allows(value) for key, value in read.values.items())
    assert set(read.values) | set(read.left_out) == set(found)
