"""Moving the user's own files out of the way, so that they can always be moved back (R-S9)."""

from pathlib import Path

from vqdesk.adapters.files.disk_errors import unwritable
from vqdesk.adapters.files.output_tree import claim_name


def move_aside(source: Path, folder_name: str) -> Path:
    """Moves a file into `<its folder>/<folder_name>` and returns its new place; nothing is overwritten.

    Raises OutputUnwritable.
    """
    folder = source.parent / folder_name
    number = 1
    while True:
        name = source.name if number == 1 else f"{source.stem}__{number}{source.suffix}"
        try:
            folder.mkdir(exist_ok=True)
            claim_name(source, folder / name)
            return folder / name
        except FileExistsError:
            number += 1
        except OSError as error:
            raise unwritable(folder / name, error) from error
