"""Addresses of licences: a slip in one is told from one that is right or leads elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.credits.deeds import near_address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://creativecommons.org/license/by/4.0/", "licenses/by/4.0"),
        ("creativecommons.org/licenses/by-sa/4.0", "licenses/by-sa/4.0"),
        ("https://creativecommon.org/licenses/by-nc/4.0/", "licenses/by-nc/4.0"),
        ("https://creativecommons.org/licenses/by/5.0/", "licenses/by/4.0"),
        ("https:/creativecommons.org/licenses/by/4.0/", "licenses/by/4.0"),
        ("https://creativecommons.org/licenses/by-sa-40/", "licenses/by-sa/4.0"),
        ("https://creativecommons.org/publicdomain/zero/", "publicdomain/zero/1.0"),
    ],
)
def test_an_address_with_a_slip_is_near_to_a_deed(written, meant):
    """In its scheme, host or path."""
    assert near_address(written) == f"https://creativecommons.org/{meant}/"


@pytest.mark.parametrize(
    "written",
    [
        "https://creativecommons.org/licenses/by/4.0/",
        "HTTPS://CreativeCommons.org/licenses/by/4.0",
        "http://creativecommons.org/licenses/by-sa/3.0/de/legalcode",
        "https://creativecommons.org/licenses/by/3.0/igo/",
        "https://creativecommons.org/licenses/by/4.0/legalcode.de#s3",
        "https://creativecommons.org/licenses/by-nc/4.0/?ref=chooser-v1",
        "https://creativecommons.org/publicdomain/mark/1.0/deed.en",
        "https://creativecommons.org/about/",
        "https://example.org/licenses/by/4.0/",
        "CC-BY-4.0",
        "Creative Commons",
        "",
    ],
)
def test_other_addresses_are_left_alone(written):
    """Right ones, and those that lead elsewhere."""
    assert near_address(written) is None


@given(st.text() | st.text().map("https://creativecommons.org/licenses/{}".format))
def test_what_any_text_is_near_to_is_an_address_that_is_right(written):
    """Whatever stands for a licence."""
    near = near_address(written)
    assert near is None or near_address(near) is None
