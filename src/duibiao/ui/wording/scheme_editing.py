"""Words of writing a technical scheme: edits, its workbook, the editor."""

WORDS = {
    "fact.scheme_no_such_part": (
        "方案里没有“{found}”，可能已被别人删去。请刷新页面再改。",
        "The scheme has no “{found}”; somebody may have taken it out. Reload the page.",
    ),
    "fact.scheme_number_taken": (
        "方案已列有标准“{found}”，同一标准只列一次。",
        "The scheme lists “{found}” already; a standard is listed once.",
    ),
    "fact.scheme_number_empty": (
        "请填写标准编号，例如 GB 18401-2010。",
        "Write the number of the standard, such as GB 18401-2010.",
    ),
    "fact.scheme_standard_cited": (
        "“{found}”还有 {count} 处要求或试验方法。请先删去这些内容，再删这项标准。",
        "“{found}” still has {count} requirements or methods. Take these out first.",
    ),
    "fact.scheme_under_itself": (
        "“{found}”不能放在自己或自己的下级之下。请另选上级指标。",
        "“{found}” cannot stand below itself or its own. Choose another parent.",
    ),
    "fact.scheme_not_a_weight": (
        "“{found}”不是权重。请写 0 到 100 之间的百分数，例如 15。",
        "“{found}” is not a weight. Write a percentage from 0 to 100, such as 15.",
    ),
    "fact.scheme_nothing_to_spread": (
        "没有可分配的权重：还剩 {found}%，或每项指标都已有权重。请先清空或调低几项。",
        "Nothing to spread: {found}% is left, or every indicator has a weight. Clear some first.",
    ),
}
