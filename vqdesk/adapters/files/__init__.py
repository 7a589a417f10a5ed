"""Our own files: staged inputs and the output tree."""

from pathlib import Path

from vqdesk.adapters.files.output_tree import OutputTree, PartialOutput
from vqdesk.adapters.files.staging import StagingArea
from vqdesk.domain.job import Asset


class LocalFiles:
    """Implements ports.Files on a staging folder and an output root."""

    def __init__(self, staging: Path, outputs: Path) -> None:
        self._staging = StagingArea(staging)
        self._outputs = OutputTree(outputs)

    def stage(self, source: Path) -> tuple[str, str, int]:
        return self._staging.stage(source)

    def staged_path(self, asset: Asset) -> Path:
        return self._staging.path_of(asset)

    def open_output(self, folder: str, name: str) -> PartialOutput:
        return self._outputs.open(folder, name)

    def remove_partials(self) -> None:
        self._staging.remove_partials()
        self._outputs.remove_partials()
