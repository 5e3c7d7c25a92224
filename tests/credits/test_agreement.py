"""What is the same name, notice or licence, and what is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.credits.agreement import same_license, same_name, same_notice

DEED = "https://creativecommons.org/licenses"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A. Lind", "a lind", True),
        ("Lind, Anna", "Anna Lind", True),
        ("Photo: Anna Lind / Harbour Press", "Anna  LIND", True),
        ("Åsa Lind", "A\u030asa Lind", True),
        ("STRASSE", "Straße", True),
        ("Ｌｉｎｄ", "Lind", True),
        ("摄影：王小明", "王小明", True),
        ("王小明摄", "王小明", True),
        ("☃", "☂", True),  # neither names anybody
        ("A. Lind", "Anna Lind", False),
        ("A. Lind", "B. Berg", False),
        ("Al", "Alan", False),
        ("Asa", "Åsa", False),
        ("王小明", "李华", False),
        ("A. Lind", "☃", False),
    ],
)
def test_names_are_compared_by_their_words(one, other, same):
    """Case, spaces, signs, Unicode's form and order count for nothing; letters do."""
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("© 2026 A. Lind", "(c) A. Lind 2019–2024. All rights reserved.", True),
        ("Copyright A. Lind", "A. Lind / Harbour Press", True),
        ("© 2026", "© A. Lind", True),
        ("Alle Rechte vorbehalten", "© A. Lind", True),
        ("© 2026 A. Lind", "© 2026 B. Berg", False),
    ],
)
def test_notices_are_compared_by_their_owners(one, other, same):
    """Years and what every notice says tell none apart."""
    assert same_notice(one, other) is same_notice(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("CC-BY-4.0", f"{DEED}/by/4.0/", True),
        ("CC-BY-4.0", "http://www.creativecommons.org/licenses/by/4.0/deed.de", True),
        ("CC BY 4.0", f"{DEED}/by/4.0/", True),
        ("Creative Commons Attribution 4.0", f"{DEED}/by/4.0/", True),
        ("CC BY", f"{DEED}/by/4.0/", True),
        ("CC-BY-SA-3.0 OR GFDL-1.2-or-later", f"{DEED}/by-sa/3.0/", True),
        ("CC-BY-SA-3.0", f"{DEED}/by-sa/3.0/de/", True),
        ("public domain", "https://creativecommons.org/publicdomain/mark/1.0/", True),
        ("Getty Images, editorial use", "getty images, EDITORIAL use", True),
        ("CC-BY-4.0", f"{DEED}/by-sa/4.0/", False),
        ("CC-BY-4.0", f"{DEED}/by/3.0/", False),
        ("CC0-1.0", f"{DEED}/by/4.0/", False),
        ("Getty Images, editorial use", f"{DEED}/by/4.0/", False),
    ],
)
def test_licences_are_compared_by_what_they_are(one, other, same):
    """Id, address, name or expression; where no version is named, any will do."""
    assert same_license(one, other) is same_license(other, one) is same


texts = st.text(st.characters(codec="utf-8"), max_size=30)


@given(texts, texts)
def test_every_text_agrees_with_itself_however_it_is_spelt(one, other):
    """And two agree whichever comes first."""
    for agree in (same_name, same_notice, same_license):
        assert agree(one, other) is agree(other, one)
        assert agree(one, one)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert same_name(one, f"  {unicodedata.normalize(form, one)}\t")


@given(texts, texts)
def test_a_line_agrees_with_each_name_in_it(one, other):
    """As credit lines put them together."""
    assert same_name(one, f"{one} / {other}") or not any(character.isalnum() for character in one)
