"""Whose work VQDesk carries, and on which terms: read from the packages' own metadata."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

_OURS: Final = "vqdesk"
_CODECS: Final = {
    "av": "its FFmpeg holds x264 and x265 (GPL version 2 or later); the whole of it is passed on under the GPL",
    "opencv-python-headless": "holds a part of FFmpeg under LGPL version 2.1 or later",
    "pyside6-essentials": "Qt under LGPL version 3, as libraries of their own that can be replaced",
}
"""What the metadata of a package does not say of the libraries inside it."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One package. `terms` is a name or SPDX expression, `note` what is inside it under other terms."""

    name: str
    version: str
    terms: str
    home: str
    note: str = ""


def bundled() -> Sequence[Licence]:
    """All packages that VQDesk is made of, by name."""
    found: dict[str, Licence] = {}
    waiting = [_OURS]
    while waiting:
        for name in _needs(waiting.pop()):
            if name not in found and name != _OURS:
                licence = _licence(name)
                if licence:
                    found[name] = licence
                    waiting.append(name)
    return [found[name] for name in sorted(found)]


def texts(name: str) -> Sequence[str]:
    """The full licences that a package ships."""
    files = metadata.files(name) or []
    wanted = (file for file in files if re.search(r"(?i)(licen[cs]e|copying|notice)[^/]*$", str(file)))
    paths = (Path(str(file.locate())) for file in wanted if _is_text(str(file)))
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def as_text(licences: Sequence[Licence]) -> str:
    """A paragraph for each."""
    return "\n".join(_lines(licences))


def _lines(licences: Sequence[Licence]) -> Iterator[str]:
    for one in licences:
        yield f"{one.name} {one.version}: {one.terms}"
        if one.note:
            yield f"    {one.note}"
        if one.home:
            yield f"    {one.home}"


def _is_text(name: str) -> bool:
    return not name.endswith((".py", ".pyc"))


def _needs(name: str) -> Iterator[str]:
    """Packages that it always needs here."""
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for line in wanted:
        if "extra ==" not in line:
            yield re.split(r"[^A-Za-z0-9_.-]", line, maxsplit=1)[0].lower().replace("_", "-")


def _licence(name: str) -> Licence | None:
    """None for what is not needed on this system."""
    try:
        facts = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    return Licence(name, facts["Version"], _terms(facts), _home(facts), _CODECS.get(name, ""))


def _terms(facts: metadata.PackageMetadata) -> str:
    """Newest field first: an expression, a short name, the classifiers."""
    expression = _field(facts, "License-Expression")
    if expression:
        return expression
    named = _field(facts, "License")
    if named and "\n" not in named and len(named) <= 80:
        return named
    classified = [line.split(" :: ")[-1] for line in facts.get_all("Classifier") or () if "License ::" in line]
    return " and ".join(classified) or "see its own licence file"


def _home(facts: metadata.PackageMetadata) -> str:
    links = [str(line).partition(", ") for line in facts.get_all("Project-URL") or ()]
    by_name = {name.lower(): link for name, _, link in links}
    for name in ("source", "repository", "source code", "homepage", "github"):
        if name in by_name:
            return by_name[name]
    return _field(facts, "Home-page")


def _field(facts: metadata.PackageMetadata, name: str) -> str:
    """Empty when the package does not say it."""
    return str((facts.get_all(name) or [""])[0]).strip()
