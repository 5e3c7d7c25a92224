"""Decks in templates: a project with a template, a theme that names it and a deck, laid out and as PowerPoint files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.pptx import PptxRenderer
from tests.projects import ROOT, Project
from tests.render.pptx.decks import find
from tests.template.packages import Parts, opened, packed

LAYOUTS = {
    "title": "Title Slide",
    "section": "Section Header",
    "content": "Title and Content",
    "columns": "Two Content",
}
"""Our layouts with those of python-pptx's template."""

DECK = """
title: Night noise
subtitle: What the meters say
author: Ann Lind
date: 2026-11-20
language: en-GB
theme: ours.yaml
footer: Draft
sources:
  board: {role: data, title: Night noise, publisher: Port Authority, year: 2026}
slides:
  - title: Night noise
    text: The harbour at night
  - title: What we found
    section: Findings
  - title: Where it comes from
    bullets:
      - Ventilators run *all night*
      - Berth 4 faces the houses:
          - 120 m to the nearest window
          - no wall between
      - More is at [the board](https://example.org/noise)
    credits: [{source: board}]
    notes: Say it slowly.
  - title: Two remedies
    section: Remedies
    columns:
      - {bullets: [No engine at berth, Grid has room for four ships]}
      - {bullets: [A wall helps two streets of five]}
  - title: What it would cost
    table:
      rows:
        - [Remedy, Millions]
        - [Shore power, "2.4"]
        - [A wall, "1.85"]
    credits: [{source: board}]
  - title: Where we are
    agenda: true
"""


class InTemplate:
    """A deck in a template."""

    def __init__(
        self,
        folder: Path,
        template: Parts | bytes,
        deck: str = DECK,
        layouts: Mapping[str, str] = LAYOUTS,
        theme: str = "",
        name: str = "company.potx",
    ) -> None:
        folder.mkdir(exist_ok=True)
        self.template = template if isinstance(template, bytes) else packed(template)
        self.layouts = layouts
        project = Project(folder)
        (project.deck.parent / name).write_bytes(self.template)
        mapped = "".join(f'\n    {ours}: "{theirs}"' for ours, theirs in layouts.items())
        (project.deck.parent / "ours.yaml").write_text(
            f"name: ours\nextends: briefing\ntemplate:\n  file: {name}\n  layouts:{mapped}\n{theme}", encoding="utf-8"
        )
        self.document, self.diagnostics = project.read(deck)
        self.deck = project.deck

    @cached_property
    def laid_out(self) -> Document:
        """The deck's document, which has no errors."""
        assert self.document, [one.message for one in self.diagnostics]
        return self.document

    @cached_property
    def rendered(self) -> tuple[bytes, Diagnostics]:
        """The file, and what the renderer reported."""
        stream, diagnostics = BytesIO(), Diagnostics()
        PptxRenderer().render(self.laid_out, stream, diagnostics)
        return stream.getvalue(), diagnostics

    @property
    def file(self) -> bytes:
        """The deck as a PowerPoint file."""
        return self.rendered[0]

    @cached_property
    def parts(self) -> Parts:
        """The parts of the file."""
        return opened(self.file)

    @cached_property
    def presentation(self) -> Any:
        """The file as python-pptx reads it."""
        return Presentation(BytesIO(self.file))

    def tree(self, name: str) -> etree._Element:
        """Return a part of XML."""
        return etree.fromstring(self.parts[name])

    def slide(self, number: int) -> etree._Element:
        """Return the XML of a slide, from 1."""
        return self.tree(f"ppt/slides/slide{number}.xml")

    def shape(self, number: int, words: str) -> etree._Element:
        """Return the shape of a slide in which words stand."""
        shapes = find(self.slide(number), "//p:sp")
        return next(one for one in shapes if words in "".join(find(one, ".//a:t/text()")))


def repository_deck(name: str, theme: str = "ours.yaml") -> str:
    """Return the text of a deck of the repository in another theme, with the whole paths of its files."""
    text = (ROOT / "decks" / f"{name}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^theme:.*$", f"theme: {theme}", text, flags=re.MULTILINE)
    assert f"theme: {theme}" in text
    return text
