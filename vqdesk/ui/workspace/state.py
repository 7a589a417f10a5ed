"""What a workspace remembers. Knows no Qt, so that tabs, presets and drafts can use it alike."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

_VERSION = 1


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """One workspace. `values` holds, by workflow, only what differs from the defaults, as it was typed.

    A number that cannot be read stays text, so that nothing the user wrote is lost.
    """

    title: str = ""
    workflow: str = ""
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    inputs: tuple[str, ...] = ()
    tries: int | str = 1
    job_name: str = ""
    open_groups: tuple[str, ...] = ()

    @property
    def own_values(self) -> Mapping[str, Any]:
        """The changed values of the chosen workflow."""
        return self.values.get(self.workflow, {})

    def with_value(self, name: str, value: Any, default: Any) -> "WorkspaceState":
        """The chosen workflow with another value; the default itself is not remembered."""
        own = {key: kept for key, kept in self.own_values.items() if key != name}
        if value != default or isinstance(value, bool) != isinstance(default, bool):
            own[name] = value
        return replace(self, values={**self.values, self.workflow: own})

    def with_group(self, name: str, is_open: bool) -> "WorkspaceState":
        """The same with a group opened or closed."""
        others = tuple(group for group in self.open_groups if group != name)
        return replace(self, open_groups=(*others, name) if is_open else others)


def to_json(state: WorkspaceState) -> str:
    """The text that `from_json` reads."""
    return json.dumps(
        {
            "version": _VERSION,
            "title": state.title,
            "workflow": state.workflow,
            "values": {name: dict(own) for name, own in state.values.items() if own},
            "inputs": list(state.inputs),
            "tries": state.tries,
            "job_name": state.job_name,
            "open_groups": list(state.open_groups),
        },
        ensure_ascii=False,
    )


def from_json(text: str) -> WorkspaceState:
    """Reads what is right and leaves the rest at its default; any text is taken."""
    try:
        raw = json.loads(text)
    except ValueError:
        return WorkspaceState()
    if not isinstance(raw, dict):
        return WorkspaceState()
    tries = raw.get("tries")
    return WorkspaceState(
        title=_text(raw, "title"),
        workflow=_text(raw, "workflow"),
        values=_values(raw.get("values")),
        inputs=_texts(raw.get("inputs")),
        tries=tries if isinstance(tries, int | str) and not isinstance(tries, bool) else 1,
        job_name=_text(raw, "job_name"),
        open_groups=_texts(raw.get("open_groups")),
    )


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _texts(raw: Any) -> tuple[str, ...]:
    parts = raw if isinstance(raw, list) else []
    return tuple(dict.fromkeys(part for part in parts if isinstance(part, str) and part))


def _values(raw: Any) -> dict[str, dict[str, Any]]:
    workflows = raw if isinstance(raw, dict) else {}
    return {
        workflow: {name: value for name, value in own.items() if isinstance(value, str | int | float | bool)}
        for workflow, own in workflows.items()
        if isinstance(own, dict)
    }
