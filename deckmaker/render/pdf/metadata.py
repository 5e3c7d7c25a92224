"""What a PDF says of itself as a packet of XMP (ISO 32000-2, 14.3.2; ISO 16684-1): as its information dictionary does,
and whom its slides credit."""

from __future__ import annotations

from xml.sax.saxutils import escape

from deckmaker.credits import strip_runs
from deckmaker.credits.licenses import license_of
from deckmaker.layout import Document
from deckmaker.render.date import date_of_files
from deckmaker.render.pdf.standards import ARCHIVED

_BEGIN = '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


def metadata_packet(document: Document, producer: str) -> bytes:
    """Return the packet of a document's file; `producer` is who the information dictionary says wrote it."""
    date = date_of_files().strftime("%Y-%m-%dT%H:%M:%SZ")
    properties = {
        "dc:format": "application/pdf",
        "dc:title": _in_languages(document.title),
        "dc:creator": _several("Seq", document.author),
        "dc:language": _several("Bag", document.language),
        "dc:rights": _in_languages(_rights(document)),
        "dc:subject": _several("Bag", document.marking),
        "pdf:Keywords": escape(document.marking or ""),
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "xmp:CreatorTool": "deckmaker",
        "pdf:Producer": escape(producer),
        "pdfuaid:part": "1",
        **_archived(document.paper.standard),
        **_license(document.license),
    }
    said = "".join(f"<{name}>{value}</{name}>" for name, value in properties.items() if value)
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return (
        f'{_BEGIN}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}><rdf:Description rdf:about="">{said}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _archived(standard: str | None) -> dict[str, str]:
    """Return which part of PDF/A the file is, and to what level, if it is one (ISO 19005-2, 6.6.4)."""
    if standard not in ARCHIVED:
        return {}
    part, level = ARCHIVED[standard]
    return {"pdfaid:part": part, "pdfaid:conformance": level}


def _license(written: str | None) -> dict[str, str]:
    """Return what a deck's own licence permits: its name, its address, and whether there are rights to manage."""
    if not written:
        return {}
    license = license_of(written)
    return {
        "xmpRights:Marked": str(not license.public),
        "xmpRights:WebStatement": escape(license.url or ""),
        "xmpRights:UsageTerms": _in_languages(license.name),
    }


def _rights(document: Document) -> str:
    """Return every credit of the deck, once, as its strips say them."""
    credits = (credit for page in document.pages for credit in page.credits)
    return "".join(run.text for run in strip_runs(credits, document.language))


def _in_languages(text: str) -> str:
    return text and f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _several(kind: str, text: str | None) -> str:
    return f"<rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}>" if text else ""
