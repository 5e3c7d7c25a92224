"""What slides beside the talk are called: those that are hidden, and those of the appendix."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.localization.lookup import looked_up


class SlideWords(NamedTuple):
    """A mark on a hidden slide, and the name of the section behind the talk."""

    hidden: str
    appendix: str


_WORDS = {
    "en": SlideWords("Hidden", "Appendix"),
    "de": SlideWords("Ausgeblendet", "Anhang"),
    "fr": SlideWords("Masquée", "Annexe"),
    "es": SlideWords("Oculta", "Anexo"),
    "he": SlideWords("מוסתרת", "נספח"),
    "ar": SlideWords("مخفية", "ملحق"),
    "zh": SlideWords("已隐藏", "附录"),
}
"""As PowerPoint calls hidden slides in each language."""


def slide_words(language: str) -> SlideWords:
    """Return the words of a language, a BCP 47 tag; English ones for others."""
    return looked_up(_WORDS, language)
