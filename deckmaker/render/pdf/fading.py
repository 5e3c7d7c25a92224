"""A rectangle that fades out: a colour under a soft mask that a shading draws (ISO 32000-2, 11.6.5.2 and 8.7.4.5.3).

reportlab draws gradients, but none that becomes transparent.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream


def fading_form(
    document: PDFDocument, size: tuple[float, float], color: tuple[float, ...], opacity: float, fade: float
) -> PDFStream:
    """Return a form of `size` points, filled with a colour that fades to nothing over the last `fade` on its right."""
    width, height = size
    shading = PDFDictionary(
        {
            "ShadingType": 2,
            "ColorSpace": PDFName("DeviceGray"),
            "Coords": PDFArray([round(width - fade, 3), 0, round(width, 3), 0]),
            "Function": PDFDictionary(
                {
                    "FunctionType": 2,
                    "Domain": PDFArray([0, 1]),
                    "C0": PDFArray([opacity]),
                    "C1": PDFArray([0]),
                    "N": 1,
                }
            ),
            "Extend": PDFArray(["true", "true"]),
        }
    )
    mask = _form("/S sh", width, height, {"Shading": PDFDictionary({"S": document.Reference(shading)})})
    mask.dictionary["Group"] = PDFDictionary({"S": PDFName("Transparency"), "CS": PDFName("DeviceGray")})
    state = PDFDictionary({"SMask": PDFDictionary({"S": PDFName("Luminosity"), "G": document.Reference(mask)})})
    paint = f"/M gs {' '.join(f'{one:.4g}' for one in color)} rg 0 0 {width:.3f} {height:.3f} re f"
    return _form(paint, width, height, {"ExtGState": PDFDictionary({"M": state})})


def _form(content: str, width: float, height: float, resources: dict[str, PDFDictionary]) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, round(width, 3), round(height, 3)]),
        "Resources": PDFDictionary(dict(resources)),
    }
    return PDFStream(PDFDictionary(entries), content.encode("ascii"), filters=[])
