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

# 11 对标标准清单：起草、报批、发布；新版发布即替代旧版。
BENCHMARK_LIST = Machine(
    name="benchmark_list",
    states=("draft", "submitted", "published", "superseded", "withdrawn", "dropped"),
    steps=(
        Step(
            *("submit", ("draft",), "submitted", "scheme.draft"),
            guards=("items_there", "items_complete"),
        ),
        Step(
            *("publish", ("submitted",), "published", "scheme.publish"),
            guards=("items_there", "items_complete"),
            other_than=("submit",),
        ),
        Step("return", ("submitted",), "draft", "scheme.publish", reason=True),
        Step(
            *("supersede", ("published",), "superseded", "scheme.publish"),
            guards=("newer_published",),
        ),
        Step("withdraw", ("published",), "withdrawn", "scheme.publish", reason=True),
        Step("drop", ("draft",), "dropped", "scheme.draft", reason=True),
    ),
    resting=("published",),
)

# 11 清单建议：区局提出，市市场监管委汇总上报，国办采纳或不采纳。
SUGGESTION = Machine(
    name="suggestion",
    states=("draft", "submitted", "collected", "adopted", "declined"),
    steps=(
        Step(
            *("submit", ("draft",), "submitted", "suggestion.write"),
            guards=("ground_there", "not_listed"),
        ),
        Step("collect", ("submitted",), "collected", "suggestion.collect"),
        Step("return", ("submitted",), "draft", "suggestion.collect", reason=True),
        Step(
            *("adopt", ("collected",), "adopted", "suggestion.decide"),
            guards=("listed",),
        ),
        Step("decline", ("collected",), "declined", "suggestion.decide", reason=True),
    ),
)

ALL = (SCHEME, BENCHMARK_LIST, SUGGESTION)
