"""Words of benchmark lists."""

WORDS: dict[str, tuple[str, str]] = {
    "machine.benchmark_list": (
        "对标标准清单",
        "Benchmark list",
    ),
    "state.benchmark_list.draft": (
        "起草",
        "Draft",
    ),
    "state.benchmark_list.submitted": (
        "报批",
        "Handed in",
    ),
    "state.benchmark_list.published": (
        "已发布",
        "Published",
    ),
    "state.benchmark_list.superseded": (
        "已替代",
        "Superseded",
    ),
    "state.benchmark_list.withdrawn": (
        "已废止",
        "Withdrawn",
    ),
    "state.benchmark_list.dropped": (
        "已撤销",
        "Dropped",
    ),
    "step.benchmark_list.submit": (
        "报批",
        "Hand in",
    ),
    "step.benchmark_list.publish": (
        "发布",
        "Publish",
    ),
    "step.benchmark_list.publish.consequence": (
        "通知全部有关方面；旧版保留可查，标为“已替代”。",
        "Everybody concerned is told; the edition before stays readable, marked as superseded.",
    ),
    "step.benchmark_list.return": (
        "退回修改",
        "Return",
    ),
    "step.benchmark_list.supersede": (
        "由新版替代",
        "Supersede",
    ),
    "step.benchmark_list.withdraw": (
        "废止",
        "Withdraw",
    ),
    "step.benchmark_list.drop": (
        "撤销",
        "Drop",
    ),
    "itemlevel.international": (
        "国际",
        "International",
    ),
    "itemlevel.regional": (
        "区域",
        "Regional",
    ),
    "itemlevel.foreign": (
        "国外国家或团体",
        "Foreign",
    ),
    "itemlevel.national": (
        "国家标准",
        "National",
    ),
    "itemlevel.industry": (
        "行业标准",
        "Industry",
    ),
    "itemlevel.local": (
        "地方标准",
        "Local",
    ),
    "itemlevel.group": (
        "团体标准",
        "Association",
    ),
    "itemlevel.enterprise": (
        "企业标准",
        "Enterprise",
    ),
    "itemstatus.in_force": (
        "现行",
        "In force",
    ),
    "itemstatus.upcoming": (
        "即将实施",
        "Upcoming",
    ),
    "itemstatus.abolished": (
        "废止",
        "Abolished",
    ),
    "fact.list_closed": (
        "清单已经报批或发布，不能直接改。请另起新版。",
        "The list is handed in or published; begin a new edition.",
    ),
    "fact.list_code_taken": (
        "编号为 {list} 的清单已有在办文稿，或属于别的单位。",
        "The list {list} has an open draft already, or is another office's.",
    ),
    "fact.list_not_a_number": (
        "第 {line} 行：“{found}”不是标准编号。可能是：{suggestion}",
        "Line {line}: “{found}” is not a standard number. Perhaps: {suggestion}",
    ),
    "fact.list_item_twice": (
        "标准 {number} 列了两次。同一标准号和年版只能列一次。",
        "{number} is listed twice; a number and year stands once.",
    ),
    "fact.list_empty": (
        "清单还没有条目。",
        "The list has no items.",
    ),
    "fact.list_item_incomplete": (
        "标准 {number} 缺少：{field}。请补填。",
        "{number} lacks: {field}. Please fill it in.",
    ),
    "fact.list_no_newer_edition": (
        "还没有更新的版本发布。",
        "No newer edition has been published.",
    ),
    "imports.problem.not_a_standard_number": (
        "{where}“{found}”不是标准编号。可能是：{suggestion}",
        "{where}: “{found}” is not a standard number. Perhaps: {suggestion}",
    ),
    "imports.kind.not_a_standard_number": (
        "不是标准编号",
        "not a standard number",
    ),
    "imports.problem.number_spelt_otherwise": (
        "{where}“{found}”请写成 {suggestion}。",
        "{where}: write “{found}” as {suggestion}.",
    ),
    "imports.kind.number_spelt_otherwise": (
        "标准编号写法不统一",
        "number spelt otherwise",
    ),
    "lists.told_subject": (
        "对标标准清单已发布：{title}",
        "Benchmark list published: {title}",
    ),
    "lists.told": (
        "《{title}》第 {edition} 版已发布，共 {count} 项标准。旧版仍可查阅。",
        "Edition {edition} of “{title}” is published, {count} standards. Older ones stay readable.",
    ),
    "lists.title": (
        "对标标准清单",
        "Benchmark lists",
    ),
    "lists.lead": (
        "确定要对比分析的国内外标准。",
        "The domestic and foreign standards to compare with.",
    ),
    "lists.none": (
        "还没有清单。",
        "No list yet.",
    ),
    "lists.list": (
        "清单",
        "List",
    ),
    "lists.edition": (
        "第 {edition} 版",
        "Edition {edition}",
    ),
    "lists.items": (
        "{count} 项标准",
        "{count} standards",
    ),
    "lists.industries": (
        "适用行业",
        "Industries",
    ),
    "lists.products": (
        "适用产品",
        "Products",
    ),
    "lists.code": (
        "清单编号",
        "Code",
    ),
    "lists.published_on": (
        "发布日期",
        "Published on",
    ),
    "lists.number": (
        "标准编号",
        "Number",
    ),
    "lists.name": (
        "标准名称",
        "Title",
    ),
    "lists.origin": (
        "国别与机构",
        "Country and body",
    ),
    "lists.level": (
        "层级",
        "Level",
    ),
    "lists.category": (
        "类别",
        "Category",
    ),
    "lists.year": (
        "年版",
        "Year",
    ),
    "lists.status": (
        "状态",
        "Status",
    ),
    "lists.applies_to": (
        "适用产品",
        "Applies to",
    ),
    "lists.obtain": (
        "获取方式",
        "How to obtain",
    ),
    "lists.import": (
        "导入条目",
        "Import items",
    ),
    "lists.export": (
        "导出工作簿",
        "Export workbook",
    ),
    "lists.empty": (
        "还没有条目，请用工作簿导入。",
        "No items yet; import a workbook.",
    ),
    "lists.start": (
        "新建清单或新版",
        "Begin a list or an edition",
    ),
    "lists.start_title": (
        "清单名称",
        "Title",
    ),
    "lists.start_help": (
        "编号与已发布的清单相同，就是它的下一版，条目一并带来。",
        "A code already published begins its next edition, with its items.",
    ),
    "lists.begin": (
        "新建",
        "Begin",
    ),
    "lists.editions": (
        "各版本",
        "Editions",
    ),
    "column.products": (
        "适用产品",
        "Products",
    ),
    "column.published_on": (
        "发布日期",
        "Published on",
    ),
    "itemfield.title": ("标准名称", "title"),
    "itemfield.year": ("年版", "year"),
    "itemfield.applies_to": ("适用产品", "what it applies to"),
    "itemfield.obtain": ("获取方式", "how to obtain it"),
    "itemfield.country": ("国家或地区", "country"),
    "itemfield.body": ("发布机构", "body"),
    "machine.suggestion": (
        "清单建议",
        "Suggestion for the lists",
    ),
    "state.suggestion.draft": (
        "草稿",
        "Draft",
    ),
    "state.suggestion.submitted": (
        "已提出",
        "Handed in",
    ),
    "state.suggestion.collected": (
        "已汇总上报",
        "Passed on",
    ),
    "state.suggestion.adopted": (
        "已采纳",
        "Adopted",
    ),
    "state.suggestion.declined": (
        "不采纳",
        "Declined",
    ),
    "step.suggestion.submit": (
        "提出",
        "Hand in",
    ),
    "step.suggestion.collect": (
        "汇总上报国办",
        "Pass on to the national office",
    ),
    "step.suggestion.return": (
        "退回",
        "Return",
    ),
    "step.suggestion.adopt": (
        "采纳",
        "Adopt",
    ),
    "step.suggestion.decline": (
        "不采纳",
        "Decline",
    ),
    "fact.suggestion_no_ground": (
        "请写明为什么需要这项标准。",
        "Say why the standard is wanted.",
    ),
    "fact.suggestion_already_listed": (
        "标准 {number} 已在“{list}”里，不必再提。",
        "{number} stands in “{list}” already.",
    ),
    "fact.suggestion_not_yet_listed": (
        "请先把标准 {number} 列入清单，再办采纳。",
        "Put {number} into a list first, then adopt.",
    ),
    "suggestion.told_adopted": (
        "清单建议已采纳：{number}",
        "Suggestion adopted: {number}",
    ),
    "suggestion.told_declined": (
        "清单建议未采纳：{number}",
        "Suggestion declined: {number}",
    ),
    "suggestion.title": (
        "清单建议",
        "Suggestions for the lists",
    ),
    "suggestion.lead": (
        "清单没有覆盖的产品，由区局提出，市市场监管委汇总上报，国办采纳或不采纳。",
        "For products the lists do not cover: districts suggest, the commission passes on, the "
        "national office decides.",
    ),
    "suggestion.none": (
        "没有建议。",
        "No suggestions.",
    ),
    "suggestion.new": (
        "提出建议",
        "Suggest a standard",
    ),
    "suggestion.ground": (
        "理由",
        "Why",
    ),
    "suggestion.office": (
        "提出单位",
        "Suggested by",
    ),
    "suggestion.save": (
        "保存草稿",
        "Save the draft",
    ),
    "column.district_office": (
        "提出单位",
        "Suggested by",
    ),
}
