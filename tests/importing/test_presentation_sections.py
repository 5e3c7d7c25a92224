"""Sections of presentations: each slide is in the one that lists it, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from tests.importing.own_decks import imported_again
from tests.importing.presentations import content_slide, imported, presentation
from tests.projects import Project

P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def arranged(sections: Mapping[str, Sequence[str]], order: str) -> bytes:
    """Return a presentation behind whose title slide stand slides in an order, each with a letter as its title; its
    sections list some of these, in their alphabet."""
    letters = sorted({*order}.union(*sections.values()))

    def make(found: Any) -> None:
        for letter in letters:
            content_slide(found, letter)
        ids = found.slides._sldIdLst
        of = dict(zip(letters, list(ids)[1:], strict=True))
        listed = ""
        for number, (name, slides) in enumerate(sections.items()):
            own = "".join(f'<p14:sldId id="{of[letter].get("id")}"/>' for letter in slides)
            id = f"{{00000000-0000-0000-0000-00000000000{number}}}"
            listed += f'<p14:section name="{name}" id="{id}"><p14:sldIdLst>{own}</p14:sldIdLst></p14:section>'
        extension = f'<p:ext uri="{EXTENSION}"><p14:sectionLst {P14}>{listed}</p14:sectionLst></p:ext>'
        found.part._element.append(parse_xml(f"<p:extLst {nsdecls('p')}>{extension}</p:extLst>"))
        for one in of.values():
            ids.remove(one)
        ids.extend([of[letter] for letter in order])

    return presentation(make)


def begun(sections: Mapping[str, Sequence[str]], order: str) -> tuple[list[tuple[str, str]], list[tuple[int, str]]]:
    """Return the letters of slides that begin a section in the deck, each with that, and what is told."""
    found, _ = imported(arranged(sections, order))
    return [(one["title"], one["section"]) for one in found.slides if "section" in one], found.messages


def test_sections_begin_where_they_stand():
    """In whatever order they are listed. Slides that are in none go on in that above them, as those of one without a
    name; slides that are no more there begin none."""
    assert begun({"One": "ab", "Two": "cd"}, "abcd") == ([("a", "One"), ("c", "Two")], [])
    assert begun({"One": "ab", "Two": "cd"}, "dcab") == ([("d", "Two"), ("a", "One")], [])
    assert begun({"One": "ab", "": "c", "Two": "d"}, "xbcyd") == ([("b", "One"), ("d", "Two")], [])
    assert begun({"One": "ab", "": "c", "Two": "d"}, "acbd") == ([("a", "One"), ("d", "Two")], [])


def test_a_section_whose_slides_stand_apart_begins_again():
    """As programs leave it that move slides and know of no sections. It is told."""
    message = "slides of a section stand apart, and it begins again: "
    sections = {"One": "ab", "Two": "cd", "Three": "ef"}
    assert begun(sections, "abdefc") == (
        [("a", "One"), ("d", "Two"), ("e", "Three"), ("c", "Two")],
        [(7, f"{message}`Two`")],
    )
    assert begun(sections, "acbdef") == (
        [("a", "One"), ("c", "Two"), ("b", "One"), ("d", "Two"), ("e", "Three")],
        [(4, f"{message}`One`, `Two`")],
    )


def test_our_appendix_begins_with_the_last_of_its_parts(project):
    """All that stands behind it is of the appendix, and a slide that was moved out of it leaves the talk as it is."""
    talk = "  - {title: T}\n  - {title: A, section: One, text: a}\n  - {title: B, section: Two, text: b}\n"
    deck = f"title: T\nslides:\n{talk}  - {{title: C, appendix: true, text: c}}\n  - {{title: D, text: d}}\n"

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        ids.insert(2, ids[3])

    slides, said = imported_again(project, deck, change)
    assert [(one["title"], one.get("section"), one.get("appendix")) for one in slides[1:]] == [
        ("A", "One", None),
        ("C", "Appendix", None),
        ("B", "Two", None),
        ("D", None, True),
    ]
    assert "it begins again: `Appendix`" in said
