"""What links are called: those whose words do not say where they lead are reported.

Screen readers list the links of a page without what stands around them (WCAG 2.2, 2.4.4, 2.4.9). Words count in every
language that the project knows, whatever the deck's.
"""

from __future__ import annotations

import re

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.patterns import pattern

_VAGUE = {
    "en": "click, click here, click this, click this link, continue, details, download, go, here, info, learn more, "
    "link, more, more info, more information, read more, see here, see more, source, this, this link, this page, view, "
    "website",
    "de": "dieser link, hier, hier klicken, klicken sie hier, mehr, mehr dazu, mehr erfahren, mehr infos, mehr lesen, "
    "quelle, siehe hier, weiter, weiterlesen, weitere informationen",
    "fr": "cliquer ici, cliquez ici, en savoir plus, ici, lien, lire la suite, plus, plus d'informations, voir ici",
    "es": "aquí, aqui, enlace, haga clic aquí, haz clic aquí, leer más, más, más información, pulse aquí, ver más",
    "he": "כאן, לחצו כאן, לחץ כאן, לחצי כאן, ללחוץ כאן, עוד, למידע נוסף, מידע נוסף, קישור, קראו עוד, קרא עוד, ראו כאן, "
    "המשך",
    "ar": "هنا, اضغط هنا, انقر هنا, المزيد, اقرأ المزيد, للمزيد, رابط, التفاصيل, معلومات أكثر",
    "zh": "点击, 点击这里, 点击此处, 更多, 链接, 了解更多, 这里, 此处, 查看详情",
}
"""Words that could lead anywhere, by language."""

_VAGUE_WORDS = frozenset(words for listed in _VAGUE.values() for words in listed.split(", "))

_ADDRESS = pattern(r"(https?://|www\.)\S+", re.IGNORECASE)
"""An address as browsers write it; a screen reader spells it out. A short one, `example.org/noise`, may be a name."""


def report_vague_link(text: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a link whose `text` does not say where it leads."""
    plain = text.strip()
    if _ADDRESS.fullmatch(plain):
        message = f"a link reads as its address, `{plain}`"
        help = "give it words, `[what it leads to](address)`; without `https://`, a short address may stand as it is"
    elif " ".join(plain.casefold().replace("’", "'").strip("… .:!>»→").split()) in _VAGUE_WORDS:
        message = f"a link reads `{plain}`, which does not say where it leads"
        help = "put into the brackets what it leads to, as in `see the [report of the board](address)`"
    else:
        return
    diagnostics.report("vague-link", message, span, help)
