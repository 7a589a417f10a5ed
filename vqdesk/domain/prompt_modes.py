"""How the prompt texts of a workspace are given (R-S7), and how far an image is on its way with auto prompts."""

from enum import StrEnum
from typing import Final

from vqdesk.domain.errors import Problem


class PromptMode(StrEnum):
    """ONE: the form's texts for all images; EACH: own texts for every image; AUTO: written from captions."""

    ONE = "one"
    EACH = "each"
    AUTO = "auto"


class AutoState(StrEnum):
    """Where one image is. READY: written by hand or approved, so that nothing overwrites it unasked."""

    EMPTY = "empty"
    CAPTIONED = "captioned"
    WRITTEN = "written"
    READY = "ready"


class AutoStep(StrEnum):
    """What can happen to one image."""

    CAPTION = "caption"
    WRITE = "write"
    EDIT = "edit"
    APPROVE = "approve"
    CLEAR = "clear"


_MOVES: Final = {
    (AutoState.EMPTY, AutoStep.CAPTION): AutoState.CAPTIONED,
    (AutoState.CAPTIONED, AutoStep.CAPTION): AutoState.CAPTIONED,
    (AutoState.WRITTEN, AutoStep.CAPTION): AutoState.CAPTIONED,
    (AutoState.READY, AutoStep.CAPTION): AutoState.READY,
    (AutoState.CAPTIONED, AutoStep.WRITE): AutoState.WRITTEN,
    (AutoState.WRITTEN, AutoStep.WRITE): AutoState.WRITTEN,
    (AutoState.WRITTEN, AutoStep.APPROVE): AutoState.READY,
    (AutoState.READY, AutoStep.APPROVE): AutoState.READY,
    **{(state, AutoStep.EDIT): AutoState.READY for state in AutoState},
    **{(state, AutoStep.CLEAR): AutoState.EMPTY for state in AutoState},
}

_REFUSALS: Final = {
    (AutoState.EMPTY, AutoStep.WRITE): Problem(
        "There is no motion prompt without a caption.",
        "The image has not been described yet.",
        "Caption it first, or write the text yourself.",
    ),
    (AutoState.READY, AutoStep.WRITE): Problem(
        "The text was written or approved by you.",
        "A new motion prompt would overwrite it.",
        "Confirm that it may be overwritten, or clear it first.",
    ),
    (AutoState.EMPTY, AutoStep.APPROVE): Problem(
        "There is nothing to approve.", "The image has no text yet.", "Write one, or have it written."
    ),
    (AutoState.CAPTIONED, AutoStep.APPROVE): Problem(
        "There is nothing to approve.",
        "The image has a caption, but no motion prompt yet.",
        "Have the motion prompt written first.",
    ),
}


def after(state: AutoState, step: AutoStep, overwrite: bool = False) -> AutoState | Problem:
    """The next state, or in words why not. `overwrite`: the user has agreed to lose a text."""
    if overwrite and (state, step) == (AutoState.READY, AutoStep.WRITE):
        return AutoState.WRITTEN
    return _MOVES.get((state, step)) or _REFUSALS[state, step]
