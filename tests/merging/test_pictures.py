"""Pictures that somebody removed in PowerPoint: they go with all that is said of them, their credits too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.merging.presentations import merged, replacing
from tests.projects import run

ABOVE = "title: Cranes\nslides:\n  - title: Cranes\n  - title: Two of them\n"
PICTURES = {
    "a picture": (
        "    text: Words beside it.\n    image: {file: ../crane.png, alt: A crane at night, credit: A. Lind}\n",
        "    text: Words beside it.\n",
    ),
    "one of several": (
        "    images:\n      - {file: ../crane.png, alt: A crane at night, credit: A. Lind}\n"
        "      - {file: ../other.png, alt: A crane by day, credit: B. Moe}\n"
        "      - {file: ../third.png, alt: Lorries by day, credit: B. Moe}\n",
        "    images:\n      - {file: ../other.png, alt: A crane by day, credit: B. Moe}\n"
        "      - {file: ../third.png, alt: Lorries by day, credit: B. Moe}\n",
    ),
}


@pytest.fixture
def deck(project: Any) -> Any:
    """A project with pictures."""
    project.picture("third.png", size=(96, 48))
    project.picture("crane.png", size=(64, 48))
    project.picture("other.png", size=(48, 64))
    return project


def _removed(found: Any) -> None:
    for one in list(found.slides[1].shapes):
        if one._element.tag.endswith("}pic") and "by day" not in one._element.nvPicPr.cNvPr.get("descr", ""):
            one._element.getparent().remove(one._element)


def _replace_picture(slide: Any, file: Path) -> None:
    (own,) = (one for one in slide.shapes if one._element.tag.endswith("}pic"))
    _, id = slide.part.get_or_add_image_part(str(file))
    own._element.blipFill.blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", id)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_goes_with_its_words(kind: str, deck: Any) -> None:
    """Its credit line still stands on the slide: that is written of the deck's pictures anew."""
    before, after = PICTURES[kind]
    text, result = merged(deck, ABOVE + before, _removed)
    assert text == ABOVE + after, result.stdout
    assert result.exit_code == 0, result.output


def test_a_picture_stays_whose_words_alone_went(deck: Any) -> None:
    """As those that screen readers say: they go, and are told as the deck's from then on."""

    def change(found: Any) -> None:
        for one in found.slides[1].shapes:
            if one._element.tag.endswith("}pic"):
                one._element.nvPicPr.cNvPr.set("descr", "")

    text, _ = merged(deck, ABOVE + PICTURES["a picture"][0], change)
    assert "crane.png" in text and "A crane at night" not in text


def test_a_picture_that_another_took_the_place_of_stays(deck: Any) -> None:
    """It is told: which file that is, only its author knows."""
    before = PICTURES["a picture"][0]

    def change(found: Any) -> None:
        replacing("Words", "Lines")(found)
        _replace_picture(found.slides[1], deck.folder / "other.png")

    text, result = merged(deck, ABOVE + before, change)
    assert text == ABOVE + before.replace("Words", "Lines")
    left = result.stdout.partition("Left to you")[2]
    assert result.exit_code == 1 and "  image, file: the picture has changed\n" in left, result.stdout
    assert "in the place of `../crane.png`: `deckmaker import" in left
    assert "edited.pptx` puts it into `" in left and "edited-pictures/`" in left


def test_a_credit_does_not_change_with_what_the_file_of_a_picture_says(deck: Any) -> None:
    """Where it has a text of its own, which is what is shown."""
    said = PngInfo()
    said.add_text("Author", "Somebody")
    Image.new("RGB", (64, 48), "navy").save(deck.folder / "crane.png", pnginfo=said)
    test_a_picture_that_another_took_the_place_of_stays(deck)
    shown = run("diff", deck.deck, deck.folder / "build/edited.pptx")
    assert "the picture has changed" in shown.stdout and "credit" not in shown.stdout


@pytest.mark.parametrize("replaces", [False, True])
@pytest.mark.parametrize("credit", ["'Photo: A. Lind, CC BY 4.0'", "{creator: A. Lind, license: CC-BY-4.0}"])
def test_a_credit_that_went_alone_is_told(credit: str, replaces: bool, deck: Any) -> None:
    """It stood on the slide: that it went is somebody's change, whatever the file of its picture says, or of another
    picture in its place."""
    source = (
        "title: H\nslides:\n  - title: H\n  - title: C\n    image: {file: ../crane.png, alt: A crane, credit: CREDIT}\n"
    )

    def change(found: Any) -> None:
        slide = found.slides[1]
        if replaces:
            _replace_picture(slide, deck.folder / "other.png")
        (line,) = (one for one in slide.shapes if one.name == "Credits")
        line._element.getparent().remove(line._element)

    _, result = merged(deck, source.replace("CREDIT", credit), change)
    shown = run("diff", deck.folder / "build/deck.pptx", deck.folder / "build/edited.pptx")
    for said in (result.stdout.partition("Left to you")[2], shown.stdout):
        assert "A. Lind, CC BY 4.0" in said.partition("credit removed: ")[2]
        assert ("the picture has changed" in said) == replaces
