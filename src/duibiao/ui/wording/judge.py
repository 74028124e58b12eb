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
        "有 {pending} 项还不能判（{pending_names}），已判 {decided} 项。",
        "{pending} indicators cannot be judged yet ({pending_names}); {decided} are judged.",
    ),
    "conclusion.looser_so_far": (
        "已判的有 {looser} 项宽于对标标准（{looser_names}）。",
        " Of those judged, {looser} are looser than a benchmark ({looser_names}).",
    ),
    "verdict.missing_in_a": (
        "企业没有规定这一项，{standard} 要求 {demanded}。",
        "The enterprise demands nothing here; {standard} demands {demanded}.",
    ),
    "verdict.missing_in_b": (
        "{standard} 没有规定这一项。",
        "{standard} demands nothing here.",
    ),
    "flip.lead_pending": ("先补齐，才能下结论", "Supply these first, then a verdict is possible"),
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
    "judge.title": ("对标试算", "Benchmark trial"),
    "judge.start_title": ("选择一个对标技术方案", "Choose a benchmark scheme"),
    "judge.start_lead": (
        "填上企业标准的规定，逐项与国际、国外先进标准比对，马上看到结论和原因。"
        "结果只给您看，不上报，不保存。",
        "Enter what your standard promises; each indicator is compared with the best international "
        "and foreign standards at once, with reasons. Nothing is reported or stored.",
    ),
    "judge.card_counts": (
        "{indicators} 项指标，{standards} 个对标标准",
        "{indicators} indicators, {standards} benchmark standards",
    ),
    "judge.no_schemes": (
        "还没有方案。管理员可用 duibiao scheme import 载入。",
        "No schemes yet. An administrator can load them with duibiao scheme import.",
    ),
    "judge.verify_link": ("核验一份对标证明", "Verify a proof"),
    "judge.all_schemes": ("← 全部方案", "← All schemes"),
    "judge.digest": ("方案摘要 {digest}", "scheme digest {digest}"),
    "judge.table_label": ("指标比对表", "Comparison of indicators"),
    "judge.col_indicator": ("指标", "Indicator"),
    "judge.col_declared": ("企业规定", "Declared"),
    "judge.col_verdict": ("判定", "Verdict"),
    "judge.kind_international": ("国际标准", "International"),
    "judge.kind_foreign_advanced": ("国外先进", "Foreign, advanced"),
    "judge.kind_domestic_advanced": ("国内先进", "Domestic, advanced"),
    "judge.kind_baseline": ("国内现行（参照）", "Domestic in force (reference)"),
    "judge.direction_smaller_better": ("越小越好", "smaller is better"),
    "judge.direction_larger_better": ("越大越好", "larger is better"),
    "judge.direction_range": ("落在区间内", "within a range"),
    "judge.direction_boolean": ("有或没有", "yes or no"),
    "judge.weight": ("权重 {weight} %", "weight {weight} %"),
    "judge.declared_of": ("：企业规定", ": declared"),
    "judge.placeholder": ("如 ≤20", "e.g. ≤20"),
    "judge.unit_of": ("单位：", "Unit:"),
    "judge.case_of": ("适用情形：", "Case:"),
    "judge.any_case": ("不分情形", "all cases"),
    "judge.method_of": ("试验方法：", "Test method:"),
    "judge.method_placeholder": ("试验方法（可不填）", "test method (optional)"),
    "judge.verdict": ("结论", "Verdict"),
    "judge.because": ("因为", "Because"),
    "judge.next": ("怎么办", "What to do"),
    "judge.score": ("得分 {score}（只用于排序）", "score {score} (ranks only)"),
    "judge.score_help": (
        "得分不决定结论：一项不达标，别项再高也补不上。",
        "The score does not decide: no surplus pays for a shortfall.",
    ),
    "judge.untouched": (
        "还没有填。共 {count} 项，从第一格开始，填一项判一项；也可以整块粘贴或上传工作簿。",
        "Nothing entered yet. {count} indicators: start in the first cell, each is judged as you "
        "type; or paste a block or upload a workbook.",
    ),
    "judge.paste_title": ("从 Excel 整块粘贴", "Paste a block from Excel"),
    "judge.paste_help": (
        "连同表头一起复制，粘贴到这里；列的先后不限，系统按指标名称对号入座。",
        "Copy the table with its heading and paste it here; columns in any order, rows are matched "
        "by the indicators' names.",
    ),
    "judge.paste_button": ("填入表格", "Fill the sheet"),
    "judge.upload_title": ("上传工作簿", "Upload a workbook"),
    "judge.upload_help": (
        "xlsx、xls 或 csv，任何版式；看不懂的格子会逐个告诉您在哪里。",
        "xlsx, xls or csv in any layout; every cell that cannot be read is named with its place.",
    ),
    "judge.upload_button": ("读取并填入", "Read and fill"),
    "judge.template_button": ("下载空表", "Download the form"),
    "judge.plan_title": ("提升计划", "Improvement plan"),
    "judge.plan_help": (
        "如果有能补齐全部差距的提升计划，预计几个月完成？三年以内列为“2～3 年内可达标”。",
        "If a plan closes all gaps, in how many months? Within three years the outcome is "
        "“attainable in 2–3 years”.",
    ),
    "judge.months": ("个月", "months"),
    "judge.example_button": ("填一份例子看看", "Try with an example"),
    "judge.problems_title": ("读取结果", "What was read"),
    "judge.filled_count": ("已填入 {count} 项。", "{count} indicators filled in."),
    "judge.problems_count": (
        "有 {count} 处请看一下，没读懂的原样留着，没有丢：",
        "{count} places need a look; what could not be read was left as it is:",
    ),
    "judge.below_baseline": ("宽于国内现行标准", "Looser than the domestic standard in force"),
    "judge.status": (
        "已填 {filled}/{total} 项，{mend} 项待修",
        "{filled} of {total} filled, {mend} to mend",
    ),
    "judge.read_as": ("读作 {read}", "read as {read}"),
    "judge.read_as_normal": ("读作 {read}，即 {normal}", "read as {read}, that is {normal}"),
    "judge.flip_lead": (
        "改动最少的办法，共 {count} 步：",
        "The smallest change set, {count} steps:",
    ),
    "judge.flip_from": ("现在", "Now"),
    "judge.flip_to": ("改为", "Change to"),
    "judge.flip_gain": ("得分变化", "Score"),
    "judge.judge_button": ("判定", "Judge"),
    "judge.annotated_button": ("下载批注工作簿", "Download annotated workbook"),
    "judge.proof_button": ("下载证明", "Download proof"),
    "judge.print_button": ("打印", "Print"),
    "judge.keep_button": ("保存这份试算", "Keep this trial"),
    "judge.not_stored": (
        "除非您点“保存这份试算”，这里填的内容不会保存在系统里，也不会上报。"
        "没填完的草稿只留在您自己的浏览器里。",
        "Unless you choose “Keep this trial” nothing typed here is stored or reported. "
        "An unfinished draft stays in your own browser only.",
    ),
    "judge.kept_notice": (
        "这份试算已保存到 {until}，只有知道这个网址的人能打开。请收好网址。",
        "This trial is kept until {until}; only who knows this address can open it. Keep the "
        "address safe.",
    ),
    "judge.discard": ("删除这份试算", "Delete this trial"),
    "judge.draft_found": (
        "这台电脑上有一份没填完的草稿。",
        "There is an unfinished draft on this computer.",
    ),
    "judge.draft_restore": ("接着填", "Continue it"),
    "judge.draft_forget": ("不要了", "Forget it"),
    "judge.verify_title": ("核验对标证明", "Verify a proof"),
    "judge.verify_lead": (
        "选择别人给您的证明文件，系统逐字节检查并重新判定每一项，不需要登录。",
        "Choose a proof you were given: every byte is checked and every indicator judged again. "
        "No sign-in needed.",
    ),
    "judge.verify_file": ("证明文件（.json）", "Proof file (.json)"),
    "judge.verify_button": ("核验", "Verify"),
    "judge.sheet_verdict": ("结论：{words}", "Verdict: {words}"),
    "judge.sheet_because": ("因为：{words}", "Because: {words}"),
    "judge.sheet_next": ("怎么办：{words}", "What to do: {words}"),
    "judge.col_reason": ("说明", "Reason"),
    "standing.decided": ("已判", "judged"),
    "standing.pending": ("待补", "to supply"),
    "standing.extra": ("附加项", "extra"),
    "standing.set_aside": ("不参与", "set aside"),
    "judge.cli_conclusion": (
        "结论：{verdict}（得分 {score}，只用于排序）",
        "Verdict: {verdict} (score {score}, ranks only)",
    ),
    "judge.cli_because": ("因为：{because}", "Because: {because}"),
    "judge.cli_next": ("怎么办：{next}", "What to do: {next}"),
    "flip.supply_data": ("{name}：补填或说明", "{name}: supply it"),
    "flip.meet_benchmark": ("{name}：改到 {target}", "{name}: change to {target}"),
    "flip.surpass_benchmark": ("{name}：严于 {target}", "{name}: stricter than {target}"),
    "flip.reach_leading": ("{name}：达到领跑值 {target}", "{name}: reach {target}"),
    "flip.add_plan": (
        "附上 {horizon} 个月内能补齐全部差距的提升计划",
        "Attach a plan that closes all gaps within {horizon} months",
    ),
    "flip.lead": ("再进一步，到“{outcome}”", "One step further, to “{outcome}”"),
    "template.written": (
        "已写出 {file}，共 {count} 项待填。",
        "Wrote {file} with {count} indicators to fill.",
    ),
    "step.supply_data": ("补填或说明", "supply it"),
    "step.meet_benchmark": ("{target}", "{target}"),
    "step.surpass_benchmark": ("严于 {target}", "stricter than {target}"),
    "step.reach_leading": ("{target}（领跑值）", "{target} (leading value)"),
    "step.add_plan": (
        "附上 {horizon} 个月内能补齐全部差距的提升计划",
        "attach a plan that closes all gaps within {horizon} months",
    ),
    "step.whole": ("整个产品", "the whole product"),
    "judge.legend_declared": ("企业", "declared"),
    "judge.legend_demanded": ("要求", "demanded"),
    "judge.legend_better": ("更好", "better"),
    "judge.it_is": ("是“{name}”", "It is “{name}”"),
}
