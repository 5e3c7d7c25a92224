"""A YAML file to a `Tree`, and what is said of a file that is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import yaml

from deckmaker.budget.source import YAML_DIRECTIVES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.patterns import pattern
from deckmaker.source.composer import Composer, Loader, Value
from deckmaker.source.encoding import DECK_BEGINS
from deckmaker.source.limits import FLATTEN, TOO_DEEP, Limit
from deckmaker.source.places import KeyPlaces, ValuePlaces, own, place_at, span_of
from deckmaker.source.tree import Tree

_FRONT_MATTER = "write the slides below `slides:`, as YAML; a deck is no Markdown with keys above it"

_TAG = pattern("%TAG(?<![^\r\n\x85\u2028\u2029]%TAG)")
"""At the beginning of a line, as YAML counts them."""

_ODD_LINE_END = pattern("[\x85\u2028\u2029]")
"""Line ends of YAML 1.1 (5.4): where a file has others, they are none that somebody wrote."""


def parse_yaml(source: SourceFile, diagnostics: Diagnostics, begins: str = DECK_BEGINS) -> Tree | None:
    """Parse one document; report what is not usable YAML and return None when nothing can be read.

    `begins` tells the author of an empty file how to begin one.
    """
    if tag := _tag_beyond(source):
        message = f"the file {YAML_DIRECTIVES.excess()}"
        diagnostics.report("yaml-feature", message, tag, "remove the lines that begin with `%`; a deck needs none")
        return None
    if not source.text.isascii() and "\n" in source.text and (odd := _ODD_LINE_END.search(source.text)):
        from deckmaker.source.odd_line_ends import report_odd_line_end  # loads what few decks need

        report_odd_line_end(source, odd.start(), diagnostics)
    found = Diagnostics()  # of a file that is not YAML, only that is said
    try:
        with gc_paused():
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
        is_empty = value is not None or not source.text.strip()
        what = "is empty" if is_empty else "holds comments alone, which begin with `#`"  # as a file in Markdown may
        diagnostics.report("yaml-syntax", f"`{source.name}` {what}", _of_nothing(source, value), begins)
        return None
    diagnostics.extend(found)
    data, place = value
    return Tree(data, ValuePlaces(source, place), KeyPlaces(source, place))


def _tag_beyond(source: SourceFile) -> Span | None:
    """Return the place of the first declaration of a tag that is one too many."""
    declared = islice(_TAG.finditer(source.text), YAML_DIRECTIVES.most, None)
    return place_at(source, tag.start()) if (tag := next(declared, None)) else None


def _report_syntax(source: SourceFile, error: yaml.MarkedYAMLError, diagnostics: Diagnostics) -> None:
    from deckmaker.source.mistakes import in_words, place_of, quoting, way_out
    from deckmaker.source.odd_spaces import HELP, SAID, odd_space

    problem = error.problem or "cannot be parsed"
    mark = place_of(source, error)
    span = Span(source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else None
    if "but found another document" in problem:
        diagnostics.report(
            "yaml-feature",
            "a deck is one YAML document, and here a second one begins",
            span,
            help=_FRONT_MATTER if source.text.startswith("---") else "remove the `---`, or make it a file of its own",
        )
        return
    if "nesting depth" in problem:  # libyaml has a limit of its own, and looks ahead of ours
        diagnostics.report("yaml-feature", TOO_DEEP, span, help=FLATTEN)
        return
    if mark and (odd := odd_space(source, mark)):
        span = Span(source, odd.line + 1, odd.column + 1, odd.line + 1, odd.column + 2)
        diagnostics.report("yaml-syntax", f"not YAML: {SAID}", span, help=HELP)
        return
    edits = quoting(source, mark) if mark else ()
    diagnostics.report("yaml-syntax", f"not YAML: {in_words(error)}", span, help=way_out(source, error), edits=edits)


def _forbidden_character(source: SourceFile) -> Span | None:
    """Return the place of the first character that no YAML file may hold."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    return place_at(source, found.start()) if found else None


def _of_nothing(source: SourceFile, value: Value | None) -> Span:
    """Return the place of the `~` that a file holds, else its beginning."""
    written = value and span_of(own(value[1]), source)
    return written if written and source.line(written.line) else Span(source, 1, 1, 1, 2)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Put the search off for a while: decks hold no circles, and it takes longer than reading and validating them.

    Measured on 10 MB: 2.7 s of 3.5 s while PyYAML composes, 4.1 s of 8.3 s while a long list is validated. Of resolving
    and laying out it takes a tenth, and finds nothing: 1,000 slides peak at the same memory without it. What was made
    meanwhile is never searched, though freed like all else when nobody refers to it: to catch up is a tenth, too.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()
