"""Rights from files that are broken, hostile or odd: read if they can be, ignored if not, and always quickly."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmaker.assets import content, rights_in
from deckmaker.assets.facts import Metadata
from deckmaker.assets.rights.iim import rights_of_iim
from deckmaker.assets.rights.packet import MOST, packet_of
from deckmaker.assets.rights.reading import rights_of
from deckmaker.assets.rights.record import Rights, cleaned
from deckmaker.assets.rights.xmp import rights_of_xmp
from tests.assets.reading_back import found, made
from tests.assets.samples import chunk, picture, saved, segment, with_chunks, with_segments
from tests.hostile.work import processor_seconds_below
from tests.samples import examples

pytestmark = pytest.mark.slow

XMP = b"http://ns.adobe.com/xap/1.0/\0"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMES = (
    f'xmlns:rdf="{RDF}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
)


def packet(inner: str, attributes: str = "") -> bytes:
    """Return a packet of XMP."""
    return f'<rdf:RDF {NAMES}><rdf:Description rdf:about="" {attributes}>{inner}</rdf:Description></rdf:RDF>'.encode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BROKEN = {
    "laughs": f"<!DOCTYPE x [{LAUGHS}]>".encode() + packet("<dc:title>&l9;</dc:title>"),
    "an external entity": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    + packet("<dc:title>&e;</dc:title>"),
    "cut": packet("<dc:title>A</dc:title>")[:-20],
    "an encoding that there is not": b'<?xml version="1.0" encoding="x-no"?>' + packet("<dc:title>A</dc:title>"),
    "another encoding than it says": b'<?xml version="1.0" encoding="utf-16"?>' + packet("<dc:title>A</dc:title>"),
    "no text": bytes(range(256)) * 20,
    "deep": b"<a>" * 20_000,
    "nothing": b"",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_xmp_is_ignored(broken: bytes, tmp_path: Path) -> None:
    """The picture is shown, quickly, and nothing of it is in the output."""
    plain = saved(picture(), "JPEG")
    with processor_seconds_below(0.5):
        assert made(tmp_path, with_segments(plain, segment(0xE1, XMP + broken))) == plain


def test_ten_megabytes_of_xmp_are_ignored(tmp_path: Path) -> None:
    """In a PNG there is room for them, also compressed."""
    import zlib

    plain = saved(picture(), "PNG")
    xmp = packet("<dc:title>A</dc:title>" + " " * 10_000_000)
    for head, body in ((b"\0\0\0\0", xmp), (b"\1\0\0\0", zlib.compress(xmp))):
        data = with_chunks(plain, chunk(b"iTXt", b"XML:com.adobe.xmp\0" + head + body))
        with processor_seconds_below(1):
            assert made(tmp_path, data) == plain


def test_compressed_xmp_is_read(tmp_path: Path) -> None:
    """PNG allows it."""
    import zlib

    body = zlib.compress(packet("", 'photoshop:Credit="Press"'))
    data = with_chunks(saved(picture(), "PNG"), chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + body))
    with Image.open(BytesIO(made(tmp_path, data))) as image:
        assert rights_of_xmp(image.info["XML:com.adobe.xmp"].encode()) == Rights(credit_line="Press")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xmp_is_read_in_every_encoding_that_it_may_have(encoding: str) -> None:
    """ISO 16684-1, 7.1."""
    written = packet("<dc:creator><rdf:Seq><rdf:li>Åsa</rdf:li></rdf:Seq></dc:creator>").decode().encode(encoding)
    filling = "\0" if encoding.startswith("utf-8") else ""
    assert rights_of_xmp(written + filling.encode()) == Rights(creator=("Åsa",))


def test_every_form_of_a_property_is_read() -> None:
    """Attribute, element, list, list by language, and a licensor or owner as attributes or elements."""
    languages = '<rdf:Alt><rdf:li xml:lang="de">Kai</rdf:li><rdf:li xml:lang="x-default">Quay</rdf:li></rdf:Alt>'
    licensor = '<plus:Licensor><rdf:Bag><rdf:li plus:LicensorName="Press"/></rdf:Bag></plus:Licensor>'
    owners = (
        '<plus:CopyrightOwner><rdf:Seq><rdf:li plus:CopyrightOwnerName="Estate"/><rdf:li rdf:parseType="Resource">'
        "<plus:CopyrightOwnerID>7</plus:CopyrightOwnerID><plus:CopyrightOwnerName>Kai</plus:CopyrightOwnerName>"
        "</rdf:li></rdf:Seq></plus:CopyrightOwner>"
    )
    inner = f"<dc:title>{languages}</dc:title><dc:creator>A. Lind</dc:creator>{licensor}{owners}"
    assert rights_of_xmp(packet(inner, 'photoshop:Credit=" Press "')) == Rights(
        creator=("A. Lind",),
        credit_line="Press",
        title="Quay",
        licensor_name="Press",
        copyright_owner=("Estate", "Kai"),
    )


def test_what_a_picture_was_made_from_is_not_the_picture() -> None:
    """Descriptions within others tell of sources and of steps, and of their owners."""
    step = '<rdf:Description photoshop:Credit="Old"><dc:creator>Old</dc:creator></rdf:Description>'
    inner = f"<dc:source>{step}</dc:source><dc:creator>A. Lind</dc:creator>"
    assert rights_of_xmp(packet(inner)) == Rights(creator=("A. Lind",))


MANY: dict[str, Callable[[int], bytes]] = {
    "a list": lambda count: packet("<dc:creator><rdf:Bag>" + "<rdf:li>a</rdf:li>" * count + "</rdf:Bag></dc:creator>"),
    "lists in lists": lambda count: packet(
        "<dc:title>"
        + "<rdf:Bag><rdf:li>" * 40
        + "<rdf:li>a</rdf:li>" * count
        + "</rdf:li></rdf:Bag>" * 40
        + "</dc:title>"
    ),
    "attributes": lambda count: packet("", " ".join(f'dc:a{number}="x"' for number in range(count))),
    "licensors": lambda count: packet("<plus:Licensor/>" * count),
    "descriptions": lambda count: packet("</rdf:Description>" + "<rdf:Description/>" * count + "<rdf:Description>"),
}


@pytest.mark.parametrize("many", MANY.values(), ids=MANY)
def test_ten_times_as_much_takes_about_ten_times_as_long(many: Callable[[int], bytes]) -> None:
    """Whatever fills a packet, up to the megabyte that is read; a square would be a hundred times."""

    def fastest(count: int) -> float:
        """Return the processor's time for a packet."""
        data, times = many(count), []
        for _ in range(3):
            start = time.process_time()
            assert len(rights_of_xmp(data).creator) <= 1
            times.append(time.process_time() - start)
        return min(times)

    assert fastest(30_000) < 40 * fastest(3_000)


@pytest.mark.parametrize(
    "much",
    [b"\x1c\2\x50\0\1a" * 200_000, b"8BIM\4\0\0\0\0\0\0\0" * 2_000 + b"8BIM\4\4\0\0\0\0\0\6\x1c\2\x50\0\1a"],
    ids=["data sets", "resources"],
)
def test_more_iim_than_anybody_would_write_is_not_read(much: bytes) -> None:
    """Megabytes of it would take as many seconds."""
    assert rights_of_iim(much) == Rights()
    assert rights_of_iim(much[-6:]) == Rights(creator=("a",))


def test_iim_in_latin_letters_is_read() -> None:
    """Where nothing announces an encoding and it is not UTF-8."""
    assert rights_of_iim(b"\x1c\2\x50\0\4\xc5sa!" + b"\x1c\2\x6e\xff\xff") == Rights(creator=("Åsa!",))


TEXTS = st.text(max_size=300)


@settings(max_examples=examples(50))
@given(creator=st.lists(TEXTS, max_size=3), owner=TEXTS, title=TEXTS, license=TEXTS, url=TEXTS)
def test_a_packet_is_read_back_as_it_was_written(
    creator: list[str], owner: str, title: str, license: str, url: str
) -> None:
    """By us and by another reader of XML; texts are cleaned on the way in."""
    rights = Rights(
        creator=tuple(dict.fromkeys(one for one in map(cleaned, creator) if one)),
        owner=(cleaned(owner),) if cleaned(owner) else (),
        copyright_owner=(cleaned(owner),) if cleaned(owner) else (),
        attribution_name=cleaned(owner),
        title=cleaned(title),
        license=cleaned(license),
        licensor_url=cleaned(url),
        attribution_url=cleaned(url),
        alt_text=cleaned(title),
    )
    written = packet_of(rights)
    assert rights_of_xmp(written) == rights
    assert not written or ElementTree.fromstring(written) is not None


def test_a_packet_fits_into_a_jpegs_segment() -> None:
    """However much a file says."""
    much = "&" * 2_000
    fields = ("credit_line", "copyright_notice", "usage_terms", "title", "description", "source", "license")
    many = (much,) * 20
    rights = Rights(creator=many, owner=many, copyright_owner=many, **dict.fromkeys(fields, much))
    assert 0 < len(packet_of(rights)) <= MOST


WHOLE = packet_of(Rights(creator=("Åsa Lind",), title="Berth 4", licensor_url="https://example.org/", owner=("A", "B")))
IN_IIM = b"8BIM\4\4\0\0\0\0\0\x13\x1c\1Z\0\3\x1b%G\x1c\2\x50\0\4Lind\x1c\2\x05"
IN_EXIF = b"II*\0\x08\0\0\0\2\0\x3b\1\2\0\x05\0\0\0\x26\0\0\0\x98\x82\2\0\4\0\0\0ABC\0\0\0\0\0Lind\0"
changes = st.lists(st.tuples(st.integers(0, 2_000), st.binary(max_size=4)), max_size=4)


def changed(data: bytes, places: list[tuple[int, bytes]], end: int) -> bytes:
    """Return data with other bytes at some places, cut."""
    for at, other in places:
        place = at % len(data)
        data = data[:place] + other + data[place + len(other) :]
    return data[: end % (len(data) + 1)]


@given(xmp=changes, iim=changes, exif=changes, wide=st.booleans(), end=st.integers(0, 10_000))
def test_whatever_is_changed_or_cut_what_is_read_can_be_written(xmp, iim, exif, wide, end):
    """Nothing is raised, every text is as XML holds it, and our own packet of it says the same."""
    whole = WHOLE.decode().encode("utf-16") if wide else WHOLE
    metadata = Metadata(
        xmp=changed(whole, xmp, -1 - end % 7), iim=changed(IN_IIM, iim, -1), exif=changed(IN_EXIF, exif, end)
    )
    rights = rights_of(metadata)
    assert rights_of_xmp(packet_of(rights)) == rights


def test_these_are_read_before_they_are_changed() -> None:
    """Or the test above would prove nothing."""
    assert [
        rights_of(Metadata(**{name: data})).creator
        for name, data in (("xmp", WHOLE), ("iim", IN_IIM), ("exif", IN_EXIF))
    ] == [
        ("Åsa Lind",),
        ("Lind",),
        ("Lind",),
    ]


@pytest.mark.parametrize("lone", ["\ud800", "\udc00", "A\ud800\ud800B"])
def test_half_a_character_is_not_read(lone: str) -> None:
    """UTF-16 can hold one by itself, and UTF-8 only against its rules."""
    written = packet("<dc:title>?</dc:title>").decode().replace("?", lone)
    for encoding in ("utf-16", "utf-16-be", "utf-8"):
        read = rights_of_xmp(written.encode(encoding, "surrogatepass"))
        assert read == Rights(title=read.title) and read.title.isprintable()


def test_ten_megabytes_of_exif_say_what_stands_at_their_beginning(tmp_path: Path) -> None:
    """And nothing of the rest is kept."""
    data = with_chunks(saved(picture(), "PNG"), chunk(b"eXIf", IN_EXIF + bytes(10_000_000)))
    file = found(tmp_path, data)
    assert rights_in(file) == Rights(creator=("Lind",), copyright_notice="ABC")
    assert len(content(file)) < 10_000
