"""What a page says, word for word and in reading order, by its layout alone: what its PDF has to say, too."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.credits import credit_runs
from deckmaker.layout import Page, Placed, Role, TextItem
from deckmaker.layout.roles import AROUND
from deckmaker.model import Credit
from deckmaker.text import SetParagraph
from deckmaker.theme.slots import SLOT_NAMES

SEPARATOR = " · "
"""What parts the entries of a strip of credits."""


def said_words(page: Page, language: str) -> list[str]:
    """Return the words of all texts that say something, each behind its marker; an entry of the strip of credits behind
    the figure, table or quotation whose it is, if it is of one alone."""
    said = [one for one in page.placed if one.role not in AROUND]
    said.sort(key=lambda one: SLOT_NAMES.index(one.region or one.slot or ""))
    entries, rest = _entries(page, said, language)
    found = [page.marking] if page.marking else []
    for placed in said:
        found += [SEPARATOR.join(rest)] if placed.role is Role.CREDITS and rest else _words(placed, entries)
    return " ".join(found).split()


def moved_entries(page: Page, language: str) -> list[str]:
    """Return the entries of a page's strip that are read elsewhere."""
    return [entry for _, entry in _entries(page, page.placed, language)[0]]


Entries = list[tuple[Credit, str]]


def _entries(page: Page, said: list[Placed] | tuple[Placed, ...], language: str) -> tuple[Entries, list[str]]:
    """Return the strip's entries that are of one thing on the page, and the others."""
    own = [credit_runs(one, language) for placed in said for one in _credits(placed)]
    everything = [credit_runs(one, language) for one in page.credits]
    moved: Entries = []
    rest: list[str] = []
    for placed in said:
        item = placed.on_paper.item
        if placed.role is Role.CREDITS and isinstance(item, TextItem):
            if not item.entries:
                rest.append(item.text)
            for begin, end, credit in item.entries:
                runs = credit_runs(credit, language) if credit else None
                is_of_one = credit and runs and own.count(runs) == everything.count(runs) == 1
                if credit and is_of_one:
                    moved.append((credit, item.text[begin:end]))
                else:
                    rest.append(item.text[begin:end])
    return moved, rest


def _credits(placed: Placed) -> Iterator[Credit]:
    """Yield the credits of an item that has one, and of those in it; readers pass over what is decorative."""
    if placed.credit and not getattr(placed.item, "decorative", False):
        yield placed.credit
    for child in getattr(placed.item, "children", ()):
        yield from _credits(child)


def _words(placed: Placed, entries: Entries) -> Iterator[str]:
    """Yield the texts of an item, and behind it the credit of its own: of a figure, behind its caption, too."""
    if placed.role is Role.CREDITS:
        return
    children = getattr(placed.item, "children", ())
    if not children:
        for one in _paragraphs(placed):
            if one.marker:
                yield one.marker.text
            yield one.paragraph.text
    for child in children:
        yield from _words(child, [] if placed.role is Role.FIGURE else entries)
    credits = list(_credits(placed)) if placed.role is Role.FIGURE else [placed.credit]
    yield from (text for credit, text in entries if credit in credits)


def _paragraphs(placed: Placed) -> Iterator[SetParagraph]:
    for one in placed.texts:
        if one.role is not Role.DECORATION and isinstance(one.on_paper.item, TextItem):
            yield from one.on_paper.item.setting.paragraphs
