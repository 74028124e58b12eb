"""Cells that say several things."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

CASES = [
    (
        "优等品≥6 000；一等品≥1 500；合格品≥350",
        "优等品: [6000, ∞) {thousands}; 一等品: [1500, ∞) {thousands}; 合格品: [350, ∞)",
    ),
    (
        "优等品：≥6 000\n一等品：≥1 500",
        "优等品: [6000, ∞) {thousands}; 一等品: [1500, ∞) {thousands}",
    ),
    (
        "1级：<5 μm（200次）；2级：≥5且<20 μm（200次）",
        "1级: (-∞, 5) μm | condition=200次; 2级: [5, 20) μm | condition=200次",
    ),
    ("1级≥5.00；2级≥4.50；3级≥4.00", "1级: [5.00, ∞); 2级: [4.50, ∞); 3级: [4.00, ∞)"),
    ("1级≥99.5；2级≥98且<99.5", "1级: [99.5, ∞); 2级: [98, 99.5)"),
    (
        "DEHP、DBP、BBP≤0.1；DINP、DIDP、DNOP≤0.1",
        "DEHP、DBP、BBP: (-∞, 0.1]; DINP、DIDP、DNOP: (-∞, 0.1]",
    ),
    ("粉状≤0.020；液态≤0.010", "粉状: (-∞, 0.020]; 液态: (-∞, 0.010]"),
    (
        "≤1.0（小型集中式供水因水源限制时≤1.2）",
        "一般: (-∞, 1.0]; 小型集中式供水因水源限制时: (-∞, 1.2]",
    ),
    ("≤5（2036-01-12起；此前≤10）", "2036-01-12起: (-∞, 5]; 此前: (-∞, 10]"),
    (
        "≤25（总铬，2036-01-12起；此前≤50）",
        "2036-01-12起: (-∞, 25] | basis=总铬; 此前: (-∞, 50] | basis=总铬",
    ),
    (
        "≤0,25（使用二氧化氯时≤0,70）",
        "一般: (-∞, 0.25] {decimal_comma}; 使用二氧化氯时: (-∞, 0.70] {decimal_comma}",
    ),
    ("装配铅蓄电池的≤63；其他≤55", "装配铅蓄电池: (-∞, 63]; 其他: (-∞, 55]"),
    (
        "四点平均≤3.0，单点≤3.5",
        "四点平均: (-∞, 3.0] | statistic=mean; 单点: (-∞, 3.5] | statistic=each",
    ),
    (
        "平均值≤0.3，最大值≤0.4",
        "平均值: (-∞, 0.3] | statistic=mean; 最大值: (-∞, 0.4] | statistic=max",
    ),
    ("A+++：≥8.50；A++：6.10≤SEER＜8.50", "A+++: [8.50, ∞); A++: [6.10, 8.50) | subject=SEER"),
    ("最大尺寸＞6 mm：≥70；3 mm～6 mm：≥50", "最大尺寸>6 mm: [70, ∞); 3 mm~6 mm: [50, ∞)"),
    ("±2 mm/m，最大±5 mm", "一般: [-2, 2] mm/m {tolerance}; 最大: [-5, 5] mm {tolerance}"),
    ("≤-18（速冻食品）；冰淇淋≤-20", "速冻食品: (-∞, -18]; 冰淇淋: (-∞, -20]"),
    ("≤30（白色）；≤40（着色）", "白色: (-∞, 30]; 着色: (-∞, 40]"),
    (
        "≤30（平光，a类）；≤100（有光，b类）",
        "平光: (-∞, 30] | remark=a类; 有光: (-∞, 100] | remark=b类",
    ),
    ("PFOA≤4.0；PFOS≤4.0", "PFOA: (-∞, 4.0]; PFOS: (-∞, 4.0]"),
    ("CSR≤2；CLR≤15；CTR≤5", "CSR: (-∞, 2]; CLR: (-∞, 15]; CTR: (-∞, 5]"),
    ("家禽≤4；红肉≤7；鲜鱼为融冰温度", "家禽: (-∞, 4]; 红肉: (-∞, 7]; 鲜鱼为融冰温度: words"),
    ("带制动断电开关≤5；不带≤2", "带制动断电开关: (-∞, 5]; 不带: (-∞, 2]"),
    ("出厂水≥0.3且≤2；末梢水≥0.05", "出厂水: [0.3, 2]; 末梢水: [0.05, ∞)"),
    ("≥0.2（用户端）；准则值≤5", "用户端: [0.2, ∞); 准则值: (-∞, 5]"),
    (
        "人造板≤0.124（E1）；人造板制品≤0.050（E0）",
        "人造板: (-∞, 0.124] | remark=E1; 人造板制品: (-∞, 0.050] | remark=E0",
    ),
    ("粉状：不得检出；液态：≤0.01", "粉状: not detected {no_limit_given}; 液态: (-∞, 0.01]"),
    ("单个值≥27，平均值≥35", "单个值: [27, ∞) | statistic=each; 平均值: [35, ∞) | statistic=mean"),
    ("变色≥4级，沾色≥3-4级", "变色: grade [4, ∞); 沾色: grade [3.5, ∞) {half_grade}"),
    ("≥3.0，平均≥3.5", "一般: [3.0, ∞); 平均: [3.5, ∞) | statistic=mean"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), CASES, ids=[row[0] for row in CASES])
def test_a_cell_with_several_cases_keeps_each(cell: str, expected: str) -> None:
    """Several limits in one cell are told apart by the words before them or the brackets behind;
    one without label beside labelled ones is the general case.
    """
    assert reading(cell) == expected
