"""Which standards a product may be held against: those of published schemes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_schemes, scheme_of
from duibiao.core.compare.filed import DeclaredProduct, fits_by_class, fits_by_name
from duibiao.core.compare.matrix import Yardstick, speaks_of, yardsticks_of

MOST = 12  # columns on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A standard one may tick, and whether it is."""

    yardstick: Yardstick
    version: SchemeVersion
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is on offer, what was chosen, and what was asked for in vain."""

    offered: tuple[Offered, ...]
    schemes: tuple[SchemeVersion, ...]  # all published ones, to add from
    unknown: tuple[str, ...]  # keys no published standard has
    too_many: int = 0  # chosen beyond what a page holds

    @property
    def columns(self) -> list[Yardstick]:
        """The chosen standards."""
        return [one.yardstick for one in self.offered if one.chosen]


def choose(product: DeclaredProduct, keys: Sequence[str], added: Sequence[str]) -> Choice:
    """The standards on offer for a product: of the schemes that fit it, of the schemes `added`
    (their codes), and of those `keys` name. Chosen are the `keys`; of a scheme just added, and
    without keys of every scheme, those standards that speak of the product."""
    current = list(current_schemes())
    versions = {str(one.pk): one for one in current}
    versions |= _older(keys, versions)
    named = {key.partition(".")[0] for key in keys}
    wanted = [
        one
        for pk, one in versions.items()
        if pk in named or one.code in added or _fits(one, product)
    ]
    known = [(y, one) for one in wanted for y in yardsticks_of(scheme_of(one), str(one.pk))]
    chosen = {y.key for y, _ in known} & set(keys)
    chosen |= {
        y.key
        for y, one in known
        if (not keys or (one.code in added and str(one.pk) not in named)) and speaks_of(y, product)
    }
    kept = [y.key for y, _ in known if y.key in chosen]
    shown = set(kept[:MOST])
    offered = [
        Offered(yardstick=y, version=one, chosen=y.key in shown)
        for y, one in known
        if y.key in chosen or speaks_of(y, product)
    ]
    return Choice(
        offered=tuple(offered),
        schemes=tuple(current),
        unknown=tuple(key for key in keys if key not in {y.key for y, _ in known}),
        too_many=len(kept) - len(shown),
    )


def _older(keys: Sequence[str], known: dict[str, SchemeVersion]) -> dict[str, SchemeVersion]:
    """Versions an address still names, though newer ones are published: a frozen one stays."""
    asked = {key.partition(".")[0] for key in keys} - set(known)
    pks = [int(pk) for pk in asked if pk.isdecimal() and len(pk) < 10]
    found = SchemeVersion.objects.filter(pk__in=pks) if pks else ()
    return {str(one.pk): one for one in found}


def _fits(version: SchemeVersion, product: DeclaredProduct) -> bool:
    scheme = scheme_of(version)
    return fits_by_name(scheme, product) or fits_by_class(scheme, product)
