"""Phases, steps and rates as people say them. Used by the detail and by the lines of the queue."""

from PySide6.QtCore import QCoreApplication

from vqdesk.domain.phases import Phase, PhaseKind


def phase_title(phase: Phase) -> str:
    """“Clip 2, high noise”, “Load and encode”."""
    return _named(phase, _say("Clip {n}, {what}"), _say("Pass {n}, {what}"))


def phase_row(phase: Phase) -> str:
    """“Clip 2 · high noise”, “Load and encode”."""
    return _named(phase, _say("Clip {n} · {what}"), _say("Pass {n} · {what}"))


def steps_text(step: int, steps: int) -> str:
    """“step 3 of 4”; empty for work without steps."""
    return _say("step {n} of {m}").format(n=step, m=steps) if steps > 1 else ""


def rate_text(rate: float) -> str:
    """Steps a second as “1.2 it/s”, slow ones as “4.7 s/it”; empty while unknown."""
    if rate <= 0:
        return ""
    return _say("{0} it/s").format(f"{rate:.1f}") if rate >= 1 else _say("{0} s/it").format(f"{1 / rate:.1f}")


def _named(phase: Phase, of_clip: str, of_pass: str) -> str:
    if not phase.part:
        return _alone()[phase.kind]
    return (of_clip if phase.is_clip else of_pass).format(n=phase.part, what=_within()[phase.kind])


def _alone() -> dict[PhaseKind, str]:
    return {
        PhaseKind.LOADING: _say("Load and encode"),
        PhaseKind.SAMPLING: _say("Sampling"),
        PhaseKind.HIGH_NOISE: _say("High noise"),
        PhaseKind.LOW_NOISE: _say("Low noise"),
        PhaseKind.DECODING: _say("Decode"),
        PhaseKind.WORKING: _say("Process"),
        PhaseKind.UPSCALING: _say("Upscale"),
        PhaseKind.INTERPOLATING: _say("Interpolate"),
        PhaseKind.SAVING: _say("Save"),
    }


def _within() -> dict[PhaseKind, str]:
    """After the number of a clip or pass."""
    return _alone() | {
        PhaseKind.SAMPLING: _say("sampling"),
        PhaseKind.HIGH_NOISE: _say("high noise"),
        PhaseKind.LOW_NOISE: _say("low noise"),
        PhaseKind.DECODING: _say("decode"),
    }


def _say(text: str) -> str:
    return QCoreApplication.translate("Phases", text)
