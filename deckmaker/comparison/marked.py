"""Texts with their marks as a line of plain text: two that read alike and are set differently differ."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.model import Marker, Paragraph, Run, SlideLink
from deckmaker.model.text import without_colors

_INDENT = "  "


def marked_lines(paragraphs: Sequence[Paragraph], titles: Sequence[str]) -> str:
    """Return paragraphs a line each, items of lists as Markdown has them; `titles` are those of the deck's slides."""
    return "\n".join(_INDENT * one.level + _marker(one) + marked(one, titles) for one in paragraphs)


def marked(paragraph: Paragraph, titles: Sequence[str]) -> str:
    """Return a paragraph's words with marks around those that are under some."""
    return "".join(_run(run, titles) for run in without_colors(paragraph.runs))


def _marker(paragraph: Paragraph) -> str:
    # Not the number, which changes with every item before it.
    return {Marker.BULLET: "- ", Marker.NUMBER: "# "}.get(paragraph.marker, "")


def _run(run: Run, titles: Sequence[str]) -> str:
    if run.footnote:
        return "[^{}]".format("".join(_run(one, titles) for one in run.footnote.runs))
    text = run.text
    for is_so, mark in (
        (run.code, "`"),
        (run.italic, "*"),
        (run.bold, "**"),
        (run.script > 0, "^"),
        (run.script < 0, "~"),
    ):
        if is_so:
            text = f"{mark}{text}{mark}"
    match run.link:
        case None:
            return text
        case SlideLink(slide=slide):
            # By its title: its number changes with every slide before it.
            return f"[{text}](slide “{titles[slide]}”)"
        case address:
            return f"[{text}]({address})"
