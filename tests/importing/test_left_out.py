"""What no deck has a place for, in whatever shape: struck and underlined words, hidden shapes, links, comments."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.powerpoint.pictures import PictureNames
from deckmaker.importing.powerpoint.slides import read_deck_of_presentation
from tests.importing.presentations import (
    TITLE_ONLY,
    body_of,
    content_slide,
    imported,
    picture,
    presentation,
    slide_of,
    text_box,
    with_parts,
)
from tests.projects import Project, run

HIDDEN = "a hidden shape is left out"
OLD_FORM = f'<p:cmLst {nsdecls("p")}><p:cm authorId="0" idx="1"><p:text>Wrong</p:text></p:cm></p:cmLst>'
TODAY = (
    '<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm id="{1}">'
    '<p188:replyLst><p188:reply id="{2}"/></p188:replyLst></p188:cm><p188:cm id="{3}"/></p188:cmLst>'
)
OLD_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
KIND_OF_TODAY = "http://schemas.microsoft.com/office/2018/10/relationships/comments"


def struck(run):
    """Strike a run of words through."""
    run.font._element.set("strike", "sngStrike")


def clicked(shape, address="", target=None, slide=None, action=None):
    """Give a whole shape a link: to the web, or to another slide, or to what an action names."""
    own = shape._element.xpath("./*/p:cNvPr")[0]
    id = slide.part.relate_to(target.part, RT.SLIDE) if target else ""
    id = slide.part.relate_to(address, RT.HYPERLINK, is_external=True) if address else id
    said = f' action="{action}"' if action else ""
    own.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{id}"{said}/>'))
    return shape


def test_words_that_are_struck_through_are_told():
    """On each slide, those of tables and notes among them; each stretch is one, and what is not struck is none."""

    def make(found):
        slide = content_slide(found)
        body_of(slide, (0, "Price "), (0, "stays"))
        first = slide.placeholders[1].text_frame.paragraphs[0]
        first.add_run().text = "10"
        for one in first.runs:
            struck(one)
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(6), Inches(1)).table
        table.cell(0, 0).text, table.cell(1, 1).text = "A", "cell"
        struck(table.cell(1, 1).text_frame.paragraphs[0].runs[0])
        slide.notes_slide.notes_text_frame.text = "note"
        struck(slide.notes_slide.notes_text_frame.paragraphs[0].runs[0])
        slide.placeholders[1].text_frame.paragraphs[1].runs[0].font._element.set("strike", "noStrike")

    said = "words that are struck through are there like others"
    found, _ = imported(presentation(make, make))
    assert found.messages == [(slide, f"{said}: `Price 10`, `cell`, `note`") for slide in (2, 3)]
    assert found.slides[0]["bullets"] == ["Price 10", "stays"]


def test_words_that_are_underlined_or_highlighted_are_told():
    """Once, with the words; links, which always are, and what says that it is not, are no loss."""

    def make(found):
        slide = content_slide(found)
        body_of(slide, (0, "May "), (0, "a link"), (0, "plain"))
        first, link, plain = (one.runs[0] for one in slide.placeholders[1].text_frame.paragraphs)
        first.font.underline, plain.font.underline = True, False
        link.hyperlink.address, link.font.underline = "https://example.org/x", True
        second = slide.placeholders[1].text_frame.paragraphs[0].add_run()
        second.text = "2031"
        yellow = f'<a:highlight {nsdecls("a")}><a:srgbClr val="FFFF00"/></a:highlight>'
        second._r.get_or_add_rPr().append(parse_xml(yellow))
        slide.notes_slide.notes_text_frame.text = "note"
        slide.notes_slide.notes_text_frame.paragraphs[0].runs[0].font.underline = True

    said = "words that are underlined or highlighted are there like others"
    found, _ = imported(presentation(make))
    assert found.messages == [(2, f"{said}: `May 2031`, `note`")]


def test_hidden_shapes_are_left_out_and_told():
    """Those in a hidden group, too. A hidden title is none."""

    def make(found):
        slide = content_slide(found, "Secret")
        slide.shapes.title._element.nvSpPr.cNvPr.set("hidden", "1")
        body_of(slide, (0, "seen"))
        hidden = text_box(slide, "Salaries", 1, 5)
        hidden._element.nvSpPr.cNvPr.set("hidden", "true")
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(0, 0, Inches(3), Inches(1)).text_frame.text = "inner"
        group.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        group._element.nvGrpSpPr.cNvPr.set("hidden", "1")

    found, files = imported(presentation(make))
    assert found.messages == [(2, f"{HIDDEN} (and 3 more like it)")]
    assert found.slides == [{"bullets": ["seen"]}]
    assert files == {}


def test_a_hidden_title_gives_no_name_to_a_slide():
    """To which others link."""

    def make(found):
        slides = [content_slide(found, title) for title in ("Start", "Secret")]
        slides[1].shapes.title._element.nvSpPr.cNvPr.set("hidden", "1")
        clicked(text_box(slides[0], "there", 1, 5), target=slides[1], slide=slides[0])

    found, _ = imported(presentation(make))
    assert found.slides[0]["text"] == "[there](#slide-3)"
    assert "secret" not in found.text.lower()


def test_a_link_on_a_whole_text_is_that_of_its_words():
    """To the web, to a slide, of each paragraph; a credit has it as data."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        clicked(text_box(slide, "Register\vhere\nor there", 1, 2), "https://example.org/a", slide=slide)
        clicked(text_box(slide, "Back", 1, 4), target=found.slides[0], slide=slide)
        clicked(text_box(slide, "Source: Port Authority", 1, 6), "https://example.org/noise", slide=slide)

    found, _ = imported(presentation(make))
    assert found.messages == []
    assert found.slides[0]["text"].split("\n\n") == [
        "[Register\\\nhere](https://example.org/a)",
        "[or there](https://example.org/a)",
        "[Back](#talk)\n",
    ]
    assert found.slides[0]["credit"] == {"text": "Source: Port Authority", "url": "https://example.org/noise"}


def test_code_keeps_its_link():
    """As words do."""

    def make(found):
        frame = body_of(content_slide(found), (0, "see "))
        run = frame.paragraphs[0].add_run()
        run.text, run.font.name, run.hyperlink.address = "x = [1]", "Consolas", "https://example.org/x"

    assert slide_of(make) == {"bullets": ["see [`x = [1]`](https://example.org/x)"]}


def test_links_of_pictures_and_shapes_are_told():
    """Also one on a text with a link of its own, and one on a group. What leads nowhere is none."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        linked = partial(slide.shapes.add_picture, picture(), Inches(5), Inches(2), Inches(2))
        clicked(linked(), "https://example.org/picture", slide=slide)
        clicked(linked(), target=found.slides[0], slide=slide, action="ppaction://hlinksldjump")
        clicked(linked(), action="ppaction://hlinkshowjump?jump=nextslide")
        clicked(linked(), action="ppaction://noaction")
        clicked(slide.shapes.add_group_shape(), "https://example.org/group", slide=slide)
        box = text_box(slide, "here", 1, 2)
        box.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/own"
        clicked(box, "https://example.org/box", slide=slide)

    found, _ = imported(presentation(make))
    addresses = ", ".join(f"`https://example.org/{one}`" for one in ("picture", "box", "group"))
    assert found.messages == [
        (2, f"a link on a picture or a shape is left out: {addresses}"),
        (2, "a picture or a shape no longer leads to a slide or a program (and 1 more like it)"),
    ]
    assert found.slides[0]["text"] == "[here](https://example.org/own)"


def test_a_link_on_a_whole_text_that_no_deck_can_have_is_told():
    """To a file, to the next slide, and to a macro."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        clicked(text_box(slide, "a", 1, 2), "file:///etc/passwd", slide=slide)
        clicked(text_box(slide, "b", 1, 4), slide=slide, action="ppaction://hlinkshowjump?jump=nextslide")

        clicked(text_box(slide, "c", 1, 5), slide=slide, action="ppaction://macro?name=Costs")

    said = [
        (2, "a link to a file is a text now: `file:///etc/passwd`"),
        (2, "a link to a slide is a text now"),
        (2, "a link that starts something is a text now: `ppaction://macro?name=Costs`"),
    ]
    assert slide_of(make, said) == {"text": "a\n\nb\n\nc\n"}


def with_comments(*parts):
    """Return a presentation with a comments part for each slide behind the first, of a kind and of some XML."""
    names = [f"ppt/slides/_rels/slide{number}.xml.rels" for number in range(2, len(parts) + 2)]

    def change(name, part):
        if name not in names:
            return part
        index = names.index(name)
        relation = f'<Relationship Id="rId99" Type="{parts[index][0]}" Target="../comments/{index}.xml"/>'
        return part.replace(b"</Relationships>", f"{relation}</Relationships>".encode())

    content = with_parts(
        presentation(*[partial(content_slide, title=f"T{index}") for index, _ in enumerate(parts)]), change
    )
    stream = BytesIO(content)
    with ZipFile(stream, "a") as archive:
        for index, (_, text) in enumerate(parts):
            archive.writestr(f"ppt/comments/{index}.xml", text)
    return stream.getvalue()


def test_comments_are_told_on_each_slide():
    """Those of the old form and of that of today, with their replies."""
    found, _ = imported(with_comments((OLD_KIND, OLD_FORM), (OLD_KIND, OLD_FORM), (KIND_OF_TODAY, TODAY)))
    one = "a comment is left out: `Wrong`"
    assert found.messages == [(2, one), (3, one), (4, "3 comments are left out")]


def test_comments_are_told_with_who_wrote_what():
    """In both forms; long ones are cut, and a reply is one of its own."""
    old = OLD_FORM.replace("Wrong", f"NAMES {'word ' * 40}")
    text = "<p188:txBody><a:p><a:r><a:t>Is `that` so?</a:t></a:r></a:p></p188:txBody>"
    reply = "<p188:txBody><a:p><a:r><a:t>No</a:t></a:r></a:p></p188:txBody>"
    today = TODAY.replace("<p188:cmLst ", f"<p188:cmLst {nsdecls('a')} ").replace(
        '<p188:cm id="{1}">', f'<p188:cm id="{{1}}" authorId="{{A}}">{text}'
    )
    today = today.replace('<p188:reply id="{2}"/>', f'<p188:reply id="{{2}}" authorId="7">{reply}</p188:reply>')
    content = with_parts(with_comments((OLD_KIND, old), (KIND_OF_TODAY, today)), _with_authors)
    stream = BytesIO(content)
    with ZipFile(stream, "a") as archive:
        archive.writestr(
            "ppt/commentAuthors.xml",
            f'<p:cmAuthorLst {nsdecls("p")}><p:cmAuthor id="0" name="Ada Lind"/></p:cmAuthorLst>',
        )
        archive.writestr(
            "ppt/authors.xml", '<authorLst><author id="{A}" name="Bo Moe"/><author id="7" name="Cy"/></authorLst>'
        )
    found, _ = imported(stream.getvalue())
    (_, first), (_, second) = found.messages
    assert first.startswith("a comment is left out: Ada Lind, `NAMES word word") and first.endswith("…`")
    assert len(first) < 120
    assert second == "3 comments are left out: Bo Moe, `Is 'that' so?`; Cy, `No`"


def _with_authors(name, part):
    if name != "ppt/_rels/presentation.xml.rels":
        return part
    kinds = (OLD_KIND.replace("comments", "commentAuthors"), KIND_OF_TODAY.replace("comments", "authors"))
    given = "".join(
        f'<Relationship Id="rId9{index}" Type="{kind}" Target="{kind.rpartition("/")[2]}.xml"/>'
        for index, kind in enumerate(kinds)
    )
    return part.replace(b"</Relationships>", f"{given}</Relationships>".encode())


def test_comments_that_cannot_be_read_are_told():
    """They keep no presentation from being imported; a list of none is nothing."""
    found, _ = imported(with_comments((OLD_KIND, "<p:cmLst"), (OLD_KIND, f"<p:cmLst {nsdecls('p')}/>")))
    assert found.messages == [(2, "a comment is left out")]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda slide: struck(text_box(slide, "x", 1, 5).text_frame.paragraphs[0].runs[0]),
            ("words that are struck through are there like others: `x`", "take out what no longer holds"),
        ),
        (
            lambda slide: setattr(text_box(slide, "x", 1, 5).text_frame.paragraphs[0].runs[0].font, "underline", True),
            (
                "words that are underlined or highlighted are there like others: `x`",
                "mark what matters: `**bold**` or `*italic*`",
            ),
        ),
        (
            lambda slide: text_box(slide, "x", 1, 5)._element.nvSpPr.cNvPr.set("hidden", "1"),
            (HIDDEN, "switch it on in the Selection Pane of PowerPoint if it belongs to the slide"),
        ),
        (
            lambda slide: clicked(
                slide.shapes.add_picture(picture(), 0, Inches(2)), "https://example.org/x", slide=slide
            ),
            ("a link on a picture or a shape is left out: `https://example.org/x`", "link in a `text`"),
        ),
        (
            lambda slide: clicked(
                slide.shapes.add_picture(picture(), 0, Inches(2)), action="ppaction://hlinkshowjump?jump=nextslide"
            ),
            (
                "a picture or a shape no longer leads to a slide or a program",
                "link to a slide in a `text`, as in `[costs](#costs)`",
            ),
        ),
    ],
)
def test_each_loss_has_its_help(make, expected):
    """Which says what to do."""
    content = presentation(lambda found: make(content_slide(found, layout=TITLE_ONLY)))
    assert told(content) == expected


def test_the_help_for_comments():
    """It says where they are."""
    assert told(with_comments((OLD_KIND, OLD_FORM))) == (
        "a comment is left out: `Wrong`",
        "read in PowerPoint what is still to do",
    )


def told(content):
    """Return the one message about a presentation, and its help."""
    diagnostics = Diagnostics()
    read_deck_of_presentation(content, "File", "talk.pptx", PictureNames("talk-pictures"), diagnostics)
    (one,) = diagnostics
    return one.message, one.help


AGENDA = """\
title: Noise
slides:
  - title: Noise
  - {title: Plan, agenda: true}
  - {title: A, section: One, text: a}
  - {title: B, section: 'Costs of 5 MW, and “more”', text: b}
"""


@pytest.mark.parametrize("language", ["en", "he"])
def test_entries_of_our_agendas_are_no_links(language, tmp_path):
    """They lead to their sections by themselves. Once somebody changed one in PowerPoint, all of them are."""
    project = Project(tmp_path)
    project.write(AGENDA.replace("title: Noise\n", f"title: Noise\nlanguage: {language}\n", 1))
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    content = (project.folder / "deck.pptx").read_bytes()
    found, _ = imported(content)
    assert found.messages == []
    assert found.slides[0]["agenda"] == "true"
    changed = with_parts(content, lambda name, part: part.replace(b">One<", b">To A<"))
    assert imported(changed)[0].slides[0]["text"].startswith("[To A](#a)")
