"""The forms for editors and programs: a line each, with nothing in it that would break the line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostic, Edit, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import FORMS, github, json_line, short
from deckmaker.messages import FORMS as OFFERED

SOURCE = SourceFile("decks/50%, a:b.yaml", "title: a\nslides: b\n")
PLACED = Diagnostic(
    "duplicate-key",
    Severity.ERROR,
    "key `a` twice",
    Span(SOURCE, 2, 3, 2, 9),
    "keep one",
    ("first there",),
    (Edit(Span(SOURCE, 2, 3, 2, 9), "b"),),
)
LONG = Diagnostic("wrong-type", Severity.WARNING, "100 % wrong,\nso: \x1b", Span(SOURCE, 1, 1, 2, 4))
NOWHERE = Diagnostic("unsafe-breaks", Severity.NOTE, "somewhere \u202e\x7f")


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (PLACED, "decks/50%, a:b.yaml:2:3: error[duplicate-key]: key `a` twice; keep one"),
        (LONG, "decks/50%, a:b.yaml:1:1: warning[wrong-type]: 100 % wrong,\\nso: \\x1b"),
        (NOWHERE, "note[unsafe-breaks]: somewhere \\u202e\\x7f"),
    ],
)
def test_the_short_form_is_a_line_that_editors_read(found, line):
    """Place, severity, code, message and help."""
    assert short(found) == line


def test_the_short_form_colours_the_severity():
    """And nothing else."""
    assert short(NOWHERE, colour=True) == "\x1b[1;36mnote[unsafe-breaks]\x1b[0m: somewhere \\u202e\\x7f"


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            PLACED,
            '{"code": "duplicate-key", "severity": "error", "message": "key `a` twice", "file": "decks/50%, a:b.yaml", '
            '"line": 2, "column": 3, "end_line": 2, "end_column": 9, "notes": ["first there"], "help": "keep one", '
            '"edits": [{"file": "decks/50%, a:b.yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 9, '
            '"text": "b"}]}',
        ),
        (
            NOWHERE,
            '{"code": "unsafe-breaks", "severity": "note", "message": "somewhere \\u202e\\u007f", "file": null, '
            '"line": null, "column": null, "end_line": null, "end_column": null, "notes": [], "help": null, '
            '"edits": []}',
        ),
    ],
)
def test_the_json_form_is_an_object_on_a_line(found, line):
    """All that there is to know; null where there is nothing."""
    assert json_line(found) == line


def test_json_holds_no_half_of_a_surrogate_pair():
    """Programs refuse it; the name of a file that is not UTF-8 has some. They are escaped as in the other forms."""
    span = Span(SourceFile("a\udcff.yaml", "x"), 1, 1, 1, 2)
    found = Diagnostic("wrong-value", Severity.ERROR, "\udcff 😀", span, "\udcff", ("\udcff",))
    told = json.loads(json_line(found))
    assert (told["file"], told["message"]) == ("a\\udcff.yaml", "\\udcff 😀")
    assert (told["help"], told["notes"]) == ("\\udcff", ["\\udcff"])


@given(st.text())
def test_json_gives_back_every_message(text):
    """In printable ASCII alone."""
    line = json_line(Diagnostic("wrong-value", Severity.ERROR, text, None, text, (text,)))
    assert line.isascii() and line.isprintable()
    assert [json.loads(line)[key] for key in ("message", "help", "notes")] == [text, text, [text]]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            PLACED,
            "::error file=decks/50%25%2C a%3Ab.yaml,line=2,endLine=2,col=3,endColumn=9,title=duplicate-key::"
            "key `a` twice%0Anote: first there%0Ahelp: keep one",
        ),
        (
            LONG,
            "::warning file=decks/50%25%2C a%3Ab.yaml,line=1,endLine=2,title=wrong-type::100 %25 wrong,%0Aso: \\x1b",
        ),
        (NOWHERE, "::notice title=unsafe-breaks::somewhere \\u202e\\x7f"),
    ],
)
def test_the_github_form_is_a_workflow_command(found, line):
    """Percent signs and line ends are escaped, colons and commas in properties too; columns only within one line."""
    assert github(found) == line


def test_the_command_offers_every_form():
    """It names them without loading the printers."""
    assert OFFERED == FORMS
