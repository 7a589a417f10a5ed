"""The language of the window: its texts, and the words that come from below it.

Below the window everything is English, also what is stored, so that anybody can read a list, a log and a bundle.
A problem is translated where it enters the window (`ui/problems.py`), other texts where they are shown
(`in_words`). A text with values in it is known again by what stands around them.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vqdesk.domain.setting import SettingValue
from vqdesk.domain.settings_window import LANGUAGE
from vqdesk.locations import resources_dir
from vqdesk.ui.sentences import Sentence, by_certainty, translated

_CONTEXT: Final = "Words"
_PROPERTY: Final = "language"  # of the application
_KEPT = 2_000


def in_words(text: str) -> str:
    """A text from below the window in the language of the window; as it is where nothing is known of it."""
    return QCoreApplication.translate(_CONTEXT, text) if text else text


def is_english() -> bool:
    """Whether there is nothing to translate."""
    return QCoreApplication.instance().property(_PROPERTY) in (None, "en")


def language_of(values: Mapping[str, SettingValue]) -> str:
    """“en” or “de”: what the settings ask for, else the first language of the system that there is."""
    wanted = str(values.get(LANGUAGE.key, LANGUAGE.default))
    if wanted != LANGUAGE.default:
        return wanted
    known = {choice for choice, _ in LANGUAGE.choices}
    spoken = [name.partition("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in spoken if name in known), "en")


def speak(qt: QCoreApplication, values: Mapping[str, SettingValue]) -> list[QTranslator]:
    """The application speaks as the settings say; before the first widget is made.

    Returns what `fall_silent` takes. Dates and numbers follow a language that the user has chosen; else they stay
    those of the system.
    """
    language = language_of(values)
    qt.setProperty(_PROPERTY, language)
    if values.get(LANGUAGE.key, LANGUAGE.default) != LANGUAGE.default:
        QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
    folder = resources_dir() / "translations"
    own, qts = QTranslator(qt), QTranslator(qt)
    own.load(str(folder / f"vqdesk_{language}.qm"))
    qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    known = json.loads((folder / f"sentences_{language}.json").read_text(encoding="utf-8"))
    translators = [qts, _Sentences(known, own, qt), own]
    for translator in translators:
        qt.installTranslator(translator)
    return translators


def fall_silent(qt: QCoreApplication, translators: Sequence[QTranslator]) -> None:
    """Takes back what `speak` did."""
    for translator in translators:
        qt.removeTranslator(translator)
    qt.setProperty(_PROPERTY, None)
    QLocale.setDefault(QLocale.system())


class _Sentences(QTranslator):
    """Texts from below with values in them, which no file of translations can hold; `words` has those without."""

    def __init__(self, known: Mapping[str, str], words: QTranslator, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._words = words
        self._sentences = by_certainty(Sentence.of(source, said) for source, said in known.items())
        self._said = lru_cache(_KEPT)(self._look_up)

    def isEmpty(self) -> bool:
        """Never."""
        return False

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """The text in this language, or None to let others try."""
        return self._said(text) if context == _CONTEXT else None

    def _look_up(self, text: str) -> str | None:
        return translated(text, self._sentences, self._word)

    def _word(self, value: str) -> str:
        return self._words.translate(_CONTEXT, value) or self._said(value) or value
