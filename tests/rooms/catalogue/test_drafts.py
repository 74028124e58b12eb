"""A scheme on its way (五(三)2-1, 附.22-1; requirements (b)11): written, put to consultation,
comments dealt with, handed in, published by somebody else, revised, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from duibiao import clock
from duibiao.access import Permission, Refused
from duibiao.catalogue import actions
from duibiao.catalogue.concerned import concerned_by
from duibiao.catalogue.facts import (
    CodeTaken,
    CommentEmpty,
    DispositionWithoutReason,
    DraftClosed,
    NoConsultationDay,
    NoSuchIndicator,
    NotInConsultation,
)
from duibiao.catalogue.models import Disposition, SchemeDraft, SchemeVersion
from duibiao.catalogue.queries import current_scheme, document_of, scheme_of
from duibiao.clock import at
from duibiao.core.errors import Fact
from duibiao.enterprises.models import Enterprise
from duibiao.journal.models import Entry
from duibiao.messages.models import Dispatch
from duibiao.organisations.models import Organisation
from duibiao.organisations.queries import organisation
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import perform
from tests.people import load_city, person, reviewer
from tests.rules.example_schemes import complete_document

pytestmark = [pytest.mark.django_db, pytest.mark.clause("五(三)2-1")]
UNTIL = date(2018, 5, 10)


@pytest.fixture(autouse=True)
def _city() -> Iterator[None]:
    load_city()
    with clock.turned_to(at(2018, 5, 1)):
        yield


def start(document: dict[str, Any] | None = None) -> SchemeDraft:
    """The national office begins a scheme."""
    return actions.start_draft(
        owner=organisation("gb"),
        code="example",
        title="示例方案",
        document=document if document is not None else complete_document(),
        by=person("gb"),
    )


def take(draft: SchemeDraft, step: str, by: Any = None, reason: str = "") -> SchemeDraft:
    """One step, on the draft as it is now."""
    fresh = SchemeDraft.everything.get(pk=draft.pk)
    who = by or person("gb")
    perform(fresh, step, by=who, expected_version=fresh.version, reason=reason)
    return SchemeDraft.everything.get(pk=draft.pk)


def consulted(draft: SchemeDraft) -> SchemeDraft:
    """Put to consultation until the day."""
    actions.set_consultation_day(draft=draft, until=UNTIL, by=person("gb"))
    return take(draft, "consult")


def revising(document: dict[str, Any] | None = None) -> SchemeDraft:
    """A draft whose consultation is over, without a comment."""
    draft = consulted(start(document))
    with clock.turned_to(at(2018, 5, 11)):
        return take(draft, "conclude")


def published() -> SchemeDraft:
    """A published one."""
    return take(take(revising(), "submit"), "publish", reviewer("gb"))


def refused(draft: SchemeDraft, step: str, by: Any = None) -> list[Fact]:
    """What stands against a step."""
    with pytest.raises(StepRefused) as found:
        take(draft, step, by)
    return list(found.value.facts)


def test_a_complete_scheme_is_published_and_frozen() -> None:
    """The text freezes under its digest, everybody concerned is told, the journal says so."""
    draft = published()
    version = draft.published
    assert version is not None
    assert (draft.state, version.version) == ("published", 1)
    assert document_of(version) == complete_document() | {"title": "示例方案"}
    told = Dispatch.everything.get(subject__contains="已发布")
    codes = set(told.deliveries.values_list("recipient__code", flat=True))
    assert {"tj-market", "120116-market", "tj-association", "tj-institute"} <= codes
    assert "gb" not in codes
    events = list(Entry.objects.filter(chain="gb").values_list("event", flat=True))
    assert {"scheme.started", "scheme.consult", "scheme.publish", "scheme.frozen"} <= set(events)


def test_enterprises_of_the_industry_are_told_and_no_others() -> None:
    """A scheme of division 31 is told to an enterprise of C3130, not to one of C1829; one
    without an industry to both."""
    for code, industry in (("e-steel", "C3130"), ("e-knit", "C1829")):
        register(code, industry)
    for code, wanted in (("3130", {"e-steel"}), ("", {"e-steel", "e-knit"})):
        document = complete_document() | {"industry_class": {"code": code, "name": ""}}
        draft = start(document)
        told = {one.code for one in concerned_by(draft)}
        assert {one for one in told if one.startswith("e-")} == wanted
        take(draft, "drop", reason="试")


def register(code: str, industry: str) -> None:
    """An enterprise in the register."""
    office = Organisation.objects.create(
        code=code, kind="enterprise", name=code, region_id="120116", uscc=""
    )
    Enterprise.everything.create(
        organisation=office,
        industry_code=industry,
        district_id="120116",
        uscc=code,
        name=code,
        registered_at=clock.now(),
    )


@pytest.mark.clause("附.22-1")
def test_without_a_timetable_it_is_not_handed_in() -> None:
    """Scenario step 19: the missing section is named; with it, the scheme goes through."""
    document = complete_document()
    del document["sections"]["timetable"]
    draft = revising(document)
    assert [f.code for f in refused(draft, "submit")] == ["scheme_section_missing"]
    assert SchemeVersion.objects.count() == 0


def test_four_eyes_and_the_owner_alone_publish() -> None:
    """Who handed it in does not publish it; nor does anybody of another office."""
    draft = take(revising(), "submit")
    with pytest.raises(Refused):
        take(draft, "publish", person("gb"))
    with pytest.raises(Refused):
        take(draft, "publish", reviewer("tj-market"))
    returned = take(draft, "return", reviewer("gb"), reason="请补充论证")
    assert returned.state == "revising"


def test_who_may_begin() -> None:
    """The institute writes for the commission, not for the national office; a district never."""
    draft = actions.start_draft(
        owner=organisation("tj-market"), code="local", title="地方方案", by=person("tj-institute")
    )
    assert (draft.owner.code, draft.prepared_by.code) == ("tj-market", "tj-institute")
    for owner, by in (("gb", "tj-institute"), ("120116-market", "120116-market")):
        with pytest.raises(Refused):
            actions.start_draft(
                owner=organisation(owner), code="other", title="另一方案", by=person(by)
            )


def test_one_draft_per_scheme_and_a_code_belongs_to_its_publisher() -> None:
    """A second draft of a code, a foreign revision, a known code without revising: refused."""
    start()
    with pytest.raises(CodeTaken):
        start()
    actions.load_scheme(document=complete_document() | {"scheme_id": "loaded"})
    loaded = current_scheme("loaded")
    for owner, version in (("tj-market", loaded), ("gb", None)):
        with pytest.raises(CodeTaken):
            actions.start_draft(
                owner=organisation(owner), code="loaded", title="x", revises=version,
                by=person(owner),
            )  # fmt: skip


def test_a_text_rests_while_it_is_out() -> None:
    """Written as a draft and while revising; refused in consultation; somebody else's change is
    not overwritten; saving the same changes nothing."""
    draft = start()
    with pytest.raises(StepRefused):
        actions.save_document(
            draft=draft, document=complete_document(), expected_version=9, by=person("gb")
        )
    same = actions.save_document(
        draft=draft, document=document_of_draft(draft), expected_version=1, by=person("gb")
    )
    assert same.version == 1
    draft = consulted(draft)
    with pytest.raises(DraftClosed):
        actions.save_document(
            draft=draft, document={}, expected_version=draft.version, by=person("gb")
        )


def document_of_draft(draft: SchemeDraft) -> dict[str, Any]:
    """Its text."""
    return complete_document() | {"scheme_id": draft.code, "title": draft.title}


def test_the_consultation_has_a_last_day() -> None:
    """None set, or one not to come: not put out; before it is over: not closed."""
    draft = start()
    assert [f.code for f in refused(draft, "consult")] == ["scheme_no_consultation_day"]
    with pytest.raises(NoConsultationDay):
        actions.set_consultation_day(draft=draft, until=date(2018, 5, 1), by=person("gb"))
    draft = consulted(draft)
    assert [f.code for f in refused(draft, "conclude")] == ["scheme_consultation_open"]


@pytest.mark.clause("三(六)-1")
def test_comments_are_signed_pinned_and_dealt_with() -> None:
    """An association's analysis, pinned to an indicator, signed; until it is dealt with the
    scheme is not handed in; declined only with a reason; commenting does not let it approve."""
    draft = consulted(start())
    expert = person("tj-association")
    with pytest.raises(CommentEmpty):
        actions.comment(draft=draft, words=" ", by=expert)
    with pytest.raises(NoSuchIndicator):
        actions.comment(draft=draft, words="指标偏低", indicator="I9", by=expert)
    made = actions.comment(draft=draft, words="指标偏低", indicator="I1", by=expert)
    assert (made.organisation.code, made.by) == ("tj-association", expert)
    with pytest.raises(Refused):
        take(draft, "publish" if draft.state == "submitted" else "conclude", expert)
    with clock.turned_to(at(2018, 5, 11)):
        draft = take(draft, "conclude")
    with pytest.raises(NotInConsultation):
        actions.comment(draft=draft, words="晚了", by=expert)
    assert [f.code for f in refused(draft, "submit")] == ["scheme_comments_undisposed"]
    with pytest.raises(DispositionWithoutReason):
        actions.dispose(comment=made, disposition=Disposition.DECLINED, by=person("gb"))
    with pytest.raises(Refused):
        actions.dispose(comment=made, disposition=Disposition.ADOPTED, by=expert)
    actions.dispose(
        comment=made, disposition=Disposition.PARTLY, reason="提高到 400", by=person("gb")
    )
    assert take(draft, "submit").state == "submitted"


def test_a_revision_becomes_the_next_version_and_the_old_one_stays() -> None:
    """Unchanged it is not handed in; changed it is version 2, and version 1 reads as it did."""
    first = published().published
    assert first is not None
    draft = actions.start_draft(
        owner=organisation("gb"), code="example", title="示例方案", revises=first, by=person("gb")
    )
    draft = consulted(draft)
    with clock.turned_to(at(2018, 5, 11)):
        draft = take(draft, "conclude")
    assert [f.code for f in refused(draft, "submit")] == ["scheme_nothing_changed"]
    text = deepcopy(document_of(first))
    text["indicators"][0]["leading"]["text"] = "≥420"
    draft = actions.save_document(
        draft=draft, document=text, expected_version=draft.version, by=person("gb")
    )
    second = take(take(draft, "submit"), "publish", reviewer("gb")).published
    assert second is not None
    assert (second.version, current_scheme("example")) == (2, second)
    assert scheme_of(first).digest == first.digest != second.digest


def test_a_withdrawn_scheme_is_not_current() -> None:
    """Withdrawn with a reason, told to everybody, no longer offered; its page stays."""
    draft = take(published(), "withdraw", reviewer("gb"), reason="标准已废止")
    assert (draft.state, current_scheme("example")) == ("withdrawn", None)
    assert Dispatch.everything.filter(
        subject__contains="已废止", body__contains="标准已废止"
    ).exists()
    assert SchemeVersion.objects.count() == 1


def test_a_draft_is_read_by_those_who_write_it_only() -> None:
    """Others see it from the consultation on."""
    draft = start()
    clerk = person("120116-market")
    read = Permission.SCHEME_READ
    assert not SchemeDraft.objects.visible_to(clerk, read).exists()
    assert SchemeDraft.objects.visible_to(person("gb"), read).exists()
    consulted(draft)
    assert SchemeDraft.objects.visible_to(clerk, read).exists()
