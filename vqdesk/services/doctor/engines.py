"""Engines: do they answer, what do they have, and which workflows can they run?"""

from collections.abc import Iterator, Sequence

from vqdesk.domain.errors import EngineProtocolError, EngineUnreachable, UserError
from vqdesk.domain.job import Lane
from vqdesk.domain.spans import size_words
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import EngineInfo, LlmProbe, NodeCatalog
from vqdesk.services import forms
from vqdesk.services.doctor.findings import Finding, Health
from vqdesk.services.lanes import BUILTIN, DEFAULT_COMFYUI_URL, LaneService, Seen

_LITTLE_VRAM = 7_500_000_000  # cards that are sold as 8 GB report a little less
_NAMED = 5


async def look_at_engines(
    service: LaneService, lanes: Sequence[Lane], definitions: Sequence[WorkflowDefinition]
) -> list[Finding]:
    """Two findings for each lane that answers, one for each that does not."""
    if not lanes:
        return [await _unchosen(service)]
    seen = await service.seen(lanes)
    return [finding for lane in lanes for finding in _lane(lane, seen[lane.id], definitions)]


def look_at_llm(url: str, probe: LlmProbe) -> Finding:
    """Only automatic prompts need it: that it is away is worth a note."""
    topic = "language models"
    try:
        models = probe.models(url)
    except UserError as error:
        text = f"{error.problem.summary} {error.problem.cause}".strip()
        return Finding(topic, Health.NOTE, f"{text} Only automatic prompts need it.", error.problem.remedy)
    if not models:
        return Finding(topic, Health.NOTE, f"{url} answers and has no model.", "Load a model there.")
    more = f" and {len(models) - _NAMED} more" if len(models) > _NAMED else ""
    return Finding(topic, Health.FINE, f"{url} answers with {', '.join(models[:_NAMED])}{more}.")


async def _unchosen(service: LaneService) -> Finding:
    try:
        found = await service.test(DEFAULT_COMFYUI_URL)
    except (EngineUnreachable, EngineProtocolError):
        return Finding(
            "engine",
            Health.NOTE,
            "None is chosen yet; the built-in engine works without any set-up.",
            f"For AI models start ComfyUI and name its address (usually {DEFAULT_COMFYUI_URL}).",
        )
    text = f"ComfyUI {found.version} answers at {DEFAULT_COMFYUI_URL} and can be used with --engine."
    return Finding("engine", Health.FINE, text)


def _lane(lane: Lane, seen: Seen | UserError, definitions: Sequence[WorkflowDefinition]) -> Iterator[Finding]:
    if isinstance(seen, UserError):
        problem = seen.problem
        yield Finding(lane.name, Health.WRONG, f"{problem.summary} {problem.cause}".strip(), problem.remedy)
        return
    where = f" at {lane.url}" if lane.url else ""
    text = f"It answers{where} with version {seen.info.version} and knows {len(seen.catalog)} node classes."
    yield Finding(lane.name, Health.FINE, text)
    if lane.kind != BUILTIN:
        yield _graphics(lane, seen.info)
        yield _workflows(lane, seen.catalog, definitions)


def _graphics(lane: Lane, info: EngineInfo) -> Finding:
    topic = f"{lane.name}, graphics card"
    device = info.device or "a device without a name"
    if not info.card_bytes:
        return Finding(
            topic,
            Health.NOTE,
            f"It renders on {device}, which is slow for AI models.",
            "If the computer has a graphics card, start ComfyUI without --cpu and with its driver installed.",
        )
    memory = f"{size_words(info.vram_free)} of {size_words(info.vram_total)} free"
    if info.vram_total < _LITTLE_VRAM:
        remedy = "Choose small sizes, few frames and quantised (GGUF, fp8) models."
        return Finding(topic, Health.NOTE, f"{device}, {memory}: little for video models.", remedy)
    return Finding(topic, Health.FINE, f"{device}, {memory}.")


def _workflows(lane: Lane, catalog: NodeCatalog, definitions: Sequence[WorkflowDefinition]) -> Finding:
    topic = f"{lane.name}, workflows"
    lacks = {one.title: missing for one in definitions if (missing := forms.needs(one, [catalog]))}
    can = len(definitions) - len(lacks)
    if not lacks:
        return Finding(topic, Health.FINE, f"It can run all {can}.")
    lines = [f"{title}: {', '.join(missing)}." for title, missing in lacks.items()]
    return Finding(
        topic,
        Health.NOTE,
        f"It can run {can} of {len(definitions)}; the others need nodes or models that it lacks.",
        "Only for those that you want, install: " + " ".join(lines),
    )
