"""What a company's template may hold."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

TEMPLATE_FILE_BYTES = Bound(200 * MEGABYTE, "bytes", "a template")
"""The file is read whole. Of 66 that were looked at the largest has 60 MB, of photos."""

TEMPLATE_PARTS = Bound(10_000, "parts", "a template")
"""Real decks that serve as templates have up to 1,500."""

TEMPLATE_PART_BYTES = Bound(150 * MEGABYTE, "unpacked bytes", "a part of a template")
"""A photo in it; its XML is far smaller. Of a packed bomb, no more is unpacked than this."""

TEMPLATE_BYTES = Bound(600 * MEGABYTE, "unpacked bytes", "a template")
"""Of all of its parts that are read."""

TEMPLATE_ELEMENTS = Bound(2_000_000, "elements", "a template")
"""Of XML, in all of its parts that are read, which packed take next to nothing; each takes some 200 bytes. A template
of 90 layouts with a hundred shapes each has 300,000."""

TEMPLATE_JUDGED = Bound(4_000_000, "steps", "what is judged of a template")
"""Twenty for an element of XML, one more for each of its name beside it, and one for each prefix where it names some; a
million take a second. What would take more is not judged. Of 214 files that PowerPoint and others had saved, the
largest has half a million."""

TEMPLATE_LAYOUTS = Bound(1_000, "layouts", "a template")
"""The 66 that were looked at have 11 each, the largest 90."""

TEMPLATE_PLACEHOLDERS = Bound(10_000, "placeholders", "a template")
"""Of its layouts, those of a layout counted for each master that lists it; each takes some 13 kB. Ninety layouts of a
dozen each have a thousand."""

TEMPLATE_LOOK = Bound(2_000, "elements", "a text style or theme's fill of a template")
"""Elements that are looked at again for each text or shape that is set so: nine levels of a dozen are a hundred."""

TEMPLATE_PIXELS = Bound(2_000_000_000, "pixels", "the pictures of a template that are shown")
"""Each is unpacked: two hundred photos that fill a large screen."""

PATTERN_DOTS = Bound(20_000_000, "dots of patterns", "a layout of a template")
"""Those over a whole page are two thirds of a million. More are not shown."""

TEMPLATE_SHAPES = Bound(10_000, "shapes", "a layout of a template")
"""A skyline drawn in shapes has some hundred."""

TEMPLATE_GUIDES = Bound(10_000, "guides and steps", "the outline of a shape")
"""Traced maps have some thousand."""
