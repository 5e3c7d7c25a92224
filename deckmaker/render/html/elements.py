"""Which HTML elements say what a text is to its slide. Its role decides, whatever block or slot it came from."""

from __future__ import annotations

from deckmaker.layout import Role

_FRAMES = {Role.QUOTATION: "blockquote", Role.CREDITS: "footer"}
"""Elements of the frames of texts, where they are no mere `div`."""

_IN_FIGURES = {Role.CAPTION: "figcaption", Role.ATTRIBUTION: "figcaption"}
"""Those within a `figure`. Who is quoted must stand outside of the `blockquote` (HTML, 4.4.4)."""


_GROUPS = {Role.LIST: "ul", Role.STEPS: "ol", Role.ITEM: "li", Role.CALLOUT: "aside"}


def group_element(role: Role) -> str | None:
    """Return the element of a group, None where its items stand for themselves."""
    return _GROUPS.get(role)


def frame_element(role: Role, in_figure: bool = False) -> str:
    """Return the element of a text's frame."""
    return (_IN_FIGURES.get(role) if in_figure else None) or _FRAMES.get(role, "div")


def paragraph_element(role: Role, page: int) -> str:
    """Return the element of a text's paragraphs: the deck's h1, a slide's h2, an h3 on a slide, or running text."""
    if role is Role.TITLE:
        return "h1" if page == 1 else "h2"
    return "h3" if role is Role.HEADING else "p"
