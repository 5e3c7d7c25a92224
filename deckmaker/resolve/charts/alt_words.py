"""The words of alt texts for charts in each language, by BCP 47 tag in small letters. One entry is a whole language.

Sentences are built of nouns, so that no verb has to agree with a name that an author gave.
"""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model.chart import ChartType

_T = ChartType


@dataclass(frozen=True, slots=True)
class AltWords:
    """What types are called; patterns of a course, of the ends of a range and of lists.

    `name`, `first`, `last`, `from_when` and `to_when` are put into a course, `value` and `when` into a moment.
    """

    types: dict[ChartType, str]
    stacked: str
    combination: str
    whole: str
    rise: str
    fall: str
    level: str
    peak: str
    moment: str
    place: str
    most: str
    range: str
    points: str
    from_to: str
    more: str
    gaps: str
    value: str
    item: str = "{name} {value}"
    comma: str = ", "
    semicolon: str = "; "
    end: str = "."


_ENGLISH = AltWords(
    types={
        _T.COLUMN: "Column chart",
        _T.BAR: "Bar chart",
        _T.LINE: "Line chart",
        _T.AREA: "Area chart",
        _T.PIE: "Pie chart",
        _T.DOUGHNUT: "Doughnut chart",
        _T.SCATTER: "Scatter chart",
        _T.BUBBLE: "Bubble chart",
        _T.WATERFALL: "Waterfall chart",
        _T.DUMBBELL: "Dumbbell chart",
        _T.SLOPE: "Slope chart",
    },
    stacked="{}, stacked",
    combination="Columns and lines",
    whole="{type}: {rest}",
    rise="{name} rising from {first} to {last}",
    fall="{name} falling from {first} to {last}",
    level="{name} level, {first} and {last}",
    peak="with a peak of {}",
    moment="{value} in {when}",
    place="{value} ({when})",
    most="{name}: most {most}, least {least}",
    range="{name} from {least} to {most}",
    points="{count} points",
    from_to="{name} from {first} to {last}",
    more="{count} more",
    gaps="no data",
    value="values",
)

_GERMAN = AltWords(
    types={
        _T.COLUMN: "Säulendiagramm",
        _T.BAR: "Balkendiagramm",
        _T.LINE: "Liniendiagramm",
        _T.AREA: "Flächendiagramm",
        _T.PIE: "Kreisdiagramm",
        _T.DOUGHNUT: "Ringdiagramm",
        _T.SCATTER: "Streudiagramm",
        _T.BUBBLE: "Blasendiagramm",
        _T.WATERFALL: "Wasserfalldiagramm",
        _T.DUMBBELL: "Hanteldiagramm",
        _T.SLOPE: "Steigungsdiagramm",
    },
    stacked="{}, gestapelt",
    combination="Säulen und Linien",
    whole="{type}: {rest}",
    rise="{name}, Anstieg von {first} auf {last}",
    fall="{name}, Rückgang von {first} auf {last}",
    level="{name} gleich, {first} und {last}",
    peak="höchster Wert {}",
    moment="{value} ({when})",
    place="{value} ({when})",
    most="{name}: am meisten {most}, am wenigsten {least}",
    range="{name} von {least} bis {most}",
    points="{count} Punkte",
    from_to="{name} von {first} auf {last}",
    more="{count} weitere",
    gaps="keine Angabe",
    value="Werte",
)

_FRENCH = AltWords(
    types={
        _T.COLUMN: "Histogramme",
        _T.BAR: "Diagramme en barres",
        _T.LINE: "Courbe",
        _T.AREA: "Diagramme en aires",
        _T.PIE: "Diagramme circulaire",
        _T.DOUGHNUT: "Diagramme en anneau",
        _T.SCATTER: "Nuage de points",
        _T.BUBBLE: "Diagramme à bulles",
        _T.WATERFALL: "Diagramme en cascade",
        _T.DUMBBELL: "Diagramme en haltères",
        _T.SLOPE: "Diagramme de pentes",
    },
    stacked="{}, empilé",
    combination="Barres et courbes",
    whole="{type}\u00a0: {rest}",
    rise="{name}, hausse de {first} à {last}",
    fall="{name}, baisse de {first} à {last}",
    level="{name} stable, {first} et {last}",
    peak="maximum {}",
    moment="{value} ({when})",
    place="{value} ({when})",
    most="{name}\u00a0: maximum {most}, minimum {least}",
    range="{name} de {least} à {most}",
    points="{count} points",
    from_to="{name} de {first} à {last}",
    more="{count} de plus",
    gaps="aucune donnée",
    value="valeurs",
    semicolon="\u202f; ",
)

_SPANISH = AltWords(
    types={
        _T.COLUMN: "Gráfico de columnas",
        _T.BAR: "Gráfico de barras",
        _T.LINE: "Gráfico de líneas",
        _T.AREA: "Gráfico de áreas",
        _T.PIE: "Gráfico circular",
        _T.DOUGHNUT: "Gráfico de anillo",
        _T.SCATTER: "Gráfico de dispersión",
        _T.BUBBLE: "Gráfico de burbujas",
        _T.WATERFALL: "Gráfico de cascada",
        _T.DUMBBELL: "Gráfico de mancuernas",
        _T.SLOPE: "Gráfico de pendientes",
    },
    stacked="{}, apilado",
    combination="Columnas y líneas",
    whole="{type}: {rest}",
    rise="{name}, aumento de {first} a {last}",
    fall="{name}, descenso de {first} a {last}",
    level="{name} igual, {first} y {last}",
    peak="máximo {}",
    moment="{value} ({when})",
    place="{value} ({when})",
    most="{name}: máximo {most}, mínimo {least}",
    range="{name} de {least} a {most}",
    points="{count} puntos",
    from_to="{name} de {first} a {last}",
    more="{count} más",
    gaps="sin datos",
    value="valores",
)

_HEBREW = AltWords(
    types={
        _T.COLUMN: "תרשים עמודות",
        _T.BAR: "תרשים עמודות אופקיות",
        _T.LINE: "תרשים קווים",
        _T.AREA: "תרשים שטח",
        _T.PIE: "תרשים עוגה",
        _T.DOUGHNUT: "תרשים טבעת",
        _T.SCATTER: "תרשים פיזור",
        _T.BUBBLE: "תרשים בועות",
        _T.WATERFALL: "תרשים מפל",
        _T.DUMBBELL: "תרשים משקולות",
        _T.SLOPE: "תרשים שיפועים",
    },
    stacked="{}, מוערם",
    combination="עמודות וקווים",
    whole="{type}: {rest}",
    rise="{name}, עלייה מ־{first} ל־{last}",
    fall="{name}, ירידה מ־{first} ל־{last}",
    level="{name}, ללא שינוי, {first} ו־{last}",
    peak="שיא של {}",
    moment="{value} ({when})",
    place="{value} ({when})",
    most="{name}: הגבוה ביותר {most}, הנמוך ביותר {least}",
    range="{name} מ־{least} עד {most}",
    points="{count} נקודות",
    from_to="{name} מ־{first} ל־{last}",
    more="ועוד {count}",
    gaps="אין נתונים",
    value="ערכים",
)

_ARABIC = AltWords(
    types={
        _T.COLUMN: "مخطط أعمدة",
        _T.BAR: "مخطط أعمدة أفقية",
        _T.LINE: "مخطط خطي",
        _T.AREA: "مخطط مساحي",
        _T.PIE: "مخطط دائري",
        _T.DOUGHNUT: "مخطط حلقي",
        _T.SCATTER: "مخطط انتشار",
        _T.BUBBLE: "مخطط فقاعات",
        _T.WATERFALL: "مخطط انحداري",
        _T.DUMBBELL: "مخطط فروق",
        _T.SLOPE: "مخطط ميول",
    },
    stacked="{}، مكدس",
    combination="أعمدة وخطوط",
    whole="{type}: {rest}",
    rise="{name}، ارتفاع من {first} إلى {last}",
    fall="{name}، انخفاض من {first} إلى {last}",
    level="{name}، دون تغير، {first} و{last}",
    peak="الأعلى {}",
    moment="{value} ({when})",
    place="{value} ({when})",
    most="{name}: الأعلى {most}، الأدنى {least}",
    range="{name} من {least} إلى {most}",
    points="عدد النقاط {count}",
    from_to="{name} من {first} إلى {last}",
    more="و{count} أخرى",
    gaps="لا بيانات",
    value="القيم",
    comma="، ",
    semicolon="؛ ",
)

_CHINESE = AltWords(
    types={
        _T.COLUMN: "柱形图",
        _T.BAR: "条形图",
        _T.LINE: "折线图",
        _T.AREA: "面积图",
        _T.PIE: "饼图",
        _T.DOUGHNUT: "环形图",
        _T.SCATTER: "散点图",
        _T.BUBBLE: "气泡图",
        _T.WATERFALL: "瀑布图",
        _T.DUMBBELL: "哑铃图",
        _T.SLOPE: "斜率图",
    },
    stacked="堆积{}",
    combination="柱形与折线组合图",
    whole="{type}：{rest}",
    rise="{name}从{first}升至{last}",
    fall="{name}从{first}降至{last}",
    level="{name}持平，{first}，{last}",
    peak="最高{}",
    moment="{when}的{value}",
    place="{value}（{when}）",
    most="{name}：最高{most}，最低{least}",
    range="{name}从{least}到{most}",
    points="{count}个点",
    from_to="{name}从{first}到{last}",
    more="另有{count}项",
    gaps="无数据",
    value="数值",
    comma="，",
    semicolon="；",
    end="。",
)

_TRADITIONAL = replace(
    _CHINESE,
    types={
        _T.COLUMN: "直條圖",
        _T.BAR: "橫條圖",
        _T.LINE: "折線圖",
        _T.AREA: "面積圖",
        _T.PIE: "圓餅圖",
        _T.DOUGHNUT: "環圈圖",
        _T.SCATTER: "散佈圖",
        _T.BUBBLE: "泡泡圖",
        _T.WATERFALL: "瀑布圖",
        _T.DUMBBELL: "啞鈴圖",
        _T.SLOPE: "斜率圖",
    },
    stacked="堆疊{}",
    combination="直條與折線組合圖",
    rise="{name}從{first}升至{last}",
    fall="{name}從{first}降至{last}",
    range="{name}從{least}到{most}",
    points="{count}個點",
    from_to="{name}從{first}到{last}",
    more="另有{count}項",
    gaps="無資料",
    value="數值",
)

ALT_WORDS = {
    "en": _ENGLISH,
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


def tells_data(alt: str) -> bool:
    """Tell whether an alt text begins as those do that say what a chart's data are: with its type, and a colon."""
    head, colon, _ = alt.replace("：", ":").partition(":")
    kinds = (one for words in ALT_WORDS.values() for one in (*words.types.values(), words.combination))
    return bool(colon) and any(one in head for one in kinds)
