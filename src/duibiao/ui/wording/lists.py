"""Words of the lists of leads, accounts and indicators to import (rooms' *_list.py)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "imports.problem.lead_without_address": (
        "{where}企业线索没有地址。系统按地址分送各区，请填写注册地址。",
        "{where}: an enterprise without its address. Leads are sent to districts by address.",
    ),
    "imports.kind.lead_without_address": ("企业没有地址", "no address"),
    "selection.slot_list": ("企业账号分配", "Accounts for enterprises"),
    "imports.problem.slot_unregistered": (
        "{where}“{found}”不在本区企业库中。请先登记企业，或核对信用代码。",
        "{where}: {found} is not in the district's register. Register it first, or check the code.",
    ),
    "imports.kind.slot_unregistered": ("不在企业库", "not registered"),
    "imports.problem.slot_other_name": (
        "{where}写的是“{found}”，这个信用代码在企业库中是“{expected}”。请核对是不是同一家。",
        "{where}: {found}, but the register has {expected} under this code. Is it the same one?",
    ),
    "imports.kind.slot_other_name": ("名称与企业库不符", "another name"),
    "imports.problem.slots_too_few": (
        "{where}账号不够：本区只剩 {expected} 个未分配。请向市市场监管委申请，或去掉此行。",
        "{where}: only {expected} accounts are left. Ask for more, or leave the row out.",
    ),
    "imports.kind.slots_too_few": ("账号不够", "no account left"),
    "declaration.indicator_list": ("产品、执行标准和关键指标", "Products, standards, indicators"),
    "imports.problem.standard_number_unread": (
        "{where}“{found}”不像标准编号，应当如 GB 18401-2010。",
        "{where}: “{found}” does not look like a standard number such as GB 18401-2010.",
    ),
    "imports.kind.standard_number_unread": ("标准编号读不出", "unreadable number"),
    "imports.problem.standard_spelled_otherwise": (
        "{where}写的是“{found}”，同一标准已写作“{expected}”。请统一写法。",
        "{where}: {found}, but the standard is written {expected} elsewhere. Use one spelling.",
    ),
    "imports.kind.standard_spelled_otherwise": ("同一标准写法不一", "spelled otherwise"),
    "imports.problem.aspect_of_other_track": (
        "{where}“{found}”不用于{expected}。请换一个方面。",
        "{where}: “{found}” is not an aspect of a {expected}. Choose another.",
    ),
    "imports.kind.aspect_of_other_track": ("方面与产品、服务不符", "aspect of the other kind"),
    "imports.problem.two_tracks": (
        "{where}同一产品（服务）在其他行写的类别不同。请统一。",
        "{where}: other rows call the same one a product or a service; make them agree.",
    ),
    "imports.kind.two_tracks": ("类别前后不一", "product or service?"),
}
