"""Presentations that deckmaker made, imported again: what it adds by itself is no part of the deck."""

from __future__ import annotations

import pytest
import yaml

from tests.importing.presentations import TITLE_ONLY, content_slide, slide_of, text_box
from tests.projects import Project, run

CHARTS = """\
title: Noise
language: {language}
slides:
  - title: Noise
  - title: How loud
    chart:
      type: line
      categories: ['2021', '2022', '2023']
      series:
        - {{name: East quay, values: [61.5, 64, 70]}}
        - {{name: West quay, values: [51, 55, 60.25]}}
      y_title: Level
      annotations: [{{at: '2022', text: A plug}}]
      credit: Port Authority
    notes: |
      First line.
      Second line.

      - an item
"""


def imported(project: Project, deck: str) -> dict:
    """Return the slides of a deck that was built and imported."""
    project.write(deck)
    assert (built := run("build", project.deck, "-f", "pptx", "-o", project.folder)).exit_code == 0, built.stderr
    target = project.folder / "again.yaml"
    assert (result := run("import", project.folder / "deck.pptx", "-o", target)).exit_code == 0, result.stderr
    return yaml.safe_load(target.read_text())["slides"]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_of_what_stands_around_a_chart_the_author_s_words_alone_are_texts(language, tmp_path):
    """Numbers along axes, their titles, and names of series follow the chart; so do the lines about it in notes."""
    slide = imported(Project(tmp_path), CHARTS.format(language=language))[1]
    assert [one["name"] for one in slide["chart"]["series"]] == ["East quay", "West quay"]
    assert slide["text"] == "A plug"
    assert slide["notes"].splitlines() == ["First line.", "Second line.", "", "- an item"]


def test_numbers_that_somebody_wrote_beside_a_chart_stay(tmp_path):
    """They stand in no group of ours."""
    deck = CHARTS.format(language="en").replace("    notes:", "    text: '70'\n    notes:")
    assert "70" in imported(Project(tmp_path), deck)[1]["text"].split()


def test_links_to_slides_come_back(tmp_path):
    """As they were written, with the ids of their slides; those of an agenda are its own."""
    deck = """title: Noise
slides:
  - {title: Plan, agenda: true}
  - {title: A, section: One, text: 'See [**b** and c](#c), and [d](#d).'}
  - {title: C, id: c, text: x}
  - {title: D, id: d, hidden: true, text: y}
  - {title: E, id: e, text: z}
"""
    slides = imported(Project(tmp_path), deck)
    assert slides[1]["text"].strip() == "See [**b**](#c) [and c](#c), and [d](#d)."
    assert [slide.get("id") for slide in slides] == [None, None, "c", "d", None]


def test_a_slope_has_its_series_once(tmp_path):
    """PowerPoint draws them a second time, for the names on the right."""
    chart = "{type: slope, categories: [a, b], series: [{name: A, values: [1, 2]}, {name: B, values: [3, 1]}]}"
    (_, slide) = imported(Project(tmp_path), f"title: T\nslides:\n  - title: T\n  - title: B\n    chart: {chart}\n")
    assert slide["chart"]["series"] == [{"name": "A", "values": [1, 2]}, {"name": "B", "values": [3, 1]}]


def test_panels_are_no_drawn_shapes_that_were_lost(tmp_path):
    """They are marked as decorative, and come back with the blocks that they lie behind."""
    project = Project(tmp_path)
    project.write(
        "title: T\nslides:\n  - title: T\n  - {title: A, callout: Well then}\n"
        "  - {title: B, code: {language: python, text: 'x = 1'}}\n"
    )
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    target = project.folder / "again.yaml"
    result = run("import", project.folder / "deck.pptx", "-o", target)
    assert (result.exit_code, "drawn shape" in result.stderr) == (0, False)
    assert yaml.safe_load(target.read_text())["slides"][2]["code"] == {"text": "x = 1"}


def test_texts_of_others_that_are_called_as_ours_are_texts():
    """Such as `Trail`, whose words follow the section in our own files alone."""

    def make(found):
        text_box(content_slide(found, layout=TITLE_ONLY), "Over the pass", 1, 3).name = "Trail"

    assert slide_of(make) == {"text": "Over the pass"}
