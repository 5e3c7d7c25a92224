"""What a deck does with works, held against their licences: use, changes, crops and what the credit names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from deckmaker.credits.gate import check_works
from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Credit, Deck
from tests.credits.test_terms import NAMES
from tests.projects import DECK, Project
from tests.resolve.test_blocks import resolve

ND, NC, SA, EDITORIAL = "no-derivatives", "non-commercial", "share-alike", "editorial-only"
INCOMPLETE = "incomplete-credit"
WHOLE, CROPPED = "fit: contain", "fit: cover"
GETTY = '"Getty Images, editorial use"'
CHANGED = "creator: A. Lind, modified: recoloured"
NAMED = "creator: A. Lind"

CASES = [
    # licence, the deck's own keys, fit, the credit's other fields, codes
    ("CC-BY-4.0", "", CROPPED, NAMED, []),
    ("CC-BY-4.0", "use: commercial", CROPPED, CHANGED, []),
    ("CC0-1.0", "use: commercial", CROPPED, "modified: recoloured", []),
    ("Public Domain", "use: commercial", CROPPED, "modified: recoloured", []),
    ("Unsplash License", "use: commercial", CROPPED, CHANGED, []),
    # No derivatives: 4.0, 2 a 1 B permits to share, not to share what is adapted.
    ("CC-BY-ND-4.0", "", WHOLE, NAMED, []),
    ("CC-BY-ND-4.0", "", CROPPED, NAMED, [ND]),
    ("CC-BY-ND-4.0", "", WHOLE, CHANGED, [ND]),
    ("CC-BY-ND-4.0", "", CROPPED, CHANGED, [ND, ND]),
    ("CC-BY-ND-3.0", "", CROPPED, NAMED, [ND]),
    ("CC-BY-NC-ND-2.0", "", CROPPED, NAMED, [ND]),
    ("https://creativecommons.org/licenses/by-nd/4.0/", "", CROPPED, NAMED, [ND]),
    # 4.0, 2 a 4: technical changes make nothing that is adapted.
    ("CC-BY-ND-4.0", "", WHOLE, "creator: A, modified: resized", []),
    ("CC-BY-ND-4.0", "", WHOLE, "creator: A, modified: unverändert", []),
    ("CC-BY-ND-4.0", "", WHOLE, "creator: A, modified: resized and recoloured", [ND]),
    # Non-commercial: 4.0, 1 i and 2 a 1.
    ("CC-BY-NC-4.0", "use: commercial", WHOLE, NAMED, [NC]),
    ("CC-BY-NC-4.0", "use: noncommercial", WHOLE, NAMED, []),
    ("CC-BY-NC-4.0", "use: editorial", WHOLE, NAMED, []),
    ("CC-BY-NC-4.0", "", WHOLE, NAMED, []),
    ("CC-BY-NC-SA-4.0", "use: commercial", WHOLE, NAMED, [NC]),
    ("CC-BY-NC-ND-4.0", "use: commercial", CROPPED, NAMED, [NC, ND]),
    ("Free for non-commercial use", "use: commercial", WHOLE, NAMED, [NC]),
    ("CC-BY-4.0 AND CC-BY-NC-4.0", "use: commercial", WHOLE, NAMED, [NC]),
    ("CC-BY-4.0 OR CC-BY-NC-4.0", "use: commercial", WHOLE, NAMED, []),
    # Editorial use.
    (GETTY, "use: commercial", WHOLE, NAMED, [EDITORIAL]),
    (GETTY, "use: editorial", WHOLE, NAMED, []),
    (GETTY, "use: noncommercial", WHOLE, NAMED, []),
    (GETTY, "", WHOLE, NAMED, []),
    ('"Editorial use only, no commercial use"', "use: commercial", WHOLE, NAMED, [EDITORIAL]),
    # Share alike: 4.0, 3 b concerns what is adapted, not a work that is shown as it is.
    ("CC-BY-SA-4.0", "", WHOLE, NAMED, []),
    ("CC-BY-SA-4.0", "", CROPPED, NAMED, [SA]),
    ("CC-BY-SA-4.0", "", WHOLE, CHANGED, [SA]),
    ("CC-BY-SA-4.0", "", CROPPED, CHANGED, [SA]),
    ("CC-BY-SA-4.0", "license: CC-BY-SA-4.0", CROPPED, CHANGED, []),
    ("CC-BY-SA-3.0", "license: CC-BY-SA-4.0", CROPPED, NAMED, []),
    ("CC-BY-SA-4.0", "license: CC-BY-SA-3.0", CROPPED, NAMED, [SA]),
    ("CC-BY-SA-4.0", "license: CC-BY-4.0", CROPPED, NAMED, [SA]),
    ("CC-BY-SA-4.0", "license: LAL-1.3", CROPPED, NAMED, []),
    ("CC-BY-SA-4.0", "", CROPPED, "creator: A, note: the crop is under CC BY-SA 4.0", []),
    ("CC-BY-SA-4.0", "", CROPPED, "creator: A, note: seen in May", [SA]),
    ("CC-BY-SA-3.0 OR GFDL-1.2-or-later", "license: CC-BY-SA-3.0", CROPPED, NAMED, []),
    ("CC-BY-SA-3.0 OR GFDL-1.2-or-later", "license: MIT", CROPPED, NAMED, [SA]),
    ("CC-BY-SA-3.0 OR CC-BY-4.0", "", CROPPED, NAMED, []),
    ("CC-BY-SA-4.0 AND GFDL-1.3", "", CROPPED, NAMED, [SA]),
    ("CC-BY-SA-4.0 AND GFDL-1.3", "license: CC-BY-SA-4.0 AND GFDL-1.3", CROPPED, NAMED, []),
    # Attribution: 4.0, 3 a 1 A (i) and C.
    ("CC-BY-4.0", "", WHOLE, "title: Berth 4", [INCOMPLETE]),
    ("CC-BY-4.0", "", WHOLE, "publisher: Port Authority", []),
    ("CC-BY-4.0", "", WHOLE, "copyright: © 2026 A. Lind", []),
    ("CC-BY-4.0", "", WHOLE, 'source: Flickr, url: "https://example.org/b4"', [INCOMPLETE]),
    ("CC-BY-4.0", "", WHOLE, "text: A. Lind / CC BY 4.0", []),
    ("MIT", "", WHOLE, "title: Icons", [INCOMPLETE]),
    ("CC0-1.0", "", WHOLE, "title: Berth 4", []),
    ("Creative Commons Attribution Share-Alike", "", WHOLE, NAMED, [INCOMPLETE]),
]


def codes(folder: Path, license: str, own: str, fit: str, fields: str) -> list[str]:
    """Return what is reported of a deck with one picture."""
    project = Project(folder)
    project.picture("a.png")
    deck = f"title: Night noise\n{own}\nslides:\n  - title: A\n  - title: B\n    layout: picture\n"
    credit = f"{{{fields}, license: {license}}}"
    diagnostics = project.read(f"{deck}    image: {{file: ../a.png, alt: Cranes, {fit}, credit: {credit}}}\n")[1]
    return sorted(one.code for one in diagnostics)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(("license", "own", "fit", "fields", "expected"), CASES)
def test_a_deck_is_held_against_the_licences_of_its_works(license, own, fit, fields, expected, tmp_path):
    """Only what is certain is reported."""
    assert codes(tmp_path, license, own, fit, fields) == sorted(expected)


def found(folder: Path, text: str) -> list[tuple[int, str]]:
    """Return line and code of each message about a deck."""
    project = Project(folder)
    project.picture("a.png")
    return [(one.span.line, one.code) for one in project.read(text)[1]]


def test_a_record_is_reported_once_and_each_crop_at_its_place(tmp_path):
    """A source may stand on many slides."""
    image = "image: {file: ../a.png, alt: A, credit: {source: port}}"
    slide = f"  - {{title: B, layout: picture, {image}}}\n"
    text = (
        "use: commercial\ntitle: A\nsources:\n  port: {title: Port, license: CC-BY-NC-ND-4.0}\nslides:\n  - title: A\n"
    )
    assert found(tmp_path, text + slide + slide.replace("title: B", "title: C")) == [
        (7, ND),
        (7, NC),
        (7, INCOMPLETE),
        (8, ND),
    ]


def test_what_the_source_shows_is_not_shown_here(tmp_path):
    """Nothing is asked of the pictures that a source had."""
    text = "title: A\nuse: commercial\nslides:\n  - title: A\n    credits: [{role: original, license: CC-BY-NC-4.0}]\n"
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A. Lind / CC BY-NC-ND 4.0", [NC, ND]),
        ("A. Lind, https://creativecommons.org/licenses/by-sa/4.0/", [SA]),
        ("A. Lind, CC BY 4.0", []),
        ("Getty Images", []),
        ("Editorial desk, non-commercial radio", []),
    ],
)
def test_a_credit_line_may_name_a_licence_of_creative_commons(line, expected, tmp_path):
    """Other words in it are not about licences for certain."""
    image = f'image: {{file: ../a.png, alt: A, fit: cover, credit: "{line}"}}'
    text = f"title: A\nuse: commercial\nslides:\n  - title: A\n  - {{title: B, layout: picture, {image}}}\n"
    assert sorted(code for _, code in found(tmp_path, text)) == sorted(expected)


def test_a_text_that_was_changed_counts_as_a_picture_does(tmp_path):
    """On any slide."""
    text = "title: A\nslides:\n  - title: A\n    credit: {creator: A, license: CC-BY-ND-4.0, modified: translated}\n"
    assert found(tmp_path, text) == [(4, ND)]


def test_a_deck_with_another_mistake_is_not_told_what_it_may_have_said(tmp_path):
    """Its licence was cut for a mistake in it; the crop is reported at the next run."""
    credit = "{creator: A, license: CC-BY-SA-4.0, modified: cut}"
    text = f"title: A\nseverity: {{share-alike: error}}\nlicense: [CC-BY-SA-4.0]\nslides:\n  - credit: {credit}\n"
    assert found(tmp_path, text) == [(3, "wrong-type")]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """A deck of one slide."""
    return resolve(Project(tmp_path_factory.mktemp("project")), DECK)


@given(NAMES, NAMES, NAMES)
def test_any_credit_can_be_judged(deck, license, modified, note):
    """Nothing that a deck may say of a licence breaks the gate."""
    credit = Credit("picture", license=license, modified=modified, note=note)
    slide = replace(deck.slides[0], further_credits=(credit,))
    diagnostics = Diagnostics()
    check_works(replace(deck, use="commercial", license=note, slides=(slide,)), (), diagnostics)
    assert {one.code for one in diagnostics} <= {ND, NC, SA, EDITORIAL, INCOMPLETE}
