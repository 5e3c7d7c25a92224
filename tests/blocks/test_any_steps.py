"""Slides of any blocks that appear step by step: in each output the same steps, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree, html

from deckmaker.dataclasses import replace
from deckmaker.layout import Document
from deckmaker.render.pptx.inspection import faults
from tests.blocks.any_blocks import LAYOUTS, PICTURES, AnySlide, any_slides
from tests.blocks.pages_of import read
from tests.layout.test_steps import steps_of
from tests.projects import Project
from tests.render.html.decks import rendered as html_of
from tests.render.pptx.decks import NAMESPACES
from tests.render.pptx.decks import rendered as pptx_of
from tests.samples import examples

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the pictures."""
    found = Project(tmp_path_factory.mktemp("steps"))
    for name, size in PICTURES.items():
        found.picture(name.removeprefix("../"), size)
    return found


@settings(max_examples=examples(30), phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(any_slides(LAYOUTS))
def test_steps_are_the_same_everywhere(project: Project, slide: AnySlide) -> None:
    """From 1 in reading order; nothing stands elsewhere for them, and what PowerPoint is to show is there."""
    still, _ = read(project, slide)
    document, _ = read(project, replace(slide, data={**slide.data, "incremental": True}))
    assert (still is None) == (document is None)
    if not still or not document:
        return
    assert [[one.rect for one in page.leaves] for page in document.pages] == [
        [one.rect for one in page.leaves] for page in still.pages
    ]
    steps = [steps_of(page) for page in document.pages]
    assert all(one == [*range(1, len(one) + 1)] for one in steps)
    assert [*_on_the_page(document)] == steps
    assert [*_clicks(document)] == [len(one) for one in steps]


def _on_the_page(document: Document) -> Iterator[list[int]]:
    for section in html.fromstring(html_of(document)).iterfind(".//section[@id]"):
        shown = (1 + int(one.get("data-fragment-index")) for one in section.iterfind(".//*[@data-fragment-index]"))
        yield [*dict.fromkeys(shown)]


def _clicks(document: Document) -> Iterator[int]:
    with ZipFile(BytesIO(pptx_of(document))) as archive:
        assert faults((name, archive.read(name)) for name in archive.namelist()) == []
        for page in document.pages:
            slide = etree.fromstring(archive.read(f"ppt/slides/slide{page.number}.xml"))
            clicks = slide.xpath(".//p:cTn[@nodeType='clickEffect']", namespaces=NAMESPACES)
            yield len(clicks)
