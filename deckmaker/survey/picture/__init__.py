"""Pictures of pages as SVG: the page as it looks, and over it what layout decided. No font is needed to see them."""
