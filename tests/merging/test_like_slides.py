"""Slides that somebody duplicated in PowerPoint, and changed: they come as the deck has the one that they are of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.merging.presentations import built, edited, runs_of
from tests.merging.test_copies import _copied
from tests.projects import Project, run

HEAD = "title: Quiet\nslides:\n  - title: Quiet\n"
METRICS = """\
  - title: What was said
    id: said
    grid:
      cells:
        - quote: {text: We have not slept since June., by: A neighbour}
        - callout: {kind: question, text: "Who pays for the plugs?"}   # asked twice
"""


def _with_words(old: str, new: str) -> Any:
    """Return what copies the second slide to the end, and changes words of the copy alone."""

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        several = [one for one in runs_of(found) if old in one.text]
        several[-1].text = several[-1].text.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("old", "new"), [("June", "May"), ("plugs", "cranes"), ("What was said", "What else was said")]
)
def test_a_copy_keeps_its_blocks(project: Project, old: str, new: str) -> None:
    """With the words that were changed in it; an id stays with the first one."""
    shown = edited(built(project, HEAD + METRICS), _with_words(old, new))
    result = run("merge", project.deck, shown)
    copied = METRICS.replace("    id: said\n", "").replace(old, new)
    assert project.deck.read_text() == HEAD + METRICS + copied, result.stdout
    assert result.exit_code == 0, result.stdout


def test_another_slide_is_none(project: Project) -> None:
    """It comes as a presentation shows it, since most of its words are its own."""

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        for one in runs_of(SimpleNamespace(slides=[found.slides[2]])):
            one.text = "Quite other words here."

    shown = edited(built(project, HEAD + METRICS), change)
    run("merge", project.deck, shown)
    deck = project.deck.read_text()
    assert deck.startswith(HEAD + METRICS) and deck.count("quote") == 1
