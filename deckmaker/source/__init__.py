"""Text files to plain data whose every value knows its place."""

from deckmaker.source.places import Layered
from deckmaker.source.reading import read_deck, read_source
from deckmaker.source.tree import DataPath, Tree
from deckmaker.source.yaml_reader import gc_paused, parse_yaml

__all__ = ["DataPath", "Layered", "Tree", "gc_paused", "parse_yaml", "read_deck", "read_source"]
