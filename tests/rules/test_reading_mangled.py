"""Mangled cells: damaged, hostile, ambiguous. Each is refused with its reason and its place.

Positions count characters of the original cell from 1. A refusal is a value, never an exception,
and takes bounded time (reliability: bad input).
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.config.topics.parse import answer
from duibiao.core.errors import Fact
from duibiao.core.measure.read import read
from duibiao.core.measure.requirement import Requirement, Unread
from duibiao.core.measure.write import write
from duibiao.ui.wording import sentence

SECONDS = 2.0

MANGLED = [
    # empty or undecided
    ("", "empty_cell", 1),
    (" ", "empty_cell", 1),
    ("\u3000", "empty_cell", 1),
    ("\u200b", "empty_cell", 1),
    ("；", "empty_cell", 1),
    ("待定", "not_stated_yet", 1),
    ("TBD", "not_stated_yet", 1),
    ("???", "not_stated_yet", 1),
    ("？", "not_stated_yet", 1),
    ("未核实", "not_verified", 1),
    ("（未核实）", "not_verified", 1),
    ("待核", "not_verified", 1),
    ("not verified", "not_verified", 1),
    ("未检测", "not_stated_yet", 1),
    ("未测", "not_stated_yet", 1),
    ("无数据", "not_stated_yet", 1),
    ("没有数据", "not_stated_yet", 1),
    ("不清楚", "not_stated_yet", 1),
    ("unknown", "not_stated_yet", 1),
    ("[待确认]", "not_stated_yet", 2),
    # remains of a spreadsheet
    ("#REF!", "spreadsheet_error", 1),
    ("#DIV/0!", "spreadsheet_error", 1),
    ("#N/A", "spreadsheet_error", 1),
    ("#VALUE!", "spreadsheet_error", 1),
    ("#NAME?", "spreadsheet_error", 1),
    ("#NUM!", "spreadsheet_error", 1),
    ("#NULL!", "spreadsheet_error", 1),
    ("########", "spreadsheet_error", 1),
    ("≤#REF!", "spreadsheet_error", 2),
    ("#REF! mg/kg", "spreadsheet_error", 1),
    ("=A1", "spreadsheet_formula", 1),
    ("=A1+B2", "spreadsheet_formula", 1),
    ("=SUM(A1:A3)", "spreadsheet_formula", 1),
    ("=$B$2*2", "spreadsheet_formula", 1),
    ("@SUM(A1)", "spreadsheet_formula", 1),
    ("=-B7", "spreadsheet_formula", 1),
    ("20#VALUE!", "spreadsheet_error", 3),
    # dates and times
    ("3月4日", "looks_like_date", 1),
    ("3月4", "looks_like_date", 1),
    ("2018/3/4", "looks_like_date", 1),
    ("2018-03-04", "looks_like_date", 1),
    ("2018.3.4", "looks_like_date", 1),
    ("2018年", "looks_like_date", 1),
    ("2018年3月4日", "looks_like_date", 1),
    ("2018-3", "looks_like_date", 1),
    ("4/3/2018", "looks_like_date", 1),
    ("04-03-2018", "looks_like_date", 1),
    ("8:30", "looks_like_date", 1),
    ("08:00", "looks_like_date", 1),
    ("12:30:00", "looks_like_date", 1),
    ("≤2018/3/4", "looks_like_date", 2),
    ("2018/3/4～2018/3/5", "looks_like_date", 1),
    ("2036-01-12起", "looks_like_date", 1),
    # web markup
    ("<b>5</b>", "markup", 1),
    ("<p>≤20</p>", "markup", 1),
    ("&lt;5", "markup", 1),
    ("&le;5", "markup", 1),
    ("&#8804;5", "markup", 1),
    ("5<br/>", "markup", 2),
    ("≤5&nbsp;mg", "markup", 3),
    ("<!-- 5 -->", "markup", 1),
    ("<script>alert(1)</script>", "markup", 1),
    ("<td>5</td>", "markup", 1),
    # lost characters
    ("�20", "damaged_character", 1),
    ("20�", "damaged_character", 3),
    ("≤20�mg/kg", "damaged_character", 4),
    ("\ud83d20", "damaged_character", 1),
    ("20\udc00", "damaged_character", 3),
    ("\ue000 20", "damaged_character", 1),
    ("鈮?20", "damaged_character", 1),
    ("锟斤拷20", "damaged_character", 1),
    ("â‰¤20", "damaged_character", 1),
    ("¡Ü20", "damaged_character", 1),
    ("Â±5", "damaged_character", 1),
    ("烫烫烫", "damaged_character", 1),
    ("?20", "unexpected_text", 1),
    ("≤20�", "damaged_character", 4),
    ("锛?5", "damaged_character", 1),
    ("涓嶅ぇ浜?20", "damaged_character", 1),
    # hidden characters
    ("5\u0000", "control_character", 2),
    ("\u2264\u000720", "control_character", 2),
    ("\u001b[31m5", "control_character", 1),
    ("5\u007f", "control_character", 2),
    ("\u0002\u22645", "control_character", 1),
    ("\u202e5\u2264", "hidden_direction", 1),
    ("\u22645\u202c", "hidden_direction", 3),
    ("\u2066\u22645\u2069", "hidden_direction", 1),
    ("\u2264\u03385", "combining_character", 2),
    ("5\u0338", "combining_character", 2),
    ("\u22645\u20dd", "combining_character", 3),
    ("\u2265\u033220", "combining_character", 2),
    ("20\b", "control_character", 3),
    # numbers that are none
    ("1.2.3", "malformed_number", 1),
    ("1,2,3", "malformed_number", 1),
    ("1,23,4", "malformed_number", 1),
    ("12..", "unexpected_text", 3),
    ("1,,2", "unexpected_text", 2),
    ("100×200", "malformed_number", 1),
    ("100x200x300", "malformed_number", 1),
    ("5×10", "malformed_number", 1),
    ("2*3", "malformed_number", 1),
    ("5e", "malformed_number", 1),
    ("5E", "malformed_number", 1),
    ("12e3e4", "malformed_number", 1),
    ("0x1F", "malformed_number", 1),
    ("1/0", "malformed_number", 1),
    ("0/0", "malformed_number", 1),
    ("1/2/3", "malformed_number", 1),
    ("NaN", "malformed_number", 1),
    ("nan", "malformed_number", 1),
    ("Infinity", "malformed_number", 1),
    ("-inf", "malformed_number", 1),
    ("∞", "malformed_number", 1),
    ("5'3", "malformed_number", 1),
    ("1'000", "malformed_number", 1),
    ("1_000", "unexpected_text", 2),
    ("1.2,3,4", "malformed_number", 1),
    # numbers too large
    ("1e999999", "number_too_large", 1),
    ("1e31", "number_too_large", 1),
    ("1×10^99", "number_too_large", 1),
    ("10^1000", "number_too_large", 1),
    ("9" * 41, "number_too_large", 1),
    ("0." + "0" * 45 + "1", "number_too_large", 1),
    ("1E-999", "number_too_large", 1),
    ("≤1e400 mg", "number_too_large", 2),
    ("1×10^-31", "number_too_large", 1),
    ("10⁹⁹", "number_too_large", 1),
    ("5×10⁴⁰", "number_too_large", 1),
    # two readings
    ("1×105", "ambiguous_power", 1),
    ("2.5×106", "ambiguous_power", 1),
    ("1×1012", "ambiguous_power", 1),
    ("≤1×103 CFU/g", "ambiguous_power", 2),
    ("1×10", "malformed_number", 1),
    ("1×10-30", "malformed_number", 1),
    ("5²", "ambiguous_reading", 1),
    ("5^3", "ambiguous_reading", 1),
    ("60±5%", "ambiguous_reading", 1),
    ("5W-30", "ambiguous_reading", 1),
    ("5 m-6", "ambiguous_reading", 1),
    ("(0,5)", "ambiguous_reading", 1),
    ("（1,5）", "ambiguous_reading", 1),
    ("10A-16", "ambiguous_reading", 1),
    ("≤5²", "ambiguous_reading", 2),
    # comparators astray
    ("≤", "missing_number", 1),
    ("≥ mg/kg", "missing_number", 1),
    ("≤≤5", "unexpected_text", 2),
    ("≤>5", "unexpected_text", 2),
    ("><5", "unexpected_text", 2),
    ("5≤", "unexpected_text", 2),
    ("≤ ≥", "missing_number", 1),
    ("不大于", "missing_number", 1),
    ("不大于 mg", "missing_number", 1),
    ("≤5≤", "unexpected_text", 3),
    ("5≤8", "unexpected_text", 3),
    ("5≤≤8", "unexpected_text", 3),
    ("≥5≤3", "contradiction", 1),
    (">5<5", "contradiction", 1),
    ("≥5≥3", "unlabelled_cases", 1),
    ("≤5,≤6", "unlabelled_cases", 1),
    ("≤5；≤6", "unlabelled_cases", 1),
    ("≥5，≥6", "unlabelled_cases", 1),
    ("≤5或≤6", "unexpected_text", 3),
    ("≠5", "unexpected_text", 1),
    ("≥x", "missing_number", 1),
    ("≤—", "missing_number", 1),
    ("≤—18", "unexpected_text", 2),
    ("<LOD", "missing_number", 1),
    ("≥5且", "unexpected_text", 3),
    ("且", "unexpected_text", 1),
    ("≤5~10", "unexpected_text", 3),
    ("≥3-4", "unexpected_text", 3),
    ("±", "missing_number", 1),
    ("±x", "missing_number", 1),
    ("10±", "unexpected_text", 3),
    ("±±5", "unexpected_text", 2),
    ("≤±", "missing_number", 1),
    ("5±0.2±0.1", "unexpected_text", 6),
    ("≥±5", "unexpected_text", 1),
    # ranges astray
    ("10～5", "reversed_range", 1),
    ("7.5-4.0", "reversed_range", 1),
    ("10-3", "reversed_range", 1),
    ("5～", "unexpected_text", 2),
    ("～", "unexpected_text", 1),
    ("～5", "approximate", 1),
    ("5～～", "unexpected_text", 2),
    ("5～8～10", "unexpected_text", 4),
    ("[7,4]", "reversed_range", 1),
    ("[5,5)", "contradiction", 1),
    ("[4.0, 7.5", "unclosed_bracket", 1),
    ("4.0, 7.5]", "unclosed_bracket", 9),
    ("(4;", "unclosed_bracket", 1),
    ("4～x", "unexpected_text", 2),
    ("5 mm～6 cm", "mixed_units", 6),
    ("500 mL～1 L", "mixed_units", 8),
    ("5-", "unexpected_text", 2),
    ("--5", "unexpected_text", 1),
    ("5---3", "unexpected_text", 2),
    # brackets astray
    ("≤5（", "unclosed_bracket", 3),
    ("≤5）", "unclosed_bracket", 3),
    ("（≤5", "unclosed_bracket", 1),
    ("≤5（以N计", "unclosed_bracket", 3),
    ("≤5）以N计（", "unclosed_bracket", 7),
    ("((((((((5))))))))", "unexpected_text", 7),
    ("（", "unclosed_bracket", 1),
    ("）", "unclosed_bracket", 1),
    ("()", "unexpected_text", 1),
    ("[", "unclosed_bracket", 1),
    ("]", "unclosed_bracket", 1),
    ("[]", "unexpected_text", 1),
    ("≤5[", "unclosed_bracket", 3),
    ("5（（", "unclosed_bracket", 2),
    # units astray
    ("5 mm 6 mm", "unexpected_text", 1),
    ("5 m 20 cm", "unexpected_text", 1),
    ("≤20 mg/kg 5", "unexpected_text", 11),
    ("5 mm×6 mm", "unexpected_text", 5),
    ("≤5 mg//kg", "unexpected_text", 6),
    ("≤5 /", "unexpected_text", 4),
    ("5 % 6", "unexpected_text", 1),
    ("≤20 苹果香蕉", "unexpected_text", 5),
    ("20 mg/kg/", "unexpected_text", 9),
    ("5 mg/kg~6 g/kg", "mixed_units", 9),
    # approximations
    ("约5", "approximate", 1),
    ("大约5", "approximate", 1),
    ("≈5", "approximate", 1),
    ("5左右", "approximate", 2),
    ("5上下", "approximate", 2),
    ("~5", "approximate", 1),
    ("about 5", "approximate", 1),
    ("ca. 5", "approximate", 1),
    ("approx. 5", "approximate", 1),
    ("近5", "approximate", 1),
    ("≤约5", "approximate", 2),
    # plans astray
    ("n=5，c=2", "incomplete_plan", 1),
    ("n=5，m=10", "incomplete_plan", 1),
    ("n=a，c=2，m=1", "malformed_number", 3),
    ("n=5.5，c=0，m=0", "malformed_number", 1),
    ("n=5，c=-1，m=0", "malformed_number", 1),
    ("n=5，c=2，m=100，M=x", "malformed_number", 17),
    ("n=5，c=2，m=100，备注", "unexpected_text", 15),
    ("n=5 c=2 m=1e99", "number_too_large", 11),
    # grades astray
    ("优于E1", "grade_range", 1),
    ("<E1", "grade_range", 1),
    ("≤IP65", "grade_range", 1),
    ("B～D", "grade_range", 1),
    ("4/5级", "malformed_number", 1),
    ("3.3级", "malformed_number", 1),
    ("4-6-8级", "unexpected_text", 4),
    ("级", "unexpected_text", 1),
    ("3-4-5级", "unexpected_text", 4),
    # other
    ("D+1", "unexpected_text", 1),
    ("M8", "unexpected_text", 1),
    ("不小于公称长度 5", "unexpected_text", 1),
    ("0～-18 ℃", "reversed_range", 1),
    ("1.5 e-3", "ambiguous_reading", 1),
    ("3×3 mm", "malformed_number", 1),
    ("≥3.0/2.5", "unexpected_text", 6),
    ("GB/T 2828.1 AQL 2.5", "unexpected_text", 6),
    ("温度 20 ℃ 湿度 80 %", "unexpected_text", 9),
    ("😀", "unexpected_text", 1),
    ("≤😀5", "unexpected_text", 2),
    ("≤5😀", "unexpected_text", 3),
    ("5😀mg", "unexpected_text", 2),
    ("。", "empty_cell", 1),
    ("，", "unexpected_text", 1),
    ("!!!", "unexpected_text", 1),
    ("***", "unexpected_text", 1),
    ("≤5；；≤x", "missing_number", 5),
    ("：", "unexpected_text", 1),
    ("≤5 ok?", "unexpected_text", 6),
    ("§5", "unexpected_text", 1),
    ("≤20 mg/kg 超标", "unexpected_text", 11),
    ("http://x.y/z?a=5", "unexpected_text", 1),
    ("user@example.com 5", "unexpected_text", 1),
    ("'; DROP TABLE x; --5", "unexpected_text", 1),
    ("{{7*7}}", "malformed_number", 3),
    ("${7*7}", "malformed_number", 3),
    ("../../etc/passwd 5", "unexpected_text", 1),
    ("5\t\n6", "unexpected_text", 1),
    ("☎ 022-12345678", "unexpected_text", 1),
    ("5" * 2001, "too_long", 2001),
    ("≤" * 1999, "missing_number", 1),
    ("(" * 1999, "unexpected_text", 7),
    ("1 " * 900 + "1", "unexpected_text", 7),
    ("a:" * 800, "unexpected_text", 82),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "code", "position"), MANGLED)
def test_a_mangled_cell_is_refused_with_its_reason_and_place(
    cell: str, code: str, position: int
) -> None:
    """A cell that cannot be read says why and at which character; it is never guessed."""
    problem = refusal(read(cell))
    assert (problem.code, problem.values()["position"]) == (code, position)


@pytest.mark.parametrize("cell", [row[0] for row in MANGLED])
def test_the_refusal_is_a_sentence_in_both_languages(cell: str) -> None:
    """The refusal names what was found and what to write instead, in Chinese and English."""
    problem = refusal(read(cell))
    for said in (sentence(problem, "zh"), sentence(problem, "en")):
        assert len(said) > 15
        assert "{position}" not in said


def test_there_are_two_hundred_mangled_cells() -> None:
    """The table covers at least 200 different cells."""
    assert len({cell for cell, _, _ in MANGLED}) >= 200


REPEATED = [
    "1", "≥", "(", "≥5，", "≥5；", "a≥5；", "应", "应为", "m/", "1 ", "1,", "不", "不大于", "5 mm ",
    "5～", "±", "-", "×10", "n=5", "以N计", "a:", "总", "(5±", "<a", "3-4级", "0.000 08 ", "且≥5",
    "n=5,c=2,m=1,", "5\n", "mg RE/", "=a^", "1/2 ", "不得检出(", "(a≥5)", "≥3（深色2-3）",
]  # fmt: skip


@pytest.mark.parametrize("part", REPEATED)
def test_reading_takes_bounded_time(part: str) -> None:
    """Two thousand characters of anything are read or refused within two seconds."""
    cell = (part * 2000)[:2000]
    began = time.perf_counter()
    read(cell)
    read(f"≥5（{cell[:1990]}）", unit="级", direction="boolean")
    assert time.perf_counter() - began < SECONDS


PIECES = st.sampled_from(
    [*"0123456789.,;:，；：（）()[]~-—+±%≤≥<>=×^eE 级mgkL℃°/·且至约nNcM\n²³⁻①½万年月日无一",
     "mg/kg", "不得检出", "平均值", "1×10", "#REF!", "以N计", "20 ℃", "max", "min", "IP65", "3-4"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)),
    st.sampled_from([None, "mg/kg", "级", "%", "min", "CFU/g"]),
    st.sampled_from([None, "boolean", "range"]),
)
def test_reading_never_raises(cell: str, column: str | None, direction: str | None) -> None:
    """Whatever stands in a cell, reading, printing and the parse topic answer."""
    found = read(cell, unit=column, direction=direction)
    assert isinstance(found, Requirement)
    assert found.text == cell
    assert isinstance(write(found), str)
    assert isinstance(write(found, "en"), str)
    assert answer({"text": cell, "unit": column, "direction": direction})["kind"]


def refusal(found: Requirement) -> Fact:
    assert isinstance(found.content, Unread), found
    return found.content.problem
