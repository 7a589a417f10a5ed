"""Errors of the disk in words."""

import errno
from pathlib import Path

from vqdesk.domain.errors import DISK_FULL, OutputUnwritable

_CAUSES = {
    errno.ENOSPC: ("The disk is full.", "Free some space, then retry."),
    errno.EDQUOT: ("Your disk quota is used up.", "Free some space, then retry."),
    errno.EROFS: ("The disk is read-only.", "Choose another folder, or make this one writable, then retry."),
    errno.EACCES: ("You may not write there.", "Choose another folder, or change its permissions, then retry."),
    errno.EPERM: ("You may not write there.", "Choose another folder, or change its permissions, then retry."),
    errno.ENOTDIR: ("A file is where a folder should be.", "Move that file away, then retry."),
}


def unwritable(path: Path, error: OSError) -> OutputUnwritable:
    """The failure to write `path` as a UserError."""
    cause, remedy = _CAUSES.get(
        error.errno or 0, (f"The system says: {error.strerror or error}.", "Check the folder, then retry.")
    )
    kind = DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else ""
    return OutputUnwritable(f"{path.name} could not be written to {path.parent}.", cause, remedy, kind=kind)
