"""What must hold of overfull slides: each word is on one part, in its place, and the strip is on every one."""

from __future__ import annotations

from itertools import groupby

import yaml

from deckmaker.diagnostics import Severity
from deckmaker.diagnostics.catalogue import ACCESSIBILITY
from deckmaker.layout import Document
from tests.projects import Project
from tests.soak.checks import check_messages, rendered
from tests.soak.overfull import OverfullDeck
from tests.soak.pages import PAGE_READERS, ReadPage
from tests.soak.places import check_frames, check_places
from tests.soak.written import WrittenSlide

FILLING = 4
"""Words of a title with which it may fill its place."""


def check_overfull(deck: OverfullDeck, project: Project) -> None:
    """Build a deck: every word of it is found once and in order in every output, within the page, and on no other."""
    document, diagnostics = project.read(yaml.safe_dump(deck.data, allow_unicode=True, sort_keys=False, width=200))
    check_messages(diagnostics, b"")
    messages = [one.message for one in diagnostics]
    wholes = ("`code`", "diagram`")  # neither a line of code nor a diagram goes on on another page
    if document is None and any(
        "too wide" in one or ("too tall" in one and any(name in one for name in wholes)) for one in messages
    ):
        return  # a word of a table in a cell beside others, or one of these that is higher than a page
    assert document, messages
    codes = {one.code for one in diagnostics if one.severity is not Severity.NOTE}
    told = {"split-slide", "wrapped-code", *ACCESSIBILITY}  # code goes on in lines, and slides on others
    assert codes <= told, [one.message for one in diagnostics]
    for name, content in rendered(document).items():
        pages = PAGE_READERS[name](content)
        check_frames(pages)
        slides = _slides(deck, pages)
        for written, parts in zip(deck.slides, slides, strict=True):
            check_once(written, parts)
            check_repeated(written, parts)
            check_footnotes(written, parts)
        _check_strips(deck, slides)
        if name == "pdf":
            _check_places(deck, document, slides)


def _slides(deck: OverfullDeck, pages: list[ReadPage]) -> list[list[ReadPage]]:
    """Return the pages of each slide: those that have its title, and that alone. No page is without one."""
    titled = [[number for number, one in enumerate(deck.slides) if set(one.title) & set(page.words)] for page in pages]
    assert all(len(one) == 1 for one in titled) and titled == sorted(titled), titled
    slides = groupby(zip(titled, pages, strict=True), lambda one: one[0])
    return [[page for _, page in group] for _, group in slides]


def check_once(written: WrittenSlide, parts: list[ReadPage]) -> None:
    """Find a slide's own words once on all of its parts together, in order, and captions on the last with rows."""
    for slot, words in written.texts.items():
        shown = [_of(part, words) for part in parts]
        found = [word for part in shown for word in part]
        if (
            slot.endswith("table") and found != words
        ):  # a row that goes on has the beginnings of its cells on the first part
            place = {word: index for index, word in enumerate(words)}
            assert all(sorted(part, key=lambda word: place[word]) == part for part in shown), slot
            found.sort(key=lambda word: place[word])
        assert found == words, f"{slot}: {_difference(found, words)}"
    for one in (one for slot in written.captions.values() for one in slot):
        last = [part for part in parts if _of(part, one.on)][-1:]
        assert [_of(part, one.words) for part in last] == [one.words]
        assert [word for part in parts if part not in last for word in _of(part, one.words)] == []


def check_repeated(written: WrittenSlide, parts: list[ReadPage]) -> None:
    """Find what goes with every part on it: title and number, header with rows, headings with texts."""
    numbered = [f"({number}/{len(parts)})" in part.text for number, part in enumerate(parts, start=1)]
    # A title that has room, but not with a number behind it, stands alone.
    assert all(numbered) if len(parts) > 1 and len(written.title) < FILLING else len(set(numbered)) == 1
    assert len(parts) > 1 or not any(numbered)
    for part in parts:
        assert _of(part, written.title) == written.title
        for slot, goes in written.repeated.items():
            for one in (beside for beside in goes if beside.on):  # a formula has no words to be found by
                assert _of(part, one.words) == (one.words if _of(part, one.on) else []), slot
        for one in written.introductions:
            assert not _of(part, one.words) or _of(part, one.on), one.words


def check_footnotes(written: WrittenSlide, parts: list[ReadPage]) -> None:
    """Find a footnote on each part that has its mark, and on no other."""
    for part in parts:
        for marked, footnote in written.footnotes.items():
            assert _of(part, footnote) == (footnote if marked in part.words else []), marked


def _check_strips(deck: OverfullDeck, slides: list[list[ReadPage]]) -> None:
    """Find all credits on every part, a picture's where the picture is."""
    for written, parts in zip(deck.slides, slides, strict=True):
        for number, part in enumerate(parts, start=1):
            pictured = number == 1 or written.picture_on_each
            assert _of(part, written.picture_credit) == (written.picture_credit if pictured else [])
            assert _of(part, written.credits) == written.credits
            for one in written.creators:
                assert _of(part, one.words) == (one.words if _of(part, one.on) else [])


def _of(part: ReadPage, words: list[str]) -> list[str]:
    """Return those of a page's words that are among these, in its order."""
    asked = set(words)
    return [word for word in part.words if word in asked]


def _difference(found: list[str], words: list[str]) -> str:
    place = next((i for i, (one, other) in enumerate(zip(found, words, strict=False)) if one != other), len(found))
    return f"{len(found)} of {len(words)} words, from {place} on {found[place:][:4]} and not {words[place:][:4]}"


def _check_places(deck: OverfullDeck, document: Document, slides: list[list[ReadPage]]) -> None:
    laid_out = iter(document.pages)
    for written, parts in zip(deck.slides, slides, strict=True):
        for part in parts:
            check_places(written, part, next(laid_out).layout, document.theme.columns.gutter)
