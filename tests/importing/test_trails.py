"""Words above the titles of our own presentations: the deck's trail comes back, and sections are in them anyway."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pptx import Presentation

from tests.projects import Project, run

SLIDES = """\
slides:
  - title: Talk
  - section: Costs
    title: What it costs
    text: Much
  - title: What else
    text: More
  - title: What then
    text: Most
  - section: Gains
    title: What it brings
    text: Little
  - title: Who has it
    text: Few
"""
TOLD = "words above a title are left out"


def built(project: Project, deck: str) -> Path:
    """Return the presentation of a deck."""
    project.write(deck)
    assert (result := run("build", project.deck, "-f", "pptx", "-o", project.folder)).exit_code == 0, result.stderr
    return project.folder / "deck.pptx"


def imported(presentation: Path):
    """Return the deck that comes back, and what is said."""
    target = presentation.with_name("again.yaml")
    result = run("import", presentation, "-o", target)
    assert result.exit_code == 0
    return yaml.safe_load(target.read_text()), result.stderr.partition("Now look")[0].strip()


def change(presentation: Path, number: int, words: str) -> None:
    """Write other words above the title of a slide."""
    found = Presentation(str(presentation))
    box = next(one for one in found.slides[number - 1].shapes if one.name == "Trail")
    box.text_frame.paragraphs[0].runs[0].text = words
    found.save(str(presentation))


@pytest.mark.parametrize("theme", ["plain", "briefing", "statement"])
@pytest.mark.parametrize("trail", [["Company"], ["Company", "Talk of May"], None])
def test_the_trail_comes_back_without_a_word(tmp_path, theme, trail):
    """However many slides have it, with a section or without one."""
    said = f"trail: [{', '.join(trail)}]\n" if trail else ""
    deck, told = imported(built(Project(tmp_path), f"title: Talk\ntheme: {theme}\n{said}{SLIDES}"))
    assert (deck.get("trail"), told) == (trail, "")
    assert [slide.get("section") for slide in deck["slides"]] == [None, "Costs", None, None, "Gains", None]


def test_a_trail_without_sections_comes_back(tmp_path):
    """All of it stands on each slide."""
    slides = "slides:\n" + "".join(f"  - {{title: Slide {number}, text: a}}\n" for number in range(1, 5))
    deck, told = imported(built(Project(tmp_path), f"title: Talk\ntrail: [Company, Talk]\n{slides}"))
    assert (deck["trail"], told) == (["Company", "Talk"], "")


def test_parts_that_had_no_room_are_no_change(tmp_path):
    """Of a long name, or before one."""
    name = "Costs of all that we have bought in the last years, and of what we shall buy in the next ones " * 2
    long = SLIDES.replace("section: Costs", f"section: {name}").replace(
        "section: Gains", "section: Gains of a year, and of all that comes behind it"
    )
    trail = "trail: [A company of some size in the north, Talk for all who want to know it]\n"
    _, told = imported(built(Project(tmp_path), f"title: Talk\n{trail}{long}"))
    assert told == ""


@pytest.mark.parametrize("trail", ["trail: [Company]\n", ""])
def test_words_that_somebody_changed_are_told(tmp_path, trail):
    """No deck has others on one slide."""
    presentation = built(Project(tmp_path), f"title: Talk\n{trail}{SLIDES}")
    change(presentation, 3, "Prices")
    deck, told = imported(presentation)
    assert f"warning[not-imported]: {TOLD}: Prices" in told
    assert "slide 3" in told
    assert deck.get("trail") == (["Company"] if trail else None)


def test_a_comparison_sees_a_trail_as_before(tmp_path):
    """What stands above titles on both sides is no change."""
    project = Project(tmp_path)
    presentation = built(project, f"title: Talk\ntrail: [Company]\n{SLIDES}")
    assert run("diff", project.deck, presentation).stderr == ""
    change(presentation, 3, "Prices")
    assert f"not compared: {TOLD}: Prices" in run("diff", project.deck, presentation).stderr
