"""Page sizes by name."""

PAGE_SIZES: dict[str, tuple[float, float]] = {
    "16:9": (960.0, 540.0),
    "4:3": (720.0, 540.0),
    "A4": (297 / 25.4 * 72, 210 / 25.4 * 72),  # ISO 216, landscape
}
"""Width and height in points. 960 x 540 pt is PowerPoint's own 16:9 page, 13.333 x 7.5 inches."""
