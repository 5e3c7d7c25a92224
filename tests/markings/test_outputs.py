"""Markings in files, read back by readers that had no part in writing them."""

from __future__ import annotations

import copy
import subprocess

import pikepdf
import pytest
from lxml import etree, html
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.render.pptx.made_of import made_of, with_made_of
from tests.importing.presentations import with_parts
from tests.merging.presentations import merged
from tests.open_xml_sdk import complaints
from tests.projects import Project, run
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.tagged_text import read_tagged
from tests.render.pdf.vera_pdf import broken_rules

DECK = """\
title: Port security
marking: TLP:AMBER
slides:
  - title: Port security

  - title: Three things
    marking: TLP:GREEN
    text: Two berths are closed.
    notes: Ask for the log.

  - title: A table
    table: {rows: [[Berth, Level], [Berth 4, 62]]}
"""
OWN = ["TLP:AMBER", "TLP:GREEN", "TLP:AMBER"]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The deck in all formats."""
    project = Project(tmp_path_factory.mktemp("marked"))
    project.write(DECK + "pdf: {handout: 2, notes: true, cover: true}\n")
    formats = ("pptx", "pdf", "html", "md", "handout", "notes")
    result = run("build", project.deck, *(one for format in formats for one in ("-f", format)))
    assert result.exit_code == 0 and not result.stderr, result.stderr
    return project.folder / "build"


def words_of(path, page):
    """Return the lines of a PDF's page, by poppler."""
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), path, "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [line.strip() for line in done.stdout.replace("\f", "").splitlines() if line.strip()]


@pytest.mark.outside
def test_pages_of_a_pdf_begin_and_end_with_them(files):
    """That at the foot is an artifact: who hears a page hears it once, before the title."""
    for page, own in enumerate(OWN, start=1):
        lines = words_of(files / "deck.pdf", page)
        assert (lines[0], lines[-1]) == (own, own)
    sections = read_tagged((files / "deck.pdf").read_bytes())
    said = [[text for one in section.walk() for text in (one.text,) if not one.elements] for section in sections]
    assert [one[0] for one in said] == OWN
    assert all(sum(own in text for text in one) == 1 for own, one in zip(OWN, said, strict=True))


@pytest.mark.outside
@pytest.mark.parametrize("name", ["deck-handout", "deck-notes"])
def test_sheets_begin_and_end_with_the_deck_s(name, files):
    """Covers, too."""
    with pikepdf.open(files / f"{name}.pdf") as pdf:
        count = len(pdf.pages)
        assert problems_of(pdf) == []
    assert count >= 3
    for page in range(1, count + 1):
        lines = words_of(files / f"{name}.pdf", page)
        assert (lines[0], lines[-1]) == ("TLP:AMBER", "TLP:AMBER")


@pytest.mark.outside
def test_files_are_sound(files):
    """By validators of both formats."""
    paths = [files / f"{name}.pdf" for name in ("deck", "deck-handout", "deck-notes")]
    assert broken_rules("ua1", paths) == {path: [] for path in paths}
    assert complaints(files / "deck.pptx") == []
    result = OpenXmlValidator(strict=True).validate(files / "deck.pptx")
    assert result.is_valid, result.errors


def test_programs_find_them(files):
    """In what files say of themselves."""
    with pikepdf.open(files / "deck.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:subject"] == {"TLP:AMBER"} and metadata["pdf:Keywords"] == "TLP:AMBER"
        assert str(pdf.docinfo.Keywords) == "TLP:AMBER"
    page = html.fromstring((files / "deck.html").read_bytes())
    assert page.xpath("//meta[@name='marking']/@content") == ["TLP:AMBER"]
    package = Presentation(str(files / "deck.pptx")).part.package
    (part,) = [one for one in package.iter_parts() if one.partname == "/docProps/custom.xml"]
    found = etree.fromstring(part.blob).xpath("//*[@name='deckmaker marking']/*/text()")
    assert found == ["TLP:AMBER"]


def test_slides_of_a_presentation_have_groups_of_them(files):
    """Above all else on their slide; that at the foot is decorative."""
    slides = Presentation(str(files / "deck.pptx")).slides
    for slide, own in zip(slides, OWN, strict=True):
        groups = list(slide.shapes)[-2:]
        assert [one.name.rstrip("0123456789") for one in groups] == ["Marking "] * 2
        texts = [[one for one in group.shapes if one.has_text_frame and one.text_frame.text] for group in groups]
        assert [[one.text_frame.text for one in found] for found in texts] == [[own], [own]]
        is_decorative = [b"decorative" in etree.tostring(found[0]._element) for found in texts]
        assert is_decorative == [False, True]


def test_a_page_says_each_once(files):
    """To who hears it; who sees it sees two."""
    page = html.fromstring((files / "deck.html").read_bytes())
    for section, own in zip(page.xpath("//main/section"), OWN, strict=True):
        found = [one for one in section.iter("div", "p") if "".join(one.itertext()).strip() == own]
        outer = [one for one in found if "text" in (one.get("class") or "").split()]
        assert [one.get("aria-hidden") for one in outer] == [None, "true"]


def test_markdown_has_them_below_titles(files, tmp_path):
    """Bold; above them, an import would make slides of them."""
    parts = (files / "deck.md").read_text().split("\n---\n")
    assert [part.strip().split("\n\n")[1].strip() for part in parts] == [f"**{own}**" for own in OWN]
    assert all(part.count("TLP:") == 1 for part in parts)
    assert run("import", files / "deck.md", "-o", tmp_path / "again.yaml").exit_code == 0
    assert (tmp_path / "again.yaml").read_text().count("- title:") == len(OWN)


def test_an_import_has_them(files, tmp_path):
    """As they were written: that of the deck once."""
    target = tmp_path / "again.yaml"
    assert run("import", files / "deck.pptx", "-o", target).exit_code == 0
    text = target.read_text()
    assert text.count("marking: TLP:AMBER") == 1 and text.count("marking: TLP:GREEN") == 1 and text.count("TLP:") == 2
    assert run("check", target).exit_code == 0


def relabel(presentation):
    """Give the third slide another marking, as somebody does who types."""
    for shape in presentation.slides[2].shapes:
        if shape.name.startswith("Marking"):
            for one in shape.shapes:
                if one.has_text_frame and one.text_frame.text:
                    one.text_frame.paragraphs[0].runs[0].text = "TLP:RED"


def test_one_that_somebody_changed_is_told(tmp_path):
    """And left to the author: it says who may have the whole deck."""
    project = Project(tmp_path)
    text, result = merged(project, DECK, relabel)
    assert text == DECK and "marking added: TLP:RED" in result.stdout
    assert "marking added: TLP:RED" in run("diff", project.deck, project.folder / "build/edited.pptx").stdout


def groups(presentation):
    """Return the groups of all markings of a presentation."""
    return [one for slide in presentation.slides for one in slide.shapes if one.name.startswith("Marking")]


def lower(presentation):
    """Give all slides the lowest label."""
    for group in groups(presentation):
        for one in group.shapes:
            if one.has_text_frame and one.text_frame.text:
                one.text_frame.paragraphs[0].runs[0].text = "TLP:CLEAR"


def unmark(presentation):
    """Take all markings away."""
    for group in groups(presentation):
        group._element.getparent().remove(group._element)


@pytest.mark.parametrize("change", [lower, unmark])
def test_a_merge_writes_no_marking(change, tmp_path):
    """Neither a lower one nor none: who may know a deck is for its author to say."""
    text, result = merged(Project(tmp_path), DECK, change)
    assert text == DECK and "Left to you" in result.stdout and "marking" in result.stdout


def add(label):
    """Return what adds a slide with a marking, as somebody does who copies one."""

    def change(presentation):
        new = presentation.slides.add_slide(presentation.slides[2].slide_layout)
        new.shapes.title.text = "What we heard"
        for group in (one for one in presentation.slides[1].shapes if one.name.startswith("Marking")):
            new.shapes._spTree.append(copy.deepcopy(group._element))
        for one in (one for group in new.shapes if group.name.startswith("Marking") for one in group.shapes):
            if one.has_text_frame and one.text_frame.text:
                one.text_frame.paragraphs[0].runs[0].text = label

    return change


def test_a_slide_that_somebody_added_keeps_its_marking(tmp_path):
    """It is theirs."""
    text, result = merged(Project(tmp_path), DECK, add("TLP:CLEAR"))
    assert text == f"{DECK}\n  - title: What we heard\n    marking: TLP:CLEAR\n" and "is marked" not in result.stdout


def test_a_slide_for_fewer_people_than_the_deck_is_left_out(tmp_path):
    """With the reason."""
    text, result = merged(Project(tmp_path), DECK, add("TLP:RED"))
    assert text == DECK and "Slide 4 is marked TLP:RED, and the deck is for more people: write that" in result.stdout


def test_without_a_change_nothing_is_told(tmp_path):
    """Of either."""
    _, result = merged(Project(tmp_path), DECK, lambda _: None)
    assert "marking" not in result.stdout


def test_a_deck_for_some_readers_tells_its_marking_alone(tmp_path):
    """And not of what it was made."""
    project = Project(tmp_path)
    project.write(DECK.replace("slides:\n", "audiences: [board]\nslides:\n"))
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    (path,) = (project.folder / "build").rglob("*.pptx")
    parts = {one.partname: one.blob for one in Presentation(str(path)).part.package.iter_parts()}
    assert b"deckmaker marking" in parts["/docProps/custom.xml"]
    assert b"deckmaker source" not in parts["/docProps/custom.xml"]


def test_an_import_takes_it_as_it_is_written(tmp_path):
    """It has no marks, and neither has a footer."""
    project = Project(tmp_path)
    words = "Not *for* [press]"
    project.write(f"title: T\nfooter: {words}\nmarking: {words}\nslides: [{{title: T}}, {{title: A, text: b}}]\n")
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    again = project.deck.with_name("again.yaml")
    assert run("import", project.folder / "build/deck.pptx", "-o", again).exit_code == 0
    assert again.read_text().count(f": {words}") == 2


def test_broken_properties_are_no_reason_to_import_nothing(files, tmp_path):
    """All else is there."""
    whole = (files / "deck.pptx").read_bytes()
    broken = with_parts(whole, lambda name, part: b"<x" if name == "docProps/custom.xml" else part)
    (tmp_path / "broken.pptx").write_bytes(broken)
    assert run("import", tmp_path / "broken.pptx", "-o", tmp_path / "again.yaml").exit_code == 0
    assert "Two berths are closed." in (tmp_path / "again.yaml").read_text()


def test_a_template_tells_no_marking_of_another_deck(tmp_path):
    """One that was made of a marked presentation."""
    project = Project(tmp_path)
    template = made_of(project.document("title: A\nmarking: TLP:RED\nslides: [title: B]\n"))
    for deck, found in (("marking: Draft\n", ["Draft"]), ("", [])):
        document = project.document(f"title: A\n{deck}slides: [title: B]\n")
        root = etree.fromstring(with_made_of(template, document))
        assert root.xpath("//*[@name='deckmaker marking']/*/text()") == found
    some = project.document("title: A\naudiences: [x]\nslides: [{title: B, only: x}, {title: C}]\n")
    assert b"deckmaker" not in with_made_of(template, some)


def test_a_long_one_is_whole_on_sheets(tmp_path):
    """As it is on slides: in smaller letters."""
    project = Project(tmp_path)
    marking = (
        "For the members of the harbour board and of its committee on noise alone, not to be passed on before the "
        "meeting of the third of December"
    )
    project.write(f"title: T\nmarking: {marking}\nslides: [title: A]\npdf: {{handout: 2, notes: true}}\n")
    assert run("build", project.deck, "-f", "handout", "-f", "notes").exit_code == 0
    for path in sorted((project.folder / "build").glob("*.pdf")):
        assert [line for line in words_of(path, 1) if line.startswith("For the members")] == [marking] * 4


def test_diff_and_show_tell_them(tmp_path):
    """Of decks."""
    project = Project(tmp_path)
    project.write(DECK)
    other = project.deck.with_name("other.yaml")
    other.write_text(DECK.replace("TLP:AMBER", "TLP:RED").replace("TLP:GREEN", "TLP:CLEAR"))
    said = run("diff", project.deck, other).stdout
    assert "marking: TLP:[-AMBER-]{+RED+}" in said and "CLEAR" in said
    assert run("show", project.deck).stdout.count("marked TLP:AMBER") == 2
    assert '"marking": "TLP:GREEN"' in run("show", project.deck, "-f", "json").stdout
