"""Import layers: what each part of the package may not know."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "deckmaker"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMMAND = ("arguments", "cli", "guards", "messages")
BACK_ENDS = ["render.html", "render.markdown", "render.pdf", "render.pptx"]

FORBIDDEN = {
    "diagnostics": [
        "source",
        "language",
        "model",
        "resolve",
        "credits",
        "theme",
        "fonts",
        "text",
        "layout",
        "render",
        "assets",
    ],
    "project": [
        "source",
        "language",
        "model",
        "resolve",
        "credits",
        "theme",
        "fonts",
        "text",
        "layout",
        "render",
        "assets",
        "output",
    ],
    "source": ["language", "model", "resolve", "credits", "theme", "fonts", "text", "layout", "render", "assets"],
    "language": ["model", "resolve", "credits", "theme", "fonts", "text", "layout", "render", "assets"],
    "model": ["source", "language", "resolve", "credits", "theme", "fonts", "text", "layout", "render", "assets"],
    "credits": ["source", "language", "resolve", "theme", "fonts", "text", "layout", "render", "assets"],
    "assets": ["source", "language", "resolve", "credits", "theme", "text", "layout", "render"],
    "resolve": ["theme", "fonts", "text", "layout", "render"],
    "theme": ["resolve", "credits", "text", "layout", "render", "assets"],
    "fonts": ["source", "language", "model", "resolve", "credits", "theme", "text", "layout", "render", "assets"],
    "text": ["source", "language", "resolve", "credits", "layout", "render", "assets"],
    "layout": ["source", "language", "resolve", "render"],
    "render": ["language", "resolve"],
    "survey": ["source", "language", "resolve", "credits", "render"],
    "output": ["language", "model", "resolve", "credits", "theme", "fonts", "text", "layout", "render"],
    **{one: [other for other in BACK_ENDS if other != one] for one in BACK_ENDS},
}
"""For each part, the parts that neither it nor anything in it may import."""


def name_of(path: Path) -> str:
    """Return a module's dotted name below the package."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """Return every module that a file imports anywhere, in functions too; `from a import b` counts as a and a.b."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def within(module: str, part: str) -> bool:
    """Tell whether a module is a part or lies in it."""
    return module == part or module.startswith(f"{part}.")


@pytest.mark.parametrize("part", FORBIDDEN)
def test_a_part_imports_nothing_above_it(part):
    """Meaning knows no space, layout no renderer, and no renderer another."""
    files = [path for path in MODULES if within(name_of(path), part)]
    broken = [
        f"{name_of(path)} imports {module}"
        for path in files
        for module in sorted(imports(path))
        for other in FORBIDDEN[part]
        if within(module, f"deckmaker.{other}")
    ]
    assert files and broken == []


def test_only_the_command_knows_the_command_line():
    """The library neither prints nor parses options."""
    assert {name_of(path) for path in MODULES if any(within(one, "click") for one in imports(path))} == set(COMMAND)


def test_nothing_imports_the_command_but_its_entry():
    """Phases never call back."""
    users = {
        part: {name_of(path) for path in MODULES if f"deckmaker.{part}" in imports(path)} for part in (*COMMAND, "jobs")
    }
    assert users == {
        "arguments": {"cli"},
        "cli": {"__main__"},
        "guards": {"cli", "jobs"},
        "messages": {"cli", "guards", "jobs"},
        "jobs": {"cli"},
    }


@pytest.mark.parametrize(
    ("library", "parts"),
    [
        ("yaml", {"source"}),
        ("markdown_it", {"resolve"}),
        ("uharfbuzz", {"fonts"}),
        ("reportlab", {"render.pdf"}),
        ("pptx", {"render.pptx"}),
        ("resvg_py", {"assets"}),
        ("c2pa", {"assets.rights"}),
    ],
)
def test_a_library_is_known_to_one_part_alone(library, parts):
    """It can be exchanged without a look at the rest."""
    users = {name_of(path) for path in MODULES if any(within(one, library) for one in imports(path))}
    assert users and all(any(within(user, part) for part in parts) for user in users)


def test_importing_the_package_imports_no_back_end():
    """Nor any library that is not Python's own."""
    code = "import sys; before = set(sys.modules); import deckmaker; print(*sorted(set(sys.modules) - before))"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["deckmaker"]


def test_importing_the_registry_imports_no_back_end():
    """Each renderer is imported when it is used."""
    code = "import sys, deckmaker.render.registry, deckmaker.pipeline, deckmaker.layout; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert [one for one in loaded if any(within(one, f"deckmaker.{back_end}") for back_end in BACK_ENDS)] == []
    assert {"reportlab", "pptx"} & set(loaded) == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_holds_and_stays_small(path):
    """A docstring first; 400 lines are a question, 500 a redesign."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) < 400
