"""Slides and items whose dash stands on a line of its own: they move, come and go as others do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import merged, paragraph_added

ABOVE = "title: Shore power\nslides:\n  - title: Shore power\n\n"
BRAVO = "  # Above it.\n  - # behind the dash\n    title: Bravo\n    text: Words of it.\n\n"
CHARLIE = "  -\n    # On its own line.\n\n    title: Charlie\n    bullets:\n      -\n        One\n      - Two\n\n"
DEEP = "  -\n      title: Deep\n      text: Deep words.\n\n"
LAST = "  - title: Last\n    text: The last ones.\n"
DECK = f"{ABOVE}{BRAVO}{CHARLIE}{DEEP}{LAST}"


def _slide_moved(number: int, before: int) -> Any:
    def change(presentation: Any) -> None:
        ids = presentation.slides._sldIdLst
        one = ids[number]
        ids.remove(one)
        ids.insert(before, one)

    return change


def _slide_removed(number: int) -> Any:
    def change(presentation: Any) -> None:
        ids = presentation.slides._sldIdLst
        presentation.part.drop_rel(ids[number].rId)
        ids.remove(ids[number])

    return change


def _without_empty_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize(
    ("number", "before", "expected"),
    [
        (1, 3, f"{ABOVE}{CHARLIE}{DEEP}{BRAVO}{LAST}"),
        (2, 4, f"{ABOVE}{BRAVO}{DEEP}{LAST}{CHARLIE}"),
        (3, 1, f"{ABOVE}{DEEP.replace('      ', '    ')}{BRAVO}{CHARLIE}{LAST}"),
        (4, 1, f"{ABOVE}{LAST}{BRAVO}{CHARLIE}{DEEP}"),
    ],
)
def test_slides_move(number, before, expected, project):
    """With all their lines and comments, from such a place and to one."""
    text, result = merged(project, DECK, _slide_moved(number, before))
    assert _without_empty_lines(text) == _without_empty_lines(expected), result.stdout
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize(("number", "slide"), [(1, BRAVO), (2, CHARLIE), (3, DEEP)])
def test_slides_go(number, slide, project):
    """With the dash, and the comments behind and below it."""
    text, result = merged(project, DECK, _slide_removed(number))
    assert text == DECK.replace(slide, ""), result.stdout
    assert result.exit_code == 0, result.stdout


def test_an_item_comes_beside_one(project):
    """In the column of the dashes."""
    text, result = merged(project, DECK, lambda found: paragraph_added(found, "One", "More"))
    assert text == DECK.replace("        One\n", "        One\n      - More\n"), result.stdout
    assert result.exit_code == 0, result.stdout
