"""Slides that come, go and move, with their pictures."""

from __future__ import annotations

import errno
import stat
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from deckmaker import merge_job
from deckmaker.budget.bound import Bound
from deckmaker.merging import pictures, trying
from tests.merging.presentations import (
    SLIDES,
    built,
    edited,
    merged,
    replacing,
)
from tests.projects import run


def _moved(found: Any) -> None:
    ids = found.slides._sldIdLst
    last = ids[-1]
    ids.remove(last)
    ids.insert(1, last)


def _added(found: Any) -> None:
    slide = found.slides.add_slide(found.slides[1].slide_layout)
    slide.shapes.title.text = "Berries"
    next(one for one in slide.placeholders if one.placeholder_format.idx == 1).text_frame.text = "They are small: so"
    ids = found.slides._sldIdLst
    last = ids[-1]
    ids.remove(last)
    ids.insert(2, last)


def _removed(found: Any) -> None:
    found.slides._sldIdLst.remove(found.slides._sldIdLst[2])


def _moved_back(found: Any) -> None:
    ids = found.slides._sldIdLst
    third = ids[2]
    ids.remove(third)
    ids.append(third)


PLUMS = SLIDES[SLIDES.index("  - title: Plums") :]
PEARS = SLIDES[SLIDES.index("  - title: Pears") : SLIDES.index("  - title: Plums")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_moved, SLIDES.replace(f"\n{PLUMS}", "").replace("things\n\n", f"things\n\n{PLUMS}\n")),
        (_removed, SLIDES.replace(PEARS, "")),
        (
            _added,
            SLIDES.replace(PEARS, f"  - title: Berries\n    bullets:\n      - 'They are small: so'\n\n{PEARS}"),
        ),
    ],
    ids=["moved", "removed", "added"],
)
def test_slides_come_go_and_move(change, expected, project):
    """As they are written, their comments and empty lines with them; those beside them stay as they are."""
    text, result = merged(project, SLIDES, change)
    assert result.exit_code == 0, result.stdout
    assert text == expected


WITH_COMMENTS = """\
title: Four things
slides:
  - title: Four things
  - title: Apples
    text: Apples are red and round and they grow on trees.
    # no more of them

  # why these stand here,
  #   at length
  - title: Pears
    text: Pears are green and sweet and people eat them.
    # all of them

  # What follows is about later.

  - title: Plums
    text: Plums come first of all, in June and in July.
    # not before
  - title: Cherries
    text: Cherries are small and dark, and birds like them.
"""
ABOUT_PEARS = WITH_COMMENTS[WITH_COMMENTS.index("  # why") : WITH_COMMENTS.index("  # What")]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_removed, WITH_COMMENTS.replace(ABOUT_PEARS, "")),
        (_moved_back, WITH_COMMENTS.replace(ABOUT_PEARS, "") + ABOUT_PEARS[:-1]),
    ],
)
def test_a_comment_goes_with_the_slide_below_it(change, expected, ends, project):
    """An empty line below it parts it from that: then it says something of more, and stays."""
    text, result = merged(project, WITH_COMMENTS.replace("\n", ends), change)
    assert result.exit_code == 0, result.stdout
    assert text == expected.replace("\n", ends)


def _with_a_picture(found: Any) -> None:
    _added(found)
    slide = found.slides[2]
    made = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(made, "PNG")
    picture = slide.shapes.add_picture(made, 5000000, 2000000, 3000000)
    picture._element.nvPicPr.cNvPr.set("descr", "A field of berries")


def test_pictures_of_slides_that_come_lie_beside_the_deck(project):
    """Under names that tell their contents; a dry run writes none."""
    shown = edited(built(project, SLIDES), _with_a_picture)
    folder = project.deck.parent / "deck-pictures"
    result = run("merge", project.deck, shown, "--dry-run")
    assert "+      file: deck-pictures/" in result.stdout and not folder.exists()
    assert (result.exit_code, "Left" in result.stderr) == (0, False), "nothing is left, as by the merge"
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.stdout + result.stderr
    (picture,) = folder.iterdir()
    assert f"file: deck-pictures/{picture.name}" in project.deck.read_text()
    with Image.open(picture) as image:
        assert image.size == (64, 48)
    assert run("build", project.deck, "--force").exit_code == 0


def test_pictures_go_again_where_the_deck_cannot_be_written(project):
    """Nothing is left beside it."""
    shown = edited(built(project, SLIDES), _with_a_picture)
    project.deck.chmod(stat.S_IRUSR)
    assert run("merge", project.deck, shown).exit_code == 2
    assert sorted(one.name for one in project.deck.parent.iterdir()) == ["deck.yaml"]


@pytest.mark.parametrize("options", [["--dry-run"], []], ids=["dry run", "merge"])
def test_pictures_that_another_merge_put_there_stay(options, project, monkeypatch):
    """Also if they came while this one tried the same, which then writes nothing: it takes nothing away."""
    shown = edited(built(project, SLIDES), _with_a_picture)
    are_worse, inner = merge_job.worse_slides, []

    def meanwhile(*states):
        if not inner:
            inner.append(None)
            inner[0] = run("merge", project.deck, shown)
        return are_worse(*states)

    monkeypatch.setattr(merge_job, "worse_slides", meanwhile)
    result = run("merge", project.deck, shown, *options)
    assert inner[0].exit_code == 0, inner[0].output
    assert options or "changed meanwhile" in result.stderr
    (picture,) = (project.deck.parent / "deck-pictures").iterdir()
    assert f"file: deck-pictures/{picture.name}" in project.deck.read_text()


@pytest.mark.parametrize("options", [["--dry-run"], []], ids=["dry run", "merge"])
def test_it_is_told_why_pictures_cannot_be_put_beside_the_deck(options, project):
    """And how to get them; the slide comes without."""
    shown = edited(built(project, SLIDES), _with_a_picture)
    (project.folder / "elsewhere").mkdir()
    (project.deck.parent / "deck-pictures").symlink_to(project.folder / "elsewhere")
    result = run("merge", project.deck, shown, *options)
    told = result.stderr if options else result.stdout
    assert result.exit_code == 1 and "image added: picture" in told
    assert "cannot be put into `deck-pictures/`: a link to another folder has that name" in told
    assert "edited.pptx` puts them into `" in told and "edited-pictures/`" in told
    assert not list((project.folder / "elsewhere").iterdir())


def test_pictures_that_have_no_room_are_told(project, monkeypatch):
    """Nothing of them is left there."""
    shown = edited(built(project, SLIDES), _with_a_picture)

    def full(content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pictures, "written", full)
    result = run("merge", project.deck, shown)
    assert "`deck-pictures/`: no space left on device" in result.stdout and result.exit_code == 1
    assert sorted(one.name for one in project.deck.parent.iterdir()) == ["deck.yaml"]


def test_slides_that_move_and_change_do_both(project):
    """Words first, then the order."""

    def change(found):
        replacing("Plums come first", "Plums come early")(found)
        _moved(found)

    text, result = merged(project, SLIDES, change)
    assert result.exit_code == 0, result.stdout
    assert text.index("Plums come early") < text.index("Apples")


@pytest.mark.parametrize("change", [_removed, _moved_back], ids=["removed", "moved"])
def test_a_slide_that_took_the_place_of_another_stays(change, project):
    """Its author wrote it in place of the one that somebody removed or moved in the presentation."""
    presentation = built(project, SLIDES)
    shown = edited(presentation, change)
    deck = SLIDES.replace(PEARS, "  - title: Quite another\n    notes: With words of its own.\n\n")
    project.write(deck)
    result = run("merge", project.deck, shown, "--base", presentation)
    assert (result.exit_code, project.deck.read_text()) == (0, deck), result.stdout
    assert "Quite another" not in result.stdout


@pytest.mark.parametrize("heading", ["Pears", "Pears and nuts"])
def test_a_slide_that_says_other_things_now_is_not_removed(heading, project):
    """Though it has the title, or some words, of the one that went: that is left, and told."""
    presentation = built(project, SLIDES)
    shown = edited(presentation, _removed)
    deck = SLIDES.replace(PEARS, f"  - title: {heading}\n    text: Pears are green as some nuts.\n\n")
    project.write(deck)
    result = run("merge", project.deck, shown, "--base", presentation)
    assert (result.exit_code, project.deck.read_text()) == (1, deck)
    assert f"“{heading}” removed" in result.stdout.partition("Left to you")[2]


def test_a_slide_whose_words_changed_a_little_is_removed(project):
    """It is still the one that somebody did without."""
    presentation = built(project, SLIDES)
    shown = edited(presentation, _removed)
    project.write(SLIDES.replace("They are sweet", "They are so sweet"))
    result = run("merge", project.deck, shown, "--base", presentation)
    assert (result.exit_code, project.deck.read_text()) == (0, SLIDES.replace(PEARS, "")), result.stdout


def _deck_of(number: int) -> str:
    slides = "".join(
        f"  - title: Slide number {one}\n    text: There are {one * 31} of them.\n" for one in range(number)
    )
    return f"title: Many\nslides:\n  - title: Many\n{slides}"


def _backwards(found: Any) -> None:
    ids = found.slides._sldIdLst
    for one in list(ids):
        ids.remove(one)
        ids.insert(0, one)


def _title_page_moved(found: Any) -> None:
    ids = found.slides._sldIdLst
    first = ids[0]
    ids.remove(first)
    ids.insert(2, first)


@pytest.mark.parametrize("change", [_backwards, _title_page_moved])
def test_where_the_title_page_moves_the_others_do(change, project):
    """It is one in its place alone: so that move is left, and no other one with it."""
    deck = _deck_of(6)
    head, *slides = deck.split("  - title: Slide")
    wanted = slides if change is _title_page_moved else slides[::-1]
    text, result = merged(project, deck, change)
    assert text == "  - title: Slide".join([head, *wanted])
    assert result.exit_code == 1
    assert "“Many” moved from 1" in result.stdout.partition("Left to you")[2]


def test_the_subtitle_stays_with_the_title_page(project):
    """Where another slide stands before it, which begins its section now; that of the title page is none."""
    deck = (
        "title: Harbour\nsubtitle: The true one\nslides:\n  - title: Harbour\n"
        "  - title: Alpha\n    section: One\n    text: Words of alpha.\n"
        "  - title: Beta\n    text: Words of beta.\n  - title: Gamma\n    text: Words of gamma.\n"
    )
    text, result = merged(project, deck, _backwards_but_one)
    assert "subtitle: The true one\n" in text and text.count("Words of beta.") == 1
    assert "subtitle" not in result.stdout and "section added: Harbour" not in result.stdout
    assert text.index("section: One") < text.index("title: Harbour", text.index("slides")) and result.exit_code == 0
    assert "not compared" not in result.stderr


def _backwards_but_one(found: Any) -> None:
    ids = found.slides._sldIdLst
    third = ids[2]
    ids.remove(third)
    ids.insert(0, third)


def _most_removed(found: Any) -> None:
    ids = found.slides._sldIdLst
    for one in list(ids)[2:]:
        ids.remove(one)


@pytest.mark.parametrize("change", [_backwards, _most_removed])
def test_what_does_not_fit_is_tried_as_often_as_slides_may_be_built(change, project, monkeypatch):
    """By halves: a deck whose slides all moved or went keeps nobody waiting."""
    built_decks: list[int] = []
    whole = merge_job._Merger._state

    def counted(self: Any, content: bytes, found: Any) -> Any:
        built_decks.append(1)
        return whole(self, content, found)

    monkeypatch.setattr(merge_job._Merger, "_state", counted)
    monkeypatch.setattr(trying, "worse_slides", lambda before, after: {0})
    shown = edited(built(project, _deck_of(10)), change)
    assert run("merge", project.deck, shown).exit_code == 1
    many = len(built_decks)
    monkeypatch.setattr(merge_job, "MERGED_SLIDES", Bound(11 * 3, "slides built", "a presentation to merge"))
    built_decks.clear()
    assert run("merge", project.deck, shown).exit_code == 1
    assert len(built_decks) <= 1 + 2 + 3 + 3 < many <= 1 + 2 + 2 * 60


def _added_without_footer(found: Any) -> None:
    """Add twice as many slides as there are, with their titles alone."""
    layout = found.slides[1].slide_layout
    for number in range(2 * len(found.slides)):
        found.slides.add_slide(layout).shapes.title.text = f"Fruit of kind {number}"


def test_the_footer_stays_where_no_slide_is_left_that_would_show_it(project):
    """A title slide shows none. What slides of other layouts lack, somebody removed."""

    def change(found: Any) -> None:
        for one in list(found.slides._sldIdLst)[1:]:
            found.slides._sldIdLst.remove(one)

    def unfooted(found: Any) -> None:
        for slide in found.slides:
            for one in [shape for shape in slide.placeholders if shape.name == "Footer"]:
                one._element.getparent().remove(one._element)

    deck = SLIDES.replace("slides:", "footer: Harbour office\nslides:", 1)
    text, result = merged(project, deck, change)
    assert "footer: Harbour office\n" in text and "Apples" not in text, result.stdout
    assert "footer" not in result.stdout
    text, result = merged(project, deck, unfooted)
    assert text == SLIDES, result.stdout


def test_the_footer_stays_where_many_slides_come_without_one(project):
    """As long as a slide shows it; PowerPoint puts none on slides that come."""
    deck = SLIDES.replace("slides:", "footer: Harbour office\nslides:", 1)
    text, result = merged(project, deck, _added_without_footer)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "footer: Harbour office\n" in text and "Fruit of kind 7" in text
