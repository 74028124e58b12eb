"""Words of declarations: what is found, what is refused, states and steps. The words of their
pages stand in `filing_pages`."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.filing_finding": ("{label}：{rule}{detail}", "{label}: {rule}{detail}"),
    "fact.newer_edition": ("（新版为 {number}）", " (now {number})"),
    "fact.number_meant": ("（是不是 {suggestion}？）", " (is it {suggestion}?)"),
    "fact.not_consented": (
        "企业没有确认参加，或已退出，不能提交。",
        "The enterprise does not take part; it cannot hand in.",
    ),
    "fact.not_checked": (
        "“{question}”还没有核查通过。",
        "“{question}” has not been answered with yes.",
    ),
    "fact.declaration_not_valid": (
        "“有效性”不能通过：{finding}。请退回补正。",
        "It cannot be found valid: {finding}. Return it.",
    ),
    "fact.pins_still_open": (
        "还有 {count} 处退回意见没有消除。",
        "{count} remarks are still open.",
    ),
    "fact.cell_changed": (
        "这一格刚被他人改为“{present}”，您的内容没有写入。请核对后再填。",
        "Somebody has just changed this cell to “{present}”; yours was not written. Compare.",
    ),
    "fact.return_needs_place": (
        "退回要指明哪个字段有问题，或写明理由。",
        "A return names the fields that are wrong, or says why.",
    ),
    "fact.bulk_count_differs": (
        "您确认的是 {confirmed} 家，现在是 {present} 家。请重新核对。",
        "You confirmed {confirmed}; it is {present} now. Look again.",
    ),
    "fact.not_all_green": (
        "只有检查全部通过的才能一并审核。以下有待逐家审核：{names}。",
        "Only those without any finding are approved together. One by one: {names}.",
    ),
    "fact.evidence_not_a_document": (
        "“{name}”不是 PDF、JPG 或 PNG 文件。",
        "“{name}” is not a PDF, JPEG or PNG file.",
    ),
    "fact.evidence_too_big": (
        "“{name}”超过 {megabytes} MB，请压缩或拆分后上传。",
        "“{name}” is larger than {megabytes} MB; split or compress it.",
    ),
    "fact.evidence_twice": (
        "同一份文件已经上传过：{title}。",
        "This file is there already: {title}.",
    ),
    "question.complete": ("完整性", "Complete"),
    "question.true": ("真实性", "True"),
    "question.valid": ("有效性", "Valid"),
    "gravity.block": ("必须补正", "Must be mended"),
    "gravity.warn": ("请核实并说明", "Check and explain"),
    "gravity.note": ("提示", "Note"),
    "filingrule.no_product": (
        "至少填一个产品或服务",
        "declare at least one product or service",
    ),
    "filingrule.product_unnamed": ("没有填产品（服务）名称", "the product or service has no name"),
    "filingrule.sample_missing": (
        "产品要填规格型号（样品）；服务不用填",
        "a product needs its model (sample); a service does not",
    ),
    "filingrule.product_without_standard": (
        "没有指明执行的标准",
        "no executed standard applies to it",
    ),
    "filingrule.product_without_indicator": (
        "至少填一项关键技术指标",
        "needs at least one key indicator",
    ),
    "filingrule.nothing_in_scope": (
        "至少要有一项指标纳入重点比对范围",
        "needs at least one indicator in the focus range",
    ),
    "filingrule.service_aspects": (
        "服务一般应有流程、时限或满意度方面的指标",
        "a service usually has indicators of process, time or satisfaction",
    ),
    "filingrule.number_missing": ("没有填标准号", "no standard number"),
    "filingrule.number_odd": (
        "标准号的写法不合任何标准机构的编号规则",
        "no body numbers its standards like this",
    ),
    "filingrule.number_twice": ("同一标准填了两次", "the same standard twice"),
    "filingrule.title_missing": ("没有填标准名称", "no title of the standard"),
    "filingrule.level_missing": ("没有选标准层级", "no level of the standard"),
    "filingrule.level_contradicts": (
        "选的层级与标准号不一致",
        "the level is not the one its number shows",
    ),
    "filingrule.not_in_force": (
        "标准已废止或被代替，请换现行标准；确需沿用的写明原因",
        "the standard is withdrawn or superseded; use one in force, or explain",
    ),
    "filingrule.status_unknown": (
        "还不清楚是否现行，请查一下",
        "whether it is in force is not known; look it up",
    ),
    "filingrule.not_yet_implemented": (
        "实施日期还没有到",
        "its day of implementation is still to come",
    ),
    "filingrule.applies_to_nothing": (
        "没有选适用的产品或服务",
        "it applies to none of the products",
    ),
    "filingrule.edition_gone": (
        "这一版标准已被代替或废止，请核对是否仍在执行",
        "This edition is superseded or withdrawn; check whether it is still what you work by",
    ),
    "filingrule.not_disclosed": (
        "企业标准还没有自我声明公开，建议在公共服务平台公开",
        "the enterprise standard is not self-declared publicly; do so on the platform",
    ),
    "filingrule.disclosure_incomplete": (
        "已公开的请填公开平台编号和日期",
        "say the platform's number and the date of the disclosure",
    ),
    "filingrule.indicator_unnamed": ("没有填指标名称", "the indicator has no name"),
    "filingrule.indicator_twice": ("同一指标填了两次", "the same indicator twice"),
    "filingrule.standard_unnamed": (
        "没有选指标出自哪个执行标准",
        "which executed standard it comes from is not said",
    ),
    "filingrule.unit_missing": (
        "没有填计量单位（无量纲的填 1）",
        "no unit (without dimension: 1)",
    ),
    "filingrule.unit_unknown": (
        "计量单位认不出来，请核对写法",
        "the unit is not known; check how it is written",
    ),
    "filingrule.direction_missing": ("没有选指标方向", "no direction"),
    "filingrule.direction_contradicts": (
        "指标方向与标准规定值相反",
        "the direction contradicts what the standard demands",
    ),
    "filingrule.value_missing": ("没有填标准规定值", "no stipulated value"),
    "filingrule.not_a_number": (
        "定量指标要填数值；定性的请把特性类型改为“等级”或“文字”",
        "a quantity takes numbers; for words choose “grade” or “words”",
    ),
    "filingrule.method_missing": ("没有填试验方法", "no test method"),
    "filingrule.no_own_value": (
        "还没有承诺值或实测值，比对时要用",
        "neither promised nor measured; the comparison will need one",
    ),
    "filingrule.far_beyond": (
        "比标准规定好 10 倍以上，请核实数值和单位",
        "more than ten times better than demanded; check value and unit",
    ),
    "filingrule.evidence_expired": ("证明材料已过有效期", "the evidence has expired"),
    "filingrule.truth_not_stated": (
        "还没有签署真实性承诺",
        "the statement of truth is not signed",
    ),
    "thing.declaration": ("申报", "Declaration"),
    "thing.product": ("产品或服务", "Product or service"),
    "thing.standard": ("执行标准", "Executed standard"),
    "thing.indicator": ("关键指标", "Key indicator"),
    "thing.evidence": ("证明材料", "Evidence"),
    "machine.declaration": ("企业申报", "Declaration"),
    "state.declaration.filling": ("填报中", "Being filled"),
    "state.declaration.submitted": ("待区局审核", "Awaiting review"),
    "state.declaration.returned": ("退回补正", "Returned"),
    "state.declaration.approved": ("审核通过", "Approved"),
    "state.declaration.packed": ("已入区包", "In the package"),
    "state.declaration.reported": ("已上报", "Filed"),
    "step.declaration.submit": ("提交申报", "Hand in"),
    "step.declaration.submit.consequence": (
        "提交后由区市场监管局审核，退回前不能修改。",
        "The district bureau reviews it; until it is returned it cannot be changed.",
    ),
    "step.declaration.approve": ("审核通过", "Approve"),
    "step.declaration.approve.consequence": (
        "通过后可以列入本区申报包；企业不能再改。",
        "It can go into the district's package; the enterprise cannot change it any more.",
    ),
    "step.declaration.return": ("退回补正", "Return"),
    "step.declaration.return.consequence": (
        "企业会看到退回意见和所指的字段，改好后重新提交。",
        "The enterprise sees your remarks at the fields, mends them and hands in again.",
    ),
    "step.declaration.reopen": ("撤销通过，退回", "Reopen"),
    "step.declaration.pack": ("入区包", "Pack"),
    "step.declaration.unpack": ("移出区包", "Unpack"),
    "step.declaration.report": ("上报", "File"),
    "step.declaration.unreport": ("上报退回", "Filing returned"),
    "event.declaration.created": ("开始填报", "Declaration begun"),
    "event.declaration.edited": ("修改申报", "Declaration edited"),
    "event.declaration.checked": ("核查三性", "Checklist answered"),
    "event.declaration.signed": ("签署承诺", "Statement signed"),
    "event.declaration.explained": ("填写说明", "Explanation given"),
    "event.declaration.pinned": ("指出字段问题", "Remark at a field"),
    "event.declaration.unpinned": ("消除字段意见", "Remark taken off"),
    "event.declaration.product_added": ("增加产品", "Product added"),
    "event.declaration.product_changed": ("修改产品", "Product changed"),
    "event.declaration.product_removed": ("删除产品", "Product removed"),
    "event.declaration.standard_added": ("增加执行标准", "Standard added"),
    "event.declaration.standard_changed": ("修改执行标准", "Standard changed"),
    "event.declaration.standard_removed": ("删除执行标准", "Standard removed"),
    "event.declaration.indicator_added": ("增加指标", "Indicator added"),
    "event.declaration.indicator_changed": ("修改指标", "Indicator changed"),
    "event.declaration.indicator_removed": ("删除指标", "Indicator removed"),
    "event.declaration.indicators_copied": ("复制指标", "Indicators copied"),
    "event.declaration.evidence_added": ("上传证明材料", "Evidence added"),
    "event.declaration.evidence_removed": ("撤下证明材料", "Evidence removed"),
    "declaration.chase_subject": ("请尽快填报：{campaign}", "Please file: {campaign}"),
    "declaration.chase_body": (
        "贵单位的申报还没有提交，请在 {last_day} 前完成填报并提交。",
        "Your declaration has not been handed in; please finish it by {last_day}.",
    ),
}
