"""A rectangle that fades out: a colour under a soft mask that a shading draws (ISO 32000-2, 11.6.5.2 and 8.7.4.5.3).

reportlab draws gradients, but none that becomes transparent.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from deckmaker.layout import ShapeItem
from deckmaker.layout.shape_forms import STEPS, fade_stops
from deckmaker.render.pdf.writing import StreamedDocument


def fading_form(
    document: StreamedDocument, size: tuple[float, float], color: str, item: ShapeItem
) -> PDFObjectReference:
    """Write a form of `size` points for a shape that fades out, filled in what the operators `color` set."""
    width, height = size
    begin, end = (item.fade, 0.0) if item.turned else (width - item.fade, width)
    shading = PDFDictionary(
        {
            "ShadingType": 2,
            "ColorSpace": PDFName("DeviceGray"),
            "Coords": PDFArray([round(begin, 3), 0, round(end, 3), 0]),
            "Function": document.write_stream(*_curve(size, item.opacity, item.fade)),
            "Extend": PDFArray(["true", "true"]),
        }
    )
    entries = _form(width, height, {"Shading": PDFDictionary({"S": document.write(shading)})})
    entries["Group"] = PDFDictionary({"S": PDFName("Transparency"), "CS": PDFName("DeviceGray")})
    mask = document.write_stream(entries, b"/S sh")
    state = PDFDictionary({"SMask": PDFDictionary({"S": PDFName("Luminosity"), "G": mask})})
    paint = f"/M gs {color} 0 0 {width:.3f} {height:.3f} re f"
    entries = _form(width, height, {"ExtGState": PDFDictionary({"M": state})})
    return document.write_stream(entries, paint.encode("ascii"))


def _curve(size: tuple[float, float], opacity: float, fade: float) -> tuple[dict[str, object], bytes]:
    """Return the mask's grey over the part that fades, straight between samples (ISO 32000-2, 7.10.2)."""
    samples = [round(255 * opacity * share) for _, share in fade_stops(size[0], fade)][-STEPS - 1 :]
    entries: dict[str, object] = {
        "FunctionType": 0,
        "Domain": PDFArray([0, 1]),
        "Range": PDFArray([0, 1]),
        "Size": PDFArray([len(samples)]),
        "BitsPerSample": 8,
    }
    return entries, bytes(samples)


def _form(width: float, height: float, resources: dict[str, PDFDictionary]) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, round(width, 3), round(height, 3)]),
        "Resources": PDFDictionary(dict(resources)),
    }
