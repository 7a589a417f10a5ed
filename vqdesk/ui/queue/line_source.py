"""Everything that a line of the list is made of, joined: rows, prompts, live progress, names of workflows."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from vqdesk.domain.estimates import Forecast
from vqdesk.domain.job import Job, JobId
from vqdesk.domain.status import PromptStatus
from vqdesk.ui.calls import Calls
from vqdesk.ui.queue.group_folds import GroupFolds
from vqdesk.ui.queue.job_cache import JobCache
from vqdesk.ui.queue.lines import GroupKey, LineKey, MoreKey, PromptKey
from vqdesk.ui.queue.live import LiveProgress
from vqdesk.ui.queue.open_jobs import OpenJobs
from vqdesk.ui.queue.view_choice import ViewChoice
from vqdesk.ui.queue.words import (
    JobNews,
    LineWords,
    PromptNews,
    WorkflowName,
    group_name,
    hidden_text,
    job_words,
    jobs_text,
    prompt_words,
    spoken_line,
)

_LOOK_AHEAD = 300


class LineSource(QObject):
    """Answers what a line says; what is not here yet is asked for."""

    times_changed = Signal()

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobCache(calls, self)
        self.open_jobs = OpenJobs(calls, self)
        self.folds = GroupFolds(self)
        self.live = LiveProgress()
        self._workflows: Mapping[str, WorkflowName] = {}
        self._ranks: dict[JobId, int] = {}
        self._forecast = Forecast()
        self.facts: Sequence[str] = ViewChoice().facts

    def set_workflows(self, workflows: Mapping[str, WorkflowName]) -> None:
        """Titles by workflow name."""
        self._workflows = workflows

    def show_forecast(self, said: Forecast) -> None:
        """Takes the newest times of jobs and prompts."""
        self._forecast = said
        self.times_changed.emit()

    def rank_waiting(self, ids: Sequence[JobId]) -> None:
        """Counts the waiting jobs in `ids`, which are in the order of work; stops at the first unknown row."""
        self._ranks = {}
        for job_id in ids[:_LOOK_AHEAD]:
            job = self.jobs.peek(job_id)
            if job is None:
                return
            if job.status is PromptStatus.PENDING and not job.held:
                self._ranks[job_id] = len(self._ranks) + 1

    def words(self, key: LineKey) -> LineWords | None:
        """The texts of a line, or None until its row has arrived."""
        if isinstance(key, MoreKey | GroupKey):
            return None
        if isinstance(key, PromptKey):
            prompt = self.open_jobs.prompt(key)
            if prompt is None:
                return None
            left = self._forecast.prompts.get(key.prompt_id)
            news = PromptNews(self.live.prompt(key.job_id, key.prompt_id), left)
            return prompt_words(prompt, self.jobs.peek(key.job_id), news)
        job = self.jobs.get(key)
        if job is None:
            return None
        name = self._workflows.get(job.workflow, WorkflowName(job.workflow, "image" if job.first_asset else ""))
        said = self._forecast.jobs.get(key)
        news = JobNews(self.live.fraction(job), said, self._ranks.get(key, 0), self.facts)
        return job_words(job, name, news)

    def group_words(self, key: GroupKey) -> tuple[str, str]:
        """The head of a group: its name, and how many jobs it has."""
        self.jobs.get(key.first)  # tells the menu which run it is, where no job of it is in sight
        known = self._workflows.get(key.head) if key.group == "workflow" else None
        return group_name(known.title if known else key.head, key.group), jobs_text(key.jobs)

    def more_words(self, key: MoreKey) -> tuple[str, str]:
        """The counting line below an open job: what is hidden, and what a click does."""
        job = self.jobs.peek(key.job_id)
        total = len(self.open_jobs.prompts(key.job_id))
        if self.open_jobs.shows_all(key.job_id):
            return "", self.tr("Show fewer")
        hidden = Counter(prompt.status for prompt in self.open_jobs.hidden(key.job_id))
        return hidden_text(job, hidden), self.tr("Show all {0} prompts").format(total)

    def sentence(self, key: LineKey) -> str:
        """A line for a screen reader."""
        if isinstance(key, MoreKey):
            return ", ".join(part for part in self.more_words(key) if part)
        if isinstance(key, GroupKey):
            folded = (self.tr("folded"),) if key in self.folds else ()
            return ", ".join((*self.group_words(key), *folded))
        words = self.words(key)
        return spoken_line(words) if words else ""

    def job(self, job_id: JobId) -> Job | None:
        """The job of a line if it is here."""
        return self.jobs.peek(job_id)
