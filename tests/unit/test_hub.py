"""Telling listeners what happens."""

from vqdesk.domain.events import JobsChanged
from vqdesk.domain.job import JobId
from vqdesk.runtime.hub import EventHub

NEWS = JobsChanged(JobId(1))


def test_every_listener_hears_everything_until_it_leaves():
    hub, first, second = EventHub(), [], []
    hub.post(NEWS)  # nobody listens yet
    hear = first.append
    hub.subscribe(hear)
    hub.subscribe(second.append)
    hub.post(NEWS)
    hub.unsubscribe(hear)
    hub.post(NEWS)
    assert (first, second) == ([NEWS], [NEWS, NEWS])


def test_a_listener_may_leave_while_it_is_told():
    hub, heard = EventHub(), []

    def once(event):
        heard.append(event)
        hub.unsubscribe(once)

    hub.subscribe(once)
    hub.subscribe(heard.append)
    hub.post(NEWS)
    hub.post(NEWS)
    assert heard == [NEWS] * 3
