"""Two names, read, against each other: the same indicator, another one, or to be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz

from duibiao.core.identify.name_reading import NameReading
from duibiao.core.identify.name_words import Facet, lexicon

SIMILAR = 0.6  # below this likeness two unknown wordings are not even asked about
MANY_CONDITIONS = 2  # 静液压强度 names several tests; 静曲强度（12 mm＜t≤19 mm）one


class Why(StrEnum):
    """What decided about two names."""

    IDENTICAL = "identical"
    SYNONYM = "synonym"
    SCHEME_SYNONYM = "scheme_synonym"
    ABBREVIATION = "abbreviation"
    PRODUCT_PREFIX = "product_prefix"
    CONDITION_UNSTATED = "condition_unstated"
    FACET_DIFFERS = "facet_differs"
    FACET_UNSTATED = "facet_unstated"
    DISTINCT_TERMS = "distinct_terms"
    OTHER_CHARACTERISTIC = "other_characteristic"
    SIMILAR_WORDING = "similar_wording"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """The answer for two names. `uncertain` implies not `same`: ask a person.

    `facet`, `ours`, `theirs` say in which respect they differ and what each name states.
    """

    same: bool
    score: float
    why: Why
    uncertain: bool = False
    facet: Facet | None = None
    ours: str = ""
    theirs: str = ""

    @property
    def code(self) -> str:
        """A stable code of the reason: `wetness_differs`, `synonym` …"""
        if self.facet is None:
            return self.why.value
        return self.why.value.replace("facet", self.facet.value)


# What may go unsaid: a bare 铅 is its total content, a bare 甲醛 its content.
UNSAID = {
    (Facet.QUANTITY, "content"),
    (Facet.FORM, "free_hydrolysed"),
    (Facet.SUM, "all"),
}
UNSAID_OF_ELEMENTS = UNSAID | {(Facet.FORM, "total")}  # 总厚度 is not just any 厚度
# Both kinds together are the whole: 耐汗渍色牢度 is tested in acid and alkali, rated 变色 and 沾色.
WHOLE = {
    Facet.RATING: frozenset({"change", "staining"}),
    Facet.ACIDITY: frozenset({"acid", "alkali"}),
}


def compare(a: NameReading, b: NameReading) -> NameMatch:
    """Decide about two readings: stated differences first, then the characteristic, then gaps."""
    likeness = fuzz.ratio(a.text.lower(), b.text.lower()) / 100
    for verdict in (_conflict(a, b), _distinct(a, b), _derived_alone(a, b)):
        if verdict is not None:
            return replace(verdict, score=round(0.45 * likeness, 4))
    core = _compare_core(a, b, likeness)
    if not core.same:
        return core
    return _unstated(a, b, likeness) or core


def _conflict(a: NameReading, b: NameReading) -> NameMatch | None:
    """Both state the facet and neither statement contains the other."""
    for facet in Facet:
        x, y = a.facet(facet), b.facet(facet)
        if facet is Facet.CONDITION:
            x, y = _contradicting(x, y)
        if x and y and not (x <= y or y <= x):
            return _facet_match(Why.FACET_DIFFERS, facet, x, y)
    return None


def _contradicting(x: frozenset[str], y: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The conditions of a kind both state (℃ against ℃), when they differ."""
    kinds = {one.split("=")[0] for one in x} & {one.split("=")[0] for one in y}
    mine = frozenset(one for one in x if one.split("=")[0] in kinds)
    other = frozenset(one for one in y if one.split("=")[0] in kinds)
    return mine, other


def _distinct(a: NameReading, b: NameReading) -> NameMatch | None:
    """A term of each from one group of never-equal terms."""
    only_a, only_b = a.known - b.known, b.known - a.known
    for group in lexicon().groups:
        x, y = a.known & group, b.known & group
        if x & only_a and y & only_b:
            return NameMatch(
                same=False,
                score=0,
                why=Why.DISTINCT_TERMS,
                ours="、".join(sorted(x)),
                theirs="、".join(sorted(y)),
            )
    return None


def _derived_alone(a: NameReading, b: NameReading) -> NameMatch | None:
    """A change rate, deviation or ratio is never the quantity itself."""
    x, y = a.facet(Facet.DERIVED), b.facet(Facet.DERIVED)
    return _facet_match(Why.FACET_DIFFERS, Facet.DERIVED, x, y) if x != y else None


def _compare_core(a: NameReading, b: NameReading, likeness: float) -> NameMatch:
    synonym = NameMatch(same=True, score=0.98, why=Why.SYNONYM)
    if _cores_equal(a, b):
        return synonym
    only_a = [part for part in a.core if part not in b.core]
    only_b = [part for part in b.core if part not in a.core]
    if _abbreviates(a, b, only_a, only_b) or _abbreviates(b, a, only_b, only_a):
        return NameMatch(same=True, score=0.97, why=Why.ABBREVIATION)
    both_known = any(part in a.known for part in only_a) and any(part in b.known for part in only_b)
    overlap = len(only_a) < len(a.core) and (not only_a or not only_b)
    unlike = likeness < SIMILAR and not overlap
    if both_known or unlike or _codes_differ(only_a, only_b):
        return NameMatch(same=False, score=round(0.45 * likeness, 4), why=Why.OTHER_CHARACTERISTIC)
    return _ask(Why.SIMILAR_WORDING, likeness)


def _cores_equal(a: NameReading, b: NameReading) -> bool:
    if a.facet(Facet.DERIVED) or "/" in a.text + b.text:  # 钙磷比 is not 磷钙比
        return a.core == b.core
    return set(a.core) == set(b.core)


def _abbreviates(a: NameReading, b: NameReading, only_a: list[str], only_b: list[str]) -> bool:
    """b is a plus its Latin abbreviation in brackets, or is that abbreviation alone."""
    if not only_a and only_b:
        return all(part in b.asides and _is_abbreviation(part) for part in only_b)
    return len(b.core) == 1 and b.core[0] in a.asides and _is_abbreviation(b.core[0])


def _is_abbreviation(part: str) -> bool:
    return part.isascii() and part.isalpha() and len(part) > 1


def _codes_differ(only_a: list[str], only_b: list[str]) -> bool:
    """M1 against B1, D+3 against D+5: Latin codes on both sides, none shared."""
    return any(part.isascii() for part in only_a) and any(part.isascii() for part in only_b)


def _unstated(a: NameReading, b: NameReading, likeness: float) -> NameMatch | None:
    """What only one name states, where both mean the same characteristic."""
    conditions = 0
    for facet in Facet:
        x, y = a.facet(facet), b.facet(facet)
        if facet is Facet.CONDITION:
            conditions = len({one.split("=")[0] for one in x ^ y})
        elif not _goes_without_saying(facet, x, y, element=_is_element(a)):
            return _ask(Why.FACET_UNSTATED, likeness, facet=facet, x=x, y=y)
    x, y = a.facet(Facet.CONDITION), b.facet(Facet.CONDITION)
    if conditions >= MANY_CONDITIONS:
        return _ask(Why.FACET_UNSTATED, likeness, facet=Facet.CONDITION, x=x, y=y)
    if conditions:
        return NameMatch(same=True, score=0.92, why=Why.CONDITION_UNSTATED)
    return None


def _is_element(reading: NameReading) -> bool:
    return reading.known <= lexicon().groups[0] and bool(reading.known)


def _goes_without_saying(
    facet: Facet, x: frozenset[str], y: frozenset[str], *, element: bool
) -> bool:
    if facet in WHOLE and (not x or not y):
        return x | y in (frozenset(), WHOLE[facet])
    unsaid = UNSAID_OF_ELEMENTS if element else UNSAID
    return all((facet, value) in unsaid for value in x ^ y)


def _facet_match(why: Why, facet: Facet, x: frozenset[str], y: frozenset[str]) -> NameMatch:
    return NameMatch(same=False, score=0, why=why, facet=facet, ours=_said(x), theirs=_said(y))


def _said(values: frozenset[str]) -> str:
    return "、".join(sorted(values))


def _ask(
    why: Why,
    likeness: float,
    *,
    facet: Facet | None = None,
    x: frozenset[str] = frozenset(),
    y: frozenset[str] = frozenset(),
) -> NameMatch:
    score = round(0.5 + 0.35 * likeness, 4)
    return NameMatch(
        same=False,
        uncertain=True,
        score=score,
        why=why,
        facet=facet,
        ours=_said(x),
        theirs=_said(y),
    )
