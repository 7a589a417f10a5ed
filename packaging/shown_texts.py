"""Which texts the program shows, read from its source without running it: what a translation must have.

Texts of the window stand in `self.tr("…")` or `translate("Context", "…")`. What comes from below the window
(problems, settings, shipped workflows) is English there, and translated where it is shown, in the one
context `WORDS`.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
WINDOW = ROOT / "vqdesk" / "ui"
BELOW = ("domain", "services", "adapters", "runtime")
WORDS = "Words"
_NOT_SHOWN = (
    *("adapters/builtin/guard.py", "adapters/builtin/replies.py", "adapters/builtin/validation.py"),
    *("services/importing/writing.py", "services/licences.py"),
)
_SENTENCE = re.compile(r"[A-Z“„{…][^\n]*[ }][^\n]*[.?!…]", re.DOTALL)
_SQL = re.compile(r"^[A-Z]{4,} | DESC$|^NOT | \?$")
_HAS_WORDS = re.compile(r"[A-Za-z]{2}")
_TAKES_WORDS = re.compile(
    r"(BatchStep|_begin|_end|ServerKind|Documents|_from_parts|Finding"  # what these are called with is shown
    r"|Problem|UserError|Fault|Failed|Refused|Unusable|Invalid|NotFound|Unwritable|Stopped"
    r"|Unreachable|Rejected|ProtocolError)$"
)
_OUR_ENGINE = "Built-in engine"  # the name that it has until the user gives it another
_TOPIC = re.compile(r"[a-z]+( [a-z]+)*")
_SHOWN_KEYS = {"title", "description", "label", "help", "group", "placeholder", "unit"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text in one context, and where it was found."""

    context: str
    source: str
    place: str


class UnclearText(Exception):
    """A text of the window that nobody can collect: an f-string, or a value in `tr`."""


def all_texts() -> list[Text]:
    """Every text once a context, in the order of contexts. Raises UnclearText."""
    found: dict[tuple[str, str], Text] = {}
    for text in (*window_texts(), *words_below(), *setting_texts(), *workflow_texts()):
        found.setdefault((text.context, text.source), text)
    return sorted(found.values(), key=lambda text: (text.context, text.place.partition(":")[0]))


def window_texts() -> Iterator[Text]:
    """What stands in the window's own modules."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(WINDOW.rglob("*.py"))}
    contexts = {path: dict(_wrappers(tree)) for path, tree in trees.items()}
    for path, tree in trees.items():
        names = contexts[path] | dict(_imported(tree, contexts))
        yield from _Calls(_place(path), names).texts(tree)


def _wrappers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions that only hand their text to `translate`, with its context."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for call in ast.walk(node):
                if _is_translate(call) and isinstance(call.args[1], ast.Name) and call.args[0].value != WORDS:
                    yield node.name, call.args[0].value


def _imported(tree: ast.Module, contexts: dict[Path, dict[str, str]]) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            known = contexts.get(ROOT / (node.module.replace(".", "/") + ".py"), {})
            for name in node.names:
                if name.name in known:
                    yield name.asname or name.name, known[name.name]


def _is_translate(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or _called(node) != "translate" or not node.args:
        return False
    return isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


class _Calls(ast.NodeVisitor):
    """Collects the calls of one module; `names` are its wrappers and their contexts."""

    def __init__(self, place: str, names: dict[str, str]) -> None:
        self._place = place
        self._names = names
        self._owner = ""
        self._function = ""
        self._found: list[Text] = []

    def texts(self, tree: ast.Module) -> list[Text]:
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self._owner = self._owner, node.name
        self.generic_visit(node)
        self._owner = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before, self._function = self._function, node.name
        self.generic_visit(node)
        self._function = before

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if _is_translate(node) and self._function not in self._names:
            if node.args[0].value != WORDS:
                self._take(node, node.args[0].value, node.args[1])
        elif name == "tr" and node.args:
            if not (isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "self"):
                raise UnclearText(f"{self._place}:{node.lineno}: use translate(context, text) here")
            self._take(node, self._owner, node.args[0])
        elif name in self._names and isinstance(node.func, ast.Name):
            self._take(node, self._names[name], node.args[0])
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: str, text: ast.expr) -> None:
        place = f"{self._place}:{node.lineno}"
        for part in (text.body, text.orelse) if isinstance(text, ast.IfExp) else (text,):
            if not (isinstance(part, ast.Constant) and isinstance(part.value, str)):
                raise UnclearText(f"{place}: the text must be written out: {ast.unparse(node)}")
            self._found.append(Text(context, part.value, place))


def words_below() -> Iterator[Text]:
    """Sentences of the layers below the window, and all words of problems. Values become {0}, {1}, …"""
    paths = [path for room in BELOW for path in sorted((ROOT / "vqdesk" / room).rglob("*.py"))]
    for path in (*paths, ROOT / "vqdesk" / "bootstrap.py"):
        if any(part in path.as_posix() for part in _NOT_SHOWN):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                child.parent = node
        for node in ast.walk(tree):
            source = template(node).strip()
            if source and (_is_shown(node, source) or ("doctor" in path.parts and _is_topic(node, source))):
                yield Text(WORDS, source, f"{_place(path)}:{node.lineno}")


def template(node: ast.AST) -> str:
    """A text with a number for each value in it; "" for what is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, hole = [], 0
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            parts.append(f"{{{hole}}}")
            hole += 1
        else:
            parts.append(part.value)
    return "".join(parts)


def _is_shown(node: ast.AST, source: str) -> bool:
    above = node.parent
    if isinstance(above, ast.Expr | ast.JoinedStr) or not _HAS_WORDS.search(re.sub(r"\{\d+\}", "", source)):
        return False
    if isinstance(above, ast.keyword) and above.arg in _SHOWN_KEYS:
        return True
    if isinstance(above, ast.keyword):
        above = above.parent if above.arg in {"summary", "cause", "remedy"} else node
    if isinstance(above, ast.Call) and _TAKES_WORDS.search(_called(above)):
        return " " in source or _called(above) == "Finding"
    if isinstance(above, ast.Tuple | ast.Dict) and _named_words(above):
        return True
    if isinstance(above, ast.IfExp):
        return " " in source and not _SQL.search(source)
    return bool(_SENTENCE.fullmatch(source)) and not _SQL.search(source)


def _is_topic(node: ast.AST, source: str) -> bool:
    """A few plain words in the doctor are what a finding is about."""
    return isinstance(node.parent, ast.Call | ast.Assign) and bool(_TOPIC.fullmatch(source))


def _named_words(node: ast.AST) -> bool:
    """Whether this is part of a table that its name calls words."""
    while isinstance(node, ast.Tuple | ast.Dict):
        node = node.parent
    return isinstance(node, ast.Assign) and "WORDS" in ast.unparse(node.targets[0])


def setting_texts() -> Iterator[Text]:
    """Titles, meanings, groups, units and choices of all settings."""
    from vqdesk.domain.settings import SETTINGS

    for setting in SETTINGS:
        for source in (
            setting.group,
            setting.title,
            setting.meaning,
            setting.unit,
            *dict(setting.choices).values(),
        ):
            if source:
                yield Text(WORDS, source, f"settings:{setting.key}")
    yield Text(WORDS, _OUR_ENGINE, "the list of engines")


def workflow_texts() -> Iterator[Text]:
    """What the shipped workflows show, in their forms and of their graphs."""
    reader = YAML(typ="safe")
    for path in sorted((ROOT / "workflows").glob("*.yaml")):
        for source in _shown_values(reader.load(path.read_text(encoding="utf-8"))):
            yield Text(WORDS, source, f"workflows/{path.name}")
    for path in sorted((ROOT / "workflows").glob("*.json")):
        for node in json.loads(path.read_text(encoding="utf-8")).values():
            yield Text(WORDS, node["_meta"]["title"], f"workflows/{path.name}")


def _shown_values(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _shown_values(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from _shown_values(part, "")
    elif key in _SHOWN_KEYS and isinstance(value, str):
        yield value


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
