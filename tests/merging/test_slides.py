"""Slides that come, go and move, with their pictures."""

from __future__ import annotations

import stat
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

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


def test_slides_that_move_and_change_do_both(project):
    """Words first, then the order."""

    def change(found):
        replacing("Plums come first", "Plums come early")(found)
        _moved(found)

    text, result = merged(project, SLIDES, change)
    assert result.exit_code == 0, result.stdout
    assert text.index("Plums come early") < text.index("Apples")
