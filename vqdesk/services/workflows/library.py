"""The shelf of workflows: shipped ones and the user's own, read again when their files change (R-W1)."""

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vqdesk.domain.errors import NotFound, Problem
from vqdesk.domain.parameters import similar_names
from vqdesk.domain.workflow import BrokenWorkflow, Category, WorkflowDefinition, WorkflowShelf
from vqdesk.services.workflows.building import build_definition, check_defaults
from vqdesk.services.workflows.checks import check_definition
from vqdesk.services.workflows.findings import Finding, Positions
from vqdesk.services.workflows.reading import MAX_FILE_BYTES, Unreadable, read_definition, read_template

Stamp = tuple[tuple[str, int, int], ...]
_CATEGORY_ORDER = {category: n for n, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class _Shelved:
    definition: WorkflowDefinition | None
    broken: tuple[BrokenWorkflow, ...] = ()
    stamp: Stamp = ()  # of the files that it was read from; empty when they are to be read again


class WorkflowLibrary:
    """Reads both folders; a user's file takes the place of the shipped one of the same name. Safe in threads."""

    def __init__(self, shipped: Path, user: Path) -> None:
        self._folders = ((shipped, False), (user, True))
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._shelf = WorkflowShelf(())
        self._sound: dict[Path, _Shelved] = {}

    def shelf(self) -> WorkflowShelf:
        """All workflows by category and title; files are read again only when one of them has changed."""
        with self._lock:
            stamp = tuple(entry for folder, _ in self._folders for entry in _stamp_of(folder))
            if stamp != self._stamp:
                self._shelf, self._stamp = self._read(), stamp
            return self._shelf

    def get(self, name: str) -> WorkflowDefinition:
        """Raises NotFound, with similar names, or with the fault when the file of that name is broken."""
        with self._lock:
            alone = self._alone(name)
        if alone:
            return alone
        shelf = self.shelf()
        for broken in shelf.broken:
            if Path(broken.file).stem == name:
                raise NotFound(
                    f"The workflow “{name}” cannot be used.",
                    f"{broken.file}, line {broken.line}: {broken.problem.cause}",
                    broken.problem.remedy,
                )
        known = [definition.name for definition in shelf.definitions]
        raise NotFound(
            f"There is no workflow “{name}”.",
            f"None of the {len(known)} workflows here has that name.",
            similar_names(name, known, "Workflows are"),
        )

    def faults(self, name: str) -> tuple[BrokenWorkflow, ...]:
        """What is wrong with the user's file of this name, in whose place the shipped one is taken."""
        folder, is_user = self._folders[-1]
        with self._lock:
            files = [path for path in _definition_files(folder) if path.stem == name]
            return tuple(fault for path in files for fault in self._shelved(path, is_user).broken)

    def _alone(self, name: str) -> WorkflowDefinition | None:
        """The sound definition of this name, the user's first; the other files are not read for it."""
        for folder, is_user in reversed(self._folders):
            for path in reversed(_definition_files(folder)):
                found = self._shelved(path, is_user).definition if path.stem == name else None
                if found:
                    return found
        return None

    def _read(self) -> WorkflowShelf:
        found: dict[str, WorkflowDefinition] = {}
        broken: list[BrokenWorkflow] = []
        for folder, is_user in self._folders:
            broken += _unlisted(folder)
            for path in _definition_files(folder):
                shelved = self._shelved(path, is_user)
                broken += shelved.broken
                if shelved.definition:
                    found[shelved.definition.name] = shelved.definition
        ordered = sorted(found.values(), key=lambda one: (_CATEGORY_ORDER[one.category], one.title.casefold()))
        return WorkflowShelf(tuple(ordered), tuple(broken))

    def _shelved(self, path: Path, is_user: bool) -> _Shelved:
        """As read before while neither of its files has changed: reading YAML is slow."""
        known = self._sound.get(path)
        if known is None or known.stamp != _stamps(Path(name) for name, _, _ in known.stamp):
            known = _read_file(path, is_user)
        if known.definition:
            self._sound[path] = known
        return known


def check_file(path: Path) -> tuple[BrokenWorkflow, ...]:
    """Everything that is wrong with a definition and its template, or with a template alone (".json")."""
    if path.suffix.lower() != ".json":
        return _read_file(path, is_user=True).broken
    try:
        read_template(_text_of(path))
    except Unreadable as error:
        return (_broken(path, error.line, "", error.cause, error.remedy),)
    return ()


def _read_file(path: Path, is_user: bool) -> _Shelved:
    stamp = _stamps([path])
    try:
        read = read_definition(_text_of(path))
    except Unreadable as error:
        return _Shelved(None, (_broken(path, error.line, "", error.cause, error.remedy),))
    if read.model is None:
        return _Shelved(None, _located(path, read.positions, read.findings))
    template_path = path.parent / read.model.template
    stamp += _stamps([template_path])
    try:
        graph = read_template(_text_of(template_path))
    except Unreadable as error:
        if not template_path.is_file():
            missing = Finding(("template",), error.cause, error.remedy)
            return _Shelved(None, _located(path, read.positions, (missing,)))
        fault = _broken(template_path, error.line, "", error.cause, error.remedy)
        return _Shelved(None, (fault,))
    findings = check_definition(read.model, graph, path.stem)
    if not findings:
        definition = build_definition(read.model, graph, str(path), is_user)
        findings = check_defaults(definition)
        if not findings:
            return _Shelved(definition, (), stamp)
    return _Shelved(None, _located(path, read.positions, findings))


def _located(
    path: Path, positions: Positions, findings: list[Finding] | tuple[Finding, ...]
) -> tuple[BrokenWorkflow, ...]:
    return tuple(
        _broken(path, positions.line(one.place), positions.field(one.place), one.cause, one.remedy)
        for one in findings
    )


def _broken(path: Path, line: int, field: str, cause: str, remedy: str) -> BrokenWorkflow:
    return BrokenWorkflow(str(path), line, field, Problem(f"{path.name} cannot be used.", cause, remedy))


def _text_of(path: Path) -> str:
    """Raises Unreadable for a file that is missing, forbidden, huge or not UTF-8."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise Unreadable(
                0, f"{path.name} is larger than {MAX_FILE_BYTES // 1_000_000} MB.", "Use a smaller file."
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(0, f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        cause = f"{path.name} cannot be read: {error.strerror or error}."
        raise Unreadable(0, cause, f"Put the file into {path.parent}, or correct its name.") from error


def _unlisted(folder: Path) -> tuple[BrokenWorkflow, ...]:
    """A folder that is there and cannot be looked into; its files would be missing without a word."""
    try:
        os.listdir(folder)  # noqa: PTH208  no Path of each
    except FileNotFoundError:
        return ()
    except OSError as error:
        cause = f"The folder {folder} cannot be read: {error.strerror or error}."
        return (_broken(folder, 0, "", cause, "Check that it is a folder and that you may open it."),)
    return ()


def _definition_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def _stamp_of(folder: Path) -> Stamp:
    unlisted = tuple((one.file, 0, 0) for one in _unlisted(folder))
    return (*unlisted, *_stamps([*_definition_files(folder), *sorted(folder.glob("*.json"))]))


def _stamps(paths: Iterable[Path]) -> Stamp:
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in paths if (stat := _stat(path)))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # removed since it was listed: it simply is not there
        return None
