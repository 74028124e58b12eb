"""Ranges, tolerances and intervals (GB/T 1.1-2020 9.10; ISO 80000-1 7.2; ISO 31-11 intervals)."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

RANGES = [
    ("4.0～7.5", "[4.0, 7.5]"),
    ("4.0~7.5", "[4.0, 7.5]"),
    ("4.0∼7.5", "[4.0, 7.5]"),
    ("4.0〜7.5", "[4.0, 7.5]"),
    ("4.0-7.5", "[4.0, 7.5]"),
    ("4.0 - 7.5", "[4.0, 7.5]"),
    ("4.0–7.5", "[4.0, 7.5]"),
    ("4.0—7.5", "[4.0, 7.5]"),
    ("4.0−7.5", "[4.0, 7.5]"),
    ("4.0——7.5", "[4.0, 7.5]"),
    ("4.0至7.5", "[4.0, 7.5]"),
    ("4.0到7.5", "[4.0, 7.5]"),
    ("4.0 to 7.5", "[4.0, 7.5]"),
    ("4.0…7.5", "[4.0, 7.5]"),
    ("4.0..7.5", "[4.0, 7.5]"),
    ("从4.0到7.5", "[4.0, 7.5]"),
    ("4.0至7.5之间", "[4.0, 7.5]"),
    ("between 4 and 7", "[4, 7]"),
    ("在4和7之间", "[4, 7]"),
    ("-5～5", "[-5, 5]"),
    ("−18～−15", "[-18, -15]"),
    ("−18 至 −15", "[-18, -15]"),
    ("-18--15", "[-18, -15]"),
    ("-5-5", "[-5, 5]"),
    ("-5 - -3", "[-5, -3]"),
    ("20 ℃～25 ℃", "[20, 25] ℃"),
    ("20℃-25℃", "[20, 25] ℃"),
    ("20～25 ℃", "[20, 25] ℃"),
    ("20-25℃", "[20, 25] ℃"),
    ("20 ℃～25", "[20, 25] ℃"),
    ("-25℃～-18℃", "[-25, -18] ℃"),
    ("零下25℃～零下18℃", "[-25, -18] ℃"),
    ("5%～10%", "[5, 10] %"),
    ("5～10 %", "[5, 10] %"),
    ("5%-10%", "[5, 10] %"),
    ("[4.0, 7.5]", "[4.0, 7.5]"),
    ("[4.0, 7.5)", "[4.0, 7.5)"),
    ("(4.0, 7.5]", "(4.0, 7.5]"),
    ("(4.0, 7.5)", "(4.0, 7.5)"),
    ("（0,5］", "(0, 5]"),
    ("[0，5)", "[0, 5)"),
    ("[4.0, 7.5) mm", "[4.0, 7.5) mm"),
    ("(−∞, 5]", "(-∞, 5]"),
    ("[5, +∞)", "[5, ∞)"),
    ("[4～7]", "[4, 7]"),
    ("10±0.2", "[9.8, 10.2] around 10 {nominal_tolerance}"),
    ("10 ± 0.2", "[9.8, 10.2] around 10 {nominal_tolerance}"),
    ("10+/-0.2", "[9.8, 10.2] around 10 {nominal_tolerance}"),
    ("10 +- 0.2", "[9.8, 10.2] around 10 {nominal_tolerance}"),
    ("10±0.2 mm", "[9.8, 10.2] around 10 mm {nominal_tolerance}"),
    ("10 mm±0.2 mm", "[9.8, 10.2] around 10 mm {nominal_tolerance}"),
    ("（20±2）℃", "[18, 22] around 20 ℃ {nominal_tolerance}"),
    ("(20 ± 2) ℃", "[18, 22] around 20 ℃ {nominal_tolerance}"),
    ("20±2℃", "[18, 22] around 20 ℃ {nominal_tolerance}"),
    ("（20±2） ℃", "[18, 22] around 20 ℃ {nominal_tolerance}"),
    ("-18±2", "[-20, -16] around -18 {nominal_tolerance}"),
    ("10 +0.2/-0.1", "[9.9, 10.2] around 10 {nominal_tolerance}"),
    ("10 +0.2 / -0.1", "[9.9, 10.2] around 10 {nominal_tolerance}"),
    ("10+0.2/-0.1 mm", "[9.9, 10.2] around 10 mm {nominal_tolerance}"),
    ("10 0/-0.1", "[9.9, 10] around 10 {nominal_tolerance}"),
    ("10 +0.1/0", "[10, 10.1] around 10 {nominal_tolerance}"),
    ("10 +0.2，-0.1", "[9.9, 10.2] around 10 {nominal_tolerance}"),
    ("+0.150t，-0.125t", "[-0.125, 0.150] t {tolerance}"),
    ("+0.2/-0.1", "[-0.1, 0.2] {tolerance}"),
    ("+0.2 -0.1", "[-0.1, 0.2] {tolerance}"),
    ("0/-0.1", "[-0.1, 0] {tolerance}"),
    ("±0.5", "[-0.5, 0.5] {tolerance}"),
    ("±5 %", "[-5, 5] % {tolerance}"),
    ("±0.5 mm", "[-0.5, 0.5] mm {tolerance}"),
    ("≤±0.5", "[-0.5, 0.5] {tolerance}"),
    ("±20‰", "[-20, 20] ‰ {tolerance}"),
    ("10 mm±5%", "[9.5, 10.5] around 10 mm {nominal_tolerance}"),
    ("10 mm ± 5 %", "[9.5, 10.5] around 10 mm {nominal_tolerance}"),
    ("50 %±5 %", "[45, 55] around 50 % {nominal_tolerance}"),
    ("100（1±5%）", "[95, 105] around 100 {nominal_tolerance}"),
    ("100(1±5 %) mm", "[95, 105] around 100 mm {nominal_tolerance}"),
    ("100±5%", "[95, 105] around 100 % {nominal_tolerance}"),
    ("230 V±10 %", "[207, 253] around 230 V {nominal_tolerance}"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), RANGES, ids=[row[0] for row in RANGES])
def test_a_range_or_tolerance_has_two_ends(cell: str, expected: str) -> None:
    """A range, a nominal with its tolerance, or an interval admits the values between both ends;
    a percentage tolerance is of the nominal where the nominal has another unit.
    """
    assert reading(cell) == expected
