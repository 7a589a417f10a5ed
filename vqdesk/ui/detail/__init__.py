"""The detail: what about this one job and prompt? Header, preview or failure, progress, tabs."""
