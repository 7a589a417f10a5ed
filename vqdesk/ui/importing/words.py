"""What the import page says."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from vqdesk.domain.importing import DraftField, Guess, ImportNote, NoteKind
from vqdesk.domain.workflow import Category, InputSpec
from vqdesk.ui.language import in_words

if TYPE_CHECKING:
    from vqdesk.services.importing.reuse import Reused

_KEEPS_FROM_RUNNING = frozenset(
    {
        NoteKind.UNKNOWN_CLASS,
        NoteKind.UNNAMED_VALUES,
        NoteKind.MISSING_INPUT,
        NoteKind.BROKEN_WIRING,
        NoteKind.OTHER_VERSION,
    }
)
_SHOWN_NODES = 60


@dataclass(frozen=True, slots=True)
class NoteCard:
    """Notes that say the same about several nodes."""

    heading: str
    pack: str
    text: str
    is_serious: bool


def tasks() -> list[tuple[Guess, str]]:
    """Every task that a workflow can have, in words."""
    return [
        (Guess(Category.VIDEO_GEN, "image_to_video"), _tr("Image → video")),
        (Guess(Category.VIDEO_GEN, "text_to_video"), _tr("Text → video")),
        (Guess(Category.VIDEO_GEN, "vace"), _tr("Video → video")),
        (Guess(Category.IMAGE_GEN, "text_to_image"), _tr("Text → image")),
        (Guess(Category.EDIT, "edit"), _tr("Edit images")),
        (Guess(Category.EDIT, "inpaint"), _tr("Inpaint images")),
        (Guess(Category.EDIT, "style"), _tr("Transfer a style")),
        (Guess(Category.IMAGE_UPSCALE, "upscale"), _tr("Upscale images")),
        (Guess(Category.VIDEO_UPSCALE, "upscale"), _tr("Upscale videos")),
        (Guess(Category.VIDEO_UPSCALE, "interpolation"), _tr("Interpolate videos")),
        (Guess(Category.TOOL, "frame_extraction"), _tr("Tool: frames of videos")),
        (Guess(Category.TOOL, "visualization"), _tr("Tool: other")),
    ]


def takes(spec: InputSpec | None) -> str:
    """What a batch varies."""
    if spec is None:
        return _tr("takes no files")
    return _tr("takes videos") if spec.kind == "video" else _tr("takes images")


def amount_of_nodes(number: int) -> str:
    """“1 node”, “41 nodes”."""
    return _tr("1 node") if number == 1 else _tr("{0} nodes").format(QLocale().toString(number))


def amount_of_fields(fields: Iterable[DraftField]) -> str:
    """“9 fields in the form”."""
    number = sum(one.is_chosen for one in fields)
    return _tr("1 field in the form") if number == 1 else _tr("{0} fields in the form").format(number)


def serious(notes: Iterable[ImportNote]) -> list[ImportNote]:
    """Notes that can keep a server from running the workflow."""
    return [note for note in notes if note.kind in _KEEPS_FROM_RUNNING]


def warning(notes: Iterable[ImportNote]) -> str:
    """One sentence about what was not taken over; empty when all was."""
    nodes = {note.node_id or note.text for note in serious(notes)}
    if not nodes:
        return ""
    if len(nodes) == 1:
        return _tr("1 node may keep it from running.")
    return _tr("{0} nodes may keep it from running.").format(QLocale().toString(len(nodes)))


def note_cards(notes: Iterable[ImportNote]) -> list[NoteCard]:
    """Notes with the same words about nodes of one class stand together; the serious ones come first."""
    together: dict[tuple[str, str, str, bool], list[ImportNote]] = {}
    for note in notes:
        is_serious = note.kind in _KEEPS_FROM_RUNNING
        together.setdefault((note.class_type, note.pack, note.text, is_serious), []).append(note)
    cards = [
        NoteCard(_heading(class_type, group), pack, in_words(text), is_serious)
        for (class_type, pack, text, is_serious), group in together.items()
    ]
    return sorted(cards, key=lambda card: not card.is_serious)


def reused(found: "Reused") -> str:
    """“Settings of lake.mp4 are back in a tab of their own: Camera move, seed 4711. …”."""
    parts = [found.title]
    if "seed" in found.values:
        parts.append(_tr("seed {0}").format(found.values["seed"]))
    said = _tr("Settings of {0} are back, in a tab of their own: {1}.")
    start = said.format(PurePath(found.file).name, ", ".join(parts))
    return " ".join((start, *map(in_words, found.missing)))


def _heading(class_type: str, notes: list[ImportNote]) -> str:
    nodes = [note for note in notes if note.node_id]
    if not nodes:
        return _tr("The whole file")
    if len(nodes) == 1:
        title = nodes[0].title
        named = _tr(" “{0}”").format(title) if title and title != class_type else ""
        return _tr("{0} · node {1}{2}").format(class_type, nodes[0].node_id, named)
    listed = ", ".join(note.node_id for note in nodes[:_SHOWN_NODES])
    more = " …" if len(nodes) > _SHOWN_NODES else ""
    return _tr("{0} · {1} nodes: {2}{3}").format(class_type, len(nodes), listed, more)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportWords", text)
