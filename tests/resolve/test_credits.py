"""Credits to records: named sources, roles, and slips in names."""

from __future__ import annotations

import pytest

from deckmaker.model import Credit
from tests.projects import DECK, Project
from tests.resolve.test_blocks import resolve

SOURCES = "sources:\n  board: {role: data, publisher: Port Authority, year: 2026}\n  plain: {creator: A. Lind}\n"


def credits(project: Project, *lines: str) -> tuple[Credit, ...]:
    """Return the credits of the slide."""
    return resolve(project, SOURCES + DECK + "".join(f"    {line}\n" for line in lines)).slides[0].credits


@pytest.mark.parametrize(
    ("written", "credit"),
    [
        ("A. Lind", Credit("text", text="A. Lind")),
        ("{creator: A. Lind}", Credit("text", creator="A. Lind")),
        ("{role: original}", Credit("original")),
        ("{source: plain}", Credit("text", creator="A. Lind")),
        ("{source: board}", Credit("data", publisher="Port Authority", year="2026")),
        ("{source: board, role: text}", Credit("text", publisher="Port Authority", year="2026")),
        ("{source: board, year: 2025}", Credit("data", publisher="Port Authority", year="2025")),
        ("{source: board, title: T}", Credit("data", title="T", publisher="Port Authority", year="2026")),
        ("{source: Reuters}", Credit("text", source="Reuters")),
    ],
)
def test_a_credit_becomes_a_record(written, credit, tmp_path):
    """What an entry says wins over its source, its source over the place where it stands."""
    assert credits(Project(tmp_path), f"credits: [{written}]") == (credit,)


def test_a_credit_on_a_picture_is_for_the_picture(tmp_path):
    """Unless it or its source says otherwise."""
    project = Project(tmp_path)
    project.picture("a.png")
    image = "image: {file: ../a.png, alt: A, credit: {source: %s}}"
    assert credits(project, image % "plain") == (Credit("picture", creator="A. Lind"),)
    assert credits(project, image % "board")[0].role == "data"


def test_the_picture_comes_first_then_the_slide(tmp_path):
    """`image.credit`, `credit`, `credits`: the order of the strip."""
    project = Project(tmp_path)
    project.picture("a.png")
    lines = ("credits: [C, D]", "credit: B", "image: {file: ../a.png, alt: x, credit: A}")
    assert [one.text for one in credits(project, *lines)] == ["A", "B", "C", "D"]


def test_a_slip_in_the_name_of_a_source_is_an_error(tmp_path):
    """The whole message; a name that is near no record is a name of its own."""
    assert (
        Project(tmp_path).said(SOURCES + DECK + "    credits: [A, {source: bord}]\n")
        == """\
error[unknown-source]: `sources` has no record `bord`
 --> decks/deck.yaml:7:18
  |
7 |     credits: [A, {source: bord}]
  |                  ^^^^^^^^^^^^^^
  = help: did you mean `board`?"""
    )


def test_a_mistake_in_credit_is_marked_there_and_not_in_credits(tmp_path):
    """`credit` and `credits` have places of their own."""
    text = SOURCES + DECK + "    credit: {source: bord}\n    credits: [A, {source: plane}]\n"
    _, diagnostics = Project(tmp_path).read(text)
    assert [(one.span.line, one.span.column) for one in diagnostics] == [(7, 13), (8, 18)]


def test_a_statement_that_nobody_is_credited_has_a_reason(tmp_path):
    """It is kept; without one it is a warning, and beside a name it contradicts itself."""
    project = Project(tmp_path)
    document, diagnostics = project.read(DECK + "    credit: {none: own work}\n")
    assert document and not len(diagnostics)
    assert "no-reason" in project.said(DECK + "    credit: none\n")
    assert "nobody is credited, and `creator`" in project.said(DECK + "    credit: {none: own work, creator: A}\n")


@pytest.mark.parametrize("field", ["source", "via", "license"])
def test_a_field_that_is_an_address_is_spelt_as_links_are(field, tmp_path):
    """It becomes a link, so it must be one that every program reads the same; a name is none."""
    project = Project(tmp_path)
    (credit,) = credits(project, f"credits: [{{creator: A, {field}: 'https://example.org/ä'}}]")
    assert getattr(credit, field) == "https://example.org/%C3%A4"
    (credit,) = credits(project, f"credits: [{{creator: A, {field}: 'Anna: of Åland'}}]")
    assert getattr(credit, field) == "Anna: of Åland"
    said = project.said(f"{DECK}    credits: [{{creator: A, {field}: 'https://a\\b.org'}}]\n")
    assert said.startswith("error[unsafe-link]: link to `https://a\\b.org`")


CHART = "    chart: {values: {North: 62.5, South: 58.1}}\n"


@pytest.mark.parametrize(
    ("slide", "is_told"),
    [
        (f"{CHART}    credit: Port Authority\n", True),
        ("    metrics: [{value: 62 dB, label: At night}]\n    credits: [{creator: Port Authority}]\n", True),
        (f"{CHART}    credit: {{role: data, creator: Port Authority}}\n", False),
        (f"{CHART}    credit: {{role: text, creator: Port Authority}}\n", False),
        (f"{CHART}    credit: 'Data: Port Authority'\n", False),
        (f"{CHART}    text: It is loud.\n    credit: Port Authority\n", False),
        (f"{CHART}    credit: {{none: own work}}\n", False),
        ("    credit: Port Authority\n", False),
    ],
)
def test_a_credit_for_a_text_is_told_where_a_slide_has_data_alone(slide, is_told, tmp_path):
    """It would read `Text after:`, which is not so."""
    _, diagnostics = Project(tmp_path).read(f"{DECK}  - title: Loud nights\n{slide}")
    assert ("credit-role" in [one.code for one in diagnostics]) is is_told


@pytest.mark.parametrize(
    ("slide", "help"),
    [
        ("    credit: board\n", "write `{source: board}` in its place"),
        ("    chart: {values: {North: 62.5, South: 58.1}, credit: 'board'}\n", "write `{source: board}` in its place"),
        ("    quote: {text: It is loud., credit: {text: board}}\n", "write `{source: board}` in its place"),
        (f"{CHART}    credits: [board]\n", "write `{source: board}` in its place"),
    ],
)
def test_a_text_that_is_a_key_of_sources_is_told(slide, help, tmp_path):
    """It stands as it is typed, and was to name the record."""
    _, diagnostics = Project(tmp_path).read(f"{SOURCES}{DECK}  - title: Loud nights\n{slide}")
    assert [(one.code, one.help) for one in diagnostics] == [("source-as-text", help)]


@pytest.mark.parametrize(
    ("credit", "help"),
    [
        (
            "Port Authority",
            "let its text begin with `Data:`; a record of `sources` is named, as in `credit: {source: board}`",
        ),
        ("{source: plain}", "write `role: data` in `plain` of `sources`, or in the credit"),
    ],
)
def test_help_with_the_role_of_a_credit_knows_the_sources_of_the_deck(credit, help, tmp_path):
    """A record says its role once for all slides."""
    _, diagnostics = Project(tmp_path).read(f"{SOURCES}{DECK}  - title: Loud nights\n{CHART}    credit: {credit}\n")
    (one,) = diagnostics
    assert one.code == "credit-role" and one.help and one.help.endswith(help)


def test_a_record_in_a_help_has_the_quotes_that_it_needs(tmp_path):
    """A comma ends a value between braces."""
    sources = 'sources:\n  "Port, 2024": {publisher: Port Authority}\n'
    _, diagnostics = Project(tmp_path).read(f"{sources}{DECK}  - title: B\n{CHART}    credit: Harbour\n")
    (one,) = diagnostics
    assert one.help and one.help.endswith('as in `credit: {source: "Port, 2024"}`')
