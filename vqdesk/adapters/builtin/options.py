"""Switches for tests and measurements; without them the engine behaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Faults to act out on request. Set by hidden flags of `vqdesk engine`, never by the app."""

    fail_node: str = ""  # class whose every run fails
    stall_s: float = 0.0  # silence after execution_start of every prompt
    die_after: int = 0  # kill the own process after so many prompts, before the last one's history record
    history_lag_ms: int = 0  # between execution_success and the history record
    view_delay_s: float = 0.0  # before every file that is fetched
    memory_pixels: int = 0  # a picture of more pixels does not fit into the memory; 0: all fit
    test_nodes: bool = False  # offer VQSleep
