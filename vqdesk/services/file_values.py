"""Staging the files that parameters name, each once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vqdesk.domain.file_values import FileValue, file_kind, file_parameters
from vqdesk.domain.job import Asset
from vqdesk.domain.media import MediaKind
from vqdesk.domain.workflow import WorkflowDefinition, patch_for
from vqdesk.services.staging import InputStaging, input_path


@dataclass(frozen=True, slots=True)
class StagedFiles:
    """The files that the values of a job name: (kind, path as given) → asset."""

    assets: Mapping[tuple[MediaKind, str], Asset] = field(default_factory=dict)

    def patch(self, definition: WorkflowDefinition, values: Mapping[str, Any]) -> dict[str, Any]:
        """Like `patch_for`, with the staged files in place of their paths."""
        named = dict(values)
        for one in file_parameters(definition):
            asset = self.assets.get((file_kind(one) or MediaKind.IMAGE, str(values.get(one.name))))
            if asset is not None:
                named[one.name] = FileValue(asset.sha256, str(input_path(values[one.name]))).text()
        return patch_for(definition, named)


def stage_files(
    staging: InputStaging, definition: WorkflowDefinition, rows: Iterable[Mapping[str, Any]]
) -> StagedFiles:
    """Stages every file that one of these rows of values names. Raises InputUnusable, OutputUnwritable."""
    wanted: dict[MediaKind, dict[str, None]] = {}
    for values in rows:
        for one in file_parameters(definition):
            if kind := file_kind(one) if values.get(one.name) else None:
                wanted.setdefault(kind, {})[values[one.name]] = None
    assets: dict[tuple[MediaKind, str], Asset] = {}
    for kind, texts in wanted.items():
        staged = staging.stage([input_path(text) for text in texts], kind)
        assets |= {(kind, text): asset for text, asset in zip(texts, staged, strict=True)}
    return StagedFiles(assets)
