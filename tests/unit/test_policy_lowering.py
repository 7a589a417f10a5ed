"""A step lower after a lack of memory is always a right one, always lower, and says what it did."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from workflow_samples import definition

from vqdesk.domain.parameters import Parameter, ParameterType, check_value
from vqdesk.domain.policies.lowering import lowered
from vqdesk.domain.policies.memory import is_out_of_memory
from vqdesk.domain.workflow import WorkflowDefinition


def definition_with(parameters: tuple[Parameter, ...], steps: Mapping[str, float]) -> WorkflowDefinition:
    return replace(definition(False, False), parameters=parameters, on_out_of_memory=steps)


def number(name: str, **rules: object) -> Parameter:
    return Parameter(name, name.capitalize(), ParameterType.INT, 0, (f"size.{name}",), **rules)  # type: ignore[arg-type]


@given(
    value=st.integers(1, 4096),
    step=st.one_of(st.floats(0.05, 0.99), st.integers(-500, -1).map(float)),
    multiple=st.sampled_from([1, 2, 16, 32]),
    least=st.integers(1, 256),
)
def test_sizes_get_smaller_and_stay_right(value: int, step: float, multiple: int, least: int) -> None:
    width = number("width", multiple_of=multiple, min=least)
    assume(check_value(width, value) is None)
    found = lowered(definition_with((width,), {"width": step}), {"width": value})
    if found is not None:
        lower = found.values["width"]
        assert least <= lower < value
        assert check_value(width, lower) is None
        assert found.patch == {"size.width": lower}
        assert found.words == f"Width {value} → {lower}"
    else:  # only where nothing right is left at or below the step
        wanted = value * step if step > 0 else value + step
        assert not any(check_value(width, n) is None for n in range(1, int(min(wanted, value - 1)) + 1))


@given(st.integers(0, 60).map(lambda n: 4 * n + 1))
def test_frame_counts_keep_their_rule(frames: int) -> None:
    length = number("length", frames_rule="4n+1", min=5)
    assume(check_value(length, frames) is None)
    found = lowered(definition_with((length,), {"length": -16}), {"length": frames})
    if frames >= 21:
        assert found is not None
        assert found.values == {"length": frames - 16}
    else:
        assert found is None


def test_a_resolution_goes_down_on_both_sides() -> None:
    size = Parameter(
        "size", "Size", ParameterType.RESOLUTION, "832x480", ("size.width", "size.height"), multiple_of=16
    )
    found = lowered(definition_with((size,), {"size": 0.75}), {})
    assert found is not None
    assert found.values == {"size": "624x352"}
    assert found.patch == {"size.width": 624, "size.height": 352}


def test_a_workflow_that_names_no_step_is_not_lowered() -> None:
    assert lowered(definition_with((number("width"),), {}), {"width": 800}) is None


@pytest.mark.parametrize(
    ("exception", "message"),
    [
        ("torch.OutOfMemoryError", "Allocation on device "),
        ("torch.cuda.OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.50 GiB."),
        ("RuntimeError", "CUDA error: out of memory"),
        ("RuntimeError", "HIP out of memory."),
        ("RuntimeError", "MPS backend out of memory (MPS allocated: 9 GB)"),
        ("RuntimeError", "[enforce fail at alloc_cpu.cpp:114] DefaultCPUAllocator: not enough memory"),
    ],
)
def test_lack_of_memory_is_known_by_its_many_names(exception: str, message: str) -> None:
    assert is_out_of_memory(exception, message)


def test_other_failures_are_no_lack_of_memory() -> None:
    assert not is_out_of_memory("ValueError", "Frames must be 4n+1")
    assert not is_out_of_memory("FileNotFoundError", "memory.safetensors")
