"""The trail of slides: the deck's own, and the section in which they stand as its last part."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import html
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.trail import OPENING_OR_CLOSING, trail_text
from deckmaker.render.registry import load_renderer
from deckmaker.theme import built_in_themes
from tests.projects import Project, briefing

SLIDES = """slides:
  - title: Night noise
  - title: Before
    text: A slide before the first section.
  - title: FINDINGS
    section: Findings
  - title: Where it comes from
    text: From ships.
  - title: Remedies
    section: What to do
    text: Two.
  - title: "*Findings*"
    section: Findings
    text: Again.
  - title: Further
    section: Findings
    text: Still.
"""

LONG = "What we found in the streets behind berth four in three winters, and what those who live there told us at night"


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def trails(document):
    """Return what the trail of each page reads, None where it has none."""
    slots = (page.slot("trail") for page in document.pages)
    return [slot and slot.item.setting.paragraphs[0].paragraph.text for slot in slots]


@pytest.mark.parametrize(("own", "before"), [("", ""), ("trail: [Home, Environment]\n", "Home / Environment")])
def test_slides_show_their_section_behind_the_trail(own, before, project):
    """Those whose title says it go without, as do those before the first."""
    document = project.document(f"title: Night noise\n{own}{SLIDES}")
    behind = f"{before} / " if before else ""
    names = [None, None, None, "Findings", "What to do", None, "Findings"]
    assert trails(document) == [behind + name if name else before or None for name in names]


def test_parts_of_a_slide_show_the_same(project):
    """The bracket with a part's number makes no other title of it."""
    items = ", ".join(f"night {number}" for number in range(60))
    deck = "title: T\noverflow: split\nslides:\n  - title: T\n"
    deck += f"  - {{title: Nights, section: Nights, bullets: [{items}]}}\n"
    deck += f"  - {{title: More, bullets: [{items}]}}\n"
    document = project.document(deck)
    first = [trail for page, trail in zip(document.pages, trails(document), strict=True) if "Nights" in page.title]
    second = [trail for page, trail in zip(document.pages, trails(document), strict=True) if "More" in page.title]
    assert len(first) > 1 and {*first} == {None}
    assert len(second) > 1 and {*second} == {"Nights"}


def test_slides_of_credits_do_without(project):
    """They are a section of their own, whose name is their title."""
    deck = f"title: T\ncredits: {{where: end}}\n{SLIDES}    credit: A. Lind\n"
    assert trails(project.document(deck))[-1] is None


def test_slides_that_open_or_close_a_deck_do_without(project):
    """They belong to all of it."""
    deck = "title: T\nslides:\n  - {title: T, section: A, layout: content, text: a}\n"
    deck += "  - {title: B, layout: title-only}\n  - {title: C, layout: closing}\n"
    deck += "  - {title: D, layout: content, text: d}\n"
    assert trails(project.document(deck)) == ["A", None, None, "A"]


APART = {"credits", *OPENING_OR_CLOSING}
LAYOUTS = [name for name, one in briefing().layouts.items() if "trail" in one.slots and name not in APART]


@pytest.mark.sampled(every=9)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_it_has_room_in_every_layout(size, theme, project):
    """A long name is cut where a layout has no room for it, with a note and never an error."""
    project.picture("a.png", (80, 60))
    picture = "image: {file: ../a.png, alt: A, credit: B}"
    pictured = [name for name in LAYOUTS if "picture" in briefing().layouts[name].slots]
    blocks = {name: picture if name in pictured else "text: A" for name in LAYOUTS}
    slides = "".join(f"  - {{title: '{name}', layout: {name}, {block}}}\n" for name, block in blocks.items())
    for name in ("Where we stand", LONG, "word" * 100):
        deck = f"title: T\ntheme: {theme}\nsize: '{size}'\ntrail: [Home, News]\n"
        deck += f"slides:\n  - {{title: T, section: '{name}'}}\n{slides}"
        document, diagnostics = project.read(deck)
        assert document, project.shown(diagnostics)
        assert not [one for one in diagnostics if one.severity.value == "error"]
        cut = {one.message.partition(":")[0] for one in diagnostics if one.code == "shortened-section"}
        pages = zip(document.pages, trails(document), strict=True)
        for page, trail in ((page, trail) for page, trail in pages if page.layout.name not in APART):
            slot = page.slot("trail")
            assert slot.item.setting.height + slot.item.offset <= slot.rect.height + 0.01
            assert trail.endswith(name) != (f"slide {page.number}" in cut)
            if name == "Where we stand":
                assert trail in ("Home / News / Where we stand", "… / News / Where we stand", "… / Where we stand")


def test_the_first_parts_give_way_before_the_name_is_cut():
    """Then words are left out, then letters; at last the trail stands alone. What has no room itself stays."""

    def shown(room, section="Our findings"):
        return trail_text(["Home", "News"], section, lambda text: len(text) <= room)

    assert shown(26) == "Home / News / Our findings"
    assert shown(25) == "… / News / Our findings"
    assert shown(16) == "… / Our findings"
    assert shown(12) == "Our findings"
    assert shown(11) == "Our…"
    assert shown(11, "Findings-of-ours") == "Findings-o…"
    assert trail_text(["A"], "Findings", lambda text: len(text) < 2) == "A"
    assert shown(10) == "Home / News"
    assert trail_text([], "Findings", lambda text: False) == ""
    assert trail_text([], None, lambda text: True) == ""


def test_parts_give_way_before_it_is_smaller():
    """Type is smaller where the section alone has no room, and no part is left out then."""

    def shown(room, in_smaller_type):
        trail = ["Home", "News"]
        return trail_text(trail, "Findings", lambda text: len(text) <= in_smaller_type, lambda text: len(text) <= room)

    assert shown(23, 30) == "Home / News / Findings"
    assert shown(16, 30) == "… / Findings"
    assert shown(8, 30) == "Findings"
    assert shown(7, 30) == "Home / News / Findings"


@pytest.mark.parametrize("theme", built_in_themes())
def test_it_has_its_size_below_a_picture(theme, tmp_path):
    """Where it has less room than above a text."""
    project = Project(tmp_path)
    project.picture("a.png", (1200, 500))
    slides = """slides:
  - {title: A, section: Findings of the year}
  - {title: A, layout: picture, image: {file: ../a.png, alt: A, credit: B}}
"""
    document = project.document(f"title: T\nsize: A4\ntheme: {theme}\ntrail: [Home, Environment, Briefings]\n{slides}")
    trail = next(one for one in document.pages[1].leaves if one.slot == "trail")
    assert trail.item.setting.size == document.pages[1].layout.slots["trail"].style.size


def test_no_letter_loses_its_marks():
    """A cut comes between clusters."""
    assert trail_text([], "e\u0301" * 9, lambda text: len(text) < 7) == "e\u0301" * 2 + "…"


def test_outputs_have_it_where_the_trail_is(project):
    """In PowerPoint in the text box of that name, in HTML in the element of that slot."""
    document = project.document(f"title: Night noise\ntrail: [Home]\n{SLIDES}")
    files = {}
    for name in ("pptx", "html"):
        sink = BytesIO()
        renderer = load_renderer(name, Diagnostics())
        assert renderer
        renderer.render(document, sink, Diagnostics())
        files[name] = sink.getvalue()
    slide = Presentation(BytesIO(files["pptx"])).slides[3]
    (shape,) = [one for one in slide.shapes if one.name == "Trail"]
    assert shape.text_frame.text == "Home / Findings"
    section = html.fromstring(files["html"].decode()).findall(".//section")[3]
    (element,) = section.find_class("slot-trail")
    assert element.text_content() == "Home / Findings"
