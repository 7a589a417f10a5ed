"""Garbage is left lying while the program starts: little goes then, and looking for it is a sixth of the time."""

import gc


def leave() -> None:
    """From here on nothing is collected."""
    gc.disable()


def collect_again() -> None:
    """Ends what `leave` began; what there is now is spared."""
    spare()
    gc.enable()


def spare() -> None:
    """What there is now stays for good and is never looked through again: later pauses are shorter too."""
    gc.freeze()
