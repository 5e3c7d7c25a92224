"""PDF/A: what the file claims, what its colours and metadata mean, and the deck that is attached to it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from deckmaker.assets.rights.packet import packet_of
from deckmaker.assets.rights.record import Rights
from deckmaker.dataclasses import fields, replace
from deckmaker.layout import Document, GroupItem, PictureItem, Placed
from deckmaker.model import PaperSettings
from deckmaker.render.pdf import extension_schemas
from tests.projects import Project, run
from tests.render.pdf.decks import DECKS, document, rendered
from tests.render.pdf.sheets import sheets
from tests.render.pdf.tagging_judges import complaints, invalid
from tests.render.pdf.test_metadata import xmp
from tests.samples import mostly_slow

pytestmark = pytest.mark.slow

PROFILES = {"a-2b": "2b", "a-3a": "3a"}
every_standard = pytest.mark.parametrize("standard", PROFILES)


def archived(laid_out: Document, standard: str) -> bytes:
    """Return a document as a PDF of a standard."""
    return rendered(replace(laid_out, paper=PaperSettings(standard=standard)))


@every_standard
@pytest.mark.parametrize("deck", mostly_slow(sorted(DECKS, reverse=True)))
def test_decks_conform(deck: str, standard: str) -> None:
    """To PDF/UA as well."""
    laid_out = document(deck)
    file = archived(laid_out, standard)
    assert invalid(file, PROFILES[standard]) == []
    assert complaints(file, laid_out) == []


@every_standard
@pytest.mark.parametrize("kind", ["handout", "notes"])
def test_sheets_conform(kind: str, standard: str) -> None:
    """They are PDF files of the deck."""
    file = sheets(document("showcase"), kind, standard=standard, ink="grey")
    assert invalid(file, PROFILES[standard]) == invalid(file, "ua1") == []


@every_standard
def test_the_file_says_what_it_is(standard: str) -> None:
    """Its part and level, beside PDF/UA's."""
    with pikepdf.open(BytesIO(archived(document("showcase"), standard))) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    part, level = standard[2], standard[3].upper()
    assert f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_a_usual_file_claims_nothing_of_it() -> None:
    """Nor does it hold a profile or a deck."""
    with pikepdf.open(BytesIO(rendered(document("showcase")))) as pdf:
        assert "/OutputIntents" not in pdf.Root and "/AF" not in pdf.Root and not pdf.attachments
        assert b"pdfaid" not in pdf.Root.Metadata.read_bytes().replace(b"pdfuaid", b"").replace(b"xmlns:pdfaid", b"")
        assert not [key for key in xmp(pdf) if "pdfaid" in key]


@every_standard
def test_colours_are_those_of_srgb(standard: str) -> None:
    """As littlecms reads the profile; it has no date of the day."""
    with pikepdf.open(BytesIO(archived(document("showcase"), standard))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 3)
        data = intent.DestOutputProfile.read_bytes()
    profile = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    assert (profile.xcolor_space.strip(), profile.profile_description) == ("RGB", "sRGB built-in")
    assert profile.creation_date.year == 2000


def test_the_deck_is_attached_as_it_is_written(tmp_path: Path) -> None:
    """Under its own name, as the source of the file; to PDF/A-2 nothing may be."""
    text = "title: Lärm – 漢字\nslides: [{title: A, text: B}]\n"
    laid_out = Project(tmp_path).document(text)
    laid_out = replace(laid_out, attached=laid_out.source)
    with pikepdf.open(BytesIO(archived(laid_out, "a-3a"))) as pdf:
        (attached,) = pdf.attachments.values()
        assert attached.filename == "deck.yaml"
        held = attached.get_file()
        assert held.read_bytes() == text.encode() and held.mime_type == "application/yaml"
        (associated,) = pdf.Root.AF
        assert str(associated.AFRelationship) == "/Source"
    with pikepdf.open(BytesIO(archived(laid_out, "a-2b"))) as pdf:
        assert not pdf.attachments


@every_standard
def test_the_same_bytes_twice(standard: str) -> None:
    """Nothing of the moment is in the file."""
    assert archived(document("showcase"), standard) == archived(document("showcase"), standard)


def with_rights(laid_out: Document, rights: Rights) -> Document:
    """Return a document each of whose pictures says these rights."""

    def changed(placed: Placed) -> Placed:
        item = placed.item
        if isinstance(item, PictureItem):
            item = replace(item, file=replace(item.file, packet=packet_of(rights)))
        elif isinstance(item, GroupItem):
            item = GroupItem(tuple(map(changed, item.children)))
        return replace(placed, item=item)

    pages = tuple(replace(page, placed=tuple(map(changed, page.placed))) for page in laid_out.pages)
    return replace(laid_out, pages=pages)


EVERY_RIGHT = Rights(
    **{
        one.name: (("A. Lind",) if "tuple" in str(one.type) else "https://example.org/a")  # type: ignore[arg-type]
        for one in fields(Rights)
    }
)


def pictured(folder: Path, image: Image.Image, name: str) -> Document:
    """Return a deck with a picture."""
    project = Project(folder)
    image.save(project.folder / name)
    slides = f"[{{title: A}}, {{title: B, image: {{file: ../{name}, alt: C, credit: D}}}}]"
    return project.document(f"title: T\nslides: {slides}\n")


@every_standard
def test_every_right_of_a_picture_is_described(standard: str, tmp_path: Path) -> None:
    """Creative Commons', IPTC's and PLUS' schemas, which PDF/A does not know."""
    laid_out = with_rights(pictured(tmp_path, Image.new("RGB", (16, 9)), "a.png"), EVERY_RIGHT)
    file = archived(laid_out, standard)
    assert invalid(file, PROFILES[standard]) == []
    with pikepdf.open(BytesIO(file)) as pdf:
        packets = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Subtype" in one]
    assert any(b"plus:Licensor" in one and b"Iptc4xmpExt:DigitalSourceType" in one for one in packets)


def test_without_the_description_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the test above would prove nothing."""
    monkeypatch.setattr(extension_schemas, "with_schemas", lambda packet: packet)
    laid_out = with_rights(pictured(tmp_path, Image.new("RGB", (16, 9)), "a.png"), EVERY_RIGHT)
    assert invalid(archived(laid_out, "a-2b"), "2b")


@pytest.mark.parametrize("profile", [False, True])
def test_inks_without_a_profile_become_colours_of_a_screen(profile: bool, tmp_path: Path) -> None:
    """In PDF/A alone: a usual file keeps them. With a profile, they stay."""
    from tests.assets.ink_profile import ink_profile

    project = Project(tmp_path)
    said = {"icc_profile": ink_profile()} if profile else {}
    Image.new("CMYK", (16, 9), (0, 200, 200, 0)).save(project.folder / "a.jpg", **said)
    laid_out = project.document(
        "title: T\nslides: [{title: A}, {title: B, image: {file: ../a.jpg, alt: C, credit: D}}]\n"
    )
    spaces = {}
    for name, file in (("usual", rendered(laid_out)), ("archived", archived(laid_out, "a-2b"))):
        with pikepdf.open(BytesIO(file)) as pdf:
            (image,) = (
                one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
            )
            spaces[name] = str(image.ColorSpace) if isinstance(image.ColorSpace, pikepdf.Name) else "by profile"
    assert spaces == (
        {"usual": "by profile", "archived": "by profile"}
        if profile
        else {"usual": "/DeviceCMYK", "archived": "/DeviceRGB"}
    )
    assert invalid(archived(laid_out, "a-2b"), "2b") == []


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def built(project: Project) -> str:
    """Return which part of PDF/A the built file claims to be, empty for none."""
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf, pdf.open_metadata() as metadata:
        return metadata.pdfa_status


DECK = "title: T\n{}slides: [{{title: A}}]\n"


@pytest.mark.parametrize(
    ("key", "options", "claimed"),
    [
        ("", (), ""),
        ("pdf: {standard: a-2b}\n", (), "2B"),
        ("pdf: {standard: ua-1}\n", (), ""),
        ("", ("--pdf-standard", "a-3a"), "3A"),
        ("pdf: {standard: a-2b}\n", ("--pdf-standard", "a-3a"), "3A"),
        ("pdf: {standard: a-2b}\n", ("--pdf-standard", "ua-1"), ""),
    ],
)
def test_the_command_goes_before_the_deck(project: Project, key: str, options: tuple[str, ...], claimed: str) -> None:
    """By whichever of the two, the file is what it is said to be."""
    project.write(DECK.format(key))
    result = run("build", "decks/deck.yaml", "-f", "pdf", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert built(project) == claimed


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--pdf-standard", "a-1b"), "`a-1b` is not ua-1|a-2b|a-3a"),
        (("--pdf-standard", "a-2b", "-f", "md"), "`--pdf-standard` is for PDF files, of which `--format` names none"),
    ],
)
def test_what_cannot_be_is_refused(project: Project, options: tuple[str, ...], message: str) -> None:
    """Before anything is read."""
    project.write(DECK.format(""))
    result = run("build", "decks/deck.yaml", *options)
    assert result.exit_code == 2 and message in result.stderr
    assert not (project.folder / "build").exists()
