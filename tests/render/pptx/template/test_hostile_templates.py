"""Templates that are damaged or meant to do harm: refused or cleaned, with a message, and never a traceback."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckmaker.render.pptx.inspection import faults
from tests.projects import run
from tests.render.pptx.decks import find
from tests.render.pptx.template.building import InTemplate
from tests.template.packages import (
    PIXEL,
    PRESENTATION,
    TYPES,
    Parts,
    changed,
    default,
    packed,
    related,
    typed,
    with_brand,
)

pytestmark = pytest.mark.slow

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"


def test_a_missing_picture_is_told_at_the_theme_s_key(tmp_path: Path) -> None:
    """The part is copied as it is: what the company's file lacks is not for us to change."""
    parts = with_brand(default())
    del parts["ppt/media/image1.png"]
    made = InTemplate(tmp_path / "project", parts)
    assert "incomplete-template" not in [one.code for one in made.rendered[1]], "it was told before"
    (one,) = [one for one in made.diagnostics if one.code == "incomplete-template"]
    assert one.message == (
        "master `Office Theme` of the template refers to `ppt/media/image1.png`, which it does not have"
    )
    assert one.span and one.span.source.name.endswith("ours.yaml") and one.span.line == 4
    assert one.help == "save the template anew in PowerPoint"
    checked = run("check", made.deck)
    assert checked.exit_code == 0 and checked.stderr.count("warning[incomplete-template]") == 1
    assert made.parts["ppt/slideMasters/slideMaster1.xml"] == parts["ppt/slideMasters/slideMaster1.xml"]


@pytest.mark.parametrize(
    ("part", "where"),
    [(LAYOUT, "layout `Title and Content`"), (PRESENTATION, f"part `{PRESENTATION}`"), ("", "the package itself")],
)
def test_what_is_outside_is_told_with_what_refers_to_it(part: str, where: str, tmp_path: Path) -> None:
    """The package has relationships of its own, and no name."""
    parts = related(default(), part, "rId66", "hyperlink", "https://example.org/", ' TargetMode="External"')
    made = InTemplate(tmp_path / "project", parts)
    message = f"{where} refers to `https://example.org/` outside the template, which nobody follows"
    assert message in [one.message for one in made.diagnostics]


def entries(parts: Parts, *more: tuple[str, bytes]) -> bytes:
    """Return a package with further entries, whatever they are called."""
    stream = BytesIO(packed(parts))
    with ZipFile(stream, "a") as archive:
        for name, data in more:
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("name", ["../../evil.xml", "ppt/../../evil.xml", "/etc/evil.xml", "ppt/media/.."])
def test_no_name_leads_out_of_the_package(name: str, tmp_path: Path) -> None:
    """Entries are not files: what no part refers to by its plain name is left behind."""
    parts = related(default(), LAYOUT, "rId66", "image", name)
    made = InTemplate(tmp_path / "project", entries(parts, (name, b"<evil/>")))
    assert not [one for one in made.parts if ".." in one or "\\" in one or one.startswith("/")]


def test_a_drive_is_no_place_in_the_package(tmp_path: Path) -> None:
    """A way to one begins as an address does."""
    parts = related(default(), LAYOUT, "rId66", "image", "C:/evil.xml")
    made = InTemplate(tmp_path / "project", entries(parts, ("C:\\evil.xml", b"<evil/>")))
    assert [one.message for one in made.diagnostics] == [
        "`company.potx` refers to `C:/evil.xml` in `ppt/slideLayouts/slideLayout2.xml`, which decks may not"
    ]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(
    "target", ["/[Content_Types].xml", "/_rels/.rels", "_rels/slideLayout2.xml.rels", "/ppt/presentation.xml"]
)
def test_what_lists_the_package_is_no_part(target: str, tmp_path: Path) -> None:
    """A relationship may name it; it is there once, and ours."""
    made = InTemplate(tmp_path / "project", related(default(), LAYOUT, "rId66", "image", target))
    with ZipFile(BytesIO(made.file)) as archive:
        assert max(Counter(archive.namelist()).values()) == 1
    assert len([name for name in made.parts if name.startswith("ppt/slides/slide")]) == 6


def test_names_that_differ_in_capitals_are_one(tmp_path: Path) -> None:
    """Two such entries are refused by the reader; a relationship in other capitals finds its part."""
    parts = default()
    twice = InTemplate(tmp_path / "twice", entries(parts, ("PPT/SlideLayouts/slideLayout2.xml", b"<evil/>")))
    assert twice.document is None
    (one,) = [one for one in twice.diagnostics if one.code == "unusable-template"]
    assert "names a part twice" in one.message
    master = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    other = InTemplate(tmp_path / "other", changed(parts, master, "slideLayout2.xml", "SLIDELAYOUT2.XML"))
    assert LAYOUT in other.parts and other.presentation.slides[2].shapes.title.text == "Where it comes from"


@pytest.mark.parametrize("start", ["/ppt/slideMasters/../", "/ppt/./", "/../ppt/", "../../ppt/x/../"])
def test_dots_in_a_target_lead_where_they_lead_anywhere(start: str, tmp_path: Path) -> None:
    """A check passed them, and the presentation could not be made: RFC 3986, 5.2.4."""
    relations = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    parts = changed(default(), relations, "../slideMasters", f"{start}slideMasters")
    made = InTemplate(tmp_path / "project", parts)
    assert made.presentation.slides[2].slide_layout.slide_master.part.partname == "/ppt/slideMasters/slideMaster1.xml"


def test_what_names_a_relationship_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    """Of the presentation's part; a master that cannot be found is none."""
    parts = changed(
        default(),
        PRESENTATION,
        "</p:sldMasterIdLst>",
        '<p:sldMasterId id="2147483999" r:id="rId404"/></p:sldMasterIdLst>',
    )
    made = InTemplate(tmp_path / "project", parts)
    assert len(find(made.tree(PRESENTATION), "p:sldMasterIdLst/p:sldMasterId")) == 1


def test_a_name_like_one_of_ours_is_the_template_s(tmp_path: Path) -> None:
    """A part that calls itself a slide, or the deck's properties, takes no name from the deck's."""
    parts = related(
        {**with_brand(default()), "ppt/slides/slide1.png": PIXEL}, LAYOUT, "rId66", "image", "../slides/slide1.png"
    )
    parts = related(parts, LAYOUT, "rId67", "image", "../../docProps/core.xml")
    made = InTemplate(tmp_path / "project", parts)
    assert made.parts["ppt/slides/slide1.png"] == PIXEL
    assert "ppt/slides/deck-slide1.xml" in made.parts and "ppt/slides/slide1.xml" not in made.parts
    assert [slide.shapes.title.text for slide in made.presentation.slides][2] == "Where it comes from"
    assert made.presentation.core_properties.title == "Night noise"


PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "docProps/thumbnail.jpeg")


def test_parts_called_as_the_deck_s_properties_are_the_template_s(tmp_path: Path) -> None:
    """Where something else than the package leads to them, they are none of its properties; the deck's have others."""
    content = default()
    for number, name in enumerate(PROPERTIES):
        content = {one: data for one, data in content.items() if one != name}
        content[TYPES] = re.sub(f'<Override[^>]*"/{name}"[^>]*/>'.encode(), b"", content[TYPES])
        content["_rels/.rels"] = re.sub(f'<Relationship [^>]*"{name}"[^>]*/>'.encode(), b"", content["_rels/.rels"])
        content = typed(related(content, LAYOUT, f"rId9{number}", "customXml", f"/{name}"), name, "a/xml", b"<a/>")
    made = InTemplate(tmp_path / "project", content)
    assert [made.parts[name] for name in PROPERTIES] == [b"<a/>"] * 4
    assert made.presentation.core_properties.title == "Night noise"
    assert b"deckmaker source" in made.parts["docProps/deck-custom.xml"]


@pytest.mark.parametrize("kind", ["slide", "customXml", "https://example.org/kind"])
@pytest.mark.parametrize("source", [LAYOUT, PRESENTATION, ""])
def test_slides_of_the_template_are_left_behind_whatever_leads_to_them(source: str, kind: str, tmp_path: Path) -> None:
    """They are slides by their type, too, as the list of the template's slides is its properties."""
    slide = b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">Secret</p:sld>'
    type = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml; a=b"
    content = typed(default(), "ppt/slides/slide9.xml", type, slide)
    content = changed(content, "docProps/app.xml", "<TotalTime>", "<Company>Secret</Company><TotalTime>")
    for number, target in enumerate(("ppt/slides/slide9.xml", "docProps/app.xml")):
        content = related(content, source, f"rId7{number}", kind, f"/{target}")
    made = InTemplate(tmp_path / "project", content)
    assert not [name for name, data in made.parts.items() if b"Secret" in data]
    assert faults(list(made.parts.items())) == []


def test_a_type_that_is_no_word_is_escaped(tmp_path: Path) -> None:
    """Content types and kinds of relationships are whatever the file says."""
    parts = typed(default(), "ppt/media/odd", "a&amp;&quot;b", b"odd")
    made = InTemplate(tmp_path / "project", related(parts, LAYOUT, "rId66", "urn:a&amp;/b", "../media/odd"))
    assert made.parts["ppt/media/odd"] == b"odd"
    assert b"a&amp;" in made.parts["[Content_Types].xml"]
