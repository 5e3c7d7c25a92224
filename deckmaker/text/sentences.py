"""Where sentences end. Knows nothing of what they mean: an abbreviation that is not listed may pass for an end."""

from __future__ import annotations

from deckmaker.patterns import pattern

_CLOSING = "\"'”’»“)\\]›"
_END = pattern(rf"(?<=[.!?…])[{_CLOSING}]*[ \u00a0]+(?=\S)|[。！？][”’」』）】]*(?=\S)")
_OPENING = "\"'“‘„«‹¿¡([—–"
_WORD = pattern(r"(?:(\d)[ \u00a0\u202f])?(?<![^\W_])([^\W_]++)\.$")
"""The word before a full stop, and the last digit of a number before that."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_ABBREVIATED = _words(
    "Capt Cie Co Col Corp Dipl Dr Dres Fr Frl Gen Gov Hon Hr Hrn Inc Ing Lt Ltd Mag Mlle Mme Mr Mrs Ms Prof Rep Rev",
    "Sen Sgt Sr Sra Srta St Ste Sté Ud Uds Ave Avda Blvd EE Mt Rd Str UU",  # people, firms and places
    "Abb Abs Anm Art Aufl Bd Bde Fig Figs Hrsg Jg Jh Nr No Nos Tab Ziff ed eds éd ff pp vol vols",  # parts of works
    "Mio Mrd Sek Std Stk Tel Tsd Tél abzgl approx aprox avg ca env exkl excl incl inkl zzgl",  # amounts
    "MwSt USt bspw bzgl bzw cf etc evtl ggf insb sog ua usf usw vgl vs",
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez Jän",  # months, but for those that are words
    "janv févr avr juil sept oct nov déc ene feb abr jun jul dic",
)
"""Words whose full stop abbreviates them, as texts of the languages that credits know have; also with a capital."""

_BEFORE_NUMBERS = _words("art arts av cap ch chap eq est fig figs kap max min no nos núm pág págs sec tab tel tél")
"""Such words where a digit follows; elsewhere they are words as others are."""

_BEHIND_NUMBERS = _words("Bio Mill Min ago bn hab hrs mar may mill min mn")
"""Such words where a digit stands before them: `5 ago. 2026`, and not `ten years ago.`"""

_BEHIND = 12
"""Signs before a sentence's end that tell: more than the longest of these words has."""

_BEYOND = 6
"""Signs after it: those that open a sentence, and its first letter."""


def sentence_ends(text: str) -> list[int]:
    """Return where each sentence but the first begins, in order: behind the space after a full stop, or the like.

    What goes on with a small letter is the same sentence.
    """
    return [place for match in _END.finditer(text) if _is_end(text, match.start(), place := match.end())]


def _is_end(text: str, stop: int, place: int) -> bool:
    following = text[place : place + _BEYOND].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    found = _WORD.search(text[max(0, stop - _BEHIND) : stop])
    return not (found and _is_abbreviated(found[2], found[1] is not None, following.isdigit()))


def _is_abbreviated(word: str, is_behind_number: bool, is_before_number: bool) -> bool:
    """Tell whether a full stop belongs to the word before it: initials, ordinals, and words that are known for it."""
    if len(word) == 1 or (len(word) == 2 and word.isdecimal()):
        return True
    forms = {word, word[0].lower() + word[1:]}
    return (
        not _ABBREVIATED.isdisjoint(forms)
        or word.endswith("str")  # German streets: Hauptstr.
        or (is_before_number and not _BEFORE_NUMBERS.isdisjoint(forms))
        or (is_behind_number and not _BEHIND_NUMBERS.isdisjoint(forms))
    )
