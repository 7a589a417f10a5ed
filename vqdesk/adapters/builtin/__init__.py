"""A CPU engine that speaks ComfyUI's protocol (DESIGN §8): demo, test double and media tool."""

from vqdesk.adapters.builtin.lifecycle import EngineNotStarted, EngineState, read_state, serve
from vqdesk.adapters.builtin.options import EngineOptions

__all__ = ["EngineNotStarted", "EngineOptions", "EngineState", "read_state", "serve"]
