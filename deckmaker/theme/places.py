"""Where to mark a mistake that lies in values which do not go together, and how often."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.source import DataPath, Tree
from deckmaker.source.reading import display_name
from deckmaker.theme.built_in import built_in_themes


def is_built_in(span: Span) -> bool:
    """Tell whether a place is in a built-in theme: nobody who reads a message wrote those."""
    return span.source.name in {display_name(path) for path in built_in_themes().values()}


def likeliest(tree: Tree, paths: Iterable[DataPath]) -> Span:
    """Return the place of the first of the values that the theme's author wrote.

    Of themes that extend each other the last is its author's own; nobody who reads the message wrote a built-in one.
    """
    own = tree.value_span(()).source
    built_in = {display_name(path) for path in built_in_themes().values()}

    def distance(span: Span) -> int:
        return 0 if span.source == own else 2 if span.source.name in built_in else 1

    candidates = list(paths)
    written = [tree.values[path] for path in candidates if path in tree.values]
    return min(written, key=distance, default=tree.value_span(candidates[0]))


def color_places(tree: Tree, mode: str) -> dict[str, Span]:
    """Return where a palette's colours are written, those of dark pages first for dark ones; not in built-in themes."""
    built_in = {display_name(path) for path in built_in_themes().values()}
    places: dict[str, Span] = {}
    for key in ("palette", "dark") if mode == "dark" else ("dark", "palette"):
        written = {name: tree.value_span((key, name)) for name in tree.data.get(key) or ()}
        places |= {name: span for name, span in written.items() if span.source.name not in built_in}
    return places


class Findings:
    """Mistakes in values. One that shows in many styles or slots, which have its value from one place, is said once."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics
        self._said: set[tuple[str, Span]] = set()

    def add(self, kind: str, message: str, span: Span, help: str | None = None) -> None:
        """Report a wrong value, unless one of this kind has been reported at this place."""
        if (kind, span) not in self._said:
            self._said.add((kind, span))
            self._diagnostics.report("wrong-value", message, span, help)
