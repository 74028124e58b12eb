"""What a district should look at again before it recommends, and may leave as it is: these hints
never stand against a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.selection.models import Participation, Recommendation
from duibiao.workflow.models import Stateful


@dataclass(eq=False)
class BlockEconomyUnstated(Fact):
    """Neither the block economy a trade belongs to, nor why there is none (五(二)3(1)-1)."""

    code: ClassVar[str] = "block_economy_unstated"


@dataclass(eq=False)
class RankUnstated(Fact):
    """No place in its trade is recorded; leading enterprises go first (五(二)3(1)-12)."""

    code: ClassVar[str] = "rank_unstated"
    name: str


def cautions_of(record: Stateful) -> list[Fact]:
    """The hints for a recommended trade or enterprise, as it stands."""
    if isinstance(record, Recommendation):
        stated = record.block_economy_id is not None or record.block_note.strip()
        return [] if stated else [BlockEconomyUnstated()]
    if isinstance(record, Participation) and not record.enterprise.rankings.exists():
        return [RankUnstated(record.enterprise.name)]
    return []
