"""The formats that a deck is tested in, each where its program is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

ROUTES = [
    "pdf",
    pytest.param("html", marks=pytest.mark.outside),
    pytest.param("pptx", marks=pytest.mark.outside),
]


def by_routes(names: Iterable[str], is_usual: Callable[[str, str], bool]) -> list[Any]:
    """Return formats and names for `pytest.mark.parametrize`, each with each, long but for the usual ones."""
    return [
        pytest.param(
            format,
            name,
            marks=[
                *([] if format == "pdf" else [pytest.mark.outside]),
                *([] if is_usual(format, name) else [pytest.mark.long]),
            ],
        )
        for name in names
        for format in ("pdf", "html", "pptx")
    ]
