"""Outputs in words."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.outputs import GalleryOutput
from vqdesk.ui.detail.words import DOT, file_size, frame_size, grouped, time_of_day


def name_of(row: GalleryOutput) -> str:
    """Its input and try, else the name of its job: #41 lake_boats, 2."""
    return f"#{int(row.job_id)} {input_of(row)}, {row.try_number}"


def input_of(row: GalleryOutput) -> str:
    """What it was made of: its input, else its job."""
    return PurePath(row.source_path).stem if row.source_path else row.job_name


def length_of(row: GalleryOutput) -> str:
    """10.1 s; empty for a still."""
    return _say("{n} s").format(n=f"{row.length_s:.1f}") if row.length_s else ""


def sentence_of(row: GalleryOutput) -> str:
    """A tile for tool tips and screen readers."""
    facts = (frame_size(row.output.width, row.output.height), length_of(row), file_size(row.output.bytes))
    lines = [name_of(row), DOT.join(fact for fact in facts if fact)]
    if row.seed is not None:
        lines.append(_say("Seed {0}").format(grouped(row.seed)))
    if row.rating:
        lines.append(_say("{0} of 5 stars").format(row.rating))
    if row.is_favourite:
        lines.append(_say("Favourite"))
    if row.tags:
        lines.append(", ".join(row.tags))
    return "\n".join(lines)


def facts_of(row: GalleryOutput, codec: str) -> list[tuple[str, str]]:
    """Label and value of what the file is."""
    output = row.output
    picture = frame_size(output.width, output.height)
    if row.is_clip and output.fps:
        picture = _say("{0}, {1} fps").format(picture, f"{output.fps:g}")
    length = _say("{0}, {1} frames").format(length_of(row), grouped(output.frames)) if row.length_s else ""
    facts = [
        (_say("Seed"), grouped(row.seed) if row.seed is not None else ""),
        (_say("Made"), time_of_day(row.made_at)),
        (_say("Size"), file_size(output.bytes)),
        (_say("Picture"), picture),
        (_say("Length"), length),
        (_say("Codec"), codec),
        (_say("Input"), PurePath(row.source_path).name),
    ]
    return [(label, value) for label, value in facts if value]


def amount(count: int) -> str:
    """1 output, 214 outputs."""
    return _say("1 output") if count == 1 else _say("{0} outputs").format(grouped(count))


def _say(text: str) -> str:
    return QCoreApplication.translate("Outputs", text)
