"""deckmaker: one YAML briefing, three native outputs that show the same slides.

Importing the package loads no back end and none of the libraries that a build needs; see `pipeline`.
"""

__version__ = "0.1.0"
