"""Every write of the register of enterprises."""

from duibiao.core.identify.titles import Title
from duibiao.enterprises.actions.areas import add_block_economy, add_zone
from duibiao.enterprises.actions.formats import choose_target, draft_format, edit_format
from duibiao.enterprises.actions.registering import (
    change_by_order,
    freeze_enterprises,
    let_keep_itself,
    move_enterprise,
    register_enterprise,
    thaw_enterprises,
    update_enterprise,
)
from duibiao.enterprises.actions.standing import add_ranking, add_title, remove_title
from duibiao.enterprises.particulars import Particulars

__all__ = [
    "Particulars",
    "Title",
    "add_block_economy",
    "add_ranking",
    "add_title",
    "add_zone",
    "change_by_order",
    "choose_target",
    "draft_format",
    "edit_format",
    "freeze_enterprises",
    "let_keep_itself",
    "move_enterprise",
    "register_enterprise",
    "remove_title",
    "thaw_enterprises",
    "update_enterprise",
]
