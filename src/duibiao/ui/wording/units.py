"""Words of units: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.syntax": (
        "单位“{text}”写法有误：第 {position} 个字符后遇到“{found}”，读不下去。"
        "请检查斜线、乘点和括号（分母有多个单位时须加括号，如 W/(m·K)）。",
        "The unit “{text}” is not well formed: reading stopped at “{found}” after character "
        "{position}. Check strokes, dots and brackets (several units below a stroke need "
        "brackets: W/(m·K)).",
    ),
    "fact.unknown_unit": (
        "单位“{text}”中的“{part}”不认识。请写国标单位符号（如 mg/kg、MPa、℃）；"
        "可能的写法：{candidates}。",
        "“{part}” in the unit “{text}” is not known. Write a standard symbol (mg/kg, MPa, ℃). "
        "Possible readings: {candidates}.",
    ),
    "fact.ambiguous_case": (
        "单位“{text}”中的“{part}”大小写有误，可能是 {readings}，不能猜。请按其中一种写。",
        "The letter case of “{part}” in the unit “{text}” is wrong and it may be {readings}. "
        "Write the one that is meant.",
    ),
    "fact.incommensurable": (
        "“{a}”与“{b}”不是同类量的单位，不能换算。请核对两边指的是不是同一个指标。",
        "“{a}” and “{b}” measure different quantities and do not convert. Check that both sides "
        "mean the same indicator.",
    ),
    "fact.no_functional_relation": (
        "“{a}”与“{b}”之间没有换算公式，只有对照表。请按同一标尺重新试验。",
        "No function leads from “{a}” to “{b}”, only tables do. Test on the same scale.",
    ),
    "fact.semantic_kind_differs": (
        "“{a}”与“{b}”量纲相同，但表示的量不同（如力矩与能量、质量分数与体积分数），不能互换。"
        "请写明是哪一种量。",
        "“{a}” and “{b}” have one dimension but measure different quantities (torque and energy, "
        "mass and volume fraction). State which one is meant.",
    ),
    "fact.offset_unit_in_compound": (
        "“{a}”与“{b}”：带零点的温度单位（℃、℉）写在复合单位里，不能换算。请改用 K，如 W/(m·K)。",
        "“{a}” and “{b}”: a degree with its own zero (℃, ℉) stands inside a compound unit and "
        "does not convert. Write K, as in W/(m·K).",
    ),
    "fact.needs_molar_mass": (
        "“{a}”与“{b}”之间要知道该物质的摩尔质量才能换算。请用同一种浓度表示。",
        "Going from “{a}” to “{b}” needs the molar mass of the substance. Use one kind of "
        "concentration on both sides.",
    ),
    "fact.log_level_needs_reference": (
        "“{a}”与“{b}”：级（dB、Np、pH）是对数量，未说明基准值，不能换算。"
        "请写明基准，如 dB re 20 μPa。",
        "“{a}” and “{b}”: a level (dB, Np, pH) is a logarithm and its reference is not stated. "
        "State it, as in dB re 20 μPa.",
    ),
    "fact.difference_vs_point": (
        "“{a}”与“{b}”一个是温差、一个是温度，不能互换。温差请写 K 或 Δ℃。",
        "Of “{a}” and “{b}” one is a temperature difference, the other a temperature. "
        "Write differences in K or Δ℃.",
    ),
    "fact.below_absolute_zero": (
        "{value} {unit} 低于绝对零度（0 K），不可能。请核对数值和单位。",
        "{value} {unit} lies below absolute zero (0 K). Check the value and the unit.",
    ),
    "fact.missing_value": (
        "缺少“{what}”。请补上。",
        "“{what}” is missing. Please give it.",
    ),
    "fact.not_a_number": (
        "“{text}”不是可以计算的数。请写一个有限的十进制数，如 0.50。",
        "“{text}” is not a number to calculate with. Write a finite decimal number such as 0.50.",
    ),
    "fact.different_weighting": (
        "“{a}”与“{b}”的频率计权不同，读数不能互换。请用同一计权，如都用 dB(A)。",
        "“{a}” and “{b}” use different frequency weightings and do not convert. Use one "
        "weighting, such as dB(A), on both sides.",
    ),
    "fact.angle_dependent": (
        "“{a}”与“{b}”的测量角度不同，光泽值不能互换。请用同一角度测量。",
        "“{a}” and “{b}” are gloss at different angles and do not convert. Measure at one angle.",
    ),
    "fact.step_not_positive": (
        "修约间隔“{step}”须大于 0。请写如 0.1、0.5、5。",
        "The rounding step “{step}” must be above zero: 0.1, 0.5, 5.",
    ),
}
