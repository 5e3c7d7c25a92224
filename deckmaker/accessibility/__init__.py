"""What keeps people from reading a deck: told from its meaning and from what they will see, at the source.

What a single key says is told where that is read, such as a missing alt text. Here is what only shows in the deck as a
whole. Reports about decks are in `report/`, which nothing else loads.
"""

from deckmaker.accessibility.checking import check_accessibility

__all__ = ["check_accessibility"]
