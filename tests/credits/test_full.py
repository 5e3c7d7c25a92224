"""Credits in full, for notes: a heading and a line each, addresses written out."""

from __future__ import annotations

import pytest

from deckmaker.credits import full_credits
from deckmaker.credits.languages import LANGUAGES
from deckmaker.dataclasses import replace
from deckmaker.model import Credit

BERTH = Credit(
    "picture",
    kind="photo",
    title="Berth 4",
    creator="A. Lind",
    license="CC-BY-4.0",
    url="https://example.org/b4",
    modified="cropped",
    via="Harbour Blog",
    note="Used with her permission",
)


def test_a_record_is_told_with_its_addresses() -> None:
    """Whoever holds the notes on paper finds the work and its licence."""
    assert full_credits([BERTH], "en-GB") == (
        "Credits",
        "Photo: “Berth 4”, A. Lind, example.org/b4, CC BY 4.0, creativecommons.org/licenses/by/4.0/ (cropped), "
        "via Harbour Blog; Used with her permission",
    )


def test_a_line_of_the_authors_own_is_followed_by_what_the_record_says_besides() -> None:
    """On the slide the line wins over the other fields; here none is lost, and no address stands twice."""
    credit = Credit("picture", text="DepositPhotos", creator="A. Lind", license="CC0-1.0", url="https://example.org/b4")
    assert full_credits([credit], "en")[1] == (
        "Picture: DepositPhotos, example.org/b4; A. Lind, CC0 1.0, creativecommons.org/publicdomain/zero/1.0/"
    )


def test_a_note_stands_once() -> None:
    """Behind the line, as on the slide."""
    credit = Credit("picture", text="DepositPhotos", creator="A. Lind", note="with permission")
    assert full_credits([credit], "en")[1] == "Picture: DepositPhotos; with permission; A. Lind"
    assert full_credits([replace(credit, creator=None)], "en")[1] == "Picture: DepositPhotos; with permission"


@pytest.mark.parametrize(
    "credit",
    [
        Credit("picture", text="DepositPhotos"),
        Credit("picture", text="DepositPhotos", kind="photo"),
        Credit("picture", nobody="own work"),
        Credit("original"),
    ],
)
def test_a_credit_that_says_no_more_has_one_sentence(credit: Credit) -> None:
    """A line, a statement that nobody is credited, or that the source names nobody."""
    (_, line) = full_credits([credit], "en")
    assert ";" not in line


def test_each_credit_once_in_the_decks_language() -> None:
    """As often as it stands on the slide."""
    data = Credit("data", publisher="Hafenamt")
    assert full_credits([data, Credit("text", text="A. Lind"), data], "de-AT") == (
        "Bild- und Quellennachweise",
        "Daten: Hafenamt",
        "Text nach: A. Lind",
    )


def test_nothing_where_nobody_is_credited() -> None:
    """A heading alone would promise something."""
    assert full_credits([], "en") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_heading(language: str) -> None:
    """So that none falls back to English in the middle of its notes."""
    assert full_credits([BERTH], language)[0]
