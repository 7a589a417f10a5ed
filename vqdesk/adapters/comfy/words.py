"""Failures told by a ComfyUI server, put into words: which node, what is wrong, what to do."""

from collections.abc import Mapping
from typing import Any

from vqdesk.domain.errors import OUT_OF_MEMORY, Problem
from vqdesk.domain.job import Graph
from vqdesk.domain.policies.memory import is_out_of_memory
from vqdesk.domain.policies.server_disk import is_disk_full

_MODEL_ENDINGS = (".safetensors", ".gguf", ".ckpt", ".pt", ".pth", ".bin", ".sft")
_CHECK_WORKFLOW = "Check the workflow's template, or choose another workflow."
_NO_ROOM = "Free some space where the server keeps its output and temporary files, then retry."
_NO_MEMORY = "Make the picture smaller or the clip shorter, or close other programs that use the GPU, then retry."


def node_name(graph: Mapping[str, Any], node_id: str, class_type: str = "") -> str:
    """The node as a user finds it: title and class when the graph has a title, else the class, else the id."""
    match graph.get(node_id):
        case {"class_type": str(kind), "_meta": {"title": str(title)}} if title and title != kind:
            return f"“{title}” ({kind})"
        case {"class_type": str(kind)}:
            return kind
    return class_type or f"node {node_id}"


def rejection(body: Any, graph: Graph) -> Problem:
    """Words for a 400 of `POST /prompt`; falls back to the server's own words."""
    match body:
        case {"node_errors": dict(node_errors)} if node_errors:
            problems = node_problems(node_errors, graph)
            first = problems[0]
            if len(problems) == 1:
                return first
            others = "; ".join(f"{problem.summary} {problem.cause}" for problem in problems[1:])
            return Problem(
                first.summary, f"{first.cause} Also: {others}", first.remedy, first.node_id, first.node_type
            )
        case {"error": {"type": "invalid_prompt", "message": str(message), "details": details}}:
            return _invalid_prompt(message, str(details), graph)
        case {"error": {"type": "prompt_no_outputs"}}:
            return Problem("The server refused the workflow.", "No node of it writes an output.", _CHECK_WORKFLOW)
        case {"error": {"message": str(message), "details": details}}:
            cause = f"It says: {message}" + (f" ({details})" if details and details != message else "")
            if not details:
                cause += " Nodes that feed one another in a circle are refused this way."
            return Problem("The server refused the workflow.", cause, _CHECK_WORKFLOW)
    return Problem("The server refused the workflow.", "It gave no reason.", _CHECK_WORKFLOW)


def _invalid_prompt(message: str, details: str, graph: Graph) -> Problem:
    """Unknown class or no class_type: the node's id is only in `details`, as "Node ID '#1'"."""
    node_id = details.partition("#")[2].rstrip("'")
    match graph.get(node_id):
        case {"class_type": str(kind)}:
            return Problem(
                f"The server does not know the node {kind}.",
                f"{node_name(graph, node_id)} is part of the workflow, but not installed there.",
                f"Install the node pack with {kind} in ComfyUI and restart it, or choose another workflow.",
                node_id,
                kind,
            )
    cause = f"It says: {message} ({details})"
    return Problem("The server refused the workflow.", cause, _CHECK_WORKFLOW, node_id)


def node_problems(node_errors: Mapping[str, Any], graph: Graph) -> tuple[Problem, ...]:
    """One problem per node error, in the server's order; never empty for a non-empty mapping."""
    problems: list[Problem] = []
    for node_id, entry in node_errors.items():
        facts = entry if isinstance(entry, dict) else {}
        kind = str(facts.get("class_type", ""))
        name = node_name(graph, node_id, kind)
        for error in facts.get("errors") or [{}]:
            cause, remedy = _cause_and_remedy(error)
            problems.append(Problem(f"The server refused {name}.", cause, remedy, node_id, kind))
    return tuple(problems)


def _cause_and_remedy(error: Any) -> tuple[str, str]:
    """Words for one entry of `errors`; `type` values as recorded in the validation transcripts."""
    facts: dict[str, Any] = error if isinstance(error, dict) else {}
    extra: dict[str, Any] = facts.get("extra_info") or {}
    name = str(extra.get("input_name", "")) or str(facts.get("details", ""))
    value = extra.get("received_value")
    limits = _limits(extra.get("input_config"))
    match facts.get("type"):
        case "required_input_missing":
            return f"The input “{name}” has no value.", _CHECK_WORKFLOW
        case "value_smaller_than_min" | "value_bigger_than_max":
            return f"{name} is {value}, outside of what the node takes.", f"Set {name} to {limits}."
        case "invalid_input_type":
            return f"{name} is {value!r}, which is not a number.", f"Set {name} to {limits}."
        case "value_not_in_list" if isinstance(value, str) and value.lower().endswith(_MODEL_ENDINGS):
            return (
                f"The server does not have the file {value} ({name}).",
                "Put it into ComfyUI's models folder and reload, or choose a model that is there.",
            )
        case "value_not_in_list":
            return f"{name} is {value!r}, which the server does not offer.", f"Set {name} to {limits}."
        case "custom_validation_failed":
            return (
                f"{facts.get('details', '')}.",
                "The file is missing at the server; retry, so that it is sent again.",
            )
    message = str(facts.get("message", "it gave no reason"))
    details = str(facts.get("details", ""))
    return f"It says: {message}" + (f" ({details})" if details else "") + ".", _CHECK_WORKFLOW


def _limits(config: Any) -> str:
    match config:
        case [_, {"min": low, "max": high}]:
            return f"a value from {low} to {high}"
        case [list(choices), *_] | ["COMBO", {"options": list(choices)}] if choices:
            shown = ", ".join(str(choice) for choice in choices[:8])
            return f"one of {shown}" + (" …" if len(choices) > 8 else "")
    return "another value"


def execution_problem(data: Mapping[str, Any], graph: Mapping[str, Any]) -> Problem:
    """Words for the data of an `execution_error`, from the socket or the history."""
    node_id, node_type = str(data.get("node_id", "")), str(data.get("node_type", ""))
    name = node_name(graph, node_id, node_type)
    message = str(data.get("exception_message", "")).strip()
    exception = str(data.get("exception_type", ""))
    trace = "".join(str(line) for line in data.get("traceback") or ())
    details = f"{exception}: {message}\n{trace}"
    if is_out_of_memory(exception, message):
        cause = "The server ran out of GPU memory."
        return Problem(f"{name} failed.", cause, _NO_MEMORY, node_id, node_type, details, OUT_OF_MEMORY)
    if is_disk_full(message):
        cause = f"The server's disk is full: {message.splitlines()[0]}."
        return Problem(f"{name} failed.", cause, _NO_ROOM, node_id, node_type, details)
    first_line = message.splitlines()[0] if message else exception or "The server gave no reason."
    if not first_line.endswith((".", "!", "?")):
        first_line += "."
    remedy = "The log has the whole message. Correct the setting or the input, then retry."
    return Problem(f"{name} failed.", first_line, remedy, node_id, node_type, details)
