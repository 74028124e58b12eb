"""Words of benchmark schemes on their way to publication."""

WORDS: dict[str, tuple[str, str]] = {
    "machine.scheme": ("对标技术方案", "Benchmark scheme"),
    "state.scheme.draft": ("起草", "Draft"),
    "state.scheme.consultation": ("征求意见", "In consultation"),
    "state.scheme.revising": ("修改", "Being revised"),
    "state.scheme.submitted": ("报批", "Handed in"),
    "state.scheme.published": ("已发布", "Published"),
    "state.scheme.withdrawn": ("已废止", "Withdrawn"),
    "state.scheme.dropped": ("已撤销", "Dropped"),
    "step.scheme.consult": ("征求意见", "Put to consultation"),
    "step.scheme.consult.consequence": (
        "通知各区、各部门、有关机构和企业，在截止日前提意见；其间文稿不能改。",
        "Districts, departments, institutions and enterprises are told and may comment until the "
        "last day; meanwhile the text rests.",
    ),
    "step.scheme.conclude": ("结束征求意见", "Close the consultation"),
    "step.scheme.submit": ("报批", "Hand in"),
    "step.scheme.submit.consequence": (
        "交审核人审定发布；其间文稿不能改。",
        "The reviewer decides on publication; meanwhile the text rests.",
    ),
    "step.scheme.publish": ("发布", "Publish"),
    "step.scheme.publish.consequence": (
        "文稿冻结为新版本，通知全部有关方面；旧版保留可查，标为“已替代”。",
        "The text freezes as a new version and everybody concerned is told; older versions stay "
        "readable, marked as superseded.",
    ),
    "step.scheme.return": ("退回修改", "Return"),
    "step.scheme.withdraw": ("废止", "Withdraw"),
    "step.scheme.withdraw.consequence": (
        "不再用于新的对标；已有结论不变。",
        "No longer used for new comparisons; earlier conclusions stand.",
    ),
    "step.scheme.drop": ("撤销", "Drop"),
    "disposition.open": ("未处理", "Open"),
    "disposition.adopted": ("采纳", "Adopted"),
    "disposition.partly": ("部分采纳", "Partly adopted"),
    "disposition.declined": ("不采纳", "Not adopted"),
    "fact.scheme_draft_closed": (
        "方案正在征求意见或已经报批、发布，文稿不能改。",
        "The scheme is in consultation, handed in or published; its text cannot be changed.",
    ),
    "fact.scheme_code_taken": (
        "编号为 {scheme} 的方案已有一份在办文稿，请在那份文稿上修改。",
        "There is an open draft of {scheme} already; work on that one.",
    ),
    "fact.scheme_no_consultation_day": (
        "请先设定征求意见的截止日，应晚于今天。",
        "Set the last day of the consultation first; it must be later than today.",
    ),
    "fact.scheme_consultation_open": (
        "征求意见到 {last_day} 止，到期后才能结束。",
        "The consultation runs until {last_day}; it can be closed after that day.",
    ),
    "fact.scheme_comments_undisposed": (
        "还有 {count} 条意见没有处理，请逐条写明采纳、部分采纳或不采纳。",
        "{count} comments are not dealt with; adopt, partly adopt or decline each.",
    ),
    "fact.scheme_nothing_changed": (
        "文稿与已发布的“{version}”完全相同，不必再发布。",
        "The text equals the published “{version}”; there is nothing to publish.",
    ),
    "fact.scheme_not_in_consultation": (
        "方案不在征求意见期内，不能提意见。",
        "The scheme is not in consultation; comments are not taken.",
    ),
    "fact.scheme_comment_empty": ("请写出意见内容。", "Write what you have to say."),
    "fact.scheme_no_such_indicator": (
        "方案里没有编号为 {indicator} 的指标。请从列表中选。",
        "The scheme has no indicator {indicator}. Choose one of the list.",
    ),
    "fact.scheme_disposition_without_reason": (
        "部分采纳或不采纳，请写明理由，提意见的单位会看到。",
        "Give a reason when a comment is not adopted as it stands; its author will read it.",
    ),
    "fact.scheme_comment_not_disposable": (
        "方案已经报批或发布，意见处理不能再改。",
        "The scheme is handed in or published; its comments cannot be dealt with any more.",
    ),
    "catalogue.told_consulted_subject": (
        "对标技术方案征求意见：{title}",
        "Consultation on the benchmark scheme {title}",
    ),
    "catalogue.told_consulted": (
        "《{title}》现征求意见，请在 {until} 前提出。意见可以针对整份方案，也可以针对某一项指标。",
        "Comments on “{title}” are taken until {until}, on the whole or on one indicator.",
    ),
    "catalogue.told_published_subject": (
        "对标技术方案已发布：{title}",
        "Benchmark scheme published: {title}",
    ),
    "catalogue.told_published": (
        "《{title}》第 {version} 版已发布，请按新版开展对标。旧版仍可查阅。",
        "Version {version} of “{title}” is published. Older versions stay readable.",
    ),
    "catalogue.told_withdrawn_subject": (
        "对标技术方案已废止：{title}",
        "Benchmark scheme withdrawn: {title}",
    ),
    "catalogue.told_withdrawn": (
        "《{title}》已废止，不再用于新的对标。理由：{reason}",
        "“{title}” is withdrawn and no longer used for new comparisons. Reason: {reason}",
    ),
}
