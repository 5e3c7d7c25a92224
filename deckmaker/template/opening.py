"""Templates as files: opened without following links, and read once as long as they stay as they are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deckmaker.assets.files import Stamp, opened, stamp
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.templates import TEMPLATE_FILE_BYTES
from deckmaker.template.brand import Brands
from deckmaker.template.package import NotATemplate
from deckmaker.template.reading import read_template
from deckmaker.template.template import Template


def open_template(path: Path) -> Template:
    """Return the template in a file. Raises NotATemplate for what is none, or cannot be opened."""
    found = _opened(path, stamp(path))
    if isinstance(found, NotATemplate):
        raise NotATemplate(str(found), found.help)
    return found


@lru_cache(maxsize=8)  # a theme is loaded anew for each look at a deck
def _opened(path: Path, _: Stamp | None) -> Template | NotATemplate:
    try:
        with opened(path, TEMPLATE_FILE_BYTES) as (stream, now):
            return read_template(stream.read(now[0]))
    except Unusable as error:
        return NotATemplate(error.flaw.what, error.flaw.help or "")
    except NotATemplate as error:
        return error


@lru_cache(maxsize=8)
def brands_of(template: Template) -> Brands:
    """Return the brands of a template's layouts, each drawn once."""
    return Brands(template)
