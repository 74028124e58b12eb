"""Stage 五(一): campaign, plan, co-signing (requirements (b) 1, 2)."""

from duibiao.core.report.machine import Machine, Step

# 1 专项行动. Stages may overlap; the clock never closes one, it only marks lateness.
CAMPAIGN = Machine(
    name="campaign",
    states=(
        *("draft", "deployed", "selecting", "grounding", "benchmarking", "improving"),
        *("concluding", "ended", "archived"),
    ),
    steps=(
        Step("deploy", ("draft",), "deployed", "campaign.manage", guards=("plan_issued",)),
        Step("select", ("deployed",), "selecting", "campaign.manage"),
        Step("ground", ("selecting",), "grounding", "campaign.manage"),
        Step("benchmark", ("grounding",), "benchmarking", "campaign.manage"),
        Step("improve", ("benchmarking",), "improving", "campaign.manage"),
        Step("conclude", ("improving",), "concluding", "campaign.manage"),
        Step("end", ("concluding",), "ended", "campaign.manage"),
        Step("archive", ("ended",), "archived", "campaign.manage"),
    ),
)

# 2 工作方案
PLAN = Machine(
    name="plan",
    states=("draft", "cosigning", "cosigned", "issued", "superseded"),
    steps=(
        Step("circulate", ("draft",), "cosigning", "plan.draft", guards=("text_there",)),
        Step("conclude", ("cosigning",), "cosigned", "plan.draft", guards=("all_cosigned",)),
        Step(
            *("issue", ("cosigned",), "issued", "plan.decide"),
            guards=("all_cosigned", "number_there"),
            deadline="M1",
        ),
        Step("supersede", ("issued",), "superseded", "plan.decide", guards=("newer_issued",)),
    ),
    waiting={"cosigning": "plan.cosign"},
    resting=("issued",),
)

# 2 会签：每个部门一份
COSIGN = Machine(
    name="cosign",
    states=("asked", "agreed", "objected", "settled", "lapsed"),
    steps=(
        Step("agree", ("asked",), "agreed", "plan.cosign"),
        Step("object", ("asked",), "objected", "plan.cosign", reason=True),
        Step("settle", ("objected",), "settled", "plan.draft", reason=True),
        Step("lapse", ("asked",), "lapsed", "plan.draft", guards=("overdue",), reason=True),
    ),
)

ALL = (CAMPAIGN, PLAN, COSIGN)
