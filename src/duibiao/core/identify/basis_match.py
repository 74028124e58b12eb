"""Which basis a declared product is judged by: inherited, computed, never stored (五(三)2-2).

Its own; else its business format's; else the most specific of its industry's: class before group,
group before division, division before section (GB/T 4754). Of two for the same industry the one
that names the product, then the district's own, goes before. What is left equal, a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from unicodedata import normalize

RANKS = {"industry": 0, "format": 1, "product": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A basis in force, as far as it matters here. `district` is empty for the city's."""

    id: int
    level: str
    industry: str = ""
    format: int | None = None
    product: int | None = None
    district: str = ""
    for_all: bool = True  # all products of its industry or format
    name: str = ""
    class_code: str = ""
    models: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A declared product."""

    id: int
    industry: str = ""
    format: int | None = None
    district: str = ""
    name: str = ""
    category: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: the basis; or several of one rank, of which a person must choose."""

    basis: Candidate | None
    rivals: tuple[Candidate, ...] = ()
    chosen: bool = False  # by a person

    @property
    def undecided(self) -> bool:
        """Several apply, and nobody has chosen."""
        return self.basis is None and bool(self.rivals)


def match(wanted: Wanted, candidates: Iterable[Candidate], choice: int | None = None) -> Match:
    """The basis of a product; `choice` is the id a person chose, if somebody did."""
    fitting = [one for one in candidates if applies(one, wanted)]
    if not fitting:
        return Match(None)
    top = max(map(_rank, fitting))
    best = tuple(one for one in fitting if _rank(one) == top)
    if len(best) == 1:
        return Match(best[0])
    picked = next((one for one in best if one.id == choice), None)
    return Match(picked, best, chosen=picked is not None)


def applies(basis: Candidate, wanted: Wanted) -> bool:
    """Is the basis for this product at all?"""
    if basis.level == "product":
        return basis.product == wanted.id
    if basis.district and basis.district != wanted.district:
        return False
    if basis.level == "format":
        return (
            wanted.format is not None and basis.format == wanted.format and _covers(basis, wanted)
        )
    industry = bool(wanted.industry) and wanted.industry.startswith(basis.industry)
    return industry and _covers(basis, wanted)


def _covers(basis: Candidate, wanted: Wanted) -> bool:
    """Name or class code, and the models, where the basis is not for all."""
    if basis.for_all:
        return True
    named = bool(basis.name) and _folded(basis.name) in _folded(wanted.name)
    coded = bool(basis.class_code and wanted.category) and _folded(wanted.category).startswith(
        _folded(basis.class_code)
    )
    return (named or coded) and _of_these_models(basis.models, wanted.model)


def _of_these_models(models: str, model: str) -> bool:
    """A list such as “T-0*、T-12”; none means every model."""
    patterns = [_folded(one) for one in models.replace("、", ",").replace("，", ",").split(",")]
    patterns = [one for one in patterns if one]
    return not patterns or any(fnmatchcase(_folded(model), one) for one in patterns)


def _rank(basis: Candidate) -> tuple[int, int, bool, bool]:
    return (
        RANKS[basis.level],
        len(basis.industry) if basis.level == "industry" else 0,
        not basis.for_all,
        bool(basis.district),
    )


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold().replace(" ", "")
