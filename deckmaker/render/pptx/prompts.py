"""What empty placeholders ask for, in the languages that deckmaker knows words of. English is that of the code."""

from __future__ import annotations

from collections.abc import Mapping

_GERMAN = {
    "Click to edit the title": "Titel durch Klicken bearbeiten",
    "Click to edit the text": "Text durch Klicken bearbeiten",
    "Click the icon to add a picture": "Bild durch Klicken auf Symbol hinzufügen",
    "Click the icon to add a table": "Tabelle durch Klicken auf Symbol hinzufügen",
    "Click the icon to add a chart": "Diagramm durch Klicken auf Symbol hinzufügen",
    "What is measured, and its unit": "Was gemessen wird, und die Einheit",
    "Heading": "Überschrift",
    "Quotation": "Zitat",
    "Who said it": "Von wem das Zitat ist",
    "Text": "Text",
}

_FRENCH = {
    "Click to edit the title": "Cliquez pour modifier le titre",
    "Click to edit the text": "Cliquez pour modifier le texte",
    "Click the icon to add a picture": "Cliquez sur l’icône pour ajouter une image",
    "Click the icon to add a table": "Cliquez sur l’icône pour ajouter un tableau",
    "Click the icon to add a chart": "Cliquez sur l’icône pour ajouter un graphique",
    "What is measured, and its unit": "Ce qui est mesuré, et l’unité",
    "Heading": "Intertitre",
    "Quotation": "Citation",
    "Who said it": "Auteur de la citation",
    "Text": "Texte",
}

_SPANISH = {
    "Click to edit the title": "Haga clic para modificar el título",
    "Click to edit the text": "Haga clic para modificar el texto",
    "Click the icon to add a picture": "Haga clic en el icono para agregar una imagen",
    "Click the icon to add a table": "Haga clic en el icono para agregar una tabla",
    "Click the icon to add a chart": "Haga clic en el icono para agregar un gráfico",
    "What is measured, and its unit": "Qué se mide y en qué unidad",
    "Heading": "Encabezado",
    "Quotation": "Cita",
    "Who said it": "Autor de la cita",
    "Text": "Texto",
}

_HEBREW = {
    "Click to edit the title": "לחץ כדי לערוך את הכותרת",
    "Click to edit the text": "לחץ כדי לערוך את הטקסט",
    "Click the icon to add a picture": "לחץ על הסמל כדי להוסיף תמונה",
    "Click the icon to add a table": "לחץ על הסמל כדי להוסיף טבלה",
    "Click the icon to add a chart": "לחץ על הסמל כדי להוסיף תרשים",
    "What is measured, and its unit": "מה נמדד, ובאיזו יחידה",
    "Heading": "כותרת משנה",
    "Quotation": "ציטוט",
    "Who said it": "מי אמר זאת",
    "Text": "טקסט",
}

_ARABIC = {
    "Click to edit the title": "انقر لتحرير العنوان",
    "Click to edit the text": "انقر لتحرير النص",
    "Click the icon to add a picture": "انقر فوق الأيقونة لإضافة صورة",
    "Click the icon to add a table": "انقر فوق الأيقونة لإضافة جدول",
    "Click the icon to add a chart": "انقر فوق الأيقونة لإضافة مخطط",
    "What is measured, and its unit": "ما يقاس ووحدته",
    "Heading": "عنوان فرعي",
    "Quotation": "اقتباس",
    "Who said it": "صاحب القول",
    "Text": "نص",
}

_CHINESE = {
    "Click to edit the title": "单击此处编辑标题",
    "Click to edit the text": "单击此处编辑文本",
    "Click the icon to add a picture": "单击图标添加图片",
    "Click the icon to add a table": "单击图标添加表格",
    "Click the icon to add a chart": "单击图标添加图表",
    "What is measured, and its unit": "所测内容及单位",
    "Heading": "小标题",
    "Quotation": "引文",
    "Who said it": "引文出处",
    "Text": "文本",
}

_TRADITIONAL = {
    "Click to edit the title": "按一下以編輯標題",
    "Click to edit the text": "按一下以編輯文字",
    "Click the icon to add a picture": "按一下圖示以新增圖片",
    "Click the icon to add a table": "按一下圖示以新增表格",
    "Click the icon to add a chart": "按一下圖示以新增圖表",
    "What is measured, and its unit": "所測內容及單位",
    "Heading": "小標題",
    "Quotation": "引文",
    "Who said it": "引文出處",
    "Text": "文字",
}


_ENGLISH = "en-US"

PROMPTS: Mapping[str, Mapping[str, str]] = {
    "de": _GERMAN,
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
"""Prompts by BCP 47 tag in small letters, each by the English one."""


def prompt_in(language: str, prompt: str) -> tuple[str, str]:
    """Return a prompt in a language, a BCP 47 tag, and the tag of the words: English where others are not known.

    Source: RFC 4647, 3.4, Lookup.
    """
    tag = language.casefold()
    while tag and tag not in PROMPTS:
        tag = tag.rpartition("-")[0]
    return (PROMPTS[tag][prompt], language) if tag else (prompt, _ENGLISH)
