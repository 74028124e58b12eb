"""Stage 五(三): what the campaign compares with (requirements (b) 11, 12)."""

from duibiao.core.report.machine import Machine, Step

# 12 对标技术方案：起草、征求意见、处理意见、报批、发布。发布后冻结，修订另起新稿。
SCHEME = Machine(
    name="scheme",
    states=(
        *("draft", "consultation", "revising", "submitted"),
        *("published", "withdrawn", "dropped"),
    ),
    steps=(
        Step(
            *("consult", ("draft", "revising"), "consultation", "scheme.draft"),
            guards=("readable", "day_set"),
        ),
        Step("conclude", ("consultation",), "revising", "scheme.draft", guards=("day_over",)),
        Step(
            *("submit", ("revising",), "submitted", "scheme.draft"),
            guards=("complete", "changed", "comments_disposed"),
        ),
        Step(
            *("publish", ("submitted",), "published", "scheme.publish"),
            guards=("complete", "changed", "comments_disposed"),
            other_than=("submit",),
        ),
        Step("return", ("submitted",), "revising", "scheme.publish", reason=True),
        Step("withdraw", ("published",), "withdrawn", "scheme.publish", reason=True),
        Step("drop", ("draft", "revising"), "dropped", "scheme.draft", reason=True),
    ),
    waiting={"revising": "scheme.draft"},
    resting=("published",),
)

ALL = (SCHEME,)
