"""Messages about wrong theme files: their whole text, as printed."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

WHOLE = {
    "a theme that is not there": (
        "extends: breifing\n",
        """\
error[unknown-theme]: no built-in theme and no file `breifing`
 --> house.yaml:1:10
  |
1 | extends: breifing
  |          ^^^^^^^^
  = help: did you mean `briefing`?""",
    ),
    "a theme outside the project": (
        "extends: ../secret.yaml\n",
        """\
error[outside-project]: `../secret.yaml` leads out of the project
 --> house.yaml:1:10
  |
1 | extends: ../secret.yaml
  |          ^^^^^^^^^^^^^^
  = help: copy the file into the project""",
    ),
    "a theme that extends itself": (
        "extends: house.yaml\n",
        """\
error[wrong-value]: theme `house.yaml` extends itself in the end
 --> house.yaml:1:10
  |
1 | extends: house.yaml
  |          ^^^^^^^^^^""",
    ),
    "two themes to extend": (
        "extends: [briefing, plain]\nfonts: {heading: Arial}\n",
        """\
error[wrong-type]: `extends` takes the name or the path of a theme, found a list
 --> house.yaml:1:10
  |
1 | extends: [briefing, plain]
  |          ^^^^^^^^^^^^^^^^^""",
    ),
    "a slip in `extends`": (
        "extend: briefing\nstyles: {title: {size: 33}}\n",
        """\
error[unknown-key]: unknown key `extend`
 --> house.yaml:1:1
  |
1 | extend: briefing
  | ^^^^^^
  = help: did you mean `extends`?""",
    ),
    "no `extends`": (
        "palette: {ink: '#111111'}\nstyles: {title: {size: 33}}\n",
        """\
error[missing-key]: keys `fonts`, `grid`, `lists`, `link` and `layouts` are missing
 --> house.yaml:1:1
  |
1 | palette: {ink: '#111111'}
  | ^
  = help: begin with `extends: briefing`, and a theme says only what differs from that""",
    ),
    "a file of comments": (
        "# ours\n",
        """\
error[yaml-syntax]: `house.yaml` holds comments alone, which begin with `#`
 --> house.yaml:1:1
  |
1 | # ours
  | ^
  = help: begin with `extends: briefing`""",
    ),
    "a list": (
        "- extends: briefing\n",
        """\
error[wrong-type]: the file takes keys with values, found a list
 --> house.yaml:1:1
  |
1 | - extends: briefing
  | ^^^^^^^^^^^^^^^^^^^
  = help: keys here: name, extends, template, mode, fonts, palette, dark, grid, styles, lists, link, table, columns, \
panels, pictures, logo, flow, charts, layouts""",
    ),
    "a style whose name is a slip": (
        "extends: briefing\nstyles:\n  titel: {size: 36}\n",
        """\
error[missing-key]: keys `font`, `min`, `leading` and `color` are missing
 --> house.yaml:3:3
  |
3 |   titel: {size: 36}
  |   ^^^^^
  = help: did you mean `title`?""",
    ),
    "a layout whose name is a slip": (
        "extends: briefing\nlayouts:\n  contnet: {slots: {body: {columns: [2, 11]}}}\n",
        """\
error[missing-key]: layout `contnet` has no slot `credits`
 --> house.yaml:3:3
  |
3 |   contnet: {slots: {body: {columns: [2, 11]}}}
  |   ^^^^^^^
  = help: did you mean `content`? A layout of its own needs a place for credits""",
    ),
    "a colour's name": (
        "extends: briefing\npalette: {paper: white}\n",
        """\
error[wrong-value]: `paper` takes a colour such as `#1B2330`, found `white`
 --> house.yaml:2:18
  |
2 | palette: {paper: white}
  |                  ^^^^^
  = help: write `"#FFFFFF"`""",
    ),
    "a colour without quotes": (
        "extends: briefing\npalette: {ink: #1B2330}\n",
        """\
error[yaml-syntax]: not YAML: a value was expected here
 --> house.yaml:2:16
  |
2 | palette: {ink: #1B2330}
  |                ^
  = help: put quotes around a text that begins with `#`""",
    ),
    "a style like none": (
        "extends: briefing\nstyles:\n  ours: {like: titel}\n",
        """\
error[wrong-value]: the theme has no style `titel`
 --> house.yaml:3:16
  |
3 |   ours: {like: titel}
  |                ^^^^^
  = help: did you mean `title`?""",
    ),
    "a smallest size above the size": (
        "extends: briefing\nstyles:\n  title: {size: 30, min: 31}\n",
        """\
error[wrong-value]: style `title` has a `min` of 31, larger than its `size` of 30
 --> house.yaml:3:26
  |
3 |   title: {size: 30, min: 31}
  |                          ^^""",
    ),
    "a place without height": (
        "extends: briefing\nlayouts: {content: {shapes: [{color: ink, columns: [1, 2], top: 0}]}}\n",
        """\
error[wrong-value]: shape 1 of layout `content` takes two of `top`, `bottom` and `height`, found `top` alone
 --> house.yaml:2:30
  |
2 | layouts: {content: {shapes: [{color: ink, columns: [1, 2], top: 0}]}}
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^""",
    ),
}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(("theme", "message"), WHOLE.values(), ids=WHOLE)
def test_a_message_shows_the_place_and_the_way_out(theme, message, tmp_path):
    """What was found, in which file, and what to write in its place."""
    (tmp_path / "secret.yaml").write_text("extends: briefing\n", encoding="utf-8")
    (tmp_path / "project").mkdir()
    project = Project(tmp_path / "project")
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")
    assert project.said("theme: ../house.yaml\n" + DECK) == message
