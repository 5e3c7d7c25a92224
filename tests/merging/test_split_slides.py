"""Slides that layout split: what somebody changed on their pages is written as on one slide, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.merging.presentations import built, edited, merged, paragraph_added, paragraph_removed, replacing
from tests.projects import run

NAMES = ("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel")
WORDS = (
    "carries grain and waits for a berth further up the river where it is to unload all that it has on board "
    "with care and with cranes before the next tide comes in and the pilot leaves for another vessel"
)
ABOVE = "title: Ships\nslides:\n  - title: Ships\n  - title: All of them\n    overflow: split\n"
BELOW = "  - title: Last\n    text: Words stay.\n"
KINDS = {
    "a list": ("    bullets:\n", "      - {0} {1}   # of {0}\n"),
    "an inner list": ("    content:\n      - Words above.\n      - bullets:\n", "          - {0} {1}   # of {0}\n"),
    "items of a text": ("    text: |\n      Words above.\n\n", "      - {0} {1}\n"),
    "paragraphs": ("    text: |\n", "      {0} {1} {1}\n\n"),
    "a table": (
        "    table:\n      rows:\n        - [Ship, Waits]\n",
        "        - [{0}, {0} {1} and waits]   # of {0}\n",
    ),
}


def _deck(kind: str, names: tuple[str, ...] = NAMES) -> str:
    head, one = KINDS[kind]
    return ABOVE + head + "".join(one.format(name, WORDS) for name in names).replace("\n\n  -", "\n  -") + BELOW


def _pages(presentation: Any) -> Iterator[list[Any]]:
    """Yield the elements of the ships on each page that has some."""
    for slide in presentation.slides:
        for shape in slide.shapes:
            if getattr(shape, "has_table", False) and shape.has_table:
                yield [row._tr for row in list(shape.table.rows)[1:]]
            elif shape.has_text_frame and WORDS[:20] in shape.text_frame.text.replace("\N{NO-BREAK SPACE}", " "):
                yield [one._p for one in shape.text_frame.paragraphs if one.text.startswith(NAMES)]


def _in_order(*pages: str) -> Callable[[Any], None]:
    """Return what puts ships on pages as their initials say, pages with stars as they are."""

    def change(presentation: Any) -> None:
        found = list(_pages(presentation))
        assert len(found) >= len(pages)
        by_initial = {"".join(one.itertext()).strip()[0]: one for page in found for one in page}
        heads = [(page[0].getparent(), page[0].getprevious()) for page in found]
        for (around, head), initials in zip(heads, pages, strict=False):
            last = head
            for initial in initials:
                one = by_initial[initial]
                around.insert(0, one) if last is None else last.addnext(one)
                last = one

    return change


def _order(text: str, kind: str) -> str:
    return "".join(line.strip(" -[")[0] for line in text.splitlines() if WORDS[:20] in line)


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "pages",
    [("BCD", "EAFGH"), ("EBCD", "GAFH"), ("FGH", "ABCDE")],
    ids=["to the next", "both ways", "most of it"],
)
def test_what_was_moved_between_pages_stands_where_it_does_there(pages, kind, project):
    """With its comments; how the slide is divided then is nobody's change."""
    deck = _deck(kind)
    text, result = merged(project, deck, _in_order(*pages))
    assert result.exit_code == 0, result.output
    assert _order(text, kind) == "".join(pages)
    assert sorted(text.splitlines()) == sorted(deck.splitlines())
    assert all(line.strip(" -[").startswith(of) for line in text.splitlines() for of in [line.partition("# of ")[2]])
    edited = project.folder / "build/edited.pptx"
    assert run("merge", project.deck, edited).stdout == "decks/deck.yaml has nothing to take over\n"
    assert run("diff", project.deck, edited).exit_code == 0


def test_no_part_of_an_order_is_written(project):
    """A comment between brackets is in the way of one of two items that were moved: so both stay, which is told."""
    items = "".join(f"\n      {name} {WORDS}," for name in NAMES[:-1])
    deck = f"{ABOVE}    bullets: [{items}   # the last one\n      Hotel {WORDS}]\n{BELOW}"
    text, result = merged(project, deck, _in_order("BCDHA", "EFG"))
    assert result.exit_code == 1 and "Alpha" in result.stdout.partition("Left to you")[2]
    assert text == deck


@pytest.mark.parametrize(
    ("change", "order"),
    [
        (lambda found: paragraph_added(found, "Bravo", f"Victor {WORDS}"), "ABVCDEFGH"),
        (lambda found: [paragraph_removed(found, one) for one in ("Alpha", "Echo", "Hotel")], "BCDFG"),
        (lambda found: found.slides._sldIdLst.remove(found.slides._sldIdLst[2]), "ABCGH"),
    ],
    ids=["added", "removed", "a page removed"],
)
def test_what_came_or_went_on_a_page_moves_the_others_between_them(change, order, project):
    """Which is no change of these."""
    text, result = merged(project, _deck("a list"), change)
    assert result.exit_code == 0, result.output
    found = _order(text, "a list")
    assert found == order


@pytest.mark.parametrize(("page", "order"), [(0, "EFGH"), (1, "ABCD")], ids=["the first", "the last"])
def test_a_page_of_a_table_without_rows_is_nobodys_wish(page, order, project):
    """Its header is that of the rows on the other pages, and no table that came."""

    def change(found: Any) -> None:
        for row in list(_pages(found))[page]:
            row.getparent().remove(row)

    sent = edited(built(project, _deck("a table")), change)
    told = run("diff", project.deck, sent).stdout
    assert told.count(" removed: ") == 4 and "added" not in told
    result = run("merge", project.deck, sent)
    assert _order(project.deck.read_text(), "a table") == order
    assert (result.exit_code, "Left to you" in result.stdout) == (0, False), result.stdout


def test_a_title_that_was_changed_on_all_pages_is_written(project):
    """On one page alone it may be anything, and is told."""
    deck = _deck("a list")
    text, result = merged(project, deck, replacing("All of them", "All ships"))
    assert (text, result.exit_code) == (deck.replace("All of them", "All ships"), 0), result.output

    def change(found: Any) -> None:
        for one in found.slides[1].shapes.title.text_frame.paragraphs[0].runs:
            one.text = one.text.replace("All of them", "All ships")

    text, result = merged(project, deck, change)
    assert (text, result.exit_code) == (deck, 1)
    assert "title" in result.stdout and "added" not in result.stdout


def test_numbers_of_the_author_are_no_pages(project):
    """What was moved from one such slide to the other is written there."""
    one, two = ("  - title: Parts ({}/2)\n    bullets:\n" for _ in range(2))
    above = "title: Ships\nslides:\n  - title: Ships\n"
    first, second, third, fourth = (f"      - {name} waits for a berth\n" for name in NAMES[:4])
    deck = f"{above}{one.format(1)}{first}{second}{two.format(2)}{third}{fourth}"

    def change(found: Any) -> None:
        paragraph_removed(found, "Bravo")
        paragraph_added(found, "Charlie", "Bravo waits for a berth")

    text, result = merged(project, deck, change)
    assert text == f"{above}{one.format(1)}{first}{two.format(2)}{third}{second}{fourth}", result.output
    assert result.exit_code == 0


CODE = (
    ABOVE
    + "    notes: Say this.\n    code:\n      language: python\n      text: |\n"
    + "".join(f"        ship_{number} = harbour(berth={number}, cargo='grain')\n" for number in range(40))
    + BELOW
)


@pytest.mark.parametrize("deck", [CODE, _deck("a list").replace("split\n", "split\n    notes: Say this.\n")])
@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("words", ["{}\tand more", "Others"])
def test_a_page_whose_title_has_lost_its_number_is_one(words: str, page: int, deck: str, project: Any) -> None:
    """By the id that PowerPoint keeps: nobody added a slide. On no other page stands that title."""

    def change(found: Any) -> None:
        title = found.slides[page].shapes.title.text_frame.paragraphs[0]
        text = words.format(title.text)
        for one in title.runs[1:]:
            one._r.getparent().remove(one._r)
        title.runs[0].text = text
        replacing("Say this.", "Say that.")(found)

    shown = edited(built(project, deck), change)
    for result in (run("diff", project.deck, shown), run("merge", project.deck, shown)):
        left = result.stdout.partition("Left to you")[2] or result.stdout
        assert "title: " in left and not {"added", "removed"} & {*left.split()}, result.stdout
    assert project.deck.read_text() == deck.replace("Say this.", "Say that.")
