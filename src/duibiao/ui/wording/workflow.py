"""Words of steps, refusals and the journal."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.no_such_step": (
        "当前状态不能做这一步，可能别人已经处理过。请刷新页面后再看。",
        "This step does not lead anywhere from the present state; somebody may already have dealt "
        "with it. Reload the page.",
    ),
    "fact.stale": (
        "您打开页面之后，这条记录已被他人修改。请刷新页面，核对后再操作；您填写的内容仍保留在本页。",
        "Somebody changed this record after you opened it. Reload, compare, and act again; what "
        "you typed is still on this page.",
    ),
    "fact.reason_missing": (
        "请写明理由，对方要据此修改。",
        "Give a reason: the other side acts on it.",
    ),
    "fact.same_person": (
        "经办和审核不能是同一人：{name}已办理上一环节，请由另一人办理。",
        "Handling and reviewing must not be one person: {name} took the step before. "
        "Somebody else must take this one.",
    ),
    "fact.too_late": (
        "截止日期 {last_day} 已过（逾期 {days} 天）。请先向市市场监管委申请开放补报。",
        "The last day, {last_day}, has passed ({days} days late). Ask the city commission to open "
        "a late-filing window first.",
    ),
    "fact.step_refused": ("{facts}", "{facts}"),
    "fact.not_yours": (
        "您的岗位没有这项权限，或者这条记录不归您办理。",
        "Your post does not carry this permission, or not for this record.",
    ),
    "fact.key_reused": (
        "幂等键 {key} 已用于另一次上报，请换一个新键。",
        "The key {key} was used for another filing; choose a new one.",
    ),
    "fact.unknown_record": (
        "没有找到这条记录。",
        "There is no such record.",
    ),
    "workflow.done": ("已办理：{step}。", "Done: {step}."),
    "workflow.owner": ("等待办理：", "Waits for: "),
    "workflow.or": ("、", ", "),
    "workflow.post_before": ("（", " ("),
    "workflow.post_after": ("）", ")"),
    "workflow.title": ("{step}", "{step}"),
    "workflow.consequence": ("办理后", "What follows"),
    "workflow.missing": ("还不能办理，还缺：", "Not yet possible; still missing:"),
    "workflow.not_offered": (
        "这一步现在不由您办理。",
        "This step is not yours to take at this moment.",
    ),
    "workflow.reason": ("理由", "Reason"),
    "workflow.reason_help": (
        "写清楚哪里不对、要改成什么样。对方和审计都会看到。",
        "Say what is wrong and what is expected. The other side and the audit will see it.",
    ),
    "workflow.steps": ("现在能做的", "What can be done now"),
    "workflow.back": ("返回，不办理", "Go back, do nothing"),
    "doctor.software": ("软件", "Software"),
    "doctor.home": ("数据目录", "Data folder"),
    "doctor.not_writable": ("{path} 不能写入（{why}）", "{path} cannot be written ({why})"),
    "doctor.database": ("数据库", "Database"),
    "doctor.migrations": ("数据库结构", "Database shape"),
    "doctor.behind": (
        "落后 {count} 步，请运行 duibiao serve",
        "{count} steps behind: duibiao serve",
    ),
    "doctor.current": ("最新", "current"),
    "doctor.durability": ("落盘设置", "Durability"),
    "doctor.journal": ("审计链", "Journal"),
    "doctor.chains_hold": ("{count} 条，逐链核对无误", "{count} entries, every chain holds"),
    "doctor.chain_broken": (
        "{chain} 第 {sequence} 条起不成立（{why}）",
        "{chain} does not hold from entry {sequence} ({why})",
    ),
}
