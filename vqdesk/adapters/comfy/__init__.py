"""Client of ComfyUI and of everything that speaks its protocol."""

from vqdesk.adapters.comfy.engine import ComfyEngine
from vqdesk.adapters.comfy.socket import SocketTiming

__all__ = ["ComfyEngine", "SocketTiming"]
