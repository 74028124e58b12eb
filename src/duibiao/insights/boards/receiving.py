"""What the national office and an enterprise see: what was filed to the one; the other's own."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.subjects.content import INDICATORS, PRODUCTS, STANDARDS
from duibiao.insights.subjects.messages import RECEIVED
from duibiao.insights.subjects.participation import ENTERPRISES, FILED_MEMBERS
from duibiao.insights.tables import Count, CountTable, ListTable

FILED = (
    Count(FILED_MEMBERS, "all"),
    Count(FILED_MEMBERS, "sme"),
    share("sme_part", Count(FILED_MEMBERS, "sme"), Count(FILED_MEMBERS, "all")),
)
INTAKE = Board(
    name="intake",
    permission=Permission.CITY_PACKAGE_RECEIVE,
    number=Count(FILED_MEMBERS, "all"),
    filters=("district", "industry", "size"),
    tables=(
        CountTable("districts", "district", FILED),
        CountTable("industries", "industry", FILED),
    ),
)

OWN = Board(
    name="own",
    permission=Permission.PARTICIPATION_ANSWER,
    number=Count(INDICATORS, "all"),
    tables=(
        ListTable("participation", ENTERPRISES, "recommended"),
        CountTable(
            "declared",
            "",
            (
                Count(PRODUCTS, "all"),
                Count(STANDARDS, "all"),
                Count(STANDARDS, "self_declared"),
                Count(INDICATORS, "all"),
                Count(INDICATORS, "in_scope"),
            ),
        ),
        CountTable(
            "received",
            "kind",
            (
                Count(RECEIVED, "all"),
                Count(RECEIVED, "receipted"),
                Count(RECEIVED, "answered"),
                Count(RECEIVED, "overdue"),
            ),
        ),
    ),
)

ALL = (INTAKE, OWN)
