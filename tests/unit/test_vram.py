"""For which graphics card a prompt is: never a smaller one for more work, and as it was measured elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.estimates import Load, card_gb, is_above_all, vram_gb
from vqdesk.domain.workflow import VramHint


@given(
    model=st.floats(0.1, 40),
    per_megapixel=st.floats(0, 5),
    sizes=st.lists(st.integers(0, 8192), min_size=4, max_size=4),
    frames=st.tuples(st.integers(0, 500), st.integers(0, 500)),
    window=st.integers(0, 200),
)
def test_a_larger_or_longer_prompt_never_wants_a_smaller_card(model, per_megapixel, sizes, frames, window):
    (less, more), (low, high) = sorted(sizes[:2]), sorted(sizes[2:])
    few, many = sorted(frames)
    for hint in (VramHint(model, per_megapixel), VramHint(model, per_megapixel, "window")):
        small = vram_gb(hint, Load(less, low, few), {"window": window})
        for load in (Load(more, low, few), Load(less, high, few), Load(less, low, many), Load(more, high, many)):
            wanted = vram_gb(hint, load, {"window": window})
            assert wanted >= small >= model
            assert card_gb(wanted) >= card_gb(small)


def test_the_estimate_agrees_with_what_was_measured_on_cards_of_24_gb():
    for measured, hint, load in (
        (0.84, VramHint(14.3, 0.2), Load(640, 640, 81)),  # WAN 2.2 14B, templates of Comfy-Org
        (0.86, VramHint(20.4, 0.6), Load(1328, 1328)),  # Qwen-Image, the same
    ):
        assert vram_gb(hint, load, {}) == pytest.approx(measured * 25.2, rel=0.1)
        assert card_gb(vram_gb(hint, load, {})) == 24
    windowed = VramHint(14.3, 0.2, "context_length")
    assert vram_gb(windowed, Load(832, 480, 481), {"context_length": 81}) == vram_gb(
        windowed, Load(832, 480, 81), {}
    )
    assert [card_gb(gb) for gb in (1, 8.3, 12, 16.5, 25, 32, 90)] == [8, 8, 12, 16, 24, 32, 32]
    assert [is_above_all(gb) for gb in (33, 34)] == [False, True]
