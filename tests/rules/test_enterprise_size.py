"""Size of an enterprise: 统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号.

Figures: persons, 万元 revenue, 万元 assets. Lower limits are inclusive, the lowest class reached
by any figure of the group decides.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.identify.enterprise_size import (
    Figure,
    FigureNotFinite,
    Group,
    NegativeFigure,
    NoSize,
    Size,
    classify,
    groups,
)
from duibiao.core.identify.industry import UnknownIndustry

NONE = None


def decimal(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.mark.clause("五(二)3(1)-6")
@pytest.mark.parametrize(
    ("code", "employees", "revenue", "assets", "group", "size"),
    [
        ("3851", 1000, 40000, NONE, "工业", "大型"),
        ("3851", 1000, "39999.99", NONE, "工业", "中型"),
        ("3851", 999, 40000, NONE, "工业", "中型"),
        ("3851", 300, 2000, NONE, "工业", "中型"),
        ("3851", 300, 1999, NONE, "工业", "小型"),
        ("3851", 20, 300, NONE, "工业", "小型"),
        ("3851", 19, 40000, NONE, "工业", "微型"),  # down as many classes as it takes
        ("3851", 5000, 299, NONE, "工业", "微型"),
        ("0111", NONE, 20000, NONE, "农、林、牧、渔业", "大型"),
        ("0111", 3, "49.99", NONE, "农、林、牧、渔业", "微型"),
        ("4710", NONE, 80000, 80000, "建筑业", "大型"),
        ("4710", NONE, 80000, 79999, "建筑业", "中型"),
        ("4710", NONE, 300, 299, "建筑业", "微型"),
        ("5111", 200, 40000, NONE, "批发业", "大型"),
        ("5111", 5, 1000, NONE, "批发业", "小型"),
        ("5211", 10, 99, NONE, "零售业", "微型"),
        ("5431", 1000, 30000, NONE, "交通运输业", "大型"),
        ("5910", 1000, 30000, NONE, "交通运输业", "大型"),  # 591 loading is transport
        ("5920", 199, 30000, NONE, "仓储业", "中型"),
        ("5920", 100, 1000, NONE, "仓储业", "中型"),  # 100, not 200
        ("6010", 300, 2000, NONE, "邮政业", "中型"),
        ("6110", 100, 2000, NONE, "住宿业", "中型"),
        ("6210", 10, 100, NONE, "餐饮业", "小型"),
        ("6421", 2000, 99999, NONE, "信息传输业", "中型"),
        ("6312", 2000, 100000, NONE, "信息传输业", "大型"),
        ("6513", 300, 10000, NONE, "软件和信息技术服务业", "大型"),
        ("6513", 10, 50, NONE, "软件和信息技术服务业", "小型"),
        ("7010", NONE, 200000, 9999, "房地产开发经营", "中型"),
        ("7010", NONE, 1000, 5000, "房地产开发经营", "中型"),
        ("7020", 100, 500, NONE, "物业管理", "小型"),
        ("7211", 300, NONE, 119999, "租赁和商务服务业", "中型"),
        ("7211", 9, NONE, 500000, "租赁和商务服务业", "微型"),
        ("7452", 300, NONE, NONE, "其他未列明行业", "大型"),
        ("7452", 9, NONE, NONE, "其他未列明行业", "微型"),
        ("8521", 100, NONE, NONE, "其他未列明行业", "中型"),  # 85 social work is inside
        ("7090", 10, NONE, NONE, "其他未列明行业", "小型"),
    ],
)
def test_取各项指标所达档次中最低的一档(
    code: str,
    employees: int | None,
    revenue: float | str | None,
    assets: int | None,
    group: str,
    size: str,
) -> None:
    """The lowest class reached by any figure; limits belong to the class above."""
    finding = classify(
        code,
        employees=decimal(employees),
        revenue_wan=decimal(revenue),
        assets_wan=decimal(assets),
    )
    assert (finding.group, finding.size) == (group, size)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("5311", NoSize.RAILWAYS),
        ("6610", NoSize.FINANCE),
        ("8310", NoSize.EDUCATION),
        ("8411", NoSize.HEALTH),
        ("9100", NoSize.PUBLIC_ADMINISTRATION),
        ("9700", NoSize.INTERNATIONAL_ORGANISATIONS),
        ("7040", NoSize.OWN_REAL_ESTATE),
        ("F", NoSize.INDUSTRY_TOO_WIDE),  # wholesale or retail?
        ("59", NoSize.INDUSTRY_TOO_WIDE),  # loading or storage?
        ("K", NoSize.INDUSTRY_TOO_WIDE),
    ],
)
def test_不在划型范围的说明原因(code: str, reason: NoSize) -> None:
    """No size, no bound, but the reason."""
    finding = classify(code, employees=Decimal(5000), revenue_wan=Decimal(500000))
    assert (finding.group, finding.size, finding.at_most, finding.reason) == (
        None,
        None,
        None,
        reason,
    )


@pytest.mark.parametrize(
    ("employees", "revenue", "size", "at_most"),
    [
        (500, NONE, NONE, Size.MEDIUM),
        (1000, NONE, NONE, Size.LARGE),
        (NONE, 300, NONE, Size.SMALL),
        (19, NONE, Size.MICRO, NONE),  # micro already: nothing can lift it
        (NONE, NONE, NONE, NONE),
    ],
)
def test_缺指标时只给上限(
    employees: int | None, revenue: int | None, size: Size | None, at_most: Size | None
) -> None:
    """A missing figure is not zero: undetermined, at most what the known figures reach."""
    finding = classify("C38", employees=decimal(employees), revenue_wan=decimal(revenue))
    assert (finding.size, finding.at_most) == (size, at_most)
    assert (finding.reason is NoSize.MISSING_FIGURES) == (size is None)


def test_零不是缺失() -> None:
    """Zero revenue is a figure, and it is micro."""
    assert classify("3851", employees=Decimal(5000), revenue_wan=Decimal(0)).size is Size.MICRO


@pytest.mark.parametrize("code", ["3851", "C3851", "c38", " C ", "C38"])
def test_行业代码可带门类字母(code: str) -> None:
    """Section letter, digits, or both."""
    assert classify(code).group == "工业"


@pytest.mark.parametrize("code", ["", "A3851", "9800", "38511", "X", "3", "制造业"])
def test_不存在的行业代码被指出(code: str) -> None:
    """A letter that does not own the digits, or no code at all."""
    with pytest.raises(UnknownIndustry):
        classify(code)


def test_负数和无穷大不是指标值() -> None:
    """Persons and money are finite and not below zero."""
    with pytest.raises(NegativeFigure):
        classify("3851", employees=Decimal(-1))
    with pytest.raises(FigureNotFinite):
        classify("3851", revenue_wan=Decimal("NaN"))


@pytest.mark.parametrize(
    ("employees", "revenue", "sme"),
    [(19, 1, True), (300, 2000, True), (1000, 40000, False), (500, NONE, True), (1000, NONE, NONE)],
)
def test_微型也是中小企业(employees: int, revenue: int | None, sme: bool | None) -> None:
    """SME Promotion Law (2017), article 2: 中小企业 are medium, small and micro."""
    finding = classify("3851", employees=Decimal(employees), revenue_wan=decimal(revenue))
    assert finding.is_sme is sme


AMOUNTS = st.decimals(min_value=0, max_value=300000, places=2)
ORDER = list(Size)


def _with(group: Group, figures: dict[Figure, Decimal]) -> Size | None:
    return classify(
        group.codes[0],
        employees=figures[Figure.EMPLOYEES],
        revenue_wan=figures[Figure.REVENUE],
        assets_wan=figures[Figure.ASSETS],
    ).size


@given(
    st.sampled_from(groups()),
    st.fixed_dictionaries(dict.fromkeys(Figure, AMOUNTS)),
    st.sampled_from(list(Figure)),
    AMOUNTS,
)
def test_任一指标增大时规模不会变小(
    group: Group, figures: dict[Figure, Decimal], raised: Figure, by: Decimal
) -> None:
    """Monotone in each figure."""
    before = _with(group, figures)
    after = _with(group, {**figures, raised: figures[raised] + by})
    assert before is not None
    assert after is not None
    assert ORDER.index(after) <= ORDER.index(before)


@given(st.sampled_from(groups()), st.fixed_dictionaries(dict.fromkeys(Figure, AMOUNTS)))
def test_上限不会低于补齐后的结论(group: Group, figures: dict[Figure, Decimal]) -> None:
    """Filling in a missing figure never lifts the size above the bound that was given."""
    complete = _with(group, figures)
    partial = classify(group.codes[0], employees=figures[Figure.EMPLOYEES])
    bound = partial.size or partial.at_most
    assert complete is not None
    assert bound is None or ORDER.index(complete) >= ORDER.index(bound)
