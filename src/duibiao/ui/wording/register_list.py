"""Words of the register as a list to import (enterprises/register_list.py)."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "imports.problem.registered_elsewhere": (
        "{where}“{found}”已由{expected}首先登记。一个信用代码全市只登记一次，请与该区核对。",
        "{where}: {found} is registered in {expected} already. A credit code is registered once "
        "in the city; speak to that district.",
    ),
    "imports.kind.registered_elsewhere": ("外区已登记", "registered elsewhere"),
    "imports.problem.enterprise_locked": (
        "{where}这家企业的信息已随申报包 {expected} 上报，不能直接修改。请提交变更单，并去掉此行。",
        "{where}: its facts are part of the filed package {expected}. Ask for a change order and "
        "leave this row out.",
    ),
    "imports.kind.enterprise_locked": ("已上报", "filed"),
    "imports.problem.enterprise_keeps_itself": (
        "{where}这家企业已确认自愿参加，信息由企业自己修改。请通知企业，并去掉此行。",
        "{where}: the enterprise has consented and keeps its facts itself. Ask it, and leave this "
        "row out.",
    ),
    "imports.kind.enterprise_keeps_itself": ("由企业自己修改", "kept by the enterprise"),
    "imports.problem.not_resident": (
        "{where}地址“{found}”在{expected}，不在本区。只能登记本区企业。",
        "{where}: the address “{found}” lies in {expected}; only the district's own enterprises "
        "are registered.",
    ),
    "imports.kind.not_resident": ("不在本区", "not in the district"),
    "imports.problem.one_main_class": (
        "{where}行业代码和业态只能填一个，而且必须填一个。",
        "{where}: fill in an industry code or a business format, exactly one of the two.",
    ),
    "imports.kind.one_main_class": ("行业、业态须且只填一个", "industry or format: exactly one"),
    "imports.problem.size_differs": (
        "{where}自报为“{found}”，按统计划型办法应为“{expected}”。请核对，或在“划型不一致的说明”中写明原因。",
        "{where}: reported as {found}, but the statistical method gives {expected}. Check it, or "
        "say why they differ in 划型不一致的说明.",
    ),
    "imports.kind.size_differs": ("划型不一致", "another size"),
    "imports.problem.size_by_hand": (
        "{where}这个行业不在统计划型办法范围内，由人工认定规模，请写明认定依据。",
        "{where}: the method does not cover this industry; state the ground of its size.",
    ),
    "imports.kind.size_by_hand": ("人工认定未写依据", "size by hand without ground"),
}
