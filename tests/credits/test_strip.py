"""The strip of credits: exact texts, and where its names lead."""

from __future__ import annotations

import pytest
from bidi import get_display

from deckmaker.credits import credit_runs, strip_runs
from deckmaker.model import Credit, Run


def text(*credits: Credit) -> str:
    """Return the words of a strip."""
    return "".join(run.text for run in strip_runs(credits))


def test_names_from_right_to_left_keep_their_places():
    """In a line that runs the other way, too: as another implementation of UAX 9 has it."""
    credit = Credit("data", title="רעש", creator="א. לוי", publisher="Port", year="2026", retrieved="2026-11-21")
    shown = get_display(text(credit), base_dir="L")
    parts = ["Data: ", get_display("רעש"), get_display("א. לוי"), "Port", "2026", "retrieved 2026-11-21"]
    places = [shown.index(one) for one in parts]
    assert places == sorted(places), ascii(shown)


BERTH = {"kind": "photo", "title": "Berth 4", "creator": "A. Lind", "license": "CC-BY-4.0"}


@pytest.mark.parametrize(
    ("credits", "strip"),
    [
        # The three examples of the language's reference
        ([Credit("picture", text="DepositPhotos")], "Picture: DepositPhotos"),
        (
            [Credit("picture", **BERTH, modified="cropped")],
            "Photo: “Berth 4”, A. Lind, CC BY 4.0 (cropped)",
        ),
        (
            [
                Credit("picture", kind="illustration", creator="deckmaker", license="CC0-1.0"),
                Credit("original", text="DepositPhotos"),
                Credit("text", publisher="The Stock Dork"),
            ],
            "Illustration: deckmaker, CC0 1.0 · Picture in the source: DepositPhotos · Text after: The Stock Dork",
        ),
        # Roles
        ([Credit("data", publisher="Port Authority", year="2026")], "Data: Port Authority, 2026"),
        ([Credit("text", text="A. Lind")], "Text after: A. Lind"),
        ([Credit("original")], "Picture in the source: no credit given"),
        ([Credit("original", kind="photo", text="DepositPhotos")], "Picture in the source: DepositPhotos"),
        ([Credit("picture")], "Picture: no credit given"),
        ([Credit("picture", kind="map", creator="OSM")], "Map: OSM"),
        ([Credit("picture", kind="screenshot", creator="B")], "Screenshot: B"),
        ([Credit("data", kind="map", creator="B")], "Data: B"),
        # A text that brings its label
        ([Credit("text", text="Photo: A. Lind")], "Photo: A. Lind"),
        ([Credit("picture", text="Data: Port Authority")], "Data: Port Authority"),
        ([Credit("picture", text="Credits: DepositPhotos")], "Credits: DepositPhotos"),
        ([Credit("picture", text="image : B")], "image : B"),
        ([Credit("picture", text="Photography: B")], "Picture: Photography: B"),
        # Records
        (
            [Credit("picture", title="T", creator="C", publisher="P", source="S", year="Y", license="L")],
            "Picture: “T”, C, P, S, Y, L",
        ),
        ([Credit("picture", license="CC0-1.0")], "Picture: CC0 1.0"),
        ([Credit("text", url="https://example.org/b4")], "Text after: https://example.org/b4"),
        ([Credit("picture", creator="C", modified="recoloured")], "Picture: C (recoloured)"),
        ([Credit("picture", text="As written", creator="C", license="CC0-1.0")], "Picture: As written"),
        ([], ""),
    ],
)
def test_a_strip_reads_exactly_so(credits, strip):
    """Title, author, source, licence, then the change in brackets; labels after role and kind."""
    assert text(*credits) == strip


def test_a_credit_that_is_given_twice_stands_once():
    """The same drawing may be used, and credited, in two places of a slide."""
    drawing = Credit("picture", creator="deckmaker")
    assert text(drawing, Credit("text", text="A"), drawing) == "Picture: deckmaker · Text after: A"


def test_names_and_licences_are_links():
    """The work leads to where it was found, the licence to its deed, labels nowhere."""
    credit = Credit("picture", **BERTH, url="https://example.org/b4")
    assert credit_runs(credit) == (
        Run("Photo: "),
        Run("“Berth 4”", link="https://example.org/b4"),
        Run(", A. Lind, "),
        Run("CC BY 4.0", link="https://creativecommons.org/licenses/by/4.0/"),
    )


def test_a_line_as_written_is_a_link_as_a_whole():
    """A text and an address belong together."""
    assert credit_runs(Credit("text", text="A", url="https://x.org")) == (
        Run("Text after: "),
        Run("A", link="https://x.org"),
    )
