"""A CPU engine that speaks ComfyUI's protocol (DESIGN §8): demo, test double and media tool.

`launch` and `state` are light; `lifecycle.serve` loads the picture libraries.
"""
