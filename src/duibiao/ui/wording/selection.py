"""Words of the selection: recommendations, consent, account slots, change orders."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.taken_elsewhere": (
        "这家企业属{district}（{since} 起），由该区首先登记、推荐，不能重复推荐。",
        "The enterprise belongs to {district} since {since}; that district was first.",
    ),
    "fact.trade_not_recommended": (
        "企业的行业或业态不在“{trade}”之内，或“{trade}”还没有推荐。",
        "The enterprise's trade is not within “{trade}”, or that is not recommended.",
    ),
    "fact.no_codes": (
        "至少对应一个 GB/T 4754 代码，或选一个已入库的业态。",
        "Map it to at least one code of GB/T 4754, or choose a listed format.",
    ),
    "fact.block_economy_unstated": (
        "提示：没有写明所属的块状经济或区域主体。没有的，请填写说明（不影响推荐）。",
        "Note: no block economy is stated. If there is none, say so (this does not stand against "
        "recommending).",
    ),
    "fact.rank_unstated": (
        "提示：{name}没有行业排名记录。建议优先推荐排在行业前列的企业（不影响推荐）。",
        "Note: no ranking of {name} is recorded. Leading enterprises should go first (this does "
        "not stand against recommending).",
    ),
    "fact.no_ground": ("请写明理由。", "Say why."),
    "fact.enterprises_hang_on_it": (
        "有 {count} 家企业挂在这一项下，不能撤回。",
        "{count} enterprises hang on it; it cannot be withdrawn.",
    ),
    "fact.slot_taken": (
        "账号 {number} 已分配给 {enterprise}，收回后才能再分配。",
        "Slot {number} belongs to {enterprise}; reclaim it first.",
    ),
    "fact.filed_already": (
        "已随 {number} 上报，退出请办变更单。",
        "Filed with {number}: leave by a change order.",
    ),
    "fact.change_undecided": (
        "变更单还没有生效。",
        "The change order has not taken effect.",
    ),
    "fact.below_quota": (
        "{district}变更后只有 {have} 家，少于 {needed} 家，请补充推荐。",
        "After the change {district} has {have}, fewer than {needed}: recommend more.",
    ),
    "fact.one_kind_of_trade": (
        "行业代码和业态只能填一种。",
        "Give industry codes or a format, not both.",
    ),
    "fact.trade_known": (
        "本区已有名为“{name}”的推荐产业或业态。",
        "The district recommends a trade named “{name}” already.",
    ),
    "fact.not_a_draft": (
        "“{name}”已推荐，不能直接修改；需要修改时先撤回。",
        "“{name}” is recommended and cannot be changed; withdraw it first.",
    ),
    "fact.batch_size": (
        "每批 1～{largest} 个，填的是 {count}。",
        "A batch has 1 to {largest} slots, not {count}.",
    ),
    "fact.no_free_slots": (
        "要分配 {wanted} 个账号，本区只剩 {free} 个。请市市场监管委再生成一批。",
        "{wanted} slots are wanted, the district has {free} left. Ask the commission for more.",
    ),
    "fact.not_resident_here": (
        "{name}属{district}，不能用本区的账号。",
        "{name} belongs to {district}; it cannot have a slot of this district.",
    ),
    "fact.not_taking_part": (
        "{name}没有参加本次专项行动，不需要变更单。",
        "{name} does not take part; no change order is needed.",
    ),
    "fact.change_open": (
        "{name}已有一张同类变更单没有办结。",
        "A change order of this kind for {name} is not decided yet.",
    ),
    "fact.change_unstated": (
        "请写明改成什么；与现在相同的不用填。",
        "Say what it shall be; leave out what stays the same.",
    ),
    "fact.moves_away": (
        "新地址在{place}，不在本市。请改办“退出”变更单。",
        "The new address lies in {place}, outside the city: ask for an order to leave.",
    ),
    "fact.change_not_a_number": (
        "“{found}”不是有效数字（{field}）。",
        "“{found}” is no valid number ({field}).",
    ),
    "fact.no_block_economy": (
        "没有填写所属块状经济（区域主体），也没有说明。建议补充，不影响推荐。",
        "No block economy is named, nor said why not. Better add it; it hinders nothing.",
    ),
    "fact.no_ranking": (
        "没有行业排名信息。建议推荐排在行业前列的企业，不影响推荐。",
        "No place in its trade is known. Enterprises of the first ranks are preferred; it hinders "
        "nothing.",
    ),
    "fact.share_too_low": (
        "{district}变更后 {have} 家中有中小企业 {sme} 家，比规定少 {missing} 家，请补充推荐。",
        "After the change {sme} of {have} in {district} are small or medium, {missing} too few: "
        "recommend more.",
    ),
    "changekind.leave": ("退出", "Leave"),
    "changekind.rename": ("更名", "Rename"),
    "changekind.move": ("迁址", "Move"),
    "changekind.correct": ("更正", "Correct"),
    "machine.recommendation": ("推荐产业、业态", "Recommended trade"),
    "state.recommendation.draft": ("草拟", "Draft"),
    "state.recommendation.recommended": ("已推荐", "Recommended"),
    "state.recommendation.withdrawn": ("已撤回", "Withdrawn"),
    "step.recommendation.recommend": ("推荐", "Recommend"),
    "step.recommendation.withdraw": ("撤回", "Withdraw"),
    "machine.participation": ("企业参加", "Participation"),
    "state.participation.draft": ("草拟", "Draft"),
    "state.participation.recommended": ("待企业确认", "Awaiting the enterprise"),
    "state.participation.consented": ("自愿参加", "Taking part"),
    "state.participation.declined": ("谢绝", "Declined"),
    "state.participation.withdrawn": ("已撤回", "Withdrawn"),
    "state.participation.left": ("已退出", "Left"),
    "step.participation.recommend": ("推荐企业", "Recommend"),
    "step.participation.consent": ("自愿参加", "Take part"),
    "step.participation.consent.consequence": (
        "确认自愿申报参与专项行动。上报之前可以撤回；上报之后退出要办变更单。",
        "You take part of your own free will. Until filing you may take it back.",
    ),
    "step.participation.decline": ("不参加", "Decline"),
    "step.participation.take_back": ("撤回参加", "Take back"),
    "step.participation.withdraw": ("撤回推荐", "Withdraw"),
    "step.participation.leave": ("退出", "Leave"),
    "machine.slot": ("企业账号", "Account slot"),
    "state.slot.free": ("未分配", "Free"),
    "state.slot.allocated": ("已分配", "Given out"),
    "state.slot.activated": ("已激活", "Activated"),
    "state.slot.stopped": ("停用", "Stopped"),
    "step.slot.allocate": ("分配", "Give out"),
    "step.slot.activate": ("激活", "Activate"),
    "step.slot.reclaim": ("收回", "Reclaim"),
    "step.slot.stop": ("停用", "Stop"),
    "step.slot.resume": ("恢复", "Resume"),
    "machine.change": ("变更单", "Change order"),
    "state.change.draft": ("草拟", "Draft"),
    "state.change.requested": ("待区审", "Awaiting the district"),
    "state.change.reviewed": ("待市审", "Awaiting the city"),
    "state.change.effective": ("已生效", "In effect"),
    "state.change.rejected": ("驳回", "Rejected"),
    "step.change.request": ("提出变更", "Request"),
    "step.change.review": ("区审同意", "Reviewed"),
    "step.change.take_effect": ("生效", "Let it take effect"),
    "step.change.take_effect.consequence": (
        "配额和中小企业占比随即重算；已上报的包不追溯。",
        "Quota and share are counted anew; what was filed stays.",
    ),
    "step.change.reject": ("区审驳回", "Reject"),
    "step.change.refuse": ("市审驳回", "Refuse"),
    "event.recommendation.created": ("起草推荐", "Recommendation drafted"),
    "event.participation.created": ("提名企业", "Enterprise put forward"),
    "event.slot.generated": ("生成账号", "Slots made"),
    "event.change.created": ("起草变更单", "Change drafted"),
}
