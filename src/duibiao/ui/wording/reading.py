"""Words of reading: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.empty_cell": (
        "没有填写：应填限值，如“≤20 mg/kg”；没有要求的填“—”。",
        "Nothing is written: expected a limit such as “≤20 mg/kg”; write “—” if none is required.",
    ),
    "fact.text_problem": (
        "第 {position} 个字符处读到“{found}”，不能读成限值。请改成如“≤20 mg/kg”的写法。",
        "Character {position}: “{found}” gives no limit. Write it like “≤20 mg/kg”.",
    ),
    "fact.two_readings": (
        "第 {position} 个字符处的“{found}”有两种读法：{one} 或 {other}。请写明是哪一种。",
        "Character {position}: “{found}” may mean {one} or {other}. Write the one you mean.",
    ),
    "fact.not_verified": (
        "第 {position} 个字符处写着“{found}”：数值还没有核实。请核对原文后填写。",
        "Character {position}: “{found}”, not verified. Check the original and fill it in.",
    ),
    "fact.not_stated_yet": (
        "第 {position} 个字符处写着“{found}”：还没有定。确定后请填限值，如“≤20”。",
        "Character {position}: “{found}”, not decided yet. Fill in the limit once it is.",
    ),
    "fact.too_long": (
        "内容有 {found} 个字符，限值最多 2000 个（从第 {position} 个字符起超出）。请只填限值。",
        "{found} characters; a limit has at most 2000 (exceeded at character {position}). "
        "Keep only the limit.",
    ),
    "fact.control_character": (
        "第 {position} 个字符是看不见的控制符（{found}）。请删去后重新键入这一格。",
        "Character {position} is an invisible control character ({found}). Retype the cell.",
    ),
    "fact.hidden_direction": (
        "第 {position} 个字符是改变书写方向的隐藏符号（{found}），看到的未必是存的。请重新键入。",
        "Character {position} is a hidden direction mark ({found}): what is seen may not be "
        "what is stored. Retype the cell.",
    ),
    "fact.damaged_character": (
        "第 {position} 个字符处是损坏的字符（{found}），原文已经丢失。请从原文件重新录入。",
        "Character {position}: damaged character ({found}), the original is lost. Enter it again.",
    ),
    "fact.combining_character": (
        "第 {position} 个字符是叠加符号（{found}），会改变前面的符号。请只用 ≤、≥ 等常用符号。",
        "Character {position} is a combining mark ({found}) that may change the sign before it. "
        "Use plain signs such as ≤ and ≥.",
    ),
    "fact.spreadsheet_error": (
        "第 {position} 个字符处是表格的错误值“{found}”。请在原表中修好公式，再填数值。",
        "Character {position}: spreadsheet error “{found}”. Repair the formula first.",
    ),
    "fact.spreadsheet_formula": (
        "第 {position} 个字符起是公式“{found}”，应为数值或限值。请用“选择性粘贴→数值”。",
        "Character {position}: a formula “{found}”, expected its value. Paste as values.",
    ),
    "fact.markup": (
        "第 {position} 个字符处是网页代码“{found}”，应为文字。请以纯文本粘贴。",
        "Character {position}: web markup “{found}”, expected plain text. Paste as text.",
    ),
    "fact.looks_like_date": (
        "第 {position} 个字符处的“{found}”像日期或时刻，应为限值。级别如 3-4 级请写“3-4级”。",
        "Character {position}: “{found}” looks like a date or time, expected a limit. "
        "Write grades like “3-4级”.",
    ),
    "fact.malformed_number": (
        "第 {position} 个字符处的“{found}”不成一个数。应为如 0.25、5 000、1×10^3 的写法。",
        "Character {position}: “{found}” forms no number. Write it like 0.25, 5 000 or 1×10^3.",
    ),
    "fact.number_too_large": (
        "第 {position} 个字符处的“{found}”太大或太长（最多 40 位、10 的 30 次方）。请核对。",
        "Character {position}: “{found}” is beyond any quantity (40 digits, 10^30). Check it.",
    ),
    "fact.ambiguous_power": (
        "第 {position} 个字符处的“{found}”可能丢了上标：是 {one} 还是 {other}？请写明，如 1×10^5。",
        "Character {position}: “{found}” may have lost its superscript: {one} or {other}? "
        "Write it like 1×10^5.",
    ),
    "fact.ambiguous_reading": (
        "第 {position} 个字符处的“{found}”有两种读法：{one} 或 {other}。请写明单位和符号。",
        "Character {position}: “{found}” may mean {one} or {other}. Give unit and signs in full.",
    ),
    "fact.missing_number": (
        "第 {position} 个字符处有“{found}”，却没有数值。应为如“≤20”。请补上数值。",
        "Character {position}: “{found}” without a number, expected e.g. “≤20”. Add the number.",
    ),
    "fact.reversed_range": (
        "第 {position} 个字符处的范围“{found}”前大后小（{one}、{other}）。请按从小到大写。",
        "Character {position}: the range “{found}” runs backwards ({one}, {other}). "
        "Write the smaller first.",
    ),
    "fact.contradiction": (
        "第 {position} 个字符处的“{found}”没有任何数值能满足。请核对上下限。",
        "Character {position}: no value can meet “{found}”. Check the two limits.",
    ),
    "fact.mixed_units": (
        "第 {position} 个字符处：“{found}”里有两种单位 {one} 和 {other}。请统一成一种。",
        "Character {position}: “{found}” has two units, {one} and {other}. Use one.",
    ),
    "fact.unexpected_text": (
        "第 {position} 个字符处读到“{found}”，这里应为数值、单位或 ≤ ≥ ～ ±。"
        "请把说明放进括号，或改成如“≤20 mg/kg（以N计）”。",
        "Character {position}: “{found}”, expected a number, a unit or ≤ ≥ ～ ±. Put remarks in "
        "brackets, like “≤20 mg/kg (as N)”.",
    ),
    "fact.approximate": (
        "第 {position} 个字符处的“{found}”是大约数，不构成限值。请写上限、下限或范围。",
        "Character {position}: “{found}” is approximate and sets no limit. Give bounds.",
    ),
    "fact.unlabelled_cases": (
        "第 {position} 个字符处的“{found}”：有几个限值，却没说各用于什么情况。"
        "请写如“粉状≤0.020；液态≤0.010”。",
        "Character {position}: “{found}”, several limits without saying which applies when. "
        "Label each, like “powder≤0.020；liquid≤0.010”.",
    ),
    "fact.unclosed_bracket": (
        "第 {position} 个字符的括号“{found}”没有配对。请补上另一半。",
        "Character {position}: the bracket “{found}” has no partner. Add it.",
    ),
    "fact.incomplete_plan": (
        "第 {position} 个字符处的采样方案缺少 {found}。应为如“n=5，c=2，m=100，M=1000 CFU/g”。",
        "Character {position}: the sampling plan lacks {found}. "
        "Expected e.g. “n=5, c=2, m=100, M=1000 CFU/g”.",
    ),
    "fact.grade_range": (
        "第 {position} 个字符处的“{found}”：级别只能写“不低于某级”。请写如“≥E1”“A级”。",
        "Character {position}: “{found}”, grades can only be “at least this grade”. "
        "Write e.g. “≥E1”.",
    ),
    "reading.bare": ("只写了一个数：按正好等于它读", "a number alone: read as exactly that value"),
    "reading.tolerance": ("允许偏差，没有标称值", "a deviation without its nominal"),
    "reading.nominal_tolerance": ("标称值加允许偏差", "a nominal with its tolerance"),
    "reading.half_grade": ("半级：3-4级读作3.5级", "a half grade: 3-4 is read as 3.5"),
    "reading.decimal_comma": ("逗号读作小数点", "the comma is read as a decimal sign"),
    "reading.thousands": ("数字中的间隔读作分位", "digit groups are read as one number"),
    "reading.damaged_power": (
        "丢失的上标已还原：1×10-3读作0.001",
        "a lost superscript was restored",
    ),
    "reading.ambiguous_power": ("上标可能丢失，有两种读法", "a superscript may be lost"),
    "reading.ambiguous_comma": ("逗号按千分位读，请核对", "the comma is taken as thousands: check"),
    "reading.sampling_plan": ("微生物采样方案", "a microbiological sampling plan"),
    "reading.footnote": ("数后的注号已分开", "a footnote mark was set aside"),
    "reading.ten_thousands": ("万、亿已换成数字", "万 and 亿 were multiplied out"),
    "reading.unit_from_text": ("用文字中的单位，与本列单位不同", "the text's own unit was used"),
    "reading.no_limit_given": (
        "不得检出，但没有给出检出限",
        "not detected, without a detection limit",
    ),
    "reading.as_recorded": (
        "文字没能读出，采用方案中记录的限值",
        "the scheme's recorded bounds are used",
    ),
}
