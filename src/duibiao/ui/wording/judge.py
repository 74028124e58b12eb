"""Words of the verdict, its proof and the judge page: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "verdict.stricter": (
        "严于 {standard}：企业 {declared}，要求 {demanded}，优 {gap}。",
        "Stricter than {standard}: declared {declared}, demanded {demanded}, better by {gap}.",
    ),
    "verdict.stricter_unmeasured": (
        "严于 {standard}：企业 {declared}，要求 {demanded}。",
        "Stricter than {standard}: declared {declared}, demanded {demanded}.",
    ),
    "verdict.equal": (
        "与 {standard} 相同：企业 {declared}，要求 {demanded}。",
        "Equal to {standard}: declared {declared}, demanded {demanded}.",
    ),
    "verdict.looser": (
        "宽于 {standard}：企业 {declared}，要求 {demanded}，差 {gap}。",
        "Looser than {standard}: declared {declared}, demanded {demanded}, short by {gap}.",
    ),
    "verdict.looser_unmeasured": (
        "宽于 {standard}：企业 {declared}，要求 {demanded}。",
        "Looser than {standard}: declared {declared}, demanded {demanded}.",
    ),
    "verdict.incomparable": (
        "与 {standard} 不可比：{reason}（企业 {declared}，要求 {demanded}）。",
        "Not comparable with {standard}: {reason} (declared {declared}, demanded {demanded}).",
    ),
    "verdict.unknown": (
        "与 {standard} 待定：{reason}。",
        "Undecided against {standard}: {reason}.",
    ),
    "verdict.extra": (
        "对标标准没有规定这一项，只展示、不计分。",
        "No benchmark standard demands anything here; shown, not scored.",
    ),
    "verdict.pending": ("还不能判：{reason}。", "Cannot be judged yet: {reason}."),
    "verdict.set_aside": (
        "对标标准之间不可比，这一项不参与结论：{reason}。",
        "The standards themselves are not comparable; this indicator is set aside: {reason}.",
    ),
    "verdict.join": ("；", "; "),
    "conclusion.join": ("、", ", "),
    "conclusion.more": ("等，另有 {count} 项", " and {count} more"),
    "conclusion.because_leading": (
        "参与判定的 {decided} 项没有一项宽于对标标准，其中 {stricter} 项严于。",
        "Of {decided} judged indicators none is looser than a benchmark, {stricter} are stricter.",
    ),
    "conclusion.because_attained": (
        "参与判定的 {decided} 项没有一项宽于对标标准（严于 {stricter} 项，相同 {equal} 项），"
        "还没有达到领跑条件。",
        "Of {decided} judged indicators none is looser than a benchmark ({stricter} stricter, "
        "{equal} equal); the conditions for leading are not met.",
    ),
    "conclusion.because_attainable_in_2_3_years": (
        "有 {looser} 项宽于对标标准（{looser_names}），提升计划 {months} 个月可完成。",
        "{looser} indicators are looser than a benchmark ({looser_names}); "
        "the improvement plan takes {months} months.",
    ),
    "conclusion.because_unattainable": (
        "有 {looser} 项宽于对标标准（{looser_names}），没有 {horizon} 个月内可完成的提升计划。",
        "{looser} indicators are looser than a benchmark ({looser_names}) and no improvement plan "
        "finishes within {horizon} months.",
    ),
    "conclusion.because_pending": (
        "有 {pending} 项还不能判（{pending_names}）；已判 {decided} 项，其中宽于 {looser} 项。",
        "{pending} indicators cannot be judged yet ({pending_names}); "
        "of {decided} judged, {looser} are looser.",
    ),
    "conclusion.below_baseline": (
        "注意：{names}宽于国内现行标准，应先改正。",
        " Note: {names} — looser than the domestic standard in force; correct this first.",
    ),
    "conclusion.set_aside": (
        "另有 {count} 项因标准之间不可比未参与（{names}）。",
        " {count} indicators were set aside because the standards are not comparable ({names}).",
    ),
    "conclusion.next_leading": (
        "保持，并准备第三方检测报告等证明材料。",
        "Keep it up, and prepare evidence such as third-party test reports.",
    ),
    "conclusion.next_attained": (
        "想领跑：看下面“再进一步”，改动最少的办法已列出。",
        "To lead: see “One step further” below; the smallest change is listed.",
    ),
    "conclusion.next_attainable_in_2_3_years": (
        "按计划补齐下列差距，完成后凭新数据或新版标准复评。",
        "Close the gaps below as planned; then be re-assessed with new data or a new edition.",
    ),
    "conclusion.next_unattainable": (
        "缩短提升计划到 {horizon} 个月以内，或说明不能达标的原因。",
        "Bring the plan within {horizon} months, or state why the benchmark cannot be met.",
    ),
    "conclusion.next_unattainable_no_plan": (
        "如果能在 {horizon} 个月内补齐下列差距，请附上提升计划；不能的，请说明原因。",
        "If the gaps below can be closed within {horizon} months, attach an improvement plan; "
        "if not, state why.",
    ),
    "conclusion.next_pending": (
        "先补这 {pending} 项：{pending_names}。每项缺什么见表中说明。",
        "First supply these {pending}: {pending_names}. The table says what each lacks.",
    ),
    "proof.sound": (
        "证明成立：{scheme}，{count} 项逐一重算，结果一致。",
        "The proof holds: {scheme}, {count} indicators judged again with the same result.",
    ),
    "fact.proof_refused": (
        "证明不成立（{reason}），位置：{path}。请向出具方索取原件。",
        "The proof does not hold ({reason}), at: {path}. Ask the issuer for the original.",
    ),
}
