"""Notes with lists, as somebody writes them in PowerPoint."""

from __future__ import annotations

import copy
import re
from typing import Any
from zipfile import ZipFile

import pytest

from tests.merging.presentations import built, edited, merged, replacing
from tests.projects import run

NOTES = """\
    notes: |
      Say this.

      - the first thing
      - the other thing

      End of it.
"""
DECK = f"""\
title: Noise
slides:
  - title: Noise
  - title: Where it comes from
    bullets: [Ships, Cranes]
  - title: Who hears it
    bullets: [Altona, Harburg]
{NOTES}"""


def _body(slide: Any) -> Any:
    return slide.notes_slide.notes_text_frame._txBody


def _copied(source: Any, target: Any) -> None:
    """Copy the paragraphs of notes into others, as by the clipboard."""
    paragraphs = [copy.deepcopy(one) for one in _body(source) if one.tag.endswith("}p")]
    for one in [one for one in _body(target) if one.tag.endswith("}p")]:
        _body(target).remove(one)
    for one in paragraphs:
        _body(target).append(one)


def _swapped(found: Any) -> None:
    first, second = (slide.shapes.title.text_frame.paragraphs[0].runs[0] for slide in list(found.slides)[1:])
    first.text, second.text = second.text, first.text


def _new_slide(found: Any) -> None:
    slide = found.slides.add_slide(found.slides[1].slide_layout)
    slide.shapes.title.text = "What helps"
    _copied(found.slides[2], slide)


@pytest.mark.parametrize("new", [False, True], ids=["added to a slide", "of a new slide"])
def test_notes_that_come_have_their_lists(new: bool, project: Any) -> None:
    """As an import has them."""
    change = _new_slide if new else lambda found: _copied(found.slides[2], found.slides[1])
    text, result = merged(project, DECK, change)
    wanted = f"{DECK}  - title: What helps\n{NOTES}" if new else DECK.replace("Cranes]\n", f"Cranes]\n{NOTES}")
    assert (text, result.exit_code) == (wanted, 0), result.stdout


def test_a_list_that_comes_into_notes_is_one(project: Any) -> None:
    """Also where they had none."""

    def change(found: Any) -> None:
        _copied(found.slides[2], found.slides[1])

    text, result = merged(project, DECK.replace("Cranes]\n", "Cranes]\n    notes: Say this.\n"), change)
    assert (text, result.exit_code) == (DECK.replace("Cranes]\n", f"Cranes]\n{NOTES}"), 0), result.stdout


@pytest.mark.parametrize("is_numbered", [False, True])
def test_an_item_that_comes_into_a_list_of_notes_is_one(is_numbered: bool, project: Any) -> None:
    """With its number where they have numbers, and those below it with theirs."""
    deck = DECK.replace("- the first", "1. the first").replace("- the other", "2. the other") if is_numbered else DECK

    def change(found: Any) -> None:
        paragraphs = found.slides[2].notes_slide.notes_text_frame.paragraphs
        item = next(one for one in paragraphs if one.text == "the other thing")
        item._p.addnext(copy.deepcopy(item._p))
        item.runs[0].text = "one more thing"

    text, result = merged(project, deck, change)
    mark = "2. " if is_numbered else "- "
    more = "2. one more thing\n      3. the" if is_numbered else "- one more thing\n      - the"
    assert (text, result.exit_code) == (deck.replace(f"{mark}the other", f"{more} other"), 0), result.stdout


@pytest.mark.parametrize(
    ("source", "level", "below", "written"),
    [
        ("the first thing", 1, "the other thing", "        - new\n"),
        ("the other thing", 0, "a thing below", "      - new\n"),
        ("End of it.", 0, "a thing below", "\n      new\n"),
    ],
    ids=["below an item", "behind one below", "paragraph behind one below"],
)
def test_lines_come_into_notes_as_deep_as_they_are(
    source: str, level: int, below: str, written: str, project: Any
) -> None:
    sub = "        - a thing below\n" if below == "a thing below" else ""
    deck = DECK.replace("- the other thing\n", f"- the other thing\n{sub}")

    def change(found: Any) -> None:
        paragraphs = {one.text: one for one in found.slides[2].notes_slide.notes_text_frame.paragraphs}
        new = copy.deepcopy(paragraphs[source]._p)
        paragraphs[below]._p.addnext(new)
        next(one for one in new.iter() if one.tag.endswith("}t")).text = "new"
        if level:
            new.pPr.set("lvl", str(level))

    text, result = merged(project, deck, change)
    assert (text, result.exit_code) == (deck.replace(f"- {below}\n", f"- {below}\n{written}"), 0), result.stdout


def test_an_item_with_a_bullet_in_a_numbered_list_of_notes_keeps_it(project: Any) -> None:
    deck = DECK.replace("- the first", "1. the first").replace("- the other", "2. the other")
    deck += "  - title: Bullets\n    text: All.\n    notes: '- a bullet'\n"

    def change(found: Any) -> None:
        bullet = copy.deepcopy(found.slides[3].notes_slide.notes_text_frame.paragraphs[0]._p)
        paragraphs = found.slides[2].notes_slide.notes_text_frame.paragraphs
        next(one for one in paragraphs if one.text == "the other thing")._p.addnext(bullet)

    text, result = merged(project, deck, change)
    wanted = deck.replace("2. the other thing\n", "2. the other thing\n      - a bullet\n")
    assert (text, result.exit_code) == (wanted, 0), result.stdout


def _typed(found: Any, below: str, *lines: str) -> None:
    """Type lines into the notes of the last slide that are no items of lists."""
    above = next(one for one in found.slides[2].notes_slide.notes_text_frame.paragraphs if one.text == below)._p
    for line in lines:
        new = copy.deepcopy(found.slides[2].notes_slide.notes_text_frame.paragraphs[0])._p
        above.addnext(new)
        next(one for one in new.iter() if one.tag.endswith("}t")).text = line
        above = new


def test_days_that_come_into_notes_stay_as_they_are(project: Any) -> None:
    """Below a paragraph they are lines of it, and no items that are counted on."""
    days = ("30. Mai: Abgabe", "15. Juni: Fest")
    text, result = merged(project, DECK, lambda found: _typed(found, "End of it.", *days))
    assert text == DECK + "".join(f"      {day}\n" for day in days), result.stdout
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("mark", ["1. ", "- "])
def test_a_year_below_a_list_of_notes_is_left(mark: str, project: Any) -> None:
    """There it would be an item, which has the number of its place."""
    deck = DECK.replace("- the", f"{mark}the").replace("1. the other", "2. the other")
    year = "2027. So the next year."
    text, result = merged(project, deck, lambda found: _typed(found, "the other thing", year))
    assert (text, result.exit_code) == (deck, 1), result.stdout
    assert f"{{+{year}+}}" in result.stdout.partition("Left to you")[2]


def test_a_list_of_notes_whose_first_item_goes_begins_as_before(project: Any) -> None:
    deck = DECK.replace("- the first", "1. the first").replace("- the other", "2. the other")

    def change(found: Any) -> None:
        item = next(one for one in found.slides[2].notes_slide.notes_text_frame.paragraphs if "first" in one.text)
        item._p.getparent().remove(item._p)

    text, result = merged(project, deck, change)
    wanted = deck.replace("      1. the first thing\n", "").replace("2. the other", "1. the other")
    assert (text, result.exit_code) == (wanted, 0), result.stdout


def test_notes_on_slides_with_swapped_titles_keep_their_lists(project: Any) -> None:
    """They go to the slide that has the title by then."""
    text, result = merged(project, DECK, _swapped)
    assert text.count(NOTES) == 1 and NOTES in text.partition("title: Where it comes from")[2], result.stdout


@pytest.mark.parametrize(("words", "written"), [(r"a \\{{y}}", r"a \\\{{y}}"), (r"a \{{y}}", r"a \{{y}}")])
def test_a_backslash_before_braces_stays_or_is_told(words: str, written: str, project: Any) -> None:
    """A deck has a form for two of them, and none for one."""

    def change(found: Any) -> None:
        found.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = words

    text, result = merged(project, DECK, change)
    assert text == DECK.replace("Say this.", written), result.stdout
    is_lost = words.count("\\") == 1
    told = "not compared: a backslash before `{{` is left out, on slide 3"
    assert (result.exit_code, told in result.stderr) == (is_lost, is_lost), result.stderr


def test_a_lost_backslash_is_told_by_its_slide_in_the_presentation(project: Any) -> None:
    """Of which the deck may have two slides, for a table that came on the title slide."""

    def change(found: Any) -> None:
        found.slides[0].shapes.add_table(3, 3, 1000000, 3000000, 6000000, 2000000).table.cell(0, 0).text = "Year"
        found.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = r"a \{{y}}"

    _, result = merged(project, DECK, change)
    assert "edited.pptx:slide 3\n  |\n3 | Who hears it" in result.stderr, result.stderr


def _lose_notes(shown: Any, is_external: bool = False) -> None:
    """Let the first slide with notes refer to some that the presentation does not hold."""
    with ZipFile(shown) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = min(one for one in parts if "slides/_rels" in one and b"notesSlide" in parts[one])
    there = re.compile(rb'Target="[^"]*(notesSlide\d+[.]xml)"')
    mode = rb' TargetMode="External"' if is_external else b""
    parts[name] = there.sub(rb'Target="https://example.org/\1"' + mode if mode else rb'Target="gone/\1"', parts[name])
    with ZipFile(shown, "w") as file:
        for one, content in parts.items():
            file.writestr(one, content)


@pytest.mark.parametrize("is_external", [True, False], ids=["elsewhere", "nowhere"])
def test_notes_that_a_presentation_does_not_hold_stay_in_the_deck(is_external: bool, project: Any) -> None:
    """Nobody has deleted them: what refers to them is broken, which is told."""
    shown = edited(built(project, DECK), replacing("Altona", "Ottensen"))
    _lose_notes(shown, is_external)
    assert "notes removed" not in run("diff", project.deck, shown).stdout
    result = run("merge", project.deck, shown)
    assert project.deck.read_text() == DECK.replace("Altona", "Ottensen"), result.stdout
    assert "not compared: notes that the presentation does not hold are left out, on slide 3" in result.stderr
    assert (result.exit_code, "Left to you" in result.stdout) == (1, False)


def test_notes_that_are_lost_are_those_of_their_slide(project: Any) -> None:
    """Also where the deck has one slide more than the presentation: for a table that came on the title slide."""
    deck = f"{DECK}  - title: What helps\n    text: Much.\n    notes: Say that.\n"

    def change(found: Any) -> None:
        found.slides[0].shapes.add_table(3, 3, 1000000, 3000000, 6000000, 2000000).table.cell(0, 0).text = "Year"
        found.slides[3].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = "Say those."

    shown = edited(built(project, deck), change)
    _lose_notes(shown)
    result = run("merge", project.deck, shown)
    assert NOTES in (text := project.deck.read_text()), result.stdout
    assert text.endswith("    notes: Say those.\n"), result.stdout


@pytest.mark.parametrize("line", ["# 7 is the room", "> quoted", "#", "2026 it was", "*once", "-1 of them"])
@pytest.mark.parametrize("is_new", [False, True])
def test_signs_before_a_line_of_notes_stay_as_typed(line: str, is_new: bool, project: Any) -> None:
    """They are no marks there, but for those of lists."""

    def change(found: Any) -> None:
        found.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = line

    text, result = merged(project, DECK, (lambda found: _typed(found, "End of it.", line)) if is_new else change)
    wanted = f"{DECK}\n      {line}\n" if is_new else DECK.replace("Say this.", line)
    assert (text, result.exit_code) == (wanted, 0), result.stdout


@pytest.mark.parametrize("line", ["- a thing", "* a thing", "+ a thing", "1. a thing", "30. Mai: Abgabe"])
def test_a_line_of_notes_that_would_become_an_item_is_left_as_a_whole(line: str, project: Any) -> None:
    """It was typed, and is none: no part of it is written."""

    def change(found: Any) -> None:
        found.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = line

    text, result = merged(project, DECK, change)
    assert (text, result.exit_code) == (DECK, 1), result.stdout
    assert "[-Say this.-]" in result.stdout.partition("Left to you")[2]


def test_a_day_comes_in_place_of_a_line_of_a_paragraph_of_notes(project: Any) -> None:
    """There no number begins a list, but the first."""
    deck = DECK.replace("Say this.\n", "Say this.\n      Say that.\n")

    def change(found: Any) -> None:
        line = found.slides[2].notes_slide.notes_text_frame.paragraphs
        run = next(run for one in line for run in one.runs if run.text == "Say that.")
        run.text = "30. Mai: Abgabe"

    text, result = merged(project, deck, change)
    assert (text, result.exit_code) == (deck.replace("Say that.", "30. Mai: Abgabe"), 0), result.stdout
