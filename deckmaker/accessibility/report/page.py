"""A report as one page of HTML that needs no other file, no script and no colour.

It keeps the rules that it is about: a language, one title, headings in order, tables with headers and captions, links
with words, and colours with a contrast of 7:1 in both modes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckmaker import __version__
from deckmaker.accessibility.reading import LONGEST, Reading, reading_in_words
from deckmaker.accessibility.report.facts import CODES, DeckFacts, SlideFacts, ToldMistake
from deckmaker.accessibility.report.sheet import SHEET
from deckmaker.accessibility.report.tables import figures_table, slides_table
from deckmaker.diagnostics import CATALOGUE
from deckmaker.render.html.markup import (
    BREAK,
    DOCTYPE,
    Html,
    element,
    joined,
    raw_element,
    start_tag,
    words,
)

GENERATOR = "deckmaker {}, accessibility report"
"""What tells a report from other files, with the version in its place."""

_JUDGED = (
    "Does each alt text say what matters of its picture on this slide? Read those below without the pictures.",
    "Does each title say what its slide says? Read them one after the other.",
    "Do the notes say what is shown but not written, for those who get the deck and were not there?",
    "Does a sentence need a place or a form to be understood, such as “on the right” or “the round one”?",
    "Do texts in another language than the deck's come often? Screen readers speak all in one.",
)


def report_page(decks: Sequence[DeckFacts]) -> bytes:
    """Return a report on decks, in their order, as UTF-8."""
    title = f"Accessibility of {decks[0].title}" if len(decks) == 1 else f"Accessibility of {len(decks)} decks"
    head = (
        start_tag("meta", {"charset": "utf-8"}),
        start_tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        start_tag("meta", {"name": "generator", "content": GENERATOR.format(__version__)}),
        element("title", words(title)),
        raw_element("style", SHEET),
    )
    body = (
        element("header", joined((element("h1", words(title)), _paragraph(f"Found: {_counts(decks)}.")))),
        element("main", joined((*_contents(decks), *map(_deck, range(1, len(decks) + 1), decks), _judged()))),
        element("footer", _paragraph(_MEASURE)),
    )
    page = (
        DOCTYPE,
        element("html", joined((element("head", _lines(head)), element("body", _lines(body)))), {"lang": "en"}),
    )
    return (_lines(page) + "\n").encode()


_MEASURE = (
    f"Written by deckmaker {__version__}. Contrast is held against WCAG 2.2, level AA. Reading takes 68 milliseconds a "
    f"character, and a slide is wordy from {LONGEST:.0f} seconds on. `deckmaker explain CODE` says more of each code."
)

_NOTHING = "nothing that a program can tell"


def _counts(decks: Sequence[DeckFacts]) -> str:
    found = [one.severity for deck in decks for one in deck.findings]
    counts = [_counted(found.count(kind), kind) for kind in ("error", "warning", "note") if kind in found]
    if failed := sum(deck.errors > 0 for deck in decks):
        counts.append(f"{_counted(failed, 'deck')} with errors")
    return ", ".join(counts) or _NOTHING


def _contents(decks: Sequence[DeckFacts]) -> Iterator[Html]:
    """Yield links to the decks, where there are several."""
    if len(decks) > 1:
        entries = (
            element(
                "li",
                joined((_link(f"#deck-{number}", deck), words(f": {_counts([deck])}"))),
            )
            for number, deck in enumerate(decks, start=1)
        )
        yield element("nav", element("ul", _lines(entries)), {"aria-label": "Decks"})


def _link(address: str, deck: DeckFacts) -> Html:
    return element("a", words(deck.title), {"href": address, "lang": _foreign(deck)})


def _deck(number: int, deck: DeckFacts) -> Html:
    name = f"deck-{number}"
    parts = [element("h2", words(deck.title), {"id": name, "lang": _foreign(deck)}), _paragraph(_size(deck))]
    if deck.errors:
        told = f"The deck has {_counted(deck.errors, 'error')}, and is laid out once it has none"
        parts.append(_paragraph(f"{told}: `deckmaker check` tells them all. What only shows on slides is not here."))
    if deck.off:
        parts.append(_paragraph(f"The deck, or who checked it, does not want to know of: {', '.join(deck.off)}."))
    parts += _findings(deck)
    if deck.slides:
        parts.append(slides_table(deck, _foreign(deck)))
    if deck.figures:
        parts.append(figures_table(deck, _foreign(deck)))
    return element("section", _lines(parts), {"aria-labelledby": name})


def _size(deck: DeckFacts) -> str:
    if not deck.slides:
        return deck.name
    count = _counted(len(deck.slides), "slide")
    return f"{deck.name}: {count}, {reading_in_words(_total(deck.slides))}"


def _total(slides: Iterable[SlideFacts]) -> Reading:
    found = [one.reading for one in slides]
    return Reading(sum(one.words for one in found), sum(one.seconds for one in found))


def _findings(deck: DeckFacts) -> Iterator[Html]:
    if deck.findings or not deck.errors:
        yield element("h3", words("What to mend"))
    if not deck.findings and not deck.errors:
        yield _paragraph(f"{_NOTHING.capitalize()}.")
    for code in CODES:
        if own := [one for one in deck.findings if one.code == code]:
            yield _of_code(code, own)


def _of_code(code: str, found: Sequence[ToldMistake]) -> Html:
    """Return what is said of a kind of mistake: what it means and how to mend it, then each of its places."""
    known = CATALOGUE[code]
    severity = element("span", words(found[0].severity), {"class": f"severity {found[0].severity}"})
    parts = [
        element("h4", joined((element("code", words(code)), words(" "), severity))),
        _paragraph(known.meaning),
        _paragraph(f"To mend it: {known.mend}"),
        element("ul", _lines(element("li", joined(_told(one))) for one in found)),
    ]
    return element("article", _lines(parts))


def _told(one: ToldMistake) -> Iterator[Html]:
    if one.place:
        yield element("code", words(one.place))
        yield words(" ")
    yield _marked(_sentence(one.message))
    yield from (_marked(f" {_sentence(note)}") for note in one.notes)
    if one.help:
        yield _marked(f" To mend it: {one.help}.")


def _judged() -> Html:
    entries = (element("li", words(one)) for one in _JUDGED)
    parts = (
        element("h2", words("What only people can tell"), {"id": "judged"}),
        element("ul", _lines(entries)),
    )
    return element("section", _lines(parts), {"aria-labelledby": "judged"})


def _foreign(deck: DeckFacts) -> str | None:
    """Return the language of a deck's own words, None where it is the page's."""
    return None if deck.language == "en" else deck.language


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _paragraph(text: str) -> Html:
    return element("p", _marked(text))


def _marked(text: str) -> Html:
    """Return a text in which what stands between two backticks is code, as messages mean it."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one of them is a quoted one
        return words(text)
    return joined(element("code", words(part)) if index % 2 else words(part) for index, part in enumerate(parts))


def _lines(parts: Iterable[Html]) -> Html:
    return joined(one for part in parts for one in (part, BREAK))
