"""Colour marks that the user gives to jobs; the theme says how each looks in light and dark."""

from typing import Final

COLOURS: Final = ("blue", "green", "yellow", "orange", "pink", "violet")
