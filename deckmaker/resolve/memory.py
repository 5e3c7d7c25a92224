"""Slides that have been resolved, kept for the next time: of a deck in which one slide changed, one is resolved.

What a slide means follows from its own lines, from what the deck says besides its slides, from its place among them and
their sections, and from the files that were looked at meanwhile. All of that is held against what it was, line for
line, so that all places in the file are the same, too. Slides of which something was reported are resolved each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from deckmaker.budget.bound import Bound
from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Slide
from deckmaker.patterns import pattern
from deckmaker.project import Mark, are_as_before, paths_noted
from deckmaker.resolve.allowance import Allowance
from deckmaker.source import Tree

_ANCHOR = pattern(r"(?:^|[\s\[{,:-])&\S", re.MULTILINE)
"""What a value that is meant at several places begins with (YAML 1.2.2, 3.2.2.2), and what looks so."""


class _Known(NamedTuple):
    """A slide as it was resolved: from which lines, which paths were looked at, and what was taken of bounds."""

    key: Hashable
    slide: Slide
    marks: Mapping[Path, Mark]
    taken: Mapping[Bound, int]


class ResolveMemory:
    """The slides of one deck as they were resolved last. Anything else in the deck that changes empties it."""

    def __init__(self) -> None:
        self._around: Any = None
        self._known: dict[int, _Known] = {}
        self._lines: list[str] | None = None
        self._begins: list[int] = []

    def begin(self, tree: Tree, around: Any) -> None:
        """Begin to resolve a deck; forget all where what is around its slides is not the same as before: its text,
        its data, and what else is known of it in `around`."""
        self._lines = None
        data = tree.data
        slides = data.get("slides") if isinstance(data, dict) else None
        source = tree.value_span(()).source
        if not isinstance(slides, list) or not slides or _ANCHOR.search(source.text):
            self._known.clear()
            return
        spans = [tree.value_span(("slides", index)) for index in range(len(slides))]
        begins = [span.line for span in spans]
        # Of two slides in one line, or of another file, places are not told by lines.
        if any(span.source is not source for span in spans) or sorted({*begins}) != begins:
            self._known.clear()
            return
        lines = source.text.split("\n")
        end = min(spans[-1].end_line, len(lines))
        others = {key: value for key, value in data.items() if key != "slides"}
        now = (source.name, lines[: begins[0] - 1], lines[end:], others, around)
        if now != self._around:
            self._known.clear()
        self._known = {index: one for index, one in self._known.items() if index < len(begins)}
        self._around, self._lines, self._begins = now, lines, [*begins, end + 1]

    def slide(
        self, index: int, more: Hashable, resolve: Callable[[], Slide], allowance: Allowance, diagnostics: Diagnostics
    ) -> Slide:
        """Return a slide, from 0, as it is known, or resolve it; `more` is what else it depends on."""
        if self._lines is None:
            return resolve()
        begin, end = self._begins[index], self._begins[index + 1]
        key = begin, more, tuple(self._lines[begin - 1 : end - 1])
        known = self._known.get(index)
        if known and known.key == key and are_as_before(known.marks) and allowance.has(known.taken):
            allowance.take(known.taken)
            return known.slide
        before, said = allowance.taken, diagnostics.reports
        with paths_noted() as marks:
            slide = resolve()
        self._known.pop(index, None)
        if diagnostics.reports == said:
            taken = {bound: count - before[bound] for bound, count in allowance.taken.items()}
            self._known[index] = _Known(key, slide, marks, taken)
        return slide
