"""What deckmaker writes of charts in the notes of a presentation: it follows the chart, and what is typed there not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import built, edited, merged
from tests.projects import run

pytestmark = pytest.mark.slow

DECK = """\
title: Two things
slides:
  - title: Two things

  - title: Noise
    chart:
      type: column
      categories: [North, South, East]
      series:
        - {name: Day, values: [12, 18, 9]}
        - {name: Night, values: [7, 11, 5]}
"""
NOTED = f"{DECK}    notes: Say this.\n"
OWN = "Ask Anna about this"


def _lines(presentation: Any) -> list[Any]:
    return list(presentation.slides[1].notes_slide.notes_text_frame.paragraphs)


def _line(presentation: Any, words: str) -> Any:
    return next(one for one in _lines(presentation) if words in one.text)


def _with_words(line: str, new: str) -> Any:
    """Return what puts other words in the place of a line of the notes."""

    def change(presentation: Any) -> None:
        _line(presentation, line).runs[0].text = new

    return change


def _typed_below(line: str) -> Any:
    def change(presentation: Any) -> None:
        there = _line(presentation, line)
        there.text = f"{there.text}\v{OWN}"

    return change


@pytest.mark.alike(every=3)
@pytest.mark.parametrize("deck", [DECK, NOTED], ids=["no notes", "notes"])
@pytest.mark.parametrize(
    "change",
    [
        _with_words("North", f"North\t12\t7 {OWN}"),
        _with_words("North", f"{OWN} North\t12\t7"),
        _with_words("Data of", f"Data of the chart {OWN}"),
        _with_words("East", f"East\t9\t5\t{OWN}"),
        _typed_below("Data of"),
        _typed_below("North"),
        _typed_below("East"),
    ],
    ids=["end", "beginning", "heading", "behind a tab", "below the heading", "between", "below"],
)
def test_words_that_are_typed_among_lines_about_a_chart_are_notes(deck, change, project):
    """They alone: the numbers follow the chart."""
    text, result = merged(project, deck, change)
    assert result.exit_code == 0, result.output
    assert text in (f"{DECK}    notes: {OWN}\n", f"{NOTED[:-10]}|\n      Say this.\n      {OWN}\n"), text


CHANGED = {
    "number": ("North", "North\t14\t7"),
    "name": ("North", "Nordic\t12\t7"),
    "names of columns": ("Day", "\tNoon\tMidnight"),
    "heading": ("Data of", "Data of our chart"),
    "unit": ("North", "North\t12\t7 %"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_changed_lines_about_a_chart_are_told(name, project):
    """They are written anew by the next build."""
    line, new = CHANGED[name]
    text, result = merged(project, NOTED, _with_words(line, new))
    assert text == NOTED, text
    assert result.exit_code == 1
    assert f"not compared: lines about a chart were changed in notes: `{' '.join(new.split())}`" in result.stderr


def test_what_is_told_of_lines_about_a_chart_is_told_by_diff_too(project):
    """With the words that are notes."""

    def change(presentation: Any) -> None:
        _with_words("North", "North\t14\t7")(presentation)
        _with_words("East", f"East\t9\t5 {OWN}")(presentation)

    result = run("diff", project.deck, edited(built(project, NOTED), change))
    assert result.exit_code == 1
    assert f"Say this.\n      {{+{OWN}+}}" in result.stdout, result.stdout
    assert "not compared: lines about a chart were changed in notes: `North 14 7`" in result.stderr


def test_lines_about_a_chart_follow_its_data(project):
    """Those of the edited presentation are of the chart as it was, also where the deck has changed since."""
    presentation = built(project, NOTED)
    sent = presentation.rename(presentation.with_name("sent.pptx"))
    project.write(NOTED.replace("[12, 18, 9]", "[13, 18, 9]"))
    there = edited(sent, _with_words("North", f"North\t12\t7 {OWN}"))
    result = run("merge", project.deck, there, "--base", sent)
    assert result.exit_code == 0, result.output
    wanted = NOTED.replace("[12, 18, 9]", "[13, 18, 9]").replace(
        "notes: Say this.", f"notes: |\n      Say this.\n      {OWN}"
    )
    assert project.deck.read_text() == wanted


def test_notes_that_look_like_lines_about_a_chart_stay(project):
    """A deck's author may say the same."""
    deck = DECK + "    notes: |\n      Data of the chart\n      come from the council.\n"
    text, result = merged(project, deck, _with_words("North", f"North\t12\t7 {OWN}"))
    assert (text, result.exit_code) == (f"{deck}      {OWN}\n", 0)


def test_lines_about_a_chart_may_go(project):
    """Who takes them out says nothing of the deck."""

    def change(presentation: Any) -> None:
        for one in _lines(presentation):
            if "\t" in one.text or one.text == "Data of the chart":
                one._p.getparent().remove(one._p)

    text, result = merged(project, NOTED, change)
    assert (text, result.exit_code) == (NOTED, 0)
    assert result.stdout == "decks/deck.yaml has nothing to take over\n"


LATER = {
    "a value": {"12": "13"},
    "a value that another had": {"12": "18"},
    "all values": {"12, 18, 9": "112.5, 218, 119"},
    "decimals": {"7, 11": "7.25, 11"},
    "the name of a category": {"North": "Nordic"},
    "the name of a series": {"Day": "Noon"},
    "a category that went": {", East": "", ", 9": "", ", 5": ""},
    "a category that came": {"East": "East, West", ", 9": ", 9, 3", ", 5": ", 5, 2"},
}


@pytest.mark.parametrize("name", LATER)
def test_lines_about_a_chart_that_the_deck_changed_since_are_no_change_of_the_presentation(name, project):
    """They are still what its own chart says."""
    presentation, deck = built(project, NOTED), NOTED
    for old, new in LATER[name].items():
        deck = deck.replace(old, new)
    project.write(deck)
    shown = run("diff", project.deck, presentation)
    assert "chart" in shown.stdout and "notes" not in shown.stdout, shown.output
    assert "lines about a chart" not in shown.stderr, shown.stderr


@pytest.mark.parametrize("line", ["North\t14\t7", "North\t18\t7", "North\t12\t7 %", "North\t12\t7 or more"])
def test_lines_about_a_chart_that_both_changed_are_told(line, project):
    """They are neither what the deck says now nor what the presentation's chart does."""
    there = edited(built(project, NOTED), _with_words("North", line))
    project.write(NOTED.replace("[12, 18, 9]", "[13, 18, 9]"))
    result = run("diff", project.deck, there)
    assert f"lines about a chart were changed in notes: `{' '.join(line.split())}`" in result.stderr, result.stderr


@pytest.mark.parametrize(("language", "was"), [("en", "2.5"), ("de", "2,5")])
@pytest.mark.parametrize("new", ["25", "0.25", "2,505"])
def test_a_decimal_sign_that_moved_in_lines_about_a_chart_is_told(language, was, new, project):
    """Another number has the same digits."""
    deck = f"title: Two things\nlanguage: {language}\n{NOTED[18:]}".replace("[12, 18, 9]", "[2.5, 18, 9]")
    text, result = merged(project, deck, _with_words("North", f"North\t{new}\t7"))
    assert text == deck, text
    assert f"lines about a chart were changed in notes: `North {new} 7`" in result.stderr, result.output


STYLED = {
    "thousands": ("[1250, 18, 9]", "[1.25, 18, 9]", ""),
    "percent": ("[0.62, 0.5, 0.4]", "[0.7, 0.5, 0.4]", "      format: percent\n"),
    "per cent": ("[62, 50, 40]", "[70, 50, 40]", '      unit: "%"\n'),
    "millions": ("[2500000, 18000000, 9000000]", "[4000000, 18000000, 9000000]", "      scale: million\n"),
    "unit": ("[2.5, -18, 9]", "[2.75, -19, 9]", "      unit: kg CO2\n"),
    "money": ("[2.5, -18, 9]", "[2.75, -19, 9]", "      unit: €\n"),
    "decimals": ("[2.54, 18.66, 9]", "[3.54, 19.66, 9]", "      decimals: 1\n"),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", STYLED)
def test_lines_about_a_chart_as_it_was_are_known_however_its_numbers_are_shown(language, name, project):
    """With units, scales and marks of their language."""
    was, new, style = STYLED[name]
    deck = f"title: Two things\nlanguage: {language}\n{NOTED[18:]}".replace("[12, 18, 9]", was)
    deck = deck.replace("      type: column\n", f"      type: column\n{style}")
    presentation = built(project, deck)
    project.write(deck.replace(was, new))
    shown = run("diff", project.deck, presentation)
    assert "chart" in shown.stdout and "notes" not in shown.stdout, shown.output
    assert "lines about a chart" not in shown.stderr, shown.stderr


@pytest.mark.parametrize("words", ["North\t12", "North\t7", "East\t9\t5", "North\tDay", "Day\tNight"])
@pytest.mark.parametrize("is_above", [True, False], ids=["above", "below"])
def test_typed_words_with_a_tab_are_notes_also_where_a_chart_says_the_same(is_above, words, project):
    """No line about the chart is missing that these could have been."""

    def change(presentation: Any) -> None:
        there = _line(presentation, "Say this" if is_above else "East")
        there.text = f"{there.text}\v{words}"

    text, result = merged(project, NOTED, change)
    assert result.exit_code == 0, result.output
    assert text == f"{NOTED[:-10]}|\n      Say this.\n      {words.replace(chr(9), ' ')}\n", text


def test_one_line_about_a_chart_has_been_one_other(project):
    """Words that say the same once more are notes."""

    def change(presentation: Any) -> None:
        there = _line(presentation, "East")
        there.text = f"{there.text}\vNorth\t12\t7\vNorth\t12"

    there = edited(built(project, NOTED), change)
    project.write(NOTED.replace("[12, 18, 9]", "[13, 18, 9]"))
    shown = run("diff", project.deck, there)
    assert "{+North 12 7+}" in shown.stdout and "{+North 12+}" in shown.stdout, shown.output
