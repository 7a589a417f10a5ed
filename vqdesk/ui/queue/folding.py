"""Left and Right in the list: what is below a line is shown or put away, and the way up."""

from collections.abc import Callable

from vqdesk.domain.job import JobId
from vqdesk.ui.queue.lines import GroupKey, LineKey, is_job, job_of
from vqdesk.ui.queue.model import QueueModel


def fold_by_key(
    model: QueueModel, key: LineKey, choose: Callable[[LineKey], None], turn: Callable[[JobId], None]
) -> None:
    """Left: from a prompt to its job; `turn` closes an open job; from a closed one to the head of its group."""
    if isinstance(key, GroupKey):
        model.folds.fold([key])
    elif not is_job(key):
        choose(job_of(key))
    elif key in model.open_jobs:
        turn(key)
    elif (head := model.head_of(key)) is not None:
        choose(head)


def unfold_by_key(model: QueueModel, key: LineKey, turn: Callable[[JobId], None]) -> None:
    """Right: a folded group is shown, a closed job opened by `turn`."""
    if isinstance(key, GroupKey):
        model.folds.fold([key], is_folded=False)
    elif is_job(key) and key not in model.open_jobs:
        turn(key)
