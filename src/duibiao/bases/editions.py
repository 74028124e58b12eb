"""What a new edition touches: bases, products, enterprises. Reading only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duibiao.bases.effective import effective_scheme
from duibiao.bases.models import Basis
from duibiao.bases.queries import Assigned, coverage, in_force
from duibiao.campaigns.models import Campaign
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_schemes
from duibiao.core.identify.standard_number import parse
from duibiao.standards.models import Edition
from duibiao.standards.queries import out_of_force

YEAR = re.compile(r"[-:](?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Touched:
    """The bases that rest on an older edition, and the products judged by them."""

    bases: tuple[Basis, ...]
    products: tuple[Assigned, ...]

    @property
    def enterprises(self) -> int:
        """How many enterprises these products are of."""
        return len({row.product.declaration.participation.enterprise_id for row in self.products})

    @property
    def unmarked(self) -> tuple[Basis, ...]:
        """Those nobody has marked yet."""
        return tuple(basis for basis in self.bases if basis.state == "determined")


def newer_schemes(campaign: Campaign) -> list[tuple[SchemeVersion, Touched]]:
    """Schemes of which a newer version exists than a basis in force rests on, with what each
    touches."""
    newest = {one.code: one for one in current_schemes()}
    rows = coverage(campaign).rows
    older: dict[str, list[Basis]] = {}
    for basis in in_force(campaign):
        latest = newest.get(basis.scheme.code) if basis.scheme else None
        if basis.scheme and latest and basis.scheme.version < latest.version:
            older.setdefault(basis.scheme.code, []).append(basis)
    return [(newest[code], _touched(bases, rows)) for code, bases in sorted(older.items())]


def touched_by_scheme(campaign: Campaign, newest: SchemeVersion) -> Touched:
    """What a newer version of a scheme touches."""
    bases = in_force(campaign).filter(scheme__code=newest.code, scheme__version__lt=newest.version)
    return _touched(list(bases), coverage(campaign).rows)


def touched_by_standards(campaign: Campaign, numbers: Iterable[str]) -> Touched:
    """What a change of these standards touches: every basis in force that cites one of them. A
    number without a year means any edition."""
    names = {parse(number).normalized for number in numbers}
    bases = [basis for basis in in_force(campaign) if names & cited_by(basis)]
    return _touched(bases, coverage(campaign).rows)


def gone_standards(campaign: Campaign) -> list[tuple[Edition, Touched]]:
    """Standards cited by bases in force that the register knows to be superseded or withdrawn."""
    citing: dict[str, list[Basis]] = {}
    for basis in in_force(campaign):
        for number in cited_by(basis):
            citing.setdefault(number, []).append(basis)
    gone = out_of_force(citing)
    rows = coverage(campaign).rows if gone else ()
    return [(one, _touched(citing[number], rows)) for number, one in sorted(gone.items())]


def cited_by(basis: Basis) -> set[str]:
    """The standards a basis cites, normalised, with and without their year."""
    scheme = effective_scheme(basis)
    found: set[str] = set()
    for standard in scheme.standards if scheme else ():
        read = parse(standard.number.split("（")[0]).normalized
        found |= {read, YEAR.sub("", read)}
    return found


def _touched(bases: Iterable[Basis], rows: tuple[Assigned, ...]) -> Touched:
    found = tuple(bases)
    return Touched(found, tuple(row for row in rows if row.basis in found))
