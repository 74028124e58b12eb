"""The boards of requirements (e), in their order."""

from duibiao.insights.boards import deploying, grounding, leading, messaging, receiving, selecting
from duibiao.insights.boards.board import Board

BOARDS: dict[str, Board] = {
    one.name: one
    for one in (
        deploying.DEPLOYMENT,
        *leading.ALL,
        deploying.PROGRESS,
        selecting.QUOTA,
        selecting.SME,
        selecting.PRIORITY,
        selecting.INDUSTRIES,
        selecting.DISTRICTS,
        deploying.FILINGS,
        *grounding.ALL,
        *messaging.ALL,
        *receiving.ALL,
    )
}
