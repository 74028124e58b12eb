"""Conditions of the steps of bases."""

from __future__ import annotations

from duibiao.bases.effective import effective_document, effective_scheme, is_local
from duibiao.bases.facts import (
    AdoptionUnnoted,
    ConflictOpen,
    NoInstitution,
    NoOpinion,
    NotReplacedYet,
    OpinionEmpty,
    OpinionUnsettled,
)
from duibiao.bases.models import Basis, Study
from duibiao.bases.queries import city_basis_beside
from duibiao.core.compare.basis import leading_problems, missing_elements, weight_problems
from duibiao.core.errors import Fact
from duibiao.core.report.machines.grounding import BASIS, STUDY
from duibiao.workflow.guards import guard


@guard(BASIS, "institution_named")
def institution_named(basis: Basis) -> list[Fact]:
    """Somebody to ask."""
    return [] if basis.studies.exists() else [NoInstitution()]


@guard(BASIS, "opinion_there")
def opinion_there(basis: Basis) -> list[Fact]:
    """At least one technical institution has spoken."""
    heard = basis.studies.filter(state__in=["given", "settled"]).exists()
    return [] if heard else [NoOpinion()]


@guard(BASIS, "opinions_settled")
def opinions_settled(basis: Basis) -> list[Fact]:
    """Of each opinion it is said what was made of it."""
    waiting = basis.studies.filter(state="given").select_related("institution")
    return [OpinionUnsettled(one.institution.name) for one in waiting]


@guard(BASIS, "six_elements")
def six_elements(basis: Basis) -> list[Fact]:
    """All six elements, each missing one with its place."""
    return missing_elements(
        effective_document(basis), product_name=basis.product_name, class_code=basis.class_code
    )


@guard(BASIS, "weights_whole")
def weights_whole(basis: Basis) -> list[Fact]:
    """Weights sum to exactly 100 %."""
    return list(weight_problems(effective_document(basis)))


@guard(BASIS, "leading_not_worse")
def leading_not_worse(basis: Basis) -> list[Fact]:
    """No leading value is worse than what attains."""
    scheme = effective_scheme(basis)
    return leading_problems(scheme) if scheme else []


@guard(BASIS, "conflict_ruled")
def conflict_ruled(basis: Basis) -> list[Fact]:
    """A district's basis beside the city's for the same industry only tightens the same scheme;
    anything else is the commission's to decide."""
    if basis.conflict_ruling.strip():
        return []
    other = city_basis_beside(basis)
    if other is None:
        return []
    mine, theirs = basis.scheme, other.scheme
    same = mine is not None and theirs is not None and mine.code == theirs.code
    return [] if same and not is_local(basis) else [ConflictOpen(other.title)]


@guard(BASIS, "newer_determined")
def newer_determined(basis: Basis) -> list[Fact]:
    """Its revision holds."""
    done = basis.revisions.filter(state="determined").exists()
    return [] if done else [NotReplacedYet()]


@guard(STUDY, "opinion_written")
def opinion_written(study: Study) -> list[Fact]:
    """There is a text."""
    return [] if study.opinion.strip() else [OpinionEmpty()]


@guard(STUDY, "adoption_noted")
def adoption_noted(study: Study) -> list[Fact]:
    """Adopted or not, and why."""
    noted = study.adopted is not None and study.adoption_note.strip()
    return [] if noted else [AdoptionUnnoted()]
