"""A package as its page shows it: figures against what is needed, members, summary."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.campaigns import queries as campaigns
from duibiao.core.report.quota import as_percent, sme_ok
from duibiao.core.report.summary import LEVELS, Counts, Declared, by_class, by_district, total
from duibiao.reference.models import IndustryClass, Region
from duibiao.reporting.models import CityPackage, DistrictPackage, Package
from duibiao.reporting.queries import city_rows, rows_of


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the summary."""

    code: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Shown:
    """Figures of a package against the campaign's."""

    rows: list[Declared]
    total: Counts
    needed: int
    share: str
    share_needed: str
    share_met: bool
    level: str
    levels: tuple[str, ...]
    summary: list[Row]
    districts: list[Row]

    @property
    def quota_met(self) -> bool:
        """Enough enterprises?"""
        return self.total.enterprises >= self.needed


def district_view(package: DistrictPackage, level: str) -> Shown:
    """A district's package against its quota."""
    needed = campaigns.quota_for(package.campaign, package.district)
    return _shown(package, rows_of(package), needed, level)


def city_view(package: CityPackage, level: str) -> Shown:
    """The city's package against the floor."""
    return _shown(package, city_rows(package), campaigns.floor(package.campaign), level)


def _shown(package: Package, rows: list[Declared], needed: int, level: str) -> Shown:
    chosen = level if level in LEVELS else LEVELS[0]
    counts, share = total(rows), campaigns.sme_share(package.campaign)
    return Shown(
        rows=rows,
        total=counts,
        needed=needed,
        share=as_percent(counts.sme, counts.enterprises),
        share_needed=as_percent(share.numerator, share.denominator),
        share_met=sme_ok(counts.sme, counts.enterprises, share),
        level=chosen,
        levels=LEVELS,
        summary=_named(by_class(rows, chosen)),
        districts=_by_district(rows),
    )


def _named(found: dict[str, Counts]) -> list[Row]:
    """With the names of GB/T 4754; codes there have no section letter below the section."""
    plain = {code: code[1:] or code for code in found}
    named = IndustryClass.objects.filter(code__in=plain.values()).values_list("code", "name")
    names = dict(named)
    return [Row(code, names.get(plain[code], code), counts) for code, counts in found.items()]


def _by_district(rows: list[Declared]) -> list[Row]:
    found = by_district(rows)
    regions = Region.objects.filter(level="district").order_by("order")
    return [Row(r.code, r.name, found.get(r.code, Counts())) for r in regions]
