"""What licences ask for and rule out, however they are named."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.credits.terms import Terms, allows_under, choices

SHORT = {
    "by": "attribution",
    "sa": "share_alike",
    "nc": "noncommercial",
    "nd": "no_derivatives",
    "editorial": "editorial",
    "public": "public_domain",
}


def held(terms: Terms) -> set[str]:
    """Return the terms that hold, in short."""
    return {short for short, name in SHORT.items() if getattr(terms, name)}


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.5", "3.0", "4.0"])
@pytest.mark.parametrize("elements", ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"])
def test_a_creative_commons_licence_has_the_terms_of_its_name(elements, version):
    """As an id in either case, as people write it, fitted to a country's law, and as its address."""
    major, minor = version.split(".")
    spelt = elements.upper()
    written = [
        f"CC-{spelt}-{version}",
        f"cc-{elements}-{version}",
        f"CC {spelt} {version}",
        f"CC-{spelt}-{version}-DE",
        f"https://creativecommons.org/licenses/{elements}/{version}/",
        f"http://www.creativecommons.org/licenses/{elements}/{version}/de/deed.en",
        f"Photo under CC {spelt} {version}",
    ]
    for one in written:
        (terms,) = choices(one)
        assert held(terms) == set(elements.split("-")), one
        assert (terms.family, terms.version) == (f"CC-{spelt}", (int(major), int(minor))), one


@pytest.mark.parametrize(
    ("license", "terms"),
    [
        ("Creative Commons Attribution 4.0 International", "by"),
        ("Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic", "by nc nd"),
        ("Attribution-ShareAlike 3.0 Unported", "by sa"),
        ("Namensnennung - Nicht kommerziell - Keine Bearbeitungen 4.0 International", "by nc nd"),
        ("Namensnennung – Weitergabe unter gleichen Bedingungen 3.0", "by sa"),
        ("Attribution - Pas d’Utilisation Commerciale - Pas de Modification 4.0", "by nc nd"),
        ("Attribution - Partage dans les Mêmes Conditions 4.0", "by sa"),
        ("Creative Commons Atribución-NoComercial-SinDerivadas 4.0", "by nc nd"),
        ("Reconocimiento-CompartirIgual 4.0", "by sa"),
        ("署名-非商业性使用-相同方式共享 4.0", "by nc sa"),
        ("ייחוס-שימוש לא מסחרי-שיתוף זהה 4.0", "by nc sa"),
        ("نسب المصنف - غير تجاري - منع الاشتقاق 4.0", "by nc nd"),
        ("CC0-1.0", "public"),
        ("CC0", "public"),
        ("CC-PDM-1.0", "public"),
        ("PDDL-1.0", "public"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "public"),
        ("Public domain", "public"),
        ("gemeinfrei", "public"),
        ("GFDL-1.2-or-later", "by sa"),
        ("LAL-1.3", "by sa"),
        ("GPL-3.0-only", "by sa"),
        ("CC-SA-1.0", "sa"),
        ("MIT", "by"),
        ("OGL-UK-3.0", "by"),
        ("DL-DE-BY-2.0", "by"),
        ("ODbL-1.0", "by"),  # 4.5 b: no share of the database
        ("Getty Images, editorial use", "editorial"),
        ("Editorial use only", "editorial"),
        ("nur redaktionelle Nutzung", "editorial"),
        ("Licence éditoriale", "editorial"),
        ("Uso editorial", "editorial"),
        ("Editorial use only, not for commercial use", "editorial nc"),
        ("Free for non-commercial use", "nc"),
        ("http://rightsstatements.org/vocab/NoC-NC/1.0/", "nc"),
        ("https://rightsstatements.org/page/InC-NC/1.0/?language=en", "nc"),
        ("CC-BY-4.0 AND CC-BY-NC-4.0", "by nc"),
    ],
)
def test_a_licence_has_these_terms(license, terms):
    """Names in words, other licences, and several that hold at once."""
    (found,) = choices(license)
    assert held(found) == set(terms.split())


@pytest.mark.parametrize(
    "license",
    [
        None,
        "",
        "All rights reserved",
        "Unsplash License",
        "DepositPhotos Standard Licence",
        "Commercial use allowed",
        "Editorial and commercial use",
        "Non-editorial use",
        "commercial and non-commercial use",
        "Attribution required",
        "Free",
        "BY",
        "http://rightsstatements.org/vocab/InC/1.0/",
        "with permission",
    ],
)
def test_of_other_licences_nothing_is_certain(license):
    """Nobody is told what a licence does not say."""
    assert choices(license) == (Terms(),)


def test_an_expression_may_leave_a_choice():
    """Of two licences, each with its terms."""
    one, other = choices("CC-BY-SA-3.0 OR GFDL-1.2-or-later")
    assert (one.family, one.version, other.family, other.version) == ("CC-BY-SA", (3, 0), "GFDL", (1, 2))


def test_a_text_without_end_is_no_licences_name():
    """However long, it takes no time to say so."""
    assert len(choices("CC-BY-4.0 OR " * 100_000)) < 100


@pytest.mark.parametrize(
    ("own", "other", "allowed"),
    [
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0", True),
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", True),  # 3.0, 4 b ii: a later version
        ("CC-BY-SA-2.0", "CC-BY-SA-2.5", True),
        ("CC-BY-SA-4.0", "CC-BY-SA-3.0", False),
        ("CC-BY-SA-1.0", "CC-BY-SA-2.0", False),  # 1.0, 4 b: this licence alone
        ("CC-BY-SA-1.0", "CC-BY-SA-1.0", True),
        ("CC-BY-SA-3.0-DE", "CC BY-SA 3.0", True),
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr", True),
        ("CC-BY-SA-4.0", "CC-BY-NC-SA-4.0", False),
        ("CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", False),
        ("CC-BY-SA-4.0", "CC-BY-4.0", False),
        ("CC-BY-SA-4.0", "LAL-1.3", True),  # https://creativecommons.org/compatiblelicenses
        ("CC-BY-SA-4.0", "GPL-3.0-or-later", True),
        ("CC-BY-SA-3.0", "GPL-3.0-or-later", False),
        ("GPL-3.0-only", "CC-BY-SA-4.0", False),
        ("GFDL-1.2-or-later", "GFDL-1.3", True),
        ("CC-BY-SA-4.0", "All rights reserved", False),
        ("CC-BY-SA-4.0", "", False),
    ],
)
def test_what_is_made_of_a_work_may_be_given_under_some_licences(own, other, allowed):
    """The same, later ones, and those that Creative Commons has approved."""
    assert allows_under(choices(own)[0], choices(other)[0]) is allowed


WORDS = [
    "CC",
    "BY",
    "SA",
    "NC",
    "ND",
    "4.0",
    "-",
    "(",
    ")",
    "/",
    "editorial",
    "commercial",
    "non-",
    "Attribution",
    "GFDL-1.2",
    "é",
    "商业",
]
PIECES = st.sampled_from([*WORDS, " ", "\n", " OR ", " AND ", "https://creativecommons.org/licenses/"])
NAMES = st.text() | st.lists(PIECES, max_size=12).map("".join)


@given(NAMES, NAMES)
@example(" OR ", " AND ")
def test_any_text_has_terms(one, other):
    """Whatever stands for a licence."""
    for own in choices(one):
        assert not own.no_derivatives or own.attribution
        assert all(isinstance(allows_under(own, given), bool) for given in choices(other))
