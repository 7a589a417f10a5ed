"""The steps of the database, oldest first. A step is never edited after a release and imports nothing of ours."""

from sqlite_utils.migrations import Migrations

from vqdesk.adapters.store.migrations import m0001_first_light

migrations = Migrations("vqdesk")
migrations(name="0001_first_light")(m0001_first_light.apply)
