"""What PDF/A wants of a file beyond PDF/UA (ISO 19005-2 and 19005-3): what its colours mean, and the deck within it."""

from __future__ import annotations

import zlib
from hashlib import md5
from pathlib import PurePath

from deckmaker.diagnostics import SourceFile
from deckmaker.layout import Document
from deckmaker.render.date import date_of_files
from deckmaker.render.pdf.text_strings import text_string
from deckmaker.render.pdf.writing import StreamedDocument

ARCHIVED = {"a-2b": ("2", "B"), "a-3a": ("3", "A")}
"""Part and level of PDF/A that a standard of the deck's means."""

_CONDITION = "sRGB IEC61966-2.1"


def conform(written: StreamedDocument, document: Document) -> None:
    """Add what the standard of a document's PDF files wants; PDF/UA wants nothing more."""
    standard = document.paper.standard
    if standard not in ARCHIVED:
        return
    catalog = written.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]  # reportlab drops what it does not know
    catalog.OutputIntents = _output_intents(written)
    if standard == "a-3a" and (source := document.attached):
        associated = _associated(written, document, source)
        name = text_string(PurePath(source.name).name)
        catalog.AF = f"[{associated} 0 R]"
        catalog.Names = f"<</EmbeddedFiles<</Names[{name} {associated} 0 R]>>>>"


def _output_intents(written: StreamedDocument) -> str:
    """Write the profile by which colours are meant (6.2.3)."""
    profile = written.write_packed({"N": "3", "Filter": "/FlateDecode"}, zlib.compress(srgb_profile()))
    said = text_string(_CONDITION)
    return (
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{said}/Info{said}"
        f"/DestOutputProfile {profile} 0 R>>]"
    )


def srgb_profile() -> bytes:
    """Return the profile of sRGB that littlecms makes, with a fixed date in it (ICC.1:2010, 7.2.8)."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"".join(one.to_bytes(2) for one in (2000, 1, 1, 0, 0, 0))
    profile[84:100] = bytes(16)  # its id is a sum that the date is part of; zeros say that there is none (7.2.18)
    return bytes(profile)


def _associated(written: StreamedDocument, document: Document, source: SourceFile) -> int:
    """Write the deck as its author wrote it (ISO 19005-3, 6.8); return the number of its file specification."""
    content = source.text.encode()
    changed = date_of_files().strftime("D:%Y%m%d%H%M%SZ")
    sums = md5(content, usedforsecurity=False).hexdigest()
    about = {
        "Type": "/EmbeddedFile",
        "Subtype": "/application#2Fyaml",
        "Filter": "/FlateDecode",
        "Params": f"<</Size {len(content)}/ModDate({changed})/CheckSum<{sums}>>>",
    }
    file, name = written.write_packed(about, zlib.compress(content)), text_string(PurePath(source.name).name)
    number = written.new_number()
    written.write_numbered(
        number,
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(document.title)}/AFRelationship/Source"
        f"/EF<</F {file} 0 R/UF {file} 0 R>>>>",
    )
    return number
