"""The eight departments and what they did for the plan; the sixteen bureaus, their accounts and
their packages."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, Subquery

from duibiao.access import Permission
from duibiao.campaigns.models import Cosign
from duibiao.campaigns.queries import contacts, participants
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.columns import plain, short, state, worded
from duibiao.insights.subjects.subject import Rows, Subject, always, within
from duibiao.organisations.models import Membership, Organisation
from duibiao.organisations.queries import bureaus
from duibiao.reporting.models import DistrictPackage
from duibiao.reporting.queries import FILED

SIGNED = ("agreed", "settled", "lapsed")


def _offices(asked: Asked) -> Rows:
    """The departments of the deployment, each with its answer to the newest plan."""
    seen = within(asked.reach(Permission.WORKING_GROUP_READ), "")
    parts = participants(asked.campaign, "deployment").order_by()
    cosigns = Cosign.everything.filter(
        plan__campaign=asked.campaign, organisation=OuterRef("pk")
    ).order_by("-plan__edition")
    present = contacts(asked.campaign).filter(organisation=OuterRef("pk"))
    offices = Organisation.objects.filter(seen, pk__in=parts.values("organisation"))
    found: Rows = offices.annotate(
        contact=Subquery(present.values("name")[:1]),
        contact_office=Subquery(present.values("office")[:1]),
        cosign=Subquery(cosigns.values("state")[:1]),
    )
    return found


OFFICES = Subject(
    name="offices",
    permission=Permission.WORKING_GROUP_READ,
    rows=_offices,
    measures={
        "all": always(Q()),
        "with_contact": always(Q(contact__isnull=False)),
        "without_contact": always(Q(contact=None)),
        "to_sign": always(Q(cosign__isnull=False)),
        "signed": always(Q(cosign__in=SIGNED)),
        "agreed": always(Q(cosign="agreed")),
        "lapsed": always(Q(cosign="lapsed")),
        "unsigned": always(Q(cosign__in=["asked", "objected"])),
    },
    paths={"office": "code"},
    label=short,
    link=lambda _row: "",
    columns=(
        plain("column.office", lambda row: row.contact_office),
        plain("column.contact", lambda row: row.contact),
        worded("column.answer", "state.cosign.", lambda row: row.cosign or ""),
    ),
)


def _bureaus(asked: Asked) -> Rows:
    """The bureaus with their living package, and whether they have an account."""
    seen = within(asked.reach(Permission.DISTRICT_PACKAGE_READ), "")
    packages = DistrictPackage.everything.filter(
        campaign=asked.campaign, organisation=OuterRef("pk")
    )
    living = packages.exclude(state="returned").order_by("-revision")
    people = Membership.objects.filter(organisation=OuterRef("pk"), until=None)
    found: Rows = (
        bureaus()
        .filter(seen)
        .annotate(
            has_account=Exists(people),
            package=Subquery(living.values("state")[:1]),
            package_id=Subquery(living.values("pk")[:1]),
            number=Subquery(living.values("number")[:1]),
            revision=Subquery(living.values("revision")[:1]),
            filed_at=Subquery(living.values("filed_at")[:1]),
            late=Subquery(living.values("days_late")[:1]),
            was_returned=Exists(packages.filter(state="returned")),
        )
    )
    return found


BUREAUS = Subject(
    name="bureaus",
    permission=Permission.DISTRICT_PACKAGE_READ,
    rows=_bureaus,
    measures={
        "all": always(Q()),
        "with_account": always(Q(has_account=True)),
        "none": always(Q(package=None)),
        "assembling": always(Q(package="assembling")),
        "checking": always(Q(package="checking")),
        "filed": always(Q(package__in=FILED)),
        "received": always(Q(package="received")),
        "late": always(Q(package__in=FILED, late__gt=0)),
        "was_returned": always(Q(was_returned=True)),
    },
    paths={"district": "region_id"},
    related=("region",),
    label=short,
    link=lambda row: f"/filings/district/{row.package_id}/" if row.package_id else "",
    columns=(
        plain("column.number", lambda row: row.number),
        state("district_package", lambda row: row.package or ""),
        plain("column.filed_at", lambda row: row.filed_at),
        plain("column.days_late", lambda row: row.late),
    ),
)

ALL = (OFFICES, BUREAUS)
