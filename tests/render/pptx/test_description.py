"""What the file says of itself and of its slides: properties, sections, notes, alt text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import yaml
from pptx import Presentation
from pptx.util import Pt

from deckmaker.credits import full_credits
from deckmaker.render.pptx import PptxRenderer
from deckmaker.render.pptx.charts.notes import chart_notes
from tests.projects import ROOT, Project
from tests.render.laid_out_decks import rendered_by
from tests.render.pptx.decks import document, every_deck, find, parts, pictures, presentation, slides, trees


def listed_sections(deck: str) -> list[tuple[str, list[str]]]:
    """Return the presentation's sections with the ids of their slides."""
    root = trees(deck, "ppt")["ppt/presentation.xml"]
    return [
        (section.get("name"), find(section, "p14:sldIdLst/p14:sldId/@id"))
        for section in find(root, "/p:presentation/p:extLst/p:ext/p14:sectionLst/p14:section")
    ]


def expected_sections(deck: str) -> list[tuple[str, list[str]]]:
    """Return the deck's sections with their slides; what comes before the first goes under the deck's title."""
    if not any(page.section for page in document(deck).pages):
        return []
    sections: list[tuple[str, list[str]]] = []
    for page, slide in slides(deck):
        if page.section or not sections:
            sections.append((page.section or document(deck).title, []))
        sections[-1][1].append(str(slide.slide_id))
    return sections


@pytest.mark.sampled(every=2)
@every_deck
def test_properties(deck: str) -> None:
    """Title, author and language are the deck's; nothing is said of the tools that made the file."""
    core = presentation(deck).core_properties
    expected = (document(deck).title, document(deck).author or "", document(deck).language)
    assert (core.title, core.author, core.language) == expected
    assert not any(b"python-pptx" in content for content in parts(deck).values())


def test_a_long_title_is_told_whole(tmp_path):
    """python-pptx knows no property of more than 255 characters."""
    title = "Night noise in the harbour and what it would cost to sleep again " * 5
    long = Project(tmp_path).document(f"title: {title}\nauthor: {title}\nslides: [{{title: A, layout: content}}]\n")
    core = Presentation(BytesIO(rendered_by(PptxRenderer(), long))).core_properties
    assert core.title == core.author == title.strip()


@every_deck
def test_page_size(deck: str) -> None:
    """Slides have the theme's size."""
    theme, file = document(deck).theme, presentation(deck)
    assert (file.slide_width, file.slide_height) == (Pt(theme.width), Pt(theme.height))


@every_deck
def test_sections(deck: str) -> None:
    """Sections have the deck's names and hold all slides, each once and in order."""
    assert listed_sections(deck) == expected_sections(deck)


def test_the_showcase_has_sections() -> None:
    """The comparison above is one of something, and a deck without sections lists none."""
    names = [name for name, _ in listed_sections("showcase")]
    assert names[0] == document("showcase").title and len(names) > 2
    assert listed_sections("us-china-fentanyl-talks") == []


@every_deck
def test_notes(deck: str) -> None:
    """Speaker notes are notes, a paragraph each, data of charts and credits below; slides without any have none."""
    noted = 0
    for page, slide in slides(deck):
        credits = full_credits(page.credits, document(deck).language)
        data = tuple(chart_notes(page, document(deck).language))
        assert slide.has_notes_slide == bool(page.notes or data or credits)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            expected = (*(note.text for note in page.notes), *data, *credits)
            assert tuple(one.text for one in frame.paragraphs) == expected
            noted += bool(page.notes)
    assert noted >= 2


@every_deck
def test_the_notes_master_is_listed(deck: str) -> None:
    """The presentation names the notes master that its notes rest on."""
    root = trees(deck, "ppt")["ppt/presentation.xml"]
    (listed,) = find(root, "/p:presentation/p:notesMasterIdLst/p:notesMasterId/@r:id")
    part = presentation(deck).part.related_part(listed)
    assert part.partname == "/ppt/notesMasters/notesMaster1.xml"


@pytest.mark.sampled(every=2)
@every_deck
def test_pictures_have_the_words_of_the_deck(deck: str) -> None:
    """Alt text is what the YAML says, slide by slide."""
    source = yaml.safe_load((ROOT / "decks" / f"{deck}.yaml").read_text(encoding="utf-8"))
    shown = [
        one for slide in source["slides"] for one in ([slide["image"]] if "image" in slide else slide.get("images", []))
    ]
    written = [one["alt"] for one in shown]
    assert [description(shape) for _, _, _, shape in pictures(deck)] == written
    assert len(written) >= 6


def description(shape: Any) -> str:
    """Return a shape's alt text."""
    return find(shape._element, "string(.//p:cNvPr/@descr)")


@pytest.mark.sampled(every=2)
@every_deck
def test_no_file_name_is_in_the_file(deck: str) -> None:
    """Nothing tells where the pictures came from: python-pptx alone would put file names into the alt text."""
    names = {item.file.path.name.encode() for _, _, item, _ in pictures(deck)}
    folders = {str(item.file.path.parent).encode() for _, _, item, _ in pictures(deck)}
    for part, content in parts(deck).items():
        if part.endswith((".xml", ".rels")):
            assert not [one for one in names | folders if one in content], part
