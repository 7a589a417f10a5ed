"""Sentences with values in them are known again by the words around the values."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.ui.sentences import Sentence, by_certainty, translated

GERMAN = {
    "{0} cannot be read.": "{0} ist nicht lesbar.",
    "{0} of {1} files cannot be read.": "{0} von {1} Dateien sind nicht lesbar.",
    "{0} Only automatic prompts need it.": "{0} Nur automatische Prompts brauchen es.",
    "{0} is {1}.": "{0} ist {1}.",
    "{model} took {seconds} seconds.": "{seconds} s brauchte {model}.",
    "Node {0}: {1}": "Node {0}: {1}",
}
WORDS = {"a video": "ein Video", "Check the file.": "Die Datei prüfen.", "Nobody answers.": "Niemand antwortet."}
SENTENCES = by_certainty(Sentence.of(source, said) for source, said in GERMAN.items())


def said(text: str) -> str:
    return WORDS.get(text) or translated(text, SENTENCES, said) or text


def test_values_stay_and_may_change_places() -> None:
    assert said("cat.png cannot be read.") == "cat.png ist nicht lesbar."
    assert said("qwen took 12 seconds.") == "12 s brauchte qwen."


def test_the_sentence_with_the_most_words_is_meant() -> None:
    assert said("3 of 7 files cannot be read.") == "3 von 7 Dateien sind nicht lesbar."


def test_a_value_that_is_known_is_translated_too() -> None:
    assert said("beach.mp4 is a video.") == "beach.mp4 ist ein Video."
    assert said("Nobody answers. Only automatic prompts need it.") == (
        "Niemand antwortet. Nur automatische Prompts brauchen es."
    )


def test_sentences_side_by_side_are_translated_one_by_one() -> None:
    assert said("cat.png cannot be read. Check the file.") == "cat.png ist nicht lesbar. Die Datei prüfen."


def test_what_is_nobodys_stays_as_it_is() -> None:
    for text in ("Segmentation fault.", "My dog is brown.", "", "{0}", "cannot be read"):
        assert said(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(said(text), str)


@given(st.text(min_size=1, alphabet="abcxyz/_-.0123456789"), st.integers(0, 10**6))
def test_values_come_back_as_they_were(name: str, number: int) -> None:
    assert said(f"{name} took {number} seconds.") == f"{number} s brauchte {name}."
