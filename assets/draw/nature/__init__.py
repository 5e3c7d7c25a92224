"""The pictures of the talk on patterns in nature. Each module draws what one rule makes."""

from . import branching, circles, crystals, moon, shell, turning

WHOLE = (
    ("sunflower", turning.sunflower),
    ("seeds", turning.seed_head),
    ("shell", shell.nautilus),
    ("tree", branching.evening_tree),
    ("river", branching.river),
    ("lightning", branching.lightning),
    ("two-drops", circles.two_drops),
    ("honeycomb", crystals.honeycomb),
)
"""Names of files, and what draws them: pictures that fill a page or half of one."""

SMALL = (
    *((f"angle-{name}", lambda angle=angle: turning.seeds(angle)) for name, angle in turning.ANGLES),
    *((f"petals-{count:02}", lambda count=count: turning.flower(count)) for count in turning.PETALS),
    *((f"rule-{depth}", lambda depth=depth: branching.rule(depth)) for depth in range(1, 7)),
    *((f"season-{season}", lambda season=season: branching.season(season)) for season in branching.SEASONS),
    *((f"drop-{moment}", lambda moment=moment: circles.drop(moment)) for moment in range(1, 8)),
    *((f"moon-{phase}", lambda phase=phase: moon.phase(phase)) for phase in range(1, 9)),
    *((f"flake-{number}", lambda number=number: crystals.flake(number)) for number in range(1, 10)),
)
"""Pictures that stand in grids."""
