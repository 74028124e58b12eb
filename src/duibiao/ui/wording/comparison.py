"""Words of comparison: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    # relations: method.md §1.1
    "relation.stricter": ("严于", "stricter"),
    "relation.equal": ("相同", "equal"),
    "relation.looser": ("宽于", "looser"),
    "relation.incomparable": ("不可比", "not comparable"),
    "relation.unknown": ("待定", "undecided"),
    # outcomes: 五(四)3(2)
    "outcome.leading": ("现阶段已经领跑", "already leading"),
    "outcome.attained": ("现阶段已达标", "attained now"),
    "outcome.attainable_in_2_3_years": ("2～3年内可达标", "attainable within 2–3 years"),
    "outcome.unattainable": ("没法达标", "cannot attain"),
    "outcome.pending": ("待定", "pending"),
    # rules: why the relation is what it is; no full stop, they stand inside a sentence
    "rule.not_read": (
        "有一方的要求还没有读出，无法比较",
        "one side's requirement has not been read, so nothing can be compared",
    ),
    "rule.characteristic_differs": (
        "两个值的计量对象不同（如以N计与以NO₃⁻计）",
        "the two values are not counted as the same thing (as N, as NO₃⁻)",
    ),
    "rule.condition_differs": (
        "两个要求的条件不同（试验条件或公称尺寸）",
        "the two requirements hold under different conditions (of test, or nominal size)",
    ),
    "rule.method_differs": (
        "试验方法不同，又没有声明等效",
        "the test methods differ and no equivalence is declared",
    ),
    "rule.method_unknown": (
        "对标标准的试验方法没有给出，不能确认方法相同",
        "the benchmark's test method is not given, so it cannot be shown to be the same",
    ),
    "rule.statistic_differs": (
        "统计方式不同（平均值、单个值、百分位数、最大值等）",
        "the statistics differ (mean, each value, percentile, maximum)",
    ),
    "rule.unit_incommensurable": (
        "单位不能换算，不是同一种量",
        "the units cannot be converted: not the same kind of quantity",
    ),
    "rule.unit_unknown": (
        "有一方没有写单位，或单位不认识",
        "one side has no unit, or one that is not known",
    ),
    "rule.scale_differs": (
        "两个等级用的分级标准不同，又没有声明对应关系",
        "the two grades belong to different scales and no mapping is declared",
    ),
    "rule.scale_unknown": (
        "没有给出等级的顺序，不知道哪一级更好",
        "the order of the grades is not given, so neither is known to be better",
    ),
    "rule.no_value_possible": (
        "按这样的限值，没有任何值能满足，限值可能有误",
        "no possible value meets this limit; the limit is probably wrong",
    ),
    "rule.missing_in_a": (
        "对标标准有要求，企业没有规定",
        "the benchmark demands something here and the enterprise states nothing",
    ),
    "rule.missing_in_b": (
        "企业有规定，对标标准没有要求",
        "the enterprise states something here and the benchmark demands nothing",
    ),
    "rule.both_silent": ("双方都没有要求", "neither side demands anything"),
    "rule.lod_missing": (
        "“不得检出”没有给出检出限，不知道严到什么程度",
        "“not detected” without its detection limit: how strict it is is not known",
    ),
    "rule.sets_equal": (
        "双方允许的值完全相同",
        "both admit exactly the same values",
    ),
    "rule.a_inside_b": (
        "企业允许的值，对标标准都允许；反过来不成立",
        "whatever the enterprise admits the benchmark admits too, but not conversely",
    ),
    "rule.b_inside_a": (
        "对标标准允许的值，企业都允许；反过来不成立",
        "whatever the benchmark admits the enterprise admits too, but not conversely",
    ),
    "rule.sets_cross": (
        "各有一部分值是对方不允许的，谁也不包含谁",
        "each admits values the other does not; neither contains the other",
    ),
    "rule.kind_differs": (
        "一方与另一方不是同一类要求（数值、等级、有无、文字）",
        "the two are different kinds of requirement (number, grade, yes/no, words)",
    ),
    # flags
    "flag.boundary_only": ("只差端点是否包含", "they differ only in whether the end point counts"),
    "flag.disjoint": ("没有共同的值", "no value is admitted by both"),
    "flag.method_differs": ("试验方法不同", "test methods differ"),
    "flag.statistic_differs": ("统计方式不同", "statistics differ"),
    "flag.unit_incommensurable": ("单位不能换算", "units cannot be converted"),
    "flag.scale_differs": ("分级标准或要求类别不同", "scales or kinds of requirement differ"),
    "flag.missing_in_a": ("企业没有规定", "the enterprise states nothing"),
    "flag.missing_in_b": ("对标标准没有要求", "the benchmark demands nothing"),
    "flag.data_missing": ("缺少数据", "data missing"),
    "flag.lod_missing": ("缺检出限", "detection limit missing"),
    "flag.unbounded": ("企业这一侧没有限值", "the enterprise sets no limit on this side"),
    "flag.piecewise": ("分情形逐一比较", "compared case by case"),
    "flag.ratio_not_meaningful": (
        "比值没有意义，只给差值",
        "a ratio means nothing here; the difference is given",
    ),
    "flag.characteristic_differs": ("计量对象不同", "not counted as the same thing"),
    "flag.condition_differs": ("条件不同", "conditions differ"),
    "flag.edition_superseded": ("标准版本已被代替", "the edition has been superseded"),
    "flag.method_not_stated": (
        "企业没有写试验方法，按相同方法比较",
        "the enterprise names no test method; taken to be the same",
    ),
    "flag.fraction_basis_assumed": (
        "“%”或“ppm”没有写明是质量分数还是体积分数，按对方的口径比较",
        "the % or ppm does not say of what; taken on the other side's basis",
    ),
    # the data that would settle an undecided comparison (Comparison.needed)
    "needed.value_a": ("企业的指标值", "the enterprise's value"),
    "needed.value_b": ("对标标准的指标值", "the benchmark's value"),
    "needed.unit_a": ("企业指标值的单位", "the unit of the enterprise's value"),
    "needed.unit_b": ("对标标准指标值的单位", "the unit of the benchmark's value"),
    "needed.detection_limit_a": ("企业方法的检出限", "the detection limit of the enterprise"),
    "needed.detection_limit_b": ("对标标准方法的检出限", "the detection limit of the benchmark"),
    "needed.grade_scale": ("等级的顺序（从好到差）", "the order of the grades, best first"),
    "needed.nominal_a": ("企业偏差对应的公称值", "the nominal of the enterprise's tolerance"),
    "needed.nominal_b": ("对标标准偏差对应的公称值", "the nominal of the benchmark's tolerance"),
    "needed.method_b": ("对标标准的试验方法", "the benchmark's test method"),
    # nearest flip
    "move.supply_data": ("补充数据", "supply the data"),
    "move.meet_benchmark": ("达到对标标准要求", "meet the benchmark"),
    "move.surpass_benchmark": ("严于对标标准", "surpass the benchmark"),
    "move.reach_leading": ("达到领跑值", "reach the leading value"),
    "move.add_plan": (
        "提交在期限内能完成的质量提升计划",
        "attach an improvement plan that ends within the horizon",
    ),
    # score
    "missing.renormalise": (
        "未判定的指标不计，其余权重按比例分配",
        "undecided indicators are left out and the other weights share the whole",
    ),
    "missing.zero": ("未判定的指标按 0 分计", "undecided indicators count as 0"),
    # what is wrong with an input
    "fact.option_unknown": (
        "选项 {option} 的值“{found}”不认识，应为 {expected} 之一。",
        "Option {option} is “{found}”; it must be one of {expected}.",
    ),
    "fact.field_missing": (
        "{where} 缺少字段 {field}，请补上。",
        "{where} lacks the field {field}; please add it.",
    ),
    "fact.field_wrong": (
        "{where} 的字段 {field} 是“{found}”，应为 {expected}。",
        "The field {field} of {where} is “{found}”; expected {expected}.",
    ),
    "fact.limits_reversed": (
        "{where} 的下限 {low} 与上限 {high} 之间没有任何值，请核对两个限值。",
        "No value lies between the limits {low} and {high} of {where}; please check them.",
    ),
    "fact.not_extracted": (
        "这条要求还没有从标准中提取，请补录后再比较。",
        "This requirement has not been taken from its standard yet; enter it, then compare.",
    ),
    "fact.relation_word_unknown": (
        "关系“{found}”不认识，应为 {expected} 之一。",
        "The relation “{found}” is not known; it must be one of {expected}.",
    ),
    "fact.weight_negative": (
        "权重 {weight} 应为不小于 0 的数。",
        "The weight {weight} must be a number of at least 0.",
    ),
    "fact.horizon_out_of_range": (
        "提升期限 {months} 个月超出范围，应在 0 到 {longest} 个月之间。",
        "The horizon of {months} months is out of range; it must be 0 to {longest} months.",
    ),
    "fact.share_out_of_range": (
        "领跑所需的严于权重占比 {share} 应在 0 到 1 之间。",
        "The share of stricter weight needed to lead is {share}; it must lie in 0 to 1.",
    ),
    "fact.plan_months_missing": (
        "可行的提升计划要写明几个月完成，现在是“{months}”，应为不小于 0 的数。",
        "A feasible plan must say how many months it takes; found “{months}”, expected 0 or more.",
    ),
    "fact.score_row_wrong": (
        "指标 {indicator} 无法计分：关系“{relation}”、权重 {weight}；权重应不小于 0。",
        "Indicator {indicator} cannot be scored: relation “{relation}”, weight {weight}; "
        "the weight must be at least 0.",
    ),
}
