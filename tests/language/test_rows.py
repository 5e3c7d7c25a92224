"""`rows:` as written: what it may say, and what somebody types who has not read how."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.rows.request import RowsRequest, Said, request_in
from deckmaker.source import Tree, parse_yaml


def parsed(written: str) -> tuple[Tree, Diagnostics]:
    """Return a deck with a line of its own, and what validation says of it."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", f"title: A\n{written}\nslides:\n  - title: B\n"), diagnostics)
    assert tree and not len(diagnostics)
    validate(DeckEntry, tree, diagnostics)
    return tree, diagnostics


GUESSES = {
    "for_each: r.csv": "did you mean `rows`?",
    "mail_merge: r.csv": "did you mean `rows`?",
    "row: r.csv": "did you mean `rows`?",
    "data: r.csv": "did you mean `rows`?",
    "data: {file: r.csv}": "did you mean `rows`?",
    "data: {berths: 4}": "did you mean `variables`?",
    "body: Text": "write it on a slide, below `slides:`, as `text`",
    "rows: [[a, b], [1, 2]]": "it takes a file, as in `rows: regions.csv`; a table that stands on a slide is written "
    "there, as `table: {rows: …}`",
    "rows: {path: r.csv}": "did you mean `file`?",
    "rows: {file: r.csv, filter: '{{ a }} > 0'}": "did you mean `where`?",
    "rows: {file: r.csv, if: '{{ a }} > 0'}": "did you mean `where`?",
    "rows: {file: r.csv, where: {a: b}}": 'write a condition in quotes, as in `where: "{{ sales }} > 0"`',
    "rows: {file: r.csv, filename: '{a}'}": "did you mean `name`?",
    "rows: {file: r.csv, sep: ;}": "did you mean `delimiter`?",
    "rows: {file: r.csv, limit: 3}": "say it when you build, as in `deckmaker build --limit 3`",
    "rows: {where: '{{ a }} > 0'}": "add `file:`",
}


@pytest.mark.parametrize(("written", "help"), GUESSES.items(), ids=GUESSES)
def test_first_guesses_lead_to_the_right_spelling(written, help):
    """In one step."""
    assert help in [one.help for one in parsed(written)[1]]


def test_a_path_alone_is_short_for_its_file():
    tree, diagnostics = parsed("rows: regions.csv")
    assert not len(diagnostics)
    request = request_in(tree)
    assert request and request == RowsRequest(Said("regions.csv", request.file.span))
    assert request.file.span and request.file.span.place == "deck.yaml:2:7"


def test_the_long_form_says_how_the_file_is_read_and_which_rows_are_meant():
    """Its texts keep their holes, and their places."""
    tree, diagnostics = parsed(
        'rows: {file: r.xlsx, sheet: 2, skip: 1, decimal: comma, where: "{{ a }} > 0", name: "{a}"}'
    )
    assert not len(diagnostics)
    request = request_in(tree)
    assert request and request.where and request.name
    assert (request.sheet, request.skip, request.decimal) == ("2", 1, "comma")
    assert (request.where.text, request.name.text) == ("{{ a }} > 0", "{a}")
    assert request.where.span and request.where.span.place == "deck.yaml:2:64"


@pytest.mark.parametrize("written", ["footer: None", "rows:", "rows: {where: x}", "rows: [a]"])
def test_without_rows_or_with_mistakes_in_them_nothing_is_asked_for(written):
    assert request_in(parsed(written)[0]) is None
