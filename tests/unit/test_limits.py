"""The size limits of the house, counted; an exception is a line here with its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vqdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MODULE_LINES = 400
MAIN_WINDOW_LINES = 350
CLASS_LINES = 300
CLASS_METHODS = 25
FUNCTION_LINES = 50
CONSTRUCTOR_LINES = 30
PARAMETERS = 5
BANNED = {"manager", "helper", "util", "utils", "common", "data", "info", "misc", "process"}

NAMES_OF_OTHERS = {"EngineInfo"}  # the design's own name of the port's answer
EXCEPTIONS = {
    "runtime/desk.py:Desk methods": "one line per question of the window; the list is the interface",
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def definitions(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every class and function with its qualified name."""

    def below(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.AST]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{prefix}{child.name}", child
                yield from below(child, f"{prefix}{child.name}.")
            else:
                yield from below(child, prefix)

    yield from below(ast.parse(text_of(path)), "")


def lines_of(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def parameters_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Those given by position; self and cls, and what must be named, do not count."""
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def too_large(path: Path) -> Iterator[str]:
    limit = MAIN_WINDOW_LINES if path.name == "main_window.py" else MODULE_LINES
    length = len(text_of(path).splitlines())
    if length > limit:
        yield f"{name_of(path)} lines", length
    for name, node in definitions(path):
        where = f"{name_of(path)}:{name}"
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) for child in node.body)
            if lines_of(node) > CLASS_LINES:
                yield f"{where} lines", lines_of(node)
            if methods > CLASS_METHODS:
                yield f"{where} methods", methods
            continue
        limit = CONSTRUCTOR_LINES if node.name == "__init__" else FUNCTION_LINES
        if lines_of(node) > limit:
            yield f"{where} lines", lines_of(node)
        if parameters_of(node) > PARAMETERS:
            yield f"{where} parameters", parameters_of(node)


def test_modules_classes_and_functions_stay_small():
    found = dict(one for path in MODULES for one in too_large(path))
    assert {where: size for where, size in found.items() if where not in EXCEPTIONS} == {}
    assert EXCEPTIONS.keys() <= found.keys(), "an exception is no longer needed"


def test_functions_of_the_command_line_are_excused_by_click_alone():
    """Nothing else needs *args or **options to hide its parameters."""
    hiding = [
        f"{name_of(path)}:{name}"
        for path in MODULES
        for name, node in definitions(path)
        if not isinstance(node, ast.ClassDef) and node.args.kwarg and len(node.args.kwonlyargs) > PARAMETERS
    ]
    assert hiding == []


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_left_for_later(path):
    if path == Path(__file__):
        return
    text = text_of(path)
    assert not re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", text)
    assert not re.search(r"pytest\.mark\.skip\b(?!if)|mark\.xfail\(\)", text)


def test_names_of_modules_and_classes_say_what_things_are():
    names = [(path, path.stem) for path in MODULES]
    names += [
        (path, node.name) for path in MODULES for _, node in definitions(path) if isinstance(node, ast.ClassDef)
    ]
    found = {
        name
        for _, name in names
        if BANNED & {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)} and name not in NAMES_OF_OTHERS
    }
    assert found == set()


def test_only_the_window_knows_qt():
    for path in MODULES:
        if not path.is_relative_to(PACKAGE / "ui"):
            assert not re.search(r"^\s*(from|import) (PySide6|qasync)", text_of(path), re.M), path


def test_no_two_modules_need_each_other():
    """Also not by an import inside a function; what is only for type checking does not count."""
    known = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in MODULES}
    needs = {}
    for path in MODULES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        needs[name] = {one for one in imported_by(ast.parse(text_of(path)), known) if one != name}
    assert next(cycles(needs), None) is None


def imported_by(node: ast.AST, known: set[str]) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names if alias.name in known)
        if isinstance(child, ast.ImportFrom):
            for alias in child.names:
                inner = f"{child.module}.{alias.name}"
                if inner in known or child.module in known:
                    yield inner if inner in known else str(child.module)
        yield from imported_by(child, known)


def cycles(needs: dict[str, set[str]]) -> Iterator[list[str]]:
    """Each module that needs itself by way of others, with the way."""
    for start in needs:
        ways, seen = [[start]], set()
        while ways:
            way = ways.pop()
            for needed in sorted(needs[way[-1]]):
                if needed == start:
                    yield [*way, start]
                elif needed not in seen:
                    seen.add(needed)
                    ways.append([*way, needed])
