"""Titles that stand low above a short text stand higher above several blocks, which would else be small."""

from __future__ import annotations

import pytest

from deckmaker.layout import Page
from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

BULLETS = "bullets: [Fund the study, Name a lead, Report in March]"
SEVERAL = f"content: [{{callout: Two more berths with shore power by 2027}}, {{{BULLETS}}}]"
"""A callout, and what is to be done."""


def closing(project: Project, body: str, theme: str = "briefing") -> Page:
    """Return a last slide with a body."""
    return project.document(f"theme: {theme}\n{DECK}  - {{title: What we ask for, layout: closing, {body}}}\n").pages[1]


@pytest.mark.parametrize("theme", built_in_themes())
def test_several_blocks_have_the_room_that_a_title_of_one_line_leaves(theme, tmp_path):
    """They begin higher than a list alone, and end where it does."""
    project = Project(tmp_path)
    one, several = closing(project, BULLETS, theme), closing(project, SEVERAL, theme)
    assert several.layout.slots["body"].rect.y < one.layout.slots["body"].rect.y - 50
    title, body = several.slot("title"), several.layout.slots["body"]
    assert title and title.rect.bottom <= body.rect.y
    assert body.rect.bottom == one.layout.slots["body"].rect.bottom
    assert not several.layout.slots["title"].rect.overlaps(body.rect)


def test_a_title_that_takes_all_its_lines_stays(tmp_path):
    """There is nothing left for what follows."""
    page = closing(Project(tmp_path), SEVERAL)
    long = "title: " + "What we ask the council for in the next two years " * 3
    other = Project(tmp_path).document(f"{DECK}  - {{{long.strip()}, layout: closing, {SEVERAL}}}\n").pages[1]
    assert other.layout.slots["body"].rect.y > page.layout.slots["body"].rect.y
