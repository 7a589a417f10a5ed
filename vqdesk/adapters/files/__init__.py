"""Our own files: staged inputs and the output tree."""

from pathlib import Path

from vqdesk.adapters.files.aside import move_aside
from vqdesk.adapters.files.output_tree import OutputTree, PartialOutput
from vqdesk.adapters.files.pasted import PastedPictures
from vqdesk.adapters.files.staging import StagingArea
from vqdesk.domain.job import Asset


class LocalFiles:
    """Implements ports.Files on a staging folder and an output root."""

    def __init__(self, staging: Path, outputs: Path, pasted: Path | None = None) -> None:
        """`pasted` takes pictures that came without a file; next to staging when it is not given."""
        self._staging = StagingArea(staging)
        self._outputs = OutputTree(outputs)
        self._pasted = PastedPictures(pasted or staging.parent / "pasted")

    def stage(self, source: Path) -> tuple[str, str, int]:
        return self._staging.stage(source)

    def digest(self, source: Path) -> tuple[str, str, int]:
        return self._staging.digest(source)

    def find_input(self, asset: Asset, source: Path) -> Path:
        return self._staging.find(asset, source)

    def keep_picture(self, data: bytes, extension: str) -> Path:
        return self._pasted.keep(data, extension)

    def old_pictures(self, days: float) -> list[Path]:
        return self._pasted.old(days)

    def forget_picture(self, path: Path) -> bool:
        return self._pasted.forget(path)

    def move_aside(self, source: Path, folder_name: str) -> Path:
        return move_aside(source, folder_name)

    def staged_path(self, asset: Asset) -> Path:
        return self._staging.path_of(asset)

    def open_output(self, folder: str, name: str) -> PartialOutput:
        return self._outputs.open(folder, name)

    def remove_partials(self) -> None:
        self._staging.remove_partials()
        self._outputs.remove_partials()
