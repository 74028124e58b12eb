"""Not detected, and microbiological plans (GB 4789.1)."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

DETECTION = [
    ("不得检出", "not detected {no_limit_given}"),
    ("不应检出", "not detected {no_limit_given}"),
    ("未检出", "not detected {no_limit_given}"),
    ("不可检出", "not detected {no_limit_given}"),
    ("ND", "not detected {no_limit_given}"),
    ("N.D.", "not detected {no_limit_given}"),
    ("n.d.", "not detected {no_limit_given}"),
    ("nd", "not detected {no_limit_given}"),
    ("not detected", "not detected {no_limit_given}"),
    ("not detectable", "not detected {no_limit_given}"),
    ("禁用", "not detected {no_limit_given}"),
    ("不得使用", "not detected {no_limit_given}"),
    ("禁止使用", "not detected {no_limit_given}"),
    ("不得添加", "not detected {no_limit_given}"),
    ("不得含有", "not detected {no_limit_given}"),
    ("shall not be used", "not detected {no_limit_given}"),
    ("n.d.（<16）", "not detected below 16"),
    ("ND(<0.5)", "not detected below 0.5"),
    ("ND（0.5）", "not detected below 0.5"),
    ("ND<0.5 mg/kg", "not detected below 0.5 mg/kg"),
    ("未检出（<0.01 mg/kg）", "not detected below 0.01 mg/kg"),
    ("<0.01（未检出）", "not detected below 0.01"),
    ("禁用（≤20）", "not detected below 20"),
    ("不得使用（<20）", "not detected below 20"),
    ("不得检出（检出限0.01 mg/kg）", "not detected below 0.01 mg/kg"),
    ("未检出（检出限：0.01）", "not detected below 0.01"),
    ("不得检出（LOD 5 μg/kg）", "not detected below 5 μg/kg"),
    ("不得使用（shall not be used）", "not detected | remark=shall not be used {no_limit_given}"),
    ("10 g中不得检出", "not detected below 0 /10 g"),
    ("25 g样品中不得检出", "not detected below 0 /25 g"),
    ("不得检出/25 g", "not detected below 0 /25 g"),
    ("Must not be detectable in any 100 mL sample", "not detected below 0 /100 mL"),
    ("not detected in 25 g", "not detected below 0 /25 g"),
    ("沙门氏菌不得检出", "not detected | subject=沙门氏菌 {no_limit_given}"),
    ("沙门氏菌：不得检出/25 g", "not detected below 0 /25 g | subject=沙门氏菌"),
    ("甲醛：未检出", "not detected | subject=甲醛 {no_limit_given}"),
    ("n=5,c=2,m=10²,M=10³ CFU/g", "n=5 c=2 m=100 M=1000 CFU/g {sampling_plan}"),
    ("n=5，c=2，m=100，M=1 000 CFU/g", "n=5 c=2 m=100 M=1000 CFU/g {sampling_plan, thousands}"),
    ("n=3，c=0，m=0/100 g", "n=3 c=0 m=0 M=None /100 g {sampling_plan}"),
    ("n=30，c=0，10 g中不得检出", "n=30 c=0 m=0 M=None /10 g {sampling_plan}"),
    ("n=60，c=0，m=0/25 g", "n=60 c=0 m=0 M=None /25 g {sampling_plan}"),
    ("M=1000, m=100, c=1, n=5 (CFU/g)", "n=5 c=1 m=100 M=1000 CFU/g {sampling_plan}"),
    ("c=0，n=5，m=0/25 g", "n=5 c=0 m=0 M=None /25 g {sampling_plan}"),
    ("n=5；c=1；m=10 CFU/mL；M=100 CFU/mL", "n=5 c=1 m=10 M=100 CFU/mL {sampling_plan}"),
    ("n=5 c=2 m=100 M=1000", "n=5 c=2 m=100 M=1000 {sampling_plan}"),
    ("n＝５，c＝２，m＝１００，M＝１０００", "n=5 c=2 m=100 M=1000 {sampling_plan}"),
    ("0/25 g", "not detected below 0 /25 g {bare}"),
    ("每25克不得检出", "not detected below 0 /25克"),
    ("未检出（＜0.01mg/kg）", "not detected below 0.01 mg/kg"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), DETECTION, ids=[row[0] for row in DETECTION])
def test_not_detected_is_as_strict_as_its_limit(cell: str, expected: str) -> None:
    """不得检出 is as strict as its detection limit; without one it has none, except in a counted
    portion, where nothing may be found; n, c, m, M form a sampling plan in any order.
    """
    assert reading(cell) == expected
