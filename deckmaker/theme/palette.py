"""The colours that the built-in themes name, and what they are for. A theme may name others, and use them itself."""

from __future__ import annotations

SERIES = tuple(f"series-{n}" for n in range(1, 7))
"""The colours of a chart's series, in their order. Every theme has them: see `series_colors`."""

SERIES_WORDS = {name: f"{name}-words" for name in SERIES}
"""The colours of words that name a series, by its own: see `series_words`. No theme says them."""

CODE_COLORS = {
    "keyword": (SERIES_WORDS["series-1"],),
    "number": (SERIES_WORDS["series-2"],),
    "string": (SERIES_WORDS["series-3"],),
    "name": (SERIES_WORDS["series-5"],),
    "comment": ("muted",),
    "aside": ("muted",),
    "inserted": ("good", SERIES_WORDS["series-6"]),
    "deleted": ("bad", SERIES_WORDS["series-4"]),
}
"""The colours of words in code by their kinds, the first that a palette has: those of words in charts, which can be
read on pages and panels; of comments, and of lines beside those that stand out, that of what stands back; of lines of a
diff, those of changes."""

SERIES_MUTED = "series-muted"
"""The colour of what a chart does not stress, beside what it does."""

COLORS = {
    "paper": "The page.",
    "ink": "Text on `paper`. Links and list markers have colours of their own in texts that are `ink`, and there only.",
    "deep": "Strong pages: those that open, divide and close, and `feature`.",
    "tint": "Hairlines and quiet areas; no text.",
    "accent": "Rules, list markers and links on `paper`; headings of columns.",
    "muted": "Small text on `paper`: trail, footer, number and credits.",
    "light": "Text on `deep`.",
    "mark": "Rules on `deep` and over pictures; no text.",
    "bright": "Text over pictures.",
    "plate": "What lies behind drawings without a ground of their own that a dark page would hide; no text.",
    "scrim": "What lies between a picture and the text over it.",
    "good": "Changes for the better.",
    "bad": "Changes for the worse.",
    **{name: f"Series {n} of a chart." for n, name in enumerate(SERIES, 1)},
    SERIES_MUTED: "What a chart does not stress, beside what it does.",
}
"""Each colour and its role."""
