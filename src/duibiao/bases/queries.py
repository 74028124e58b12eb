"""Named reads of bases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from duibiao.access import Permission, may
from duibiao.access.matrix import MATRIX
from duibiao.access.models import visible
from duibiao.access.permission import ROLE_OF_KIND
from duibiao.access.reach import reach
from duibiao.accounts.models import User
from duibiao.bases.models import IN_FORCE, Basis, BasisChoice, Level
from duibiao.campaigns.models import Campaign
from duibiao.core.identify.basis_match import Candidate, Match, Wanted, match
from duibiao.declarations.models import Declaration, Product
from duibiao.enterprises.models import BusinessFormat
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation

FILED = ("submitted", "approved", "packed", "reported")
PRODUCT_NEEDS = (
    "declaration__participation__enterprise__district",
    "declaration__participation__enterprise__organisation",
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A declared product and the basis it is judged by, with where that comes from."""

    product: Product
    match: Match
    basis: Basis | None
    rivals: tuple[Basis, ...] = ()

    @property
    def inherited(self) -> bool:
        """From its format or industry, not its own."""
        return self.basis is not None and self.basis.level != Level.PRODUCT


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which declared products have a determined basis (五(三)3-5); every figure has its members."""

    rows: tuple[Assigned, ...]

    @property
    def having(self) -> tuple[Assigned, ...]:
        """Those with one."""
        return tuple(row for row in self.rows if row.basis is not None)

    @property
    def without(self) -> tuple[Assigned, ...]:
        """Those without, or with several between which nobody has chosen."""
        return tuple(row for row in self.rows if row.basis is None)

    @property
    def complete(self) -> bool:
        """Everything declared has its basis."""
        return bool(self.rows) and not self.without


def readable(user: User) -> QuerySet[Basis]:
    """The bases a person may read: those of her offices, whatever their state; and what is
    determined for an industry or a format, which is for all to see."""
    within = reach(user, Permission.BASIS_READ)
    seen = visible(Basis, within)
    if may(user, Permission.BASIS_LOOK_UP):
        seen |= Q(state__in=(*IN_FORCE, "revised"), level__in=[Level.INDUSTRY, Level.FORMAT])
    if within.districts:
        own = "product__declaration__participation__enterprise__district_id__in"
        seen |= Q(**{own: sorted(within.districts)}, state__in=IN_FORCE)
    return Basis.everything.filter(seen).select_related(
        "owner__region", "business_format", "scheme", "product", "campaign"
    )


def bases_for(user: User, campaign: Campaign) -> QuerySet[Basis]:
    """The list of bases, with how many institutions have spoken."""
    spoken = Count("studies", filter=Q(studies__state__in=["given", "settled"]))
    found = readable(user).filter(campaign=campaign).annotate(opinions=spoken)
    return found.order_by("level", "industry", "business_format__code", "id")


def institutions(basis: Basis) -> QuerySet[Organisation]:
    """The technical institutions that may still be named to study a basis."""
    able = [kind for kind, role in ROLE_OF_KIND.items() if role in MATRIX[Permission.STUDY_ANSWER]]
    named = basis.studies.values("institution")
    found = Organisation.objects.filter(kind__in=able, is_active=True).exclude(pk__in=named)
    return found.order_by("code")


def products_to_draft_for(user: User, campaign: Campaign) -> QuerySet[Product]:
    """The declared products for which a person may draft a basis of their own."""
    within = reach(user, Permission.BASIS_PREPARE)
    if within.everything:
        return declared_products(campaign)
    own = "declaration__participation__enterprise__district_id__in"
    return declared_products(campaign).filter(**{own: sorted(within.districts)})


def coverage_for(user: User, campaign: Campaign) -> Coverage:
    """The coverage of the declared products a person may see. Five queries."""
    seen = Declaration.objects.visible_to(user, Permission.DECLARATION_READ).values("pk")
    return coverage(campaign, declared_products(campaign).filter(declaration__in=seen))


def in_force(campaign: Campaign) -> QuerySet[Basis]:
    """The bases that hold."""
    found = Basis.everything.filter(campaign=campaign, state__in=IN_FORCE)
    return found.select_related("owner", "scheme", "business_format")


def city_basis_beside(basis: Basis) -> Basis | None:
    """The city's basis in force for the same industry or format, beside a district's."""
    if basis.owner.kind != Kind.DISTRICT_BUREAU or basis.level == Level.PRODUCT:
        return None
    return (
        in_force(basis.campaign)
        .filter(
            level=basis.level,
            industry=basis.industry,
            business_format=basis.business_format,
            owner__kind=Kind.COMMISSION,
        )
        .first()
    )


def declared_products(campaign: Campaign) -> QuerySet[Product]:
    """The products of filed declarations of enterprises that take part."""
    found = Product.objects.filter(
        declaration__participation__campaign=campaign,
        declaration__participation__state="consented",
        declaration__state__in=FILED,
    )
    return found.select_related(*PRODUCT_NEEDS)


def coverage(campaign: Campaign, products: Iterable[Product] | None = None) -> Coverage:
    """The basis of each declared product (of these, if given). Four queries, whatever their
    number."""
    found = list(declared_products(campaign) if products is None else products)
    bases = {basis.pk: basis for basis in in_force(campaign)}
    candidates = [_candidate(basis) for basis in bases.values()]
    finals = dict(BusinessFormat.everything.values_list("pk", "merged_into"))
    choices = dict(
        BasisChoice.everything.filter(basis__campaign=campaign).values_list("product", "basis")
    )
    rows = []
    for product in found:
        got = match(_wanted(product, finals), candidates, choices.get(product.pk))
        basis = bases[got.basis.id] if got.basis else None
        rivals = tuple(bases[one.id] for one in got.rivals)
        rows.append(Assigned(product, got, basis, rivals))
    return Coverage(tuple(rows))


def basis_of(product: Product) -> Assigned:
    """The basis of one product."""
    campaign = product.declaration.participation.campaign
    return coverage(campaign, [product]).rows[0]


def under(basis: Basis) -> tuple[Assigned, ...]:
    """The products judged by a basis."""
    return tuple(row for row in coverage(basis.campaign).rows if row.basis == basis)


def _candidate(basis: Basis) -> Candidate:
    bureau = basis.owner.kind == Kind.DISTRICT_BUREAU
    return Candidate(
        id=basis.pk,
        level=basis.level,
        industry=basis.industry,
        format=basis.business_format_id,
        product=basis.product_id,
        district=(basis.owner.region_id or "") if bureau else "",
        for_all=basis.for_all,
        name=basis.product_name,
        class_code=basis.class_code,
        models=basis.models_covered,
    )


def _wanted(product: Product, finals: dict[int, int | None]) -> Wanted:
    enterprise = product.declaration.participation.enterprise
    found = enterprise.business_format_id
    while found is not None and finals.get(found) is not None:
        found = finals[found]
    return Wanted(
        id=product.pk,
        industry=enterprise.industry_code,
        format=found,
        district=enterprise.district_id,
        name=product.name,
        category=product.category,
        model=product.model,
    )
