"""What the lane remembers of attempts under way."""

from workflow_samples import prompt

from vqdesk.domain.job import AttemptId
from vqdesk.runtime.flight import Flight, Flights


def flight(attempt="a", **changes):
    return Flight(None, prompt(**changes), AttemptId(attempt))


def test_flights_are_found_by_attempt_and_dropped_once():
    flights, one = Flights(), flight("a")
    flights.add(one)
    assert flights.get(AttemptId("a")) is one
    assert flights.get(AttemptId("b")) is None
    flights.drop(one)
    flights.drop(one)
    assert len(flights) == 0


def test_an_attempt_that_the_server_let_go_leaves_room_for_the_next_while_its_outputs_come():
    flights, ending = Flights(), flight("a")
    flights.add(ending)
    flights.add(flight("b"))
    assert flights.at_server == 2
    ending.is_ending = True
    assert (flights.at_server, len(flights)) == (1, 2)


def test_a_wish_to_cancel_counts_from_before_the_start_too():
    assert not flight().is_cancel_wanted
    assert flight(cancel_requested_at="2025-01-01T00:00:00.000Z").is_cancel_wanted
    sent = flight()
    sent.cancel_sent = True
    assert sent.is_cancel_wanted


def test_a_prompt_taken_a_while_ago_is_looked_at_again_before_it_is_sent():
    one = flight()
    one.heard_at = 10.0
    assert not one.is_stale(10.01)
    assert one.is_stale(11.0)
