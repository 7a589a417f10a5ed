"""Presets in the window: of settings beside the workflow, of texts beside the prompts."""
