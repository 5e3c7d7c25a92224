"""Colours, and names that lead nowhere."""

from __future__ import annotations

from tests.theme.wrong.mistake import Mistake, in_layout, in_slot

MISTAKES = {
    "a colour of columns that there is not": Mistake(
        "columns: {rule: tnt}\n", "2:17", "wrong-value", "the theme has no colour `tnt`", "did you mean `tint`?"
    ),
    "three digits": Mistake(
        "palette: {ink: '#123'}\n",
        "2:16",
        "wrong-value",
        "`ink` takes a colour such as `#1B2330`, found `#123`",
        'write `"#112233"`',
    ),
    "a colour's name": Mistake(
        "palette: {paper: white}\n",
        "2:18",
        "wrong-value",
        "`paper` takes a colour such as `#1B2330`, found `white`",
        'write `"#FFFFFF"`',
    ),
    "rgb()": Mistake(
        "palette: {ink: 'rgb(27, 35, 48)'}\n",
        "2:16",
        "wrong-value",
        "`ink` takes a colour such as `#1B2330`, found `rgb(27, 35, 48)`",
        'write `"#1B2330"`',
    ),
    "no sign": Mistake(
        "dark: {ink: F1EDE4}\n",
        "2:13",
        "wrong-value",
        "`ink` takes a colour such as `#1B2330`, found `F1EDE4`",
        'write `"#F1EDE4"`',
    ),
    "no colour at all": Mistake(
        "palette: {ink: dark and warm}\n",
        "2:16",
        "wrong-value",
        "`ink` takes a colour such as `#1B2330`, found `dark and warm`",
    ),
    "a colour without quotes": Mistake(
        "palette:\n  ink: #1B2330\n",
        "3:7",
        "hidden-text",
        "a `#` begins a comment, and no value is left here",
        "put quotes around a text that begins with `#`",
    ),
    "colours without quotes in braces": Mistake(
        "palette: {paper: #FBF9F5, ink: #1B2330}\nlink: {color: ink}\n",
        "2:18",
        "yaml-syntax",
        "not YAML: keys in braces lack a `,` or their `}`",
        "put quotes around a text that begins with `#`",
    ),
    "a colour that the palette lacks": Mistake(
        "link: {color: acent}\n", "2:15", "wrong-value", "the theme has no colour `acent`", "did you mean `accent`?"
    ),
    "a colour where its name is due": Mistake(
        "link: {color: '#112233'}\n",
        "2:15",
        "wrong-value",
        "the theme has no colour `#112233`",
        "give it a name in `palette`, and say that name here",
    ),
    "a colour in a style that others are like": Mistake(
        "styles:\n  standfirst: {color: lihgt}\n",
        "3:23",
        "wrong-value",
        "the theme has no colour `lihgt`",
        "did you mean `light`?",
    ),
    "a dark colour that the palette lacks": Mistake(
        "dark: {inkk: '#FFFFFF'}\n", "2:8", "wrong-value", "the theme has no colour `inkk`", "did you mean `ink`?"
    ),
    "a style that there is not": Mistake(
        in_slot("title: {style: titel}"),
        "5:22",
        "wrong-value",
        "the theme has no style `titel`",
        "did you mean `title`?",
    ),
    "a family with a near match": Mistake(
        "fonts: {body: Calibry}\n",
        "2:15",
        "wrong-value",
        "the theme has no family `Calibry`",
        "did you mean `Calibri`? Else name its files, or its `substitute`",
    ),
    "a substitute that Office does not have": Mistake(
        "fonts: {body: {family: Harbour Grotesk, substitute: Comic Sans MS}}\n",
        "2:53",
        "wrong-value",
        "the theme has no family `Comic Sans MS`",
        "known: Calibri, Arial, Times New Roman, Courier New, Georgia",
    ),
    "a family whose file is not there": Mistake(
        "fonts: {body: {family: Harbour Grotesk, files: [hause.yaml]}}\n",
        "2:49",
        "unusable-font",
        "there is no file `hause.yaml`",
        "did you mean `house.yaml`?",
    ),
    "a family whose file is no font": Mistake(
        "fonts: {body: {family: Harbour Grotesk, files: [house.yaml]}}\n",
        "2:49",
        "unusable-font",
        "`house.yaml` is no TrueType or OpenType font",
        "take a .ttf, .otf, .ttc or .otc file",
    ),
    "a family where its role is due": Mistake(
        "styles:\n  title: {font: Georgia}\n", "3:17", "wrong-value", "`font` is `heading` or `body`, not `Georgia`"
    ),
    "a layout that there is not": Mistake(
        in_layout("    without_picture: contnet"),
        "4:22",
        "wrong-value",
        "the theme has no layout `contnet`",
        "did you mean `content`?",
    ),
    "like a style that there is not": Mistake(
        "styles:\n  zebra: {like: titel}\n",
        "3:17",
        "wrong-value",
        "the theme has no style `titel`",
        "did you mean `title`?",
    ),
    "like itself": Mistake(
        "styles:\n  title: {like: title}\n", "3:17", "wrong-value", "style `title` is like itself in the end"
    ),
    "like each other": Mistake(
        "styles:\n  one: {like: two}\n  two: {like: three}\n  three: {like: one}\n  four: {like: one}\n",
        "3:15",
        "wrong-value",
        "style `one` is like itself in the end",
    ),
    "like two styles": Mistake(
        "styles:\n  zebra: {like: [title, body]}\n",
        "3:17",
        "wrong-type",
        "`like` takes a text, found a list",
        "write one text; behind `|` it may have several lines",
    ),
    "a mode": Mistake("mode: night\n", "2:7", "wrong-value", "`mode` is `light` or `dark`, not `night`"),
    "a mode with a capital": Mistake(
        "mode: Dark\n", "2:7", "wrong-value", "`mode` is `light` or `dark`, not `Dark`", "did you mean `dark`?"
    ),
    "an edge": Mistake(
        in_slot("title: {anchor: botom}"),
        "5:23",
        "wrong-value",
        "`anchor` is `top`, `middle` or `bottom`, not `botom`",
        "did you mean `bottom`?",
    ),
    "a bullet that the font lacks": Mistake(
        "lists: {bullet: '➤'}\n",
        "2:17",
        "wrong-value",
        "`bullet` needs a glyph for `➤`, and the body font Calibri has none",
    ),
    "a bullet that its own font lacks": Mistake(
        "lists: {bullet: '➤', bullet_font: Arial}\n",
        "2:17",
        "wrong-value",
        "`bullet` needs a glyph for `➤`, and the bullets' font Arial has none",
    ),
    "a family of bullets that not every Office has": Mistake(
        "lists: {bullet_font: Ariel}\n",
        "2:22",
        "wrong-value",
        "the theme has no family `Ariel`",
        "did you mean `Arial`?",
    ),
    "no bullet": Mistake(
        "lists: {bullet: ''}\n", "2:17", "wrong-value", "`bullet` is empty", "write something, or remove the key"
    ),
}
