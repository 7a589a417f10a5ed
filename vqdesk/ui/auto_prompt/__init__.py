"""Automatic prompts in the window: the panel of a workspace, the drawer with models and system prompts."""
