"""Standards that declarations and schemes cite and the register does not hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.catalogue.queries import current_schemes, scheme_of
from duibiao.core.identify.standard_number import parse
from duibiao.declarations.models import Declaration, ExecutedStandard
from duibiao.standards.models import Edition
from duibiao.standards.queries import held


@dataclass(frozen=True, slots=True)
class Citation:
    """A standard as it is cited, and how often."""

    number: str
    title: str
    readable: bool  # a number some body issues: it can be entered as it stands
    declarations: int
    schemes: int


def cited_not_held(user: User) -> list[Citation]:
    """What a person may see cited, most often first: in declarations within her reach, and in the
    current schemes."""
    declared, schemes = _in_declarations(user), _in_schemes()
    citations = [
        Citation(
            number=number,
            title=declared[number][1] if number in declared else "",
            readable=parse(number).valid,
            declarations=declared[number][0] if number in declared else 0,
            schemes=schemes[number],
        )
        for number in {*declared, *schemes}
    ]
    return sorted(citations, key=lambda one: (-one.declarations, -one.schemes, one.number))


def _in_declarations(user: User) -> dict[str, tuple[int, str]]:
    """Number → in how many declarations, and a title it is given there."""
    reached = Declaration.objects.visible_to(user, Permission.DECLARATION_READ)
    cited = ExecutedStandard.objects.filter(declaration__in=reached).exclude(normalised="")
    known = Edition.objects.filter(number=OuterRef("normalised"))
    rows = cited.filter(~Exists(known)).order_by().values("normalised")
    counted = rows.annotate(times=Count("declaration", distinct=True), called=Max("title"))
    return {row["normalised"]: (row["times"], row["called"]) for row in counted}


def _in_schemes() -> Counter[str]:
    """Number → in how many current schemes."""
    counted: Counter[str] = Counter()
    for version in current_schemes():
        scheme = scheme_of(version)
        counted.update({parse(one.number).normalized for one in scheme.standards})
    there = held(counted)
    return Counter({number: times for number, times in counted.items() if number not in there})
