"""Writes docs/messages.md: everything that VQDesk may say when something does not work, and what to do then.

    make messages

The messages are read from the source, where each is made in one call: a `Problem`, or an error of
`domain/errors.py`. What only the moment knows stands as “…”.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "messages.md"
OTHERS = "Problem"
"""Kind of what is shown or stored without being raised."""
_HEAD = """# Messages

What VQDesk says when something does not work, why, and what to do. “…” stands for a name, a number, or what the
system or the server has said. The [runbook](runbook.md) has the longer stories. This page is made from the source
by `make messages`.
"""
_TITLES = {
    "UserError": "The program itself",
    "EngineUnreachable": "An engine does not answer",
    "EngineRejected": "An engine refuses",
    "EngineProtocolError": "An engine answers strangely",
    "PromptFailed": "A prompt fails",
    "WorkflowInvalid": "A workflow cannot be used",
    "ParameterInvalid": "A value cannot be used",
    "InputUnusable": "A file cannot be used",
    "OutputUnwritable": "A file cannot be written",
    "Stopped": "Something was stopped",
    "StoreUnusable": "The database cannot be used",
    "LlmFailed": "A language model does not help",
    "ComputerRefused": "The computer refuses",
    "WebhookRefused": "A notice does not get through",
    "NotFound": "Something is not there",
    OTHERS: "Told in the window, in the list and by the doctor",
}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One of them, in words."""

    summary: str
    cause: str
    remedy: str
    kind: str


def messages() -> list[Message]:
    """All of them, each once."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "vqdesk").rglob("*.py"))]
    kinds = _kinds(trees)
    found = {one for tree in trees for one in _messages_in(tree, kinds)}
    return sorted(found, key=lambda one: (one.summary.lower(), one))


def page(found: Iterable[Message]) -> str:
    """The text of docs/messages.md."""
    every = list(found)
    parts = [_HEAD]
    for kind, title in _TITLES.items():
        own = [one for one in every if one.kind == kind]
        if own:
            parts.append(f"\n## {title}\n\n| message | why | what to do |\n| --- | --- | --- |\n")
            parts += [f"| {_cell(one.summary)} | {_cell(one.cause)} | {_cell(one.remedy)} |\n" for one in own]
    return "".join(parts)


def _kinds(trees: Iterable[ast.Module]) -> dict[str, str]:
    """Every class of errors, and the one of `_TITLES` that it is a kind of."""
    bases = {
        node.name: [base.id for base in node.bases if isinstance(base, ast.Name)]
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }

    def kind_of(name: str) -> str:
        if name in _TITLES:
            return name
        return next((kind for base in bases.get(name, ()) if (kind := kind_of(base))), "")

    return {name: kind for name in bases if (kind := kind_of(name))}


def _messages_in(tree: ast.Module, kinds: dict[str, str]) -> Iterator[Message]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in kinds:
            continue
        kind = kinds[call.func.id]
        given = [_words(one) for one in call.args[1 if kind == "ParameterInvalid" else 0 :]]
        named = {one.arg: _words(one.value) for one in call.keywords}
        summary, cause, remedy = (
            given[at] if at < len(given) else named.get(name, "")
            for at, name in enumerate(("summary", "cause", "remedy"))
        )
        if re.search(r"[A-Za-z]{2}", summary):
            yield Message(summary, cause, remedy, kind)


def _words(node: ast.expr) -> str:
    """What is known of a text before the program runs."""
    if isinstance(node, ast.Constant):
        return re.sub(r"\{[^{}]*\}", "…", node.value) if isinstance(node.value, str) else "…"
    if isinstance(node, ast.JoinedStr):
        return "".join(one.value if isinstance(one, ast.Constant) else "…" for one in node.values)
    if isinstance(node, ast.IfExp):
        return " / ".join(filter(None, (_words(node.body), _words(node.orelse))))
    if isinstance(node, ast.BinOp):
        return _words(node.left) + _words(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _words(node.func.value) if node.func.attr == "format" else _words_of_call(node)
    return "…"


def _words_of_call(node: ast.Call) -> str:
    is_translated = isinstance(node.func, ast.Attribute) and node.func.attr in ("tr", "translate")
    return _words(node.args[-1]) if is_translated and node.args else "…"


def _cell(text: str) -> str:
    plain = re.sub(r"(…\s*)+", lambda found: "… " if found[0].endswith(" ") else "…", " ".join(text.split()))
    return plain.replace("|", "\\|").strip()


if __name__ == "__main__":
    PAGE.write_text(page(messages()), encoding="utf-8")
