"""The unit of the column and the direction of the indicator, as the reader uses them."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

COLUMNS = [
    ("≤20", "mg/kg", "(-∞, 20] mg/kg"),
    ("≤20 mg/kg", "mg/kg", "(-∞, 20] mg/kg"),
    ("≤20 mg/kg", "g/kg", "(-∞, 20] mg/kg {unit_from_text}"),
    ("≤0,25 kW", "W", "(-∞, 0.25] kW {decimal_comma, unit_from_text}"),
    ("≤5 %", "％", "(-∞, 5] %"),
    ("≤20", "—", "(-∞, 20]"),
    ("≤20", "", "(-∞, 20]"),
    ("≥5.00", "(W·h)/(W·h)", "[5.00, ∞) (W·h)/(W·h)"),
    ("≥5.00 (W·h)/(W·h)", "(W·h)/(W·h)", "[5.00, ∞) (W·h)/(W·h)"),
    ("≤100", "MPN/mL或CFU/mL", "(-∞, 100] MPN/mL或CFU/mL"),
    ("≥3-4", "级", "grade [3.5, ∞) {half_grade}"),
    ("≥4", "级", "grade [4, ∞)"),
    ("4-5", "级", "grade [4.5, 4.5] {bare, half_grade}"),
    ("≤3", "级", "grade (-∞, 3]"),
    ("1～5", "级", "grade [1, 5]"),
    ("fast（牢固）", "级", "grade ≥ fast | remark=牢固"),
    ("≥3（深色2-3）", "级", "一般: grade [3, ∞); 深色: grade [2.5, ∞) {half_grade}"),
    ("干摩≥4，湿摩≥3", "级", "干摩: grade [4, ∞); 湿摩: grade [3, ∞)"),
    ("3-4", "mm", "[3, 4] mm"),
    ("60±5%", "%", "[55, 65] around 60 % {nominal_tolerance}"),
    ("60±5%", "mm", "[57, 63] around 60 mm {nominal_tolerance}"),
    ("20 min", "MPa", "[20, ∞) MPa"),
    ("20 min", "s", "[20, 20] min {bare, unit_from_text}"),
    ("20 min", None, "[20, 20] min {bare}"),
    ("≥20 min", "h", "[20, ∞) min {unit_from_text}"),
    ("不应检出", "CFU/100 mL", "not detected below 0 CFU/100 mL"),
    ("不得检出", "/25 g", "not detected below 0 /25 g"),
    ("不得检出", "mg/kg", "not detected mg/kg {no_limit_given}"),
    ("0", "/100 ml", "not detected below 0 /100 ml {bare}"),
    ("0", "mg/kg", "[0, 0] mg/kg {bare}"),
    ("n.d.（<16）", "mg/kg", "not detected below 16 mg/kg"),
    ("+0.150t，-0.125t", "t", "[-0.125, 0.150] t {tolerance}"),
    ("≤250", "HV10", "(-∞, 250] HV10"),
    ("≥2", "次", "[2, ∞) 次"),
    ("≥2万", "次", "[20000, ∞) 次 {ten_thousands}"),
]

YES_OR_NO = [
    ("是", "required"),
    ("√", "required"),
    ("符合", "required"),
    ("合格", "required"),
    ("yes", "required"),
    ("Y", "required"),
    ("否", "not required"),
    ("×", "not required"),
    ("不要求", "not required"),
    ("不符合", "not required"),
    ("未通过", "not required"),
    ("no", "not required"),
    ("不变质", "required"),
    ("No abnormal change", "required"),
    ("室内侧不应有水滴落或吹出", "required"),
    ("应有2个以上出口", "required"),
    ("应验视内件、核对包装与时限承诺", "required"),
    ("无需检测", "not required"),
    ("—", "silent"),
    ("无", "silent"),
    ("部分符合", "words"),
    ("详见附件", "words"),
    ("无破裂、无渗漏（≥100 h）", "[100, ∞) h | remark=无破裂、无渗漏"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "column", "expected"), COLUMNS)
def test_the_column_names_the_unit_unless_the_text_does(
    cell: str, column: str | None, expected: str
) -> None:
    """The text's own unit wins and is flagged where it differs; the column's unit also tells
    grades from numbers, counts per portion from contents, and "min" from minutes.
    """
    assert reading(cell, column) == expected


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), YES_OR_NO, ids=[row[0] for row in YES_OR_NO])
def test_a_yes_or_no_indicator_takes_words_for_answers(cell: str, expected: str) -> None:
    """In a boolean indicator 是 and sentences demand, 否 does not; 部分符合 is neither."""
    assert reading(cell, direction="boolean") == expected


NOT_STATED = ["不知道", "未检测", "待定"]


@pytest.mark.parametrize("cell", NOT_STATED)
def test_not_knowing_is_no_answer(cell: str) -> None:
    """不知道 or 未检测 in a boolean indicator is neither yes nor no, and 未检测 is not 未检出."""
    assert reading(cell, direction="boolean") == "unread: not_stated_yet"
