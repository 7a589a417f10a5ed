"""The document inside a saved queue: jobs and inputs as JSON, and back with every part checked."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from vqdesk.domain.auto_prompt import wish_from_json
from vqdesk.domain.errors import InputUnusable
from vqdesk.domain.file_values import file_inputs
from vqdesk.domain.graph import has_binding, structure_faults
from vqdesk.domain.job import Asset, JobDraft, PromptDraft
from vqdesk.domain.marks import COLOURS

_FORMAT: Final = 1
_LARGEST: Final = 2**63
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_EXTENSION = re.compile(r"[a-z0-9]{0,8}\Z")


@dataclass(frozen=True, slots=True)
class SavedJob:
    """A job with what belongs to its place in the queue."""

    draft: JobDraft
    priority: int = 0
    held: bool = False
    note: str = ""
    colour: str = ""
    run: str = ""  # its name


def written_document(jobs: Sequence[SavedJob], assets: Sequence[Asset]) -> bytes:
    """What `read_document` reads."""
    document = {"vqdesk_queue": _FORMAT, "jobs": [_plain(job) for job in jobs], "assets": [*map(asdict, assets)]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def read_document(text: bytes) -> tuple[list[SavedJob], dict[str, Asset]]:
    """Jobs, and inputs by content. Raises InputUnusable for a newer format, and ValueError, KeyError, TypeError or
    AttributeError for what is no such document."""
    raw = json.loads(text)
    if raw["vqdesk_queue"] != _FORMAT:
        raise InputUnusable(
            "This queue was saved by a newer VQDesk.",
            f"Its format is {raw['vqdesk_queue']}, known is {_FORMAT}.",
            "Update VQDesk.",
        )
    assets = {asset.sha256: asset for asset in map(_asset, raw["assets"])}
    return [_job(one) for one in raw["jobs"]], assets


def contents_of(draft: JobDraft) -> set[str]:
    """The contents (sha256) that a job needs: inputs of its prompts, and files that values name."""
    named = file_inputs(draft.graph)
    for prompt in draft.prompts:
        as_node = {"prompt": {"class_type": "", "inputs": dict(prompt.patch)}}
        named |= file_inputs(as_node)
    return {prompt.asset for prompt in draft.prompts if prompt.asset} | {one.sha256 for one in named.values()}


def check_jobs(jobs: Sequence[SavedJob], assets: Mapping[str, Asset]) -> None:
    """Raises ValueError for a graph that does not hold together, or an input that is not in the file."""
    for job in jobs:
        draft = job.draft
        faults = structure_faults(draft.graph)
        bindings = [key for prompt in draft.prompts for key in prompt.patch]
        bindings += [draft.input_binding] if draft.input_binding else []
        bindings += [key for bound in (draft.wish.bindings if draft.wish else ()) for key in bound]
        if faults or not draft.prompts or not all(has_binding(draft.graph, key) for key in set(bindings)):
            raise ValueError(f"the graph of {draft.name} does not hold together")
        if not contents_of(draft) <= assets.keys():
            raise ValueError(f"an input of {draft.name} is missing")


def _plain(job: SavedJob) -> dict[str, Any]:
    raw = asdict(job)
    for dropped in ("assets", "lane_pin"):  # inputs stand beside; another computer has other engines
        raw["draft"].pop(dropped)
    return raw


def _job(raw: Mapping[str, Any]) -> SavedJob:
    colour = str(raw["colour"])
    draft = raw["draft"]
    return SavedJob(
        JobDraft(
            name=str(draft["name"])[:200] or "Job",
            workflow=str(draft["workflow"]),
            workflow_hash=str(draft["workflow_hash"]),
            task_type=str(draft["task_type"]),
            params=dict(draft["params"]),
            graph=_graph(draft["graph"]),
            input_binding=str(draft["input_binding"]),
            save_nodes=tuple(map(str, draft["save_nodes"])),
            prompts=tuple(map(_prompt, draft["prompts"])),
            tries=_number(draft["tries"]),
            texts=str(draft["texts"]),
            workspace_title=str(draft["workspace_title"]),
            wish=wish_from_json(json.dumps(draft["wish"])) if draft.get("wish") else None,
        ),
        max(-1000, min(1000, _number(raw["priority"]))),
        bool(raw["held"]),
        str(raw["note"]),
        colour if colour in COLOURS else "",
        str(raw.get("run", "")).strip(),
    )


def _graph(raw: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        str(key): {**node, "class_type": str(node["class_type"]), "inputs": dict(node["inputs"])}
        for key, node in raw.items()
    }


def _prompt(raw: Mapping[str, Any]) -> PromptDraft:
    seed = raw["seed"]
    return PromptDraft(
        source_path=str(raw["source_path"]),
        asset=_content(raw["asset"]) if raw["asset"] else "",
        seed=None if seed is None else _number(seed),
        patch=dict(raw["patch"]),
        try_number=_number(raw["try_number"]),
        wants_text=raw.get("wants_text") is True,
    )


def _asset(raw: Mapping[str, Any]) -> Asset:
    extension = str(raw["ext"])
    if not _EXTENSION.match(extension):
        raise ValueError("no extension of a file")
    size, width, height, frames = (_number(raw[key]) for key in ("bytes", "width", "height", "frames"))
    return Asset(_content(raw["sha256"]), size, extension, width, height, str(raw["source"]), frames)


def _number(value: object) -> int:
    if type(value) is not int or abs(value) >= _LARGEST:
        raise ValueError("no number")
    return value


def _content(value: object) -> str:
    if not isinstance(value, str) or not _SHA256.match(value):
        raise ValueError("no content")
    return value
