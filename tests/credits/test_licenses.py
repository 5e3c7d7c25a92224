"""Licence ids: the names that people read and the addresses of the deeds."""

from __future__ import annotations

import pytest

from deckmaker.credits.licenses import license_name, license_url

VARIANTS = ["BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"]


@pytest.mark.parametrize("version", ["2.0", "3.0", "4.0"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_creative_commons_id_has_a_name_and_a_deed(variant, version):
    """SPDX ids, in either case."""
    for id in (f"CC-{variant}-{version}", f"cc-{variant.lower()}-{version}"):
        assert license_name(id) == f"CC {variant} {version}"
        assert license_url(id) == f"https://creativecommons.org/licenses/{variant.lower()}/{version}/"


def test_the_public_domain_tools_have_names_of_their_own():
    """CC0 has a deed; CC-PDDC was never more than a statement."""
    assert license_name("CC0-1.0") == license_name("cc0-1.0") == "CC0 1.0"
    assert license_url("CC0-1.0") == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert (license_name("CC-PDDC"), license_url("CC-PDDC")) == ("Public Domain", None)


@pytest.mark.parametrize("id", ["MIT", "Getty Images Editorial", "CC-BY-ND-SA-4.0", "CC BY 4.0", "CC-BY", "by-sa"])
def test_what_is_no_known_id_stands_as_written(id):
    """An agency's licence is named in its own words and leads nowhere."""
    assert (license_name(id), license_url(id)) == (id, None)
