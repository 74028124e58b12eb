"""A package as its page shows it: figures against what is needed, members, summary."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.campaigns import queries as campaigns
from duibiao.core.report.quota import as_percent, sme_ok
from duibiao.core.report.summary import LEVELS, Counts, Declared, by_class, by_district, total
from duibiao.enterprises.queries import format_names
from duibiao.reference.models import IndustryClass, Region
from duibiao.reporting.models import CityPackage, DistrictPackage, Package
from duibiao.reporting.queries import city_rows, names_in, rows_of


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the summary."""

    code: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Member:
    """One enterprise of a package, in words."""

    name: str
    trade: str
    declared: Declared


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
    members: list[Member]

    @property
    def quota_met(self) -> bool:
        """Enough enterprises?"""
        return self.total.enterprises >= self.needed


def district_view(package: DistrictPackage, level: str) -> Shown:
    """A district's package against its quota."""
    needed = campaigns.quota_for(package.campaign, package.district)
    rows = rows_of(package)
    return _shown(package, rows, needed, level, _members(rows, names_in(package)))


def city_view(package: CityPackage, level: str) -> Shown:
    """The city's package against the floor."""
    return _shown(package, city_rows(package), campaigns.floor(package.campaign), level)


def _members(rows: list[Declared], names: dict[str, str]) -> list[Member]:
    """With the names of trades as they are today."""
    codes = {row.industry[1:] or row.industry for row in rows}
    trades = dict(IndustryClass.objects.filter(code__in=codes).values_list("code", "name"))
    trades |= format_names({row.format for row in rows} - {""})
    return [
        Member(
            names.get(row.uscc, row.uscc),
            trades.get(row.format or row.industry[1:] or row.industry, row.industry),
            row,
        )
        for row in rows
    ]


def _shown(
    package: Package,
    rows: list[Declared],
    needed: int,
    level: str,
    members: list[Member] | None = None,
) -> Shown:
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
        members=members or [],
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
