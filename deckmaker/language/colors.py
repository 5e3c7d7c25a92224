"""Colours as other programs write them: names, rgb(…), hsl(…), #RGB. Only for what to write in their place."""

from __future__ import annotations


def as_hex(written: str) -> str | None:
    """Return #RRGGBB for a colour as CSS writes it; None where it is none."""
    from PIL import ImageColor

    for form in (written.strip(), f"#{written.strip()}"):
        try:
            red, green, blue = ImageColor.getrgb(form)[:3]
        except ValueError:
            continue
        if max(red, green, blue) <= 255:
            return f"#{red:02X}{green:02X}{blue:02X}"
    return None
