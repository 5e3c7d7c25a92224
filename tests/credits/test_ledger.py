"""The ledger: what is a line of its own, on which slides, and what is said of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from deckmaker.assets import Flaw, PictureLost
from deckmaker.credits.ledger import FIELDS, Ledger
from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_ledger
from tests.projects import ROOT, Project

HEAD = "title: Night noise\nuse: commercial\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two pictures of different bytes."""
    project = Project(tmp_path)
    project.picture("a.png")
    project.picture("b.png", (80, 60))
    return project


def ledger(project: Project, text: str) -> Ledger:
    """Return the ledger of a deck without errors."""
    diagnostics = Diagnostics()
    found = read_ledger(project.write(text), diagnostics)
    assert found, project.shown(diagnostics)
    return found


def lines(project: Project, slides: str, head: str = HEAD) -> list[tuple[object, ...]]:
    """Return slides, file, text and codes of each work."""
    works = ledger(project, f"{head}slides:\n{slides}").works
    return [(one.slides, one.fields["file"], one.fields["text"], [m.code for m in one.missing]) for one in works]


def test_the_briefing_has_sixteen_pictures_and_its_sources():
    """Each with its digest, each on its slide; what the source credits stands once for all slides."""
    path = ROOT / "decks" / "us-china-fentanyl-talks.yaml"
    found = read_ledger(path, Diagnostics())
    assert found and found.deck == "decks/us-china-fentanyl-talks.yaml"
    pictures, others = found.works[:16], found.works[16:]
    assert [one.slides for one in pictures] == [(number,) for number in range(1, 17)]
    for one in pictures:
        content = (ROOT / str(one.fields["file"])).read_bytes()
        assert one.fields["sha256"] == hashlib.sha256(content).hexdigest()
        assert one.sha1 == hashlib.sha1(content).hexdigest()
        assert (one.fields["creator"], one.fields["license_id"]) == ("deckmaker", "CC0-1.0")
    assert {(one.fields["role"], one.fields["text"]): len(one.slides) for one in others} == {
        ("original", "Picture in the source: no credit given"): 5,
        ("original", "Picture in the source: DepositPhotos"): 10,
        ("original", "Picture in the source: flytosky11 from Getty Images"): 1,
        ("text", "Text after: The Stock Dork"): 16,
    }
    assert [one for one in found.works if one.missing] == []


def test_every_field_of_a_record_is_there(project):
    """Under its own name, `none` as the statement."""
    names = [name for name in FIELDS if name not in ("file", "sha256", "role", "kind", "statement", "text", "url")]
    given = {name: f"The {name}" for name in names if not name.startswith("license")}
    record = ", ".join(f"{name}: {value}" for name, value in given.items())
    text = f"{HEAD}slides:\n  - title: A\n    credit: {{{record}, license: CC-BY-4.0, url: https://example.org}}\n"
    text += "    credits: [{none: own work}]\n"
    work, statement = ledger(project, text).works
    assert {name: work.fields[name] for name in given} == given
    assert [work.fields[name] for name in FIELDS if name.startswith(("license", "url"))] == [
        *("CC-BY-4.0", "CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "https://example.org")
    ]
    assert (statement.fields["statement"], statement.fields["text"]) == ("own work", "own work")
    assert work.fields.keys() == statement.fields.keys() == set(FIELDS)


def test_a_picture_has_a_line_for_each_of_its_credits(project):
    """Equal ones are one, wherever they are written."""
    slides = "".join(
        f"  - title: A\n    image: {{file: ../{name}, alt: A, fit: contain, credit: {credit}}}\n"
        for name, credit in (("a.png", "A"), ("b.png", "A"), ("a.png", "B"), ("a.png", "A"))
    )
    assert lines(project, slides) == [
        ((1, 4), "a.png", "Picture: A", []),
        ((2,), "b.png", "Picture: A", []),
        ((3,), "a.png", "Picture: B", []),
    ]


def test_a_credit_of_the_slide_that_reads_as_its_pictures_is_not_lost(project):
    """It is a work of its own."""
    slides = "  - title: A\n    image: {file: ../a.png, alt: A, fit: contain, credit: A}\n"
    slides += "    credits: [{role: picture, text: A}]\n"
    assert lines(project, slides) == [((1,), "a.png", "Picture: A", []), ((1,), None, "Picture: A", [])]


def test_the_data_of_a_table_are_a_work(project):
    """And what their licence rules out is said of them."""
    slides = (
        "  - title: A\n  - title: B\n    table: {rows: [[a], [1]], credit: {publisher: P, license: CC-BY-NC-4.0}}\n"
    )
    assert lines(project, slides) == [((2,), None, "Data: P, CC BY-NC 4.0", ["non-commercial"])]


def test_what_is_said_of_a_credit_is_said_of_all_that_are_equal(project):
    """It is reported once, at the first; what is said of one picture stays with that, and comes before."""
    record = "{creator: A, license: CC-BY-NC-ND-4.0}"
    slides = f"  - {{title: A, image: {{file: ../a.png, alt: A, fit: contain, credit: {record}}}}}\n"
    slides += f"  - {{title: A, layout: picture, image: {{file: ../b.png, alt: A, fit: cover, credit: {record}}}}}\n"
    slides += "  - {title: A, image: {file: ../b.png, alt: A}}\n"
    assert lines(project, slides) == [
        ((1,), "a.png", "Picture: A, CC BY-NC-ND 4.0", ["non-commercial"]),
        ((2,), "b.png", "Picture: A, CC BY-NC-ND 4.0", ["no-derivatives", "non-commercial"]),
        ((3,), "b.png", None, ["missing-credit"]),
    ]


def test_what_is_said_of_a_source_is_said_of_what_takes_it(project):
    """It is reported where the record stands."""
    head = f"{HEAD}sources:\n  a: {{creator: A, license: CC BY 4.0}}\n  b: {{creator: B}}\n"
    slides = "  - {title: A, credits: [{source: a}, {source: b}]}\n  - {title: A, credit: {source: a}}\n"
    assert lines(project, slides, head) == [
        ((1, 2), None, "Text after: A, CC BY 4.0", ["unknown-license"]),
        ((1,), None, "Text after: B", []),
    ]


def test_a_default_credit_stands_with_each_picture(project):
    """As does what is said of it."""
    head = HEAD + "defaults: {credit: {creator: A, license: Getty Images editorial}}\n"
    slides = "".join(f"  - {{title: A, image: {{file: ../{name}.png, alt: A}}}}\n" for name in "ab")
    text = "Picture: A, Getty Images editorial"
    assert lines(project, slides, head) == [
        ((1,), "a.png", text, ["editorial-only"]),
        ((2,), "b.png", text, ["editorial-only"]),
    ]


def test_a_missing_reason_is_missing(project):
    """Saying nothing is no statement."""
    assert lines(project, "  - {title: A, credit: none}\n")[0][3] == ["no-reason"]


def test_a_severity_of_off_says_nothing_and_its_reason_is_kept(project):
    """With the deck."""
    head = HEAD + "severity: {non-commercial: {level: off, reason: permission of A}}\n"
    text = f"{head}slides:\n  - {{title: A, credit: {{creator: A, license: CC-BY-NC-4.0}}}}\n"
    found = ledger(project, text)
    assert found.works[0].missing == () and found.reasons == {"non-commercial": "permission of A"}


def test_the_logo_is_a_picture_file_too(project):
    """On the slides that show it."""
    slides = "  - {title: A}\n  - {title: B, layout: picture, image: {file: ../b.png, alt: A, credit: A}}\n"
    slides += "  - {title: C, text: D}\n"
    logo = lines(project, slides, HEAD + "logo: ../a.png\n")[1]
    assert logo == ((1, 3), "a.png", None, [])


def test_a_picture_that_is_lost_meanwhile_is_said(project, monkeypatch):
    """Where the deck shows it; there is no ledger then."""

    def lost(picture):
        raise PictureLost(picture, Flaw("changed while it was read", "try again"))

    monkeypatch.setattr("deckmaker.assets.digests_of", lost)
    diagnostics = Diagnostics()
    text = f"{HEAD}slides:\n  - title: A\n    image: {{file: ../a.png, alt: A, credit: A}}\n"
    assert read_ledger(project.write(text), diagnostics) is None
    assert "`a.png` changed while it was read\n --> decks/deck.yaml:5:12" in project.shown(diagnostics)
