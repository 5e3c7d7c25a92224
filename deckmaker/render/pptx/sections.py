"""Sections of a presentation, which python-pptx does not know (MS-PPTX 2.2.5, `p14:sectionLst`)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from deckmaker.render.pptx.xml import NOTHING, Xml, attribute

URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of a presentation that lists its sections."""

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def sections_xml(slides: Sequence[tuple[int, str | None]], first: str) -> Xml:
    """Return the extension that lists sections; empty when no slide starts one.

    `slides` are ids with the name of the section that starts there; slides before the first go under `first`.
    """
    sections: list[tuple[str, list[int]]] = []
    for id, name in slides:
        if name or not sections:
            sections.append((name or first, []))
        sections[-1][1].append(id)
    if not any(name for _, name in slides):
        return NOTHING
    parts = (
        f"<p14:section name={attribute(name)} id={attribute(_guid(name, ids[0]))}><p14:sldIdLst>"
        f"{''.join(f'<p14:sldId id={attribute(id)}/>' for id in ids)}</p14:sldIdLst></p14:section>"
        for name, ids in sections
    )
    return Xml(f'<p:ext uri="{URI}"><p14:sectionLst xmlns:p14="{_P14}">{"".join(parts)}</p14:sectionLst></p:ext>')


def _guid(name: str, id: int) -> str:
    """Return an id that is the same in every build of the same deck."""
    return f"{{{uuid5(NAMESPACE_URL, f'deckmaker:section:{id}:{name}')}}}".upper()
