"""Links that no deck has a place for, wherever they are: each is told."""

from __future__ import annotations

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.importing.presentations import (
    TITLE_ONLY,
    content_slide,
    imported,
    picture,
    presentation,
    slide_of,
    text_box,
)
from tests.importing.test_furniture import with_footer
from tests.importing.test_left_out import clicked

ADDRESS = "https://example.org/"


def linked(box):
    """Link the words of a text box."""
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = ADDRESS


@pytest.mark.parametrize("top", [0.1, 6.8])
def test_links_of_words_at_the_head_or_foot_of_many_slides_are_told(top):
    """Whether they become the deck's footer, or are left out."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.title.top, slide.shapes.title.left = Inches(2), Inches(1)
        linked(text_box(slide, "Visit us", 6, top, height=0.4))

    found, _ = imported(presentation(make, make, make))
    assert (2, f"a link at the head or foot of slides is left out: `{ADDRESS}` (and 2 more like it)") in found.messages


def test_links_of_one_footer_are_told():
    """Its words are told, too."""

    def make(found):
        linked(with_footer(found, "Visit us").placeholders[11])

    found, _ = imported(presentation(make, content_slide, content_slide))
    assert (2, f"a link at the head or foot of slides is left out: `{ADDRESS}`") in found.messages


def test_links_of_logos_are_told():
    """They stand on many slides."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        clicked(slide.shapes.add_picture(picture(), Inches(9), Inches(0.2), Inches(0.8)), ADDRESS, slide=slide)

    found, _ = imported(presentation(make, make, make))
    assert found.messages == [(2, f"a link on a picture or a shape is left out: `{ADDRESS}` (and 2 more like it)")]


def test_what_pointing_does_is_told():
    """At words and at shapes, with the words that show there; what leads nowhere is none."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        web = slide.part.relate_to(ADDRESS, RT.HYPERLINK, is_external=True)
        box = text_box(slide, "words", 1, 2)
        linked(box)
        properties = box.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr()
        properties[-1].set("tooltip", "Read  on")
        properties.append(parse_xml(f'<a:hlinkMouseOver {nsdecls("a", "r")} r:id="{web}"/>'))
        for said in (
            'r:id="" action="ppaction://hlinkshowjump?jump=nextslide"',
            'r:id="" action="ppaction://noaction"',
        ):
            shape = text_box(slide, "shape", 1, 4)
            own = shape._element.xpath("./*/p:cNvPr")[0]
            own.append(parse_xml(f"<a:hlinkHover {nsdecls('a', 'r')} {said}/>"))

    said = [
        (2, "what shows where somebody points at a link is left out: `Read on`"),
        (2, f"a link that is followed by pointing at it is left out: `{ADDRESS}`"),
        (2, "pointing at a text or a shape no longer leads to a slide or a program"),
    ]
    assert slide_of(make, said)["text"].startswith(f"[words]({ADDRESS})")


def test_controls_are_told():
    """Each once, also where it is there in two forms for programs that know more and less."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        control = '<p:control spid="{}" name="c"/>'
        slide._element.cSld.append(
            parse_xml(
                f'<p:controls {nsdecls("p")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f"<mc:AlternateContent><mc:Choice Requires='v'>{control.format(1)}</mc:Choice><mc:Fallback>"
                f"{control.format(1)}</mc:Fallback></mc:AlternateContent>{control.format(2)}</p:controls>"
            )
        )

    what = "a control, such as a button or a field to type in, is left out"
    assert slide_of(make, [(2, f"{what} (and 1 more like it)")]) == {}


def test_notes_in_a_placeholder_without_a_type_are_notes():
    """Which is one of objects, such as text."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.notes_slide.notes_text_frame.text = "note"
        placeholder = slide.notes_slide.notes_placeholder._element.xpath(".//p:ph")[0]
        del placeholder.attrib["type"]

    assert slide_of(make) == {"notes": "note"}
