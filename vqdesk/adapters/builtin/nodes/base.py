"""What a node class is, and what it is given when it runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from vqdesk.adapters.builtin.frames import FrameBatch, Picture
from vqdesk.adapters.builtin.storage import Storage


class Interrupted(Exception):
    """The running prompt is to stop."""


class Report(Protocol):
    """How a node tells of its work."""

    def check(self) -> None:
        """Raises Interrupted when the prompt is to stop."""
        ...

    def progress(self, value: int, total: int, picture: Callable[[], Picture] | None = None) -> None:
        """Says that `value` of `total` steps are done; `picture` makes a preview. Raises Interrupted."""
        ...


@dataclass(frozen=True, slots=True)
class NodeResult:
    """Values of the output slots, and what the node shows (`{"images": [...]}`)."""

    outputs: tuple[Any, ...] = ()
    shown: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class NodeCall:
    """One run of a node: its input values by name, and its surroundings."""

    inputs: Mapping[str, Any]
    storage: Storage
    report: Report
    metadata: Mapping[str, Any] = field(default_factory=dict)  # goes into saved files

    def images(self, name: str) -> FrameBatch:
        """Raises TypeError when the input is a constant or another kind of value."""
        value = self.inputs[name]
        if not isinstance(value, FrameBatch):
            raise TypeError(f"Input '{name}' needs a link to images, not {value!r}.")
        return value

    def whole(self, name: str) -> int:
        return int(self.inputs[name])

    def number(self, name: str) -> float:
        return float(self.inputs[name])

    def text(self, name: str) -> str:
        return str(self.inputs[name])


@dataclass(frozen=True, slots=True)
class NodeClass:
    """A node class: its entry in `/object_info` and what it does.

    `check` answers for the value of the input `checked_input` (None: fine, else what is wrong) in place of
    limits and lists. `fingerprint` stands for outside state in the cache key, such as a file's content.
    """

    description: dict[str, Any]
    run: Callable[[NodeCall], NodeResult]
    checked_input: str = ""
    check: Callable[[Storage, Mapping[str, Any]], str | None] | None = None
    fingerprint: Callable[[Storage, Mapping[str, Any]], Any] | None = None
    choices_media: str = ""  # "image" or "video": `checked_input` lists the files of the input folder

    @property
    def name(self) -> str:
        return str(self.description["name"])

    @property
    def is_output(self) -> bool:
        return bool(self.description["output_node"])

    @property
    def outputs(self) -> tuple[str, ...]:
        """Types of the output slots."""
        return tuple(self.description["output"])
