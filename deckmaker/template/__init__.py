"""A company's template, read as the hostile input that any file may be: what themes and outputs need to know of it.

    bytes ─package→ parts ─scheme, colours→ masters ─placeholders, levels→ layouts
                                                     └─shapes, fills, pictures→ the brand of a layout, as SVG

Knows nothing of themes, slides and formats. It reads XML itself: python-pptx opens no .potx, and writes parts anew.
"""

from deckmaker.template.package import NotATemplate, Package, Relationship
from deckmaker.template.reading import read_template
from deckmaker.template.template import (
    Template,
    TemplateColor,
    TemplateLayout,
    TemplateMaster,
    TemplatePlaceholder,
    TextLevel,
)

__all__ = [
    "NotATemplate",
    "Package",
    "Relationship",
    "Template",
    "TemplateColor",
    "TemplateLayout",
    "TemplateMaster",
    "TemplatePlaceholder",
    "TextLevel",
    "read_template",
]
