"""How much there is to read on a slide, and how long that takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckmaker.accessibility.places import Found, further_places, slides_of
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.listing import slides_listed
from deckmaker.layout import Page, Role, TextItem
from deckmaker.layout.roles import AROUND
from deckmaker.layout.written_numbers import written_numbers
from deckmaker.patterns import pattern

_A_SIGN = 0.068
"""Seconds a character of an alphabet: the mean of 14 languages, with a 95 % interval of 0.065 to 0.071 (International
Reading Speed Texts: Trauzettel-Klosinski and Dietz, Invest. Ophthalmol. Vis. Sci. 53, 2012, 5452)."""

_AN_IDEOGRAPH = 60 / 255
"""Seconds a Chinese character: 255 a minute, in the same study."""

_IDEOGRAPH = pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = pattern(rf"{_IDEOGRAPH.pattern}|[^\W_](?:[^\W_]|[-'’.,](?=[^\W_]))*")

LONGEST = 30.0
"""Seconds of reading, in which nobody can listen, too: 75 to 85 words of English."""

_NOT_READ = AROUND | {Role.CHART, Role.ANNOTATIONS, Role.CREDITS, Role.ENTRY, Role.FOOTNOTES}


class Reading(NamedTuple):
    """The words that there are to read, and the seconds that this takes."""

    words: int
    seconds: float


def reading_of(text: str) -> Reading:
    """Return how much there is to read in a text. An ideograph counts as a word."""
    ideographs = len(_IDEOGRAPH.findall(text))
    others = len(text) - ideographs
    return Reading(len(_WORD.findall(text)), ideographs * _AN_IDEOGRAPH + others * _A_SIGN)


def reading_of_page(page: Page) -> Reading:
    """Return how much there is to read on a page: title, texts and tables. Charts are looked at, and furniture, credits
    and footnotes looked up."""
    texts = (
        text.item.text
        for one in page.objects
        if one.role not in _NOT_READ
        for text in one.texts
        if isinstance(text.item, TextItem)
    )
    return reading_of(" ".join(texts))


def reading_in_words(reading: Reading) -> str:
    """Return how much there is to read as people say it: `310 words, 2 minutes to read`."""
    minutes = round(reading.seconds / 60)
    many, what = (minutes, "minute") if minutes >= 2 else (max(1, round(reading.seconds)), "second")
    words = f"{reading.words:,} word{'' if reading.words == 1 else 's'}"
    return f"{words}, {many} {what}{'' if many == 1 else 's'} to read"


def reading_of_pages(pages: Iterable[Page]) -> Reading:
    """Return how much there is to read on all of some pages."""
    found = [reading_of_page(page) for page in pages]
    return Reading(sum(one.words for one in found), sum(one.seconds for one in found))


def report_wordy_slides(pages: Sequence[Page], diagnostics: Diagnostics) -> None:
    """Report slides that take long to read, once for the deck, where the longest is. Lists of credits are none."""
    found, numbers = [], written_numbers(pages)
    for page in pages:
        if page.span and not any(leaf.role is Role.ENTRY for leaf in page.leaves):
            reading = reading_of_page(page)
            if reading.seconds > LONGEST:
                found.append((reading, Found(numbers[page.number], page.span)))
    if not found:
        return
    found.sort(key=lambda one: (-one[0].seconds, one[1].slide))
    (words, seconds), first = found[0]
    places = [one for _, one in found]
    longest = f"{words} words, {seconds:.0f} seconds to read"
    message = f"slide {first.slide}: {longest}"
    if len(slides := sorted(slides_of(places))) > 1:
        message = f"{slides_listed(slides)} take more than half a minute to read; slide {first.slide} has {longest}"
    help = "leave on the slide what people must see while they listen, and put the rest into `notes`"
    diagnostics.report("wordy-slide", message, first.span, help, further_places(places))
