"""How much there is to read: words, seconds, and slides with too much of it."""

from __future__ import annotations

import pytest

from deckmaker.accessibility.reading import Reading, reading_in_words, reading_of, reading_of_page
from tests.projects import DECK, Project

SENTENCE = "Ships at the quay cool their cargo through the night."
"""Ten words, 53 characters."""


@pytest.mark.parametrize(
    ("text", "words"),
    [(SENTENCE, 10), ("1,200.5 dB(A) — that is it’s", 6), ("Nacht-Lärm", 1), ("夜间噪声", 4), ("—", 0), ("", 0)],
)
def test_words_are_counted_as_people_count_them(text, words):
    """Numbers are words, dashes none; each ideograph is one."""
    assert reading_of(text).words == words


def test_the_time_is_that_of_the_measured_speeds():
    """At 68 ms a character and 255 ideographs a minute."""
    assert reading_of("x" * 1_000).seconds == pytest.approx(68.0)
    assert reading_of("声" * 255).seconds == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (Reading(1, 0.3), "1 word, 1 second to read"),
        (Reading(85, 34.4), "85 words, 34 seconds to read"),
        (Reading(1_200, 480.0), "1,200 words, 8 minutes to read"),
    ],
)
def test_it_is_said_as_people_say_it(reading, words):
    """Up to a minute and a half in seconds."""
    assert reading_in_words(reading) == words


def test_a_page_counts_what_there_is_to_read(tmp_path):
    """Neither numbers of slides nor credits, footnotes and labels of charts."""
    project = Project(tmp_path)
    deck = (
        "title: T\nfooter: A footer of five words\nslides:\n  - title: T\n  - title: Two words^[Not this]\n"
        "    credit: Nor this\n    text: And two\n    chart: {categories: [one, two], values: [1, 2]}\n"
    )
    page = project.document(deck).pages[1]
    assert reading_of_page(page).words == 4


def test_a_slide_of_more_than_half_a_minute_is_told(tmp_path):
    """Once for the deck, at the longest."""
    slides = "".join(f"  - title: Slide {count}\n    text: {' '.join([SENTENCE] * count)}\n" for count in (8, 9, 10))
    (found,) = Project(tmp_path).read(DECK + slides)[1]
    assert found.code == "wordy-slide"
    assert found.message == (
        "slides 3 and 4 take more than half a minute to read; slide 4 has 102 words, 37 seconds to read"
    )
    assert found.span and found.span.line == 8
