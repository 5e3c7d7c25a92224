"""Writes a canvas as SVG and rasterises that SVG to JPEG or PNG."""

import io


def save(canvas, stem, kind, width):
    """Write `stem`.svg and next to it `stem`.jpg or `stem`.png."""
    # Imported here, so that looking at the scenes needs no extra package.
    import resvg_py
    from PIL import Image

    from deckmaker.assets.drawings.edge_colors import spread

    stem.parent.mkdir(parents=True, exist_ok=True)
    text = canvas.svg()
    stem.with_suffix(".svg").write_text(text, encoding="utf-8", newline="\n")
    pixels = bytes(resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True))
    image = Image.open(io.BytesIO(pixels))
    target = stem.with_suffix("." + kind)
    if kind == "jpg":
        # Flat colours show chroma subsampling at once, hence 4:4:4.
        image.convert("RGB").save(target, quality=90, subsampling=0, optimize=True)
    else:
        # Without transparency, a PNG is read faster and is smaller.
        opaque = image.convert("RGBA").getchannel("A").getextrema() == (255, 255)
        (image.convert("RGB") if opaque else spread(image.convert("RGBA"))).save(target, optimize=True)
    print(target.name)
