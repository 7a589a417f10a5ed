"""What the list and the detail say of prompts that somebody wanted to cancel."""

import pytest
from fake_desk import make_job, make_prompt

from vqdesk.domain.job import Counts
from vqdesk.domain.status import Cancellation, PromptStatus
from vqdesk.services.queue import JobDetail
from vqdesk.ui.detail.sentences import state_line
from vqdesk.ui.queue.words import PromptNews, prompt_words

S = PromptStatus
ENDS = [
    (S.CANCELED, Cancellation.NEVER_SENT, "removed before it was sent"),
    (S.CANCELED, Cancellation.REMOVED, "removed at the engine"),
    (S.CANCELED, Cancellation.INTERRUPTED, "interrupted while it ran"),
    (S.SUCCEEDED, Cancellation.TOO_LATE, "the cancel came too late"),
]


@pytest.mark.parametrize("status, end, words", ENDS)
def test_how_the_wish_ended_is_said(qapp, status: PromptStatus, end: Cancellation, words: str) -> None:
    prompt = make_prompt(1, 41, status=status, cancellation=end, cancel_requested_at="2026-11-21T07:00:00.000Z")
    job = make_job(41, Counts(canceled=1))
    assert prompt_words(prompt, job, PromptNews()).detail == words
    _, _, sentence = state_line(prompt, JobDetail(job, (prompt,), (), "Camera move", (), {}), None)
    assert sentence.startswith(words)
