"""Four inks as a screen shows them."""

from __future__ import annotations

from io import BytesIO

from PIL import ImageCms
from PIL.Image import Image


def on_screen(image: Image, profile: bytes) -> Image:
    """Return a CMYK picture as sRGB: by its profile, or as browsers do without one."""
    if profile:
        try:
            shown = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            shown = None
        if shown:
            return shown
    return image.convert("RGB")
