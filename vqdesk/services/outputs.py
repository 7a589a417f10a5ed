"""What the user does with finished files, the same for window and command line. Blocking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import InputUnusable, NotFound, ParameterInvalid, UserError
from vqdesk.domain.job import Job, Prompt
from vqdesk.domain.outputs import MOST_STARS, GalleryOutput, tidy_tag
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.shaping import has_effect, shaped
from vqdesk.domain.workflow import WorkflowDefinition
from vqdesk.ports import Files, Media, OutputChoices, OutputListing, OutputQuery, Playback, Store, Trash
from vqdesk.services.importing.reuse import own_values


@dataclass(frozen=True, slots=True)
class OutputFacts:
    """What made an output: settings are (label, value), texts (label, text). Times are UTC ISO-8601."""

    codec: str
    workflow_title: str
    settings: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    started_at: str = ""
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class Thrown:
    """What went to the trash, and why the rest did not."""

    ids: tuple[int, ...]
    refused: UserError | None = None


@dataclass(frozen=True, slots=True)
class OutputTools:
    """The outside of the service."""

    media: Media
    files: Files
    playback: Playback
    trash: Trash
    workflow: Callable[[str], WorkflowDefinition]  # raises NotFound


class OutputService:
    """Find, judge, throw away and use again."""

    def __init__(self, store: Store, tools: OutputTools) -> None:
        self._store = store
        self._tools = tools

    def listing(self, query: OutputQuery) -> OutputListing:
        """Ids in order, and numbers for the chips."""
        return self._store.outputs.listing(query)

    def rows(self, ids: Sequence[int]) -> list[GalleryOutput]:
        """In the order asked."""
        return self._store.outputs.rows(ids)

    def get(self, output_id: int) -> GalleryOutput:
        """Raises NotFound."""
        found = self._store.outputs.rows([output_id])
        if not found:
            raise NotFound(
                f"There is no output {output_id}.", "Its job was removed meanwhile.", "Choose another one."
            )
        return found[0]

    def choices(self) -> OutputChoices:
        """What the gallery can be narrowed down to."""
        return self._store.outputs.choices()

    def rate(self, ids: Sequence[int], rating: int) -> None:
        """0 takes the rating away. Raises ParameterInvalid."""
        if not 0 <= rating <= MOST_STARS:
            raise ParameterInvalid(
                "rating", f"{rating} is no rating.", f"It goes from 0 to {MOST_STARS}.", "Choose one of them."
            )
        self._store.outputs.rate(ids, rating)

    def set_favourite(self, ids: Sequence[int], favourite: bool) -> None:
        """Marks or unmarks."""
        self._store.outputs.set_favourite(ids, favourite)

    def add_tag(self, ids: Sequence[int], tag: str) -> str:
        """The tag as it is kept. Raises ParameterInvalid for one without a letter."""
        tidy = tidy_tag(tag)
        if not tidy:
            raise ParameterInvalid("tag", "A tag needs a word.", "Nothing was typed.", "Type one, such as “lake”.")
        self._store.outputs.add_tag(ids, tidy)
        return tidy

    def remove_tag(self, ids: Sequence[int], tag: str) -> None:
        """Those that do not carry it stay as they are."""
        self._store.outputs.remove_tag(ids, tag)

    def throw_away(self, ids: Sequence[int]) -> Thrown:
        """Moves files to the system's trash, as far as it takes them. A file that is gone already is let go."""
        thrown: list[int] = []
        refused: UserError | None = None
        for row in self._store.outputs.rows(ids):
            try:
                if Path(row.path).exists():
                    self._tools.trash.put(Path(row.path))
            except UserError as error:
                refused = error
                continue
            thrown.append(row.id)
        self._store.outputs.set_trashed(thrown, True)
        return Thrown(tuple(thrown), refused)

    def bring_back(self, ids: Sequence[int]) -> list[int]:
        """Out of the trash again; returns those that came. Raises InputUnusable when only the user can do it."""
        rows = self._store.outputs.rows(ids)
        back = [row.id for row in rows if self._tools.trash.restore(Path(row.path))]
        self._store.outputs.set_trashed(back, False)
        if rows and len(back) < len(rows):
            name = next(Path(row.path).name for row in rows if row.id not in back)
            raise InputUnusable(
                f"{name} did not come back.",
                "VQDesk cannot take it out of this system's trash, or it was emptied.",
                "Restore it in the trash itself; then undo again.",
            )
        return back

    def facts(self, output_id: int) -> OutputFacts:
        """Raises NotFound. A file that cannot be read has no codec."""
        row = self.get(output_id)
        prompt = self._store.prompts.get(row.prompt_id)
        title, settings, texts = self._described(self._store.jobs.get(row.job_id), prompt)
        return OutputFacts(self._codec(row), title, settings, texts, prompt.started_at, prompt.ended_at)

    def last_frame(self, output_id: int) -> Path:
        """The last picture of a clip as a file that a workflow can start from. Raises InputUnusable."""
        picture = self._tools.playback.last_frame(Path(self.get(output_id).path))
        return self._tools.files.keep_picture(picture, "png")

    def _codec(self, row: GalleryOutput) -> str:
        try:
            return self._tools.media.probe(Path(row.path)).codec
        except UserError:
            return ""

    def _described(
        self, job: Job, prompt: Prompt
    ) -> tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        try:
            definition = shaped(self._tools.workflow(job.workflow), job.params)
        except NotFound:  # removed since: the stored values still say everything
            return job.workflow, tuple((name, str(value)) for name, value in job.params.items()), ()
        values = {**job.params, **own_values(definition, prompt)}
        settings: list[tuple[str, str]] = []
        texts: list[tuple[str, str]] = []
        for one in definition.parameters:
            if one.name not in values or not has_effect(one) or one.type is ParameterType.SEED:
                continue
            is_text = one.type is ParameterType.TEXT
            (texts if is_text else settings).append((one.label or one.name, str(values[one.name])))
        return definition.title, tuple(settings), tuple(texts)
