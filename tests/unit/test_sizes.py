"""Factors that would make a video of odd size, and the near ones that do not."""

from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.parameters import Parameter, ParameterType
from vqdesk.domain.sizes import odd_result, scaled_size

SCALE = Parameter("scale", "Scale", ParameterType.FLOAT, 1.5, ("s.scale_by",), min=0.25, max=8, even_result=True)


def test_an_odd_side_is_told_with_the_size_and_near_factors():
    wrong = odd_result(SCALE, 1.5, 642, 480)
    assert wrong.problem.sentence() == (
        "Scale cannot be 1.5 for 642 × 480 pixels. It would make 963 × 720, and H.264 takes even sizes only."
        " Near right values: 1.48 and 1.52."
    )


def test_even_results_are_right():
    assert odd_result(SCALE, 1.5, 640, 480) is None
    assert odd_result(SCALE, 2, 641, 481) is None


@given(st.integers(16, 4096), st.integers(16, 4096), st.floats(0.25, 8))
def test_the_near_factors_are_right_ones(width, height, factor):
    wrong = odd_result(SCALE, factor, width, height)
    if wrong is None:
        assert all(side % 2 == 0 for side in scaled_size(width, height, factor))
        return
    words = wrong.problem.remedy.removeprefix("Near right values: ").removesuffix(".")
    for word in words.split(" and ") if words[0].isdigit() else ():
        assert odd_result(SCALE, float(word), width, height) is None
