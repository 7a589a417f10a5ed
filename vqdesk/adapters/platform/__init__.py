"""What the operating system is asked to do, as argument lists; and where it keeps secrets."""

from vqdesk.adapters.platform.computer import LocalComputer
from vqdesk.adapters.platform.secrets import SystemSecrets

__all__ = ["LocalComputer", "SystemSecrets"]
