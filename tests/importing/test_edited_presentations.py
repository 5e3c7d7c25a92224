"""`deckmaker diff DECK EDITED.pptx`: what somebody changed in PowerPoint, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData

from tests.agreement.libreoffice import saved_again
from tests.projects import ROOT, Project, run
from tests.samples import mostly_long

DECK = """\
title: Night noise
subtitle: What the meters say
slides:
  - title: Night noise
  - title: Where it comes from
    text: Two thirds of loud nights have a **reefer ship** at berth 4.
    bullets:
      - Ventilators run all night
      - Berth 4 faces the houses: [120 m to the nearest window, no wall between]
    notes: Ask for the pilot.
  - title: How loud
    table:
      rows:
        - [Berth, Level]
        - [Berth 4, 62.5]
        - [Berth 5, 58.1]
      credit: Port Authority
  - title: Every month
    chart: {type: column, categories: [May, June], series: [{name: Berth 4, values: [61, 64]}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck is built as a presentation."""
    found = Project(tmp_path)
    found.write(DECK)
    assert run("build", found.deck, "-f", "pptx").exit_code == 0
    return found


def edited(project: Project, change: Callable[[Any], object]) -> Path:
    """Return the deck's presentation as somebody saved it who changed it."""
    found = Presentation(str(project.folder / "build/deck.pptx"))
    change(found)
    target = project.folder / "edited.pptx"
    found.save(str(target))
    return target


def test_a_presentation_as_it_was_built_has_no_changes(project):
    """Exit code 0; and none where it is compared with itself, saved again."""
    result = run("diff", project.deck, project.folder / "build/deck.pptx")
    assert result.exit_code == 0, result.stdout
    again = edited(project, lambda found: None)
    assert run("diff", project.folder / "build/deck.pptx", again).exit_code == 0


def test_what_was_changed_is_told_by_slide_and_block(project):
    """Titles, words, notes, cells, numbers of charts, slides."""

    def change(found):
        slides = found.slides
        slides[1].shapes.title.text = "Where the noise comes from"
        body = next(one for one in slides[1].placeholders if one.placeholder_format.idx == 1)
        runs = (one for part in body.text_frame.paragraphs for one in part.runs)
        next(one for one in runs if "Ventilators" in one.text).text = "Fans run all night"
        slides[1].notes_slide.notes_text_frame.text = "Ask for more."
        table = next(one.table for one in slides[2].shapes if one.has_table)
        table.cell(1, 1).text = "63.0"
        chart = next(one.chart for one in slides[3].shapes if one.has_chart)
        data = CategoryChartData()
        data.categories = ["May", "June"]
        data.add_series("Berth 4", (61, 70))
        chart.replace_data(data)
        found.slides.add_slide(found.slide_layouts[2]).shapes.title.text = "One more"

    result = run("diff", project.deck, edited(project, change))
    assert result.exit_code == 1
    told = result.stdout.split("\n", 1)[1]
    assert "slides: 1 added, 3 changed, 1 the same" in told
    assert "title: Where [-it-]{+the noise+} comes from" in told
    assert "[-Ventilators-]{+Fans+} run all night" in told
    assert "notes: Ask for [-the pilot-]{+more+}." in told
    assert "Level: 62.5 → 63.0" in told
    assert "June: 64 → 70" in told
    assert "“One more” added" in told


def test_a_slide_that_somebody_hid_is_told(project):
    """The first, too."""

    def change(found):
        for slide in (found.slides[0], found.slides[2]):
            slide._element.set("show", "0")

    result = run("diff", project.deck, edited(project, change))
    assert result.exit_code == 1
    assert "slides: 2 changed, 2 the same" in result.stdout
    assert result.stdout.count("hidden added: yes") == 2


def test_what_a_deck_has_no_place_for_is_told(project):
    """A shape that was drawn: of one side alone, for what stands on both nobody changed. The two are not the same."""

    def change(found):
        found.slides[1].shapes.add_shape(1, 0, 0, 99, 99)

    drawn = edited(project, change)
    result = run("diff", project.deck, drawn)
    assert result.exit_code == 1
    assert "no changes" in result.stdout
    assert "warning[not-imported]: not compared: a drawn shape without words is left out" in result.stderr
    assert run("diff", drawn, drawn).stderr == ""
    assert "not compared" in run("diff", drawn, project.deck).stderr


def test_words_of_a_trail_that_somebody_changed_are_told(tmp_path):
    """They are the section's, which stays as it is."""
    project = Project(tmp_path)
    project.write(DECK.replace("  - title: Every month\n", "  - section: Numbers\n    title: Every month\n"))
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    assert run("diff", project.deck, edited(project, lambda found: None)).stderr == ""

    def change(found):
        box = next(one for one in found.slides[3].shapes if one.name == "Trail")
        box.text_frame.paragraphs[0].runs[0].text = "Figures"

    result = run("diff", project.deck, edited(project, change))
    assert "not compared: words above a title are left out: Figures" in result.stderr


def test_two_presentations_can_be_compared_without_a_deck(project):
    """Either may be any presentation."""

    def change(found):
        found.slides[1].shapes.title.text = "Changed"

    result = run("diff", project.folder / "build/deck.pptx", edited(project, change))
    assert result.exit_code == 1
    assert "“Changed” changed" in result.stdout


def test_what_cannot_be_compared_is_told(project):
    """A deck with mistakes, a file that is no presentation."""
    broken = project.folder / "broken.pptx"
    broken.write_text("no presentation")
    result = run("diff", project.deck, broken)
    assert result.exit_code == 2
    assert "broken.pptx` is no presentation" in result.stderr
    project.deck.write_text("title: T\nslides:\n  - {titel: A}\n")
    result = run("diff", project.deck, project.folder / "build/deck.pptx")
    assert result.exit_code == 2
    assert "unknown-key" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "deck",
    mostly_long(
        ["heating-grant", "how-nature-draws", "overdose-data", "showcase"],
        is_usual=lambda deck: deck in ("heating-grant", "showcase"),
    ),
)
def test_own_decks_have_no_changes_in_their_presentations(tmp_path, deck):
    """Whatever blocks they have."""
    source = ROOT / f"decks/{deck}.yaml"
    assert run("build", source, "-f", "pptx", "-o", tmp_path).exit_code == 0
    result = run("diff", source, tmp_path / f"{deck}.pptx")
    assert result.exit_code == 0, result.stdout


def test_bold_that_is_the_look_of_a_paragraph_is_no_change(project):
    """Programs write what the theme says of titles, headings and last rows. Bold words in a text are a change."""

    def bold(paragraph):
        for one in paragraph.runs:
            one.font.bold = True

    def look(found):
        bold(found.slides[1].shapes.title.text_frame.paragraphs[0])
        table = next(one.table for one in found.slides[2].shapes if one.has_table)
        bold(table.cell(2, 1).text_frame.paragraphs[0])

    result = run("diff", project.deck, edited(project, look))
    assert result.exit_code == 0, result.stdout

    def words(found):
        body = next(one for one in found.slides[1].placeholders if one.placeholder_format.idx == 1)
        for one in body.text_frame.paragraphs[0].runs:
            one.font.bold = False

    result = run("diff", project.deck, edited(project, words))
    assert "reefer ship" in result.stdout


@pytest.mark.outside
def test_what_libreoffice_saves_has_no_more_changes_than_its_sections(project):
    """It writes much anew, which nobody changed."""
    (again,) = saved_again([project.folder / "build/deck.pptx"], project.folder / "again")
    result = run("diff", project.deck, again)
    assert result.exit_code == 0, result.stdout
