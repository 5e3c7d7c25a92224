"""Notes of presentations: all that somebody wrote on their pages, and nothing that deckmaker wrote there."""

from __future__ import annotations

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from tests.importing.presentations import TITLE_ONLY, content_slide, imported, picture, presentation, slide_of
from tests.projects import Project, run

LIKE_OURS = "Say this.\nCredits\nSource: Eurostat told us\nData of the chart\nyear\t2020\nAfterwards"


def noted(found, text):
    """Add a slide with notes, and return their page."""
    page = content_slide(found, layout=TITLE_ONLY).notes_slide
    page.notes_text_frame.text = text
    return page


def added(page, kind, words, type=""):
    """Add a text to a page of notes: a text box, or a placeholder of a type."""
    placeholder = f'<p:ph type="{type}"/>' if type else ""
    page.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="77" name="{kind}"/><p:cNvSpPr/><p:nvPr>{placeholder}'
            f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>{words}</a:p></p:txBody></p:sp>"
        )
    )


def typed(words):
    """Return a run."""
    return f"<a:r><a:t>{words}</a:t></a:r>"


def test_notes_that_look_like_ours_stay_in_the_files_of_others():
    """Whatever their headings are."""
    assert slide_of(lambda found: noted(found, LIKE_OURS))["notes"].rstrip("\n") == LIKE_OURS.replace("\t", " ")


def test_notes_that_deckmaker_wrote_are_none(tmp_path):
    """They follow the slide: credits and the data of charts. What is typed below them, and alike words, are notes."""
    project = Project(tmp_path)
    chart = "{type: bar, categories: [North, South], values: [1, 2]}"
    project.write(
        f"title: T\nslides:\n  - {{title: T}}\n  - title: A\n    chart: {chart}\n    credit: 'Source: Eurostat'\n"
        "    notes: |\n      Say this.\n      Data of the chart\n"
    )
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    found, _ = imported((project.folder / "deck.pptx").read_bytes())
    assert found.slides[0]["notes"] == "Say this.\nData of the chart\n"


def test_text_boxes_on_pages_of_notes_are_notes():
    """Below those of the placeholder."""

    def make(found):
        page = noted(found, "Say this.")
        added(page, "TextBox", typed("And that."))
        added(page, "Empty", typed(" "))

    assert slide_of(make) == {"notes": "Say this.\nAnd that.\n"}


def test_what_else_stands_on_pages_of_notes_is_told():
    """But for the day and the number, which programs write."""

    def make(found):
        page = noted(found, "Say this.")
        added(page, "Header", typed("Ministry of Harbours"), "hdr")
        added(page, "Date", '<a:fld id="{5BCAD085}" type="datetime1"><a:t>3/4/2031</a:t></a:fld>', "dt")
        added(page, "Number", typed("7"), "sldNum")
        _, id = page.part.get_or_add_image_part(picture())
        page.shapes._spTree.append(
            parse_xml(
                f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="9" name="P"/><p:cNvPicPr/>'
                "<p:nvPr/></p:nvPicPr>"
                f'<p:blipFill><a:blip r:embed="{id}"/></p:blipFill><p:spPr/></p:pic>'
            )
        )

    said = [
        (2, "words at the head and foot of notes pages are left out: `Ministry of Harbours`"),
        (2, "a picture, a table or a chart on a notes page is left out"),
    ]
    assert slide_of(make, said) == {"notes": "Say this."}


def test_links_of_notes_have_their_addresses_behind_them():
    """But where the words are the address. One that no deck can have is told."""

    def make(found):
        paragraph = noted(found, "").notes_text_frame.paragraphs[0]
        for words, address in (
            ("see ", ""),
            ("the ", "https://example.org/noise"),
            ("study ", "https://example.org/noise"),
            ("at ", ""),
            ("https://example.org", "https://example.org/"),
            (", ask ", ""),
            ("a@example.org", "mailto:a@example.org"),
            (" or a ", ""),
            ("file", "file:///etc/passwd"),
        ):
            one = paragraph.add_run()
            one.text = words
            if address:
                one.hyperlink.address = address

    said = [(2, "a link to a file is a text now: `file:///etc/passwd`")]
    expected = "see the study (https://example.org/noise) at https://example.org, ask a@example.org or a file"
    assert slide_of(make, said) == {"notes": expected}


def test_signs_of_equations_in_notes_are_words():
    """Of which a deck has plain ones there."""

    def make(found):
        page = noted(found, "")
        math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        paragraph = page.notes_text_frame.paragraphs[0]._p
        paragraph.append(parse_xml(f"<a:r {nsdecls('a')}><a:t>As </a:t></a:r>"))
        paragraph.append(parse_xml(f"<m:oMath {math}><m:r><m:t>E=mc</m:t></m:r></m:oMath>"))

    assert slide_of(make) == {"notes": "As E=mc"}
    assert imported(presentation(lambda found: content_slide(found).notes_slide))[0].messages == []


NUMBER, DOT = '<a:buAutoNum type="arabicPeriod"/>', '<a:buChar char="•"/>'


def listed(words, mark, level=0, more=""):
    """Return a paragraph with a mark."""
    return f'<a:p><a:pPr lvl="{level}"{more}>{mark}</a:pPr>{typed(words)}</a:p>'


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((("Say", ""), ("a", NUMBER), ("b", NUMBER), ("end", "")), "Say\n\n1. a\n2. b\n\nend\n"),
        ((("a", DOT), ("b", NUMBER, 1), ("c", NUMBER, 1), ("d", DOT)), "- a\n  1. b\n  2. c\n- d\n"),
        ((("a", NUMBER), ("b", DOT), ("c", DOT)), "1. a\n- b\n- c\n"),
        ((("a", '<a:buAutoNum type="romanLcPeriod" startAt="4"/>'), ("b", NUMBER)), "4. a\n5. b\n"),
        ((("a", NUMBER), ("more", "<a:buNone/>", 0, ' marL="228600"'), ("b", NUMBER)), "1. a\n\n   more\n2. b\n"),
        ((("a", NUMBER), ("end", ""), ("b", NUMBER)), "1. a\n\nend\n\n1. b\n"),
    ],
)
def test_lists_in_notes_keep_their_marks(paragraphs, expected):
    """Numbers, dots and levels, as the deck's notes have them."""

    def make(found):
        body = noted(found, "").notes_text_frame._txBody
        body.remove(body.p_lst[0])
        for one in paragraphs:
            body.append(parse_xml(listed(*one).replace("<a:p>", f"<a:p {nsdecls('a')}>", 1)))

    assert slide_of(make)["notes"] == (expected if "\n" in expected.strip() else expected.strip())


def test_lists_in_notes_come_back_as_they_were(tmp_path):
    """Of our own presentations."""
    notes = "Say:\n\n1. one\n   more of it\n\n   and more\n   - below\n2. two\n- x\n\nend\n\n3. three\n4. four\n"
    project = Project(tmp_path)
    written = notes.replace("\n", "\n      ")
    project.write(f"title: T\nslides:\n  - {{title: T}}\n  - title: A\n    text: x\n    notes: |\n      {written}\n")
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    found, _ = imported((project.folder / "deck.pptx").read_bytes())
    assert found.slides[0]["notes"] == notes
