"""What the PDF says of itself in XMP, read back by pikepdf: what its information dictionary says, and its rights."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf.models.metadata import decode_pdf_date

from tests.projects import Project
from tests.render.pdf.decks import document, every_deck, pdf, rendered

SPACES = {
    "{http://purl.org/dc/elements/1.1/}": "dc:",
    "{http://ns.adobe.com/pdf/1.3/}": "pdf:",
    "{http://ns.adobe.com/xap/1.0/}": "xmp:",
    "{http://ns.adobe.com/xap/1.0/rights/}": "xmpRights:",
    "{http://www.aiim.org/pdfua/ns/id/}": "pdfuaid:",
}


def xmp(opened: pikepdf.Pdf) -> dict[str, object]:
    """Return the properties of a file's packet."""
    with opened.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as metadata:
        names = {name: name.partition("}")[0] + "}" for name in metadata}
        return {SPACES[space] + name.removeprefix(space): metadata[name] for name, space in names.items()}


def of(laid_out: object) -> dict[str, object]:
    """Return the properties of the packet that a document gets."""
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        return xmp(opened)


@pytest.mark.sampled(every=2)
@every_deck
def test_xmp_and_the_information_dictionary_say_the_same(deck: str) -> None:
    """Readers take one or the other."""
    said, info = xmp(pdf(deck)), pdf(deck).docinfo
    assert said["dc:title"] == str(info.Title) == document(deck).title
    assert said.get("dc:creator", [""]) == [str(info.Author)]
    assert said["dc:language"] == {document(deck).language}
    assert said["dc:format"] == "application/pdf"
    assert said["xmp:CreatorTool"] == str(info.Creator)
    assert said["pdf:Producer"] == str(info.Producer)
    assert said["pdfuaid:part"] == "1"
    for key, date in (("xmp:CreateDate", info.CreationDate), ("xmp:ModifyDate", info.ModDate)):
        assert said[key] == decode_pdf_date(str(date)).isoformat().replace("+00:00", "Z")


def test_the_date_is_the_one_that_the_environment_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """In both, or readers would say that somebody edited the file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    with pikepdf.open(BytesIO(rendered(document("showcase")))) as opened:
        assert xmp(opened)["xmp:CreateDate"] == "2027-01-15T08:00:00Z"
        assert str(opened.docinfo.CreationDate).startswith("D:20270115080000")


def test_rights_are_the_credits_of_the_deck(tmp_path: Path) -> None:
    """Each once, in order; signs of XML are only signs."""
    credits = "[{role: data, publisher: A & B}, {role: text, text: <C>}]"
    slides = (
        f"  - {{title: A, text: B, credits: {credits}}}\n  - {{title: C, text: D, credit: E, credits: {credits}}}\n"
    )
    said = of(Project(tmp_path).document(f"title: T\nslides:\n{slides}"))
    assert said["dc:rights"] == "Data: A & B · Text after: <C> · Text after: E"


def test_nothing_is_said_of_rights_where_nobody_is_credited(tmp_path: Path) -> None:
    """An empty notice would be one."""
    said = of(Project(tmp_path).document("title: T\nslides: [{title: A, text: B}]\n"))
    assert not [key for key in said if "rights" in key.lower() or key == "dc:creator"]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("license", "marked", "statement", "terms"),
    [
        ("CC-BY-4.0", "True", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("CC0-1.0", "False", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("All rights reserved", "True", None, "All rights reserved"),
    ],
)
def test_the_decks_own_licence(license: str, marked: str, statement: str | None, terms: str) -> None:
    """XMP's rights management: `Marked` is true where there are rights, and false in the public domain."""
    said = of(replace(document("showcase"), license=license))
    found = [said.get(f"xmpRights:{name}") for name in ("Marked", "WebStatement", "UsageTerms")]
    assert found == [marked, statement, terms]
