"""Board 1: the deployment. Boards of the accounts and of the filings' progress stand beside it."""

from __future__ import annotations

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.subjects.content import DECLARATIONS
from duibiao.insights.subjects.deployment import BUREAUS, OFFICES
from duibiao.insights.subjects.participation import ENTERPRISES, SLOTS
from duibiao.insights.tables import Count, CountTable, ListTable

GIVEN, ACTIVATED = Count(SLOTS, "given"), Count(SLOTS, "activated")
ACTIVATION = share("activation", ACTIVATED, GIVEN)

DEPLOYMENT = Board(
    name="deployment",
    permission=Permission.WORKING_GROUP_READ,
    number=Count(OFFICES, "with_contact"),
    tables=(
        CountTable(
            "departments",
            "",
            (
                Count(OFFICES, "all"),
                Count(OFFICES, "with_contact"),
                Count(OFFICES, "without_contact"),
                Count(OFFICES, "to_sign"),
                Count(OFFICES, "signed"),
                Count(OFFICES, "agreed"),
                Count(OFFICES, "lapsed"),
                Count(OFFICES, "unsigned"),
            ),
        ),
        ListTable("offices", OFFICES),
        CountTable(
            "accounts",
            "district",
            (
                Count(BUREAUS, "all"),
                Count(BUREAUS, "with_account"),
                Count(SLOTS, "all"),
                GIVEN,
                ACTIVATED,
                ACTIVATION,
            ),
        ),
    ),
)

PROGRESS = Board(
    name="progress",
    permission=Permission.SLOT_READ,
    number=Count(ENTERPRISES, "consented"),
    filters=("district",),
    tables=(
        CountTable(
            "consent",
            "district",
            (
                Count(ENTERPRISES, "recommended"),
                Count(ENTERPRISES, "waiting"),
                Count(ENTERPRISES, "consented"),
                Count(ENTERPRISES, "declined"),
                Count(ENTERPRISES, "left"),
                Count(SLOTS, "free"),
                GIVEN,
                ACTIVATED,
                ACTIVATION,
            ),
        ),
        CountTable(
            "filling",
            "district",
            (
                Count(ENTERPRISES, "consented"),
                Count(ENTERPRISES, "not_begun"),
                Count(ENTERPRISES, "filling"),
                Count(ENTERPRISES, "returned"),
                Count(ENTERPRISES, "submitted"),
                Count(ENTERPRISES, "approved"),
                Count(DECLARATIONS, "ever_handed_in"),
                Count(DECLARATIONS, "ever_returned"),
                share(
                    "returned_rate",
                    Count(DECLARATIONS, "ever_returned"),
                    Count(DECLARATIONS, "ever_handed_in"),
                ),
            ),
        ),
    ),
)

FILINGS = Board(
    name="filings",
    permission=Permission.DISTRICT_PACKAGE_READ,
    number=Count(BUREAUS, "filed"),
    filters=("district",),
    tables=(
        CountTable(
            "states",
            "",
            (
                Count(BUREAUS, "all"),
                Count(BUREAUS, "none"),
                Count(BUREAUS, "assembling"),
                Count(BUREAUS, "checking"),
                Count(BUREAUS, "filed"),
                Count(BUREAUS, "received"),
                Count(BUREAUS, "late"),
                Count(BUREAUS, "was_returned"),
            ),
        ),
        ListTable("bureaus", BUREAUS),
        CountTable(
            "lists",
            "district",
            (
                Count(ENTERPRISES, "approved"),
                Count(ENTERPRISES, "filed"),
                Count(ENTERPRISES, "left"),
            ),
        ),
    ),
)

ALL = (DEPLOYMENT, PROGRESS, FILINGS)
