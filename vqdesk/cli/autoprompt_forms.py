"""Results of auto-prompts as JSON, CSV and Markdown, and captions out of that JSON."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vqdesk.cli.frame import problem_document
from vqdesk.domain.auto_prompt import AutoBatch, AutoImage, WorkflowContext
from vqdesk.domain.errors import InputUnusable, Problem

Batches = Mapping[str, AutoBatch]
"""By the side of a comparison; "" without one."""


def document(batches: Batches, context: WorkflowContext) -> dict[str, Any]:
    """The JSON document of DESIGN §10; a comparison adds `variants` to every image."""
    first = next(iter(batches.values()))
    images = []
    for number, image in enumerate(first.images):
        entry = _entry(image, first.problem, context)
        if len(batches) > 1:
            entry["variants"] = [
                {"name": side, **_texts(batch.images[number], context), "model": batch.motion_model}
                for side, batch in batches.items()
            ]
        images.append(entry)
    return {
        "images": images,
        "stage1_model": first.caption_model,
        "stage2_model": first.motion_model,
        "elapsed_seconds": round(sum(batch.seconds for batch in batches.values()), 3),
        "steps": [{"name": s.name, "words": s.words, "seconds": round(s.seconds, 3)} for s in _steps(batches)],
        **({"error": problem_document(first.problem)} if first.problem else {}),
    }


def as_csv(batches: Batches, context: WorkflowContext) -> str:
    """One row an image; a column for each clip, and with a comparison for each side."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    sides = [f"{side}: " if side else "" for side in batches]
    writer.writerow(
        ["path", "caption", *(f"{side}{name}" for side in sides for name in context.parameters), "error"]
    )
    for row in _side_by_side(batches):
        texts = [text for image in row for text in _padded(image.texts, context.clips)]
        problem = _problem_of(row[0], next(iter(batches.values())).problem)
        writer.writerow([row[0].path, row[0].caption, *texts, problem.sentence() if problem else ""])
    return out.getvalue().rstrip("\n")


def as_markdown(batches: Batches) -> str:
    """A section an image, for reading and comparing."""
    parts = []
    for row in _side_by_side(batches):
        parts.append(f"## {Path(row[0].path).name}\n")
        if row[0].caption:
            parts.append(f"**Caption.** {row[0].caption}\n")
        for side, image in zip(batches, row, strict=True):
            head = f"{side} · " if side else ""
            for number, text in enumerate(image.texts, 1):
                clip = f"Clip {number}" if len(image.texts) > 1 else "Motion"
                parts.append(f"**{head}{clip}.** {text}\n")
            parts.extend(f"> {note}\n" for note in image.notes)
            if image.problem:
                parts.append(f"> **Failed.** {image.problem.sentence()}\n")
    for side, batch in batches.items():
        head = f"{side}: " if side else ""
        models = f"{batch.caption_model or '–'}, {batch.motion_model or '–'}"
        parts.append(f"{head}{len(batch.images)} images in {batch.seconds:.1f} s ({models})")
    return "\n".join(parts)


def captions_from(path: Path) -> dict[str, str]:
    """Captions by path, out of the JSON document of an earlier run. Raises InputUnusable."""
    try:
        images = json.loads(path.read_text(encoding="utf-8-sig"))["images"]
        return {str(one["path"]): str(one.get("caption") or "") for one in images}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputUnusable(
            f"{path.name} holds no captions.",
            f"It is not the JSON that `vqdesk autoprompt --format json` prints ({type(error).__name__}: {error}).",
            "Write it with `vqdesk autoprompt --stage caption --format json`.",
        ) from error


def _entry(image: AutoImage, ended: Problem | None, context: WorkflowContext) -> dict[str, Any]:
    problem = _problem_of(image, ended)
    return {
        "path": image.path,
        "caption": image.caption,
        **_texts(image, context),
        **({"notes": list(image.notes)} if image.notes else {}),
        "seconds": {"caption": round(image.caption_s, 3), "motion": round(image.motion_s, 3)},
        **({"error": problem_document(problem)} if problem else {}),
    }


def _texts(image: AutoImage, context: WorkflowContext) -> dict[str, Any]:
    if context.clips > 1:
        return {"clips": list(image.texts)}
    return {"motion_prompt": image.texts[0] if image.texts else ""}


def _problem_of(image: AutoImage, ended: Problem | None) -> Problem | None:
    """Its own, or what ended the batch before its turn."""
    return image.problem or (ended if not image.texts else None)


def _side_by_side(batches: Batches) -> list[tuple[AutoImage, ...]]:
    return list(zip(*(batch.images for batch in batches.values()), strict=True))


def _padded(texts: Sequence[str], count: int) -> list[str]:
    return [*texts, *[""] * (count - len(texts))][:count]


def _steps(batches: Batches) -> list[Any]:
    return [step for batch in batches.values() for step in batch.steps]
