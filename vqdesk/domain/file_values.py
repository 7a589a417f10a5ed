"""Parameters that name a file of the user. It is staged with the job; the graph holds it by its content."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from vqdesk.domain.errors import ParameterInvalid
from vqdesk.domain.job import Graph
from vqdesk.domain.media import MediaKind
from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.workflow import WorkflowDefinition

_KINDS: Final = {"image": MediaKind.IMAGE, "video": MediaKind.VIDEO}
_PREFIX: Final = "vqdesk-file:"


@dataclass(frozen=True, slots=True)
class FileValue:
    """A staged file as the value of an input. `path` is where the user had it, for a readable name."""

    sha256: str
    path: str

    def text(self) -> str:
        """What stands in the graph."""
        return f"{_PREFIX}{self.sha256}:{self.path}"


def file_kind(parameter: Parameter) -> MediaKind | None:
    """What kind of file the parameter takes from the user; None for other parameters."""
    return _KINDS.get(parameter.widget) if parameter.type is ParameterType.PATH else None


def file_parameters(definition: WorkflowDefinition) -> list[Parameter]:
    """The parameters that take a file of the user."""
    return [one for one in definition.parameters if file_kind(one)]


def missing_files(definition: WorkflowDefinition, values: Mapping[str, Any]) -> list[ParameterInvalid]:
    """One for each parameter that needs a file and has none."""
    return [
        ParameterInvalid(
            one.name, f"{one.label} is missing.", f"It needs {_words(one)}.", "Give the file, or drop it there."
        )
        for one in file_parameters(definition)
        if not one.optional and isinstance(values.get(one.name), str) and not values[one.name].strip()
    ]


def file_inputs(graph: Graph) -> dict[str, FileValue]:
    """ "node.input" → the staged file that goes there."""
    found = {}
    for node_id, node in graph.items():
        for field, value in node["inputs"].items():
            if isinstance(value, str) and value.startswith(_PREFIX):
                sha256, _, path = value.removeprefix(_PREFIX).partition(":")
                found[f"{node_id}.{field}"] = FileValue(sha256, path)
    return found


def _words(parameter: Parameter) -> str:
    return "a video" if file_kind(parameter) is MediaKind.VIDEO else "a picture"
