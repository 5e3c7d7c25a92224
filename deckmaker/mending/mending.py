"""A deck and its files mended in memory, pass by pass: each result is read anew, and only a better one is kept."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.diagnostics import Diagnostic, Diagnostics
from deckmaker.diagnostics.collection import Levels
from deckmaker.mending.choosing import chosen
from deckmaker.mending.splicing import Mend, Moved, said_of, spliced
from deckmaker.project import project_root, without_links
from deckmaker.source.drafts import with_drafts

if TYPE_CHECKING:
    from deckmaker.layout import Document

PASSES, BETTER_PASSES = 8, 50
"""Times that mends are looked for, in a row without anything better, and in all: one brings another to light, as each
mistake of syntax does, and none goes on for ever."""

ALONE = 12
"""Mends that are tried one by one where all together make nothing better."""

_UNREAD = ("yaml-syntax", "yaml-feature", "unreadable-file")

Score = tuple[int, int, int, int]


class State(NamedTuple):
    """What files held and would hold, what was mended in each, and what is said of the deck then."""

    were: Mapping[Path, bytes]
    contents: Mapping[Path, bytes]
    mends: Mapping[Path, tuple[Mend, ...]]
    document: Document | None
    diagnostics: Diagnostics

    @property
    def score(self) -> Score:
        """How much is wrong, the worst first: not to be read at all, errors, warnings, and what could be mended, or of
        what cannot be read where reading ended."""
        found = list(self.diagnostics)
        kinds = [one.severity.value for one in found]
        unread = [one for one in found if one.code in _UNREAD]
        ends = -sum(one.span.line for one in unread if one.span)
        left = ends if unread else sum(bool(one.edits) for one in found)
        return len(unread), kinds.count("error"), kinds.count("warning"), left


Read = Callable[[Path, Diagnostics], "Document | None"]


def mended(deck: Path, levels: Levels, read: Read) -> tuple[State, State]:
    """Return the state of a deck as it is, and the best that sure mends come to; the same where there are none.

    `read` takes the deck through its phases and reports. Nothing is written.
    """
    folder = project_root(deck)
    first = state = best = _read_anew(State({}, {}, {}, None, Diagnostics(levels)), deck, levels, read)
    left = PASSES
    for _ in range(BETTER_PASSES):
        if not (left and (edits := chosen(state.diagnostics))):
            break
        following = _after(state, edits, deck, folder, levels, read)
        if following is None:
            break
        state = following
        left = PASSES if state.score < best.score else left - 1
        best = min(best, state, key=lambda one: one.score)
    if best is first:
        best = _one_by_one(first, deck, folder, levels, read)
    return first, best


def _one_by_one(first: State, deck: Path, folder: Path, levels: Levels, read: Read) -> State:
    """Return what comes of those mends that make something better each on its own."""
    best, tried = first, set[tuple[str, str, int]]()
    while len(tried) < ALONE:
        keys = {(one.code, one.message, one.edits[0].begin): one for one in chosen(best.diagnostics)}
        key = next((key for key in keys if key not in tried), None)
        if key is None:
            break
        tried.add(key)
        one = keys[key]
        found = _after(best, [one], deck, folder, levels, read)
        if found and found.score < best.score:
            best = found
    return best


def _read_anew(state: State, deck: Path, levels: Levels, read: Read) -> State:
    diagnostics = Diagnostics(levels)
    with with_drafts(state.contents):
        document = read(deck, diagnostics)
    return state._replace(document=document, diagnostics=diagnostics)


def _after(
    state: State, mending: Iterable[Diagnostic], deck: Path, folder: Path, levels: Levels, read: Read
) -> State | None:
    """Return the state once the edits of diagnostics are made; None where none of their files can be."""
    by_file: dict[Path, list[Diagnostic]] = {}
    for one in mending:
        by_file.setdefault(without_links(Path(one.edits[0].span.source.name)), []).append(one)
    were, contents, mends = dict(state.were), dict(state.contents), dict(state.mends)
    for path, found in by_file.items():
        text = found[0].edits[0].span.source.text
        content = contents.get(path) or _content(path, folder)
        mark = codecs.BOM_UTF8 if content and content.startswith(codecs.BOM_UTF8) else b""
        if content is None or content != mark + text.encode():
            continue  # of another project, or no longer what was read
        edits = [edit for one in found for edit in one.edits]
        were.setdefault(path, content)
        contents[path] = mark + spliced(text, edits).encode()
        moved = Moved(edits)
        before = [mend._replace(offset=moved.offset(mend.offset)) for mend in mends.get(path, ())]
        new = [Mend(one.code, said_of(one.edits), moved.offset(one.edits[0].begin)) for one in found]
        mends[path] = (*before, *new)
    if contents == state.contents:
        return None
    return _read_anew(state._replace(were=were, contents=contents, mends=mends), deck, levels, read)


def _content(path: Path, folder: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_relative_to(without_links(folder)) else None
    except OSError:
        return None
