"""Credits as linked data: each case to its whole object. Terms: schema.org; choices: see the module's sources."""

from __future__ import annotations

import pytest

from deckmaker.credits.linked import picture_node, work_node
from deckmaker.model import Credit

BY = "https://creativecommons.org/licenses/by/4.0/"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"
PAGE = "https://example.org/b4"
LIND = {"@type": "Person", "name": "A. Lind"}
AGENCY = {"@type": "Organization", "name": "Port Authority"}
IMAGE = {"@type": "ImageObject"}


@pytest.mark.parametrize(
    ("credit", "node"),
    [
        # A line is what its author wants to read beside the picture: IPTC's Credit Line.
        (Credit("picture", text="DepositPhotos"), {"creditText": "DepositPhotos"}),
        (
            Credit("picture", title="Berth 4", creator="A. Lind", license="CC-BY-4.0", url=PAGE),
            {
                "name": "Berth 4",
                "creditText": "“Berth 4”, A. Lind, CC BY 4.0",
                "creator": LIND,
                "url": PAGE,
                "license": BY,
                "cc:license": {"@id": BY},
                "cc:attributionName": "A. Lind",
                "cc:attributionURL": {"@id": PAGE},
                # Where the licence can be had: the page on which the work is offered under it.
                "acquireLicensePage": PAGE,
            },
        ),
        # The picture in the deck is based on the one on that page, and is not it.
        (
            Credit("picture", creator="A. Lind", url=PAGE, modified="cropped"),
            {"creditText": "A. Lind (cropped)", "creator": LIND, "isBasedOn": PAGE},
        ),
        # Nobody need acquire a licence for the public domain.
        (
            Credit("picture", creator="A. Lind", license=ZERO, url=PAGE),
            {
                "creditText": "A. Lind, CC0 1.0",
                "creator": LIND,
                "url": PAGE,
                "license": ZERO,
                "cc:license": {"@id": ZERO},
                "cc:attributionName": "A. Lind",
                "cc:attributionURL": {"@id": PAGE},
            },
        ),
        # `license` is an address to search engines; a licence that has a name alone says how the work may be used.
        (
            Credit("picture", publisher="Port Authority", license="Editorial use"),
            {
                "creditText": "Port Authority, Editorial use",
                "publisher": AGENCY,
                "usageInfo": {"@type": "CreativeWork", "name": "Editorial use"},
            },
        ),
        # A body that publishes its own work is no person.
        (
            Credit("picture", creator="Port Authority", publisher="Port Authority"),
            {"creditText": "Port Authority", "creator": AGENCY, "publisher": AGENCY},
        ),
        # Whom the notice names holds the right; nobody is guessed.
        (
            Credit("picture", creator="A. Lind", copyright="© 2026 a. lind"),
            {
                "creditText": "A. Lind, © 2026 a. lind",
                "creator": LIND,
                "copyrightNotice": "© 2026 a. lind",
                "copyrightHolder": LIND,
            },
        ),
        (
            Credit("picture", creator="A. Lind", publisher="Port Authority", copyright="© Port Authority"),
            {
                "creditText": "A. Lind, Port Authority, © Port Authority",
                "creator": LIND,
                "publisher": AGENCY,
                "copyrightNotice": "© Port Authority",
                "copyrightHolder": AGENCY,
            },
        ),
        (
            Credit("picture", creator="A. Lind", copyright="© 2026 B."),
            {"creditText": "A. Lind, © 2026 B.", "creator": LIND, "copyrightNotice": "© 2026 B."},
        ),
        # IPTC's digital source types are schema.org's, too.
        (
            Credit("picture", ai="yes"),
            {
                "creditText": "AI-generated",
                "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
            },
        ),
        (Credit("picture", creator="A. Lind", ai="no"), {"creditText": "A. Lind", "creator": LIND}),
        # Dates are ISO 8601's.
        (Credit("picture", text="A", year="2026-11"), {"creditText": "A", "dateCreated": "2026-11"}),
        (Credit("picture", text="A", year="c. 1900"), {"creditText": "A"}),
        # A statement is told as it stands.
        (Credit("picture", nobody="own work"), {"creditText": "own work"}),
    ],
)
def test_a_picture(credit: Credit, node: dict[str, object]) -> None:
    """One object, with no key whose value nobody gave."""
    assert picture_node(credit, "en") == IMAGE | node


@pytest.mark.parametrize(
    ("credit", "node"),
    [
        (
            Credit("data", dataset="Night noise", publisher="Port Authority", date="2025", url=PAGE),
            {
                "@type": "Dataset",
                "name": "Night noise",
                "creditText": "Port Authority, “Night noise”, 2025",
                "publisher": AGENCY,
                "url": PAGE,
                "temporalCoverage": "2025",
            },
        ),
        (
            Credit("text", publisher="Port Authority"),
            {"@type": "CreativeWork", "creditText": "Port Authority", "publisher": AGENCY},
        ),
        (Credit("original"), {"@type": "CreativeWork", "creditText": "no credit given"}),
    ],
)
def test_a_work_that_a_slide_rests_on(credit: Credit, node: dict[str, object]) -> None:
    """Data are a data set, all else is a work."""
    assert work_node(credit, "en") == node


def test_the_words_are_the_decks() -> None:
    """As on its strip."""
    assert picture_node(Credit("picture", ai="yes"), "de")["creditText"] == "KI-generiert"
