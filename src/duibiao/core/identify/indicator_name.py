"""Does the enterprise's wording mean the scheme's indicator?

Sure only when the words say so. What stays open is `uncertain` and has to be asked: a wrong
match would judge one indicator by another's limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from duibiao.core.identify.name_comparison import NameMatch, Why, compare
from duibiao.core.identify.name_reading import normalise, read_normalised
from duibiao.core.identify.name_words import Facet

LONGEST = 200  # characters; a longer cell is a paragraph, not a name


class Certainty(StrEnum):
    """How sure the best of several candidates is."""

    SURE = "sure"
    UNCERTAIN = "uncertain"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One candidate with its match."""

    name: str
    match: NameMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The candidates, best first, and whether the first may be taken without asking."""

    certainty: Certainty
    ranked: tuple[Ranked, ...]

    @property
    def best(self) -> Ranked | None:
        """The candidate meant, when sure."""
        return self.ranked[0] if self.certainty is Certainty.SURE else None


def match_name(
    enterprise_name: str,
    scheme_name: str,
    *,
    product: str | None = None,
    synonyms: Sequence[str] = (),
) -> NameMatch:
    """Whether both names mean the same indicator; `synonyms` are the scheme's own other names.

    A scheme's synonym never overrules a stated difference (basis, ratio, wet/dry …): then it is
    asked. Source: the comparability gate, the same characteristic first.
    """
    direct = _match(enterprise_name, scheme_name, product)
    if direct.same or not synonyms or direct.why is Why.EMPTY:
        return direct
    wider = [_match(enterprise_name, other, product) for other in synonyms]
    if any(match.same for match in wider):
        return _accept(direct)
    if direct.why in (Why.FACET_DIFFERS, Why.DISTINCT_TERMS):
        return direct
    asked = [match for match in (direct, *wider) if match.uncertain]
    return max(asked, key=lambda match: match.score) if asked else direct


def rank(
    enterprise_name: str,
    candidates: Mapping[str, Sequence[str]] | Iterable[str],
    *,
    product: str | None = None,
) -> Ranking:
    """Order the candidates (name → its synonyms, or names alone) for one enterprise name.

    Sure when exactly one candidate is the same, or one is and clearly better than the rest.
    """
    named = candidates if isinstance(candidates, Mapping) else dict.fromkeys(candidates, ())
    ranked = [
        Ranked(name=name, match=match_name(enterprise_name, name, product=product, synonyms=others))
        for name, others in named.items()
    ]
    ranked.sort(key=lambda one: (not one.match.same, not one.match.uncertain, -one.match.score))
    return Ranking(certainty=_certainty(ranked), ranked=tuple(ranked))


def _certainty(ranked: Sequence[Ranked]) -> Certainty:
    same = [one for one in ranked if one.match.same]
    if len(same) == 1 or (len(same) > 1 and same[0].match.score > same[1].match.score):
        return Certainty.SURE
    if same or any(one.match.uncertain for one in ranked):
        return Certainty.UNCERTAIN
    return Certainty.NONE


def _accept(direct: NameMatch) -> NameMatch:
    """The scheme lists the wording; still asked where the two names state different things."""
    stated = direct.why in (Why.FACET_DIFFERS, Why.DISTINCT_TERMS)
    if stated or direct.facet in (Facet.BASIS, Facet.SUM):
        return replace(direct, uncertain=True, score=0.85)
    return NameMatch(same=True, score=0.95, why=Why.SCHEME_SYNONYM)


def _match(ours: str, theirs: str, product: str | None) -> NameMatch:
    """Both names as written, then each without the product's name before it."""
    a, b = normalise(ours), normalise(theirs)
    if not a or not b:
        return NameMatch(same=False, score=0.0, why=Why.EMPTY)
    if a == b:
        return NameMatch(same=True, score=1.0, why=Why.IDENTICAL)
    if max(len(a), len(b)) > LONGEST:
        return NameMatch(same=False, score=0.0, why=Why.OTHER_CHARACTERISTIC)
    plain = compare(read_normalised(a), read_normalised(b))
    if plain.same or not product:
        return plain
    shorter = [(rest, b) for rest in _without_product(a, product)]
    shorter += [(a, rest) for rest in _without_product(b, product)]
    matches = [compare(read_normalised(x), read_normalised(y)) for x, y in shorter]
    if any(match.same for match in matches):
        return NameMatch(same=True, score=0.96, why=Why.PRODUCT_PREFIX)
    return max([plain, *matches], key=lambda match: (match.uncertain, match.score))


@lru_cache(maxsize=10_000)
def _without_product(name: str, product: str) -> tuple[str, ...]:
    """The name without a leading product: a prefix abridging the product up to its last noun."""
    whole = normalise(product)
    forms = {_letters(whole), _letters(whole.split("(", 1)[0])}
    rests = []
    for end in range(2, len(name)):
        prefix = _letters(name[:end])
        if any(
            len(prefix) > 1 and prefix[-2:] == form[-2:] and _abridges(prefix, form)
            for form in forms
        ):
            rests.append(normalise(name[end:].lstrip("的 ")))
    return tuple(rest for rest in rests if rest)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _abridges(short: str, whole: str) -> bool:
    letters = iter(whole)
    return all(character in letters for character in short)


__all__ = ["Certainty", "NameMatch", "Ranked", "Ranking", "Why", "match_name", "rank"]
