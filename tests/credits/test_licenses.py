"""Licence ids: the names that people read and the addresses of the deeds."""

from __future__ import annotations

import pytest

from deckmaker.credits.known_licenses import KNOWN, STATEMENTS
from deckmaker.credits.licenses import license_name, license_of, license_url, near_license

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


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("CC-BY-4", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa-40", "CC-BY-SA-4.0"),
        ("CCO-1.0", "CC0-1.0"),
        ("CC0", "CC0-1.0"),
        ("CC-BY", "CC-BY-4.0"),
        ("CC-BY-5.0", "CC-BY-4.0"),
        ("CC BY-NC-SA 3.0", "CC-BY-NC-SA-3.0"),
        ("CC\u2011BY\u2011SA\u20114.0", "CC-BY-SA-4.0"),
        ("CC-BY-ND-SA-4.0", "CC-BY-NC-SA-4.0"),
        ("BY-SA-4.0", "CC-BY-SA-4.0"),
        ("Apache 2.0", "Apache-2.0"),
        ("OdBL-1", "ODbL-1.0"),
    ],
)
def test_a_slip_has_a_near_id(written, id):
    """Signs count for nothing, and the newest version is offered where none is named."""
    assert near_license(written) == id


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.5", "3.0", "4.0"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_an_id_is_near_to_nothing(variant, version):
    """In either case; nor is one that was fitted to a country's law."""
    assert near_license(f"CC-{variant}-{version}") is near_license(f"cc-{variant.lower()}-{version}") is None
    assert near_license(f"CC-{variant}-3.0-DE") is None


@pytest.mark.parametrize(
    "name",
    [
        "Getty Images, editorial use",
        "Getty Images Editorial",
        "DepositPhotos Standard Licence",
        "Unsplash License",
        "Pexels License",
        "Public Domain",
        "public domain",
        "All rights reserved",
        "Creative Commons Attribution 4.0 International",
        "Open Government Licence v3.0",
        "MIT",
        "mit",
        "MIT OR Apache-2.0",
        "CC-BY-4.0 AND OFL-1.1",
        "LicenseRef-Port-Authority",
        "with permission",
        "Free",
        "L",
        "",
        "自由",
    ],
)
def test_a_name_of_its_own_is_near_to_nothing(name):
    """Nobody is told what they did not mean."""
    assert near_license(name) is None


@pytest.mark.parametrize(
    "written",
    [
        "https://creativecommons.org/licenses/by-sa/3.0/de/",
        "http://creativecommons.org/licenses/by-sa/3.0/de",
        "https://www.creativecommons.org/licenses/by-sa/3.0/de/deed.en",
        "https://creativecommons.org/licenses/by-sa/3.0/de/legalcode",
        "https://creativecommons.org/licenses/by-sa/3.0/de/rdf",
        "HTTPS://CreativeCommons.org/licenses/BY-SA/3.0/DE/legalcode.txt#s4",
        "creativecommons.org/licenses/by-sa/3.0/de/",
        "CC-BY-SA-3.0-DE",
        "cc-by-sa-3.0-de",
    ],
)
def test_a_deed_is_known_by_any_form_of_its_address(written):
    """Metadata and people spell it in many ways; the name and the link are the same."""
    named = license_of(written)
    assert (named.name, named.url) == ("CC BY-SA 3.0 DE", "https://creativecommons.org/licenses/by-sa/3.0/de/")


@pytest.mark.parametrize(
    "written",
    [
        "https://creativecommons.org/licenses/bysa/4.0/",
        "https://creativecommons.org/",
        "https://creativecommons.org.example.org/licenses/by/4.0/",
        "https://example.org/creativecommons.org/licenses/by/4.0/",
        "https://rightsstatements.org/vocab/Nothing/1.0/",
    ],
)
def test_an_address_that_is_like_a_deed_is_none(written):
    """It is named by itself, and leads where it says."""
    assert license_of(written).name == written.removeprefix("https://")
    assert license_of(written).url == written


@pytest.mark.parametrize("id", STATEMENTS)
def test_a_rights_statement_has_its_name_and_its_http_address(id):
    """All twelve, by the addresses of their pages as well."""
    for written in (f"http://rightsstatements.org/vocab/{id}/1.0/", f"https://rightsstatements.org/page/{id}/1.0/"):
        named = license_of(written)
        assert (named.name, named.url) == (STATEMENTS[id], f"http://rightsstatements.org/vocab/{id}/1.0/")


@pytest.mark.parametrize("id", KNOWN)
def test_other_licences_are_known_by_id_and_address(id):
    """In either case, and they are no slips."""
    assert license_of(id) == license_of(id.lower())
    name, url = KNOWN[id]
    assert license_of(id).name == name and license_of(url).url == url
    assert near_license(id) is None


def test_works_in_the_public_domain_are_told_apart():
    """A mark says that a work is free, a dedication makes it so; both have no copyright notice to keep."""
    marked, given = license_of("CC-PDM-1.0"), license_of("https://creativecommons.org/publicdomain/zero/1.0/deed.de")
    assert (marked.public, marked.marked) == (True, True)
    assert (given.public, given.marked, given.name) == (True, False, "CC0 1.0")
    assert not license_of("CC-BY-4.0").public
