"""What can go wrong, in words for the user: summary, cause, remedy.

UserError
├── EngineUnreachable   nobody answers at the address (a state of the lane, not a failure of a prompt)
├── EngineRejected      the server refused a graph or a file
├── EngineProtocolError the answer is not what ComfyUI sends
├── PromptFailed        the server ran the graph and a node failed
├── WorkflowInvalid     a definition or its template is wrong
├── ParameterInvalid    a value breaks a rule of the definition
├── InputUnusable       a file cannot be used as an input
├── OutputUnwritable    an output, or our own data, cannot be written
├── Stopped             the user ended it before it was done
├── StoreUnusable       the database cannot be used (newer version, corrupt, busy)
├── LlmFailed           a server of language models did not do it (domain/auto_prompt/faults.py)
├── ComputerRefused     the operating system did not do what it was asked (suspend, shut down, run)
├── WebhookRefused      a notice did not reach the user's web address
└── NotFound            a job, prompt, workflow or lane that does not exist
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

OUT_OF_MEMORY: Final = "out_of_memory"
DISK_FULL: Final = "disk_full"
PUT_ASIDE: Final = "put_aside"
OVERDUE: Final = "overdue"
"""Kinds of problems that a policy answers (`Problem.kind`)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as it is stored and shown: what did not work, why, and the next step."""

    summary: str
    cause: str = ""
    remedy: str = ""
    node_id: str = ""
    node_type: str = ""
    details: str = ""  # traceback or raw answer; for the log, never in the user's face
    kind: str = ""  # one of the kinds above where a policy has an answer

    def as_dict(self) -> dict[str, str]:
        """Plain form for JSON; `details` is left out."""
        return {key: value for key, value in asdict(self).items() if key != "details" and value}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> "Problem":
        """Reads what `as_dict` wrote; unknown keys are ignored."""
        return cls(**{key: str(raw[key]) for key in cls.__dataclass_fields__ if key in raw})

    def sentence(self) -> str:
        """One paragraph for a terminal or a tool tip."""
        return " ".join(part for part in (self.summary, self.cause, self.remedy) if part)


class UserError(Exception):
    """Base of every expected failure; `problem` is what the user reads."""

    def __init__(self, summary: str, cause: str = "", remedy: str = "", **facts: str) -> None:
        super().__init__(" ".join(part for part in (summary, cause) if part))
        self.problem = Problem(summary, cause, remedy, **facts)


class EngineUnreachable(UserError):
    """Nobody answers at the engine's address."""


class EngineRejected(UserError):
    """The server refused a graph or a file."""


class EngineProtocolError(UserError):
    """The server's answer is not what ComfyUI sends."""


class PromptFailed(UserError):
    """A node failed while the server ran the graph."""


class WorkflowInvalid(UserError):
    """A workflow definition or its template is wrong."""


class ParameterInvalid(UserError):
    """A parameter breaks a rule of its definition; `parameter` names it, `nearest` are right values close by."""

    def __init__(
        self, parameter: str, summary: str, cause: str = "", remedy: str = "", nearest: tuple[Any, ...] = ()
    ) -> None:
        super().__init__(summary, cause, remedy)
        self.parameter = parameter
        self.nearest = nearest


class InputUnusable(UserError):
    """A file cannot be used as an input."""


class OutputUnwritable(UserError):
    """An output or our own data cannot be written."""


class Stopped(UserError):
    """The user ended it before it was done."""


class StoreUnusable(UserError):
    """The database cannot be used."""


class ComputerRefused(UserError):
    """The operating system did not do what it was asked."""


class WebhookRefused(UserError):
    """A notice did not reach the user's web address."""


class NotFound(UserError):
    """A job, prompt, workflow or lane that does not exist."""
