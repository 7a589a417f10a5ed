"""What is said of a batch on its way: how far, how fast, how long."""

from vqdesk.domain.auto_prompt import AutoImage, AutoStage, BatchStep, ImageNext
from vqdesk.ui.auto_prompt.pace import BatchPace


def told(pace: BatchPace, stage: AutoStage, number: int, total: int, **image) -> None:
    pace.take(ImageNext(stage, f"{number}.png", number, total))
    pace.take(AutoImage(f"{number}.png", **image))


def test_speed_and_time_left_come_from_what_was_written_not_from_the_cache() -> None:
    pace = BatchPace((AutoStage.CAPTION, AutoStage.MOTION))
    told(pace, AutoStage.CAPTION, 1, 4, is_cached=True, caption_s=0.01)
    assert pace.per_minute is None
    assert pace.left is None
    told(pace, AutoStage.CAPTION, 2, 4, caption_s=6.0)
    assert pace.per_minute == 10
    assert pace.left.low_s < 12 < pace.left.high_s
    assert pace.fraction == 0.25


def test_a_batch_that_goes_on_after_an_absence_counts_on() -> None:
    pace = BatchPace((AutoStage.MOTION,))
    told(pace, AutoStage.MOTION, 1, 3, motion_s=2.0)
    pace.take(BatchStep("away", "The server is away."))
    assert pace.step.words == "The server is away."
    told(pace, AutoStage.MOTION, 1, 2, motion_s=2.0)
    assert (pace.facts["motion"].done, pace.facts["motion"].total) == (2, 3)
    assert pace.step is None


def test_steps_are_kept_with_their_times() -> None:
    pace = BatchPace((AutoStage.CAPTION,))
    pace.take(BatchStep("load", "Loading m"))
    pace.take(BatchStep("load", "Loaded m", 3.0, is_done=True))
    assert pace.step is None
    assert [(step.words, step.seconds) for step in pace.steps] == [("Loaded m", 3.0)]
