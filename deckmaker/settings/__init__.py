"""A project's own settings: what its `deckmaker.yaml` says, and what a deck takes from there.

    deckmaker.yaml ─read→ Settings ─as a deck says it→ Defaults ─under→ a deck's tree, as if the deck said so itself

A setting keeps its place in `deckmaker.yaml`, so that messages name it there. Nothing here knows layouts or formats.
"""

from deckmaker.settings.defaults import Defaults, read_defaults
from deckmaker.settings.reading import Settings, read_settings

__all__ = ["Defaults", "Settings", "read_defaults", "read_settings"]
