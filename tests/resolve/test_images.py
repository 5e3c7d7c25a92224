"""Pictures whose files say whose they are: what is taken from them, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.assets import rights_in
from deckmaker.assets.rights.packet import packet_of
from deckmaker.assets.rights.record import Rights
from deckmaker.assets.rights.xmp import rights_of_xmp
from deckmaker.layout import Document, PictureItem
from tests.assets.samples import picture, saved, segment, with_segments
from tests.assets.test_rights import BROKEN, XMP
from tests.projects import DECK, Project

BY = "https://creativecommons.org/licenses/by/4.0/"
SIGNED = Rights(creator=("A. Lind",), title="Berth 4", license=BY, alt_text="A quay at night")


def project(folder: Path, packet: bytes) -> Project:
    """Return a project with a photo that has a packet of XMP."""
    made = Project(folder)
    (folder / "a.jpg").write_bytes(with_segments(saved(picture(), "JPEG"), segment(0xE1, XMP + packet)))
    return made


def strip(document: Document) -> str:
    """Return the credits on the first slide."""
    return next((one.item.text for one in document.pages[0].leaves if one.slot == "credits"), "")


def pictures(document: Document) -> list[PictureItem]:
    """Return the pictures that a document shows."""
    return [one.item for page in document.pages for one in page.leaves if isinstance(one.item, PictureItem)]


def codes(folder: Path, rights: Rights, image: str, deck: str = DECK) -> tuple[str, list[str]]:
    """Return the strip of a slide with that photo, and the codes of what is said of it."""
    document, said = project(folder, packet_of(rights)).read(f"{deck}    image: {image}\n")
    assert document
    return strip(document), [one.code for one in said]


def test_a_picture_that_brings_its_credit_needs_none_typed(tmp_path):
    """Nor alt text; notes tell of both."""
    made = project(tmp_path, packet_of(SIGNED))
    document = made.document(f"{DECK}    image: ../a.jpg\n")
    assert strip(document) == "Picture: “Berth 4”, A. Lind, CC BY 4.0"
    assert pictures(document)[0].alt == "A quay at night"
    assert (
        made.said(made.deck.read_text())
        == f"""\
note[taken-from-file]: picture `../a.jpg` brings alt `A quay at night`
 --> decks/deck.yaml:4:12
  |
4 |     image: ../a.jpg
  |            ^^^^^^^^

note[taken-from-file]: picture `../a.jpg` brings title `Berth 4`, creator `A. Lind`, license `{BY}`
 --> decks/deck.yaml:4:12
  |
4 |     image: ../a.jpg
  |            ^^^^^^^^"""
    )


def test_a_disagreement_is_told_with_both_values(tmp_path):
    """The whole message; the slide shows what the deck says, and takes nothing from a file of another's."""
    made = project(tmp_path, packet_of(SIGNED))
    deck = f"{DECK}    image: {{file: ../a.jpg, alt: A, credit: {{creator: B. Berg}}}}\n"
    assert strip(made.document(deck)) == "Picture: B. Berg"
    assert (
        made.said(deck)
        == """\
warning[credit-disagrees]: `creator` of a credit is `B. Berg`, and picture `../a.jpg` names `A. Lind`
 --> decks/deck.yaml:4:45
  |
4 |     image: {file: ../a.jpg, alt: A, credit: {creator: B. Berg}}
  |                                             ^^^^^^^^^^^^^^^^^^
  = help: mend what is wrong: the deck, which is what slides show, or the picture's metadata"""
    )


@pytest.mark.parametrize(
    ("credit", "message"),
    [
        ("B. Berg", "a credit says `B. Berg`, and picture `../a.jpg` names `A. Lind`"),
        ("{none: own work}", "a credit says that nobody is credited, and picture `../a.jpg` names `A. Lind`"),
        ("{license: CC0-1.0}", f"`license` of a credit is `CC0-1.0`, and picture `../a.jpg` says `{BY}`"),
        ("'A. Lind, CC BY-SA 3.0'", f"`license` of a credit is `CC BY-SA 3.0`, and picture `../a.jpg` says `{BY}`"),
    ],
)
def test_what_disagrees_is_named(credit, message, tmp_path):
    """A text, a statement or a field."""
    found = project(tmp_path, packet_of(SIGNED)).read(f"{DECK}    image: {{file: ../a.jpg, credit: {credit}}}\n")[1]
    assert [one.message for one in found if one.code == "credit-disagrees"] == [message]


def test_a_long_value_is_quoted_in_part(tmp_path):
    """On one line."""
    rights = Rights(copyright_notice="© A. Lind\n" + "and others " * 100)
    image = "{file: ../a.jpg, alt: A, credit: {creator: A. Lind, copyright: © Berg}}"
    found = project(tmp_path, packet_of(rights)).read(f"{DECK}    image: {image}\n")[1]
    (said,) = (one.message for one in found)
    assert said.endswith("says `© A. Lind and others and others and others and others and others and others and…`")


@pytest.mark.parametrize(
    ("image", "shown", "said"),
    [
        ("{file: ../a.jpg, credit: {kind: photo}}", "Photo: “Berth 4”, A. Lind, CC BY 4.0", ["taken-from-file"] * 2),
        ("{file: ../a.jpg, alt: A, credit: A. Lind}", "Picture: A. Lind", ["taken-from-file"]),
        (
            "{file: ../a.jpg, alt: A, credit: {title: Quay, creator: Lind, license: CC-BY-4.0}}",
            "Picture: “Quay”, Lind, CC BY 4.0",
            [],
        ),
    ],
)
def test_what_is_typed_wins(image, shown, said, tmp_path):
    """Field by field, without a word where nothing is taken."""
    assert codes(tmp_path, SIGNED, image) == (shown, said)


@pytest.mark.parametrize(
    ("rights", "shown", "said"),
    [
        (Rights(creator=("A. Lind",)), "Picture: A. Lind", ["taken-from-file"]),
        (Rights(), "Picture: House", []),
        (Rights(license=BY), "Picture: House", ["taken-from-file"]),
        (
            Rights(license="https://creativecommons.org/licenses/by-nd/4.0/"),
            "Picture: House",
            ["no-derivatives", "taken-from-file"],
        ),
    ],
)
def test_a_decks_default_is_for_pictures_that_bring_no_credit(rights, shown, said, tmp_path):
    """Completed, too: the licence in the file holds whoever is named."""
    deck = f"defaults: {{credit: House}}\n{DECK}"
    assert codes(tmp_path, rights, "{file: ../a.jpg, alt: A}", deck) == (shown, said)


def test_a_credit_that_cannot_be_shown_is_asked_for(tmp_path):
    """With what the file says."""
    found = project(tmp_path, packet_of(Rights(creator=("\ue000",)))).read(
        f"{DECK}    image: {{file: ../a.jpg, alt: A}}\n"
    )[1]
    assert [(one.code, one.help) for one in found] == [
        (
            "missing-credit",
            "add `credit:` with its owner's name or a record; its file says `\ue000`, which slides cannot show",
        )
    ]


def test_made_by_ai_is_shown_where_the_file_alone_says_so(tmp_path):
    """And asked for where a line of the author's own does not."""
    rights = Rights(creator=("A. Lind",), digital_source_type="trainedAlgorithmicMedia")
    assert codes(tmp_path, rights, "{file: ../a.jpg, alt: A}") == (
        "Picture: A. Lind, AI-generated",
        ["taken-from-file"],
    )
    assert codes(tmp_path, rights, "{file: ../a.jpg, alt: A, credit: A. Lind}")[1] == ["taken-from-file", "unsaid-ai"]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_metadata_stops_no_deck(broken, tmp_path):
    """It is as if there were none."""
    document, said = project(tmp_path, broken).read(f"{DECK}    image: {{file: ../a.jpg, alt: A}}\n")
    assert document and [one.code for one in said] == ["missing-credit"]


def test_outputs_get_what_the_deck_says_where_the_file_says_nothing(tmp_path):
    """The file's own word stays."""
    made = project(tmp_path, packet_of(Rights(title="Berth 4", source="Archive")))
    credit = (
        "title: Quay, creator: A. Lind, license: CC-BY-4.0, url: 'https://a.example/', copyright: © A. Lind, ai: yes"
    )
    shown = pictures(made.document(f"language: de\n{DECK}    image: {{file: ../a.jpg, credit: {{{credit}}}}}\n"))[
        0
    ].file
    assert rights_in(shown) == Rights(title="Berth 4", source="Archive")
    assert rights_of_xmp(shown.packet) == Rights(
        creator=("A. Lind",),
        credit_line="„Quay“, A. Lind, CC BY 4.0, KI-generiert, © A. Lind",
        copyright_notice="© A. Lind",
        web_statement=BY,
        license=BY,
        attribution_url="https://a.example/",
        source="Archive",
        title="Berth 4",
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    )


@pytest.mark.parametrize(
    ("credit", "added"),
    [
        ("DepositPhotos", Rights(credit_line="DepositPhotos")),
        (
            "{creator: A, license: 'Getty Images, editorial use'}",
            Rights(
                creator=("A",),
                credit_line="A, Getty Images, editorial use",
                usage_terms="Getty Images, editorial use",
            ),
        ),
        ("{none: own work}", Rights()),
        ("{role: original}", Rights()),
        ("{creator: A, ai: no}", Rights(creator=("A",), credit_line="A")),
    ],
)
def test_what_a_credit_says_decides_what_a_picture_gains(credit, added, tmp_path):
    """Statements that nobody is credited name nobody there either."""
    made = Project(tmp_path)
    made.picture("a.jpg")
    shown = pictures(made.document(f"{DECK}    image: {{file: ../a.jpg, alt: A, credit: {credit}}}\n"))[0].file
    assert rights_of_xmp(shown.packet) == added


def test_a_picture_of_several_credits_gains_what_they_agree_on(tmp_path):
    """It is one picture in the outputs; each slide says the rest itself."""
    made = Project(tmp_path)
    made.picture("a.jpg")
    credits = (
        "{creator: A. Lind, title: Quay}",
        "{creator: A. Lind, license: CC-BY-4.0}",
        "Harbour",
        "{none: own work}",
    )
    slides = "".join(f"  - {{title: T, image: {{file: ../a.jpg, alt: A, credit: {one}}}}}\n" for one in credits)
    files = {one.file for one in pictures(made.document(f"title: T\nslides:\n{slides}"))}
    assert [rights_of_xmp(one.packet) for one in files] == [
        Rights(creator=("A. Lind",), title="Quay", web_statement=BY, license=BY)
    ]


def test_a_picture_shown_twice_with_one_credit_says_it_whole(tmp_path):
    """The second use takes nothing away, nor does a use in a role that is not the picture's."""
    made = Project(tmp_path)
    made.picture("a.jpg")
    credits = ("Harbour", "Harbour", "{role: original}")
    slides = "".join(f"  - {{title: T, image: {{file: ../a.jpg, alt: A, credit: {one}}}}}\n" for one in credits)
    files = {one.file for one in pictures(made.document(f"title: T\nslides:\n{slides}"))}
    assert [rights_of_xmp(one.packet) for one in files] == [Rights(credit_line="Harbour")]
