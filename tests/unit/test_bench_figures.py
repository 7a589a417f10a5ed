"""A measurement that is over its budget says so: else no bench could ever fail."""

import pytest

from vqdesk.bench.endurance import EnduranceResult
from vqdesk.bench.feed import FeedResult
from vqdesk.bench.lanes import LanesResult
from vqdesk.bench.logs import LogResult
from vqdesk.bench.queue import QueueResult
from vqdesk.bench.submitting import SubmitResult
from vqdesk.bench.window import EventsResult, StartResult

AWFUL, FINE = 1e9, 0.001
RESULTS = {
    "endurance": (
        EnduranceResult(9, (1.0, 99.0), (1.0, 99.0), (1.0, 999.0)),
        EnduranceResult(9, (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
    ),
    "events": (EventsResult(AWFUL, 1.0), EventsResult(FINE, 1.0)),
    "feed": (FeedResult(AWFUL, AWFUL, 1.0, 1.0), FeedResult(1.0, FINE, 1.0, 1.0)),
    "lanes": (LanesResult(0.1, 1.0, 10.0), LanesResult(4.0, 4.0, 1.0)),
    "log": (
        LogResult(1, 1, AWFUL, FINE, FINE, FINE, AWFUL, AWFUL),
        LogResult(1, 1, FINE, FINE, FINE, FINE, FINE, FINE),
    ),
    "queue": (QueueResult(1, 1, *[AWFUL] * 7), QueueResult(1, 1, *[FINE] * 7)),
    "start": (
        StartResult(AWFUL, AWFUL, AWFUL, 1.0, AWFUL, ("cv2",)),
        StartResult(FINE, FINE, FINE, FINE, FINE, ()),
    ),
    "submit": (SubmitResult(AWFUL, AWFUL, 1.0), SubmitResult(1.0, FINE, 1.0)),
}


@pytest.mark.parametrize("name", RESULTS)
def test_every_budget_is_missed_by_what_is_awful_and_kept_by_what_is_fine(name: str) -> None:
    awful, fine = (result.figures() for result in RESULTS[name])
    assert [figure.is_met for figure in fine] == [True] * len(fine)
    assert [figure.what for figure in awful if figure.is_met and figure.budget] == []
