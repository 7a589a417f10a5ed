"""Tabs whatever is done to them: never none, one in front, nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.domain.tabs import Tabs, copy_title, duplicate_of, fresh, next_title
from vqdesk.domain.workspace import Workspace, WorkspaceState

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["new", "duplicate", "close", "reopen", "move", "choose", "step"]),
        st.integers(0, 9),
        st.integers(-3, 12),
    ),
    max_size=40,
)


def three() -> Tabs:
    return Tabs(tuple(Workspace(one, one.upper()) for one in "abc"), "b")


def act(tabs: Tabs, name: str, which: int, to: int, new_id: str) -> Tabs:
    target = tabs.ids[which % len(tabs.open)]
    match name:
        case "new":
            return tabs.insert(fresh(new_id, "Workspace", tabs.titles), len(tabs.open))
        case "duplicate":
            return tabs.insert(duplicate_of(tabs.open[tabs.index(target)], new_id, tabs.titles), which)
        case "close":
            return tabs.close(target, lambda: fresh(new_id, "Workspace", ()))
        case "reopen":
            return tabs.reopen()
        case "move":
            return tabs.move(target, to)
        case "choose":
            return tabs.choose(target)
    return tabs.step(to)


@given(ACTS)
def test_there_is_always_one_in_front_and_no_id_twice(acts: list[tuple[str, int, int]]) -> None:
    tabs = three()
    for number, (name, which, to) in enumerate(acts):
        tabs = act(tabs, name, which, to, f"new{number}")
        assert tabs.current.id == tabs.active
        everywhere = [*tabs.ids, *(tab.workspace.id for tab in tabs.closed)]
        assert len(set(everywhere)) == len(everywhere)


@given(st.integers(0, 2), st.integers(0, 2))
def test_what_was_closed_comes_back_as_it_was_and_where_it_was(which: int, chosen: int) -> None:
    tabs = three().choose("abc"[chosen])
    kept = replace(tabs.open[which], state=WorkspaceState(inputs=("/a.jpg",)), colour="pink")
    back = tabs.put(kept).close(kept.id, lambda: Workspace("spare")).reopen()
    assert back.ids == ("a", "b", "c")
    assert back.current == kept
    assert back.closed == ()


def test_the_neighbour_comes_to_the_front() -> None:
    tabs = three().choose("c")
    assert tabs.close("c", lambda: Workspace("spare")).active == "b"
    assert tabs.close("a", lambda: Workspace("spare")).active == "c"
    assert three().close("b", lambda: Workspace("spare")).active == "c"


def test_after_the_last_one_a_clean_one_follows() -> None:
    tabs = Tabs((Workspace("a", "A"),), "a").close("a", lambda: fresh("n", "Workspace", ()))
    assert tabs.open == (Workspace("n", "Workspace 1"),)
    assert tabs.reopen().ids == ("a", "n")


@pytest.mark.parametrize(("to", "order"), [(0, "bac"), (2, "acb"), (-5, "bac"), (9, "acb"), (1, "abc")])
def test_a_tab_moves(to: int, order: str) -> None:
    tabs = three().move("b", to)
    assert "".join(tabs.ids) == order
    assert tabs.active == "b"


def test_titles_take_the_smallest_free_number() -> None:
    assert next_title("Workspace", ("Workspace 1", "Workspace 3")) == "Workspace 2"
    assert copy_title("Cats", ("Cats",)) == "Cats 2"
    assert copy_title("Cats 2", ("Cats", "Cats 2")) == "Cats 3"
    assert copy_title("2026", ("2026",)) == "2026 2"
