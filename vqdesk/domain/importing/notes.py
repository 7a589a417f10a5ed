"""What an import could not take over, node by node: nothing is hidden."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """Why a note is there. The first five can keep a server from running the graph."""

    UNKNOWN_CLASS = "unknown_class"
    UNNAMED_VALUES = "unnamed_values"
    MISSING_INPUT = "missing_input"
    BROKEN_WIRING = "broken_wiring"
    OTHER_VERSION = "other_version"
    FILLED_IN = "filled_in"
    TEXT_SYNTAX = "text_syntax"
    LEFT_OUT = "left_out"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One thing to know. `pack` is the node pack as the file names it; `node_id` is the id in the graph."""

    kind: NoteKind
    text: str
    node_id: str = ""
    class_type: str = ""
    title: str = ""
    pack: str = ""

    def as_dict(self) -> Mapping[str, str]:
        """Plain form for JSON, without empty parts."""
        return {key: str(value) for key, value in asdict(self).items() if value}

    def sentence(self) -> str:
        """One line for a terminal."""
        if not self.node_id:
            return self.text
        title = f" “{self.title}”" if self.title and self.title != self.class_type else ""
        pack = f" (from {self.pack})" if self.pack else ""
        return f"Node {self.node_id}{title}, {self.class_type}{pack}: {self.text}"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model that the file says it needs: `url` is its download page as stated there, never fetched by us."""

    name: str
    folder: str = ""
    url: str = ""
