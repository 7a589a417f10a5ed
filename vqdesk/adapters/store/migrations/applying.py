"""Carrying out the steps that a file lacks: the only place that loads sqlite-utils."""

from sqlite_utils.migrations import Migrations

from vqdesk.adapters.store.migrations import m0001_first_light

migrations = Migrations("vqdesk")
migrations(name="0001_first_light")(m0001_first_light.apply)
