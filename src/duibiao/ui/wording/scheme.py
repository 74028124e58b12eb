"""Words of benchmark schemes: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.scheme_missing_field": (
        "{path}：缺少这一项或为空。请补填。",
        "{path}: missing or empty. Please fill it in.",
    ),
    "fact.scheme_wrong_type": (
        "{path}：读到“{found}”，应为{expected}。",
        "{path}: found “{found}”, expected {expected}.",
    ),
    "fact.scheme_unknown_word": (
        "{path}：不认识“{found}”，可用的是：{allowed}。",
        "{path}: “{found}” is not known; allowed: {allowed}.",
    ),
    "fact.scheme_duplicate_id": (
        "{path}：指标编号“{found}”用了两次。请改成不同的编号。",
        "{path}: indicator id “{found}” is used twice. Give each its own.",
    ),
    "fact.scheme_weight_sum": (
        "{path}：各指标权重之和是 {found}，应正好等于 1。",
        "{path}: the weights sum to {found}; they must sum to exactly 1.",
    ),
    "fact.scheme_negative_weight": (
        "{path}：权重 {found} 小于 0。权重应在 0 到 1 之间。",
        "{path}: weight {found} is below 0. Weights lie between 0 and 1.",
    ),
    "fact.scheme_unlisted_standard": (
        "{path}：引用的标准“{found}”不在方案的标准清单里。请加入清单或更正编号。",
        "{path}: the cited standard “{found}” is not in the scheme's list. Add it or correct it.",
    ),
    "fact.scheme_nothing_demanded": (
        "{path}：指标“{name}”没有任何标准的要求。请至少填一条。",
        "{path}: no standard demands anything for “{name}”. Give at least one requirement.",
    ),
    "fact.scheme_unread_requirement": (
        "{path}：“{found}”不能读成限值（{reason}），只展示、不参与判定。",
        "{path}: “{found}” gives no limit ({reason}); it is shown, not judged.",
    ),
    "fact.scheme_differs_from_record": (
        "{path}：“{found}”读作 {read}，旁边记录的是 {recorded}。请核对原文。",
        "{path}: “{found}” reads as {read}, recorded beside it is {recorded}. Check the original.",
    ),
    "fact.scheme_unknown_unit": (
        "{path}：不认识单位“{found}”。请改用规范写法，或请管理员登记该单位。",
        "{path}: the unit “{found}” is not known. Use its standard form or have it registered.",
    ),
    "fact.scheme_unknown_parent": (
        "{path}：上级指标“{found}”不在方案里。请更正编号。",
        "{path}: the indicator above, “{found}”, is not in the scheme. Correct the id.",
    ),
    "fact.scheme_parent_cycle": (
        "{path}：指标的上级绕成了圈（{found}）。请改其中一个的上级。",
        "{path}: the indicators stand above each other in a circle ({found}). Change one of them.",
    ),
    "fact.scheme_tree_too_deep": (
        "{path}：“{name}”在第四级。指标体系最多三级，请提到上一级。",
        "{path}: “{name}” stands on a fourth level. The tree has three; move it up.",
    ),
    "fact.scheme_group_carries": (
        "{path}：“{name}”下面还有指标，不能再填权重和要求。请填到下级指标上。",
        "{path}: “{name}” has indicators below it; weight and requirements belong to those.",
    ),
    "fact.scheme_not_a_day": (
        "{path}：“{found}”不是日期。请按 2018-05-15 的样子填写。",
        "{path}: “{found}” is not a day. Write it as 2018-05-15.",
    ),
    "fact.scheme_no_benchmark": (
        "{path}：没有对标标准。请至少列一份国际标准、国外先进标准或达到国际先进水平的国内标准。",
        "{path}: no benchmark standard. List at least one: international, foreign advanced, or "
        "domestic of international level.",
    ),
    "fact.scheme_domestic_unjustified": (
        "{path}：国内标准“{standard}”没有写明为什么达到国际先进水平。请补充论证。",
        "{path}: say why the domestic standard “{standard}” is of international level.",
    ),
    "fact.scheme_foreign_unnamed": (
        "{path}：国外先进标准“{standard}”没有写明国别和发布机构。请补填。",
        "{path}: give the country and the body of the foreign standard “{standard}”.",
    ),
    "fact.scheme_no_benchmark_requirement": (
        "{path}：指标“{name}”没有对标标准的要求原文。请至少填一条。",
        "{path}: no benchmark standard's requirement is given for “{name}”. Give at least one.",
    ),
    "fact.scheme_no_method": (
        "{path}：指标“{name}”没有试验方法。请至少填一种。",
        "{path}: no test method is given for “{name}”. Give at least one.",
    ),
    "fact.scheme_no_reason": (
        "{path}：指标“{name}”没有选取说明。请写明为什么选它。",
        "{path}: say why the indicator “{name}” was selected.",
    ),
    "fact.scheme_no_scale": (
        "{path}：定性指标“{name}”没有等级。请从优到劣列出各级。",
        "{path}: the described indicator “{name}” has no grades. List them, best first.",
    ),
    "fact.scheme_leading_worse": (
        "{path}：“{name}”的领跑值“{leading}”比达标值“{attained}”差，或无法比较。领跑值应不劣于达标值。",
        "{path}: the leading value “{leading}” of “{name}” is worse than “{attained}”, or cannot "
        "be compared with it. It must not be worse than the value to attain.",
    ),
    "fact.scheme_section_missing": (
        "{path}：缺少“{section}”一节。方案须有技术路线、保障措施、时间安排三节。",
        "{path}: the section “{section}” is missing. A scheme has three: technical route, "
        "safeguards, timetable.",
    ),
    "fact.scheme_task_incomplete": (
        "{path}：时间安排第 {line} 行要有任务、开始日和结束日，结束不早于开始。",
        "{path}: line {line} of the timetable needs a task, a first and a last day, in order.",
    ),
    "sectionname.technical_route": ("技术路线", "Technical route"),
    "sectionname.safeguards": ("保障措施", "Safeguards"),
    "sectionname.timetable": ("时间安排", "Timetable"),
    "category.international": ("国际标准", "International standard"),
    "category.foreign_advanced": ("国外先进标准", "Foreign advanced standard"),
    "category.domestic_advanced": (
        "达到国际先进水平的国内标准",
        "Domestic standard of international level",
    ),
    "objectkind.product": ("产品", "Product"),
    "objectkind.process": ("过程", "Process"),
    "objectkind.service": ("服务", "Service"),
    "fact.scheme_unusable": ("方案有错误，不能使用。", "The scheme has errors and cannot be used."),
    "scheme.error": ("错误", "Error"),
    "scheme.warning": ("注意", "Warning"),
    "scheme.usable": (
        "方案可用，{warnings} 处请留意。",
        "The scheme is usable; {warnings} remarks.",
    ),
    "scheme.not_json": ("{file} 不是 JSON：{problem}", "{file} is not JSON: {problem}"),
    "scheme.not_an_object": ("{file} 里应是一个方案对象。", "{file} should hold one scheme."),
    "scheme.imported": (
        "已载入：{title}，第 {version} 版。",
        "Loaded: {title}, version {version}.",
    ),
}
