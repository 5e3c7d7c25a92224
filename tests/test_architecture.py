"""Import layers: what each part of the package may not know."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "deckmaker"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMMAND = (
    "arguments",
    "cli",
    "commands",
    "completions",
    "guards",
    "messages",
    "paper_options",
    "rows_options",
    "usage_help",
)

MAY_IMPORT = {
    # What everything may stand on, by its own needs.
    "dataclasses": "",
    "patterns": "",
    "budget": "dataclasses",
    "memory": "",
    "own_data": "",
    # A deck's way to a document.
    "diagnostics": "budget dataclasses memory patterns",
    "addresses": "patterns",
    "project": "budget dataclasses diagnostics",
    "source": "budget dataclasses diagnostics patterns project",
    "language": "blocks budget dataclasses diagnostics model patterns source",
    "model": "dataclasses diagnostics patterns",
    "localization": "dataclasses model patterns",
    "values": "budget dataclasses diagnostics localization model patterns",
    "fonts": "budget dataclasses own_data patterns",
    "formulas": "assets budget dataclasses model patterns",
    "slow_drawings": "budget dataclasses",
    "assets": "budget dataclasses fonts model patterns project slow_drawings",
    "credits": "__version__ dataclasses diagnostics model patterns",
    "template": "assets budget dataclasses fonts model patterns",
    "theme": "budget dataclasses diagnostics fonts language model own_data project source template",
    "text": "dataclasses fonts model patterns theme",
    "resolve": (
        "assets blocks budget credits dataclasses diagnostics formulas language localization model patterns project "
        "source values"
    ),
    "reuse": "budget dataclasses diagnostics language project resolve source values",
    "blocks": "dataclasses diagnostics language layout model patterns resolve source theme values",
    "settings": "addresses budget dataclasses diagnostics language project render resolve source theme",
    "decks": "dataclasses patterns project",
    "schemas": "language theme",
    "layout": (
        "assets blocks budget credits dataclasses diagnostics fonts formulas localization model patterns text theme"
    ),
    "accessibility": "__version__ budget dataclasses diagnostics layout model output patterns render source",
    # A document's way to files and lists.
    "output": "budget dataclasses diagnostics memory patterns project source",
    "render": (
        "assets credits dataclasses diagnostics fonts formulas layout localization model patterns project survey "
        "template text theme"
    ),
    "survey": "assets dataclasses diagnostics fonts layout model output text theme",
    "starters": "dataclasses diagnostics localization model output own_data patterns schemas source",
    "adoption": ("dataclasses diagnostics language layout model output project render resolve source template theme"),
    "importing": (
        "assets budget credits dataclasses diagnostics formulas language layout localization model output patterns "
        "project resolve source starters template theme"
    ),
    "merging": (
        "budget comparison dataclasses diagnostics formulas importing localization mending model output patterns "
        "project resolve source text"
    ),
    "pictures": "assets bounded budget credits dataclasses diagnostics fonts layout model render slow_drawings",
    "comparison": (
        "__version__ assets blocks bounded budget dataclasses diagnostics formulas installed_programs language layout "
        "model output patterns pictures project render resolve source theme"
    ),
    # The phases in order.
    "bounded": "memory",
    "copies": "",
    "parallel": "copies",
    "rendering": "assets dataclasses diagnostics layout model output render parallel",
    "memories": "diagnostics layout project resolve source",
    "prepared": "diagnostics memories patterns project resolve reuse settings source",
    "pipeline": (
        "accessibility assets credits dataclasses diagnostics language layout memories model output prepared project "
        "render rendering resolve slow_drawings source theme values"
    ),
    "mending": "diagnostics layout output project source",
    # Decks of many rows.
    "rows": (
        "__version__ addresses assets budget copies dataclasses diagnostics fonts guards language layout localization "
        "memory model output own_data parallel patterns pipeline prepared project render rendering resolve reuse "
        "source values"
    ),
    # The command.
    "home": "",
    "streams": "",
    "interruption": "",
    "working_folder": "",
    "installed_programs": "",
    "progress": "diagnostics",
    "completions": "decks diagnostics own_data patterns render source working_folder",
    "messages": "completions dataclasses diagnostics",
    "usage_help": "diagnostics",
    "guards": "completions diagnostics interruption memory messages output source usage_help working_folder",
    "arguments": (
        "addresses completions decks diagnostics project render settings source survey usage_help working_folder"
    ),
    "paper_options": "diagnostics language model render",
    "one_deck": "diagnostics memories pipeline prepared rows",
    "rows_options": "usage_help",
    "rows_credits_job": "credits diagnostics guards jobs messages pipeline rows",
    "rows_job": ("dataclasses diagnostics guards jobs messages model output parallel pipeline project rows source"),
    "attaching": "dataclasses diagnostics layout source",
    "jobs": (
        "accessibility adoption attaching credits dataclasses diagnostics guards importing layout mending messages "
        "model one_deck output pipeline project render rendering settings source starters survey"
    ),
    "preview": (
        "assets credits dataclasses diagnostics guards installed_programs layout memories messages model "
        "one_deck own_data pipeline project render survey"
    ),
    "presentation_losses": "comparison diagnostics importing model",
    "presentation_sides": (
        "comparison diagnostics importing memories one_deck output pipeline presentation_losses source"
    ),
    "read_sides": "comparison diagnostics guards layout memories messages one_deck project resolve",
    "made_of": "comparison diagnostics importing prepared rows source",
    "left_out": "diagnostics prepared resolve reuse rows source",
    "diff_job": (
        "comparison diagnostics guards layout made_of messages output presentation_losses presentation_sides "
        "read_sides source"
    ),
    "merge_state": "comparison importing presentation_losses",
    "merge_sides": (
        "comparison diagnostics importing made_of memories merging messages presentation_losses presentation_sides "
        "project read_sides source"
    ),
    "merge_job": (
        "budget comparison dataclasses diagnostics guards left_out memories mending merge_sides merge_state merging "
        "messages output presentation_losses presentation_sides project source"
    ),
    "commands": (
        "addresses arguments comparison completions credits diagnostics diff_job fonts guards jobs language merge_job "
        "merging messages model paper_options parallel patterns preview progress project render rows rows_credits_job "
        "rows_job rows_options schemas source starters survey theme usage_help"
    ),
    "cli": "__version__ guards usage_help",
    "__main__": "cli home interruption memory streams working_folder",
    "__init__": "",
}
"""For each part of the package, the other parts that it may import. What is not named here may import none."""


def name_of(path: Path) -> str:
    """Return a module's dotted name below the package."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements in a syntax tree: a walk over expressions, too, would take ten times as long."""
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        for one in getattr(node, name, ()):
            yield one
            yield from statements(one)


@cache
def imports(path: Path) -> frozenset[str]:
    """Return every module that a file imports anywhere, in functions too; `from a import b` counts as a and a.b."""
    found: set[str] = set()
    for node in statements(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def within(module: str, part: str) -> bool:
    """Tell whether a module is a part or lies in it."""
    return module == part or module.startswith(f"{part}.")


def part_of(name: str) -> str:
    """Return the part that a module lies in: the first word of its dotted name below the package."""
    return name.partition(".")[0]


def breaches(name: str, imported: Iterable[str]) -> list[str]:
    """Return what a module imports of the package and may not."""
    allowed = {part_of(name), *MAY_IMPORT.get(part_of(name), "").split()}
    found = sorted(
        one.removeprefix("deckmaker.") for one in imported if within(one, "deckmaker") and one != "deckmaker"
    )
    return [f"{name} imports {one}" for one in found if part_of(one) not in allowed]


@pytest.mark.parametrize("part", sorted({part_of(name_of(path)) for path in MODULES}))
def test_a_part_imports_only_what_it_may(part):
    """Meaning knows no space, layout no renderer, and a new part nothing until the table says what."""
    files = [path for path in MODULES if part_of(name_of(path)) == part]
    assert [one for path in files for one in breaches(name_of(path), imports(path))] == []


def test_the_table_names_no_part_and_no_import_that_there_is_not():
    """An entry that nobody needs any more would allow it to somebody later."""
    used: dict[str, set[str]] = {}
    for path in MODULES:
        part = part_of(name_of(path))
        named = {part_of(one.removeprefix("deckmaker.")) for one in imports(path) if one.startswith("deckmaker.")}
        used.setdefault(part, set()).update(named - {part})
    assert {part: set(allowed.split()) for part, allowed in MAY_IMPORT.items()} == used


def test_a_new_part_is_bound_by_not_being_named():
    """Nobody has to think of it: it may import nothing, and nothing may import it."""
    assert breaches("charts.bars", ["deckmaker.model", "re"]) == ["charts.bars imports model"]
    assert breaches("layout.flow", ["deckmaker.charts.bars"]) == ["layout.flow imports charts.bars"]


def back_end_of(name: str) -> str | None:
    """Return the back end that a module belongs to: a folder of `render/`, or files of one first word there."""
    part, _, rest = name.partition(".")
    back_end = rest.partition(".")[0].partition("_")[0]
    return f"render.{back_end}" if part == "render" and back_end not in ("", *SHARED_BY_RENDERERS) else None


SHARED_BY_RENDERERS = ("date", "protocol", "registry")
BACK_ENDS = sorted({back_end_of(name_of(path)) for path in MODULES} - {None})


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_no_renderer_imports_another(back_end):
    """A new folder in `render/` is one too."""
    files = [path for path in MODULES if back_end_of(name_of(path)) == back_end]
    imported = {one.removeprefix("deckmaker.") for path in files for one in imports(path) if "deckmaker." in one}
    assert {back_end_of(one) for one in imported} - {back_end, None} == set()


def test_no_phase_knows_a_kind_of_block():
    """Kinds are found through the registry, so a new one changes no other file."""
    files = [path for path in MODULES if part_of(name_of(path)) != "blocks"]
    kinds = {f"deckmaker.{name_of(path)}" for path in MODULES if part_of(name_of(path)) == "blocks"}
    known = {one for path in files for one in imports(path) if one in kinds}
    assert known <= {"deckmaker.blocks", "deckmaker.blocks.kind"}


def test_only_the_command_knows_the_command_line():
    """The library neither prints nor parses options."""
    users = {part_of(name_of(path)) for path in MODULES if any(within(one, "click") for one in imports(path))}
    assert users == set(COMMAND)


def test_nothing_imports_the_command_but_its_entry():
    """Phases never call back."""
    users = {
        part: {part_of(name_of(path)) for path in MODULES if f"deckmaker.{part}" in imports(path)}
        for part in (*COMMAND, "diff_job", "jobs", "merge_job")
    }
    assert users == {
        "arguments": {"commands"},
        "cli": {"__main__"},
        "commands": set(),
        "completions": {"arguments", "commands", "guards", "messages"},
        "guards": {
            *("cli", "commands", "diff_job", "jobs", "merge_job", "preview", "read_sides"),
            *("rows", "rows_credits_job", "rows_job"),
        },
        "messages": {
            *("commands", "diff_job", "guards", "jobs", "merge_job", "merge_sides", "preview", "read_sides"),
            *("rows_credits_job", "rows_job"),
        },
        "usage_help": {"arguments", "cli", "commands", "guards", "rows_options"},
        "paper_options": {"commands"},
        "rows_options": {"commands"},
        "diff_job": {"commands"},
        "jobs": {"commands", "rows_credits_job", "rows_job"},
        "merge_job": {"commands"},
    }


@pytest.mark.parametrize(
    ("library", "parts"),
    [
        ("yaml", {"source", "importing.deck_text"}),
        ("markdown_it", {"resolve", "importing.markdown"}),
        ("mdit_py_plugins", {"importing.markdown.reading"}),
        ("uharfbuzz", {"fonts"}),
        ("reportlab", {"render.pdf"}),
        ("pptx", {"render.pptx"}),
        ("pypdfium2", {"pictures"}),
        ("resvg_py", {"assets"}),
        ("c2pa", {"assets.rights"}),
        ("watchfiles", {"preview"}),
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
    assert [one for one in loaded if back_end_of(one.removeprefix("deckmaker."))] == []
    assert {"reportlab", "pptx"} & set(loaded) == set()


def test_a_module_says_what_it_holds_and_stays_small():
    """A docstring first; 450 lines are a question, 500 a redesign."""
    assert [name_of(path) for path in MODULES if not ast.get_docstring(parsed(path))] == []
    assert [name_of(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) >= 450] == []


AUTHORED = {"text", "alt", "name", "title", "words", "prompt", "caption", "address", "link", "footer", "language"}
"""Names of what an author, or a theme, may have typed."""


@pytest.mark.parametrize("path", sorted((PACKAGE / "render" / "pptx").glob("*.py")), ids=name_of)
def test_what_somebody_typed_is_escaped_where_it_stands_in_markup(path):
    """The type check sees what is given for `Xml`, and not what stands between braces in a text."""
    bare = [
        f"line {part.lineno}: {{{ast.unparse(part.value)}}}"
        for text in ast.walk(parsed(path))
        if isinstance(text, ast.JoinedStr) and any("<" in one.value for one in text.values if is_words(one))
        for part in text.values
        if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Attribute)
        if part.value.attr in AUTHORED
    ]
    assert bare == []


def is_words(part: ast.expr) -> bool:
    """Tell whether a part of an f-string stands as it is."""
    return isinstance(part, ast.Constant) and isinstance(part.value, str)


def test_dataclasses_are_those_that_cost_little():
    """The standard library's compile six methods each, which was a sixth of a build of 16 slides."""
    assert [name_of(path) for path in MODULES if "dataclasses" in imports(path)] == ["dataclasses"]


def test_what_is_at_a_path_is_asked_so_that_it_cannot_fail():
    """`Path.is_file` and its like raise for a link into a folder that is closed, or to a name that no system has, until
    Python 3.14; `os.path.isfile` says no."""
    asked = {"exists", "is_dir", "is_file"}
    calls = [
        f"{name_of(path)}, line {call.lineno}"
        for path in MODULES
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not call.args and not call.keywords
        if call.func.attr in asked
    ]
    assert calls == []
