"""What appears at a click when a slide is presented: PowerPoint's entrance effect Appear, of paragraphs and of shapes.

Each click is three nested time nodes, as in files that PowerPoint writes: when it comes, what begins together, and the
effect (ECMA-376 Part 1, 19.5). Preset 1 of the entrances is Appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from deckmaker.dataclasses import dataclass
from deckmaker.layout import GroupItem, Placed, TextItem
from deckmaker.render.pptx.xml import NOTHING, Xml, joined

_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_TURN = '<p:cond evt="{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'


@dataclass(frozen=True, slots=True)
class _Target:
    """What appears at a step: a shape, by its id, or a paragraph of its text, from 0."""

    step: int
    shape: int
    paragraph: int | None = None

    @property
    def xml(self) -> str:
        if self.paragraph is None:
            return f'<p:spTgt spid="{self.shape}"/>'
        own = f'<p:txEl><p:pRg st="{self.paragraph}" end="{self.paragraph}"/></p:txEl>'
        return f'<p:spTgt spid="{self.shape}">{own}</p:spTgt>'


def moving(objects: Iterable[Placed]) -> Iterator[Placed]:
    """Yield what a slide's shapes are made from, compositions whose items appear one by one taken apart.

    PowerPoint has no effects of shapes within a group.
    """
    for one in objects:
        if isinstance(one.item, GroupItem) and any(child.step for child in one.item.children):
            yield from one.item.children
        else:
            yield one


class Timing:
    """Collects what appears on a slide, and when."""

    def __init__(self) -> None:
        self._targets: list[_Target] = []

    def add(self, shape: int, placed: Placed) -> None:
        """Note the steps of an item that has become the shape of that id."""
        if placed.step:
            self._targets.append(_Target(placed.step, shape))
        elif isinstance(placed.item, TextItem):
            steps = enumerate(placed.item.steps)
            self._targets += [_Target(step, shape, paragraph) for paragraph, step in steps if step]

    @property
    def xml(self) -> Xml:
        """`p:timing` (19.3.1.48), nothing where all stands from the beginning."""
        if not self._targets:
            return NOTHING
        ids = count(3)
        in_order = groupby(sorted(self._targets, key=_step_of), key=_step_of)
        clicks = joined(_click(targets, ids) for _, targets in in_order)
        texts = dict.fromkeys(one.shape for one in self._targets if one.paragraph is not None)
        builds = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape in texts)
        before, after = (_TURN.format(event=event) for event in ("onPrev", "onNext"))
        return Xml(
            '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
            '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
            f"{clicks}</p:childTnLst></p:cTn><p:prevCondLst>{before}</p:prevCondLst>"
            f"<p:nextCondLst>{after}</p:nextCondLst></p:seq>"
            "</p:childTnLst></p:cTn></p:par></p:tnLst>"
            f"{f'<p:bldLst>{builds}</p:bldLst>' if builds else ''}</p:timing>"
        )


def _step_of(target: _Target) -> int:
    return target.step


def _click(targets: Iterable[_Target], ids: Iterator[int]) -> Xml:
    """Return what a click has appear: the first of it by the click, the rest together with that."""
    click, together = next(ids), next(ids)
    effects = "".join(_effect(one, "withEffect" if index else "clickEffect", ids) for index, one in enumerate(targets))
    return Xml(
        f'<p:par><p:cTn id="{click}" fill="hold">{_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{together}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(target: _Target, node: str, ids: Iterator[int]) -> str:
    """Return that something becomes visible. Paragraphs belong to a build of their shape, which shapes have none of."""
    effect, own = next(ids), next(ids)
    group = ' grpId="0"' if target.paragraph is not None else ""
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{group} '
        f'nodeType="{node}">{_NOW}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{own}" dur="1" fill="hold">{_NOW}</p:cTn>'
        f"<p:tgtEl>{target.xml}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
        '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
