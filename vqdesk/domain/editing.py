"""Values of jobs that are queued already: what a change of the job means for its waiting prompts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words in texts. `find` is no pattern; without `match_case` LAKE is found by lake."""

    find: str
    put: str
    match_case: bool = False

    def count(self, text: str) -> int:
        return len(self._pattern().findall(text)) if self.find else 0

    def apply(self, text: str) -> str:
        return self._pattern().sub(lambda _found: self.put, text) if self.find else text

    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.find), 0 if self.match_case else re.IGNORECASE)


def followed(patch: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """A prompt's "node.input" → value after those of its job changed; what the prompt has of its own stays."""
    changed = {binding: value for binding, value in after.items() if value != before.get(binding)}
    own = {binding for binding, value in patch.items() if value != before.get(binding)}
    return {**patch, **{binding: value for binding, value in changed.items() if binding not in own}}


def searched(texts: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The words that search finds, with changed texts in place of the old ones."""
    for name, value in after.items():
        old = before.get(name)
        if not isinstance(value, str) or value == old:
            continue
        texts = texts.replace(old, value) if isinstance(old, str) and old and old in texts else f"{texts}\n{value}"
    return texts.strip()
