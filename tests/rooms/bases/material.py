"""A played city after step 18, and bases made in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.bases import actions
from duibiao.bases.actions import Draft
from duibiao.bases.models import Basis, Level, Study
from duibiao.catalogue.actions import load_scheme
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.compare.local_basis import LocalIndicator, LocalStandard, local_document
from duibiao.demo.story import Story
from duibiao.organisations.queries import organisation
from duibiao.workflow.performing import perform

INSTITUTION = "tj-research"


def document(*, hours: str = "≥5000", code: str = "discs", **more: Any) -> dict[str, Any]:
    """A national scheme for brake discs: two indicators."""
    return (
        local_document(
            code=code,
            title="汽车制动盘对标方案",
            product="汽车制动盘",
            industry="C3670",
            standards=(
                LocalStandard(number="ISO 6310:2009", title="制动衬片", kind="international"),
            ),
            indicators=(
                LocalIndicator(
                    name="耐久",
                    unit="h",
                    text=hours,
                    leading="≥8000",
                    core=True,
                    weight=Decimal("0.6"),
                    reason="寿命",
                ),
                LocalIndicator(
                    name="能耗",
                    unit="kWh",
                    text="≤0.60",
                    direction="smaller",
                    weight=Decimal("0.4"),
                    reason="节能",
                ),
            ),
        )
        | more
    )


def scheme(**more: Any) -> SchemeVersion:
    """The same, published."""
    return load_scheme(document=document(**more))


def draft(story: Story, *, by: str = "tj-market", **given: Any) -> Basis:
    """A draft for C36, unless something else is said."""
    wanted: dict[str, Any] = {
        "level": Level.INDUSTRY,
        "industry": "C36",
        "title": "汽车制造业对标依据",
        "product_name": "汽车零部件",
        "class_code": "C36",
        **given,
    }
    if "scheme" not in wanted and "own_document" not in wanted:
        wanted["scheme"] = scheme()
    return actions.draft_basis(
        campaign=story.campaign, given=Draft(**wanted), by=story.cast.person(by)
    )


def fresh(basis: Basis) -> Basis:
    """As it stands in the database."""
    return Basis.everything.get(pk=basis.pk)


def take(
    story: Story, basis: Basis, step: str, by: str, *, reviewer: bool = False, reason: str = ""
) -> Basis:
    """One step."""
    story.take(basis, step, by, reviewer=reviewer, reason=reason)
    return fresh(basis)


def studied(story: Story, basis: Basis, by: str = "tj-market") -> Basis:
    """Invited, one opinion given and adopted."""
    person, expert = story.cast.person(by), story.cast.person(INSTITUTION)
    if not basis.studies.exists():
        actions.name_institution(basis=basis, institution=organisation(INSTITUTION), by=person)
    perform(basis, "invite", by=person, expected_version=fresh(basis).version)
    study = Study.everything.get(basis=basis, institution__code=INSTITUTION)
    actions.give_opinion(study=study, opinion="同意。", expected_version=study.version, by=expert)
    actions.note_adoption(
        study=study, adopted=True, note="采纳", expected_version=study.version, by=person
    )
    return fresh(basis)


def determined(story: Story, basis: Basis, by: str = "tj-market") -> Basis:
    """Studied and determined by the bureau's reviewer."""
    return take(story, studied(story, basis, by), "determine", by, reviewer=True)
