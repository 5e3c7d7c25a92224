"""Words that name a thing by its colour, in each language that the project knows: “the red bars”, “in grün markiert”.

A colour alone is none: roses are red. It counts beside what charts and tables are made of, or beside a word that says
that something was given that colour.
"""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

_MARKED = "shown|marked|highlighted|drawn|printed|colou?red|flagged|shaded"
_GERMAN = "(?:rot|grün|blau|gelb|orange|violett|braun|grau|schwarz|weiß)"

_PATTERNS = (
    # English
    r"\b(?:red|green|blue|yellow|orange|purple|violet|pink|brown|gr[ae]y|black|white)(?:[- ]\w+)? "
    r"(?:bars?|columns?|lines?|curves?|areas?|slices?|wedges?|dots?|segments?|cells?|rows?|boxes|bands?)\b",
    rf"\b(?:{_MARKED})(?: in)? (?:red|green|blue|yellow|orange|purple|violet|pink|brown|gr[ae]y|black|white)\b",
    # German
    rf"\b{_GERMAN}(?:e[nmrs]?)? (?:Balken|Säulen?|Linien?|Kurven?|Flächen?|Punkten?|Punkt|Segmente?n?|Zellen?|Zeilen?"
    r"|Spalten?|Felder?n?|Kästen|Bänder)\b",
    r"\b(?:lila|rosa) (?:Balken|Säulen?|Linien?|Kurven?|Flächen?|Punkte?|Zellen?|Zeilen?|Spalten?)\b",
    rf"\b{_GERMAN} (?:markiert|dargestellt|hinterlegt|eingefärbt|gezeichnet|hervorgehoben)\w*",
    # French
    r"\b(?:barres?|colonnes?|lignes?|courbes?|aires?|surfaces?|secteurs?|cellules?) "
    r"(?:rouges?|vert(?:e?s?)|bleu(?:e?s?)|jaunes?|orange|violet(?:te)?s?|roses?|bruns?|brunes?|gris(?:es?)?"
    r"|noir(?:e?s?)"
    r"|blanc(?:he)?s?)\b",
    r"\b(?:marqué|surligné|indiqué|représenté)(?:e?s?) en "
    r"(?:rouge|vert|bleu|jaune|orange|violet|rose|gris|noir|blanc)\b",
    # Spanish
    r"\b(?:barras?|columnas?|líneas?|curvas?|áreas?|sectores?|celdas?|filas?|segmentos?) "
    r"(?:roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?|naranjas?|morad[oa]s?|rosas?|gris(?:es)?|negr[oa]s?|blanc[oa]s?)\b",
    r"\b(?:marcad|resaltad|mostrad|señalad)[oa]s? en (?:rojo|verde|azul|amarillo|naranja|morado|rosa|gris|negro)\b",
    # Chinese
    "[红绿蓝黄橙紫粉灰黑白]色的?(?:柱|条|线|曲线|区域|点|扇形|单元格|行|列)",
    "标(?:为|成)?[红绿蓝黄]",
)

_ANY = pattern("|".join(_PATTERNS), re.IGNORECASE)


def color_named(text: str) -> str | None:
    """Return the first words of a text that name something by its colour, None where there are none."""
    found = _ANY.search(text)
    return found[0] if found else None
