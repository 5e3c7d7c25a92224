"""What a chart may hold."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

CHART_VALUES = Bound(20_000, "values", "a chart")
"""A mark each: more than a slide has pixels for, in three outputs."""

CHART_SERIES = Bound(100, "series", "a chart")
"""Of more, nobody tells one from another."""

CHART_SAID = Bound(100, "lines, bands and annotations", "a chart")
"""More than a slide has room for. Each is held against all marks; a year has a band for each of its weekends."""

ANNOTATED_VALUES = Bound(100_000, "values times annotations", "a chart")
"""For words at a point some hundred places are held against all marks: a daily line of ten years has room for 27."""

CHART_NAME = Bound(1_000, "characters", "a name in a chart")
"""Of a category, a series or a point: more than a slide has room for. Each is tried in many places and sizes."""

DECK_CHART_VALUES = Bound(500_000, "values", "the charts of a deck")
"""Of all of its charts together: fifty of ten thousand. Laid out, each takes some thirty microseconds."""

DECK_ANNOTATED = Bound(300_000, "values times annotations", "the charts of a deck")
"""Of all of its charts together: three that have as many as one may. Laid out, they take some twelve seconds."""
