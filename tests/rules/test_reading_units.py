"""The unit after the number, kept as written."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

UNITS = [
    ("≤20 mg/kg", "(-∞, 20] mg/kg"),
    ("≤20mg/kg", "(-∞, 20] mg/kg"),
    ("≤20 mg／kg", "(-∞, 20] mg/kg"),
    ("≤20 ㎎/㎏", "(-∞, 20] ㎎/㎏"),
    ("≥5 N/mm²", "[5, ∞) N/mm²"),
    ("≥5 N/mm2", "[5, ∞) N/mm2"),
    ("≥20 kJ/m2", "[20, ∞) kJ/m2"),
    ("≥20 kJ/m²", "[20, ∞) kJ/m²"),
    ("≤0.035 W/(m·K)", "(-∞, 0.035] W/(m·K)"),
    ("≤0.035 W／（m·K）", "(-∞, 0.035] W/(m·K)"),
    ("≥5.00 (W·h)/(W·h)", "[5.00, ∞) (W·h)/(W·h)"),
    ("14～36 μg RE/100 kJ", "[14, 36] μg RE/100 kJ"),
    ("60～70 kcal/100 ml", "[60, 70] kcal/100 ml"),
    ("≤100 CFU/100 mL", "(-∞, 100] CFU/100 mL"),
    ("≤8 mg/100 g", "(-∞, 8] mg/100 g"),
    ("≤10 /100 mL", "(-∞, 10] /100 mL"),
    ("0.5 g/10 min", "[0.5, 0.5] g/10 min {bare}"),
    ("±2 mm/m", "[-2, 2] mm/m {tolerance}"),
    ("≤60 dB(A)", "(-∞, 60] dB(A)"),
    ("≤60 dB（A）", "(-∞, 60] dB(A)"),
    ("≤60dB", "(-∞, 60] dB"),
    ("≤5,0 mg/l O2", "(-∞, 5.0] mg/l O2 {decimal_comma}"),
    ("25 ℃", "[25, 25] ℃ {bare}"),
    ("25°C", "[25, 25] °C {bare}"),
    ("25 °C", "[25, 25] °C {bare}"),
    ("77 ℉", "[77, 77] ℉ {bare}"),
    ("≤5 ‰", "(-∞, 5] ‰"),
    ("≤0.11 ppm", "(-∞, 0.11] ppm"),
    ("≤50 ppb", "(-∞, 50] ppb"),
    ("≤80 %RH", "(-∞, 80] %RH"),
    ("≤80 % RH", "(-∞, 80] % RH"),
    ("≥5 MPa", "[5, ∞) MPa"),
    ("≥5 kN·m", "[5, ∞) kN·m"),
    ("≥5 N.m", "[5, ∞) N.m"),
    ("5 kg·m-3", "[5, 5] kg·m-3 {bare}"),
    ("5 s⁻¹", "[5, 5] s⁻¹ {bare}"),
    ("≤5 m³/(m²·h)", "(-∞, 5] m³/(m²·h)"),
    ("≤1 m³", "(-∞, 1] m³"),
    ("≤1 m3", "(-∞, 1] m3"),
    ("≤1.5 L/次", "(-∞, 1.5] L/次"),
    ("≥2 次/年", "[2, ∞) 次/年"),
    ("≥5 次/分", "[5, ∞) 次/分"),
    ("≥3 年", "[3, ∞) 年"),
    ("≥6个月", "[6, ∞) 个月"),
    ("≤24小时", "(-∞, 24] 小时"),
    ("≤30分钟", "(-∞, 30] 分钟"),
    ("≤3 天", "(-∞, 3] 天"),
    ("≤3个工作日", "(-∞, 3] 个工作日"),
    ("≥5 000 h", "[5000, ∞) h {thousands}"),
    ("2 h 30 min", "[150, 150] min {bare}"),
    ("1 h 30 min 20 s", "[5420, 5420] s {bare}"),
    ("2小时30分", "[150, 150] 分 {bare}"),
    ("1年6个月", "[18, 18] 个月 {bare}"),
    ("2天12小时", "[60, 60] 小时 {bare}"),
    ("5万次", "[50000, 50000] 次 {bare, ten_thousands}"),
    ("≥3个", "[3, ∞) 个"),
    ("≥3件", "[3, ∞) 件"),
    ("≤5 台", "(-∞, 5] 台"),
    ("≤15 kW·h/100 km", "(-∞, 15] kW·h/100 km"),
    ("≥1.2 g/cm³", "[1.2, ∞) g/cm³"),
    ("≤3.5 L/100km", "(-∞, 3.5] L/100km"),
    ("≥10 毫克/千克", "[10, ∞) 毫克/千克"),
    ("≥3平方米", "[3, ∞) 平方米"),
    ("≤2毫克每升", "(-∞, 2] 毫克每升"),
    ("≤5 μm", "(-∞, 5] μm"),
    ("≤5 µm", "(-∞, 5] µm"),
    ("≥1 000 Ω·m", "[1000, ∞) Ω·m {thousands}"),
    ("≤1.0 NTU", "(-∞, 1.0] NTU"),
    ("≥25 N/15 mm", "[25, ∞) N/15 mm"),
    ("≥3 kV/mm", "[3, ∞) kV/mm"),
    ("≤2.0 cd/m²", "(-∞, 2.0] cd/m²"),
    ("≤5°", "(-∞, 5] °"),
    ("≤20 min", "(-∞, 20] min"),
    ("≥5 h 以上不断裂", "unread: unexpected_text"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), UNITS, ids=[row[0] for row in UNITS])
def test_the_unit_stays_as_written(cell: str, expected: str) -> None:
    """The unit of a limit is the run of unit symbols behind its number, as written; parts of one
    duration are summed in the last, smallest unit.
    """
    assert reading(cell) == expected
