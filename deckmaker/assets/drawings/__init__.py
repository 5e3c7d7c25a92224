"""SVG drawings: read without trust, refused where they reach outside themselves, and rasterised for print."""
