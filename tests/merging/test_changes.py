"""Changes of texts, lists, tables, charts and notes: each stands in the deck where its text stood, and nothing else."""

from __future__ import annotations

import copy
import difflib
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData

from deckmaker.merging.finding import Finder
from tests.merging.presentations import (
    built,
    edited,
    merged,
    paragraph_added,
    paragraph_removed,
    replacing,
    runs_of,
)
from tests.projects import run

DECK = """\
# What the board gets.
title: Night noise
slides:
  - title: Night noise

  - title: Where it comes from   # and where not
    text: Two thirds of loud nights have a **reefer ship** at berth 4.^[Of eight berths none.]
    bullets:
      - Ventilators run all night
      - Berth 4 faces the houses: [120 m to the nearest window, no wall between]
      - The rest is "cranes"
    notes: |
      Ask for the pilot.

      Five minutes.

  - title: How loud it is
    text: >-
      Levels were measured from March to October, with one value every second, and nights of strong wind
      were left out of what is shown here.
    table:
      rows:
        - [Berth, Level, Calls]
        - [Berth 4, 62.5, 9640]   # the loudest
        - [Berth 5, 58.1, 1200]
      columns: [Berth, Level, {from: Calls, decimals: 0}]
      credit: Port Authority

  - title: Every month
    chart: {type: column, categories: [May, June], series: [{name: Berth 4, values: [61, 64]}]}

  - title: What follows
    text: |
      The board decides in May.

      - in the *morning*
      - in the evening

      Nothing else is left.
"""


def _table(presentation: Any) -> Any:
    return next(one.table for slide in presentation.slides for one in slide.shapes if one.has_table)


def _row_added(presentation: Any) -> None:
    table = _table(presentation)
    row = table._tbl.tr_lst[1]
    row.addnext(copy.deepcopy(row))
    for cell, text in zip(table.rows[2].cells, ("Berth 6", "55.0", "7"), strict=True):
        cell.text = text


def _row_removed(presentation: Any) -> None:
    table = _table(presentation)._tbl
    table.remove(table.tr_lst[2])


def _chart_changed(presentation: Any) -> None:
    chart = next(one.chart for slide in presentation.slides for one in slide.shapes if one.has_chart)
    data = CategoryChartData()
    data.categories = ["May", "June"]
    data.add_series("Berth 4", (61, 70))
    chart.replace_data(data)


def _notes_added(presentation: Any) -> None:
    presentation.slides[3].notes_slide.notes_text_frame.text = "Look at June.\nThen go on."


CHANGES: dict[str, tuple[Callable[[Any], object], list[str], list[str]]] = {
    "a title": (
        replacing("Where it comes", "Where the noise comes"),
        ["  - title: Where it comes from   # and where not"],
        ["  - title: Where the noise comes from   # and where not"],
    ),
    "a text with marks and a footnote": (
        replacing("Two thirds", "Three quarters"),
        ["    text: Two thirds of loud nights have a **reefer ship** at berth 4.^[Of eight berths none.]"],
        ["    text: Three quarters of loud nights have a **reefer ship** at berth 4.^[Of eight berths none.]"],
    ),
    "a bold word": (
        replacing("reefer ship", "cold ship"),
        ["    text: Two thirds of loud nights have a **reefer ship** at berth 4.^[Of eight berths none.]"],
        ["    text: Two thirds of loud nights have a **cold ship** at berth 4.^[Of eight berths none.]"],
    ),
    "an item that needs quotes": (
        replacing("Ventilators run", "Ventilators: they run"),
        ["      - Ventilators run all night"],
        ["      - 'Ventilators: they run all night'"],
    ),
    "an item with items below": (
        replacing("faces the houses", "faces two streets"),
        ["      - Berth 4 faces the houses: [120 m to the nearest window, no wall between]"],
        ["      - Berth 4 faces two streets: [120 m to the nearest window, no wall between]"],
    ),
    "an item between brackets": (
        replacing("no wall between", "no wall, no trees"),
        ["      - Berth 4 faces the houses: [120 m to the nearest window, no wall between]"],
        ["      - Berth 4 faces the houses: [120 m to the nearest window, 'no wall, no trees']"],
    ),
    "an item that comes": (
        lambda found: paragraph_added(found, "Ventilators", "Engines, too"),
        [],
        ["      - Engines, too"],
    ),
    "an item between brackets that comes": (
        lambda found: paragraph_added(found, "120 m", "open water"),
        ["      - Berth 4 faces the houses: [120 m to the nearest window, no wall between]"],
        ["      - Berth 4 faces the houses: [120 m to the nearest window, open water, no wall between]"],
    ),
    "an item that goes": (
        lambda found: paragraph_removed(found, "Ventilators"),
        ["      - Ventilators run all night"],
        [],
    ),
    "a footnote": (
        replacing("eight berths", "nine berths"),
        ["    text: Two thirds of loud nights have a **reefer ship** at berth 4.^[Of eight berths none.]"],
        ["    text: Two thirds of loud nights have a **reefer ship** at berth 4.^[Of nine berths none.]"],
    ),
    "notes": (replacing("Five minutes", "Ten minutes"), ["      Five minutes."], ["      Ten minutes."]),
    "a folded text": (
        replacing("strong wind", "storm"),
        ["      Levels were measured from March to October, with one value every second, and nights of strong wind"],
        ["      Levels were measured from March to October, with one value every second, and nights of storm"],
    ),
    "a cell": (
        replacing("62.5", "63.0"),
        ["        - [Berth 4, 62.5, 9640]   # the loudest"],
        ["        - [Berth 4, 63.0, 9640]   # the loudest"],
    ),
    "a number that is shown in another form": (
        replacing("9,640", "9,700"),
        ["        - [Berth 4, 62.5, 9640]   # the loudest"],
        ["        - [Berth 4, 62.5, 9700]   # the loudest"],
    ),
    "a header that names a column": (
        replacing("Calls", "Ships"),
        ["        - [Berth, Level, Calls]", "      columns: [Berth, Level, {from: Calls, decimals: 0}]"],
        ["        - [Berth, Level, Ships]", "      columns: [Berth, Level, {from: Ships, decimals: 0}]"],
    ),
    "a row that comes": (_row_added, [], ["        - [Berth 6, 55.0, 7]"]),
    "a row that goes": (_row_removed, ["        - [Berth 5, 58.1, 1200]"], []),
    "a number of a chart": (
        _chart_changed,
        ["    chart: {type: column, categories: [May, June], series: [{name: Berth 4, values: [61, 64]}]}"],
        ["    chart: {type: column, categories: [May, June], series: [{name: Berth 4, values: [61, 70]}]}"],
    ),
    "notes that come": (_notes_added, [], ["    notes: |", "      Look at June.", "      Then go on."]),
    "an item of Markdown": (
        replacing("morning", "afternoon"),
        ["      - in the *morning*"],
        ["      - in the *afternoon*"],
    ),
    "an item of Markdown that comes": (
        lambda found: paragraph_added(found, "in the evening", "at night"),
        [],
        ["      - at night"],
    ),
    "a paragraph of Markdown that goes": (
        lambda found: paragraph_removed(found, "Nothing else"),
        ["", "      Nothing else is left."],
        [],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_stands_where_its_text_stood(name, project):
    """On that line alone: comments, marks, footnotes, quotes and the other lines are as they were."""
    change, gone, come = CHANGES[name]
    text, result = merged(project, DECK, change)
    lines = list(difflib.ndiff(DECK.splitlines(), text.splitlines()))
    assert [line[2:] for line in lines if line.startswith("- ")] == gone, result.stdout + result.stderr
    assert [line[2:] for line in lines if line.startswith("+ ")] == come
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("Written into decks/deck.yaml:\n")


def test_the_merged_deck_makes_what_the_colleague_made(project):
    """Read by python-pptx, run by run, in a presentation that is built anew."""

    def change(found):
        replacing("all night", "day and night")(found)
        replacing("58.1", "57.9")(found)
        replacing("decides in May", "decides in June")(found)

    _, result = merged(project, DECK, change)
    assert result.exit_code == 0
    assert run("build", project.deck, "-f", "pptx", "--force").exit_code == 0
    words = [
        [one.text for one in runs_of(Presentation(str(project.folder / "build" / name)))]
        for name in ("edited.pptx", "deck.pptx")
    ]
    assert words[0] == words[1]


def test_a_presentation_as_it_was_built_changes_nothing(project):
    """Nor does one that was saved anew."""
    text, result = merged(project, DECK, lambda found: None)
    assert (text, result.exit_code) == (DECK, 0)
    assert result.stdout == "decks/deck.yaml has nothing to take over\n"


def test_merged_twice_is_merged_once(project):
    """The second time there is nothing to take over, though the deck is another one now."""
    text, _ = merged(project, DECK, replacing("all night", "day and night"))
    again = run("merge", project.deck, project.folder / "build/edited.pptx")
    assert (again.exit_code, again.stdout) == (0, "decks/deck.yaml has nothing to take over\n"), again.stderr
    assert project.deck.read_text() == text


def test_a_dry_run_shows_the_difference_and_writes_nothing(project):
    """As a patch that git takes."""
    shown = edited(built(project, DECK), replacing("all night", "day and night"))
    result = run("merge", project.deck, shown, "--dry-run")
    assert project.deck.read_text() == DECK
    assert "-      - Ventilators run all night\n+      - Ventilators run day and night\n" in result.stdout
    patch = subprocess.run(
        ["git", "apply", "--check", "-"], input=result.stdout, text=True, capture_output=True, check=False
    )
    assert patch.returncode == 0, patch.stderr


def test_what_has_no_sure_place_is_left_and_told(project):
    """A word of the trail or of a value that comes from a file stands nowhere in the deck as it is shown."""
    (project.deck.parent / "levels.csv").write_text("Berth,Level\nBerth 4,62.5\nBerth 5,58.1\n")
    deck = f"{DECK}\n  - title: From a file\n    table: {{file: levels.csv, credit: none}}\n".replace("none}", "Port}")

    def change(found):
        replacing("all night", "day and night")(found)
        table = [one.table for slide in found.slides for one in slide.shapes if one.has_table][1]
        table.cell(1, 1).text = "99.9"

    text, result = merged(project, deck, change)
    assert result.exit_code == 1
    assert text == deck.replace("all night", "day and night")
    written, left = result.stdout.split("Left to you:\n")
    assert "{+day and+} night" in written and "99.9" not in written
    assert "62.5 → 99.9" in left and "night" not in left


def test_a_change_that_would_break_the_deck_is_left_and_told(project):
    """A name that something else in the deck refers to, such as the row of a chart's highlight."""
    deck = """\
title: Levels
slides:
  - title: Levels
  - title: How loud
    chart: {type: bar, categories: [East, West], highlight: East, series: [{name: Level, values: [61, 64]}]}
    text: It is loud.
"""

    def change(found):
        replacing("It is loud", "It is quiet")(found)
        chart = next(one.chart for slide in found.slides for one in slide.shapes if one.has_chart)
        data = CategoryChartData()
        data.categories = ["North", "West"]
        data.add_series("Level", (61, 64))
        chart.replace_data(data)

    text, result = merged(project, deck, change)
    assert result.exit_code == 1
    assert text == deck.replace("is loud", "is quiet")
    assert "East" in result.stdout.split("Left to you:")[1]


def test_what_would_come_out_in_another_place_is_not_written(project, monkeypatch):
    """Were a text sought in the wrong place, the deck that is built anew would show it: it stays as it was."""
    found = Finder.piece

    def other(self, piece):
        there = found(self, piece)
        return next((one for _, one in self._pieces if there and one.text == "Where it comes from"), there)

    monkeypatch.setattr(Finder, "piece", other)
    monkeypatch.setattr("deckmaker.merging.editing.merged", lambda base, theirs, ours: f"{theirs}")
    text, result = merged(project, DECK, replacing("all night", "day and night"))
    assert (text, result.exit_code) == (DECK, 1)
    assert "Written" not in result.stdout


def test_words_of_links_to_slides_keep_where_they_lead(project):
    """Those of a link, and those beside it; LibreOffice keeps no names of slides, by which links are known."""
    deck = """title: Ways
slides:
  - {title: Ways, text: Hello.}
  - {title: Costs, id: costs, bullets: ["See [what it costs](#end) in the long run", "[The end](#end)"]}
  - {title: End, id: end, text: Over.}
"""

    def change(found):
        replacing("long run", "short run")(found)
        replacing("it costs", "it really costs")(found)
        for slide in found.slides:
            slide._element.cSld.attrib.pop("name", None)

    text, result = merged(project, deck, change)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert text == deck.replace("long run", "short run").replace("it costs]", "it really costs]")


@pytest.mark.parametrize(
    ("written", "head"),
    [
        ("First words that go on\n      and on, further down.", ">"),
        ("First words that go on\n      and on, further down.   # a remark", ">   # a remark"),
        ("'First words that go on\n      and on, further down.'", ">"),
        ("\n      First words that go on\n      and on, further down.", "\n      >"),
        ("First words that go on\n      and on.\n\n\n      Further down.", ">-"),
    ],
)
def test_a_paragraph_comes_behind_a_text_on_several_lines_without_a_mark(written, head, project):
    """These lines end where they did."""
    above = "title: One\nslides:\n  - title: One\n  - title: Two\n"
    deck = f"{above}    text: {written}\n  - title: Last\n    text: Words.\n"
    text, result = merged(project, deck, lambda found: paragraph_added(found, "urther down", "A new one."))
    assert result.exit_code == 0, result.stdout
    lines = written.partition("   #")[0].replace("'", "").removeprefix("\n      ").split("\n")
    assert text.startswith(f"{above}    text: {head}\n      {lines[0]}\n")
    assert all(line in text for line in lines)
    assert "\n\n\n      A new one.\n  - title: Last\n" in text
