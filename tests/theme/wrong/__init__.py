"""Mistakes that people make in theme files: what they write, and the one message that they get for it."""

from __future__ import annotations

from tests.theme.wrong import keys, names, places, values

MISTAKES = keys.MISTAKES | names.MISTAKES | values.MISTAKES | places.MISTAKES
