"""Every write of bases."""

from duibiao.bases.actions.choosing import choose_basis, rule_conflict
from duibiao.bases.actions.determining import determine, revise
from duibiao.bases.actions.drafting import (
    Draft,
    adjust,
    draft_basis,
    edit_basis,
    save_draft,
    write_own_document,
)
from duibiao.bases.actions.editions import mark_affected
from duibiao.bases.actions.studying import (
    give_opinion,
    invite,
    name_institution,
    note_adoption,
    redraft,
)

__all__ = [
    "Draft",
    "adjust",
    "choose_basis",
    "determine",
    "draft_basis",
    "edit_basis",
    "give_opinion",
    "invite",
    "mark_affected",
    "name_institution",
    "note_adoption",
    "redraft",
    "revise",
    "rule_conflict",
    "save_draft",
    "write_own_document",
]
