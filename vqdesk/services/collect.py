"""Bringing a prompt's outputs home: fetch, verify, name; the recording is the store's (R-O2)."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from vqdesk.domain.errors import InputUnusable, PromptFailed
from vqdesk.domain.job import Job, NewOutput, Prompt, RemoteFile
from vqdesk.domain.media import MediaFacts
from vqdesk.domain.naming import output_folder, output_name
from vqdesk.ports import Engine, Files, Media, OutputFile

P = ParamSpec("P")
T = TypeVar("T")
_KEPT_TYPE = "output"  # ComfyUI's "temp" files are previews


class Blocking(Protocol):
    """Runs a blocking function in a thread."""

    def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Collector:
    """Fetches into the output tree. `blocking` runs a function in a thread."""

    files: Files
    media: Media
    blocking: Blocking

    async def collect(
        self, engine: Engine, job: Job, prompt: Prompt, found: Sequence[RemoteFile]
    ) -> list[NewOutput]:
        """All outputs of a finished attempt, named and on disk.

        Raises OutputUnwritable, PromptFailed (a broken file, or none at all), NotFound (gone from the server),
        EngineUnreachable. None gets its name before all are whole; a second time they are known by their content.
        """
        kept = [file for file in found if file.kind == _KEPT_TYPE]
        if not kept:
            raise PromptFailed(
                "The server finished without an output file.",
                "No save node of the graph wrote anything, or its part of the graph was left out.",
                "Look at the log and at the graph's save nodes.",
            )
        if len(kept) == 1:
            return [await self._fetched(engine, _place(job, prompt, kept[0], 0), kept[0], _named)]
        whole: list[_Whole] = []
        try:
            for index, file in enumerate(kept):
                whole.append(await self._fetched(engine, _place(job, prompt, file, index), file, _itself))
        except BaseException:
            for one in whole:
                await self.blocking(one.target.discard)
            raise
        return await self.blocking(lambda: [_named(one) for one in whole])

    async def _fetched(
        self, engine: Engine, place: tuple[str, str], file: RemoteFile, then: "Callable[[_Whole], T]"
    ) -> T:
        kept = await engine.fetch(file, lambda chunks: self._kept(place, file, chunks, then))
        if isinstance(kept, _Unverified):  # a clip is decoded to its end, which must not keep the engine's threads
            return await self.blocking(self._finished, kept.target, file, None, then)
        return kept

    def _kept(
        self, place: tuple[str, str], file: RemoteFile, chunks: Iterator[bytes], then: "Callable[[_Whole], T]"
    ) -> "T | _Unverified":
        """In a thread of the engine's. A file that comes in one piece is finished in the same turn."""
        target = self.files.open_output(*place)
        try:
            first, second = next(chunks, b""), next(chunks, b"")
            target.write(first + second)
            for chunk in chunks:
                target.write(chunk)
        except BaseException:
            target.discard()
            raise
        return _Unverified(target) if second else self._finished(target, file, first, then)

    def _finished(
        self, target: OutputFile, file: RemoteFile, content: bytes | None, then: "Callable[[_Whole], T]"
    ) -> T:
        try:
            return then(self._verified(target, file, content))
        except BaseException:
            target.discard()
            raise

    def _verified(self, target: OutputFile, file: RemoteFile, content: bytes | None) -> "_Whole":
        digest, size = target.close()
        try:
            facts = self.media.verify_output(target.temporary, content)
        except InputUnusable as error:
            raise PromptFailed(
                f"The output {file.filename} is broken.",
                error.problem.cause,
                "Retry the prompt; if it happens again, look at the server's disk and log.",
            ) from error
        return _Whole(target, file, facts, digest, size)


@dataclass(frozen=True, slots=True)
class _Unverified:
    """A fetched file that may be broken."""

    target: OutputFile


@dataclass(frozen=True, slots=True)
class _Whole:
    """A fetched file that is good and has no name yet."""

    target: OutputFile
    file: RemoteFile
    facts: MediaFacts
    sha256: str
    size: int


def _itself(whole: _Whole) -> _Whole:
    return whole


def _named(whole: _Whole) -> NewOutput:
    file, facts = whole.file, whole.facts
    return NewOutput(
        node_id=file.node_id,
        remote_name=f"{file.subfolder}/{file.filename}" if file.subfolder else file.filename,
        path=str(whole.target.commit()),
        kind=facts.kind.value,
        bytes=whole.size,
        sha256=whole.sha256,
        width=facts.width,
        height=facts.height,
        fps=facts.fps,
        frames=facts.frames,
    )


def _place(job: Job, prompt: Prompt, file: RemoteFile, index: int) -> tuple[str, str]:
    folder = output_folder(job.task_type, job.number, job.name)
    return folder, output_name(prompt, job.number, job.tries, file.filename, index)
