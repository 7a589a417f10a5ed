"""How long work takes and how much disk it needs, learnt from what was done before. Pure rules, no clock."""

from vqdesk.domain.estimates.disk import expected_bytes
from vqdesk.domain.estimates.learning import Guess, learn
from vqdesk.domain.estimates.load import Load, load_of
from vqdesk.domain.estimates.schedule import forecast
from vqdesk.domain.estimates.values import (
    AtLane,
    Forecast,
    JobForecast,
    OpenJob,
    Span,
    Timing,
    Why,
    WorkingLane,
)
from vqdesk.domain.estimates.vram import card_gb, is_above_all, vram_gb

__all__ = [
    "AtLane",
    "Forecast",
    "Guess",
    "JobForecast",
    "Load",
    "OpenJob",
    "Span",
    "Timing",
    "Why",
    "WorkingLane",
    "card_gb",
    "expected_bytes",
    "forecast",
    "is_above_all",
    "learn",
    "load_of",
    "vram_gb",
]
