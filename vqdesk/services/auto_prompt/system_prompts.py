"""System prompts as files: the shipped ones, and the user's own copies beside the data."""

import difflib
from pathlib import Path

from vqdesk.domain.auto_prompt import PromptName, SystemPrompt, check_prompt
from vqdesk.domain.errors import InputUnusable, OutputUnwritable


class SystemPromptShelf:
    """Blocking. An own copy replaces the shipped prompt until it is reset."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own

    def get(self, name: PromptName) -> SystemPrompt:
        """Raises InputUnusable when a file cannot be read."""
        shipped = _read(self._shipped / f"{name}.md")
        own = self._own / f"{name}.md"
        return SystemPrompt(name, _read(own) if own.exists() else shipped, shipped)

    def save(self, name: PromptName, text: str) -> SystemPrompt:
        """Keeps an own copy; the shipped text itself needs none. Raises ParameterInvalid, OutputUnwritable."""
        check_prompt(name, text)
        if text == self.get(name).shipped:
            return self.reset(name)
        target = self._own / f"{name}.md"
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            partial = target.with_suffix(".partial")
            partial.write_text(text, encoding="utf-8")
            partial.replace(target)
        except OSError as error:
            cause = f"{target}: {error.strerror}."
            raise OutputUnwritable(
                "The system prompt cannot be saved.", cause, "Check the data folder."
            ) from error
        return self.get(name)

    def reset(self, name: PromptName) -> SystemPrompt:
        """Back to the shipped text. Raises OutputUnwritable."""
        try:
            (self._own / f"{name}.md").unlink(missing_ok=True)
        except OSError as error:
            raise OutputUnwritable(
                "The own copy cannot be removed.", f"{error}.", "Check the data folder."
            ) from error
        return self.get(name)

    def difference(self, name: PromptName) -> str:
        """Own copy against the shipped text as a unified diff; "" when they are equal."""
        prompt = self.get(name)
        lines = difflib.unified_diff(
            prompt.shipped.splitlines(), prompt.text.splitlines(), "shipped", "own", lineterm="", n=1
        )
        return "\n".join(lines)


def read_prompt_file(path: Path) -> str:
    """A system prompt for one run (R-A5). Raises InputUnusable."""
    return _read(path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputUnusable(
            f"The system prompt {path.name} cannot be read.", f"{error}.", "Check the file."
        ) from error
