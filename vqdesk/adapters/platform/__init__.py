"""What the operating system is asked to do, as argument lists; `LocalComputer` is the way in."""

from vqdesk.adapters.platform.computer import LocalComputer

__all__ = ["LocalComputer"]
