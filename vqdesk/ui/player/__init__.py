"""Clips and pictures that move: screens, their common clock, the controls."""
