"""A theme with its template: what its layouts draw on every page, and whose places its slots have."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.template.opening import brands_of
from deckmaker.theme.slots import PLAIN_LAYOUT
from deckmaker.theme.template_layer import TemplateLayer
from deckmaker.theme.template_plan import LayoutPlan
from deckmaker.theme.theme import SlideLayout, Theme


def branded(theme: Theme, layer: TemplateLayer) -> Theme:
    """Return a theme whose layouts know theirs in the template, with what these draw and their placeholders."""
    plain = layer.plans[PLAIN_LAYOUT]
    layouts = {}
    for name, layout in theme.layouts.items():
        plan = layer.plans.get(name) or plain
        layouts[name] = _branded(layout, plan, layer, has_places=name in layer.plans)
    return replace(theme, layouts=layouts, template=layer.template, template_place=layer.span)


def _branded(layout: SlideLayout, plan: LayoutPlan, layer: TemplateLayer, has_places: bool) -> SlideLayout:
    slots = dict(layout.slots)
    for name, slot in slots.items() if has_places else ():
        if one := plan.slots.get(name):
            slots[name] = replace(slot, placeholder=one.placeholder)
    brand = brands_of(layer.template).of(plan.layout)
    return replace(layout, slots=slots, template=plan.layout, brand=brand)
