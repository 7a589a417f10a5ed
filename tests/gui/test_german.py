"""The window in German, and what the languages are chosen from."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from real_window import PATIENCE_MS, click, drop, opened

from vqdesk.domain.errors import Problem
from vqdesk.domain.events import LaneRest, NightChanged
from vqdesk.domain.job import LaneId
from vqdesk.domain.settings_window import LANGUAGE
from vqdesk.locations import resources_dir
from vqdesk.ui.language import fall_silent, in_words, language_of, speak
from vqdesk.ui.problems import answer_in_words
from vqdesk.ui.theme.apply import ThemeSwitch


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translators = speak(qapp, {LANGUAGE.key: "de"})
    yield
    fall_silent(qapp, translators)


def test_the_settings_choose_the_language_or_the_system_does(monkeypatch) -> None:
    assert language_of({LANGUAGE.key: "en"}) == "en"
    assert language_of({LANGUAGE.key: "de"}) == "de"
    systems = ((["de-AT", "en-US"], "de"), (["fr-FR"], "en"), (["fr-FR", "de-CH"], "de"), ([], "en"))
    for spoken, language in systems:
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, spoken=spoken: spoken)
        assert language_of({}) == language


def test_words_from_below_are_known_again_with_their_values(german) -> None:
    assert in_words("Queue") == "Warteschlange"
    assert in_words("3 of 7 files cannot be used.") == "3 von 7 Dateien sind nicht verwendbar."
    assert in_words("holiday.mp4 is a video.") == "holiday.mp4 ist ein Video."
    assert in_words("Nobody knows this.") == "Nobody knows this."
    assert in_words("beach.png is mine.") == "beach.png is mine."  # too few words to be ours for sure
    assert in_words("") == ""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert "Abbrechen" in buttons.buttons()[0].text()  # Qt's own translation


def test_a_problem_is_translated_wherever_it_is_in_an_answer(german) -> None:
    problem = Problem("The server cannot be reached.", "Nothing listens at http://here.", kind="away")
    rest = LaneRest(LaneId(1), "gpu", "failures", problem=problem)
    night = answer_in_words(NightChanged("nothing", rests=(rest,), problem=problem))
    assert night.problem.summary == night.rests[0].problem.summary == "Der Server ist nicht erreichbar."
    assert night.problem.cause == "Unter http://here lauscht nichts."
    assert (night.problem.kind, night.rests[0].name) == ("away", "gpu")
    ids = list(range(1000))
    assert answer_in_words(ids) is ids


def test_the_compiled_file_says_what_the_edited_one_says() -> None:
    folder = resources_dir() / "translations"
    compiled = QTranslator()
    assert compiled.load(str(folder / "vqdesk_de.qm"))
    for context in ElementTree.parse(folder / "vqdesk_de.ts").getroot().iter("context"):
        for message in context.iter("message"):
            said = compiled.translate(context.findtext("name"), message.findtext("source"))
            assert said == message.findtext("translation"), "make translations"


def test_english_is_left_alone() -> None:
    night = NightChanged("nothing", problem=Problem("The server cannot be reached."))
    assert answer_in_words(night) is night


def test_the_whole_window_speaks_german(
    qtbot, home: Path, theme_switch: ThemeSwitch, german, tmp_path: Path
) -> None:
    with opened(qtbot, home, theme_switch) as real:
        window = real.window
        texts = {label.text() for label in window.findChildren(QLabel)}
        assert {"Hier werden die Aufträge warten", "Aus Fotos Videoclips machen"} <= texts
        assert "Warteschlange leer" in {label.text() for label in window.strip.findChildren(QLabel)}
        click(qtbot, window, "Eingebaute Engine verwenden")
        media = window.workspace.page.media
        qtbot.waitUntil(media.isVisible, timeout=PATIENCE_MS)
        (tmp_path / "notes.txt").write_text("words")
        drop(media, [tmp_path / "notes.txt"])
        wanted = "notes.txt ist kein Bild."
        qtbot.waitUntil(lambda: wanted in media.note.text, timeout=PATIENCE_MS)
        assert "Kamerafahrt (eingebaut)" in window.workspace.page.workflow_bar.combo.currentText()
