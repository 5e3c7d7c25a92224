"""The package's self-check: it passes what deckmaker writes, and each of its rules can fail."""

from __future__ import annotations

from collections.abc import Callable
from zipfile import ZipFile

import pytest

from deckmaker.render.pptx.inspection import faults
from tests.projects import DECK, Project, run
from tests.render.pptx.decks import every_deck, parts

Parts = dict[str, bytes]
SLIDE, RELATIONSHIPS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
PRESENTATION, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
TYPES = "[Content_Types].xml"
IMAGE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def changed(name: str, old: bytes, new: bytes) -> Callable[[Parts], Parts]:
    """Return a mutation: in one part, the first `old` becomes `new`."""

    def change(found: Parts) -> Parts:
        assert old in found[name], found[name].decode()
        return found | {name: found[name].replace(old, new, 1)}

    return change


def without(*names: str) -> Callable[[Parts], Parts]:
    """Return a mutation: these parts are missing."""
    return lambda found: {name: content for name, content in found.items() if name not in names}


def added(name: str, content: bytes = b"<a/>") -> Callable[[Parts], Parts]:
    """Return a mutation: there is a part more."""
    return lambda found: found | {name: content}


def related(id: str, target: str, kind: bytes = IMAGE, mode: str = "") -> Callable[[Parts], Parts]:
    """Return a mutation: the first slide has a relationship more."""
    one = f'<Relationship Id="{id}" Target="{target}" {mode} Type="'.encode() + kind + b'"/></Relationships>'
    return changed(RELATIONSHIPS, b"</Relationships>", one)


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
        related("rId99", "../media/none.png"),
        f"`{SLIDE}` leads to `ppt/media/none.png`, which is not there",
    ),
    "relationships of no part": (
        added("ppt/slides/_rels/slide0.xml.rels", b"<Relationships/>"),
        "relationships are those of `ppt/slides/slide0.xml`, which is not there",
    ),
    "a picture from elsewhere": (
        related("rId99", "https://example.org/a.png", mode='TargetMode="External"'),
        f"`{SLIDE}` leads outside the package to `https://example.org/a.png`",
    ),
    "a relationship's id twice": (
        related("rId1", "../media/image1.png"),
        f"`{SLIDE}` has two relationships `rId1`",
    ),
    "a relationship that nothing uses": (
        related("rId99", "../media/image1.png"),
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
    "a section that holds no such slide": (
        changed(PRESENTATION, b'<p14:sldId id="256"', b'<p14:sldId id="999"'),
        "the sections do not hold each slide once",
    ),
}


@pytest.mark.parametrize(("mutate", "said"), MUTATIONS.values(), ids=MUTATIONS)
def test_each_rule_can_fail(mutate, said):
    """One change to a sound package, and the rule names it."""
    found = faults(list(mutate(parts("showcase")).items()))
    assert said in [one[: len(said)] if said.endswith(": ") else one for one in found]


def test_a_zip_entry_twice_is_a_part_twice():
    """A zip file may hold one name twice; which of the two is read is anybody's guess."""
    entries = [*parts("showcase").items(), (SLIDE, parts("showcase")[SLIDE])]
    assert faults(entries) == [f"two parts are called `{SLIDE}`"]


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
