"""The files of a new project: a starter's deck with what it asks for filled in, and what editors and people need."""

from __future__ import annotations

import json
import re
from datetime import date

from deckmaker.dataclasses import dataclass
from deckmaker.own_data import DATA
from deckmaker.patterns import pattern
from deckmaker.source.quoting import quoted
from deckmaker.starters.names import deck_stem

_FOLDER = DATA / "starters"
_SCHEMA = "# yaml-language-server: $schema={}.vscode/{}.schema.json\n"

_PLAIN = pattern(r"(?:\d\d?\.? )?[^\W\d_](?:[\w.,;’'()/+–—-]| (?! ))*")
"""Texts that are the same in YAML with quotes and without: no sign in them begins or ends anything."""

_WORDS = ("true", "false", "yes", "no", "on", "off", "y", "n", "null")
"""What some program or other takes for something else than a text."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody says of a new project; `day` is the deck's date, `author` may be empty."""

    name: str
    title: str
    author: str
    language: str
    starter: str
    theme: str
    day: date


def project_files(answers: Answers) -> dict[str, bytes]:
    """Return what a new project holds, by paths relative to its folder. The same answers give the same bytes."""
    starter = _FOLDER / answers.starter
    deck = f"decks/{deck_stem(answers.name)}.yaml"
    texts = {
        "deckmaker.yaml": _settings(answers),
        "README.md": _filled("README.md", title=answers.title, deck=deck),
        ".gitignore": "# What deckmaker builds\n/build/\n",
        deck: _SCHEMA.format("../", "deck") + _deck(answers),
        "themes/house.yaml": _SCHEMA.format("../", "theme") + _filled("theme.yaml", theme=answers.theme),
        **_editor_files(),
    }
    files = {path: text.encode() for path, text in texts.items()}
    files |= {f"data/{path.name}": path.read_bytes() for path in sorted(starter.glob("*.csv"))}
    if "assets/cover.jpg" in texts[deck]:
        files["assets/cover.jpg"] = (_FOLDER / "cover.jpg").read_bytes()
    return files


def yaml_text(text: str) -> str:
    """Return a text as YAML has it: bare where that is safe, else between quotes."""
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    return text if is_plain else quoted(text)


def _deck(answers: Answers) -> str:
    from deckmaker.localization.dates import format_date
    from deckmaker.model.chart import DateUnit

    day = format_date(answers.day, DateUnit.DAY, answers.language, short=False)
    title = answers.title.replace("{{", r"\{{")  # which would begin a variable's name
    texts = {"title": title, "row_title": f"{title}: {{{{ district }}}}", "date": day}
    return _filled(f"{answers.starter}/deck.yaml", **{name: yaml_text(text) for name, text in texts.items()})


def _settings(answers: Answers) -> str:
    author = f"author: {yaml_text(answers.author)}" if answers.author else "# author: Your name, or your office"
    return _SCHEMA.format("", "project") + _filled("deckmaker.yaml", language=answers.language, author=author)


def _filled(template: str, **values: str) -> str:
    """Return a text of ours with values in the places of their names, `«title»`; values are not looked at again."""
    text = (_FOLDER / template).read_text(encoding="utf-8")
    return re.sub(r"«(\w+)»", lambda found: values[found[1]], text)


def _editor_files() -> dict[str, str]:
    """Return the settings of VS Code, and the schemas, which other editors find by the first lines of files."""
    from deckmaker.schemas import LANGUAGES, schema_of

    where = {"deck": "decks/*.yaml", "theme": "themes/*.yaml", "project": "deckmaker.yaml"}
    settings = {
        "yaml.schemas": {f"./.vscode/{language}.schema.json": where[language] for language in LANGUAGES},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    return {
        ".vscode/settings.json": json.dumps(settings, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
        **{f".vscode/{language}.schema.json": schema_of(language) + "\n" for language in LANGUAGES},
    }
