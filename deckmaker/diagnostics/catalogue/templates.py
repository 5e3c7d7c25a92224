"""Codes about a company's template."""

from __future__ import annotations

from deckmaker.budget.templates import (
    TEMPLATE_BYTES,
    TEMPLATE_ELEMENTS,
    TEMPLATE_FILE_BYTES,
    TEMPLATE_LAYOUTS,
    TEMPLATE_PART_BYTES,
    TEMPLATE_PARTS,
)
from deckmaker.diagnostics.catalogue.code import Code, E, Example, W

TEMPLATES = {
    "unusable-template": Code(
        E,
        "The file that a theme calls its template cannot be used. It is no presentation or template of "
        "PowerPoint, is damaged, has a password, or is saved as Strict Open XML. Or it holds macros, controls or "
        "a `<!DOCTYPE>`, has shapes that start programs or embedded files, or refers to files or linked objects "
        f"outside. Or it is too large: a template may have {TEMPLATE_FILE_BYTES.limit}, {TEMPLATE_PARTS.limit} of "
        f"{TEMPLATE_PART_BYTES.limit} each, {TEMPLATE_BYTES.limit} and {TEMPLATE_ELEMENTS.limit} of XML in all, "
        f"and {TEMPLATE_LAYOUTS.limit}.",
        "Save it in PowerPoint as .potx or .pptx, without macros and without a password.",
        Example("A theme has `template: {file: company.potm, …}`, a file with macros."),
    ),
    "incomplete-template": Code(
        W,
        "A part of the template refers to another that the file does not have, such as a picture. It is copied as it "
        "is, and PowerPoint may want to repair what comes of it.",
        "Open the template in PowerPoint, let it be repaired, and save it anew.",
        Example("A template whose master shows a picture that somebody has taken out of the file."),
    ),
    "unsound-template": Code(
        W,
        "A master, layout or theme of the template is not as the schemas of PowerPoint's format ask: something stands "
        "where none may, is missing, or has a value that there is not. Or a part or relationship is called as none may "
        "be in a package, such as with a space. Parts are copied as they are, and PowerPoint may want to repair what "
        "comes of them. `deckmaker theme from` looks at this, once; builds do not.",
        "Open the template in PowerPoint, let it be repaired, and save it anew.",
        Example('A program has written `type="footer"` for a placeholder whose kind is called `ftr`.'),
    ),
    "brand-not-shown": Code(
        W,
        "A layout of the template draws something that PDF and HTML do not show, or show in another way: a "
        "shadow, a chart, a picture of a kind that browsers do not have, an arrow at the end of a line, or paint "
        "behind a text. The PowerPoint file has all of it. What lies outside the template is never fetched.",
        "Change the template there, or live with it: `severity: {brand-not-shown: off}` in the deck says so.",
        Example("A shape of the template's master has a shadow."),
    ),
    "template-decides": Code(
        W,
        "The deck's theme stands in a template, whose pages have a size and colours of their own. So the deck's "
        "`size` or `mode` has no effect.",
        "Drop the key, or take a template of that size, or with such pages.",
        Example("A deck has `size: 4:3`, and the template of its theme is as wide as 16:9."),
    ),
}
