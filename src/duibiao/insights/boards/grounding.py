"""Board 9: which declared products have a determined basis, of which level and kind."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.subjects.bases import GROUNDED
from duibiao.insights.tables import Count, CountTable

SHOULD, DETERMINED = Count(GROUNDED, "all"), Count(GROUNDED, "determined")
COLUMNS = (
    SHOULD,
    DETERMINED,
    share("basis_coverage", DETERMINED, SHOULD),
    Count(GROUNDED, "without"),
    Count(GROUNDED, "local"),
    Count(GROUNDED, "industry"),
    Count(GROUNDED, "format"),
    Count(GROUNDED, "product"),
    Count(GROUNDED, "international"),
    Count(GROUNDED, "foreign_advanced"),
    Count(GROUNDED, "domestic_advanced"),
)
BASES = Board(
    name="bases",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=DETERMINED,
    filters=("district", "industry", "size"),
    tables=(
        CountTable("districts", "district", COLUMNS),
        CountTable("industries", "industry", COLUMNS),
    ),
)

ALL = (BASES,)
