"""What comes again at one place of many slides: what is the theme's, what is content, and what is told."""

from __future__ import annotations

from functools import partial

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from tests.importing.presentations import (
    BLANK,
    TITLE_ONLY,
    content_slide,
    imported,
    picture,
    presentation,
    text_box,
)

FOOT = "words at the foot of slides are left out"
HEAD = "words at the head of many slides are left out"
NAMESPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def shown(found, left, top, width, is_decorative=False):
    """Add a slide with a picture at a place of a page of 10 by 7.5 inches, in inches."""
    one = content_slide(found, layout=TITLE_ONLY).shapes.add_picture(
        picture(), Inches(left), Inches(top), Inches(width)
    )
    if is_decorative:
        extension = f'<a:ext uri="{{C183D7F6}}"><d:decorative xmlns:d="{NAMESPACE}" val="1"/></a:ext>'
        own = one._element.nvPicPr.cNvPr
        own.append(parse_xml(f"<a:extLst {nsdecls('a')}>{extension}</a:extLst>"))


def with_footer(found, text):
    """Add a slide with a footer in its placeholder."""
    slide = content_slide(found, layout=TITLE_ONLY)
    footer = next(
        one for one in slide.slide_layout.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    )
    slide.shapes.clone_placeholder(footer)
    slide.placeholders[footer.placeholder_format.idx].text_frame.text = text
    return slide


@pytest.mark.parametrize(
    ("place", "is_content"),
    [
        ((1, 1.8, 8), True),  # a map on each slide
        ((4.5, 3, 1), True),  # small, but amid the page
        ((9, 0.2, 0.8), False),
        ((0.1, 3, 0.8), False),
        ((8, 6.8, 0.8), False),
    ],
)
def test_a_logo_is_small_and_at_an_edge(place, is_content):
    """Any other picture is content, on however many slides it stands."""
    make = partial(shown, left=place[0], top=place[1], width=place[2])
    found, files = imported(presentation(make, make, make))
    assert found.messages == []
    assert ["image" in slide for slide in found.slides] == [is_content] * 3
    assert bool(files) == is_content


def test_a_large_decorative_picture_of_many_slides_is_told_once():
    """A small one is a logo."""
    large, small = (partial(shown, left=1, top=2, width=width, is_decorative=True) for width in (8, 1))
    found, _ = imported(presentation(large, large, large))
    assert found.messages == [(2, "a decorative picture of many slides is left out")]
    assert imported(presentation(small, small, small))[0].messages == []


def headed(found, head, size, title=""):
    """Add a slide with a line of a size at its head."""
    slide = content_slide(found, title, layout=TITLE_ONLY if title else BLANK)
    text_box(slide, head, 0.3, 0.05, 8, 0.6).text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    text_box(slide, "Words", 1, 3)


def test_a_large_line_at_the_head_of_many_slides_is_the_title_of_those_without_one():
    """Of slides that go on with one thing; a line of their own goes before it."""

    def both(found):
        headed(found, "Results", 28)
        other = text_box(found.slides[-1], "Costs", 0.3, 1, 8, 0.6)
        other.text_frame.paragraphs[0].runs[0].font.size = Pt(28)

    make = partial(headed, head="Results", size=28)
    found, _ = imported(presentation(make, make, make, both))
    assert [slide["title"] for slide in found.slides] == ["Results", "Results", "Results", "Costs"]
    assert found.messages == [(5, f"{HEAD}: `Results`")]


def test_lines_of_what_is_told_are_parted():
    """Those of paragraphs, and those within one."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "Ministry\nof\vHarbours", 0.3, 0.05, 8, 0.6)

    found, _ = imported(presentation(make, make, make))
    assert found.messages == [(2, f"{HEAD}: `Ministry of Harbours`")]


@pytest.mark.parametrize(("size", "title"), [(28, "Title"), (12, "")])
def test_other_words_at_the_head_of_many_slides_are_told_once(size, title):
    """Slides have a title, or the words are too small for one."""
    make = partial(headed, head="Ministry of Harbours", size=size, title=title)
    found, _ = imported(presentation(make, make, make))
    assert found.messages == [(2, f"{HEAD}: `Ministry of Harbours`")]
    assert [slide.get("title", "") for slide in found.slides] == [title] * 3


def test_the_name_of_a_section_at_the_head_of_its_slides_is_not_told():
    """The deck has it as such."""
    make = partial(headed, head="Findings", size=12, title="Title")

    def sectioned(found):
        make(found)
        ids = [one.get("id") for one in found.part._element.sldIdLst]
        space = "http://schemas.microsoft.com/office/powerpoint/2010/main"
        listed = "".join(f'<p14:sldId id="{one}"/>' for one in ids[1:])
        section = f'<p14:section name="Findings" id="{{1}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
        inner = f'<p14:sectionLst xmlns:p14="{space}">{section}</p14:sectionLst>'
        found.part._element.append(
            parse_xml(f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9}}">{inner}</p:ext></p:extLst>')
        )

    found, _ = imported(presentation(make, make, sectioned))
    assert found.slides[0]["section"] == "Findings"
    assert found.messages == []


def test_the_footer_is_that_of_most_slides_and_others_are_told():
    """However short it is. Each is told once."""
    texts = ("Part B", "Part A, final and long", "Part A, final and long", "Part B", "Part B")
    found, _ = imported(presentation(*(partial(with_footer, text=one) for one in texts), cover=False))
    assert found.deck["footer"] == "Part B"
    assert found.messages == [(2, f"{FOOT}: `Part A, final and long`")]


def test_two_lines_at_the_foot_are_one_footer_and_one_that_is_told():
    """The one in the placeholder is the footer, although the other stands on more slides."""

    def make(found, has_footer=True):
        slide = with_footer(found, "Draft") if has_footer else content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "Ministry of Harbours", 0.3, 7)

    found, _ = imported(presentation(make, make, make, partial(make, has_footer=False)))
    assert found.deck["footer"] == "Draft"
    assert found.messages == [(2, f"{FOOT}: `Ministry of Harbours`")]


def test_the_number_of_a_slide_is_no_footer_and_no_drawing():
    """Nothing is said of it: pages of a deck are numbered."""

    def make(found, text):
        box = text_box(content_slide(found, layout=TITLE_ONLY), "", 1, 7)
        field = f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        box.text_frame.paragraphs[0]._p.append(parse_xml(f"{field}<a:t>{text}</a:t></a:fld>"))

    for texts in ("\u2039#\u203a" * 3, "234"):
        found, _ = imported(presentation(*(partial(make, text=one) for one in texts)))
        assert "footer" not in found.deck
        assert found.messages == []


def filled(slide, kind, *pieces):
    """Fill a placeholder of a type that stands on a slide's layout with words, and with fields."""
    layout = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.type == kind)
    slide.shapes.clone_placeholder(layout)
    paragraph = slide.placeholders[layout.placeholder_format.idx].text_frame.paragraphs[0]
    for words, type in pieces:
        if type:
            field = f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{type}">'
            paragraph._p.append(parse_xml(f"{field}<a:t>{words}</a:t></a:fld>"))
        else:
            paragraph.add_run().text = words


@pytest.mark.parametrize(
    ("kind", "pieces", "said"),
    [
        (PP_PLACEHOLDER.DATE, [("Meeting of 12 May 2031", "")], "Meeting of 12 May 2031"),
        (PP_PLACEHOLDER.DATE, [("3/4/2031", "datetime1")], ""),
        (PP_PLACEHOLDER.DATE, [("3/4/2031", "datetime1"), (", Oslo", "")], "3/4/2031, Oslo"),
        (PP_PLACEHOLDER.SLIDE_NUMBER, [("2", "slidenum")], ""),
        (PP_PLACEHOLDER.SLIDE_NUMBER, [("2", "")], ""),
        (PP_PLACEHOLDER.SLIDE_NUMBER, [("Annex B", "")], "Annex B"),
        (PP_PLACEHOLDER.SLIDE_NUMBER, [("2", "slidenum"), (" / 12", "")], ""),
        (PP_PLACEHOLDER.FOOTER, [("2", "slidenum")], ""),
    ],
)
def test_words_that_somebody_typed_for_the_day_or_the_number_are_told(kind, pieces, said):
    """What a program fills in says nothing."""
    content = presentation(lambda found: filled(content_slide(found, layout=TITLE_ONLY), kind, *pieces))
    assert imported(content)[0].messages == ([(2, f"{FOOT}: `{said}`")] if said else [])


def with_text(number, words, left=8, top=7, width=1.5):
    """Return what makes a slide with a text box at a place of a page of 10 by 7.5 inches, in inches."""

    def make(found):
        slide = content_slide(found, f"Slide {number}", layout=TITLE_ONLY)
        text_box(slide, "words", 1, 3)
        text_box(slide, words, left, top, width, 0.4)

    return make


@pytest.mark.parametrize(
    ("form", "is_told"),
    [
        ("{}", False),
        ("Page {}", False),
        ("Seite {} von 9", False),
        ("- {} -", False),
        ("{} / 9", False),
        ("Kestrel 2031 | {}", True),
        ("Day {}", True),
        ("2031 | {}", True),
    ],
)
@pytest.mark.parametrize("first", [0, 1, 2])
def test_numbers_of_slides_that_were_typed_are_no_words_of_these(form, is_told, first):
    """A deck's slides have theirs by themselves; other words beside them are told, those of each slide. The title slide
    may count or not."""
    texts = [form.format(one + first) for one in range(8)]
    found, _ = imported(presentation(*(with_text(*one) for one in enumerate(texts))))
    assert [one["text"] for one in found.slides] == ["words"] * 8
    assert found.messages == ([(2, f"{FOOT}: {', '.join(f'`{one}`' for one in texts)}")] if is_told else [])


@pytest.mark.parametrize(
    "make",
    [
        lambda one: with_text(one, f"Page {one + 2}", top=4),  # amid the page
        lambda one: with_text(one, f"Page {one * 2}"),  # which counts something else
        lambda one: with_text(one, str(one + 2019)),  # a year
        lambda one: with_text(one, f"Page {one + 41}"),  # of a book
        lambda one: with_text(one, f"Page {one + 2}", top=6.2 + one / 5),  # at another place each time
        lambda one: with_text(one, f"Part {'ABCDEF'[one]} {one + 2}"),
        lambda one: with_text(one, f"Page {one + 2}" if one < 2 else "No"),
    ],
)
def test_other_numbers_are_words_of_their_slides(make):
    """They say something that the deck does not."""
    found, _ = imported(presentation(*map(make, range(6))))
    assert len(found.slides[1]["text"].split()) > 1
