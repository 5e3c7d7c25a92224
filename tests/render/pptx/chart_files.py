"""The samples of charts as a PowerPoint file, and its parts; tests only read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from tests.render.pptx.decks import rendered
from tests.render.pptx.hand_charts import SAMPLES, HandChart, chart_document

PREFIXES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
every_sample = pytest.mark.parametrize("sample", SAMPLES)


@cache
def charts() -> dict[str, HandChart]:
    """Return the samples."""
    return {name: make() for name, make in SAMPLES.items()}


@cache
def file() -> bytes:
    """Return a presentation with a slide for each sample."""
    return rendered(chart_document(*charts().values()))


@cache
def parts() -> dict[str, bytes]:
    """Return its parts by their names in the zip file."""
    with ZipFile(BytesIO(file())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def presentation() -> Any:
    """Return it as read back by python-pptx."""
    return Presentation(BytesIO(file()))


def slide(sample: str) -> Any:
    """Return the slide of a sample."""
    return presentation().slides[list(SAMPLES).index(sample)]


def shape(sample: str) -> Any:
    """Return the shape that holds a sample's chart."""
    (found,) = [one for one in slide(sample).shapes if one.has_chart]
    return found


def part(sample: str) -> etree._Element:
    """Return the chart part of a sample."""
    return etree.fromstring(shape(sample).chart.part.blob)


def find(root: etree._Element, path: str) -> Any:
    """Return what an XPath finds."""
    return etree.XPath(path, namespaces=PREFIXES)(root)
