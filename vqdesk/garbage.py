"""What becomes of memory that is not wanted any more.

Garbage is left lying while the program starts: little goes then, and looking for it is a sixth of the time.
"""

import gc
import sys

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # glibc's malloc.h
_ARENAS = 2
_PICTURE_BYTES = 4 * 1024 * 1024  # less, and lists of 100,000 jobs would be handed back and asked for each time


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


def hand_back() -> None:
    """Pictures that were freed go back to the system at once: glibc would keep them, a piece for each thread.

    mallopt(3); elsewhere than on Linux nothing is done.
    """
    if sys.platform != "linux":
        return
    import ctypes  # the command line needs none of it

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)
        mallopt(_M_MMAP_THRESHOLD, _PICTURE_BYTES)
