"""Stage 五(三): bases and their study with technical institutions (requirements (b) 12)."""

from duibiao.core.report.machine import Machine, Step

# 12 对标依据. The first opinion takes it to opinions_in; a revision is a new basis.
BASIS = Machine(
    name="basis",
    states=("drafting", "studying", "opinions_in", "determined", "to_review", "revised", "dropped"),
    steps=(
        Step("invite", ("drafting",), "studying", "basis.prepare", guards=("institution_named",)),
        Step("hear", ("studying",), "opinions_in", "study.answer", guards=("opinion_there",)),
        Step(
            *("determine", ("studying", "opinions_in"), "determined", "basis.determine"),
            guards=(
                *("opinion_there", "opinions_settled", "six_elements", "weights_whole"),
                *("leading_not_worse", "conflict_ruled"),
            ),
            other_than=("invite",),
            deadline="grounds",
        ),
        Step("redraft", ("studying", "opinions_in"), "drafting", "basis.prepare", reason=True),
        Step("drop", ("drafting",), "dropped", "basis.prepare", reason=True),
        Step("mark", ("determined",), "to_review", "basis.mark", reason=True),
        Step("uphold", ("to_review",), "determined", "basis.determine", reason=True),
        Step(
            *("replace", ("determined", "to_review"), "revised", "basis.determine"),
            guards=("newer_determined",),
        ),
    ),
    waiting={"opinions_in": "basis.determine", "to_review": "basis.determine"},
    resting=("determined",),
)

# 依据研究单：每个技术机构一份
STUDY = Machine(
    name="study",
    states=("named", "asked", "given", "settled", "declined"),
    steps=(
        Step("ask", ("named",), "asked", "basis.prepare"),
        Step("give", ("asked",), "given", "study.answer", guards=("opinion_written",)),
        Step("decline", ("asked",), "declined", "study.answer", reason=True),
        Step("again", ("asked", "given", "settled", "declined"), "named", "basis.prepare"),
        Step("settle", ("given",), "settled", "basis.prepare", guards=("adoption_noted",)),
    ),
    resting=("named", "settled", "declined"),
)

ALL = (BASIS, STUDY)
