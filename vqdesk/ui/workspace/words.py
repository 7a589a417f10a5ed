"""What the workspace says: amounts, the sentence beside the button, what was left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from vqdesk.domain.errors import ParameterInvalid, Problem
from vqdesk.domain.fanout import Count
from vqdesk.ui.language import in_words
from vqdesk.ui.workspace.intake import Intake

_NAMED = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """“12 images × 2 tries =”, “24 prompts”, and the line below."""

    factors: str
    result: str
    second: str = ""


def amount(kind: str, number: int) -> str:
    """“1 image”, “12 images”, “3 videos”."""
    one, many = {
        "video": (_tr("1 video"), _tr("{0} videos")),
        "prompt": (_tr("1 prompt"), _tr("{0} prompts")),
        "try": (_tr("1 try"), _tr("{0} tries")),
        "file": (_tr("1 file"), _tr("{0} files")),
        "text": (_tr("1 text"), _tr("{0} texts")),
    }.get(kind, (_tr("1 image"), _tr("{0} images")))
    return one if number == 1 else many.format(QLocale().toString(number))


def count_sentence(made: Count, has_tries: bool) -> Sentence:
    """The consequence of the click."""
    factors = [amount(made.kind, made.inputs)] if made.kind else []
    if made.variations > 1:
        factors.append(amount("text", made.variations))
    if has_tries or not factors:
        factors.append(amount("try", made.tries))
    return Sentence(f"{' × '.join(factors)} =", amount("prompt", made.prompts), _tr("no estimate yet"))


def empty_sentence(kind: str) -> Sentence:
    """Before the first image."""
    if kind == "video":
        return Sentence(_tr("No videos yet"), "", _tr("Add one and this line shows the number of prompts."))
    return Sentence(_tr("No images yet"), "", _tr("Add one and this line shows the number of prompts."))


def wrong_values(errors: Sequence[ParameterInvalid]) -> str:
    """The first wrong value and how many more there are."""
    first = in_words(errors[0].problem.summary)
    return first if len(errors) == 1 else _tr("{0} And {1} more.").format(first, len(errors) - 1)


def field_error(problem: Problem) -> str:
    """What stands below a field: its label says the rest."""
    rest = " ".join(in_words(part) for part in (problem.cause, problem.remedy) if part)
    return rest or in_words(problem.summary)


def left_out(taken: Intake, kind: str) -> str:
    """“3 files were left out: notes.txt is not a picture. …”; empty when all went in."""
    parts: list[str] = []
    refused = len(taken.refused)
    if refused:
        reasons = " ".join(one.problem.summary for one in taken.refused[:_NAMED])
        start = _tr("1 file was left out:") if refused == 1 else _tr("{0} files were left out:").format(refused)
        more = _tr(" And {0} more.").format(refused - _NAMED) if refused > _NAMED else ""
        parts.append(f"{start} {reasons}{more}")
    if taken.twice:
        parts.append(_tr("{0} already here.").format(amount(kind, taken.twice)))
    if taken.truncated:
        parts.append(_tr("{0} beyond the limit of a folder stayed out.").format(amount("file", taken.truncated)))
    if taken.unseen:
        parts.append(_tr("{0} not looked at.").format(amount("file", taken.unseen)))
    return " ".join(parts)


def left_out_details(taken: Intake) -> str:
    """One line per refused file, with cause and remedy."""
    return "\n".join(
        f"{PurePath(one.path).name}: {one.problem.sentence()}" if one.path else one.problem.sentence()
        for one in taken.refused
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkspaceWords", text)
