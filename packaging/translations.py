"""Brings the files in resources/translations up to date with the source.

    make translations

It keeps what is translated, adds new texts as unfinished, and drops what no longer exists. `vqdesk_XX.ts` is the
file to edit, by hand or in Qt Linguist; the window reads what is made of it: the `.qm`, and the
sentences with values.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from shown_texts import ROOT, WORDS, Text, UnclearText, all_texts

FOLDER = ROOT / "resources" / "translations"
HOLE = re.compile(r"\{\w*\}")
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{0}" sourcelanguage="en">
"""

Known = dict[tuple[str, str], str]
"""Context and text: what it is in the other language."""


def main() -> int:
    """Writes the files of every language; 1 when something is still to translate."""
    try:
        texts = all_texts()
    except UnclearText as error:
        say(str(error))
        return 1
    missing = 0
    for path in sorted(FOLDER.glob("vqdesk_*.ts")):
        missing += update(path, texts)
    return 1 if missing else 0


def update(path: Path, texts: Iterable[Text]) -> int:
    """Writes one language's files; returns how many of its texts have no translation."""
    language, every = language_of(path), list(texts)
    found = merged(every, read(path))
    path.write_text(ts_text(language, found), encoding="utf-8")
    (FOLDER / f"sentences_{language}.json").write_text(sentences_text(found), encoding="utf-8")
    release = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(release), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)
    unfinished = [text for text in every if not found[text.context, text.source]]
    for text in unfinished:
        say(f"{path.name}: to translate, from {text.place}: {text.source!r}")
    say(f"{path.name}: {len(found)} texts, {len(unfinished)} of them to translate.")
    return len(unfinished)


def merged(texts: Iterable[Text], known: Known) -> Known:
    """All of these; one that is new takes what the same text is elsewhere, else is empty."""
    same = {source: said for (_context, source), said in known.items()}
    return {
        (text.context, text.source): known.get((text.context, text.source), same.get(text.source, ""))
        for text in texts
    }


def language_of(path: Path) -> str:
    """“de” of vqdesk_de.ts."""
    return path.stem.rpartition("_")[2]


def read(path: Path) -> Known:
    """What a .ts file has translated."""
    known: Known = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.text and said.get("type") is None:
                known[name, message.findtext("source") or ""] = said.text
    return known


def ts_text(language: str, found: Known) -> str:
    """A .ts file, without places: these change with every line of the source."""
    parts, last = [_HEAD.format(language)], ""
    for (context, source), said in found.items():
        if context != last:
            parts.append(
                f"{'</context>' if last else ''}\n<context>\n    <name>{escape(context)}</name>\n".lstrip("\n")
            )
            last = context
        state = "" if said else ' type="unfinished"'
        parts.append(
            f"    <message>\n        <source>{escape(source)}</source>\n"
            f"        <translation{state}>{escape(said)}</translation>\n    </message>\n"
        )
    return "".join((*parts, "</context>\n</TS>\n"))


def sentences_text(found: Known) -> str:
    """Those from below the window that have values in them, and what they are in the other language."""
    holed = {
        source: said
        for (context, source), said in found.items()
        if context == WORDS and said and HOLE.search(source)
    }
    return json.dumps(holed, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def say(words: str) -> None:
    """One line for whoever runs this."""
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
