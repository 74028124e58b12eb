"""The acceptance scenario's steps 20, 21 and 46 over HTTP: bases drafted, studied, determined; a
new edition marks what it touches and leaves the past as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from duibiao import clock
from duibiao.accounts.actions import pass_months
from duibiao.accounts.models import User
from duibiao.bases.models import Basis
from duibiao.bases.queries import coverage, declared_products
from duibiao.catalogue.actions import load_scheme
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_scheme, document_of, scheme_of
from duibiao.clock import at
from duibiao.core.canonical import load
from duibiao.core.compare.declaration import Declaration as Declared
from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.judge import judge
from duibiao.core.compare.proof import prove, replay
from duibiao.demo.actions import scheme_documents
from duibiao.demo.city import firms
from duibiao.demo.grounds import LOOSENED
from duibiao.demo.moments import MOMENTS
from duibiao.demo.story import Story
from duibiao.journal.models import Entry
from duibiao.journal.queries import broken_chains
from duibiao.messages.models import Delivery
from duibiao.organisations.queries import organisation
from duibiao.standards.queries import find
from tests.journeys.grounding_over_http import GroundingOverHttp
from tests.journeys.over_http import CastOverHttp, main_of
from tests.people import client_of
from tests.played import PASSPHRASE, upto


class Grounded(GroundingOverHttp, Story):
    """Steps 1 to 18 by actions, 20 and 21 by forms and buttons."""

    cast: CastOverHttp

    def send(
        self, by: str, path: str, data: dict[str, Any] | None = None, *, reviewer: bool = False
    ) -> str:
        """A form of an office's handler, or of its reviewer."""
        person = self.cast.reviewer(by) if reviewer else self.cast.person(by)
        return self.cast.browsers.post(person, path, data)

    def step_20(self) -> None:
        """With one of the example schemes published."""
        published()
        super().step_20()


@pytest.fixture(scope="module")
def make_story() -> Callable[[], Story]:
    """Played as above."""
    return lambda: Grounded(CastOverHttp(PASSPHRASE))


def published() -> SchemeVersion:
    """The scheme a city makes looser."""
    document = next(one for one in scheme_documents() if one["scheme_id"] == LOOSENED)
    return load_scheme(document=document)


def page(user: User, path: str) -> str:
    """The main part of a page."""
    answer = client_of(user).get(path)
    assert answer.status_code == 200, path
    return main_of(answer.content.decode())


def asked(user: User, basis: Basis, step: str = "determine") -> int:
    """What the server answers to a button pressed."""
    fresh = Basis.everything.get(pk=basis.pk)
    data = {"expected_version": fresh.version}
    return client_of(user).post(f"/steps/basis/{basis.pk}/{step}/", data).status_code


@upto(18)
@pytest.mark.clause("五(三)3-3", "五(三)3-1", "五(三)1-1", "五(三)-隐1")
def test_step_20_what_stands_against_a_basis(played: Grounded) -> None:
    """Looser than the scheme: marked local. No opinion, weights of 1.1, a leading value worse
    than what attains: the button is closed and says why. The institute is refused and journaled."""
    commission, reviewer = played.cast.person("tj-market"), played.cast.reviewer("tj-market")
    with clock.turned_to(MOMENTS[20]):
        pass_months()
        basis = played.draft_loosened(published())
        shown = page(commission, f"/bases/{basis.pk}/")
        assert "放宽" in shown
        assert "方案要求：≥5.00" in shown
        named = {"institution": organisation("tj-research").pk}
        played.send("tj-market", f"/bases/{basis.pk}/institution/", named)
        played.take(basis, "invite", "tj-market")
        assert "还没有技术机构的研究意见" in page(reviewer, f"/bases/{basis.pk}/")
        assert asked(reviewer, basis) == 409
        assert asked(played.cast.reviewer("tj-institute"), basis) == 403
        assert Entry.objects.filter(event="denied", reason="basis.determine").exists()
        played.take(basis, "redraft", "tj-market", reason="调整")
        typed = {"text-0": "≥5.20", "weight-0": "28", "leading-0": "≥5.00"}
        covers = {"title": basis.title, "product_name": "空调", "class_code": "C3852"}
        version = {"expected_version": Basis.everything.get(pk=basis.pk).version, "for_all": "on"}
        played.send("tj-market", f"/bases/{basis.pk}/edit/", {**typed, **covers, **version})
        played.study(basis, ())
        shown = page(reviewer, f"/bases/{basis.pk}/")
        assert asked(reviewer, basis) == 409
    assert "1.1" in shown
    assert "领跑值（≥5.00）劣于达标要求（≥5.20）" in shown
    assert "从严" in shown
    assert "放宽" not in shown


@upto(20)
@pytest.mark.clause("五(三)3-5")
def test_before_step_21_the_milestone_is_not_complete(played: Grounded) -> None:
    """All but three determined: the page says “not complete: 3”, and lists them."""
    played.step_21()
    products = [row.product for row in coverage(played.campaign).rows][:3]
    for one in products:
        enterprise = one.declaration.participation.enterprise
        type(enterprise).everything.filter(pk=enterprise.pk).update(
            industry_code="A01", business_format=None
        )
    shown = page(played.cast.person("tj-market"), "/bases/coverage/")
    assert "未完成：还有 3 个产品" in shown
    assert all(one.declaration.participation.enterprise.name in shown for one in products)
    assert f"/bases/new/?product={products[0].pk}" in shown


@upto(21)
@pytest.mark.clause("五(三)2-2", "五(三)3-5")
def test_step_21_every_product_has_its_basis(played: Grounded) -> None:
    """198 of 198 = 100 %, inherited from industries and formats; the enterprise sees its own."""
    found = coverage(played.campaign)
    assert (len(found.having), len(found.rows), found.complete) == (198, 198, True)
    assert {row.basis.level for row in found.having if row.basis} == {"industry", "format"}
    assert all(row.inherited for row in found.having)
    shown = page(played.cast.person("tj-market"), "/bases/coverage/")
    assert "已有依据 198 / 应有 198" in shown
    own = found.rows[0].product
    clerk = played.cast.enterprise(own.declaration.participation.enterprise.uscc.lower())
    assert "继承自产业级依据" in page(clerk, f"/bases/product/{own.pk}/")
    assert f"/bases/product/{own.pk}/" in page(clerk, own.declaration.get_absolute_url())
    other = client_of(clerk).get(f"/bases/product/{found.rows[-1].product.pk}/")
    assert other.status_code == 404
    local = Basis.everything.filter(is_local=True)
    reported = Delivery.everything.filter(recipient__code="gb", dispatch__content__isnull=False)
    assert local.count() == 11
    assert {one.pk for one in local} <= set(reported.values_list("dispatch__object_id", flat=True))
    assert list(broken_chains()) == []
    assert len(firms()) == 200


@upto(21)
def test_step_46_a_new_edition_marks_and_leaves_the_past(played: Grounded) -> None:
    """The scheme has a newer version: the page shows what it touches; marking makes the basis “to
    be reviewed” and tells the enterprises; digests and verdicts with their proofs stay."""
    product = declared_products(played.campaign)[0]
    enterprise = product.declaration.participation.enterprise
    type(enterprise).everything.filter(pk=enterprise.pk).update(
        industry_code="C3852", business_format=None
    )
    scheme = current_scheme(LOOSENED)
    assert scheme is not None
    basis = Basis.everything.get(scheme=scheme)
    line = DeclaredLine(indicator_id=scheme_of(scheme).indicators[0].id, text="≥5.10")
    judged = judge(scheme_of(scheme), Declared(lines=(line,)))
    kept = prove(judged, document_of(scheme), lambda _line: "")
    before = (basis.digest, basis.document)
    newer = load(scheme.document)
    newer["title"] += "（2019）"
    load_scheme(document=newer)
    by = played.cast.person("tj-market")
    with clock.turned_to(at(2019, 7, 1)):
        pass_months()
        shown = page(by, "/bases/editions/")
        assert "涉及依据 1 份、产品 1 个、企业 1 家" in shown
        sent = {"scheme": LOOSENED, "reason": "2019 年第 1 号公告"}
        assert "已标记 1 份依据" in played.send("tj-market", "/bases/editions/", sent)
    basis = Basis.everything.get(pk=basis.pk)
    assert basis.state == "to_review"
    assert (basis.digest, basis.document) == before
    told = Delivery.everything.get(dispatch__object_id=basis.pk, recipient__kind="enterprise")
    assert told.recipient_id == enterprise.organisation_id
    assert replay(kept, lambda _line: "").outcome == judged.outcome
    assert len(coverage(played.campaign).without) == 0  # it still applies until it is replaced


@upto(21)
def test_a_superseded_standard_shows_the_bases_that_cite_it(played: Grounded) -> None:
    """Known to the register, it stands on the page of editions by itself, with what it touches."""
    by = played.cast.person("tj-market")
    assert "GB 21455-2019" not in page(by, "/bases/editions/")
    institute = client_of(played.cast.person("tj-institute"))
    held = find("GB 21455-2019")
    assert held is not None
    given = {"number": held.number, "status": "withdrawn", "expected_version": str(held.version)}
    assert institute.post(f"/standards/{held.pk}/edit/", given).status_code == 302
    shown = page(by, "/bases/editions/")
    assert "GB 21455-2019" in shown
    assert "涉及依据 1 份" in shown
