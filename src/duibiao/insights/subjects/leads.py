"""Lead sheets, their lines, and what became of them."""

from __future__ import annotations

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from duibiao.access import Permission
from duibiao.campaigns.queries import participants
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import plain, short, worded
from duibiao.insights.subjects.subject import Rows, Subject, always, within
from duibiao.leads.models import CityLeadItem, CityLeadSheet, DistrictLeadItem, MergedLead
from duibiao.leads.queries import HANDED_IN, expected_departments, handed_in, received_city_items
from duibiao.organisations.models import Organisation


def _departments(asked: Asked) -> Rows:
    """The eighty, each with its sheet that was handed in, if it was."""
    seen = within(asked.reach(Permission.DISTRICT_LEADS_READ), "")
    sheets = handed_in(asked.campaign).filter(provider=OuterRef("pk"))
    found: Rows = (
        expected_departments()
        .filter(seen)
        .annotate(
            late=Subquery(sheets.values("days_late")[:1]),
            handed_at=Subquery(sheets.values("submitted_at")[:1]),
            sheet=Subquery(sheets.values("pk")[:1]),
        )
    )
    return found


SHEET_MEASURES = {
    "all": always(Q()),
    "handed_in": always(Q(late__isnull=False)),
    "in_time": always(Q(late=0)),
    "late": always(Q(late__gt=0)),
    "missing": always(Q(late=None)),
}
SHEET_COLUMNS = (
    plain("column.submitted_at", lambda row: row.handed_at),
    plain("column.days_late", lambda row: row.late),
)
DEPARTMENTS = Subject(
    name="departments",
    permission=Permission.DISTRICT_LEADS_READ,
    rows=_departments,
    measures=SHEET_MEASURES,
    paths={"district": "region_id", "field": "field"},
    related=("region",),
    label=short,
    link=lambda row: f"/records/district_leads/{row.sheet}/" if row.sheet else "",
    columns=(
        plain("column.district", lambda row: row.region.name),
        worded("column.field", "field.", lambda row: row.field),
        *SHEET_COLUMNS,
    ),
)


def _city_departments(asked: Asked) -> Rows:
    """The departments asked for leads, each with its sheet once it said something."""
    seen = within(asked.reach(Permission.CITY_LEADS_READ), "")
    asked_for = participants(asked.campaign, "provides_leads").order_by()
    sheets = CityLeadSheet.everything.filter(
        campaign=asked.campaign, provider=OuterRef("pk"), state__in=(*HANDED_IN, "nothing")
    )
    offices = Organisation.objects.filter(seen, pk__in=asked_for.values("organisation"))
    found: Rows = offices.annotate(
        late=Subquery(sheets.values("days_late")[:1]),
        handed_at=Subquery(sheets.values("submitted_at")[:1]),
        sheet=Subquery(sheets.values("pk")[:1]),
        said=Subquery(sheets.values("state")[:1]),
    )
    return found


CITY_DEPARTMENTS = Subject(
    name="city_departments",
    permission=Permission.CITY_LEADS_READ,
    rows=_city_departments,
    measures={**SHEET_MEASURES, "nothing": always(Q(said="nothing"))},
    paths={"provider": "code"},
    label=short,
    link=lambda row: f"/records/city_leads/{row.sheet}/" if row.sheet else "",
    columns=(
        worded("records.state", "state.city_leads.", lambda row: row.said or ""),
        *SHEET_COLUMNS,
    ),
)


def _lines(asked: Asked) -> Rows:
    seen = within(asked.reach(Permission.DISTRICT_LEADS_READ), "sheet__provider__")
    return DistrictLeadItem.objects.filter(
        seen, sheet__campaign=asked.campaign, sheet__state__in=HANDED_IN
    )


LINES = Subject(
    name="lines",
    permission=Permission.DISTRICT_LEADS_READ,
    rows=_lines,
    measures={
        "all": always(Q()),
        "adopted": always(Q(decision="adopted")),
        "declined": always(Q(decision="declined")),
        "open": always(Q(decision="open")),
    },
    paths={"district": "sheet__provider__region_id", "field": "sheet__provider__field"},
    related=("sheet__provider",),
    link=lambda row: row.sheet.get_absolute_url(),
    columns=(
        plain("column.provider", lambda row: short(row.sheet.provider)),
        worded("column.kind", "leadkind.", lambda row: row.kind),
        plain("column.address", lambda row: row.address),
        worded("column.decision", "decision.", lambda row: row.decision),
        plain("column.decision_reason", lambda row: row.decision_reason),
    ),
)


def _city_lines(asked: Asked) -> Rows:
    seen = within(asked.reach(Permission.CITY_LEADS_READ), "sheet__provider__")
    found: QuerySet[CityLeadItem] = received_city_items(asked.campaign).filter(seen)
    return found


CITY_LINES = Subject(
    name="city_lines",
    permission=Permission.CITY_LEADS_READ,
    rows=_city_lines,
    measures={"all": always(Q())},
    paths={"provider": "sheet__provider__code"},
    related=("sheet__provider",),
    link=lambda row: row.sheet.get_absolute_url(),
    columns=(
        plain("column.provider", lambda row: short(row.sheet.provider)),
        worded("column.kind", "leadkind.", lambda row: row.kind),
        plain("column.address", lambda row: row.address),
        plain("column.industry", lambda row: row.industry),
    ),
)


def _merged(asked: Asked) -> Rows:
    seen: Rows = MergedLead.objects.visible_to(asked.user, Permission.DISPATCHED_LEADS_READ)
    links: Rows = MergedLead.sources.through.objects.filter(mergedlead=OuterRef("pk"))
    counted = links.order_by().values("mergedlead").annotate(n=Count("pk")).values("n")
    found: Rows = seen.filter(consolidation__campaign=asked.campaign).annotate(
        origins=Coalesce(Subquery(counted), 0)
    )
    return found


MERGED = Subject(
    name="merged",
    permission=Permission.DISPATCHED_LEADS_READ,
    rows=_merged,
    measures={
        "all": always(Q()),
        "several": always(Q(origins__gt=1)),
        "automatic": always(Q(by_hand=False, district__isnull=False)),
        "by_hand": always(Q(by_hand=True)),
        "unrouted": always(Q(district=None)),
        "sent": always(Q(sent_to__isnull=False)),
    },
    paths={"district": "district_id", "provider": "sources__sheet__provider__code"},
    several=frozenset({"provider"}),
    related=("district",),
    link=lambda row: f"/records/consolidation/{row.consolidation_id}/",
    opens=Permission.CONSOLIDATION_READ,
    columns=(
        plain("column.uscc", lambda row: row.uscc),
        plain("column.address", lambda row: row.address),
        plain("column.district", lambda row: row.district),
        plain("column.origins", lambda row: row.origins),
        worded("column.by_hand", "items.", lambda row: "by_hand" if row.by_hand else "automatic"),
    ),
)

ALL = (DEPARTMENTS, CITY_DEPARTMENTS, LINES, CITY_LINES, MERGED)
