"""The tables of a report: a deck's slides, its pictures and charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.accessibility.report.facts import DeckFacts, FigureFacts, SlideFacts
from deckmaker.render.html.markup import BREAK, Html, element, joined, words

_SLIDES = ("Slide", "Title", "Words", "Seconds to read", "Smallest text, points")
_NUMBERS = _SLIDES[2:]
_FIGURES = ("Slide", "File or kind", "What is said of it")


def slides_table(deck: DeckFacts, language: str | None) -> Html:
    """Return a table of a deck's slides; their words are in a `language`, None for the page's own."""
    return _table("Slides", _SLIDES, (_slide(one, language) for one in deck.slides))


def figures_table(deck: DeckFacts, language: str | None) -> Html:
    """Return a table of a deck's pictures and charts, with what whoever cannot see them hears."""
    return _table("Pictures and charts", _FIGURES, (_figure(one, language) for one in deck.figures))


def _slide(one: SlideFacts, language: str | None) -> Sequence[Html]:
    title = element("td", words(one.title), {"lang": language}) if one.title else _cell("no title")
    smallest = "none" if one.smallest is None else str(one.smallest)
    return (
        _head(one.number),
        title,
        _number(f"{one.reading.words:,}"),
        _number(f"{one.reading.seconds:.0f}"),
        _number(smallest),
    )


def _figure(one: FigureFacts, language: str | None) -> Sequence[Html]:
    said = element("td", words(one.alt), {"lang": language})
    if not one.alt:
        said = _cell(
            "nothing: it is decorative" if one.decorative else "nothing, and nobody says that it is decorative"
        )
    return _head(one.slide), _cell(one.name), said


def _table(title: str, names: Sequence[str], rows: Iterable[Sequence[Html]]) -> Html:
    header = element("tr", joined(map(_name, names)))
    body = joined(one for row in rows for one in (element("tr", joined(row)), BREAK))
    parts = (
        element("caption", element("h3", words(title))),
        element("thead", header),
        BREAK,
        element("tbody", body),
    )
    return element("table", joined(parts))


def _name(name: str) -> Html:
    return element("th", words(name), {"scope": "col", "class": "number" if name in _NUMBERS else None})


def _head(number: int) -> Html:
    return element("th", words(str(number)), {"scope": "row"})


def _cell(text: str) -> Html:
    return element("td", words(text))


def _number(text: str) -> Html:
    return element("td", words(text), {"class": "number"})
