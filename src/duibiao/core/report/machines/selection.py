"""Stage 五(二): leads, recommendations, accounts, declarations, packages, changes
(requirements (b) 4–10, 18)."""

from duibiao.core.report.machine import Late, Machine, Step

# 4 企业账号槽
SLOT = Machine(
    name="slot",
    states=("free", "allocated", "activated", "stopped"),
    steps=(
        Step("allocate", ("free",), "allocated", "slot.allocate", guards=("one_account_each",)),
        Step("activate", ("allocated",), "activated", "slot.activate"),
        Step("reclaim", ("allocated",), "free", "slot.allocate", reason=True),
        Step("stop", ("activated",), "stopped", "slot.allocate", reason=True),
        Step("resume", ("stopped",), "activated", "slot.allocate"),
    ),
    resting=("free", "activated", "stopped"),
)

# 5 线索单：区部门报区局并抄送市部门；市部门报市市场监管委
DISTRICT_LEADS = Machine(
    name="district_leads",
    states=("draft", "submitted", "received", "settled"),
    steps=(
        Step(
            *("submit", ("draft",), "submitted", "district_leads.submit"),
            guards=("items_there", "items_complete"),
            deadline="leads",
        ),
        Step("receive", ("submitted",), "received", "district_leads.receive"),
        Step(
            *("settle", ("received",), "settled", "district_leads.receive"),
            guards=("every_item_decided",),
        ),
        Step("correct", ("submitted", "received"), "draft", "district_leads.submit", reason=True),
    ),
)
CITY_LEADS = Machine(
    name="city_leads",
    states=("draft", "submitted", "received", "nothing"),
    steps=(
        Step(
            *("submit", ("draft",), "submitted", "city_leads.submit"),
            guards=("items_there", "items_complete"),
            deadline="leads",
        ),
        Step("nothing", ("draft",), "nothing", "city_leads.submit", guards=("no_items",)),
        Step("receive", ("submitted",), "received", "city_leads.receive"),
        Step("correct", ("submitted", "received"), "draft", "city_leads.submit", reason=True),
    ),
    resting=("received",),
)

# 6 市汇总分发
CONSOLIDATION = Machine(
    name="consolidation",
    states=("collecting", "merged", "routed", "distributed"),
    steps=(
        Step("merge", ("collecting",), "merged", "consolidation.prepare", guards=("leads_there",)),
        Step("route", ("merged",), "routed", "consolidation.prepare", guards=("all_routed",)),
        Step(
            *("distribute", ("routed",), "distributed", "consolidation.distribute"),
            guards=("all_routed",),
        ),
        Step("reopen", ("merged", "routed"), "collecting", "consolidation.prepare", reason=True),
    ),
)

# 7 推荐的产业或业态
RECOMMENDATION = Machine(
    name="recommendation",
    states=("draft", "recommended", "withdrawn"),
    steps=(
        Step(
            *("recommend", ("draft",), "recommended", "recommendation.write"),
            guards=("codes_there", "ground_there"),
        ),
        Step(
            *("withdraw", ("draft", "recommended"), "withdrawn", "recommendation.write"),
            guards=("nobody_hangs_on_it",),
            reason=True,
        ),
    ),
    resting=("recommended",),
)

# 7 业态新增
FORMAT = Machine(
    name="format",
    states=("draft", "applied", "listed", "refused", "merged"),
    steps=(
        Step(
            *("apply", ("draft",), "applied", "format.apply"),
            guards=("need_stated", "not_coded"),
        ),
        Step("list", ("applied",), "listed", "format.decide", guards=("name_free", "not_coded")),
        Step("refuse", ("applied",), "refused", "format.decide", reason=True),
        Step("merge", ("applied", "listed"), "merged", "format.decide", guards=("target_there",)),
        Step("revise", ("refused",), "draft", "format.apply"),
    ),
    resting=("listed", "refused"),
)

# 7 企业参加：推荐、自愿、退出
PARTICIPATION = Machine(
    name="participation",
    states=("draft", "recommended", "consented", "declined", "withdrawn", "left"),
    steps=(
        Step(
            *("recommend", ("draft",), "recommended", "recommendation.write"),
            guards=("resident", "not_elsewhere", "class_recommended"),
        ),
        Step("consent", ("recommended",), "consented", "participation.answer"),
        Step("decline", ("recommended",), "declined", "participation.answer", reason=True),
        Step(
            *("take_back", ("consented",), "declined", "participation.answer"),
            guards=("not_locked",),
            reason=True,
        ),
        Step(
            *("withdraw", ("draft", "recommended"), "withdrawn", "recommendation.write"),
            reason=True,
        ),
        Step("leave", ("consented",), "left", "change.decide", guards=("change_decided",)),
    ),
    resting=("consented",),
)

# 8 企业申报
DECLARATION = Machine(
    name="declaration",
    states=("filling", "submitted", "returned", "approved", "packed", "reported"),
    steps=(
        Step(
            *("submit", ("filling", "returned"), "submitted", "declaration.write"),
            guards=("consented", "complete", "truth_stated", "scope_there"),
            deadline="declarations",
        ),
        Step(
            *("approve", ("submitted",), "approved", "declaration.review"),
            guards=("checked",),
            other_than=("submit",),
        ),
        Step("return", ("submitted",), "returned", "declaration.review", reason=True),
        Step("reopen", ("approved",), "returned", "declaration.review", reason=True),
        Step("pack", ("approved",), "packed", "district_package.prepare"),
        Step("unpack", ("packed",), "approved", "district_package.prepare"),
        Step("report", ("packed",), "reported", "district_package.approve"),
        Step("unreport", ("reported",), "packed", "district_package.receive"),
    ),
    waiting={"approved": "district_package.prepare", "packed": "district_package.approve"},
    resting=("reported",),
)

# 9 区申报包
DISTRICT_PACKAGE = Machine(
    name="district_package",
    states=("assembling", "checking", "filed", "received", "returned"),
    steps=(
        Step(
            *("present", ("assembling",), "checking", "district_package.prepare"),
            guards=("members_there",),
        ),
        Step(
            *("file", ("checking",), "filed", "district_package.approve"),
            guards=("quota_met", "sme_share_met", "all_approved"),
            other_than=("present",),
            deadline="selection",
            late=Late.BLOCKS,
        ),
        Step("send_back", ("checking",), "assembling", "district_package.approve", reason=True),
        Step("receive", ("filed",), "received", "district_package.receive"),
        Step("return", ("filed", "received"), "returned", "district_package.receive", reason=True),
    ),
    resting=("received",),
)

# 10 市申报包
CITY_PACKAGE = Machine(
    name="city_package",
    states=("assembling", "checking", "filed", "accepted", "returned"),
    steps=(
        Step(
            *("present", ("assembling",), "checking", "city_package.prepare"),
            guards=("packages_there",),
        ),
        Step(
            *("file", ("checking",), "filed", "city_package.approve"),
            guards=("city_confirmed", "missing_districts_named", "city_quota_met"),
            other_than=("present",),
        ),
        Step("send_back", ("checking",), "assembling", "city_package.approve", reason=True),
        Step("accept", ("filed",), "accepted", "city_package.receive"),
        Step("return", ("filed",), "returned", "city_package.receive", reason=True),
    ),
)

# 18 变更单
CHANGE = Machine(
    name="change",
    states=("draft", "requested", "reviewed", "effective", "rejected"),
    steps=(
        Step(
            *("request", ("draft",), "requested", "change.request"),
            guards=("ground_there", "details_there"),
        ),
        Step(
            *("review", ("requested",), "reviewed", "change.review"),
            other_than=("request",),
        ),
        Step("take_effect", ("reviewed",), "effective", "change.decide", other_than=("review",)),
        Step("reject", ("requested",), "rejected", "change.review", reason=True),
        Step("refuse", ("reviewed",), "rejected", "change.decide", reason=True),
    ),
)

ALL = (
    *(SLOT, DISTRICT_LEADS, CITY_LEADS, CONSOLIDATION, RECOMMENDATION, FORMAT, PARTICIPATION),
    *(DECLARATION, DISTRICT_PACKAGE, CITY_PACKAGE, CHANGE),
)
