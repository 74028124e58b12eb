"""The size of enterprises, column-wise: the same answers as `core.identify.enterprise_size`
(tests/agreement/test_columnar_size.py)."""

from __future__ import annotations

from typing import Any

import polars as pl

from duibiao.core.identify.enterprise_size import Figure, Group, NoSize, Size, group_of
from duibiao.core.identify.industry import UnknownIndustry, industry

CLASSES = tuple(Size)


def size(
    frame: pl.DataFrame,
    *,
    industry_code: str = "industry_code",
    employees: str = "employees",
    revenue_wan: str = "revenue_wan",
    assets_wan: str = "assets_wan",
) -> pl.Series:
    """大型, 中型, 小型 or 微型 for each row; null where the method gives none.

    The arguments name columns: GB/T 4754 codes, persons, money in 万元; null = not known.
    """
    columns = {
        Figure.EMPLOYEES: employees,
        Figure.REVENUE: revenue_wan,
        Figure.ASSETS: assets_wan,
    }
    limits = frame.select(pl.col(industry_code)).join(
        _limits(frame[industry_code].unique().drop_nulls().to_list(), industry_code),
        on=industry_code,
        how="left",
        maintain_order="left",
    )
    joined = pl.concat(
        [frame.select(columns.values()), limits.drop(industry_code)], how="horizontal"
    )
    reached = [_reached(figure, column) for figure, column in columns.items()]
    needed_and_missing = pl.any_horizontal(
        pl.col(_limit(figure, 0)).is_not_null() & pl.col(column).is_null()
        for figure, column in columns.items()
    )
    lowest = pl.max_horizontal(*reached)
    micro = len(CLASSES) - 1
    decided = (
        pl.when(needed_and_missing & (lowest.fill_null(0) != micro)).then(None).otherwise(lowest)
    )
    words = decided.replace_strict(
        list(range(len(CLASSES))), [one.value for one in CLASSES], return_dtype=pl.String
    )
    return joined.select(words.alias("size"))["size"]


def _limit(figure: Figure, n: int) -> str:
    return f"{figure.value}_{n}"


def _reached(figure: Figure, column: str) -> pl.Expr:
    """The class one figure reaches, 0 the largest; null where it does not count or is unknown."""
    value = pl.col(column)
    reached: Any = pl.when(value.is_null() | pl.col(_limit(figure, 0)).is_null()).then(None)
    for n in range(len(CLASSES) - 1):
        reached = reached.when(value >= pl.col(_limit(figure, n))).then(n)
    decided: pl.Expr = reached.otherwise(len(CLASSES) - 1)
    return decided


def _limits(codes: list[str], name: str) -> pl.DataFrame:
    """The limits that hold for each industry code; none where the method has no group."""
    names = [_limit(figure, n) for figure in Figure for n in range(len(CLASSES) - 1)]
    rows = [{name: code, **_limits_of(code)} for code in codes]
    return pl.DataFrame(rows, schema={name: pl.String, **dict.fromkeys(names, pl.Int64)})


def _limits_of(code: str) -> dict[str, int]:
    try:
        group = group_of(industry(code))
    except UnknownIndustry:
        return {}
    if isinstance(group, NoSize):
        return {}
    return _by_name(group)


def _by_name(group: Group) -> dict[str, int]:
    return {
        _limit(figure, n): int(limit)
        for figure, limits in group.limits.items()
        for n, limit in enumerate(limits)
    }
