"""Standard numbers: how each body writes them, and what clerks make of them.

Sources: GB/T 1.1-2020 (national numbers), 行业标准管理办法, 地方标准管理办法, 团体标准管理规定,
ISO/IEC Directives part 1, CEN, ITU-T and the other bodies' numbering; numbers are published ones.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.identify.standard_number import (
    NumberFlaw,
    normalise,
    parse,
    patterns,
    spelling,
)

# text | level | its one spelling (= the same) | prefix | number | part | year
VALID = """
GB/T 4754-2017 | national_cn | = | GB/T | 4754 | | 2017
GB/T 4754—2017 | national_cn | GB/T 4754-2017 | GB/T | 4754 | | 2017
GB／T　4754－2017 | national_cn | GB/T 4754-2017 | GB/T | 4754 | | 2017
GB/T4754-2017 | national_cn | = | GB/T | 4754 | | 2017
GB/T 20004.1-2016 | national_cn | = | GB/T | 20004 | 1 | 2016
GB 32100-2015 | national_cn | = | GB | 32100 | | 2015
GB 4706.13-2014 | national_cn | = | GB | 4706 | 13 | 2014
GB/Z 28828-2012 | national_cn | = | GB/Z | 28828 | | 2012
GB/T 4754-2017/XG1-2019 | national_cn | = | GB/T | 4754 | | 2017
GBZ 2.1-2019 | national_cn | = | GBZ | 2 | 1 | 2019
GJB 150.1A-2009 | national_cn | = | GJB | 150 | 1A | 2009
JJF 1059.1-2012 | national_cn | = | JJF | 1059 | 1 | 2012
YY/T 0287-2017 | industry_cn | = | YY/T | 0287 | | 2017
NB/T 47013.2-2015 | industry_cn | = | NB/T | 47013 | 2 | 2015
HJ 25.1-2019 | industry_cn | = | HJ | 25 | 1 | 2019
QB/T 1333-2018 | industry_cn | = | QB/T | 1333 | | 2018
JTG D20-2017 | industry_cn | = | JTG | D20 | | 2017
DB/T 500-2014 | industry_cn | = | DB/T | 500 | | 2014
DB12/T 1040-2021 | local_cn | = | DB12/T | 1040 | | 2021
DB12/ 356-2018 | local_cn | = | DB12 | 356 | | 2018
DB4403/T 1-2019 | local_cn | = | DB4403/T | 1 | | 2019
DB/T29-20-2017 | local_cn | = | DB/T29 | 20 | | 2017
T/CNLIC 0079-2023 | group_cn | = | T/CNLIC | 0079 | | 2023
Q/CSG1209022-2019 | enterprise_cn | = | Q/CSG | 1209022 | | 2019
ISO 9001:2015 | international | = | ISO | 9001 | | 2015
ISO 9001：2015 | international | ISO 9001:2015 | ISO | 9001 | | 2015
ISO/IEC 27001:2013 | international | = | ISO/IEC | 27001 | | 2013
ISO 8124-3:2010/Amd 2:2018 | international | = | ISO | 8124 | 3 | 2010
ISO/IEC TR 18047-6:2011 | international | = | ISO/IEC TR | 18047 | 6 | 2011
IEC 60335-2-24:2010+AMD1:2012 | international | = | IEC | 60335 | 2-24 | 2010
IEC TS 61400-26-2:2014 | international | = | IEC TS | 61400 | 26-2 | 2014
ITU-T G.984.1 (03/2008) | international | = | ITU-T | G.984.1 | | 2008
ITU-R F.386-9 | international | = | ITU-R | F.386 | 9 |
CXS 192-1995 | international | = | CXS | 192 | | 1995
OIML R 76-1:2006 | international | = | OIML R | 76 | 1 | 2006
EN 71-3:2019+A1:2021 | foreign_or_regional | = | EN | 71 | 3 | 2019
EN IEC 62368-1:2020+A11:2020 | foreign_or_regional | = | EN IEC | 62368 | 1 | 2020
BS EN ISO 13485:2016+A11:2021 | foreign_or_regional | = | EN ISO | 13485 | | 2016
JIS C 9335-1:2014 | foreign_or_regional | = | JIS C | 9335 | 1 | 2014
ASTM F963-17 | foreign_or_regional | = | ASTM | F963 | | 17
IEEE Std 754-2008 | foreign_or_regional | = | IEEE Std | 754 | | 2008
UL 94 | foreign_or_regional | = | UL | 94 | |
AS/NZS 60335.1:2011 | foreign_or_regional | = | AS/NZS | 60335.1 | | 2011
KS Q ISO 9001:2015 | foreign_or_regional | = | KS Q ISO | 9001 | | 2015
GOST R 52931-2008 | foreign_or_regional | = | GOST R | 52931 | | 2008
ASME B16.5-2020 | foreign_or_regional | = | ASME | B16.5 | | 2020
SAE J1772_201710 | foreign_or_regional | = | SAE | J1772 | | 201710
UN R100 | foreign_or_regional | = | UN R | 100 | |
DIN 912:1983-12 | foreign_or_regional | = | DIN | 912 | | 1983
"""
ROWS = [
    tuple(cell.strip() or None for cell in line.split("|")) for line in VALID.strip().splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[str(row[0]) for row in ROWS])
def test_各级标准编号的写法(row: tuple[str, ...]) -> None:
    """Level, one spelling, prefix, number, part and year; part and year may be absent."""
    text, level, spelling, *parts = row
    found = parse(text)
    assert found.valid
    assert [
        found.level,
        found.normalized,
        found.prefix,
        found.number,
        found.part,
        found.year,
    ] == [level, text if spelling == "=" else spelling, *parts]


@pytest.mark.parametrize("text", ["Q/12XQ 4567—2018", "Q/12HD 0001S-2018"])
def test_企业标准只校验形式(text: str) -> None:
    """Where the enterprise's code ends is not marked: rely on form, level and year only."""
    found = parse(text)
    assert (found.valid, found.level, found.year) == (True, "enterprise_cn", "2018")


@pytest.mark.parametrize(
    ("text", "flaw", "suggestion"),
    [
        ("", NumberFlaw.EMPTY, None),
        ("GB/T 4754", NumberFlaw.NO_YEAR, None),
        ("Q/12XQ 4567", NumberFlaw.NO_YEAR, None),
        ("ISO9001", NumberFlaw.NO_YEAR, None),
        ("EN 71-3+A1", NumberFlaw.NO_YEAR, None),
        ("GB/T 4754-20177", NumberFlaw.BAD_YEAR, None),
        ("GB/T 4754-3017", NumberFlaw.BAD_YEAR, None),
        ("IEC 60335-2-24:10", NumberFlaw.BAD_YEAR, None),
        ("GB/X 4754-2017", NumberFlaw.UNKNOWN_PREFIX, None),
        ("XX/T 1234-2018", NumberFlaw.UNKNOWN_PREFIX, None),
        ("9001:2015", NumberFlaw.NO_PREFIX, None),
        ("GB/T ABCD-2017", NumberFlaw.MALFORMED, None),
        ("DB1/T 500-2014", NumberFlaw.MALFORMED, None),
        ("T/ 333-2019", NumberFlaw.MALFORMED, None),
        ("JIS 9335-1:2014", NumberFlaw.MALFORMED, None),
        ("ASTM 963-17", NumberFlaw.MALFORMED, None),
        ("ISO 9001-2015", NumberFlaw.DASH_FOR_COLON, "ISO 9001:2015"),
        ("ISO9001-2015", NumberFlaw.MALFORMED, "ISO 9001:2015"),
        ("GBT 4754 2017", NumberFlaw.MALFORMED, "GB/T 4754-2017"),
        ("GB/T-4754-2017", NumberFlaw.MALFORMED, "GB/T 4754-2017"),
        ("gb/t 4754-2017", NumberFlaw.MALFORMED, "GB/T 4754-2017"),
        ("QBT 1333-2018", NumberFlaw.MALFORMED, "QB/T 1333-2018"),
        ("GB/T 4754-2017《国民经济行业分类》", NumberFlaw.MALFORMED, "GB/T 4754-2017"),
        ("T-CAS 333-2019", NumberFlaw.MALFORMED, "T/CAS 333-2019"),
        ("Q 12XQ 4567-2018", NumberFlaw.MALFORMED, "Q/12XQ 4567-2018"),
    ],
)
def test_不合写法的说出原因并给出建议(text: str, flaw: NumberFlaw, suggestion: str | None) -> None:
    """Invalid: the reason, and where a slip of the pen explains it, what was meant."""
    found = parse(text)
    assert (found.valid, found.level, found.problem, found.suggestion) == (
        False,
        None,
        flaw,
        suggestion,
    )


def test_每个式样的例子只属于自己() -> None:
    """The order of the shapes decides nothing for published numbers."""
    for text, level, *_ in ROWS:
        assert text is not None
        matching = {p.level for p in patterns() if p.shape.fullmatch(normalise(text))}
        assert matching == {level}


@given(st.text(max_size=40))
def test_任何文本都有答复(text: str) -> None:
    """No input raises; what is suggested is itself valid; normalising twice changes nothing."""
    found = parse(text)
    assert found.valid or found.problem is not None
    assert found.suggestion is None or parse(found.suggestion).valid
    assert normalise(found.normalized) == found.normalized


@given(
    st.sampled_from(["GB", "GB/T", "QB/T", "HG/T", "DB12/T", "T/CAS"]),
    st.integers(1, 99999),
    st.integers(1990, 2030),
    st.sampled_from(["-", "—", "–", "－", "−"]),
    st.sampled_from([" ", "　", "  ", ""]),
)
def test_各种横线和空格归为一种(prefix: str, number: int, year: int, dash: str, gap: str) -> None:
    """Dashes and spaces of every width read the same."""
    found = parse(f"{prefix}{gap}{number}{dash}{year}")
    assert found.valid
    assert (found.prefix, found.number, found.year) == (prefix, str(number), str(year))


@pytest.mark.clause("附.21-1")
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("GB/T9711—2017", "GB/T 9711-2017"),
        ("GB/T 9711-2017", "GB/T 9711-2017"),
        ("ISO 3183:2012", "ISO 3183:2012"),
        ("ＧＢ18401－2010", "GB 18401-2010"),
    ],
)
def test_one_number_is_kept_under_one_spelling(text: str, kept: str) -> None:
    """有没有空格、全角半角、横线长短，都存成一种写法。"""
    assert spelling(parse(text)) == kept
