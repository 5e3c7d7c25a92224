"""Decks that are built as presentations, and what somebody else changes there with python-pptx."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from click.testing import Result
from pptx import Presentation

from tests.projects import Project, run

SLIDES = """\
title: Four things
slides:
  - title: Four things

  # About apples.
  - title: Apples
    text: Apples are red and round and they grow on trees.

  - title: Pears
    bullets: [Pears are green, They are sweet]   # a remark

  - title: Plums
    notes: |
      Say something.

      And more.
    text: |
      Plums come first.

      - in June
"""


def built(project: Project, deck: str) -> Path:
    """Write a deck, build it as a presentation, and return that."""
    project.write(deck)
    result = run("build", project.deck, "-f", "pptx", "--force")
    assert result.exit_code == 0, result.stderr
    return project.folder / "build/deck.pptx"


def edited(presentation: Path, change: Callable[[Any], object]) -> Path:
    """Return a presentation as somebody saved it who changed it."""
    found = Presentation(str(presentation))
    change(found)
    target = presentation.parent / "edited.pptx"
    found.save(str(target))
    return target


def merged(project: Project, deck: str, change: Callable[[Any], object], *options: str) -> tuple[str, Result]:
    """Return what a deck's file holds once changes of its presentation are merged into it, and how that ended."""
    result = run("merge", project.deck, edited(built(project, deck), change), *options)
    return project.deck.read_bytes().decode(), result


def runs_of(presentation: Any) -> Iterator[Any]:
    """Yield the runs of all texts on slides, cells among them, and of notes, but for what follows something else."""
    for slide in presentation.slides:
        for frame in _frames(slide.shapes):
            for paragraph in frame.paragraphs:
                yield from paragraph.runs
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            paragraphs = slide.notes_slide.notes_text_frame.paragraphs
            for paragraph in takewhile(lambda one: one.text not in _OURS, paragraphs):
                yield from paragraph.runs


_OURS = ("Data of the chart", "Credits")
_FOLLOWING = ("Trail", "Footer", "Annotations")
"""What follows the deck or a chart's numbers, and is not compared."""


def _frames(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.name.startswith(_FOLLOWING):
            continue
        if hasattr(shape, "shapes"):
            yield from _frames(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def replacing(old: str, new: str) -> Callable[[Any], None]:
    """Return what puts other words in the place of some, wherever they stand in one run."""

    def change(presentation: Any) -> None:
        found = [run for run in runs_of(presentation) if old in run.text]
        assert found, old
        for one in found:
            one.text = one.text.replace(old, new)

    return change


def paragraph_with(presentation: Any, words: str) -> Any:
    """Return the first paragraph on slides that has some words."""
    for slide in presentation.slides:
        for frame in _frames(slide.shapes):
            for one in frame.paragraphs:
                if words in one.text:
                    return one
    raise AssertionError(words)


def paragraph_added(presentation: Any, behind: str, words: str) -> None:
    """Add a paragraph like that with some words, behind it."""
    there = paragraph_with(presentation, behind)
    new = copy.deepcopy(there._p)
    there._p.addnext(new)
    runs = new.findall("{*}r")
    for one in runs[1:]:
        new.remove(one)
    runs[0].find("{*}t").text = words


def paragraph_removed(presentation: Any, words: str) -> None:
    """Remove the first paragraph that has some words."""
    there = paragraph_with(presentation, words)._p
    there.getparent().remove(there)
