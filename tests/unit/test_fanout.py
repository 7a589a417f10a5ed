"""Inputs × tries → prompts: order, seeds, refusals."""

from random import Random

import pytest
from workflow_samples import SEEDS, definition

from vqdesk.domain.fanout import RANDOM_SEEDS_BELOW, Source, check_tries, count, fan_out
from vqdesk.domain.parameters import MAX_SEED

BOATS, LAKE = Source("/p/boats.jpg", "aa", {"pos.text": "boats"}), Source("/p/lake.jpg", "bb")


def test_all_tries_of_an_input_follow_one_another_and_a_fixed_seed_counts_up():
    drafts = fan_out([BOATS, LAKE], 2, 100, SEEDS, Random(1))
    assert [(d.source_path, d.try_number, d.seed) for d in drafts] == [
        ("/p/boats.jpg", 1, 100),
        ("/p/boats.jpg", 2, 101),
        ("/p/lake.jpg", 1, 100),
        ("/p/lake.jpg", 2, 101),
    ]
    assert drafts[1].patch == {"pos.text": "boats", "hi.noise_seed": 101, "lo.noise_seed": 101}
    assert drafts[3].patch == {"hi.noise_seed": 101, "lo.noise_seed": 101}


def test_random_seeds_are_new_per_prompt_in_range_and_repeatable():
    first = fan_out([BOATS, LAKE], 50, "random", SEEDS, Random(7))
    seeds = [draft.seed for draft in first]
    assert len(set(seeds)) == 100
    assert all(0 <= seed < RANDOM_SEEDS_BELOW for seed in seeds)
    assert fan_out([BOATS, LAKE], 50, "random", SEEDS, Random(7)) == first


def test_a_seed_of_a_single_file_stays_with_that_file():
    drafts = fan_out([Source("/p/a", "aa", {}, 5), LAKE], 1, 100, SEEDS, Random(1))
    assert [draft.seed for draft in drafts] == [5, 100]


def test_without_seed_there_is_none_in_the_prompt():
    [draft] = fan_out([BOATS], 1, "random", (), Random(1))
    assert (draft.seed, dict(draft.patch)) == (None, {"pos.text": "boats"})


@pytest.mark.parametrize(
    ("tries", "seed", "with_seed", "expected"),
    [
        (0, 1, True, "Tries cannot be 0."),
        (2, "random", False, "every try would give the same result"),
        (3, MAX_SEED, True, "Use a smaller seed."),
    ],
)
def test_impossible_tries_are_refused_in_words(tries, seed, with_seed, expected):
    error = check_tries(definition(with_seed), tries, seed)
    assert error is not None
    assert expected in error.problem.sentence()


def test_possible_tries_pass():
    assert check_tries(definition(), 20, 5) is None
    assert check_tries(definition(with_seed=False), 1) is None


def test_the_count_multiplies_inputs_and_tries():
    assert count(definition(), 12, 2).prompts == 24
    assert count(definition(with_input=False), 0, 3).prompts == 3
    assert count(definition(), 0, 3).prompts == 0
