"""Boards 2 and 3: lead sheets, and what was consolidated and distributed."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.subjects.leads import (
    CITY_DEPARTMENTS,
    CITY_LINES,
    DEPARTMENTS,
    LINES,
    MERGED,
)
from duibiao.insights.subjects.messages import COPIES, DISTRIBUTED
from duibiao.insights.tables import Count, CountTable, ListTable

SHEETS = (
    Count(DEPARTMENTS, "all"),
    Count(DEPARTMENTS, "handed_in"),
    Count(DEPARTMENTS, "in_time"),
    Count(DEPARTMENTS, "late"),
    Count(DEPARTMENTS, "missing"),
    share("in_time_rate", Count(DEPARTMENTS, "in_time"), Count(DEPARTMENTS, "all")),
    Count(COPIES, "all"),
    Count(COPIES, "receipted"),
    share("receipt_rate", Count(COPIES, "receipted"), Count(COPIES, "all")),
    Count(LINES, "all"),
    Count(LINES, "adopted"),
    Count(LINES, "declined"),
    share("adoption", Count(LINES, "adopted"), Count(LINES, "adopted"), Count(LINES, "declined")),
)

LEADS = Board(
    name="leads",
    permission=Permission.DISTRICT_LEADS_READ,
    number=Count(DEPARTMENTS, "handed_in"),
    filters=("district", "field"),
    tables=(
        CountTable("districts", "district", SHEETS),
        CountTable("fields", "field", SHEETS),
        CountTable(
            "city",
            "",
            (
                Count(CITY_DEPARTMENTS, "all"),
                Count(CITY_DEPARTMENTS, "handed_in"),
                Count(CITY_DEPARTMENTS, "in_time"),
                Count(CITY_DEPARTMENTS, "late"),
                Count(CITY_DEPARTMENTS, "missing"),
                Count(CITY_DEPARTMENTS, "nothing"),
            ),
        ),
        ListTable("city_list", CITY_DEPARTMENTS),
    ),
)

DISTRIBUTION = Board(
    name="distribution",
    permission=Permission.DISPATCHED_LEADS_READ,
    number=Count(MERGED, "sent"),
    filters=("district",),
    tables=(
        CountTable(
            "districts",
            "district",
            (
                Count(MERGED, "all"),
                Count(MERGED, "several"),
                Count(MERGED, "automatic"),
                Count(MERGED, "by_hand"),
                Count(MERGED, "sent"),
                Count(DISTRIBUTED, "all"),
                Count(DISTRIBUTED, "receipted"),
                share("receipt_rate", Count(DISTRIBUTED, "receipted"), Count(DISTRIBUTED, "all")),
            ),
        ),
        CountTable(
            "providers",
            "provider",
            (Count(CITY_LINES, "all"), Count(MERGED, "all"), Count(MERGED, "several")),
            total=False,  # a lead merged of two sources stands under both
        ),
    ),
)

ALL = (LEADS, DISTRIBUTION)
