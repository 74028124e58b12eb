"""Board 1: the deployment. Boards of the accounts and of the filings' progress stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.access import Permission
from duibiao.insights.boards.board import Board
from duibiao.insights.boards.derived import share
from duibiao.insights.showing import Cell, Row, Shown, Tone
from duibiao.insights.subjects.columns import said
from duibiao.insights.subjects.content import DECLARATIONS
from duibiao.insights.subjects.deployment import BUREAUS, OFFICES
from duibiao.insights.subjects.participation import ENTERPRISES, SLOTS
from duibiao.insights.tables import Count, CountTable, ListTable, Page


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The newest edition of the plan: issued under which number, in time (M1)?"""

    name: str = "plan"

    def shown(self, page: Page) -> Shown | None:
        """One row; none before there is a plan."""
        campaign = page.asked.campaign
        plan = campaign.plans.order_by("-edition").first()
        last = campaign.milestones.filter(name="M1").values_list("last_day", flat=True).first()
        late = Tone.UNMET if plan and plan.days_late else Tone.MET
        issued = plan is not None and plan.issued_on is not None
        cells = [
            Cell(said(plan.number if plan else ""), plan.get_absolute_url() if plan else ""),
            Cell(said(last)),
            Cell(said(plan.issued_on if plan else None), tone=late if issued else None),
            Cell(str(plan.days_late) if plan and issued else "—"),
        ]
        heads = ["filing.number", "column.last_day", "column.issued_on", "column.days_late"]
        return Shown(f"table.{page.board}.{self.name}", "", heads, [Row("", cells)])


GIVEN, ACTIVATED = Count(SLOTS, "given"), Count(SLOTS, "activated")
ACTIVATION = share("activation", ACTIVATED, GIVEN)

DEPLOYMENT = Board(
    name="deployment",
    permission=Permission.WORKING_GROUP_READ,
    number=Count(OFFICES, "with_contact"),
    tables=(
        PlanTable(),
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
