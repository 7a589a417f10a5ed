"""The steps of the database, oldest first. A step is never edited after a release and imports nothing of ours."""

STEPS = ("0001_first_light",)
"""Names of all steps in `applying`, which is loaded only for a file that lacks one: sqlite-utils takes long."""
