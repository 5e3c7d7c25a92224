"""The package of a deck in a template: the template's parts byte for byte, and of its own slides nothing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.render.pptx.inspection import faults
from deckmaker.template.soundness import FOLDERS
from tests.open_xml_sdk import complaints
from tests.render.pptx.decks import find
from tests.render.pptx.template.building import LAYOUTS, InTemplate
from tests.template import packages
from tests.template.leftovers import with_leftovers
from tests.template.packages import PRESENTATION, TYPES, Parts, changed, default, opened, related, typed

pytestmark = pytest.mark.slow

KEPT = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/media/", "ppt/notesMasters/")
TEMPLATES = {
    "plain": default,
    "potx": lambda: packages.as_template(default()),
    "ppsx": lambda: packages.as_template(default(), "slideshow"),
    "brand": lambda: packages.with_brand(default()),
    "two masters": lambda: packages.with_brand(packages.with_two_masters(default())),
    "leftovers": lambda: with_leftovers(packages.with_brand(default())),
    "own map": lambda: packages.with_own_map(default(), 3),
    "hidden shapes": lambda: packages.without_masters_shapes(packages.with_brand(default()), 3),
    "doubled index": lambda: packages.with_doubled_index(default()),
    "vertical text": lambda: packages.with_vertical_text(default(), 4),
}


IN_FIRST = {ours: f"Office Theme/{theirs}" for ours, theirs in LAYOUTS.items() if ours in ("title", "content")}
"""Our layouts with those of the first of two masters, where names repeat."""


@pytest.fixture(scope="module", params=TEMPLATES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> InTemplate:
    """A deck in each of the templates."""
    folder, layouts = tmp_path_factory.mktemp("templates") / "project", LAYOUTS
    if request.param == "two masters":
        layouts = {**LAYOUTS, **IN_FIRST}
    return InTemplate(folder, TEMPLATES[request.param](), layouts=layouts)


def brand_of(parts: Parts) -> Parts:
    """Return the parts that make a template what it is, and their relationships."""
    return {name: content for name, content in parts.items() if name.startswith(KEPT)}


@pytest.mark.sampled(every=10)
def test_masters_layouts_themes_and_media_are_the_template_s_bytes(made: InTemplate) -> None:
    """Not one is left out or written anew."""
    theirs = brand_of(opened(made.template))
    assert len(theirs) > 20
    assert {name: made.parts.get(name) for name in theirs} == theirs


@pytest.mark.sampled(every=10)
def test_only_slides_and_what_is_theirs_is_added(made: InTemplate) -> None:
    """Of masters and layouts there are no others."""
    added = {name.rpartition("/")[0] for name in made.parts.keys() - opened(made.template).keys()}
    assert added <= {
        *("ppt/slides", "ppt/slides/_rels", "ppt/notesSlides", "ppt/notesSlides/_rels"),
        *("ppt/notesMasters", "ppt/notesMasters/_rels", "ppt/theme", "ppt", "docProps"),
    }


def test_decks_have_parts_in_folders_that_no_part_of_a_template_is_called_as(tmp_path: Path) -> None:
    """They are those that a deck of all kinds of blocks adds."""
    deck = """
title: One
theme: ours.yaml
slides:
  - title: One
    notes: Say it.
    image: {file: dot.png, alt: A dot, credit: {creator: Ann, license: CC0-1.0}}
  - title: Two
    chart: {type: bar, rows: [[a, b], [c, 1]]}
"""
    (tmp_path / "project" / "decks").mkdir(parents=True)
    (tmp_path / "project" / "decks" / "dot.png").write_bytes(packages.PIXEL)
    made = InTemplate(tmp_path / "project", default(), deck)
    folders = {name.rpartition("/")[0].removesuffix("/_rels") for name in made.parts.keys() - default().keys()}
    assert len(folders) > 6 and folders <= {*FOLDERS}


def test_python_pptx_reads_slides_in_the_template_s_layouts(made: InTemplate) -> None:
    """It knows their titles, and the names of their layouts."""
    titles = [slide.shapes.title.text for slide in made.presentation.slides if slide.shapes.title is not None]
    assert titles[:4] == ["Night noise", "What we found", "Where it comes from", "Two remedies"]
    assert titles[4:] == ["What it would cost", "Where we are"]
    names = [slide.slide_layout.name for slide in made.presentation.slides]
    assert names[:4] == ["Title Slide", "Section Header", "Title and Content", "Two Content"]


def test_the_size_of_pages_is_the_template_s(made: InTemplate) -> None:
    """Its list of masters is, too."""
    theirs = etree.fromstring(opened(made.template)[PRESENTATION])
    ours = made.tree(PRESENTATION)
    for path in ("p:sldSz/@cx", "p:sldSz/@cy", "p:sldMasterIdLst/p:sldMasterId/@id", "p:defaultTextStyle//@sz"):
        assert find(ours, path) == find(theirs, path) != []


def test_the_file_is_a_presentation(made: InTemplate) -> None:
    """Whatever kind of file the template is."""
    types = etree.fromstring(made.parts[TYPES])
    (kind,) = [one.get("ContentType") for one in types if one.get("PartName") == f"/{PRESENTATION}"]
    assert kind.endswith("presentationml.presentation.main+xml")


@pytest.mark.sampled(every=10)
def test_the_package_is_sound(made: InTemplate, tmp_path: Path) -> None:
    """Our inspection finds nothing that the template did not have, openxml-audit nothing; all names differ."""
    assert set(faults(list(made.parts.items()))) <= set(faults(list(opened(made.template).items())))
    assert max(Counter(name.casefold() for name in made.parts).values()) == 1
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.file)
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


@pytest.mark.alike(every=2)
@pytest.mark.outside
def test_the_open_xml_sdk_has_no_complaint(made: InTemplate, tmp_path: Path) -> None:
    """The SDK's validator is another judge."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.file)
    assert complaints(path) == []


@pytest.mark.sampled(every=18)
def test_the_same_deck_has_the_same_bytes(made: InTemplate, tmp_path: Path) -> None:
    """On any day, and whatever the folder is called."""
    assert InTemplate(tmp_path / "again", made.template, layouts=made.layouts).file == made.file


def test_nothing_of_the_template_s_own_slides_is_left(tmp_path: Path) -> None:
    """Its slides, notes, tags, comments, shows and sections are not the deck's; its guides and its label are."""
    made = InTemplate(tmp_path / "project", with_leftovers(default()))
    assert all(b"Secret" not in content and b"Sample" not in content for content in made.parts.values())
    gone = ("ppt/tags", "ppt/commentAuthors")
    assert not [name for name in made.parts if name.startswith(gone)]
    assert made.parts["docProps/thumbnail.jpeg"] != default()["docProps/thumbnail.jpeg"]
    presentation = made.parts[PRESENTATION]
    assert b"custShow" not in presentation and b"sldGuideLst" in presentation
    assert find(made.tree(PRESENTATION), "//p14:section/@name") == ["Night noise", "Findings", "Remedies"]
    assert b"Internal" in made.parts["docProps/custom.xml"]
    ids = find(made.tree("docProps/custom.xml"), "//@pid")
    assert len(ids) == len(set(ids)) == 2 and b"deckmaker source" in made.parts["docProps/custom.xml"]


def test_properties_are_the_deck_s(tmp_path: Path) -> None:
    """Title and author, not those of the template."""
    core = InTemplate(tmp_path / "project", default()).presentation.core_properties
    assert (core.title, core.author) == ("Night noise", "Ann Lind")


def test_a_template_without_a_master_of_notes_gets_ours(tmp_path: Path) -> None:
    """One that has one keeps it, and notes refer to its places."""
    without, having = (
        InTemplate(tmp_path / name, template)
        for name, template in (("without", default()), ("having", with_leftovers(default())))
    )
    assert "ppt/notesMasters/notesMaster1.xml" not in opened(without.template)
    for made in (without, having):
        slide = made.presentation.slides[2]
        assert slide.notes_slide.notes_text_frame.text.startswith("Say it slowly.")
        assert find(made.tree(PRESENTATION), "count(p:notesMasterIdLst/p:notesMasterId)") == 1


OF_PACKAGE = {
    "a sensitivity label": (
        "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
        "docMetadata/LabelInfo.xml",
        "application/vnd.ms-office.classificationlabels+xml",
    ),
    "what nobody knows": ("https://example.org/relationships/unknown", "example/part.xml", "application/xml"),
}
"""What a template's package may lead to, beside its presentation: the kind, and the part with its type."""


@pytest.mark.parametrize("more", OF_PACKAGE)
def test_what_the_package_of_a_template_leads_to_stays_with_decks(more: str, tmp_path: Path) -> None:
    """Nothing in a package names its own relationships, so none is one too many; names in other capitals are found."""
    kind, part, type = OF_PACKAGE[more]
    content = typed(default(), part, type, b"<a/>")
    made = InTemplate(tmp_path / "project", related(content, "", "rId77", kind, part.upper()))
    assert made.parts[part] == b"<a/>"
    assert f'{kind}" Target="{part}"'.encode() in made.parts["_rels/.rels"]
    assert faults(list(made.parts.items())) == []


def test_a_picture_of_the_template_s_first_slide_is_none_of_the_deck_s(tmp_path: Path) -> None:
    """Also where a layout shows it: a package has one such picture, and the deck has its own."""
    content = packages.with_brand(default())
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"docProps/thumbnail.jpeg", b"ppt/media/image1.png")
    made = InTemplate(tmp_path / "project", content)
    assert made.parts["_rels/.rels"].count(b"metadata/thumbnail") == 1
    assert b"image1.png" not in made.parts["_rels/.rels"]


def test_what_changes_powerpoint_itself_is_left_behind(tmp_path: Path) -> None:
    """Its ribbon and its quick access bar are no part of a design."""
    content = default()
    for number, kind in enumerate(("2007/relationships/ui/extensibility", "2006/relationships/ui/userCustomization")):
        part = f"customUI/ui{number}.xml"
        content = typed(content, part, "application/xml", b"<customUI/>")
        content = related(content, "", f"rId7{number}", f"http://schemas.microsoft.com/office/{kind}", part)
    made = InTemplate(tmp_path / "project", content)
    assert not [one for one in made.parts if one.startswith("customUI")]


@pytest.mark.parametrize("part", [PRESENTATION, "ppt/presProps.xml", "ppt/tableStyles.xml"])
def test_namespaces_that_only_values_name_stay_declared(part: str, tmp_path: Path) -> None:
    """Of the parts that are written anew, too: PowerPoint reads none that names a prefix which it does not declare."""
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    named = f'{mc} xmlns:p159="urn:a" xmlns:p160="urn:b" mc:Ignorable="p159" mc:ProcessContent="p160:a"'
    content = default()
    content[part] = re.sub(rb"(<[ap]:\w+ )", rb"\1" + named.encode() + b" ", content[part], count=1)
    made = InTemplate(tmp_path / "project", content)
    assert {"p159": "urn:a", "p160": "urn:b"}.items() <= made.tree(part).nsmap.items()
    assert faults(list(made.parts.items())) == []


def test_parts_are_found_by_other_capitals(tmp_path: Path) -> None:
    """They are the same to programs (ECMA-376 Part 2, 6.2.2.3), also where the presentation leads to them."""
    relations = "ppt/_rels/presentation.xml.rels"
    made = InTemplate(tmp_path / "project", changed(default(), relations, "theme/theme1.xml", "THEME/theme1.XML"))
    assert b'"theme/theme1.xml"' in made.parts[relations]


FAULTS = {
    "a part of another type": (TYPES, '(/tableStyles.xml" ContentType=")[^"]*', r"\1application/xml"),
    "a master of another type": (TYPES, '(/slideMaster1.xml" ContentType=")[^"]*', r"\1application/xml"),
    "a layout of another type": (TYPES, '(/slideLayout2.xml" ContentType=")[^"]*', r"\1application/xml"),
    "an address that is called a part": (
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{RT.IMAGE}" Target="http://example.org/a.png"/></Relationships>',
    ),
    "a theme that is called outside": (
        "ppt/_rels/presentation.xml.rels",
        'Target="theme/theme1.xml"',
        'Target="theme/theme1.xml" TargetMode="Outside"',
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_of_a_template_do_not_keep_the_deck_from_being_made(fault: str, tmp_path: Path) -> None:
    """They are its own: what PowerPoint says of it, it says of the deck."""
    part, before, after = FAULTS[fault]
    parts = default()
    text, count = re.subn(before, after, parts[part].decode())
    assert count == 1
    assert InTemplate(tmp_path / "project", parts | {part: text.encode()}).parts


def test_pictures_are_not_mistaken_for_the_template_s(tmp_path: Path) -> None:
    """Both may call theirs image1.png."""
    picture = packages.PIXEL
    deck = """
title: One
theme: ours.yaml
slides:
  - title: One
  - title: Two
    image: {file: dot.png, alt: A dot, credit: {creator: Ann, license: CC0-1.0}}
"""
    (tmp_path / "project" / "decks").mkdir(parents=True)
    (tmp_path / "project" / "decks" / "dot.png").write_bytes(picture)
    made = InTemplate(tmp_path / "project", packages.with_brand(default()), deck)
    assert made.parts["ppt/media/image1.png"] == opened(made.template)["ppt/media/image1.png"]
    slide = made.presentation.slides[1]
    (shown,) = [one.image for one in slide.shapes if hasattr(one, "image")]
    assert shown.size == (1, 1)
    assert sorted(name for name in made.parts if name.startswith("ppt/media/")) == [
        "ppt/media/deck-image1.png",
        "ppt/media/image1.png",
    ]
