"""What decks do not have: each word leads to what to write, and none to a key that is spelt by chance as it is."""

from __future__ import annotations

import pytest

from deckmaker.blocks import BLOCKS
from deckmaker.language.deck import DeckEntry, SlideEntry
from deckmaker.language.missing_features import OTHERWISE, TO_COME, to_come
from tests.projects import DECK, Project


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("word", [word for key, one in TO_COME.items() for word in (key, *one.others)])
@pytest.mark.parametrize("value", ["true", "{a: b}", "[a, b]", "a"])
def test_what_is_still_to_come_says_so_and_what_to_do_meanwhile(word, value, tmp_path):
    """Whatever is written under it."""
    (one,) = Project(tmp_path).read(f"{DECK}    {word}: {value}\n")[1]
    coming = to_come(word)
    assert coming
    assert (one.code, one.message) == ("unknown-key", f"{coming.what} is still to come: there is no key `{word}`")
    assert one.help == f"until it comes, {coming.meanwhile}"


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("word", OTHERWISE)
def test_what_decks_do_not_have_says_how_it_is_written(word, tmp_path):
    """On a slide."""
    (one,) = Project(tmp_path).read(f"{DECK}    {word}: a\n")[1]
    assert (one.message, one.help) == (f"unknown key `{word}`", OTHERWISE[word])


def test_nothing_is_both_there_and_missing():
    """A line goes when what it is about comes."""
    words = {word for key, one in TO_COME.items() for word in (key, *one.others)} | OTHERWISE.keys()
    assert not words & (BLOCKS.keys() | SlideEntry.keys.keys() | DeckEntry.keys.keys())


def test_a_kind_of_another_package_comes_first(tmp_path, monkeypatch):
    """Whoever has such diagrams need not read that they are to come."""
    monkeypatch.setitem(BLOCKS, "sankey", BLOCKS["text"])
    monkeypatch.setattr(SlideEntry, "keys", SlideEntry.keys | {"sankey": SlideEntry.keys["text"]})
    assert Project(tmp_path).said(f"{DECK}    sankey: a\n") == ""


def test_what_is_stressed_of_a_chart_is_said_in_it(tmp_path):
    """Beside one; on a slide without, by marks."""
    chart = "    chart: {categories: [a, b], values: [1, 2]}\n"
    (one,) = Project(tmp_path).read(f"{DECK}  - title: B\n{chart}    highlight: a\n")[1]
    assert one.help == "write it in `chart`, as in `chart: {file: …, highlight: …}`"


FIGURES = {
    "pictures": ("[a.png, b.png]", "did you mean `images`?"),
    "key figures": ("[{value: 4, label: a}]", "did you mean `metrics`?"),
}


@pytest.mark.parametrize(("value", "help"), FIGURES.values(), ids=FIGURES)
def test_figures_are_pictures_or_numbers(value, help, tmp_path):
    """As their values tell."""
    (one,) = Project(tmp_path).read(f"{DECK}    figures: {value}\n")[1]
    assert one.help == help


def test_references_of_a_deck_are_its_sources(tmp_path):
    """On a slide they are a list of credits."""
    (one,) = Project(tmp_path).read(f"references: {{a: {{title: b}}}}\n{DECK}")[1]
    assert one.help == "did you mean `sources`?"


GUESSED = {
    "several charts": ("charts: [{values: {a: 1}}, {values: {a: 2}}]", "as in `content: [{chart: …}, {chart: …}]`"),
    "several quotations": ("quotes: [{text: a}, {text: b}]", "as in `content: [{quote: …}, {quote: …}]`"),
    "quotations under their key": ("quote: [{text: a}, {text: b}]", "as in `content: [{quote: …}, {quote: …}]`"),
    "charts under their key": (
        "chart: [{values: {a: 1}}, {values: {a: 2}}]",
        "as in `content: [{chart: …}, {chart: …}]`",
    ),
    "one chart in a list": ("charts: [{values: {a: 1}}]", "did you mean `chart`?"),
    "what stands out in a table": (
        "table: {rows: [[a], [b]], highlight: 1}",
        "write `strong:`, as in `strong: {rows: [1]}`",
    ),
    "where columns are aligned": (
        "table: {rows: [[a], [b]], align: [left]}",
        "write it of a column, as in `columns: [Berth, {from: Level, align: right}]`",
    ),
    "a cell that spans columns": ("table: {rows: [[a, b], [{text: c, colspan: 2}]]}", "did you mean `columns`?"),
    "a cell that spans rows": ("table: {rows: [[a], [{text: c, rowspan: 2}], []]}", "did you mean `rows`?"),
    "a format of numbers": (
        "table: {rows: [[a], [1]], columns: [{from: a, format: ',.1f'}]}",
        "write `decimals: 1` in its place; `unit:` and `prefix:` say what stands around numbers",
    ),
    "a note below a table": ("table: {rows: [[a], [b]], note: A sum.}", "write it as `caption:`; or in a cell"),
    "a table's file": ("table: {data: wages.csv}", "did you mean `file`?"),
    "a table's file as its rows": ("table: {rows: wages.csv}", "write `file: wages.csv` in place of `rows:`"),
    "a chart's file as its values": ("chart: {values: wages.csv}", "write `file: wages.csv` in place of `values:`"),
    "a column's header": (
        "table: {rows: [[a], [b]], columns: [{name: a, header: A}]}",
        "write `{from: a, name: A}`",
    ),
    "a column by other words": (
        "table: {rows: [[a], [b]], columns: [{column: a, as: A}]}",
        "write `{from: a, name: A}`",
    ),
    "a column's name in the data": (
        "table: {rows: [[a], [b]], columns: [{from: a, as: A}]}",
        "did you mean `name`?",
    ),
    "sources by their keys": (
        "sources: [board]",
        "it is a key of the deck",
    ),
    "a slide in reserve": ("backup: true", "write `hidden: true` for a slide that the talk leaves out, or `appendix:"),
    "steps": ("steps: [a, b]", "write `process:` for steps side by side, or `numbered:`"),
    "a note on a slide": ("note: a", "write `notes:` for what the speaker says, or `callout:`"),
    "a kind of callout": ("warning: a", "write it as `callout: {kind: warning, text: …}`"),
    "where a figure goes": ("metrics: [{value: 1, label: a, trend: up}]", "write `tone: good`, `tone: bad`"),
    "an arrow of a figure": ("metrics: [{value: 1, label: a, arrow: Down}]", "write `tone: good`, `tone: bad`"),
    "a figure called as a direction is": ("metrics: [{value: 4, name: Up}]", "did you mean `label`?"),
    "by how much a figure changed": ("metrics: [{value: 1, label: a, trend: +2 %}]", "did you mean `change`?"),
    "one of two keys": ("quote: {text: a, source: b}", "did you mean `by` or `credit`?"),
    "the other of two keys": ("quote: {text: W., by: A, source: B}", "did you mean `credit`?"),
    "what a credit has no more of": (
        "quote: {text: W., credit: {license: CC BY 4.0, rights: Mine}}",
        "did you mean `copyright`?",
    ),
    "both of two keys": (
        "quote: {text: W., by: A, credit: B, source: C}",
        "there is `by` already: put all of it there, or remove one of the two",
    ),
    "a footnote in a list": ("bullets: [Men, Real^[Deflated.]]", "a text that holds `[` needs quotes around it"),
    "brackets in a list": ("bullets: [Men [all], Women]", "a text that holds `[` needs quotes around it"),
    "dashed lines": (
        "chart: {series: [{name: a, values: [1, 2], dashed: true}], categories: [a, b]}",
        "lines of charts are not dashed",
    ),
    "dashed arrows": ("diagram: {edges: [{edge: a -> b, dashed: true}]}", "write `line: dashed`"),
    "a layout for the agenda": ("layout: agenda", "write `agenda: true` in place of `layout:`"),
    "a layout for a chart": ("layout: chart", "leave `layout:` out: what the slide holds decides"),
    "a layout for a quotation": ("layout: quote", "leave `layout:` out: what the slide holds decides"),
}


def test_variants_of_a_deck_are_for_audiences(tmp_path):
    """Unlike variables, which are spelt nearly so."""
    (one,) = Project(tmp_path).read(f"variants: [board]\n{DECK}")[1]
    assert one.help == "write `audiences: [board, public]`, and on slides for some `only: board`"


def test_sources_of_a_slide_are_credits(tmp_path):
    """Where they are keys of the deck's."""
    (one,) = Project(tmp_path).read(f"sources: {{a: {{title: A}}, b: {{title: B}}}}\n{DECK}    sources: [a, b]\n")[1]
    assert one.help == "write `credits: [{source: a}, {source: b}]`"


@pytest.mark.parametrize(("typed", "help"), GUESSED.values(), ids=GUESSED)
def test_first_guesses_lead_to_what_builds(typed, help, tmp_path):
    """And to no key that refuses what was typed under it."""
    found = Project(tmp_path).read(f"{DECK}  - title: B\n    {typed}\n")[1]
    assert any(one.help and help in one.help for one in found), [one.help for one in found]


def test_a_word_of_two_keys_is_no_sure_mend(tmp_path):
    """Also where one of them is left: whoever wrote it may have meant the one that is there."""
    (one,) = Project(tmp_path).read(f"{DECK}  - title: B\n    quote: {{text: W., credit: B, source: C}}\n")[1]
    assert (one.help, one.edits) == ("did you mean `by`?", ())
