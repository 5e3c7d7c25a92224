"""The words around credits in each language, by BCP 47 tag in small letters. One entry is a whole language.

Quotation marks, colons and the spaces beside them follow each language's own practice: Chicago Manual of Style, Duden
(with « » for Swiss texts), Imprimerie nationale (no-break spaces within guillemets and before a colon, a narrow one
before a semicolon), Fundéu, Unicode CLDR (Hebrew and Arabic), GB/T 15834 (book-title marks). `retrieved` is worded as
in ISO 690's national forms, `via` as in Wikimedia Commons' credit lines, `marked` as in Creative Commons' Public Domain
Mark.

In Hebrew and Arabic, titles and dates are between two U+200E, a bracket stands behind one, and a comma before a U+200F:
parts in Latin letters stand one after the other from right to left, each with its own signs (UAX 9: W2, W4, N0 to N2).
The space before a bracket stands behind that U+200E, too: in front of it, LibreOffice sets the bracket before a link.
Behind a title in Hebrew, it would stand at the line's end.
"""

from __future__ import annotations

from deckmaker.credits.words import Words
from deckmaker.dataclasses import replace

_ENGLISH = Words(
    roles={"picture": "Picture", "data": "Data", "text": "Text after", "original": "Picture in the source"},
    kinds={
        "picture": "Picture",
        "photo": "Photo",
        "illustration": "Illustration",
        "map": "Map",
        "chart": "Chart",
        "diagram": "Diagram",
        "screenshot": "Screenshot",
    },
    others=("Image", "Credit", "Source"),
    nobody="no credit given",
    marked="marked with {}",
    via="via {}",
    retrieved="retrieved {}",
    ai="AI-generated",
    heading="Credits",
    slide="Slide {}",
    slides="Slides {}",
    more="… and {} more: see Credits",
    elsewhere="See Credits at the end",
)

_GERMAN = Words(
    roles={"picture": "Bild", "data": "Daten", "text": "Text nach", "original": "Bild der Quelle"},
    kinds={
        "picture": "Bild",
        "photo": "Foto",
        "illustration": "Illustration",
        "map": "Karte",
        "chart": "Diagramm",
        "diagram": "Schaubild",
        "screenshot": "Bildschirmfoto",
    },
    others=("Abbildung", "Grafik", "Quelle", "Bildnachweis", "Bildquelle"),
    nobody="kein Nachweis angegeben",
    marked="gekennzeichnet mit {}",
    via="via {}",
    retrieved="Abruf: {}",
    ai="KI-generiert",
    heading="Bild- und Quellennachweise",
    slide="Folie {}",
    slides="Folien {}",
    more="… und {} weitere: siehe Nachweise",
    elsewhere="Siehe Nachweise am Ende",
    title="„{}“",
)

_FRENCH = Words(
    roles={"picture": "Image", "data": "Données", "text": "Texte d’après", "original": "Image de la source"},
    kinds={
        "picture": "Image",
        "photo": "Photo",
        "illustration": "Illustration",
        "map": "Carte",
        "chart": "Graphique",
        "diagram": "Schéma",
        "screenshot": "Capture d’écran",
    },
    others=("Crédit", "Crédit photo", "Source"),
    nobody="aucun crédit indiqué",
    marked="sous la marque {}",
    via="via {}",
    retrieved="consulté le {}",
    ai="contenu généré par IA",
    heading="Crédits",
    slide="Diapositive {}",
    slides="Diapositives {}",
    more="… et {} de plus\u00a0: voir Crédits",
    elsewhere="Voir Crédits à la fin",
    label="{}\u00a0: ",
    title="«\u00a0{}\u00a0»",
    aside="\u202f; ",
)

_SPANISH = Words(
    roles={"picture": "Imagen", "data": "Datos", "text": "Texto según", "original": "Imagen de la fuente"},
    kinds={
        "picture": "Imagen",
        "photo": "Foto",
        "illustration": "Ilustración",
        "map": "Mapa",
        "chart": "Gráfico",
        "diagram": "Diagrama",
        "screenshot": "Captura de pantalla",
    },
    others=("Crédito", "Fotografía", "Fuente"),
    nobody="sin indicación de autoría",
    marked="con la marca {}",
    via="vía {}",
    retrieved="consulta: {}",
    ai="contenido generado por IA",
    heading="Créditos",
    slide="Diapositiva {}",
    slides="Diapositivas {}",
    more="… y {} más: véase Créditos",
    elsewhere="Véase Créditos al final",
)

_CHINESE = Words(
    roles={"picture": "图片", "data": "数据", "text": "文字参考", "original": "来源中的图片"},
    kinds={
        "picture": "图片",
        "photo": "照片",
        "illustration": "插图",
        "map": "地图",
        "chart": "图表",
        "diagram": "示意图",
        "screenshot": "截图",
    },
    others=("图", "摄影", "来源", "图源", "图片来源", "数据来源", "资料来源"),
    nobody="未注明作者",
    marked="标记为{}",
    via="转自{}",
    retrieved="检索日期：{}",
    ai="AI生成",
    heading="图片与资料来源",
    slide="第{}页",
    slides="第{}页",
    more="……另有{}项，见文末来源",
    elsewhere="见文末来源",
    label="{}：",
    title="《{}》",
    comma="，",
    aside="；",
    bracket="（{}）",
    part="（{}）",
)

_TRADITIONAL = replace(
    _CHINESE,
    roles={"picture": "圖片", "data": "資料", "text": "文字參考", "original": "來源中的圖片"},
    kinds={
        "picture": "圖片",
        "photo": "照片",
        "illustration": "插圖",
        "map": "地圖",
        "chart": "圖表",
        "diagram": "示意圖",
        "screenshot": "螢幕截圖",
    },
    others=("圖", "攝影", "來源", "圖片來源", "資料來源"),
    nobody="未註明作者",
    marked="標記為{}",
    via="轉自{}",
    retrieved="檢索日期：{}",
    heading="圖片與資料來源",
    slide="第{}頁",
    slides="第{}頁",
    more="……另有{}項，見文末來源",
    elsewhere="見文末來源",
)

_SWISS_GERMAN = replace(_GERMAN, title="«{}»")

_HEBREW = Words(
    roles={"picture": "תמונה", "data": "נתונים", "text": "הטקסט על פי", "original": "התמונה במקור"},
    kinds={
        "picture": "תמונה",
        "photo": "צילום",
        "illustration": "איור",
        "map": "מפה",
        "chart": "תרשים",
        "diagram": "דיאגרמה",
        "screenshot": "צילום מסך",
    },
    others=("קרדיט", "קרדיט צילום", "מקור"),
    nobody="לא צוין קרדיט",
    marked="בסימון {}",
    via="דרך {}",
    retrieved="אוחזר: {}",
    ai="נוצר בבינה מלאכותית",
    heading="קרדיטים ומקורות",
    slide="שקופית {}",
    slides="שקופיות {}",
    more="… ועוד {}: ראו קרדיטים",
    elsewhere="ראו קרדיטים בסוף",
    title="\u200e”{}”\u200e",
    comma=",\u200f ",
    aside=";\u200f ",
    bracket="\u200e ({})",
    part=" \u200e({})",
)

_ARABIC = Words(
    roles={"picture": "صورة", "data": "بيانات", "text": "النص بتصرف عن", "original": "الصورة في المصدر"},
    kinds={
        "picture": "صورة",
        "photo": "تصوير",
        "illustration": "رسم توضيحي",
        "map": "خريطة",
        "chart": "مخطط",
        "diagram": "رسم تخطيطي",
        "screenshot": "لقطة شاشة",
    },
    others=("المصدر", "الصورة", "حقوق الصورة"),
    nobody="لم يذكر المصدر",
    marked="بعلامة {}",
    via="عبر {}",
    retrieved="تاريخ الاطلاع: \u200e{}\u200e",
    ai="من إنتاج الذكاء الاصطناعي",
    heading="المصادر والحقوق",
    slide="الشريحة {}",
    slides="الشرائح {}",
    more="… و{} أخرى: انظر المصادر",
    elsewhere="انظر المصادر في النهاية",
    title="\u200e«{}»\u200e",
    comma="،\u200f ",
    aside="؛\u200f ",
    bracket="\u200e ({})",
    part=" \u200e({})",
)

LANGUAGES = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "de-ch": _SWISS_GERMAN,
    "de-li": _SWISS_GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "he": _HEBREW,
    "ar": _ARABIC,
    "zh": _CHINESE,
    "zh-hant": _TRADITIONAL,
    "zh-hk": _TRADITIONAL,
    "zh-mo": _TRADITIONAL,
    "zh-tw": _TRADITIONAL,
}


def words_for(language: str) -> Words:
    """Return the words for a BCP 47 tag: those of the tag, else of what it begins with, else English ones.

    Source: RFC 4647, 3.4, Lookup.
    """
    tag = language.casefold()
    while tag and tag not in LANGUAGES:
        tag = tag.rpartition("-")[0]
    return LANGUAGES[tag or "en"]
