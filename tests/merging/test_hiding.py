"""Slides that somebody hid in a presentation, or shows again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import built, edited, merged
from tests.projects import run

ABOVE = "title: Shore power\naudiences: [board]\nslides:\n  - title: Shore power\n"
BELOW = "\n  - title: Last   # of all\n    text: Other words.\n"


def _hidden(presentation: Any) -> None:
    presentation.slides[1]._element.set("show", "0")


def _shown(presentation: Any) -> None:
    assert presentation.slides[1]._element.attrib.pop("show") == "0"


@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        (_hidden, "  - title: Costs   # nine\n    text: Words.\n", None),
        (_hidden, "  - title: Costs\n    hidden: false   # as yet\n    text: Words.\n", ("false", "true")),
        (_hidden, "  - {title: Costs, text: Words.}\n", ("Words.", "Words., hidden: true")),
        (
            _shown,
            "  - title: Costs\n    hidden: yes   # as yet\n    text: Words.\n",
            ("hidden: yes   # as yet\n", "hidden: false   # as yet\n"),
        ),
        (
            _shown,
            "  - title: Costs\n    hidden: yes\n    text: Words.\n",
            ("    hidden: yes\n", ""),
        ),
        (_shown, "  - hidden: true\n    title: Costs\n    text: Words.\n", ("hidden: true\n    ", "")),
        (_shown, "  - {title: Costs, hidden: true, text: Words.}\n", (", hidden: true", "")),
    ],
)
def test_a_slide_that_was_hidden_or_shown_says_so(change, was, now, project):
    """All else stays as it is written."""
    old, new = now or ("    text", "    hidden: true\n    text")
    text, result = merged(project, f"{ABOVE}{was}{BELOW}", change)
    assert text == f"{ABOVE}{was.replace(old, new)}{BELOW}", result.stdout
    assert result.exit_code == 0, result.stdout
    again = run("merge", project.deck, project.folder / "build/edited.pptx")
    assert again.stdout == "decks/deck.yaml has nothing to take over\n"


def test_what_the_author_has_done_meanwhile_stays(project):
    """The slide is hidden in the deck already, and its text is another one."""
    deck = f"{ABOVE}  - title: Costs\n    text: Words.\n{BELOW}"
    presentation = built(project, deck)
    shown = edited(presentation, _hidden)
    project.deck.write_text(meanwhile := deck.replace("    text: Words.", "    text: More words.\n    hidden: on"))
    result = run("merge", project.deck, shown, "--base", str(presentation))
    assert project.deck.read_text() == meanwhile
    assert result.exit_code == 0, result.stdout


def test_a_slide_that_others_have_is_not_hidden_for_them(project):
    """That is told."""
    deck = f"{ABOVE}  - title: Costs\n    text: Words.\n{BELOW}"
    project.write(deck)
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    shown = edited(project.folder / "build/deck-board.pptx", _hidden)
    result = run("merge", project.deck, shown, "--audience", "board")
    assert project.deck.read_text() == deck
    assert result.exit_code == 1 and "hidden added: yes" in result.stdout.partition("Left to you")[2]


@pytest.mark.parametrize("are_all", [True, False])
def test_a_slide_that_was_split_is_hidden_as_a_whole(are_all, project):
    """Or not at all, which is told: one page of it alone cannot be."""
    items = "".join(f"      - Item {number} of a long list with some words\n" for number in range(30))
    deck = f"{ABOVE}  - title: Costs\n    overflow: split\n    bullets:\n{items}{BELOW}"
    pages: list[int] = []

    def change(presentation: Any) -> None:
        found = [one for one in presentation.slides if "Costs" in one.shapes.title.text]
        pages.append(len(found))
        for one in found if are_all else found[1:]:
            one._element.set("show", "0")

    text, result = merged(project, deck, change)
    assert pages[0] > 1
    assert text == (deck.replace("    overflow", "    hidden: true\n    overflow") if are_all else deck), result.stdout
    assert result.exit_code == (0 if are_all else 1), result.stdout
