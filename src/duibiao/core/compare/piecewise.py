"""Requirements by size class or condition: the product order over the cases (method.md §1.1).

A side that says one thing says it for every case; a case named 其他 stands for all not named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from duibiao.core.compare.gap import Gap
from duibiao.core.compare.gate import fold
from duibiao.core.compare.ordinal import Found
from duibiao.core.compare.relation import Flag, Relation, Rule
from duibiao.core.measure.requirement import Pieces, Requirement, Silent, Terms

OTHERWISE = {fold(word) for word in ("其他", "其它", "其余", "other", "others", "otherwise")}
_OF_THE_WHOLE = {Flag.PIECEWISE, Flag.BOUNDARY_ONLY}


def compare_pieces(
    a: Requirement, b: Requirement, compare: Callable[[Requirement, Requirement], Found]
) -> Found:
    """Every case of both sides, then one relation for the whole; the gap is the worst piece's."""
    cases_a, cases_b = _cases(a), _cases(b)
    found = {
        label: compare(_said(a, cases_a, label), _said(b, cases_b, label))
        for label in _to_compare(cases_a, cases_b)
    }
    pieces = list(found.values())
    relation = _whole([piece.relation for piece in pieces])
    deciding = [piece for piece in pieces if piece.relation is relation]
    flags = {flag for piece in pieces for flag in piece.flags | piece.gap.flags} - _OF_THE_WHOLE
    if deciding and all(Flag.BOUNDARY_ONLY in piece.flags for piece in deciding):
        flags.add(Flag.BOUNDARY_ONLY)
    if relation in {Relation.INCOMPARABLE, Relation.UNKNOWN}:
        flags.discard(Flag.UNBOUNDED)
    return Found(
        relation=relation,
        rule=deciding[0].rule if deciding else Rule.SETS_CROSS,
        flags=frozenset({*flags, Flag.PIECEWISE}),
        gap=_worst(pieces, relation),
        normal_a=_text({label: piece.normal_a for label, piece in found.items()}),
        normal_b=_text({label: piece.normal_b for label, piece in found.items()}),
        base_unit=next((piece.base_unit for piece in pieces if piece.base_unit), None),
        needed=tuple(dict.fromkeys(code for piece in pieces for code in piece.needed)),
    )


def _whole(relations: list[Relation]) -> Relation:
    """Mixed cases are incomparable, whatever an unknown one may turn out to be."""
    seen = set(relations) - {Relation.EQUAL}
    if Relation.INCOMPARABLE in seen or {Relation.STRICTER, Relation.LOOSER} <= seen:
        return Relation.INCOMPARABLE
    if Relation.UNKNOWN in seen:
        return Relation.UNKNOWN
    return seen.pop() if seen else Relation.EQUAL


def _worst(pieces: list[Found], relation: Relation) -> Gap:
    """The gap of the piece where A falls shortest; none where a looser piece has no measure."""
    if relation in {Relation.INCOMPARABLE, Relation.UNKNOWN}:
        return Gap()
    looser = [p.gap for p in pieces if p.relation is Relation.LOOSER]
    if any(gap.gap_ratio is None for gap in looser):
        return max(looser, key=lambda gap: gap.abs_gap or 0) if _all_absolute(looser) else Gap()
    measured = [piece.gap for piece in pieces if piece.gap.gap_ratio is not None]
    return max(measured, key=lambda gap: gap.gap_ratio or 0, default=Gap())


def _all_absolute(gaps: list[Gap]) -> bool:
    return all(gap.abs_gap is not None for gap in gaps)


def _cases(side: Requirement) -> dict[str, Requirement]:
    """The pieces by folded label; a label given twice keeps both, the later one numbered."""
    cases: dict[str, Requirement] = {}
    for item in side.content.items if isinstance(side.content, Pieces) else ():
        label, again = fold(item.label), 2
        while label in cases:
            label, again = f"{fold(item.label)}({again})", again + 1
        cases[label] = item.requirement
    return cases


def _to_compare(a: dict[str, Requirement], b: dict[str, Requirement]) -> list[str]:
    """All labels, each once; without a 其他 that already stands for cases the other names."""
    return [
        label
        for label in dict.fromkeys([*b, *a])
        if label not in OTHERWISE or not _stands_in(*((a, b) if label in a else (b, a)))
    ]


def _stands_in(mine: dict[str, Requirement], theirs: dict[str, Requirement]) -> bool:
    unnamed = theirs.keys() - mine.keys() - OTHERWISE
    return bool(unnamed) and not theirs.keys() & OTHERWISE


def _said(side: Requirement, cases: dict[str, Requirement], label: str) -> Requirement:
    """What a side says for one case: its piece, its 其他, the one thing it says, or nothing."""
    if not isinstance(side.content, Pieces):
        return side
    otherwise = next((cases[word] for word in cases if word in OTHERWISE), None)
    said = cases.get(label) or otherwise or Requirement(text="", content=Silent())
    return replace(said, unit=said.unit or side.unit, terms=_terms_of_case(said.terms, side.terms))


def _terms_of_case(own: Terms, whole: Terms) -> Terms:
    """A case's own terms, else those of the whole; its label is its condition."""
    return replace(
        own,
        condition=None,
        basis=own.basis or whole.basis,
        method=own.method or whole.method,
        statistic=own.statistic or whole.statistic,
    )


def _text(sets: dict[str, str | None]) -> str | None:
    if not any(sets.values()):
        return None
    return "; ".join(f"{label}: {text or '—'}" for label, text in sets.items())
