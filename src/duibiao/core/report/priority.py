"""What is to be recommended first (五(二)3(1)-2…4, -12; 三(一)-2)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class PriorityGround(StrEnum):
    """Why something comes first; the strongest first."""

    CHAMPION = "champion"  # 独角兽、隐形冠军、单打冠军、瞪羚 and the like
    CLUSTER = "cluster"  # 特色产业集群
    NEW_FORMAT = "new_format"  # 新兴业态
    ADVANTAGEOUS = "advantageous"  # 优势产业
    ZONE = "zone"  # in a development zone or park


WEIGHTS = {
    ground: 2 ** (len(PriorityGround) - 1 - place) for place, ground in enumerate(PriorityGround)
}
# World, nation, city, district: a place on a wider list comes first.
RANKED_AMONG = ("world", "nation", "city", "district")
FURTHEST = 99_999


def priority(grounds: Iterable[PriorityGround]) -> int:
    """A number to sort by, the greatest first: a stronger ground outweighs all weaker ones."""
    return sum(WEIGHTS[ground] for ground in set(grounds))


def rank(scope: str, place: int) -> int:
    """A number to sort rankings by, the least first: the wider list, then the better place."""
    return RANKED_AMONG.index(scope) * (FURTHEST + 1) + min(place, FURTHEST)
