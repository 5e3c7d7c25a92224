"""A comparison as one page of HTML: a section a slide, its pictures before and after, and what has changed in words.

It keeps the rules of accessible pages: a language, one title, headings in order, links with words, colours with a
contrast of 7:1, and nothing that colour alone tells. It has no script, and a policy that lets none in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckmaker import __version__
from deckmaker.comparison.changes import Change, Comparison, SlideChange, Way
from deckmaker.comparison.held_spaces import HELD_SPACES_TOLD, is_of_held_spaces
from deckmaker.comparison.page.marks import Box
from deckmaker.comparison.page.pictures import Facing, Shown
from deckmaker.comparison.page.sheet import SHEET
from deckmaker.comparison.text_form import WORDWISE, heading_of, place_of, summary_of
from deckmaker.comparison.words import Fate, Stretch, word_changes
from deckmaker.render.html.markup import BREAK, DOCTYPE, Html, element, joined, raw_element, start_tag, style, words

GENERATOR = "deckmaker {}, comparison"
"""What tells such a page from other files, with the version in its place."""

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched and nothing runs; styles stand in the page, as the places of marks do."""


def comparison_page(comparison: Comparison, pictures: Mapping[SlideChange, Sequence[Facing]]) -> bytes:
    """Return the page as UTF-8."""
    title = f"Changes from {comparison.old} to {comparison.new}"
    head = (
        start_tag("meta", {"charset": "utf-8"}),
        start_tag("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        start_tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        start_tag("meta", {"name": "generator", "content": GENERATOR.format(__version__)}),
        element("title", words(title)),
        raw_element("style", SHEET),
    )
    told: tuple[Html, ...] = (
        element("h1", words("What has changed")),
        _names(comparison),
        _paragraph(f"{_summary(comparison)}."),
    )
    language = comparison.language
    told = (*told, *_cut(comparison, pictures))
    sections = (_slide(number, one, pictures.get(one, ()), language) for number, one in enumerate(comparison.slides, 1))
    body = (
        element("header", joined(told)),
        element("main", _lines((*_contents(comparison), *_deck(comparison, pictures), *sections))),
        element("footer", _paragraph(f"Written by deckmaker {__version__}.")),
    )
    page = element("html", joined((element("head", _lines(head)), element("body", _lines(body)))), {"lang": "en"})
    return (_lines((DOCTYPE, page)) + "\n").encode()


def _names(comparison: Comparison) -> Html:
    old, new = (element("code", words(name)) for name in (comparison.old, comparison.new))
    return element("p", joined((words("From "), old, words(" to "), new)))


def _cut(comparison: Comparison, pictures: Mapping[SlideChange, Sequence[Facing]]) -> Iterator[Html]:
    """Yield what is said where not every slide has its pictures."""
    shown = [slide for slide in comparison.slides if slide in pictures]
    if sum(slide.ways != (Way.MOVED,) for slide in comparison.slides) > len(shown):
        yield _paragraph(f"The first {len(shown)} slides below have pictures; the others are told in words.")


def _summary(comparison: Comparison) -> str:
    told = summary_of(comparison)
    return told[:1].upper() + told[1:]


def _contents(comparison: Comparison) -> Iterator[Html]:
    """Yield links to the slides, where there are several."""
    if len(comparison.slides) > 1:
        links = (
            element("li", element("a", words(_sentence(heading_of(one))), {"href": f"#change-{number}"}))
            for number, one in enumerate(comparison.slides, start=1)
        )
        yield element("nav", element("ul", _lines(links)), {"aria-label": "Slides that have changed"})


def _deck(comparison: Comparison, pictures: Mapping[SlideChange, Sequence[Facing]]) -> Iterator[Html]:
    """Yield what has changed about the deck itself, with a slide on which that is seen, where it is."""
    if comparison.deck:
        example = comparison.example
        shown = pictures.get(example, ()) if example else ()
        seen = [_facing(one, example) for one in shown if example and one.new and one.new.boxes]
        parts = (
            element("h2", words("The deck itself"), {"id": "deck"}),
            _changes(comparison.deck, comparison.language),
            *([_paragraph("Slides look different for it, such as this one:"), *seen] if seen else ()),
        )
        yield element("section", _lines(parts), {"aria-labelledby": "deck"})


def _slide(number: int, slide: SlideChange, pictures: Sequence[Facing], language: str) -> Html:
    name = f"change-{number}"
    shown = slide.new if slide.new is not None else slide.old
    title = (words(" "), element("span", words(slide.title), {"lang": _foreign(language)})) if slide.title else ()
    tags = (element("span", words(_way(way, slide)), {"class": f"way {way.value}"}) for way in slide.ways)
    spaced = (part for tag in tags for part in (words(" "), tag))
    parts = [element("h2", joined((words(f"Slide {shown}"), *title, *spaced)), {"id": name})]
    parts += [_facing(one, slide) for one in pictures]
    if slide.changes:
        parts.append(_changes(slide.changes, language))
    return element("section", _lines(parts), {"aria-labelledby": name})


def _way(way: Way, slide: SlideChange) -> str:
    return f"moved from {slide.old}" if way is Way.MOVED else way.value


def _facing(pair: Facing, slide: SlideChange) -> Html:
    sides = (_side(pair.old, "Before", slide.old, slide.title), _side(pair.new, "After", slide.new, slide.title))
    return element("div", _lines(sides), {"class": "sides"})


def _side(shown: Shown | None, when: str, number: int | None, title: str) -> Html:
    if shown is None or number is None:
        return element("figure", element("div", words(f"{when}: no such slide"), {"class": "none"}))
    count = len(shown.boxes)
    marked = f", {count} {'place' if count == 1 else 'places'} marked" if count else ""
    picture = start_tag(
        "img",
        {
            "src": shown.address,
            "width": str(shown.size[0]),
            "height": str(shown.size[1]),
            "alt": f"Slide {number} {when.lower()}: {title or 'without a title'}",
        },
    )
    boxes = (element("span", words(""), {"class": "box", "style": _place(box)}) for box in shown.boxes)
    slide = element("div", joined((picture, *boxes)), {"class": "slide"})
    caption = element("figcaption", words(f"{when}: slide {number}{marked}"))
    return element("figure", joined((caption, slide)))


def _place(box: Box) -> str | None:
    return style(
        {
            "left": f"{box.left:.2%}",
            "top": f"{box.top:.2%}",
            "width": f"{box.right - box.left:.2%}",
            "height": f"{box.bottom - box.top:.2%}",
        }
    )


def _changes(changes: Iterable[Change], language: str) -> Html:
    return element("ul", _lines(element("li", joined(_change(one, language))) for one in changes), {"class": "changes"})


def _change(change: Change, language: str) -> Iterator[Html]:
    yield element("span", words(place_of(change)), {"class": "place"})
    yield words(f" {change.way.value}")
    old, new = change.old, change.new
    if old is None and new is None:
        return
    if old == new:
        yield element("span", words(f"{new} has the same name and is another"), {"class": "text"})
        return
    if is_of_held_spaces(change):
        yield element("span", words(HELD_SPACES_TOLD), {"class": "text"})
        return
    if old is not None and new is not None and change.kind in WORDWISE:
        stretches: Iterable[Stretch] = word_changes(old, new)
    else:
        apart = " " if old is not None and new is not None else None
        both = ((Fate.REMOVED, old), (Fate.SAME, apart), (Fate.ADDED, new))
        stretches = (Stretch(fate, text or "(empty)") for fate, text in both if text is not None)
    yield element("span", joined(map(_stretch, stretches)), {"class": "text", "lang": _foreign(language)})


def _stretch(one: Stretch) -> Html:
    """Return a stretch of text, with words for who does not see what is marked: few screen readers tell of `ins`."""
    if one.fate is Fate.SAME:
        return words(one.text)
    name, said = ("del", "gone: ") if one.fate is Fate.REMOVED else ("ins", "new: ")
    hidden = element("span", words(said), {"class": "hidden", "lang": "en"})
    return joined((hidden, element(name, words(one.text))))


def _foreign(language: str) -> str | None:
    """Return the language of the deck's own words, None where it is the page's."""
    return None if language == "en" else language


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _paragraph(text: str) -> Html:
    return element("p", words(text))


def _lines(parts: Iterable[Html]) -> Html:
    return joined(one for part in parts for one in (part, BREAK))
