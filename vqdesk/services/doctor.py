"""Is everything in place? One finding per topic, each with its remedy (R-C3)."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, UserError
from vqdesk.ports import NodeCatalog, Store
from vqdesk.services.lanes import DEFAULT_COMFYUI_URL, LaneService
from vqdesk.services.workflows import WorkflowLibrary

_LITTLE_SPACE = 5 * 10**9


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at and how it is."""

    topic: str
    is_fine: bool
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined."""

    store: Store
    lanes: LaneService
    library: WorkflowLibrary
    data: Path
    outputs: Path


async def examine(patient: Patient) -> list[Finding]:
    """All findings, engines first. Changes nothing, starts the built-in engine when a lane uses it."""
    findings = await _engines(patient)
    findings += [_disk("data folder", patient.data), _disk("output folder", patient.outputs)]
    findings += _workflows(patient.library)
    return findings


async def _engines(patient: Patient) -> list[Finding]:
    lanes = patient.store.lanes.all()
    if not lanes:
        return [await _unchosen_engine(patient.lanes)]
    answers = await patient.lanes.catalogs(lanes)
    return [_lane(lane.name, lane.url, answers[lane.id]) for lane in lanes]


async def _unchosen_engine(lanes: LaneService) -> Finding:
    try:
        found = await lanes.test(DEFAULT_COMFYUI_URL)
    except (EngineUnreachable, EngineProtocolError):
        return Finding(
            "engine",
            True,
            "None is chosen yet; the built-in engine works without any set-up.",
            f"For AI models start ComfyUI and name its address (usually {DEFAULT_COMFYUI_URL}).",
        )
    text = f"ComfyUI {found.version} answers at {DEFAULT_COMFYUI_URL} and can be used with --engine."
    return Finding("engine", True, text)


def _lane(name: str, url: str, answer: NodeCatalog | UserError) -> Finding:
    if isinstance(answer, UserError):
        problem = answer.problem
        return Finding(name, False, f"{problem.summary} {problem.cause}".strip(), problem.remedy)
    return Finding(name, True, f"answers{f' at {url}' if url else ''} and knows {len(answer)} node classes.")


def _disk(topic: str, folder: Path) -> Finding:
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    if not existing.is_dir():
        return Finding(topic, False, f"{existing} is a file, not a folder.", "Move that file, or choose another.")
    if not os.access(existing, os.W_OK):
        return Finding(topic, False, f"{folder} cannot be written.", "Change its permissions or choose another.")
    free = shutil.disk_usage(existing).free
    is_fine = free >= _LITTLE_SPACE
    remedy = "" if is_fine else "Free some space before a long night."
    return Finding(topic, is_fine, f"{folder}, {free / 1e9:.1f} GB free.", remedy)


def _workflows(library: WorkflowLibrary) -> Iterator[Finding]:
    shelf = library.shelf()
    yield Finding("workflows", True, f"{len(shelf.definitions)} can be used.")
    for broken in shelf.broken:
        where = f"{broken.file}, line {broken.line}"
        yield Finding("workflow file", False, f"{where}: {broken.problem.summary}", broken.problem.remedy)
