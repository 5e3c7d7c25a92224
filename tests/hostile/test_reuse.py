"""Includes and variables that are made to cost: work grows as what is written, and no faster."""

from __future__ import annotations

import json

import pytest

from deckmaker.budget.slips import COMPARISONS
from deckmaker.budget.source import SOURCE_VALUES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.diagnostics.aid import aid, aid_for_one_deck
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.deck import DeckEntry, SlideEntry
from deckmaker.resolve.audiences import check_audiences, for_audience
from deckmaker.reuse import including, variables
from deckmaker.reuse.assembly import assembled
from deckmaker.reuse.variables import read_variables
from deckmaker.source import parse_yaml, read_deck
from deckmaker.values import evaluation
from deckmaker.values.conditions import condition, holding
from deckmaker.values.filling import filled
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.row import Columns, Row
from deckmaker.values.scope import RowScope
from tests.hostile.work import calls_of, growth, processor_seconds_below

OFFERS_NAMES = "sources:\n{sources}slides:\n  - {{title: T, id: one, section: A}}\n"
OFFERS_SLIDES = "slides:\n  - {{title: T, id: one, section: A}}\n{slides}"


def filled_deck(tree, path, diagnostics):
    """Return a deck with its includes and values."""
    deck = assembled(tree, path, diagnostics)
    return deck and deck.filled(None, None, diagnostics)


def read(path, work=filled_deck):
    """Return what is made of a deck."""
    diagnostics = Diagnostics()
    tree = parse_yaml(read_deck(path, diagnostics), diagnostics)
    return work(tree, path, diagnostics), diagnostics


@pytest.mark.parametrize(
    ("offered", "entry"),
    [
        (OFFERS_NAMES, "common.yaml"),
        (OFFERS_NAMES, "between.yaml"),
        (OFFERS_SLIDES, "{file: common.yaml, slides: [one]}"),
        (OFFERS_SLIDES, "{file: common.yaml, section: A}"),
    ],
)
def test_what_a_file_offers_is_gone_through_once(tmp_path, offered, entry):
    """Not for each entry that includes it, which would be the one times the other."""

    def include(count):
        slides = "".join(f"  - {{title: T, id: i{index}, section: S{index}}}\n" for index in range(count))
        sources = "".join(f"  s{index}: {{title: T}}\n" for index in range(count + 1))
        (tmp_path / "common.yaml").write_text(offered.format(sources=sources, slides=slides))
        (tmp_path / "between.yaml").write_text("- include: common.yaml\n")
        path = tmp_path / "deck.yaml"
        path.write_text("title: T\nslides:\n" + f"  - include: {entry}\n" * (count + 1))
        found, _ = read(path)
        assert found

    assert growth(calls_of, include, 80) < 2.3


@pytest.mark.slow
def test_includes_that_bring_nothing_are_counted(tmp_path):
    """Each is looked for among the files all the same."""
    path = tmp_path / "deck.yaml"
    (tmp_path / "common.yaml").write_text("- {title: T}\n")
    path.write_text("title: T\nslides:\n" + "  - include: {file: common.yaml, slides: [none]}\n" * 10_001)
    found, diagnostics = read(path)
    assert found is None
    (one,) = [one for one in diagnostics if one.code == "endless-deck"]
    assert one.span.line == 10_003


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_a_file_of_variables_is_read_once(tmp_path, monkeypatch, name):
    """However many variables name it: each copy would take thirty times its size."""
    (tmp_path / name).write_text(json.dumps({"b": [1, 2, 3]}))
    path = tmp_path / "deck.yaml"
    named = "".join(f"  v{index}: {{file: {'./' * (index % 3)}{name}}}\n" for index in range(50))
    path.write_text(f"title: T\nvariables:\n{named}slides: [{{title: T}}]\n")
    read_anew = []
    original = variables.read_source
    monkeypatch.setattr(variables, "read_source", lambda *given: read_anew.append(given) or original(*given))
    found, diagnostics = read(path, read_variables)
    assert not len(diagnostics) and len(read_anew) == 1
    assert len(found) == 50 and all(one is found["v0"] for one in found.values())


def test_files_of_variables_have_a_bound_together(tmp_path, monkeypatch):
    """Many of ten megabytes each would fill the memory as one of a hundred does."""
    for index in range(4):
        (tmp_path / f"{index}.json").write_text(json.dumps("x" * 4_000_000))
    path = tmp_path / "deck.yaml"
    named = "".join(f"  v{index}: {{file: {index}.json}}\n" for index in range(4))
    path.write_text(f"title: T\nvariables:\n{named}slides: [{{title: T}}]\n")
    _, diagnostics = read(path, read_variables)
    assert [(one.message, one.span.line) for one in diagnostics] == [
        (
            f"`{index}.json`, with the files before it, has {bytes:,} bytes: "
            "a deck's JSON and YAML files of variables may have 10,000,000",
            index + 3,
        )
        for index, bytes in ((2, 12_000_006), (3, 16_000_008))
    ]


def test_a_value_that_is_too_long_is_not_looked_at(tmp_path, monkeypatch):
    """It may have millions of characters, and stand in thousands of texts."""
    looked_at = []
    original = evaluation.one_line
    for module in (evaluation, holding):
        monkeypatch.setattr(module, "one_line", lambda text: looked_at.append(len(text)) or original(text))
    path = tmp_path / "deck.yaml"
    (tmp_path / "v.json").write_text(json.dumps("x " * 10_000))
    path.write_text(
        "title: T\nvariables: {v: {file: v.json}}\nslides:\n  - {title: T}\n"
        + "  - {title: '{{ v }}'}\n" * 20
        + "  - {title: T, if: '{{ v }} > 1'}\n" * 20
    )
    _, diagnostics = read(path)
    assert [one.code for one in diagnostics] == ["unusable-variable"] * 40
    assert not looked_at


def test_a_condition_reads_each_value_once(monkeypatch):
    """It may ask for one in each of a hundred parts, for each of a million rows."""
    asked = condition(" or ".join(f"sales {sign} {index}" for index, sign in enumerate(("=", ">") * 30)))
    original, read = holding.number_of, []
    monkeypatch.setattr(holding, "number_of", lambda cell, *more: read.append(cell.text) or original(cell, *more))
    assert not asked.holds({"sales": "-1000"}, "en")
    assert read == ["-1000"]


def test_texts_between_quotes_are_read_once_for_all_rows(monkeypatch):
    """As a number and as a day: they stand in the condition, and are the same for each row."""
    asked = condition(" or ".join(f'sales > "{index}.5.2100"' for index in range(1, 13)))
    original, read = holding.written_day, []
    monkeypatch.setattr(holding, "written_day", lambda text, *more: read.append(text) or original(text, *more))
    for day in range(10, 20):
        assert not asked.holds({"sales": f"2026-05-{day}"}, "en")
    assert len(read) <= 12 + 10


@pytest.mark.parametrize("text", ["1,234 or 2", "x"])
def test_a_mistake_names_the_place_of_the_name_that_was_asked_for(text):
    """Not of the first that has the same value."""
    with pytest.raises(ValueMistake) as told:
        condition('sales = "no" or sales > 5').holds({"sales": text}, "en")
    assert (told.value.begin, told.value.end) == (16, 21)


class Names(dict):
    """Names that count how often one of them is looked at."""

    looked_at = 0

    def __iter__(self):
        for name in super().__iter__():
            self.looked_at += 1
            yield name


@pytest.mark.parametrize("asked", ["v.k", "k.m", "k1.m"])
def test_names_are_not_gone_through_when_help_has_used_up_its_bound(asked):
    """Nor copied: a thousand slips among a million names are a thousand million."""
    names = Names.fromkeys((f"k{index}" for index in range(1_000)), "x")
    scope = {"v": names} if asked.startswith("v") else names
    with aid_for_one_deck():
        aid().comparisons = -1
        mistakes = []
        filled(f"{{{{ {asked} }}}}" * 3, scope, "en", mistakes)
    assert len(mistakes) == 3
    assert names.looked_at < 60


def test_names_that_are_gone_through_for_a_point_count_as_comparisons():
    """A path may be a name with a point in it, which is looked for among all."""
    with aid_for_one_deck():
        filled("{{ a.b }}", {f"k{index}": "x" for index in range(1_000)}, "en", [])
        assert aid().comparisons <= COMPARISONS.most - 2_000


def test_columns_are_not_gone_through_for_each_slip():
    """To name the variables beside them: a table may have 20,000 columns, and a deck as many slips."""
    columns = Columns("t.csv", tuple(f"c{index}" for index in range(2_000)), ())
    scope = RowScope({f"v{index}": "x" for index in range(2_000)}, Row(1, 2, ("x",) * 2_000, columns))
    with aid_for_one_deck():
        aid().comparisons = -1
        mistakes = []
        assert calls_of(lambda: filled("{{ nothing.here }}", scope, "en", mistakes)) < 500
    assert "`v7`, …" in mistakes[0].help


def test_long_names_count_as_comparisons():
    """They are looked at, if only to see that they are too long."""
    with aid_for_one_deck():
        nearest("year", [f"{'k' * 300}{index}" for index in range(1_000)])
        assert aid().comparisons <= COMPARISONS.most - 1_000


def test_values_of_included_files_have_a_bound_together(tmp_path, monkeypatch):
    """With the deck's own; what comes behind the file that is too much is not read."""
    monkeypatch.setattr(including, "SOURCE_VALUES", replace(SOURCE_VALUES, most=60))
    slides = "- {title: T, text: [one, two, three, four, five]}\n"
    for number in range(8):
        (tmp_path / f"{number}.yaml").write_text(slides)
    path = tmp_path / "deck.yaml"
    asked = [f"  - include: {number}.yaml\n" for number in range(8)]
    path.write_text("title: T\nslides:\n" + "".join(asked[:2]))
    assert read(path)[0]
    path.write_text("title: T\nslides:\n" + "".join(asked))
    found, diagnostics = read(path)
    (one,) = diagnostics
    assert found is None
    assert one.code == "endless-deck"
    assert one.message == "the deck and the files that it includes have more than 60 values together"
    assert one.span and one.span.line == 5
    path.write_text("title: T\nslides:\n" + asked[0] * 8)  # one file, once
    assert read(path)[0]


def test_audiences_are_found_at_once_however_many_slides_are_for_others():
    """60,000 names of as many slides would be 3,600,000,000 looks, which take minutes."""
    count = 60_000
    names = [f"a{index}" for index in range(count)]
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", "slides: [{title: T}]"), diagnostics)
    slide = {"title": "T", "section": None, "only": None}
    slides = [SlideEntry(slide | ({"only": [name]} if index % 2 else {})) for index, name in enumerate(names)]
    entry = DeckEntry({"audiences": names, "slides": slides})
    tree = replace(tree, data={"slides": [{"title": "T"}] * count})
    with processor_seconds_below(20):
        kept, _ = for_audience(entry, tree, None, diagnostics)
    assert len(kept.slides) == count // 2
    assert [one.code for one in diagnostics] == ["left-out"]


def test_help_lists_few_of_the_audiences():
    """Of which a deck may have as many as mistakes about them."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", "slides: [{only: [x]}]"), diagnostics)
    check_audiences(["x"], ("slides", 0, "only"), [f"a{index}" for index in range(1_000)], tree, diagnostics)
    [said] = diagnostics
    assert said.help == "its audiences are `a0`, `a1`, `a2`, `a3`, `a4`, `a5`, `a6`, `a7`, …"
