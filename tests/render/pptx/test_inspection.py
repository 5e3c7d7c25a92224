"""The package's self-check: it passes what deckmaker writes, and each of its rules can fail."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from lxml import etree

from deckmaker.render.pptx.inspection import faults
from deckmaker.render.pptx.rules.addresses import is_address
from deckmaker.render.pptx.rules.languages import language_faults
from deckmaker.render.pptx.rules.properties import date_faults
from tests.projects import DECK, Project, run
from tests.render.pptx.decks import every_deck, parts, parts_to_spoil
from tests.render.pptx.planted_faults import FAULTS, SOUND
from tests.render.pptx.spoiling import added, changed, related, without

SLIDE = "ppt/slides/slide1.xml"
PRESENTATION, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
TYPES = "[Content_Types].xml"
MC = b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
"""What declares the attributes by which a part says what programs need not know."""


MUTATIONS = {
    "a name that differs in case alone": (
        added("PPT/slides/slide1.xml"),
        "two parts are called `ppt/slides/slide1.xml`",
    ),
    "XML that is not well formed": (
        changed(SLIDE, b"</p:sld>", b""),
        f"`{SLIDE}` is not XML: ",
    ),
    "no list of content types": (without(TYPES), f"`{TYPES}` is missing"),
    "a part without a content type": (
        changed(TYPES, b'PartName="/ppt/slides/slide1.xml"', b'PartName="/ppt/slides/slide2.xml"'),
        f"`{SLIDE}` has no content type",
    ),
    "two content types": (
        changed(TYPES, b'PartName="/ppt/slides/slide1.xml"', b'PartName="/ppt/slides/slide2.xml"'),
        "`ppt/slides/slide2.xml` has two content types",
    ),
    "a picture without a content type": (
        changed(TYPES, b'Extension="png"', b'Extension="gif"'),
        "`ppt/media/image1.png` has no content type",
    ),
    "a content type without its part": (
        changed(TYPES, b'PartName="/ppt/slides/slide1.xml"', b'PartName="/ppt/slides/slide0.xml"'),
        "a content type is given to `ppt/slides/slide0.xml`, which is not there",
    ),
    "a relationship that leads nowhere": (
        related(SLIDE, "rId99", "../media/none.png"),
        f"`{SLIDE}` leads to `ppt/media/none.png`, which is not there",
    ),
    "relationships of no part": (
        added("ppt/slides/_rels/slide0.xml.rels", b"<Relationships/>"),
        "relationships are those of `ppt/slides/slide0.xml`, which is not there",
    ),
    "a picture from elsewhere": (
        related(SLIDE, "rId99", "https://example.org/a.png", mode='TargetMode="External"'),
        f"`{SLIDE}` leads outside the package to `https://example.org/a.png`",
    ),
    "a relationship's id twice": (
        related(SLIDE, "rId1", "../media/image1.png"),
        f"`{SLIDE}` has two relationships `rId1`",
    ),
    "a relationship that nothing uses": (
        related(SLIDE, "rId99", "../media/image1.png"),
        f"`{SLIDE}` has a relationship `rId99` that it does not use",
    ),
    "a relationship that is used and not there": (
        changed(SLIDE, b"r:embed=", b'r:link="rId99" r:embed='),
        f"`{SLIDE}` uses a relationship `rId99` that it does not have",
    ),
    "a part to which nothing leads": (added("ppt/media/image99.png"), "nothing leads to `ppt/media/image99.png`"),
    "a shape's id twice": (changed(SLIDE, b'id="2"', b'id="1"'), f"2 shapes of `{SLIDE}` have the id 1"),
    "a shape's id out of range": (
        changed(SLIDE, b'id="2"', b'id="0"'),
        f"shapes of `{SLIDE}` have the id 0, which is out of range",
    ),
    "a slide's id twice": (changed(PRESENTATION, b'id="257"', b'id="256"'), "2 slides have the id 256"),
    "a slide's id out of range": (
        changed(PRESENTATION, b'id="256"', b'id="255"'),
        "slides have the id 255, which is out of range",
    ),
    "a layout's id twice": (
        changed(MASTER, b'id="2147483651"', b'id="2147483650"'),
        "2 masters and layouts have the id 2147483650",
    ),
    "a layout's id that is the master's": (
        changed(MASTER, b'id="2147483650"', b'id="2147483648"'),
        "2 masters and layouts have the id 2147483648",
    ),
    "a layout's id out of range": (
        changed(MASTER, b'id="2147483650"', b'id="257"'),
        "masters and layouts have the id 257, which is out of range",
    ),
    "an index twice on a slide": (
        changed(SLIDE, b'idx="13"', b'idx="1"'),
        f"2 placeholders of `{SLIDE}` have the index 1",
    ),
    "an index twice on a layout": (
        changed(LAYOUT, b'idx="13"', b'idx="1"'),
        f"2 placeholders of `{LAYOUT}` have the index 1",
    ),
    "a placeholder that the layout has under another index": (
        changed(SLIDE, b'idx="13"', b'idx="14"'),
        f"`{SLIDE}` has a placeholder `pic` with the index 14, which its layout does not have",
    ),
    "a placeholder that the layout has as another type": (
        changed(SLIDE, b'type="pic"', b'type="tbl"'),
        f"`{SLIDE}` has a placeholder `tbl` with the index 13, which its layout does not have",
    ),
    "a part that has no name": (
        added("ppt/media/a b.png", b"\x89PNG\r\n\x1a\n"),
        "no part may be called `ppt/media/a b.png`",
    ),
    "a part that is called as a folder": (
        added("PPT/Slides", b"a"),
        "`ppt/slides` is a part, and the folder of `ppt/slides/_rels/slide1.xml.rels`",
    ),
    "a document type": (
        changed(SLIDE, b"<p:sld ", b"<!DOCTYPE p:sld><p:sld "),
        f"`{SLIDE}` has a document type, which no part may have",
    ),
    "a document type in UTF-16": (
        changed(SLIDE, b"<p:sld ", b"<!DOCTYPE p:sld><p:sld ", encoding="utf-16"),
        f"`{SLIDE}` has a document type, which no part may have",
    ),
    "a namespace to pass over that is not declared": (
        changed(SLIDE, b"<p:sld ", b"<p:sld " + MC + b' mc:Ignorable="p159" '),
        f"`{SLIDE}` names the prefix `p159`, which it does not declare",
    ),
    "names to look into whose namespace is not declared": (
        changed(SLIDE, b"<p:sld ", b"<p:sld " + MC + b' mc:ProcessContent="p159:*" '),
        f"`{SLIDE}` names the prefix `p159`, which it does not declare",
    ),
    "a choice by a namespace that is not declared": (
        changed(
            SLIDE,
            b"</p:spTree>",
            b"<mc:AlternateContent " + MC + b'><mc:Choice Requires="p p159"/></mc:AlternateContent></p:spTree>',
        ),
        f"`{SLIDE}` names the prefix `p159`, which it does not declare",
    ),
    "an axis twice": (
        changed("ppt/charts/chart1.xml", b'<c:valAx><c:axId val="1002"/>', b'<c:valAx><c:axId val="1001"/>'),
        "`ppt/charts/chart1.xml` has 2 axes 1001",
    ),
    "a section that holds no such slide": (
        changed(PRESENTATION, b'<p14:sldId id="256"', b'<p14:sldId id="999"'),
        "the sections do not hold each slide once",
    ),
}


@pytest.mark.sampled(every=39)
@pytest.mark.parametrize(("mutate", "said"), MUTATIONS.values(), ids=MUTATIONS)
def test_each_rule_can_fail(mutate, said):
    """One change to a sound package, and the rule names it."""
    found = faults(list(mutate(parts_to_spoil()).items()))
    assert said in [one[: len(said)] if said.endswith(": ") else one for one in found]


PLANTED = {name: one for name, one in FAULTS.items() if one.said}


@pytest.mark.sampled(every=51)
@pytest.mark.parametrize(("plant", "said"), PLANTED.values(), ids=PLANTED)
def test_planted_faults_are_found(plant, said):
    """Those of the mistakes that writers of presentations make which no schema forbids."""
    assert any(all(part in one for part in said) for one in faults(list(plant(parts_to_spoil()).items())))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_what_is_no_fault_is_not_found(change):
    """A change that PowerPoint itself might make."""
    assert faults(list(change(parts_to_spoil()).items())) == []


ADDRESSES = {
    "https://example.org/a?b=c#d": True,
    "https://[::1]:8080/a;b=(c)'d'": True,
    "mailto:a@example.org?subject=a%20b": True,
    "https://example.org/ä": True,
    "https://example.org/#a#b": False,
    "https://example.org/a b": False,
    "https://example.org/100%": False,
    "https://example.org/%zz": False,
    "https://example.org:99999/": False,
    "https://example.org:x/": False,
    "https://example.org/<a>": False,
    "example.org": False,
    "": False,
}


@pytest.mark.parametrize(("address", "is_one"), ADDRESSES.items())
def test_an_address_is_a_uri(address, is_one):
    """As RFC 3986 has it, with the letters of other languages that XML Schema's anyURI allows."""
    assert is_address(address) is is_one


LANGUAGES = {"en": True, "zh-Hans-CN": True, "x-none": True, "en_GB": False, "": False, "English": False, "en-": False}


@pytest.mark.parametrize(("tag", "is_one"), LANGUAGES.items())
def test_a_language_is_a_tag(tag, is_one):
    """As RFC 5646 has its form."""
    tree = etree.fromstring(f'<a lang="{tag}"/>')
    assert list(language_faults("a.xml", tree)) == (
        [] if is_one else [f"`a.xml` has words in a language `{tag}`, which is no language tag"]
    )


DATES = {
    "2026": True,
    "2026-11": True,
    "2026-11-27T10:00:00Z": True,
    "2026-11-27T10:00+01:00": True,
    "2026-13": False,
    "2026-11-27 10:00": False,
    "today": False,
}


@pytest.mark.parametrize(("written", "is_one"), DATES.items())
def test_a_date_of_a_file_is_one(written, is_one):
    """In W3C's form of ISO 8601."""
    tree = etree.fromstring(f'<a xmlns:d="http://purl.org/dc/terms/"><d:created>{written}</d:created></a>')
    assert list(date_faults("a.xml", tree)) == ([] if is_one else [f"`a.xml` has a date `{written}`, which is no date"])


def test_a_zip_entry_twice_is_a_part_twice():
    """A zip file may hold one name twice; which of the two is read is anybody's guess."""
    entries = [*parts_to_spoil().items(), (SLIDE, parts_to_spoil()[SLIDE])]
    assert faults(entries) == [f"two parts are called `{SLIDE}`"]


@pytest.mark.sampled(every=2)
@every_deck
def test_the_decks_are_sound(deck):
    """Of every deck here, and of what Python's own zipfile says."""
    assert faults(list(parts(deck).items())) == []


def test_an_unsound_package_is_never_written(tmp_path, monkeypatch):
    """The earlier file stays, the other formats are built, and the message names what is unsound."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    assert run("build", "-f", "pptx").exit_code == 0
    target = tmp_path / "build/deck.pptx"
    before = target.read_bytes()
    monkeypatch.setattr("deckmaker.render.pptx.own_masters._FIRST_LAYOUT_ID", 2**32 - 2)
    result = run("build", "-f", "pptx", "-f", "md")
    assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")
    assert result.stderr == (
        "error[renderer-failed]: format `pptx` could not be made: its package is unsound: "
        "masters and layouts have the id 4294967296, which is out of range; "
        "masters and layouts have the id 4294967297, which is out of range; "
        "masters and layouts have the id 4294967298, which is out of range; and 12 more\n\n1 error\n"
    )
    assert target.read_bytes() == before
    with ZipFile(target) as archive:
        assert archive.testzip() is None
