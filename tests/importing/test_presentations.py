"""Presentations to decks: what python-pptx, Pandoc, LibreOffice and deckmaker itself write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from tests.importing.presentations import (
    BLANK,
    COMPARISON,
    SECTION,
    TITLE,
    TITLE_ONLY,
    TWO,
    body_of,
    content_slide,
    imported,
    picture,
    presentation,
    slide_of,
    text_box,
    with_parts,
)


def test_bodies_are_lists_with_their_levels():
    """A placeholder's paragraphs have bullets, as the master says, unless they say otherwise."""

    def make(found):
        body_of(content_slide(found), (0, "a"), (0, "b: c"), (1, "d"), (2, "e"), (0, "f"))

    assert slide_of(make) == {"bullets": ["a", {"b: c": [{"d": ["e"]}]}, "f"]}


def test_what_a_paragraph_says_of_its_bullet_goes_before_its_master():
    """None, a number, or a sign that somebody typed."""

    def make(found):
        frame = body_of(content_slide(found), (0, "Before"), (0, "a"), (0, "b"), (0, "c"))
        for one, tag in zip(frame.paragraphs, ("buNone", "buAutoNum", "buAutoNum", "buNone"), strict=True):
            properties = one._p.get_or_add_pPr()
            properties.append(properties.makeelement(f"{{{one._p.nsmap['a']}}}{tag}", {"type": "arabicPeriod"}))

    assert slide_of(make) == {"text": "Before\n\n1. a\n2. b\n\nc\n"}

    def typed(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "• one\n• two", 1, 3)

    assert slide_of(typed) == {"bullets": ["one", "two"]}


def test_words_have_their_marks_and_links():
    """Bold, italic, raised, linked; signs of Markdown are signs."""

    def make(found):
        frame = body_of(content_slide(found), (0, ""))
        one = frame.paragraphs[0]
        for text, look in (
            ("a ", ""),
            ("bold", "b"),
            (" and ", ""),
            ("italic ", "i"),
            ("x*y*", ""),
            (" CO", ""),
            ("2", "s"),
        ):
            run = one.add_run()
            run.text = text
            run.font.bold, run.font.italic = "b" in look or None, "i" in look or None
            if look == "s":
                run.font._element.set("baseline", "-25000")
        link = one.add_run()
        link.text, link.hyperlink.address = " site", "https://example.org/a_(b)"
        code = one.add_run()
        code.text, code.font.name = " x = 1", "Consolas"

    expected = "a **bold** and *italic* x\\*y\\* CO~2~ [site](<https://example.org/a_(b)>) `x = 1`"
    assert slide_of(make) == {"bullets": [expected]}


def test_code_is_code():
    """Lines in a font for code, their spaces kept."""

    def make(found):
        box = text_box(content_slide(found, layout=TITLE_ONLY), "def f():\n    return 1", 1, 3)
        for one in box.text_frame.paragraphs:
            one.runs[0].font.name = "Courier New"

    assert slide_of(make) == {"text": "```\ndef f():\n    return 1\n```\n"}


ELSEWHERE = "a link to what decks do not lead to is a text now"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("file:///etc/passwd", "a link to a file is a text now: `file:///etc/passwd`"),
        ("C:\\costs.xlsx", "a link to a file is a text now: `C:\\costs.xlsx`"),
        ("../costs.xlsx", "a link to a file is a text now: `../costs.xlsx`"),
        ("javascript:alert(1)", f"{ELSEWHERE}: `javascript:alert(1)`"),
        (f"ftp://example.org/{'x' * 120}", f"{ELSEWHERE}: `ftp://example.org/{'x' * 81}…`"),
    ],
)
def test_links_that_lead_elsewhere_are_texts_and_told(address, told):
    """With their addresses, cut."""

    def make(found):
        frame = body_of(content_slide(found), (0, "a"))
        frame.paragraphs[0].runs[0].hyperlink.address = address

    assert slide_of(make, [(2, told)]) == {"bullets": ["a"]}


def test_links_to_slides_lead_to_their_ids():
    """Those are the names that slides have, else made of their titles; only slides that are led to have one."""

    def make(found):
        slides = [content_slide(found, title) for title in ("Start", "What it costs", "What it costs", "A", "B", "C")]
        for slide, name in zip(slides[3:], ("what-it-costs", "no id: a sentence", "unlinked"), strict=True):
            slide._element.cSld.set("name", name)
        frame = body_of(slides[0], *((0, text) for text in "abcd"))
        for paragraph, target in zip(frame.paragraphs, slides[1:5], strict=True):
            click = (
                paragraph.runs[0]._r.get_or_add_rPr().add_hlinkClick(slides[0].part.relate_to(target.part, RT.SLIDE))
            )
            click.set("action", "ppaction://hlinksldjump")

    found, _ = imported(presentation(make))
    assert found.messages == []
    ids = ["what-it-costs-2", "what-it-costs-3", "what-it-costs", "b"]
    assert found.slides[0]["bullets"] == [f"[{word}](#{id})" for word, id in zip("abcd", ids, strict=True)]
    assert [slide.get("id") for slide in found.slides] == [None, *ids, None]


def test_tables_keep_what_spans_and_what_is_a_header():
    """Merged cells, the header's bold letters aside."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
        for row, cells in enumerate((("A", "B", ""), ("x", "1.50", "2"), ("y", "3", "4"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).text_frame.paragraphs[0].runs[0].font.bold = True

    rows = [["A", {"text": "B", "columns": "2"}], ["x", "1.50", "2"], ["y", "3", "4"]]
    assert slide_of(make) == {"table": {"rows": rows}}


def test_pictures_are_files_beside_the_deck_each_once():
    """With what they say of themselves; what PowerPoint adds of its own is left out."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        one = slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        one._element.nvPicPr.cNvPr.set("descr", "Berth 4\n\nDescription automatically generated")

    def again(found):
        slide = content_slide(found, "Again", TITLE_ONLY)
        slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        slide.shapes.add_picture(picture("JPEG"), Inches(5), Inches(2), Inches(3))

    found, files = imported(presentation(make, again))
    assert found.messages == []
    assert found.slides[0]["image"] == {"file": "talk-pictures/slide-02-1.png", "alt": "Berth 4"}
    assert [one["file"] for one in found.slides[1]["images"]] == [
        "talk-pictures/slide-02-1.png",
        "talk-pictures/slide-03-1.jpg",
    ]
    assert files["talk-pictures/slide-02-1.png"] == picture().getvalue()
    assert len(files) == 2


def test_cropped_pictures_films_and_drawn_shapes_are_told():
    """What a deck has not."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3)).crop_left = 0.2
        slide.shapes.add_shape(1, Inches(5), Inches(2), Inches(1), Inches(1))

    said = [(2, "a picture that was cropped is there whole"), (2, "a drawn shape without words is left out")]
    assert "image" in slide_of(make, said)


@pytest.mark.parametrize("kind", ["videoFile", "audioFile", "wavAudioFile", "quickTimeFile", "audioCd"])
def test_films_and_sounds_are_told_in_whatever_form(kind):
    """What is seen of them is their poster or an icon, and no picture of the slide."""

    def make(found):
        shape = content_slide(found, layout=TITLE_ONLY).shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        said = shape._element.xpath("./p:nvPicPr/p:nvPr")[0]
        said.insert(0, parse_xml(f"<a:{kind} {nsdecls('a')}/>"))

    assert slide_of(make, [(2, "a film or a sound is left out")]) == {}


def test_pictures_that_are_no_shapes_are_told():
    """Those that fill a shape, or lie behind a slide; and what was drawn with a pen."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        fill = parse_xml(f"<a:blipFill {nsdecls('a')}><a:blip/></a:blipFill>")
        text_box(slide, "Words", 1, 2)._element.spPr.append(fill)
        behind = f"<p:bg {nsdecls('p', 'a')}><p:bgPr><a:blipFill><a:blip/></a:blipFill></p:bgPr></p:bg>"
        slide._element.cSld.insert(0, parse_xml(behind))
        slide.shapes._spTree.append(parse_xml(f"<p:contentPart {nsdecls('p')}/>"))
        outline = slide.shapes.build_freeform()
        outline.add_line_segments([(100, 100), (200, 0)])
        outline.convert_to_shape()

    said = [
        (2, "what was drawn with a pen is left out"),
        (2, "a drawn shape without words is left out"),
        (2, "a picture that fills a shape is left out"),
        (2, "a picture behind a slide is left out"),
    ]
    assert slide_of(make, said) == {"text": "Words"}


def test_lines_that_begin_as_credits_are_credits():
    """`Source:` of the slide, `Photo:` of its picture, in any language of the labels; addresses are data."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        box = text_box(slide, "Source: Port Authority", 1, 6.5)
        box.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/noise"
        text_box(slide, "Foto: A. Lind", 5, 6.5)

    assert slide_of(make) == {
        "image": {"file": "talk-pictures/slide-02-1.png", "credit": "Foto: A. Lind"},
        "credit": {"text": "Source: Port Authority", "url": "https://example.org/noise"},
    }


def test_credits_of_pictures_beyond_these_are_the_slide_s():
    """Whoever made them, none is left out; one that stands there twice is one."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3))
        text_box(slide, "Photo: A. Lind\nPhoto: B. Oskarsson\nPhoto: A. Lind\nSource: Eurostat", 1, 6, 5)

    slide = slide_of(make)
    assert slide["image"]["credit"] == "Photo: A. Lind"
    assert slide["credits"] == ["Photo: B. Oskarsson", "Source: Eurostat"]


def test_bodies_side_by_side_are_columns_with_their_headings():
    """Two contents, and PowerPoint's comparison; reading goes down a column."""

    def two(found):
        slide = content_slide(found, layout=TWO)
        slide.placeholders[1].text_frame.text = "left"
        slide.placeholders[2].text_frame.text = "right"

    assert slide_of(two) == {"columns": [{"bullets": ["left"]}, {"bullets": ["right"]}]}

    def compared(found):
        slide = content_slide(found, layout=COMPARISON)
        for index, text in ((1, "Shore power"), (2, "No engine"), (3, "A wall"), (4, "Two streets")):
            slide.placeholders[index].text_frame.text = text

    assert slide_of(compared) == {
        "columns": [
            {"heading": "Shore power", "bullets": ["No engine"]},
            {"heading": "A wall", "bullets": ["Two streets"]},
        ]
    }


def test_texts_are_read_line_by_line_those_in_groups_too():
    """From the top, whatever was drawn first."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "second", 1, 4, 8)
        text_box(slide, "first", 1, 3, 8)
        group = slide.shapes.add_group_shape()
        inner = group.shapes.add_textbox(Inches(1), Inches(5), Inches(8), Inches(1))
        inner.text_frame.text = "third"

    assert slide_of(make) == {"text": "first\n\nsecond\n\nthird\n"}


def test_words_of_signs_that_nobody_can_see_are_none():
    """And no empty titles and items, of which YAML could not say what stands below."""

    def make(found):
        slide = content_slide(found, "\ufdd0\x9f")
        body_of(slide, (0, "\x9f"), (0, "above"), (1, "below\ufdd0 it"))

    found, _ = imported(presentation(make))
    assert found.slides == [{"bullets": [{"above": ["below it"]}]}]


def test_words_in_groups_are_there_however_deep():
    """A program that groups at each step makes many, each of which may be larger in its own measure than the last."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        shapes = slide.shapes
        for _ in range(60):
            group = shapes.add_group_shape()
            shapes = group.shapes
            frame = group._element.grpSpPr.get_or_add_xfrm()
            for name, values in (("off", "0 0"), ("ext", "2000000000 2000000000"), ("chOff", "0 0"), ("chExt", "1 1")):
                x, y = values.split()
                keys = ("cx", "cy") if name.endswith("xt") else ("x", "y")
                frame.append(parse_xml(f'<a:{name} {nsdecls("a")} {keys[0]}="{x}" {keys[1]}="{y}"/>'))
        shapes._spTree.append(text_box(slide, "deep", 1, 5)._element)

    assert slide_of(make) == {"text": "deep"}


def test_a_slide_without_a_title_placeholder_takes_the_large_line_at_its_top():
    """As slides have it that somebody made of text boxes."""

    def make(found):
        slide = found.slides.add_slide(found.slide_layouts[BLANK])
        text_box(slide, "Words", 1, 3, 8)
        box = text_box(slide, "Costs fell", 1, 0.4, 8)
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(32)

    found, _ = imported(presentation(make))
    assert found.slides == [{"title": "Costs fell", "text": "Words"}]


def test_notes_sections_and_hidden_slides_are_kept():
    """Sections of PowerPoint, else slides with the layout of a section's head."""

    def make(found):
        slide = content_slide(found, "A")
        slide.notes_slide.notes_text_frame.text = "Say this.\nAnd that."
        slide._element.set("show", "0")

    def head(found):
        content_slide(found, "Part two", SECTION)

    found, _ = imported(presentation(make, head))
    assert found.slides == [
        {"title": "A", "hidden": "true", "notes": "Say this.\nAnd that.\n"},
        {"section": "Part two", "title": "Part two"},
    ]


def test_a_title_slide_that_is_hidden_or_begins_a_section_does_so_in_the_deck():
    """Nobody sees what was hidden; the section that PowerPoint itself adds is none."""

    def talk(section: str) -> bytes:
        def cover(found):
            slide = found.slides.add_slide(found.slide_layouts[TITLE])
            slide.shapes.title.text = "Talk"
            slide._element.set("show", "0")

        sections = (
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14='
            f'"http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="{section}"><p14:sldIdLst>'
            '<p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>'
        ).encode()
        return with_parts(
            presentation(cover, content_slide, cover=False),
            lambda name, part: part.replace(b"</p:presentation>", sections) if name == "ppt/presentation.xml" else part,
        )

    assert imported(talk("Before noon"))[0].deck["slides"][0] == {
        "section": "Before noon",
        "hidden": "true",
        "title": "Talk",
    }
    assert imported(talk("Default Section"))[0].deck["slides"][0] == {"hidden": "true", "title": "Talk"}


def test_a_slide_that_is_listed_and_not_there_is_told():
    """As after a program that failed while it saved."""
    content = with_parts(
        presentation(content_slide, content_slide),
        lambda name, part: None if name == "ppt/slides/slide2.xml" else part,
    )
    found, _ = imported(content)
    assert len(found.slides) == 1
    assert found.messages == [(1, "a slide that the presentation lists, but does not hold, is left out")]


def listing(count):
    """Return a presentation of two slides that lists its last one so many times more."""

    def more(name, part):
        if name != "ppt/presentation.xml":
            return part
        last = re.findall(b"<p:sldId [^>]*/>", part)[-1]
        return part.replace(b"</p:sldIdLst>", last * count + b"</p:sldIdLst>")

    return with_parts(presentation(content_slide, content_slide), more)


@pytest.mark.parametrize(("count", "words"), [(1, "a slide"), (2_000, "2,000 slides")])
def test_a_slide_that_is_listed_again_is_told(count, words):
    """And read once: else a few bytes would cost a slide."""
    found, _ = imported(listing(count))
    assert len(found.slides) == 2
    assert found.messages == [(1, f"the presentation lists {words} again")]


def test_a_picture_that_is_linked_or_gone_is_told_as_such():
    """Not as one of a kind that decks have not."""

    def make(found):
        content_slide(found, layout=TITLE_ONLY).shapes.add_picture(picture(), 0, Inches(2))

    def gone(name, content):
        return None if name.startswith("ppt/media/") else content

    found, files = imported(with_parts(presentation(make), gone))
    assert found.messages == [(2, "a picture that is not in the presentation is left out")]
    assert files == {}


def test_the_title_slide_has_its_subtitle_and_the_file_its_title():
    """Properties go before the first slide's own title."""

    def cover(found):
        slide = found.slides.add_slide(found.slide_layouts[TITLE])
        slide.shapes.title.text = "Night noise"
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.bold = True
        slide.placeholders[1].text_frame.text = "What the meters say"
        found.core_properties.title = "Noise in the harbour"

    found, _ = imported(presentation(cover, cover=False))
    assert found.deck["title"] == "Noise in the harbour"
    assert found.deck["subtitle"] == "What the meters say"
    assert found.deck["size"] == "4:3"
    assert found.deck["slides"] == [{"title": "Night noise"}]


def test_what_stands_on_every_slide_is_the_theme_s():
    """A logo, and a footer, which the deck has once."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "Words", 1, 3)
        text_box(slide, "Draft for the board", 1, 7)
        slide.shapes.add_picture(picture(), Inches(8), Inches(0.2), Inches(1))

    found, files = imported(presentation(make, make, make))
    assert found.deck["footer"] == "Draft for the board"
    assert [slide["text"] for slide in found.slides] == ["Words"] * 3
    assert not files


PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def with_smartart(texts: Sequence[tuple[str, str]], connections: Sequence[tuple[int, int]] = ()) -> bytes:
    """Return a presentation with a diagram of points, each with attributes and its text, and which are below which."""
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    points = "".join(
        f'<dgm:pt modelId="{index}"{kind}><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for index, (kind, text) in enumerate(texts)
    )
    lines = "".join(
        f'<dgm:cxn modelId="c{index}" srcId="{above}" destId="{below}" srcOrd="{index}"/>'
        for index, (above, below) in enumerate(connections)
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{namespace}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{relationships}">'
        f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>"
    )
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="2000000"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{namespace}"><dgm:relIds xmlns:dgm="{namespace}" xmlns:r="{relationships}" r:dm="rId99"/>'
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    relation = (
        f'<Relationship Id="rId99" Type="{relationships}/diagramData" Target="../diagrams/data1.xml"/></Relationships>'
    )

    ends = (("https://example.org/", ' TargetMode="External"'), ("file.txt", ' TargetMode="External"'))
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{relationships}/hyperlink" Target="{target}"{mode}/>'
        for index, (target, mode) in enumerate(ends, 1)
    )
    links = f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'

    def change(name, part):
        if name == "ppt/slides/slide2.xml":
            return part.replace(b"</p:spTree>", frame.encode())
        if name == "ppt/slides/_rels/slide2.xml.rels":
            return part.replace(b"</Relationships>", relation.encode())
        return part

    content = with_parts(presentation(lambda found: content_slide(found, layout=TITLE_ONLY)), change)
    stream = BytesIO(content)
    with ZipFile(stream, "a") as archive:
        archive.writestr("ppt/diagrams/data1.xml", data)
        archive.writestr("ppt/diagrams/_rels/data1.xml.rels", links)
    return stream.getvalue()


def test_smartart_is_its_words():
    """As a list; its drawing is told."""
    found, _ = imported(with_smartart([(' type="doc"', "no"), ("", "Survey"), ("", "Dig*s*")]))
    assert found.slides[0]["bullets"] == ["Survey", "Dig\\*s\\*"]
    assert found.messages == [(2, "SmartArt is there as a list of its words")]


def test_smartart_keeps_what_belongs_to_what():
    """In the order of its connections; what stands in a ring, or connects nothing, is there once."""
    names = ["", "Board", "Finance", "Works", "Roads", "One", "Two"]
    points = [(' type="doc"' if not name else "", name) for name in names]
    found, _ = imported(with_smartart(points, [(0, 1), (1, 3), (1, 2), (3, 4), (5, 6), (6, 5), (4, 99), (99, 1)]))
    assert found.slides[0]["bullets"] == [{"Board": [{"Works": ["Roads"]}, "Finance"]}, "One", "Two"]


def test_smartart_of_any_depth_has_all_its_words():
    """Even a chain of a thousand points, and one through points without words."""
    points = [(' type="doc"', ""), *(("", f"w{index}" if index % 2 else "") for index in range(1, 1000))]
    found, _ = imported(with_smartart(points, [(index, index + 1) for index in range(999)]))
    assert set(re.findall(r"w\d+", found.text)) == {f"w{index}" for index in range(1, 1000, 2)}


def test_words_on_the_arrows_of_smartart_are_told():
    """A list has no place for them."""
    points = [(' type="doc"', ""), ("", "Survey"), (' type="sibTrans"', "by May"), (' type="parTrans"', "")]
    found, _ = imported(with_smartart([*points, ("", "Dig")]))
    assert found.slides[0]["bullets"] == ["Survey", "Dig"]
    assert found.messages == [
        (2, "SmartArt is there as a list of its words"),
        (2, "words on the arrows of SmartArt are left out: `by May`"),
    ]


def test_links_of_smartart_are_links_of_its_words():
    """Those on some words, and on a whole point; what leads elsewhere is told, and so are pictures."""
    click = '<a:hlinkClick r:id="{}"/>'
    end, begin = "</a:t></a:r></a:p></dgm:t>", "<dgm:t><a:p><a:r><a:t>"
    linked = "</a:t></a:r><a:r><a:rPr>{}</a:rPr><a:t>{}</a:t></a:r><a:r><a:t>"
    texts = [
        (' type="doc"', ""),
        ("", f"Go {linked.format(click.format('rId1'), 'on')}"),
        ("", f"All</a:t></a:r></a:p><a:p><a:r><a:t>of it{end}<dgm:x>{click.format('rId1')}</dgm:x>{begin}"),
        ("", linked.format(click.format("rId2"), "File")),
        (' type="pres"', f"{end}<dgm:spPr><a:blipFill><a:blip/></a:blipFill></dgm:spPr>{begin}"),
    ]
    found, _ = imported(with_smartart(texts))
    assert found.slides[0]["bullets"] == [
        "Go [on](https://example.org/)",
        "[All of it](https://example.org/)",
        "File",
    ]
    assert found.messages == [
        (2, "SmartArt is there as a list of its words"),
        (2, "a link to a file is a text now: `file.txt`"),
        (2, "a picture in SmartArt is left out"),
    ]


def test_smartart_without_its_data_is_told_as_such():
    """No list is there then."""
    whole = with_smartart([(' type="doc"', ""), ("", "Survey")])
    content = with_parts(whole, lambda name, part: None if name == "ppt/diagrams/data1.xml" else part)
    found, _ = imported(content)
    assert (found.messages, found.slides[0].keys()) == (
        [(2, "SmartArt without words in the file is left out")],
        {"title"},
    )


def test_paragraphs_of_cells_are_parted():
    """A cell has one line. What was broken into lines in a header is one name."""

    def make(found):
        table = content_slide(found, layout=TITLE_ONLY).shapes.add_table(2, 2, 0, 0, Inches(5), Inches(1)).table
        table.cell(0, 0).text, table.cell(1, 0).text = "Number of\nnights", "Housing\nA new service.\nRoads"

    assert slide_of(make)["table"]["rows"] == [["Number of nights", ""], ["Housing; A new service. Roads", ""]]


def test_line_breaks_at_the_ends_of_texts_say_nothing():
    """People move titles with them. Those within a text stay, without the spaces before them."""

    def make(found):
        slide = content_slide(found, "\vFive  years\v")
        body_of(slide, (0, "One \vtwo\v\v"))
        slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.bold = True

    found, _ = imported(presentation(make))
    assert found.slides == [{"title": "Five years", "bullets": ["**One**\\\ntwo\n"]}]


def test_short_lines_below_one_another_have_no_heading():
    """Boxes of a drawing, each with a word: the first is like the others."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        for index in range(3):
            text_box(slide, f"Level {index + 1}", 1, 2 + index)
        text_box(slide, "Something else\nof two lines", 5, 2, height=3)

    assert slide_of(make) == {
        "columns": [{"text": "Level 1\n\nLevel 2\n\nLevel 3\n"}, {"text": "Something else\n\nof two lines\n"}]
    }


def test_a_table_of_one_row_has_no_header():
    """Nothing would be left below it."""

    def make(found):
        table = content_slide(found, layout=TITLE_ONLY).shapes.add_table(1, 2, 0, 0, Inches(5), Inches(1)).table
        table.cell(0, 0).text, table.cell(0, 1).text = "From 24 July", "in all places"

    assert slide_of(make) == {"table": {"header": "0", "rows": [["From 24 July", "in all places"]]}}


def test_titles_that_programs_write_are_none():
    """`Slide 1` stands in files whose first slide has no title: then its first line is one."""

    def make(found):
        slide = found.slides.add_slide(found.slide_layouts[TITLE])
        slide.placeholders[1].text_frame.text = "Awards\nA. Acton"
        found.core_properties.title = "Slide 1"

    def box(found):
        text_box(found.slides.add_slide(found.slide_layouts[BLANK]), "Awards\n\nA. Acton", 1, 3)
        found.core_properties.title = "PowerPoint Presentation"

    for one in (make, box):
        found, _ = imported(presentation(one, cover=False))
        assert found.deck["title"] == "Awards"
        assert found.deck["slides"][0]["title"] == "Awards"
        assert "A. Acton" in (found.deck["subtitle"], found.deck["slides"][0].get("text"))


def test_a_first_slide_like_others_stays_one_slide():
    """It has a layout of contents, and more than a title slide has room for."""

    def make(found):
        body_of(content_slide(found, "Agenda"), (0, "One"), (0, "Two"))

    found, _ = imported(presentation(make, make, cover=False))
    slide = {"title": "Agenda", "bullets": ["One", "Two"]}
    assert found.deck["slides"] == [{**slide, "layout": "content"}, slide]


def test_a_subtitle_is_one_line_and_names_below_it_are_a_text():
    """Words of several lines on one would run together."""

    def make(found):
        slide = content_slide(found, "Night noise", layout=TITLE)
        slide.placeholders[1].text_frame.text = "What the meters say\nA. Lind\nPort Authority"

    found, _ = imported(presentation(make, cover=False))
    assert found.deck["subtitle"] == "What the meters say"
    assert found.deck["slides"] == [{"title": "Night noise", "text": "A. Lind\n\nPort Authority\n"}]


def test_a_subtitle_without_a_title_is_a_text_beside_other_content():
    """With a title in the properties of the file, and with none."""

    def make(found, title=""):
        found.core_properties.title = title
        slide = found.slides.add_slide(found.slide_layouts[TITLE])
        slide.placeholders[1].text_frame.text = "What the meters say"
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(4), Inches(1)).table
        table.cell(0, 0).text, table.cell(1, 1).text = "A", "4"

    rows = {"rows": [["A", ""], ["", "4"]]}
    for title in ("", "Noise"):
        found, _ = imported(presentation(partial(make, title=title), cover=False))
        assert found.messages == []
        assert found.deck["slides"] == [{"layout": "content", "text": "What the meters say", "table": rows}]


def test_a_bold_first_row_is_a_header_where_the_table_says_nothing():
    """LibreOffice and others mark none. A table that says it has none has none."""

    def make(found, says):
        table = content_slide(found, layout=TITLE_ONLY).shapes.add_table(2, 2, 0, 0, Inches(5), Inches(1)).table
        for index, text in enumerate(("Berth", "Level", "Four", "61")):
            cell = table.cell(index // 2, index % 2)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.bold = index < 2
        if says:
            table._tbl.tblPr.set("firstRow", "0")
        else:
            del table._tbl.tblPr.attrib["firstRow"]

    assert slide_of(partial(make, says=False))["table"] == {"rows": [["Berth", "Level"], ["Four", "61"]]}
    assert slide_of(partial(make, says=True))["table"]["header"] == "0"


def test_a_footer_s_placeholder_says_what_a_footer_is():
    """In a file of two slides as well. One that few slides have is told."""

    def make(found, text):
        slide = content_slide(found, layout=TITLE_ONLY)
        footer = next(
            one for one in slide.slide_layout.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.FOOTER
        )
        slide.shapes.clone_placeholder(footer)
        slide.placeholders[footer.placeholder_format.idx].text_frame.text = text

    found, _ = imported(presentation(partial(make, text="Draft")))
    assert found.deck["footer"] == "Draft"
    assert not found.messages
    found, _ = imported(presentation(*(partial(make, text=text) for text in ("Draft", "Draft", "Draft", "Other"))))
    assert found.deck["footer"] == "Draft"
    assert found.messages == [(5, "words at the foot of slides are left out: `Other`")]


@pytest.mark.parametrize(("prefix", "expected"), [("zz", "Shown"), ("p14", "Newer"), ("p14 zz", "Shown")])
def test_a_choice_for_what_powerpoint_does_not_know_is_not_shown(prefix, expected):
    """Its fallback is; a choice needs all that it names."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        boxes = [text_box(slide, words, 1, 3)._element for words in ("Newer", "Shown")]
        both = parse_xml(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:zz="urn:example:nobody" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            f'<mc:Choice Requires="{prefix}"/><mc:Fallback/></mc:AlternateContent>'
        )
        for around, box in zip(both, boxes, strict=True):
            around.append(box)
        slide.shapes._spTree.append(both)

    assert slide_of(make) == {"text": expected}


def test_a_choice_without_a_fallback_loses_no_words():
    """Whoever knows it sees them."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        box = text_box(slide, "Newer", 1, 3)._element
        both = parse_xml(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:zz="urn:example:nobody"><mc:Choice Requires="zz"/></mc:AlternateContent>'
        )
        both[0].append(box)
        slide.shapes._spTree.append(both)

    assert slide_of(make) == {"text": "Newer"}
