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
_OTHER: Final = "other language"  # the application's property; unset while it speaks English
_KEPT = 2_000


def in_words(text: str) -> str:
    """A text from below the window in the language of the window; as it is where nothing is known of it."""
    other = _other()
    return other.said(text) if other is not None and text else text


def is_english() -> bool:
    """Whether there is nothing to translate."""
    return _other() is None


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
    if values.get(LANGUAGE.key, LANGUAGE.default) != LANGUAGE.default:
        QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
    folder = resources_dir() / "translations"
    own, qts = QTranslator(qt), QTranslator(qt)
    own.load(str(folder / f"vqdesk_{language}.qm"))
    qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (qts, own):
        qt.installTranslator(translator)
    known = json.loads((folder / f"sentences_{language}.json").read_text(encoding="utf-8"))
    qt.setProperty(_OTHER, _OtherLanguage(known))
    return [qts, own]


def fall_silent(qt: QCoreApplication, translators: Sequence[QTranslator]) -> None:
    """Takes back what `speak` did."""
    for translator in translators:
        qt.removeTranslator(translator)
    qt.setProperty(_OTHER, None)
    QLocale.setDefault(QLocale.system())


class _OtherLanguage:
    """Words from below in another language; those with values in them, too, which Qt's files cannot hold.

    No QTranslator of our own: Qt would call it for every text, and PySide does not survive that for long.
    """

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = by_certainty(Sentence.of(source, said) for source, said in sentences.items())
        self.said = lru_cache(_KEPT)(self._said)

    def _said(self, text: str) -> str:
        said = QCoreApplication.translate(_CONTEXT, text)
        return said if said != text else translated(text, self._sentences, self.said) or text


def _other() -> _OtherLanguage | None:
    qt = QCoreApplication.instance()
    return None if qt is None else qt.property(_OTHER)
