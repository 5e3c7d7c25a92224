"""The XML namespaces of rights, in the form in which element names are compared."""

from __future__ import annotations

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
CC = "{http://creativecommons.org/ns#}"
IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"

PREFIXES = {
    DC: "dc",
    PHOTOSHOP: "photoshop",
    XMP_RIGHTS: "xmpRights",
    PLUS: "plus",
    CC: "cc",
    IPTC: "Iptc4xmpExt",
    IPTC_CORE: "Iptc4xmpCore",
}
