"""A YAML file to a `Tree`, and what is said of a file that is none."""

from __future__ import annotations

import yaml

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.source.collection import without_collection
from deckmaker.source.composer import Composer
from deckmaker.source.limits import FLATTEN, TOO_DEEP, Limit
from deckmaker.source.lines import place_at
from deckmaker.source.mistakes import place_of, way_out
from deckmaker.source.places import KeyPlaces, ValuePlaces
from deckmaker.source.tokens import Loader
from deckmaker.source.tree import Tree

DECK_BEGINS = "begin with `title:` and `slides:`"


def parse_yaml(source: SourceFile, diagnostics: Diagnostics, begins: str = DECK_BEGINS) -> Tree | None:
    """Parse one document; report what is not usable YAML and return None when nothing can be read.

    `begins` tells the author of an empty file how to begin one.
    """
    found = Diagnostics()  # of a file that is not YAML, only that is said
    try:
        with without_collection():
            value = Composer(source, Loader(source.text), found).document()
    except yaml.MarkedYAMLError as error:
        _report_syntax(source, error, diagnostics)
        return None
    except yaml.YAMLError as error:  # a character that YAML forbids, found before there are marks
        problem = getattr(error, "reason", error)
        diagnostics.report("yaml-syntax", f"not YAML: {problem}", _forbidden_character(source))
        return None
    except Limit as limit:
        diagnostics.report("yaml-feature", str(limit), limit.span, limit.help)
        return None
    if value is None or value[0] is None:
        diagnostics.report("yaml-syntax", f"`{source.name}` is empty", help=begins)
        return None
    diagnostics.adopt_errors(found)
    data, place = value
    return Tree(data, ValuePlaces(source, place), KeyPlaces(source, place))


def _report_syntax(source: SourceFile, error: yaml.MarkedYAMLError, diagnostics: Diagnostics) -> None:
    problem = error.problem or "cannot be parsed"
    mark = place_of(source, error)
    span = Span(source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else None
    if "but found another document" in problem:
        diagnostics.report(
            "yaml-feature",
            "a deck is one YAML document, and here a second one begins",
            span,
            help="remove the `---`, or make it a file of its own",
        )
        return
    if "nesting depth" in problem:  # libyaml has a limit of its own, and looks ahead of ours
        diagnostics.report("yaml-feature", TOO_DEEP, span, help=FLATTEN)
        return
    context = f"{error.context}: " if error.context else ""
    diagnostics.report("yaml-syntax", f"not YAML: {context}{problem}", span, help=way_out(source, error))


def _forbidden_character(source: SourceFile) -> Span | None:
    """Return the place of the first character that no YAML file may hold."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    return place_at(source, found.start()) if found else None
