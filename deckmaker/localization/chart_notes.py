"""What the notes of a presentation say of charts, in each language in which prompts are, by its BCP 47 tag."""

from __future__ import annotations

DATA = {
    "en": "Data of the chart",
    "de": "Daten des Diagramms",
    "fr": "Données du graphique",
    "es": "Datos del gráfico",
    "he": "נתוני התרשים",
    "ar": "بيانات المخطط",
    "zh": "图表数据",
    "zh-hant": "圖表資料",
    "zh-tw": "圖表資料",
}
"""The line above the numbers of a chart."""

AXIS = {
    "en": "The numbers along the axis are text boxes: they are right while the chart’s scale stays as it is.",
    "de": "Die Zahlen an der Achse sind Textfelder: Sie stimmen, solange die Skala des Diagramms bleibt, wie sie ist.",
    "fr": "Les nombres de l’axe sont des zones de texte : ils restent justes tant que l’échelle ne change pas.",
    "es": "Los números del eje son cuadros de texto: son correctos mientras no cambie la escala del gráfico.",
    "he": "המספרים לאורך הציר הם תיבות טקסט: הם נכונים כל עוד קנה המידה של התרשים אינו משתנה.",
    "ar": "الأرقام على المحور مربعات نص: تبقى صحيحة ما دام مقياس المخطط كما هو.",
    "zh": "轴旁的数字是文本框：只要图表的刻度不变，它们就是正确的。",
    "zh-hant": "軸旁的數字是文字方塊：只要圖表的刻度不變，它們就是正確的。",
    "zh-tw": "軸旁的數字是文字方塊：只要圖表的刻度不變，它們就是正確的。",
}
"""The line below them, where numbers stand along an axis as texts."""
