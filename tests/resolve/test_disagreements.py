"""Where a deck and a picture's file do not agree on whose it is."""

from __future__ import annotations

import pytest

from deckmaker.assets import Rights
from deckmaker.model import Credit
from deckmaker.resolve.disagreements import disagreements

BY = "https://creativecommons.org/licenses/by/4.0/"
LIND = Rights(creator=("Anna Lind",), credit_line="Lind / Harbour Press", copyright_notice="© 2020 Lind Estate")


@pytest.mark.parametrize(
    ("typed", "rights", "found"),
    [
        ({"creator": "anna  LIND"}, LIND, []),
        ({"creator": "Harbour Press"}, LIND, []),
        ({"creator": "Lind Estate"}, LIND, []),
        ({"creator": "B. Berg"}, LIND, [("creator", "B. Berg", "Anna Lind")]),
        ({"creator": "B. Berg"}, Rights(credit_line="Press"), [("creator", "B. Berg", "Press")]),
        ({"creator": "B. Berg"}, Rights(creator=("A. Lind", "B. Berg")), []),
        ({"creator": "C"}, Rights(creator=("A. Lind", "B. Berg")), [("creator", "C", "A. Lind, B. Berg")]),
        ({"creator": "B. Berg"}, Rights(title="Quay", license=BY), []),
        ({"publisher": "Port", "source": "Archive"}, LIND, []),
        ({"text": "Photo: Anna Lind, 2020"}, LIND, []),
        ({"text": "DepositPhotos"}, LIND, [("text", "DepositPhotos", "Lind / Harbour Press")]),
        ({"text": "DepositPhotos"}, Rights(creator=("Anna Lind",), licensor_name="Depositphotos"), []),
        ({"text": "DepositPhotos"}, Rights(creator=("Anna Lind",), source="depositphotos"), []),
        ({"text": "DepositPhotos"}, Rights(source="Archive", licensor_name="Press"), []),
        ({"text": "DepositPhotos"}, Rights(copyright_notice="All rights reserved"), []),
        ({"text": "DepositPhotos"}, Rights(copyright_notice="© Lind"), [("text", "DepositPhotos", "© Lind")]),
        ({"text": "DepositPhotos"}, Rights(creator=("Anna Lind",)), [("text", "DepositPhotos", "Anna Lind")]),
        ({"creator": "A", "license": "CC-BY-4.0"}, Rights(license=BY), []),
        ({"creator": "A", "license": "CC0-1.0"}, Rights(license=BY), [("license", "CC0-1.0", BY)]),
        ({"creator": "A", "license": "CC0-1.0"}, Rights(web_statement=BY), [("license", "CC0-1.0", BY)]),
        ({"creator": "A", "license": "CC0-1.0"}, Rights(license="https://example.org/terms"), []),
        ({"text": "A, CC BY-SA 4.0"}, Rights(license=BY), [("license", "CC BY-SA 4.0", BY)]),
        ({"copyright": "© Anna Lind Estate"}, LIND, []),
        ({"copyright": "© B. Berg"}, LIND, [("copyright", "© B. Berg", "© 2020 Lind Estate")]),
        ({"nobody": "own work"}, LIND, [("none", "own work", "Anna Lind")]),
        ({"nobody": "own work of Anna Lind"}, LIND, []),
        ({"nobody": "own work"}, Rights(title="Quay", license=BY), []),
        ({"nobody": ""}, LIND, [("none", "", "Anna Lind")]),
        ({"role": "data", "creator": "B. Berg"}, LIND, []),
        ({"role": "original"}, LIND, []),
        ({"creator": "B. Berg"}, Rights(), []),
    ],
)
def test_what_the_deck_says_is_held_against_the_file(typed, rights, found):
    """Names against all that the file names, licences that are known, and owners of the copyright."""
    assert list(disagreements(Credit(**{"role": "picture", **typed}), rights)) == found
