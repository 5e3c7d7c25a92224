"""A comparison as JSON, for programs; docs/diff.schema.json says what it may hold."""

from __future__ import annotations

import json
from typing import Any

from deckmaker.comparison.changes import Change, Comparison, SlideChange

VERSION = 1
"""Of what is written. Keys may come to it; where one goes or comes to mean something else, it is another version."""


def json_of(comparison: Comparison) -> str:
    """Return a comparison as an object of JSON, with a line end."""
    told = {
        "version": VERSION,
        "old": comparison.old,
        "new": comparison.new,
        "same": comparison.is_same,
        "unchanged_slides": comparison.same,
        "deck": [_change(change) for change in comparison.deck],
        "slides": [_slide(slide) for slide in comparison.slides],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _slide(slide: SlideChange) -> dict[str, Any]:
    return {
        "old": slide.old,
        "new": slide.new,
        "title": slide.title,
        "ways": [way.value for way in slide.ways],
        "changes": [_change(change) for change in slide.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "way": change.way.value,
        "kind": change.kind.value if change.kind else "block",
        "place": list(change.place),
        "old": change.old,
        "new": change.new,
    }
