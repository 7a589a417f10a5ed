"""Every text that the window shows is translated, and what it reads is made of the file that people edit.

When this fails: `make translations`, then translate what it names in resources/translations/vqdesk_de.ts.
"""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

import shown_texts  # noqa: E402
import translations  # noqa: E402

FILES = sorted(translations.FOLDER.glob("vqdesk_*.ts"))
NAMES = [path.stem for path in FILES]


def test_every_text_of_the_program_is_translated() -> None:
    texts = shown_texts.all_texts()
    assert len(texts) > 2_000
    for path in FILES:
        known = translations.read(path)
        missing = [text for text in texts if not known.get((text.context, text.source))]
        said = "\n".join(f"{text.place}: {text.source!r}" for text in missing)
        assert not missing, f"make translations, then translate in {path.name}:\n{said}"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_translation_keeps_holes_keys_and_edges(path: Path) -> None:
    for (context, source), said in translations.read(path).items():
        place = f"{context}: {source!r} → {said!r}"
        assert sorted(translations.HOLE.findall(said)) == sorted(translations.HOLE.findall(source)), place
        assert said.count("&") == source.count("&"), place
        assert edges(said) == edges(source), place
        assert said.count("\n") == source.count("\n"), place


def edges(text: str) -> tuple[str, str]:
    """The spaces before and after: pieces are put beside others."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_is_half_done_and_the_sentences_are_those_of_the_file(path: Path) -> None:
    assert not re.search(r'type="(unfinished|vanished|obsolete)"', path.read_text(encoding="utf-8"))
    made = translations.sentences_text(translations.read(path))
    language = translations.language_of(path)
    assert (translations.FOLDER / f"sentences_{language}.json").read_text(encoding="utf-8") == made


@pytest.mark.parametrize(
    "source",
    ['self.tr(f"{number} files")', "self.tr(words)", 'parent.tr("Close")', 'self.tr("a" + "b")'],
)
def test_a_text_that_nobody_can_collect_is_refused(source: str, tmp_path: Path, monkeypatch) -> None:
    module = tmp_path / "panel.py"
    module.write_text(f"class Panel:\n    def show(self, parent, words, number):\n        return {source}\n")
    monkeypatch.setattr(shown_texts, "WINDOW", tmp_path)
    monkeypatch.setattr(shown_texts, "ROOT", tmp_path)
    with pytest.raises(shown_texts.UnclearText, match=r"panel\.py:3"):
        list(shown_texts.window_texts())


def test_texts_are_found_with_the_context_that_qt_asks_for(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "panel.py").write_text(
        'class Panel:\n    def show(self, yes):\n        return self.tr("on" if yes else "off"), _tr("Later")\n\n'
        'def _tr(text):\n    return QCoreApplication.translate("Words of it", text)\n'
    )
    monkeypatch.setattr(shown_texts, "WINDOW", tmp_path)
    monkeypatch.setattr(shown_texts, "ROOT", tmp_path)
    found = {(text.context, text.source) for text in shown_texts.window_texts()}
    assert found == {("Panel", "on"), ("Panel", "off"), ("Words of it", "Later")}
