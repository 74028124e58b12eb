"""Every write of the catalogue."""

from duibiao.catalogue.actions.lists import publish_list, start_list, suggest, write_list
from duibiao.catalogue.actions.schemes import (
    comment,
    consult,
    dispose,
    load_scheme,
    publish,
    save_document,
    set_consultation_day,
    start_draft,
    withdraw,
)

__all__ = [
    "comment",
    "consult",
    "dispose",
    "load_scheme",
    "publish",
    "publish_list",
    "save_document",
    "set_consultation_day",
    "start_draft",
    "start_list",
    "suggest",
    "withdraw",
    "write_list",
]
