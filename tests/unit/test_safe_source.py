"""Rules of SECURITY.md that can be read off the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "vqdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_METHODS = {
    ("os", "system"),
    ("os", "popen"),
    ("subprocess", "getoutput"),
    ("zipfile", "extractall"),
    ("tempfile", "mktemp"),
    ("asyncio", "create_subprocess_shell"),
}
FORBIDDEN_IMPORTS = {"pickle", "marshal", "shelve", "telnetlib", "ftplib"}


def faults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
            yield from (f"imports {name}" for name in names & FORBIDDEN_IMPORTS)
        if isinstance(node, ast.Call):
            yield from _call(node)


def _call(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
        yield f"calls {node.func.id}"
    if isinstance(node.func, ast.Attribute):
        whose = getattr(node.func.value, "id", "")
        if (whose, node.func.attr) in FORBIDDEN_METHODS or node.func.attr == "extractall":
            yield f"calls {whose}.{node.func.attr}"
    for word in node.keywords:
        value = getattr(word.value, "value", None)
        if (word.arg == "shell" and value is not False) or (word.arg == "verify" and value is False):
            yield f"says {word.arg}={value}"


def test_no_shell_no_code_from_text_no_unpacking_to_names_of_others() -> None:
    found = {path.name: list(faults(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES}
    assert {name: said for name, said in found.items() if said} == {}


def test_nothing_listens_beyond_this_computer() -> None:
    binding = re.compile(r"""(?:host|bind|listen)\w*\s*[=(,]\s*\(?["'](?:0\.0\.0\.0|::|\*)["']""")
    assert [path.name for path in MODULES if binding.search(path.read_text(encoding="utf-8"))] == []
    server = (PACKAGE / "adapters/builtin/lifecycle.py").read_text(encoding="utf-8")
    assert "127.0.0.1" in server


@pytest.mark.parametrize(
    "code",
    ["eval('1')", "os.system('x')", "run('', shell=True)", "import pickle", "z.extractall()", "get(verify=False)"],
)
def test_the_rules_see_what_they_forbid(code: str) -> None:
    assert list(faults(ast.parse(code)))
