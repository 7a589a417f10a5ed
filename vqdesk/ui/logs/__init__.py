"""Logs of any length: lines, the view that paints those in sight, and the page with its tools."""
