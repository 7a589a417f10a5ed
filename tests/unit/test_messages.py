"""docs/messages.md is made of the source. When this fails: `make messages`."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

import messages  # noqa: E402


@pytest.fixture(scope="module")
def found() -> list[messages.Message]:
    return messages.messages()


def test_the_page_has_every_message_as_the_program_says_it(found) -> None:
    assert len(found) > 200
    assert messages.PAGE.read_text(encoding="utf-8") == messages.page(found), "make messages"


def test_whatever_is_raised_says_what_to_do(found) -> None:
    assert [one.summary for one in found if one.kind != messages.OTHERS and not one.remedy] == []
