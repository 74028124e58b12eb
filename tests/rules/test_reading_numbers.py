"""Numbers as printed (GB/T 15835-2011; GB/T 8170-2008; ISO 80000-1 7.3)."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

NUMBERS = [
    ("20", "[20, 20] {bare}"),
    ("0.50", "[0.50, 0.50] {bare}"),
    (".5", "[0.5, 0.5] {bare}"),
    ("+5", "[5, 5] {bare}"),
    ("-18", "[-18, -18] {bare}"),
    ("−18", "[-18, -18] {bare}"),
    ("－18", "[-18, -18] {bare}"),
    ("- 18", "[-18, -18] {bare}"),
    ("零下18", "[-18, -18] {bare}"),
    ("１２．５", "[12.5, 12.5] {bare}"),
    ("５０％", "[50, 50] % {bare}"),
    ("5 000", "[5000, 5000] {bare, thousands}"),
    ("5,000", "[5000, 5000] {ambiguous_comma, bare, thousands}"),
    ("1 234 567", "[1234567, 1234567] {bare, thousands}"),
    ("1,234,567", "[1234567, 1234567] {bare, thousands}"),
    ("1,234.5", "[1234.5, 1234.5] {bare, thousands}"),
    ("1.234,5", "[1234.5, 1234.5] {bare, decimal_comma, thousands}"),
    ("5\u2009000", "[5000, 5000] {bare, thousands}"),
    ("5\xa0000", "[5000, 5000] {bare, thousands}"),
    ("0.000 08", "[0.00008, 0.00008] {bare, thousands}"),
    ("0.123 456 7", "[0.1234567, 0.1234567] {bare, thousands}"),
    ("0,25", "[0.25, 0.25] {bare, decimal_comma}"),
    ("12,5", "[12.5, 12.5] {bare, decimal_comma}"),
    ("0,0010", "[0.0010, 0.0010] {bare, decimal_comma}"),
    ("0,001", "[0.001, 0.001] {bare, decimal_comma}"),
    ("1,234", "[1234, 1234] {ambiguous_comma, bare, thousands}"),
    ("2,5～3,125", "[2.5, 3.125] {decimal_comma}"),
    ("1234,5", "[1234.5, 1234.5] {bare, decimal_comma}"),
    ("1×10³", "[1000, 1000] {bare}"),
    ("1×10^3", "[1000, 1000] {bare}"),
    ("1x10^3", "[1000, 1000] {bare}"),
    ("1X10^-3", "[0.001, 0.001] {bare}"),
    ("1×10⁻³", "[0.001, 0.001] {bare}"),
    ("1·10⁻³", "[0.001, 0.001] {bare}"),
    ("1*10^3", "[1000, 1000] {bare}"),
    ("1.5E-3", "[0.0015, 0.0015] {bare}"),
    ("1.5e3", "[1500, 1500] {bare}"),
    ("1.5×10^(-3)", "[0.0015, 0.0015] {bare}"),
    ("1.5×10^{-3}", "[0.0015, 0.0015] {bare}"),
    ("10⁴", "[10000, 10000] {bare}"),
    ("10^4", "[10000, 10000] {bare}"),
    ("10^-4", "[0.0001, 0.0001] {bare}"),
    ("10⁻⁴", "[0.0001, 0.0001] {bare}"),
    ("1×10-3", "[0.001, 0.001] {bare, damaged_power}"),
    ("2.5×10-6", "[0.0000025, 0.0000025] {bare, damaged_power}"),
    ("1×10-3～1×10-2", "[0.001, 0.01] {damaged_power}"),
    ("1/2", "[0.5, 0.5] {bare}"),
    ("3/4", "[0.75, 0.75] {bare}"),
    ("1 1/2", "[1.5, 1.5] {bare}"),
    ("½", "[0.5, 0.5] {bare}"),
    ("2½", "[2.5, 2.5] {bare}"),
    ("¾", "[0.75, 0.75] {bare}"),
    ("1:2", "[0.5, 0.5] {bare}"),
    ("1∶50", "[0.02, 0.02] {bare}"),
    ("1：4", "[0.25, 0.25] {bare}"),
    ("1:12.5", "[0.08, 0.08] {bare}"),
    ("5万", "[50000, 50000] {bare, ten_thousands}"),
    ("3.5亿", "[350000000, 350000000] {bare, ten_thousands}"),
    ("1.2百万", "[1200000, 1200000] {bare, ten_thousands}"),
    ("0.1①", "[0.1, 0.1] {bare, footnote}"),
    ("0.1②", "[0.1, 0.1] {bare, footnote}"),
    ("0.1¹⁾", "[0.1, 0.1] {bare, footnote}"),
    ("0.1*", "[0.1, 0.1] {bare, footnote}"),
    ("≤5**", "(-∞, 5] {footnote}"),
    ("≤20 mg/kg①", "(-∞, 20] mg/kg {footnote}"),
    ("≤5†", "(-∞, 5] {footnote}"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_a_number_is_read_exactly(cell: str, expected: str) -> None:
    """A number keeps its printed digits: full-width digits, Unicode minus, groups of three,
    decimal commas, powers of ten, fractions, ratios and 万 are read exactly; marks of notes are
    set aside and every doubt is flagged.
    """
    assert reading(cell) == expected
