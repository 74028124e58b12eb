"""Boards 4 to 8: who was recommended, quota and share, what comes first, what was declared."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import (
    COUNTED,
    COUNTED_SMALL,
    GAP,
    NEEDED,
    SME_GAP,
    SME_SHARE,
    share,
)
from duibiao.insights.subjects.content import INDICATORS, PRODUCTS, STANDARDS
from duibiao.insights.subjects.participation import ENTERPRISES, TRADES
from duibiao.insights.tables import Count, CountTable

E = ENTERPRISES
SME_PART = share("sme_part", COUNTED_SMALL, COUNTED)
# What decides stands first: on a narrow screen the rest is reached by scrolling.
FUNNEL = (
    COUNTED,
    NEEDED,
    GAP,
    COUNTED_SMALL,
    SME_SHARE,
    SME_GAP,
    Count(E, "recommended"),
    Count(E, "consented"),
    Count(E, "declined"),
    Count(E, "left"),
    Count(E, "approved"),
    Count(E, "filed"),
)
QUOTA = Board(
    name="quota",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=COUNTED,
    filters=("district",),
    tables=(CountTable("districts", "district", FUNNEL), CountTable("groups", "group", FUNNEL)),
)

SIZED = (
    COUNTED,
    COUNTED_SMALL,
    Count(E, "large"),
    Count(E, "medium"),
    Count(E, "small"),
    Count(E, "micro"),
    Count(E, "unsized"),
)
SME = Board(
    name="sme",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=COUNTED_SMALL,
    filters=("district", "industry"),
    tables=(
        CountTable("districts", "district", (*SIZED, SME_SHARE, SME_GAP)),
        CountTable("industries", "industry", (*SIZED, SME_PART)),
    ),
)

OF_THESE = (Count(E, "recommended"), Count(E, "consented"), COUNTED)
PRIORITY = Board(
    name="priority",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=Count(E, "titled"),
    filters=("district", "industry", "size"),
    tables=(
        CountTable(
            "districts",
            "district",
            (
                COUNTED,
                Count(E, "titled"),
                share("titled_share", Count(E, "titled"), COUNTED),
                Count(E, "zoned"),
                share("zoned_share", Count(E, "zoned"), COUNTED),
                Count(E, "in_block"),
                Count(TRADES, "all"),
                Count(TRADES, "clusters"),
                Count(TRADES, "new_formats"),
                Count(TRADES, "block"),
            ),
        ),
        CountTable("titles", "title", OF_THESE, total=False),
        CountTable("zones", "zone", OF_THESE),
        CountTable("blocks", "block", OF_THESE),
    ),
)

DECLARED = (
    COUNTED,
    COUNTED_SMALL,
    SME_PART,
    Count(PRODUCTS, "all"),
    Count(STANDARDS, "all"),
    Count(STANDARDS, "self_declared"),
    share("self_declared_rate", Count(STANDARDS, "self_declared"), Count(STANDARDS, "all")),
    Count(INDICATORS, "all"),
    Count(INDICATORS, "in_scope"),
)
LEVELS = CountTable(
    "levels",
    "standard_level",
    (Count(STANDARDS, "all"), Count(STANDARDS, "self_declared")),
)
INDUSTRIES = Board(
    name="industries",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=Count(PRODUCTS, "all"),
    filters=("district", "industry", "size"),
    tables=(CountTable("industries", "industry", DECLARED), LEVELS),
)
DISTRICTS = Board(
    name="districts",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=Count(INDICATORS, "in_scope"),
    filters=("district", "industry", "size"),
    tables=(CountTable("districts", "district", DECLARED), LEVELS),
)

ALL = (QUOTA, SME, PRIORITY, INDUSTRIES, DISTRICTS)
