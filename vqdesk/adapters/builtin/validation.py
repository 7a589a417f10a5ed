"""Checks of `POST /prompt`, with the bodies that ComfyUI 0.3.64 answers."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vqdesk.adapters.builtin.catalog import input_specs
from vqdesk.adapters.builtin.graph import links_of
from vqdesk.adapters.builtin.nodes.base import NodeClass
from vqdesk.adapters.builtin.storage import Storage
from vqdesk.adapters.builtin.waiting import Graph

Fault = dict[str, Any]
MAX_CHOICES_SHOWN = 20


@dataclass(slots=True)
class Verdict:
    """What is wrong with a graph; `error` None means that `outputs` may run."""

    error: Fault | None = None
    outputs: list[str] = field(default_factory=list)
    node_errors: dict[str, Any] = field(default_factory=dict)


def fault(kind: str, message: str, details: str = "", extra: Mapping[str, Any] | None = None) -> Fault:
    """The form of every error in a reply."""
    return {"type": kind, "message": message, "details": details, "extra_info": dict(extra or {})}


NO_PROMPT = fault("no_prompt", "No prompt provided", "No prompt provided")


class Validator:
    """Validates graphs against node classes and converts their values to the declared types, in place."""

    def __init__(self, classes: Mapping[str, NodeClass], storage: Storage) -> None:
        self._classes = classes
        self._storage = storage

    def check(self, graph: Graph, targets: list[str] | None) -> Verdict:
        """Raises TypeError for something that is no graph at all, as the real server fails with 500."""
        for node_id in graph:
            if "class_type" not in graph[node_id]:
                message = "Cannot execute because a node is missing the class_type property."
                return Verdict(fault("invalid_prompt", message, f"Node ID '#{node_id}'"))
            name = graph[node_id]["class_type"]
            if name not in self._classes:
                message = f"Cannot execute because node {name} does not exist."
                return Verdict(fault("invalid_prompt", message, f"Node ID '#{node_id}'"))
        outputs = [key for key in graph if self._classes[graph[key]["class_type"]].is_output]
        outputs = [key for key in outputs if targets is None or key in targets]
        if not outputs:
            return Verdict(fault("prompt_no_outputs", "Prompt has no outputs"))
        return self._check_outputs(graph, outputs)

    def _check_outputs(self, graph: Graph, outputs: list[str]) -> Verdict:
        verdict = Verdict()
        checked = _Checked(self._classes, self._storage, graph)
        own_faults: list[Fault] = []
        for output in outputs:
            if _has_cycle(graph, output):
                continue  # the real server says nothing about it either
            if checked.is_valid_output(output):
                verdict.outputs.append(output)
                continue
            own_faults += checked.faults[output]
            for node_id, faults in checked.faults.items():
                if faults:
                    entry = verdict.node_errors.setdefault(node_id, _node_error(faults, graph[node_id]))
                    entry["dependent_outputs"].append(output)
        if not verdict.outputs:
            details = "\n".join(f"{one['message']}: {one['details']}" for one in own_faults)
            message = "Prompt outputs failed validation"
            verdict.error = fault("prompt_outputs_failed_validation", message, details)
        return verdict


def _node_error(faults: list[Fault], node: Mapping[str, Any]) -> dict[str, Any]:
    return {"errors": faults, "dependent_outputs": [], "class_type": node["class_type"]}


def _has_cycle(graph: Graph, output: str) -> bool:
    finished: set[str] = set()
    path: list[str] = []
    stack = [(output, False)]
    while stack:
        node_id, is_leaving = stack.pop()
        if is_leaving:
            finished.add(path.pop())
        elif node_id in path:
            return True
        elif node_id in graph and node_id not in finished:
            path.append(node_id)
            stack.append((node_id, True))
            stack.extend((other, False) for other in links_of(graph[node_id]))
    return False


class _Checked:
    """Nodes of one graph that were looked at. A node that fails only through an input has no faults itself."""

    def __init__(self, classes: Mapping[str, NodeClass], storage: Storage, graph: Graph) -> None:
        self._classes = classes
        self._storage = storage
        self._graph = graph
        self.faults: dict[str, list[Fault]] = {}
        self._valid: dict[str, bool] = {}

    def is_valid_output(self, output: str) -> bool:
        try:
            return self._is_valid(output)
        except (KeyError, IndexError, TypeError, RecursionError) as error:
            extra = {"exception_type": type(error).__name__, "traceback": traceback.format_tb(error.__traceback__)}
            self._reject(output, "exception_during_validation", "Exception when validating node", error, extra)
            return False

    def _reject(self, node_id: str, kind: str, message: str, error: Exception, extra: Mapping[str, Any]) -> None:
        self._valid[node_id] = False
        self.faults[node_id] = [fault(kind, message, str(error), extra)]

    def _is_valid(self, node_id: str) -> bool:
        if node_id in self._valid:
            return self._valid[node_id]
        node = self._graph[node_id]
        inputs = node["inputs"]
        node_class = self._classes[node["class_type"]]
        faults: list[Fault] = []
        is_valid = True
        for name, (kind, settings, is_required) in input_specs(node_class.description).items():
            if name not in inputs:
                if is_required:
                    extra = {"input_name": name}
                    faults.append(fault("required_input_missing", "Required input is missing", name, extra))
                continue
            spec = _Spec(name, kind, settings)
            if isinstance(inputs[name], list):
                found: Fault | bool | None = self._check_link(spec, inputs[name])
                is_valid = is_valid and found is not False
            else:
                found = spec.check_value(inputs, is_listed=name != node_class.checked_input)
            if isinstance(found, dict):
                faults.append(found)
        faults += self._own_check(node_class, inputs)
        self.faults[node_id] = faults
        self._valid[node_id] = is_valid and not faults
        return self._valid[node_id]

    def _own_check(self, node_class: NodeClass, inputs: Mapping[str, Any]) -> list[Fault]:
        name = node_class.checked_input
        if node_class.check is None or isinstance(inputs.get(name), list) or name not in inputs:
            return []
        complaint = node_class.check(self._storage, inputs)
        if complaint is None:
            return []
        message = "Custom validation failed for node"
        extra = {"input_name": name}
        return [fault("custom_validation_failed", message, f"{name} - {complaint}", extra)]

    def _check_link(self, spec: "_Spec", link: list[Any]) -> Fault | bool:
        """A fault of the link itself, else whether the node it comes from is valid."""
        if len(link) != 2:
            message = "Bad linked input, must be a length-2 list of [node_id, slot_index]"
            return fault("bad_linked_input", message, spec.name, spec.facts(received_value=link))
        source_class = self._classes[self._graph[link[0]]["class_type"]]
        received = source_class.outputs[link[1]]
        if "*" not in (received, spec.kind) and received != spec.kind:
            details = f"{spec.name}, received_type({received}) mismatch input_type({spec.kind})"
            extra = spec.facts(received_type=received, linked_node=link)
            return fault("return_type_mismatch", "Return type mismatch between linked nodes", details, extra)
        try:
            return self._is_valid(link[0])
        except (KeyError, IndexError, TypeError, RecursionError) as error:
            extra = spec.facts(
                exception_message=str(error),
                exception_type=type(error).__name__,
                traceback=traceback.format_tb(error.__traceback__),
                linked_node=link,
            )
            message = "Exception when validating inner node"
            self._reject(link[0], "exception_during_inner_validation", message, error, extra)
            return False


@dataclass(frozen=True, slots=True)
class _Spec:
    """A declared input."""

    name: str
    kind: Any  # type name, or the list of choices of an older class
    settings: Mapping[str, Any]

    def facts(self, **more: Any) -> dict[str, Any]:
        return {"input_name": self.name, "input_config": [self.kind, self.settings], **more}

    def check_value(self, inputs: dict[str, Any], is_listed: bool) -> Fault | None:
        """Converts the value in `inputs`; limits and lists are not looked at where the class checks itself."""
        value = inputs[self.name]
        if isinstance(value, dict) and "__value__" in value:
            value = inputs[self.name] = value["__value__"]
        try:
            if convert := _CONVERSIONS.get(self.kind if isinstance(self.kind, str) else ""):
                value = inputs[self.name] = convert(value)
        except (TypeError, ValueError, OverflowError) as error:
            message = f"Failed to convert an input value to a {self.kind} value"
            extra = self.facts(received_value=value, exception_message=str(error))
            return fault("invalid_input_type", message, f"{self.name}, {value}, {error}", extra)
        return self._check_limits(value) if is_listed else None

    def _check_limits(self, value: Any) -> Fault | None:
        extra = self.facts(received_value=value)
        if "min" in self.settings and value < self.settings["min"]:
            message = f"Value {value} smaller than min of {self.settings['min']}"
            return fault("value_smaller_than_min", message, self.name, extra)
        if "max" in self.settings and value > self.settings["max"]:
            message = f"Value {value} bigger than max of {self.settings['max']}"
            return fault("value_bigger_than_max", message, self.name, extra)
        if isinstance(self.kind, list) and value not in self.kind:
            shown = str(self.kind)
            if len(self.kind) > MAX_CHOICES_SHOWN:
                shown = f"(list of length {len(self.kind)})"
                extra["input_config"] = None
            return fault("value_not_in_list", "Value not in list", f"{self.name}: '{value}' not in {shown}", extra)
        return None


_CONVERSIONS: Mapping[str, type] = {"INT": int, "FLOAT": float, "STRING": str, "BOOLEAN": bool}
