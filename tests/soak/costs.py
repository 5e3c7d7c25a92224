"""Shapes that are repeated: marks, items, slides, rows, aliases, credits, files. Twice as many, twice the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from unittest.mock import patch

from hypothesis import strategies as st

from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.budget.tables import TABLE_PLACES
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.deck import DeckEntry
from deckmaker.language.pruning import pruned
from deckmaker.language.validation import validate
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml, read_source
from tests.bounds import BOUNDS
from tests.hostile.work import calls_of
from tests.projects import Project
from tests.soak.checks import check_messages

SIZE = 40
SLACK = 4_000
"""Calls that are made once, whatever the size."""


@dataclass(frozen=True)
class Shape:
    """What a size makes: a deck, and a CSV file beside it; and the `pieces` that are drawn."""

    pieces: object
    make: Callable[[int], tuple[str, bytes]] = field(repr=False)


_MARKS = [
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "^[",
    "^",
    "~",
    "`",
    "``",
    "\\",
    "<",
    ">",
    "![",
    "a",
    " ",
    "](b",
    "\n",
    "é",
]
_ITEMS = ["a", "*a", "{a: [b]}", "{*a : [b]}", "'*a*'", "~", "[a]", "{a: b, c: d}", "'a^[b]'", "!a b", "&b c"]
_SLIDES = [
    *("{title: a}", "{}", "~", "a", "*a", "{titel: a}", "{text: *a}", "{layout: title, notes: a}", "{table: a.csv}"),
    *(
        "{credits: [{source: k1}, {creator: a, license: CC-BY-4}]}",
        "{image: {file: a.png, alt: a}}",
        "{title: a, title: b}",
    ),
    *("{columns: [{bullets: [a]}, {text: '*b*'}]}", "{bullets: [{a: [b, {c: [d]}]}]}", "{table: {rows: [[a, b], *r]}}"),
]
_CELLS = [
    *("a", "~", "1,5", "'*a*'", "*a", "{text: a}", "{text: a, rows: 2}", "{text: a, columns: 3}", "''"),
    *("{text: a, rows: 10000, columns: 50}", "{text: a, columns: 50, strong: true}", "2024-01-02"),
]
_TABLE_KEYS = [
    *("sort: a", "sort: [{0}]", "where: {{a: [{0}]}}", "where: {{a: '> 1', 1: [{0}]}}", "columns: [{0}]", "header: 0"),
    *("strong: {{columns: [{0}]}}", "footer: 1", "most: 3", "columns: [{{from: 1, unit: dB}}, {{from: 1, name: b}}]"),
]
_VALUES = ["a", "1", "'> 1'", "'!= a'", "'-a'", "b", "1,5", "2024-01-02"]
_FILE = [b",", b";", b'"', b'""', b"a", b"1,5", b"\n", b"\r", b"\r\n", b"\t", b"|", b" ", b"\xe9", b"sep=;\n"]


def _some(of: list[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), min_size=1, max_size=most)


def _deck(slides: str, before: str = "", file: bytes = b"a,b\n1,2\n", sources: str = "") -> tuple[str, bytes]:
    head = f"title: T\nsubtitle: &a a b c\ntrail: &r [a, b]\nsources:\n  k1: {{creator: A}}\n{sources}{before}"
    return f"{head}slides:\n{slides}", file


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """Draw what is repeated, and where."""
    kind = draw(st.sampled_from(["marks", "items", "slides", "rows", "rows", "file", "sources", "aliases"]))
    if kind == "marks":
        marks = "".join(draw(_some(_MARKS, 5))).replace("'", "")
        return Shape(marks, lambda size: _deck("  - text: '" + (marks * size).replace("\n", "\n\n") + "'\n"))
    if kind == "items":
        items, key = draw(_some(_ITEMS)), draw(st.sampled_from(["bullets", "numbered", "credits", "trail"]))
        return Shape((key, items), lambda size: _deck(f"  - {key}: [{', '.join(items * size)}]\n"))
    if kind == "slides":
        slides = draw(_some(_SLIDES))
        return Shape(slides, lambda size: _deck("".join(f"  - {one}\n" for one in slides * size)))
    if kind == "rows":
        rows = [f"[{', '.join(row)}]" for row in draw(st.lists(_some(_CELLS, 5), min_size=1, max_size=3))]
        keys, values = draw(st.lists(st.sampled_from(_TABLE_KEYS), max_size=2, unique=True)), draw(_some(_VALUES))

        def table(size: int) -> tuple[str, bytes]:
            more = "".join(f"      {key.format(', '.join(values * size))}\n" for key in keys)
            return _deck("  - table:\n      rows:\n" + "".join(f"        - {row}\n" for row in rows * size) + more)

        return Shape((rows, keys, values), table)
    if kind == "file":
        pieces = b"".join(draw(st.lists(st.sampled_from(_FILE), min_size=1, max_size=5)))
        return Shape(pieces, lambda size: _deck("  - table: a.csv\n", file=b"a,b\n" + pieces * size))
    if kind == "sources":
        record = draw(st.sampled_from(["{creator: a}", "{license: CC-BY 4, creator: a}", "*a", "{text: a, url: b}"]))
        made = draw(
            st.sampled_from(["{{source: k{}}}", "{{source: k1, note: n{}}}", "{{creator: n{}, license: CC-BI}}"])
        )

        def credited(size: int) -> tuple[str, bytes]:
            records = "".join(f"  x{one}: {record}\n" for one in range(size))
            credits = ", ".join(made.format(one) for one in range(size))
            return _deck(f"  - credits: [{credits}]\n", sources=records)

        return Shape((record, made), credited)
    held, alias = draw(st.sampled_from([("[a, *a]", "*x"), ("{title: b}", "*x"), ("n" * 2_000, "{title: *x}")]))
    return Shape((held, alias), lambda size: _deck(f"  - {alias}\n" * size, f"author: &x {held}\n"))


@contextmanager
def _within_small_bounds() -> Iterator[None]:
    """Of what grows faster than a deck, within bounds that are far beyond what is tried here: let them be smaller."""
    with ExitStack() as stack:
        for bound, place in ((TABLE_PLACES, "grid"), (NAMES_COMPARED, "in_deck"), (NAMES_COMPARED, "naming")):
            name = next(name for name, one in BOUNDS.items() if one is bound)
            stack.enter_context(patch(f"deckmaker.resolve.tables.{place}.{name}", replace(bound, most=1_000)))
        for place in ("diagnostics.diagnostic", "language.key_help"):
            stack.enter_context(patch(f"deckmaker.{place}.nearest_of", lambda word, known: None))
        yield


def check_cost(shape: Shape, project: Project) -> None:
    """Reading and resolving take twice the calls for twice the size, unless a bound on work was passed."""
    taken: list[int] = []
    with _within_small_bounds():
        for size in (1, SIZE, 2 * SIZE):
            text, file = shape.make(size)
            (project.deck.parent / "a.csv").write_bytes(file)
            project.write(text)
            diagnostics = Diagnostics()
            taken.append(calls_of(lambda found=diagnostics: _read(project, found)))
            check_messages(diagnostics, text.encode() + file)
            if any(one.code.startswith("endless") for one in diagnostics):
                return
    once, twice = taken[1:]
    assert twice <= 2.6 * once + SLACK, f"{once:,} calls for {SIZE}, {twice:,} for twice as many"


def _read(project: Project, diagnostics: Diagnostics) -> None:
    source = read_source(project.deck, diagnostics)
    tree = source and parse_yaml(source, diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    if tree and (left := (entry, tree) if entry else pruned(tree)):
        resolve_deck(*left, project.deck, diagnostics)
