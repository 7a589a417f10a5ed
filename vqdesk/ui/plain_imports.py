"""Importing as Python does it."""

import builtins


def restore() -> None:
    """Takes PySide's own import away; call it after PySide was loaded.

    It looks through the source of every imported module for `from __feature__ import …`, which nothing here uses,
    and fails when two threads import at once (6.11.3: an ImportError from inside pydantic).
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
