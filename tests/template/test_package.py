"""Templates as packages: which are read, and what is said of those that are not."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.budget.templates import TEMPLATE_PART_BYTES
from deckmaker.template import NotATemplate, read_template
from deckmaker.template import package as package_module
from deckmaker.template.kept_parts import kept_parts
from deckmaker.template.package import Package
from tests.template.templates import CONTENT, DEFAULT, MASTER, THEME, TYPES, changed, packed, parts

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def refused(content: bytes) -> str:
    """Return what is said of a file that is no template."""
    with pytest.raises(NotATemplate) as found:
        read_template(content)
    assert found.value.help
    return str(found.value)


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_templates_and_shows_are_read_as_presentations_are(kind):
    """python-pptx opens neither."""
    content = packed(changed(TYPES, (_MAIN, _MAIN.replace("presentation.main", f"{kind}.main"))))
    assert [one.name for one in read_template(content).layouts][:2] == ["Title Slide", "Title and Content"]


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_none_of_a_template(way):
    """To unpack one takes as many gigabytes as the file asks for, and what is broken fails in ways of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as package:
        for name, data in parts().items():
            package.writestr(name, data)
    assert refused(out.getvalue()) == "has a password, or is packed as no presentation is"


STRICT = {
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
    b"http://schemas.openxmlformats.org/presentationml/2006/main": b"http://purl.oclc.org/ooxml/presentationml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
"""The usual names, each with that of Strict packages (ECMA-376 part 1, annex A)."""


@pytest.mark.parametrize("which", [lambda name: name.endswith((".xml", ".rels")), lambda name: name == MASTER])
def test_strict_packages_are_refused(which):
    """Slides of the usual names would not go with their masters: whole ones, and those with such a part."""
    content = parts()
    for name in filter(which, content):
        for usual, other in STRICT.items():
            content[name] = content[name].replace(usual, other)
    assert refused(packed(content)) == "is a Strict Open XML presentation"


def test_what_strict_packages_are_called_may_be_named():
    """In a text, or among names that a part declares and does not use."""
    word = 'xmlns:s="http://purl.oclc.org/ooxml/drawingml/main" name="'
    assert read_template(packed(changed(CONTENT, ('<p:cSld name="', f"<p:cSld {word}")))).layouts


def test_a_main_part_that_is_no_presentation_is_refused():
    """Whatever the package calls it."""
    usual = "http://schemas.openxmlformats.org/presentationml/2006/main"
    assert refused(packed(changed("ppt/presentation.xml", (usual, "urn:other")))) == "is no presentation"


@pytest.mark.parametrize(
    "content",
    [
        packed(changed(TYPES, (_MAIN, "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"))),
        packed(changed(TYPES, (_MAIN, "application/vnd.ms-powerpoint.template.MACROENABLED.main+xml"))),
        packed({**parts(), "ppt/vbaProject.bin": b"code"}),
    ],
)
def test_macros_are_refused(content):
    """By the content type, or by the part."""
    assert refused(content) == "holds macros"


_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PANES = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"
_RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"


def _referring(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    own = f'<Relationship Id="rId9" Type="{_KIND}{kind}" Target="{target}"{mode}/></Relationships>'
    return packed(changed(_RELATIONS, ("</Relationships>", own)))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "file:///C:/Windows/System32/calc.exe"),
        ("image", "file://server.example/share/logo.png"),
        ("image", "//server.example/share/logo.png"),
        ("oleObject", "https://server.example/sheet.xlsx"),
        ("attachedTemplate", "https://server.example/other.potm"),
    ],
)
def test_links_that_no_deck_should_have_are_refused(kind, target):
    """Layouts are copied as they are: PowerPoint would follow these in each deck, some as soon as it is opened."""
    assert refused(_referring(kind, target)) == f"refers to `{target}` in `{CONTENT}`, which decks may not"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.org"),
        ("hyperlink", "MAILTO:a@example.org"),
        ("image", "http://example.org/a.png"),
    ],
)
def test_links_that_wait_for_a_click_may_lead_to_the_web(kind, target):
    """Also pictures there, for which PowerPoint asks."""
    assert read_template(_referring(kind, target)).layouts


def test_controls_are_refused():
    """They are code, as macros are."""
    assert refused(_referring("control", "../activeX/activeX1.xml", "")) == f"holds a control or macro, in `{CONTENT}`"


def test_links_above_the_root_of_the_package_lead_outside():
    """Where programs disagree about which part is meant, or look for a file."""
    target = "../../../../etc/passwd"
    assert refused(_referring("image", target, "")) == f"refers to `{target}` in `{CONTENT}`, which decks may not"


@pytest.mark.parametrize(
    "action",
    [
        "ppaction://program?program=calc.exe",
        "PPAction://macro?name=a",
        "pp&#97;ction://program",
        " &#9;ppaction://macro",
        "ppaction://ole?verb=0",
    ],
)
def test_shapes_that_start_programs_are_refused(action):
    """However the action is written."""
    click = f'<p:extLst/></p:cSld><p:timing><a:hlinkClick xmlns:a="urn:a" action="{action}"/></p:timing>'
    content = packed(changed(CONTENT, ("</p:cSld>", click)))
    assert refused(content) == f"has a shape that starts a program, macro or embedded file, in `{CONTENT}`"


def test_embedded_files_that_start_without_a_click_are_refused():
    """An effect may send a verb to one; those that play a sound do no harm."""
    effect = '<p:timing><p:cmd type="{}" cmd="3"/></p:timing></p:sldLayout>'
    verb, call = (packed(changed(CONTENT, ("</p:sldLayout>", effect.format(kind)))) for kind in ("verb", "call"))
    assert refused(verb) == f"has a shape that starts a program, macro or embedded file, in `{CONTENT}`"
    assert read_template(call).layouts


def test_programs_beside_the_slides_are_left_behind():
    """Panes that PowerPoint opens with the template, by themselves, are no part of its design."""
    name = "ppt/webextensions/taskpanes.xml"
    own = f'<Relationship Id="rId9" Type="{_PANES}" Target="{name}"/></Relationships>'
    content = packed({**changed("_rels/.rels", ("</Relationships>", own)), name: b"<panes/>"})
    assert name not in kept_parts(read_template(content).package)


def test_data_of_other_programs_are_left_behind():
    """SharePoint has there who worked on the template."""
    name, held = (
        "customXml/item1.xml",
        b"<p:properties xmlns:p='urn:p'><p:UserInfo>Somebody</p:UserInfo></p:properties>",
    )
    own = f'<Relationship Id="rId99" Type="{_KIND}customXml" Target="/{name}"/></Relationships>'
    content = packed({**changed("ppt/_rels/presentation.xml.rels", ("</Relationships>", own)), name: held})
    assert name not in kept_parts(read_template(content).package)


@pytest.mark.parametrize("name", ["docProps/core.xml", "docProps/app.xml", "docProps/thumbnail.jpeg"])
def test_the_decks_own_properties_take_the_place_of_the_templates(name):
    """By whatever relationship the package leads to them."""
    relations = re.sub(
        rf'Type="[^"]*" Target="{name}"', f'Type="urn:a" Target="{name}"', parts()["_rels/.rels"].decode()
    )
    assert "urn:a" in relations
    content = packed({**parts(), "_rels/.rels": relations.encode()})
    assert name not in kept_parts(read_template(content).package)


@pytest.mark.parametrize("name", ["ppt/theme", "PPT/Media", "ppt/slideLayouts/_rels", "ppt/slides", "_rels"])
def test_parts_called_as_folders_are_refused(name):
    """Of the template's parts, or of those that each deck has: no package may have both."""
    own = f'<Relationship Id="rId9" Type="{_KIND}image" Target="/{name}"/></Relationships>'
    content = packed({**changed(_RELATIONS, ("</Relationships>", own)), name: b"a"})
    assert refused(content) == f"has a part called `{name}`, as a folder of others is"


@pytest.mark.parametrize(("part", "kind"), [(MASTER, "theme"), (CONTENT, "slideMaster")])
def test_what_has_two_of_what_it_may_have_one_is_refused(part, kind):
    """Programs would follow either."""
    folder, _, file = part.rpartition("/")
    target = "../theme/theme1.xml" if kind == "theme" else "../slideMasters/slideMaster1.xml"
    own = f'<Relationship Id="rId99" Type="{_KIND}{kind}" Target="{target}"/></Relationships>'
    content = packed(changed(f"{folder}/_rels/{file}.rels", ("</Relationships>", own)))
    assert refused(content) == f"is broken: `{part}` has two relationships `{kind}`"


@pytest.mark.parametrize("kind", ["diagramData", "diagramDrawing", "chartUserShapes"])
def test_shapes_of_drawings_are_looked_at(kind):
    """A click on them starts what they say, as on any other."""
    name = "ppt/diagrams/shapes.xml"
    own = f'<Relationship Id="rId9" Type="{_KIND}{kind}" Target="/{name}"/></Relationships>'
    shapes = b'<d xmlns:a="urn:a"><a:hlinkClick action="ppaction://program"/></d>'
    content = packed({**changed(_RELATIONS, ("</Relationships>", own)), name: shapes})
    assert refused(content) == f"has a shape that starts a program, macro or embedded file, in `{name}`"


def test_texts_of_a_theme_are_looked_at():
    """What shapes of a deck are made with may start something, too."""
    click = '<a:extLst><a:hlinkClick action="ppaction://program"/></a:extLst></a:theme>'
    content = packed(changed(THEME, ("</a:theme>", click)))
    assert refused(content) == f"has a shape that starts a program, macro or embedded file, in `{THEME}`"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "has a `<!DOCTYPE>` in `customXml/item1.xml`"),
        (b"MZ\x90\0", "is broken: `customXml/item1.xml`, line 1: it is not XML"),
    ],
)
def test_parts_that_nobody_draws_are_read(held, said):
    """Whoever opens the template reads them, and decks have most of them."""
    own = f'<Relationship Id="rId99" Type="{_KIND}customXml" Target="/customXml/item1.xml"/></Relationships>'
    content = packed({**changed(_RELATIONS, ("</Relationships>", own)), "customXml/item1.xml": held})
    assert refused(content).startswith(said)


def test_a_part_is_xml_by_its_name_alone():
    """Where the package says no content type, or one of bytes, whoever opens a deck may go by the name."""
    own = f'<Relationship Id="rId99" Type="{_KIND}diagramDrawing" Target="/ppt/diagrams/a.xml"/></Relationships>'
    shapes = b'<d xmlns:a="urn:a"><a:hlinkClick action="ppaction://program"/></d>'
    kind = '<Override PartName="/ppt/diagrams/a.xml" ContentType="application/octet-stream"/></Types>'
    content = changed(TYPES, ("</Types>", kind), of=changed(_RELATIONS, ("</Relationships>", own)))
    said = "has a shape that starts a program, macro or embedded file, in `ppt/diagrams/a.xml`"
    assert refused(packed({**content, "ppt/diagrams/a.xml": shapes})) == said


@pytest.mark.parametrize("kind", ["image/svg+xml", "application/a+XML", "Text/Xml ; charset=utf-8", "a/b"])
def test_a_part_that_was_read_is_looked_at_whatever_it_says_to_be(kind):
    """Types have no capitals, and some programs go by what refers to a part."""
    click = '<p:extLst/></p:cSld><p:timing><a:hlinkClick xmlns:a="urn:a" action="ppaction://program"/></p:timing>'
    content = changed(CONTENT, ("</p:cSld>", click))
    moved = {name.replace("slideLayout2.xml", "slideLayout2.dat"): data for name, data in content.items()}
    own = f'<Override PartName="/{CONTENT[:-3]}dat" ContentType="{kind}"/></Types>'
    lists = [name for name in moved if name.endswith(".rels")]
    moved |= {name: moved[name].replace(b"slideLayout2.xml", b"slideLayout2.dat") for name in lists}
    said = f"has a shape that starts a program, macro or embedded file, in `{CONTENT[:-3]}dat`"
    assert refused(packed(changed(TYPES, ("</Types>", own), of=moved))) == said


@pytest.mark.parametrize("kind", ["application/a+XML", " text/XML; charset=utf-8"])
def test_a_type_of_xml_is_one_in_capitals(kind):
    """Of a part that nobody has read before."""
    own = f'<Relationship Id="rId99" Type="{_KIND}diagramDrawing" Target="/ppt/diagrams/a.dat"/></Relationships>'
    shapes = b'<d xmlns:a="urn:a"><a:hlinkClick action="ppaction://program"/></d>'
    type = f'<Override PartName="/ppt/diagrams/a.dat" ContentType="{kind}"/></Types>'
    content = changed(TYPES, ("</Types>", type), of=changed(_RELATIONS, ("</Relationships>", own)))
    said = "has a shape that starts a program, macro or embedded file, in `ppt/diagrams/a.dat`"
    assert refused(packed({**content, "ppt/diagrams/a.dat": shapes})) == said


def test_relationships_that_are_none_are_refused():
    """A check passed them, and the presentation could not be made."""
    lacking = (
        'Id="a" Type="urn:a"',
        'Id="a" Target="a.png"',
        'Type="urn:a" Target="a.png"',
        'Id="" Type="urn:a" Target="a.png"',
    )
    for other in ("<a/>", '<a:b xmlns:a="urn:a"/>', *(f"<Relationship {one}/>" for one in lacking)):
        content = packed(changed(_RELATIONS, ("</Relationships>", f"{other}</Relationships>")))
        assert refused(content) == f"is broken: `{_RELATIONS}` holds what is no relationship"


def test_two_relationships_of_one_id_are_refused():
    """One program would follow the first, which nobody has judged, and another the second."""
    two = [f'<Relationship Id="rId9" Type="{_KIND}image" Target="{one}"/>' for one in ("file:///C:/a", "../a.png")]
    content = packed(changed(_RELATIONS, ("</Relationships>", f"{''.join(two)}</Relationships>")))
    assert refused(content) == f"is broken: `{_RELATIONS}` has two of one id"


@pytest.mark.parametrize(
    "target", ["file:///C:/a.png", " file:a.png", "//server/share/a.png", "\\\\server\\share\\a.png", "/\\server/a.png"]
)
def test_addresses_that_say_to_be_inside_are_outside(target):
    """The list of relationships is copied as it is, and some program may follow them."""
    assert refused(_referring("image", target, "")) == f"refers to `{target}` in `{CONTENT}`, which decks may not"


def test_parts_are_packed_as_packages_may_be():
    """Unpacking other forms may take gigabytes before the first byte comes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        for name, data in parts().items():
            package.writestr(name, data)
    assert refused(out.getvalue()) == "has a password, or is packed as no presentation is"


def test_a_drawing_may_have_a_doctype():
    """Programs that draw write one, and PowerPoint keeps the file as it was."""
    own = f'<Relationship Id="rId99" Type="{_KIND}image" Target="/ppt/media/a.svg"/></Relationships>'
    kind = '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    drawing = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd"><svg/>'
    content = changed(TYPES, ("</Types>", kind), of=changed(_RELATIONS, ("</Relationships>", own)))
    assert read_template(packed({**content, "ppt/media/a.svg": drawing})).layouts


@pytest.mark.parametrize(
    "name",
    [
        *("ppt/media/..\\..\\a.png", "ppt/media/%2e%2e/a.png", "ppt/media/%5c..%5ca.png", "ppt/media/C:a.png"),
        *("ppt/media/. ./a.png", "ppt/media/.../a.png"),
    ],
)
def test_no_part_that_is_copied_leads_out_of_where_a_deck_is_unpacked(name):
    """As some systems and programs read it."""
    own = f'<Relationship Id="rId99" Type="{_KIND}image" Target="/{name}"/></Relationships>'
    content = packed({**changed(_RELATIONS, ("</Relationships>", own)), name: b"a"})
    assert refused(content) == f"has a part called `{name}`, which leads out of a package"


@pytest.mark.parametrize("mode", ["External", "external", " External ", "EXTERNAL", ""])
def test_what_is_not_said_to_be_inside_is_outside(mode):
    """Whoever reads the copy may take the word otherwise."""
    content = _referring("image", "file:///C:/a.png", f' TargetMode="{mode}"')
    assert refused(content) == f"refers to `file:///C:/a.png` in `{CONTENT}`, which decks may not"


def test_elements_are_counted_over_all_parts(monkeypatch):
    """Packed, a part of the most elements that one may have takes some kilobytes, and there may be a thousand."""
    content = packed(changed(CONTENT, ("</p:spTree>", f"<p:extLst>{'<p:ext/>' * 400}</p:extLst></p:spTree>")))
    monkeypatch.setattr(package_module, "TEMPLATE_ELEMENTS", Bound(3_000, "elements", "a template"))
    kept = read_template(content).package
    held = sum(1 for root in kept._trees.values() for _ in root.iter())
    assert 1_000 < held <= 3_000
    monkeypatch.setattr(package_module, "TEMPLATE_ELEMENTS", Bound(held - 100, "elements", "a template"))
    assert refused(content).startswith(f"has more than {held - 100:,} elements")


def test_files_that_are_no_presentations_are_refused():
    """Old ones, locked ones, others and empty ones."""
    assert refused(b"\xd0\xcf\x11\xe0" + bytes(600)) == "is a presentation of the old form, or has a password"
    assert refused(b"") == "is no presentation"
    assert refused(b"%PDF-1.7") == "is no presentation"
    assert refused(packed({"word/document.xml": b"<w/>", TYPES: b"<Types/>"})) == "is no presentation"


def test_a_doctype_is_refused():
    """Packages may have none, and entities begin with one."""
    bomb = '<!DOCTYPE p:sldMaster [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p:sldMaster '
    assert refused(packed(changed(MASTER, ("<p:sldMaster ", bomb)))) == f"has a `<!DOCTYPE>` in `{MASTER}`"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("doctype", ["<!DOCTYPE a>", '<!DOCTYPE a PUBLIC "b" "https://example.org/c">'])
def test_a_doctype_is_refused_in_any_encoding(encoding, doctype):
    """Half of its bytes are zeros in UTF-16, which PowerPoint reads as it reads UTF-8."""
    text = parts()[MASTER].decode("utf-8").replace("?>", f"?>{doctype}", 1)
    mark = "\ufeff" if encoding != "utf-8" else ""
    declared = text.replace("UTF-8", "UTF-16" if mark else "UTF-8", 1)
    refusal = refused(packed({**parts(), MASTER: f"{mark}{declared}".encode(encoding)}))
    assert refusal == f"has a `<!DOCTYPE>` in `{MASTER}`"


@pytest.mark.parametrize("declared", ["latin-1", "windows-1252", "UTF-7"])
def test_an_encoding_that_not_every_reader_knows_is_refused(declared):
    """A check and a build read a part by different readers."""
    refusal = refused(packed(changed(MASTER, ("UTF-8", declared))))
    assert refusal == f"is broken: `{MASTER}`, line 1: its encoding is `{declared}`, and may be UTF-8 or UTF-16"


@pytest.mark.parametrize("name", ["1", "", "-a", "a:b", "a b"])
def test_an_id_that_is_no_name_is_refused(name):
    """As libxml2 does, by which a build reads it."""
    refusal = refused(packed(changed(MASTER, ("<p:sldMaster ", f'<p:sldMaster xml:id="{name}" '))))
    assert refusal.startswith(f"is broken: `{MASTER}`, line ") and refusal.endswith(f"an `xml:id` is no name: `{name}`")


@pytest.mark.slow
def test_a_part_is_unpacked_as_far_as_it_may_be_large():
    """Whatever it says of its size: a bomb of a thousand to one ends there."""
    bomb = packed({**parts(), MASTER: b"<a>" + bytes(TEMPLATE_PART_BYTES.most)})
    assert len(bomb) < TEMPLATE_PART_BYTES.most / 100
    assert refused(bomb) == f"holds more than 150,000,000 unpacked bytes in `{MASTER}`"


def test_a_part_that_is_missing_or_broken_is_named():
    """The master is there in the list of parts alone."""
    content = parts()
    del content["ppt/theme/theme1.xml"]
    assert refused(packed(content)) == "is broken: it has no part `ppt/theme/theme1.xml`"
    assert refused(packed(changed(CONTENT, ("</p:cSld>", "")))).startswith(f"is broken: `{CONTENT}`, line ")


def test_a_part_that_is_there_twice_is_refused():
    """One program would read the first, and another the second."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in {**parts(), MASTER.upper(): b"<other/>"}.items():
            package.writestr(name, data)
    assert refused(out.getvalue()) == "names a part twice"


def test_a_deck_without_layouts_is_refused():
    """There is nothing that slides could stand in."""
    content = changed(MASTER, ("<p:sldLayoutIdLst>", "<p:extLst>"), ("</p:sldLayoutIdLst>", "</p:extLst>"))
    assert refused(packed(content)) == "has no layouts"


def test_files_that_end_early_are_refused_and_crash_nothing():
    """Wherever a download was cut off."""
    whole = DEFAULT.read_bytes()
    for end in range(0, len(whole), len(whole) // 40):
        assert refused(whole[:end])


@pytest.mark.slow
def test_bytes_that_were_changed_are_read_or_refused():
    """No other exception comes of them."""
    whole = DEFAULT.read_bytes()
    for at in range(7, len(whole), len(whole) // 60):
        try:
            read_template(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        except NotATemplate as error:
            assert str(error)


def test_what_lies_outside_is_known_and_not_read():
    """A relationship that leads to the web is a relationship, and no part."""
    relations = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    own = f'<Relationship Id="rId9" Type="{kind}" Target="http://example.com/logo.png" TargetMode="External"/>'
    package = Package(packed(changed(relations, ("</Relationships>", f"{own}</Relationships>"))))
    assert package.relationships(CONTENT)["rId9"].is_external
    assert package.external == ((CONTENT, "http://example.com/logo.png"),)
    assert package.target(CONTENT, "image") is None
