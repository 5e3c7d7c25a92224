"""The formats that a deck is tested in, each where its program is."""

from __future__ import annotations

import pytest

ROUTES = [
    "pdf",
    pytest.param("html", marks=pytest.mark.outside),
    pytest.param("pptx", marks=pytest.mark.outside),
]
