"""Every write of declarations."""

from duibiao.declarations.actions.chasing import chase
from duibiao.declarations.actions.documents import add_evidence, remove_evidence
from duibiao.declarations.actions.drafting import open_declaration
from duibiao.declarations.actions.editing import (
    add_indicator,
    add_product,
    add_standard,
    copy_indicators,
    remove_row,
    save_product,
    save_standard,
    write_cell,
    write_cells,
)
from duibiao.declarations.actions.reviewing import (
    answer_checklist,
    approve_all,
    decide,
    pin,
    return_declaration,
    unpin,
)
from duibiao.declarations.actions.signing import explain, sign_truth
from duibiao.declarations.actions.submitting import sign_and_submit, submit
from duibiao.declarations.actions.trial import discard_trial, keep_trial
from duibiao.declarations.actions.whole import write_declaration

__all__ = [
    "add_evidence",
    "add_indicator",
    "add_product",
    "add_standard",
    "answer_checklist",
    "approve_all",
    "chase",
    "copy_indicators",
    "decide",
    "discard_trial",
    "explain",
    "keep_trial",
    "open_declaration",
    "pin",
    "remove_evidence",
    "remove_row",
    "return_declaration",
    "save_product",
    "save_standard",
    "sign_and_submit",
    "sign_truth",
    "submit",
    "unpin",
    "write_cell",
    "write_cells",
    "write_declaration",
]
