"""Lists that go with all their items, and what holds nothing else: all of it goes, or none does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import edited, merged, paragraph_removed
from tests.projects import run

ABOVE = "title: Shore power\nslides:\n  - title: Shore power\n  - title: Steps of it\n"


def _removing(*words: str) -> Any:
    """Return what removes paragraphs with some words."""
    return lambda found: [paragraph_removed(found, one) for one in words]


@pytest.mark.parametrize(
    ("slide", "gone", "expected"),
    [
        (
            "    text: Words stay.\n"
            "    bullets:\n      - One thing   # a remark\n      - A second\n      - A third\n"
            "    notes: Say so.\n",
            ("One thing", "A second", "A third"),
            "    text: Words stay.\n    notes: Say so.\n",
        ),
        (
            "    text: Words stay.\n    bullets: [One thing, A second]\n",
            ("One thing", "A second"),
            "    text: Words stay.\n",
        ),
        (
            "    content:\n      - Words stay.\n"
            "      - bullets:\n          - One thing\n          - A second\n"
            "      - Last words.\n",
            ("One thing", "A second"),
            "    content:\n      - Words stay.\n      - Last words.\n",
        ),
        (
            "    content:\n      - Words stay.\n"
            "      - |\n        One thing\n\n        A second\n"
            "      - bullets: [Last words]\n",
            ("One thing", "A second"),
            "    content:\n      - Words stay.\n      - bullets: [Last words]\n",
        ),
        (
            "    bullets:\n      - One thing\n"
            "      - A second:\n          - A third\n          - A fourth\n"
            "      - Last words\n",
            ("A second", "A third", "A fourth"),
            "    bullets:\n      - One thing\n      - Last words\n",
        ),
        (
            "    bullets:\n      - One thing\n      - A second\n      - A third\n",
            ("One thing", "A second", "A third"),
            "",
        ),
    ],
    ids=["a list", "between brackets", "a block", "paragraphs", "items with more", "all but the title"],
)
def test_what_lost_all_that_it_held_goes(slide, gone, expected, project):
    """With its key, and with its comments."""
    text, result = merged(project, ABOVE + slide, _removing(*gone))
    assert (result.exit_code, text) == (0, ABOVE + expected), result.output


@pytest.mark.parametrize(
    ("slide", "gone"),
    [
        (
            "    bullets:\n      - One thing\n      - A second:\n          - A third\n          - A fourth\n",
            ("A third", "A fourth"),
        ),
    ],
    ids=["items below one that stays"],
)
def test_what_cannot_go_as_a_whole_stays(slide, gone, project):
    """Nothing of it goes, and it is told."""
    text, result = merged(project, ABOVE + slide, _removing(*gone))
    assert (result.exit_code, text) == (1, ABOVE + slide)
    assert all(one in result.stdout.partition("Left to you")[2] for one in gone)


def _shapes(shapes: Any) -> Any:
    for one in shapes:
        yield one
        yield from _shapes(getattr(one, "shapes", ()))


def _diagram_removed(found: Any) -> None:
    for one in list(found.slides[1].shapes):
        if hasattr(one, "shapes"):
            one._element.getparent().remove(one._element)


def _label_removed(found: Any) -> None:
    for one in list(_shapes(found.slides[1].shapes)):
        if one.has_text_frame and one.text_frame.text == "yes":
            one._element.getparent().remove(one._element)


DIAGRAM = "    text: Words stay.\n    diagram:\n      edges:\n"


@pytest.mark.parametrize("edges", ["Order -> Ship: yes", "Order -> Check: ok\n        - Check -> Ship: yes"])
def test_a_diagram_goes_as_a_whole(edges, project):
    """Where all its arrows have a text; where one of these texts alone went, its arrow stays."""
    deck = f"{ABOVE}{DIAGRAM}        - {edges}\n"
    text, result = merged(project, deck, _diagram_removed)
    assert (result.exit_code, text) == (0, f"{ABOVE}    text: Words stay.\n"), result.stderr
    text, result = merged(project, deck, _label_removed)
    assert (result.exit_code, text) == (1, deck)


@pytest.mark.parametrize("name", ["Order", "Report of a leak"])
def test_no_half_of_a_diagram_goes(name, project):
    """An arrow says more than the name of a box that went, though it may be like that."""
    deck = f"{ABOVE}{DIAGRAM}        - {name} -> Check\n        - Check -> Ship: yes\n"
    text, result = merged(project, deck, _diagram_removed)
    assert (result.exit_code, text) == (1, deck), result.stderr


def test_an_event_goes_with_its_day(project):
    """A part of it would be another event."""
    events = ("      - {when: 2019, title: Starts}\n", "      - {when: 2021, title: Waits, text: Half a year.}\n")
    deck = f"{ABOVE}    timeline:\n{events[0]}{events[1]}      - {{when: 2026, title: Decides}}\n"

    def change(found: Any) -> None:
        for one in list(_shapes(found.slides[1].shapes)):
            if one.has_text_frame and one.text_frame.text in ("2021", "Waits", "Half a year."):
                one._element.getparent().remove(one._element)

    text, result = merged(project, deck, change)
    assert (result.exit_code, text) == (0, deck.replace(events[1], "")), result.output


@pytest.mark.parametrize("section", ["", "    section: Ways\n"])
def test_a_slide_that_keeps_its_title_alone_begins_no_section(section, project):
    """Though the deck makes it with the layout of one: neither `merge` nor `diff` tells of that."""
    above = ABOVE.replace("  - title: Steps of it\n", f"  - title: Before it\n{section}    text: Words.\n")
    slide = "  - title: Steps of it\n    bullets:\n      - One thing\n      - A second\n"
    last = "  - title: Last\n    text: Words stay.\n"
    text, result = merged(project, f"{above}{slide}{last}", _removing("One thing", "A second"))
    assert text == f"{above}  - title: Steps of it\n{last}"
    assert result.exit_code == 0 and "section" not in result.stdout, result.stdout
    again = run("diff", project.deck, project.folder / "build/edited.pptx")
    assert again.exit_code == 0, again.stdout


@pytest.mark.parametrize(
    "block",
    [
        "      - if: '{{ place }} = \"here\"'\n        text: Pears are green.\n",
        "      - {if: '{{ place }} = \"here\"', text: Pears are green.}\n",
        "      - only: [board]\n        # Of the harvest.\n        text: |\n          Pears are green.\n",
    ],
    ids=["if", "in one line", "only"],
)
def test_a_block_without_words_takes_what_it_asks_for_along(block, project):
    """A condition alone shows nothing."""
    head = f"variables: {{place: here}}\naudiences: [board]\n{ABOVE}    content:\n      - text: Apples are red.\n"
    below = "      - text: Plums come last of all.\n  - title: Last\n    text: Words stay.\n"
    project.write(f"{head}{block}{below}")
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    sent = edited(project.folder / "build/deck-board.pptx", _removing("Pears are green."))
    result = run("merge", project.deck, sent, "--audience", "board")
    assert (result.exit_code, project.deck.read_text()) == (0, f"{head}{below}"), result.output
