"""Where a deck's logo stands: in its layout's slot, whole, against the right edge."""

from __future__ import annotations

from deckmaker.layout.decision import Decision, Fit
from deckmaker.layout.document import PictureItem, Placed
from deckmaker.layout.roles import Role
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout


def place_logo(logo: PictureFile | None, layout: SlideLayout) -> Placed | None:
    """Return the placed logo; None where there is none, or the layout has no slot for it."""
    slot = layout.slots.get("logo")
    if logo is None or slot is None:
        return None
    scale = min(slot.rect.width / logo.width, slot.rect.height / logo.height)
    width, height = logo.width * scale, logo.height * scale
    frame = Rect(slot.rect.right - width, slot.rect.y, width, height)
    decision = Decision(slot.rect, fit=Fit("contain", asked=False))
    return Placed(frame, PictureItem(logo, "", (0.0, 0.0, 0.0, 0.0)), Role.LOGO, "logo", None, decision=decision)
