"""Every write of the selection."""

from duibiao.selection.actions.answering import STATEMENT, consent, take_back
from duibiao.selection.actions.changing import draft_change, take_effect
from duibiao.selection.actions.recommending import (
    draft_participation,
    draft_recommendation,
    edit_recommendation,
)
from duibiao.selection.actions.slots import (
    activate_slot,
    activate_with_code,
    allocate,
    allocate_many,
    follow_activation,
    generate_slots,
    reclaim,
    reissue,
    resume,
    stop,
)

__all__ = [
    "STATEMENT",
    "activate_slot",
    "activate_with_code",
    "allocate",
    "allocate_many",
    "consent",
    "draft_change",
    "draft_participation",
    "draft_recommendation",
    "edit_recommendation",
    "follow_activation",
    "generate_slots",
    "reclaim",
    "reissue",
    "resume",
    "stop",
    "take_back",
    "take_effect",
]
