"""What somebody did in PowerPoint that no deck can say: `diff` and `merge` tell that it was not compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from tests.merging.presentations import SLIDES, built, edited, merged, paragraph_with, replacing
from tests.projects import run

PEARS = "- title: Pears\n    id: pears"
STRUCK = "not compared: words that are struck through are there like others: `{words}`"
COMMENTS = f'<p:cmLst {nsdecls("p")}><p:cm authorId="0" idx="1"><p:text>Wrong</p:text></p:cm></p:cmLst>'


def strike(found, words):
    """Strike through the words of a paragraph."""
    for one in paragraph_with(found, words).runs:
        one.font._element.set("strike", "sngStrike")


def comment(found, number):
    """Add a comment to a slide, by its number from 0."""
    slide = found.slides[number].part
    name = PackURI(f"/ppt/comments/comment{number}.xml")
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    slide.relate_to(Part(name, kind, slide.package, COMMENTS.encode()), RT.COMMENTS)


def shape_with(found, words):
    """Return the shape that some words stand in."""
    return next(one for slide in found.slides for one in slide.shapes if words in getattr(one, "text", ""))


def test_words_that_somebody_struck_through_are_told(project):
    """Most often they are to go. They stay, until somebody says so; each slide is told."""

    def change(found):
        strike(found, "They are sweet")
        strike(found, "in June")

    text, result = merged(project, SLIDES, change)
    assert text == SLIDES
    assert result.exit_code == 1  # nothing differs that a deck has, and yet not all is done
    assert STRUCK.format(words="They are sweet") in result.stderr
    assert STRUCK.format(words="in June") in result.stderr
    compared = run("diff", project.deck, project.folder / "build/edited.pptx")
    assert STRUCK.format(words="in June") in compared.stderr


def test_comments_are_told_with_their_words_and_slides(project):
    """They ask for something."""

    def change(found):
        comment(found, 1)
        comment(found, 3)

    text, result = merged(project, SLIDES, change)
    assert text == SLIDES
    assert result.exit_code == 1
    assert result.stderr.count("not compared: a comment is left out: `Wrong`, on slides 2, 4\n") == 1
    compared = run("diff", project.deck, project.folder / "build/edited.pptx")
    assert compared.exit_code == 1
    assert compared.stderr.count("not compared: a comment is left out: `Wrong`, on slides 2, 4\n") == 1


def test_what_both_sides_have_is_told_once_where_one_has_more(project):
    """That alone which one has more, with the slides where that is so."""

    def change(found):
        for index in (1, 2, 3):
            slide = found.slides[index].shapes
            picture = slide.add_picture(str(project.folder / "crane.png"), Pt(90 * index), Pt(100 * index))
            picture.crop_left = 0.2

    project.picture("crane.png", size=(64, 48))
    presentation = built(project, SLIDES)
    first = edited(presentation, change).rename(project.folder / "first.pptx")

    def more(found):
        picture = found.slides[2].shapes.add_picture(str(project.folder / "crane.png"), Pt(400), Pt(300))
        picture.crop_left = 0.2

    result = run("diff", first, edited(first, more))
    told = [line for line in result.stderr.splitlines() if "cropped" in line]
    assert len(told) == 1 and told[0].endswith("cropped is there whole, on slide 3"), result.stderr
    result = run("merge", project.deck, first)
    assert "is there whole, on slides 2-4\n" in result.stderr, result.stderr


def test_a_text_that_somebody_hid_is_no_more_on_its_slide(project):
    """It goes from the deck, and is told."""

    def change(found):
        shape_with(found, "Apples are red")._element.nvSpPr.cNvPr.set("hidden", "1")

    shown = edited(built(project, SLIDES), change)
    result = run("diff", project.deck, shown)
    assert "text removed: Apples are red" in result.stdout
    assert "not compared: a hidden shape is left out" in result.stderr
    assert "not compared: a hidden shape is left out" in run("merge", project.deck, shown).stderr
    assert "Apples are red" not in project.deck.read_text()


def test_a_link_on_a_whole_text_is_merged(project):
    """As one on its words."""

    def change(found):
        shape = shape_with(found, "Apples are red")
        id = found.slides[1].part.relate_to("https://example.org/apples", RT.HYPERLINK, is_external=True)
        shape._element.nvSpPr.cNvPr.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{id}"/>'))

    text, result = merged(project, SLIDES, change)
    assert result.exit_code == 0, result.stdout + result.stderr
    sentence = "Apples are red and round and they grow on trees."
    assert text.replace("'", "") == SLIDES.replace(sentence, f"[{sentence}](https://example.org/apples)")


def test_an_agenda_has_no_links_to_be_told(project):
    """Not in what was built, and not where somebody named a section anew."""
    deck = SLIDES.replace("  - title: Plums", "  - section: Blue ones\n    title: Plums")
    deck = deck.replace("slides:\n", "slides:\n  - {title: Plan, agenda: true}\n", 1)
    shown = edited(built(project, deck), lambda found: None)
    result = run("diff", project.deck, shown)
    assert (result.exit_code, result.stderr) == (0, "")

    def change(found):
        for one in found.part._element.iter("{*}section"):
            one.set("name", one.get("name").replace("Blue", "Dark"))

    renamed = edited(Path(project.folder / "build/deck.pptx"), change)
    assert "not compared" not in run("merge", project.deck, renamed).stderr


LINKED = SLIDES.replace("Apples are red", "As [pears](#pears), apples are red").replace("- title: Pears", PEARS)
LINK_LOST = "not compared: a link to a slide is a text now, on slide 2 of `decks/deck.yaml` alone\n"


def unlink(found):
    """Take the links from the words of a presentation."""
    for slide in found.slides:
        for one in list(slide._element.iter("{*}hlinkClick")):
            one.getparent().remove(one)


@pytest.mark.parametrize("title", ["", "    title: Twice\n"])
def test_slides_of_one_title_are_told_apart(title, project):
    """What one of them had, another one has come to have; untitled slides, too."""
    slides = "".join(
        f"  - text: {words}\n{title}    image: {{file: ../crane.png, fit: contain}}\n"
        for words in ("One quay", "Two ships")
    )
    project.picture("crane.png", size=(64, 48))

    def crop(found, number):
        picture = next(one for one in found.slides[number].shapes if hasattr(one, "crop_left"))
        picture.crop_left = 0.2

    first = edited(built(project, f"title: T\nslides:\n  - title: T\n{slides}"), lambda found: crop(found, 1))
    first = first.rename(project.folder / "first.pptx")
    result = run("diff", first, edited(first, lambda found: crop(found, 2)))
    assert result.exit_code == 1
    assert "not compared: a picture that was cropped is there whole, on slide 3\n" in result.stderr


def test_what_both_have_is_not_told_of_a_slide_with_another_title(project):
    """The link leads on in the deck."""
    text, result = merged(project, LINKED, replacing("Apples", "Red apples"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "title: Red apples" in text


def test_a_link_that_somebody_took_off_is_told_with_the_file_that_has_it(project):
    """Nothing is taken over, and not all is done."""
    text, result = merged(project, LINKED, unlink)
    assert (text, result.exit_code) == (LINKED, 1)
    assert LINK_LOST in result.stderr
    compared = run("diff", project.deck, project.folder / "build/edited.pptx")
    assert compared.exit_code == 1 and LINK_LOST in compared.stderr


def test_what_the_author_alone_changed_meanwhile_is_not_told(project):
    """Nobody edited it."""
    sent = built(project, SLIDES).rename(project.folder / "sent.pptx")
    back = edited(sent, replacing("They are sweet", "They are ripe"))
    project.write(LINKED)
    result = run("merge", project.deck, back, "--base", sent)
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_went_with_its_slide_is_told_as_that(project):
    """The slide is gone, and so is its link."""

    def remove(found):
        ids = found.slides._sldIdLst
        ids.remove(ids[1])

    text, result = merged(project, LINKED, remove)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Apples" not in text.replace("About apples", "")


DESCRIBED = """\
title: Said
slides:
  - title: Said
  - {title: Flow, diagram: [Order -> Check, Check -> Ship]}
  - title: Rule
    equation: {tex: "E = m c^2", alt: It is a square}
  - {title: Levels, table: {caption: Levels by quay, rows: [[Quay, Level], [East, 62]]}}
  - {title: Formula, equation: "a = b^2"}
  - {title: Free, diagram: {edges: [Quay -- Ship], alt: How they hang together}}
"""


def describe(found, number, words):
    """Give the shapes on a slide that have an alternative text another one."""
    for one in found.slides[number]._element.iter("{*}cNvPr"):
        if one.get("descr"):
            one.set("descr", words)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_alternative_texts_that_somebody_wrote_are_told(number, project):
    """Of diagrams, equations and tables; also with a dash in them."""
    text, result = merged(project, DESCRIBED, lambda found: describe(found, number, "An order – soon at sea"))
    assert (text, result.exit_code) == (DESCRIBED, 1)
    said = f"not compared: an alternative text: `An order – soon at sea`, on slide {number + 1}\n"
    assert result.stderr.count("not compared") == result.stderr.count(said) == 1
    assert said in run("diff", project.deck, project.folder / "build/edited.pptx").stderr


@pytest.mark.parametrize(("old", "new"), [("Check", "Look"), ("Levels by quay", "Noise"), ("Quay", "Berth")])
def test_alternative_texts_of_ours_are_not_told_where_words_have_changed(old, new, project):
    """What nobody wrote says the words as they were."""
    _, result = merged(project, DESCRIBED, replacing(old, new))
    assert "not compared" not in result.stderr


def test_what_is_said_of_a_table_on_a_new_slide_is_told(project):
    """The slide comes without it."""

    def add(found):
        slide = found.slides.add_slide(found.slides[1].slide_layout)
        slide.shapes.title.text = "New"
        table = slide.shapes.add_table(2, 2, Pt(72), Pt(200), Pt(300), Pt(100))
        table.table.cell(0, 0).text, table.table.cell(1, 1).text = "A", "4"
        table._element.nvGraphicFramePr.cNvPr.set("descr", "Noise by night")

    _, result = merged(project, SLIDES, add)
    assert result.exit_code == 1
    assert "not compared: an alternative text: `Noise by night`, on slide 5\n" in result.stderr


PICTURED = """\
title: Quays
slides:
  - title: Quays
  - title: Crane
    image: {file: ../crane.png, alt: A crane at night, credit: A. Lind}
  - title: Levels
    chart: {type: bar, categories: [North, South], values: [1, 2], alt: North is the quieter}
  - title: Again
    chart: {type: bar, categories: [North, South], values: [2, 3]}
"""


def play(slide, words):
    """Turn the pictures of a slide into films of which somebody says something."""
    for one in slide._element.iter("{*}pic"):
        one.nvPicPr.cNvPr.set("descr", words)
        one.nvPicPr.nvPr.append(parse_xml(f"<a:videoFile {nsdecls('a')}/>"))


def test_what_is_said_of_a_film_is_told(project):
    """The film is left out, and its words with it."""
    project.picture("crane.png", size=(64, 48))
    _, result = merged(project, PICTURED, lambda found: play(found.slides[1], "A crane at work"))
    assert result.exit_code == 1
    assert "not compared: an alternative text: `A crane at work`, on slide 2\n" in result.stderr


def test_what_pictures_and_charts_say_is_compared(project):
    """So it is not told besides: neither theirs, nor what somebody wrote there instead."""
    project.picture("crane.png", size=(64, 48))
    for change in (replacing("Levels", "Noise"), lambda found: describe(found, 1, "A crane")):
        _, result = merged(project, PICTURED, change)
        assert "not compared" not in result.stderr
