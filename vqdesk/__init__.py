"""VQDesk: a desktop render queue for local generative video."""

__version__ = "0.1.0"
