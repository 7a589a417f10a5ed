"""Ranges in the words that people use."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.estimates import Span
from vqdesk.domain.spans import finish_words, length_words, size_words, span_words, start_words

EVENING = datetime(2026, 11, 21, 22, 41, 7)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.2, 1, "5 s"),
        (21, 39, "20 – 40 s"),
        (47, 95, "45 s – 1 min 35 s"),
        (150, 260, "2 min 30 s – 4 min 20 s"),
        (200, 900, "3 – 15 min"),
        (3960, 4560, "1 h 06 – 1 h 16"),
        (6000, 7800, "1 h 40 – 2 h 10"),
        (30_000, 36_000, "8 h 20 – 10 h"),
        (80_000, 100_000, "22 h – 1 d 4 h"),
    ],
)
def test_a_range_is_said_as_people_say_it(low: float, high: float, words: str) -> None:
    assert span_words(Span(low, high)) == words


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_no_range_is_said_backwards_and_none_has_seconds_above_ten_minutes(one: float, other: float) -> None:
    low, high = sorted((one, other))
    words = span_words(Span(low, high))
    assert words
    assert low < 600 or not words.endswith(" s")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3960, 4500, "23:47 – 23:57"),
        (6000, 7800, "00:20 – 00:55"),
        (1, 20, "22:41"),
        (80_000, 100_000, "Sun 20:30 – Mon 02:30"),
        (200_000, 210_000, "Tue 06:00 – 09:30"),
    ],
)
def test_the_finish_names_the_day_when_the_hour_alone_could_mean_two(low: float, high: float, words: str) -> None:
    assert finish_words(Span(low, high), EVENING) == words


def test_a_start_is_one_time() -> None:
    assert start_words(Span(6000, 7800), EVENING) == "00:35"
    assert start_words(Span(60, 120), EVENING) == "22:43"


def test_lengths_and_sizes() -> None:
    assert [length_words(n) for n in (40, 200, 1500, 3960, 7200, 187_200)] == [
        "40 s",
        "3 min 20 s",
        "25 min",
        "1 h 06",
        "2 h",
        "2 d 4 h",
    ]
    assert [size_words(n) for n in (0, 90_000, 1_234_567, 1_200_000_000, 12_300_000_000)] == [
        "1 kB",
        "90 kB",
        "1.2 MB",
        "1.2 GB",
        "12 GB",
    ]
