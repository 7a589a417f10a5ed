"""What a job wants written: which prompts lack a text, where texts go, and that a saved queue keeps it."""

from dataclasses import replace

from vqdesk.domain.auto_prompt import TextWish, WorkflowContext, awaiting_words, wish_from_json, wish_to_json
from vqdesk.domain.job import JobDraft, PromptDraft
from vqdesk.services.queue_document import SavedJob, read_document, written_document

CONTEXT = WorkflowContext("two", "Two", ("positive_prompt_stage1", "positive_prompt_stage2"), 81, 16.0)
WISH = TextWish(CONTEXT, (("a.text", "b.text"), ("c.text",)), {"/p/boat.png": "A boat."}, motion_model="m")
GRAPH = {node: {"class_type": "X", "inputs": {"text": ""}} for node in "abc"}


def test_texts_go_to_every_input_of_their_clip() -> None:
    assert WISH.patch(("one", "two")) == {"a.text": "one", "b.text": "one", "c.text": "two"}


def test_a_prompt_lacks_a_text_until_it_has_one_for_every_clip() -> None:
    assert WISH.lacks_text(PromptDraft())
    assert WISH.lacks_text(PromptDraft(patch={"a.text": "mine", "b.text": "mine"}))
    assert not WISH.lacks_text(PromptDraft(patch={"a.text": "mine", "b.text": "mine", "c.text": "mine"}))


def test_a_wish_is_read_as_it_was_written() -> None:
    assert wish_from_json(wish_to_json(WISH)) == WISH


def test_a_saved_queue_keeps_what_is_still_to_be_written() -> None:
    prompts = (PromptDraft(wants_text=True), PromptDraft(patch={"a.text": "mine"}))
    draft = JobDraft("Boats", "two", "0" * 64, "edit", {}, GRAPH, "", ("a",), prompts, wish=WISH)
    jobs, _ = read_document(written_document([SavedJob(draft)], []))
    assert jobs == [SavedJob(replace(draft, graph=jobs[0].draft.graph))]
    assert [one.wants_text for one in jobs[0].draft.prompts] == [True, False]


def test_the_job_says_how_far_its_texts_are_or_why_there_are_none() -> None:
    assert awaiting_words(0, 12) == "waits for its texts"
    assert awaiting_words(3, 12) == "waits for its texts, 3 of 12 are written"
    assert awaiting_words(3, 12, "Nobody answers.") == "waits for its texts. Nobody answers."
