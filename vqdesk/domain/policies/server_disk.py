"""Telling a server's full disk from other failures."""

_MARKS = ("[errno 28]", "[winerror 112]")  # ENOSPC and ERROR_DISK_FULL, as Python writes them


def is_disk_full(message: str) -> bool:
    """Whether the message of an `execution_error` says so."""
    return any(mark in message.lower() for mark in _MARKS)
