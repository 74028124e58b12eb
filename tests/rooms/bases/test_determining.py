"""A basis from draft to locked: study with institutions, guards that name the place, four eyes,
local marks reported, revision, conflict of a district with the city."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duibiao.access import Refused
from duibiao.bases import actions
from duibiao.bases.effective import effective_document
from duibiao.bases.facts import (
    BasisKnown,
    ConflictOpen,
    NamedAlready,
    NoInstitution,
    NoOpinion,
    NotAnInstitution,
    NotDrafting,
    OpinionUnsettled,
    OtherDistrict,
)
from duibiao.bases.models import Basis, Level, Study
from duibiao.bases.queries import declared_products
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.basis import DimensionDiffers, ElementMissing, LeadingWorse
from duibiao.core.compare.scheme_problems import WeightSum
from duibiao.demo.story import Story
from duibiao.journal.models import Entry
from duibiao.messages.models import Delivery, Dispatch, Kind
from duibiao.organisations.queries import organisation
from duibiao.ui.wording import text
from duibiao.workflow.facts import SamePerson, StepRefused
from duibiao.workflow.performing import perform
from duibiao.workflow.queries import steps_for
from tests.played import upto
from tests.rooms.bases.material import (
    INSTITUTION,
    determined,
    document,
    draft,
    fresh,
    studied,
    take,
)

BINHAI, HEPING = "120116-market", "120101-market"


def ids() -> list[str]:
    """The two indicators of the scheme."""
    return [one["id"] for one in document()["indicators"]]


def adjusted(story: Story, basis: Basis, **first: object) -> Basis:
    """The first indicator demanded otherwise."""
    return actions.adjust(
        basis=basis,
        adjustments={ids()[0]: first},
        expected_version=fresh(basis).version,
        by=story.cast.person("tj-market"),
    )


def against(story: Story, basis: Basis) -> tuple[type, ...]:
    """What the commission's reviewer is told when she wants to determine."""
    with pytest.raises(StepRefused) as refused:
        take(story, basis, "determine", "tj-market", reviewer=True)
    return tuple(type(one) for one in refused.value.facts)


@upto(18)
@pytest.mark.clause("五(三)3-1", "五(三)2-2")
def test_from_draft_to_locked(played: Story) -> None:
    """Drafted, studied, determined: frozen whole, with day, person and joint institution."""
    basis = draft(played)
    assert (basis.state, basis.owner.code, basis.industry) == ("drafting", "tj-market", "C36")
    with pytest.raises(StepRefused) as refused:
        take(played, basis, "invite", "tj-market")
    assert [type(one) for one in refused.value.facts] == [NoInstitution]
    basis = studied(played, basis)
    assert basis.state == "opinions_in"
    basis = take(played, basis, "determine", "tj-market", reviewer=True)
    assert basis.state == "determined"
    assert basis.digest == digest(load(basis.document)) == basis.scheme.digest  # type: ignore[union-attr]  # it has one
    assert basis.determined_on is not None
    assert basis.determined_by == played.cast.reviewer("tj-market")
    assert [one.code for one in basis.joint.all()] == [INSTITUTION]
    assert not basis.is_local
    with pytest.raises(StepRefused) as closed:
        adjusted(played, basis, text="≥6000")
    assert [type(one) for one in closed.value.facts] == [NotDrafting]


@upto(18)
@pytest.mark.clause("五(三)3-1")
def test_without_an_opinion_the_button_is_not_available(played: Story) -> None:
    """It is shown, closed, and says why; asking all the same is refused."""
    basis = draft(played)
    by = played.cast.person("tj-market")
    actions.name_institution(basis=basis, institution=organisation(INSTITUTION), by=by)
    basis = take(played, basis, "invite", "tj-market")
    button = steps_for(played.cast.reviewer("tj-market"), basis)[0]
    assert (button.step.name, button.ready) == ("determine", False)
    assert any(isinstance(one, NoOpinion) for one in button.missing)
    assert against(played, basis) == (NoOpinion,)
    asked = Delivery.everything.get(recipient__code=INSTITUTION)
    assert basis.title in asked.dispatch.subject


@upto(18)
@pytest.mark.clause("五(三)1-1")
def test_only_bureaus_decide(played: Story) -> None:
    """The institute drafts for the commission and may not determine; no institution either; a
    handler never does; whoever invited does not determine."""
    institute = played.cast.person("tj-institute")
    basis = draft(played, by="tj-institute")
    assert basis.owner.code == "tj-market"
    basis = studied(played, basis)
    for person in (
        institute,
        played.cast.reviewer("tj-institute"),
        played.cast.reviewer(INSTITUTION),
        played.cast.person("tj-market"),
        played.cast.reviewer(BINHAI),
    ):
        with pytest.raises(Refused):
            perform(basis, "determine", by=person, expected_version=basis.version)
    other = draft(played, title="另一份", product_name="减振器")
    reviewer = played.cast.reviewer("tj-market")
    actions.name_institution(basis=other, institution=organisation(INSTITUTION), by=reviewer)
    perform(other, "invite", by=reviewer, expected_version=fresh(other).version)
    assert SamePerson in against(played, fresh(other))


@upto(18)
@pytest.mark.clause("五(三)3-3")
def test_guards_name_the_place(played: Story) -> None:
    """Weights of 1.1, a leading value worse than what attains, a missing element."""
    basis = adjusted(played, draft(played), weight=Decimal("0.7"), leading="≥4000")
    basis = studied(played, basis)
    person = played.cast.person("tj-market")
    assert against(played, basis) == (WeightSum, LeadingWorse)
    basis = take(played, basis, "redraft", "tj-market", reason="改权重")
    assert Study.everything.get(basis=basis).state == "named"
    basis = adjusted(played, basis, leading="≥9000")
    basis = actions.edit_basis(
        basis=basis, fields={"class_code": ""}, expected_version=basis.version, by=person
    )
    basis = studied(played, basis)
    assert against(played, basis) == (ElementMissing,)


@upto(18)
def test_every_opinion_is_answered(played: Story) -> None:
    """An opinion without adoption note stands against determining."""
    basis = draft(played)
    person, expert = played.cast.person("tj-market"), played.cast.person(INSTITUTION)
    actions.name_institution(basis=basis, institution=organisation(INSTITUTION), by=person)
    for code, kind in ((INSTITUTION, NamedAlready), ("tj-commerce", NotAnInstitution)):
        with pytest.raises(StepRefused) as refused:
            actions.name_institution(basis=basis, institution=organisation(code), by=person)
        assert [type(one) for one in refused.value.facts] == [kind]
    basis = take(played, basis, "invite", "tj-market")
    study = Study.everything.get(basis=basis)
    with pytest.raises(StepRefused):
        actions.give_opinion(study=study, opinion=" ", expected_version=study.version, by=expert)
    study = Study.everything.get(basis=basis)
    with pytest.raises(Refused):
        actions.give_opinion(study=study, opinion="好", expected_version=study.version, by=person)
    actions.give_opinion(study=study, opinion="好", expected_version=study.version, by=expert)
    assert against(played, fresh(basis)) == (OpinionUnsettled,)


@upto(18)
@pytest.mark.clause("五(三)-隐1", "五(三)2-2")
def test_a_looser_basis_is_local_and_reported(played: Story) -> None:
    """The national office receives it with its reasons, indicator by indicator."""
    basis = determined(played, adjusted(played, draft(played), text="≥4500"))
    assert basis.is_local
    (reason,) = basis.local_reasons
    assert (reason["indicator"], reason["change"]) == ("耐久", "loosened")
    sent = Delivery.everything.get(recipient__code="gb", dispatch__object_id=basis.pk)
    assert sent.dispatch.kind == Kind.CC
    assert sent.dispatch.content["items"] == basis.local_reasons


@upto(18)
def test_a_stricter_basis_is_not_local(played: Story) -> None:
    """And its document is no longer the scheme's."""
    basis = determined(played, adjusted(played, draft(played), text="≥6000", why="本市水平较高"))
    assert not basis.is_local
    assert basis.digest != basis.scheme.digest  # type: ignore[union-attr]  # it has one
    assert canonical(effective_document(basis)).decode() == basis.document
    assert not Delivery.everything.filter(recipient__code="gb", dispatch__kind=Kind.CC).exists()


@upto(18)
@pytest.mark.clause("五(三)-隐2")
def test_a_unit_of_another_quantity_is_refused(played: Story) -> None:
    """kg for hours."""
    with pytest.raises(StepRefused) as refused:
        adjusted(played, draft(played), text="≥5", unit="kg")
    assert [type(one) for one in refused.value.facts] == [DimensionDiffers]


@upto(18)
def test_a_district_decides_for_its_own(played: Story) -> None:
    """Another district's product is refused; beside the city's basis the commission rules."""
    product = declared_products(played.campaign).filter(
        declaration__participation__enterprise__district="120116"
    )[0]
    given = {"level": Level.PRODUCT, "industry": "", "product": product}
    with pytest.raises(StepRefused) as refused:
        draft(played, by=HEPING, **given)
    assert [type(one) for one in refused.value.facts] == [OtherDistrict]
    assert draft(played, by=BINHAI, **given).owner.code == BINHAI
    determined(played, draft(played))
    with pytest.raises(StepRefused) as known:
        draft(played)
    assert [type(one) for one in known.value.facts] == [BasisKnown]
    own = draft(played, by=BINHAI, scheme=None, own_document=document(), title="滨海依据")
    own = studied(played, own, BINHAI)
    with pytest.raises(StepRefused) as conflict:
        take(played, own, "determine", BINHAI, reviewer=True)
    assert [type(one) for one in conflict.value.facts] == [ConflictOpen]
    with pytest.raises(Refused):
        actions.rule_conflict(basis=own, ruling="可", by=played.cast.reviewer(BINHAI))
    ruler = played.cast.reviewer("tj-market")
    actions.rule_conflict(basis=own, ruling="同意该区另行确定", by=ruler)
    assert take(played, own, "determine", BINHAI, reviewer=True).is_local


@upto(18)
@pytest.mark.clause("五(三)3-5")
def test_a_revision_replaces_and_tells(played: Story) -> None:
    """The old one holds until the new one is determined; then it is revised, its digest as it
    was, and the enterprises are told."""
    basis = determined(played, draft(played))
    person = played.cast.person("tj-market")
    revision = actions.revise(basis=basis, by=person)
    assert (revision.edition, revision.state, fresh(basis).state) == (2, "drafting", "determined")
    with pytest.raises(StepRefused):
        actions.revise(basis=basis, by=person)
    revision = determined(played, adjusted(played, revision, text="≥5500"))
    old = fresh(basis)
    assert (old.state, old.digest) == ("revised", basis.digest)
    assert revision.digest != old.digest
    told = Dispatch.everything.get(subject=text("basis.revised_subject", title=str(revision)))
    assert told.deliveries.count() == 20  # every maker of car parts
    assert Entry.objects.filter(event="basis.replaced").exists()
