"""Coverage, choice among several, edition change; as many questions for 198 products as for one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duibiao.access import Refused
from duibiao.bases import actions
from duibiao.bases.editions import cited_by, newer_schemes, touched_by_standards
from duibiao.bases.facts import NothingTouched
from duibiao.bases.models import BasisChoice, Level
from duibiao.bases.queries import basis_of, coverage, coverage_for, declared_products, readable
from duibiao.demo.story import Story
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.bases import GROUNDED
from duibiao.messages.models import Delivery
from duibiao.workflow.facts import StepRefused
from tests.people import client_of
from tests.played import upto
from tests.rooms.bases.material import determined, draft, fresh, scheme

MEASURES = tuple(GROUNDED.measures)
BINHAI, HEPING = "120116-market", "120101-market"


@upto(18)
@pytest.mark.clause("五(三)3-5")
def test_coverage_counts_declared_products_only(played: Story) -> None:
    """198 products of those who stayed; 20 makers of car parts inherit the basis of C36."""
    assert (len(coverage(played.campaign).rows), len(coverage(played.campaign).having)) == (198, 0)
    basis = determined(played, draft(played))
    found = coverage(played.campaign)
    assert (len(found.having), len(found.without)) == (20, 178)
    assert {row.basis for row in found.having} == {basis}
    assert not found.complete
    seen = coverage_for(played.cast.person(HEPING), played.campaign)
    assert len(seen.rows) == 2


@upto(18)
def test_as_many_questions_for_all_as_for_one(played: Story) -> None:
    """Four: the products, the bases, the formats, the choices."""
    determined(played, draft(played))
    campaign = played.campaign
    with CaptureQueriesContext(connection) as one:
        coverage(campaign, list(declared_products(campaign)[:1]))
    with CaptureQueriesContext(connection) as everything:
        coverage(campaign)
    assert len(one) == len(everything) == 4


@upto(18)
@pytest.mark.clause("五(三)3-2a")
def test_of_several_a_person_chooses_with_a_reason(played: Story) -> None:
    """Recorded; before, the product counts as without; another district may not."""
    first = determined(played, draft(played))
    second = determined(
        played, draft(played, title="另一份", product_name="汽车底盘件", class_code="C36")
    )
    product = next(row.product for row in coverage(played.campaign).without if row.rivals)
    assert {one.pk for one in basis_of(product).rivals} == {first.pk, second.pk}
    district = product.declaration.participation.enterprise.district_id
    other = HEPING if district != "120101" else BINHAI
    with pytest.raises(Refused):
        actions.choose_basis(
            product=product, basis=second, reason="更近", by=played.cast.person(other)
        )
    by = played.cast.person(f"{district}-market")
    with pytest.raises(StepRefused):
        actions.choose_basis(product=product, basis=second, reason=" ", by=by)
    browser = client_of(by)
    sent = {"basis": second.pk, "reason": "产品属于底盘件"}
    assert browser.post(f"/bases/product/{product.pk}/", sent).status_code == 302
    assert basis_of(product).basis == second
    assert BasisChoice.everything.get(product=product).by == by
    assert "产品属于底盘件" in browser.get(f"/bases/product/{product.pk}/").content.decode()


@upto(18)
def test_who_reads_what(played: Story) -> None:
    """Drafts of an office: that office and the city. Determined for an industry: everybody. For
    one product: its district and its enterprise."""
    product = declared_products(played.campaign).filter(
        declaration__participation__enterprise__district="120116"
    )[0]
    city = draft(played)
    own = draft(played, by=BINHAI, level=Level.PRODUCT, industry="", product=product)
    enterprise = product.declaration.participation.enterprise
    clerk = played.cast.enterprise(enterprise.uscc.lower())
    people = (played.cast.person(BINHAI), played.cast.person(HEPING), clerk)
    assert [set(readable(one)) for one in people] == [{own}, set(), {own}]
    assert set(readable(played.cast.person("tj-market"))) == {city, own}
    city, own = determined(played, city), determined(played, own, BINHAI)
    assert [set(readable(one)) for one in people] == [{city, own}, {city}, {city, own}]
    assert basis_of(product).basis == own


@upto(18)
def test_an_edition_change_touches_and_marks_once(played: Story) -> None:
    """By a newer version of the scheme, or by a standard it cites, with or without its year."""
    basis = determined(played, draft(played))
    assert cited_by(basis) == {"ISO 6310:2009", "ISO 6310"}
    for number in ("ISO 6310:2009", "ISO 6310"):
        assert touched_by_standards(played.campaign, [number]).bases == (basis,)
    assert touched_by_standards(played.campaign, ["ISO 6311"]).bases == ()
    assert newer_schemes(played.campaign) == []
    newest = scheme(hours="≥5500")
    ((version, touched),) = newer_schemes(played.campaign)
    assert (version, touched.bases, len(touched.products), touched.enterprises) == (
        newest,
        (basis,),
        20,
        20,
    )
    with pytest.raises(Refused):
        actions.mark_affected(touched=touched, reason="换版", by=played.cast.person(BINHAI))
    by = played.cast.person("tj-market")
    actions.mark_affected(touched=touched, reason="换版", by=by)
    after = fresh(basis)
    assert (after.state, after.digest, after.document) == (
        "to_review",
        basis.digest,
        basis.document,
    )
    told = Delivery.everything.filter(dispatch__object_id=basis.pk, recipient__kind="enterprise")
    assert told.count() == 20
    ((_, touched),) = newer_schemes(played.campaign)
    with pytest.raises(StepRefused) as again:
        actions.mark_affected(touched=touched, reason="换版", by=by)
    assert [type(one) for one in again.value.facts] == [NothingTouched]
    assert len(coverage(played.campaign).having) == 20  # it still applies until it is replaced


@upto(18)
def test_the_button_marks_and_tells_like_the_page(played: Story) -> None:
    """The step on the basis's own page has the same consequences."""
    basis = determined(played, draft(played))
    browser = client_of(played.cast.person("tj-market"))
    sent = {"expected_version": fresh(basis).version, "reason": "标准换版"}
    assert browser.post(f"/steps/basis/{basis.pk}/mark/", sent).status_code == 302
    told = Delivery.everything.filter(dispatch__object_id=basis.pk, recipient__kind="enterprise")
    assert (fresh(basis).state, told.count()) == ("to_review", 20)


@upto(18)
def test_every_page_opens_for_whoever_may(played: Story) -> None:
    """The pages of bases by role; what is not one's own is not there."""
    basis = determined(played, draft(played))
    institution, enterprise = (
        "tj-research",
        played.cast.enterprise(
            declared_products(played.campaign)[0].declaration.participation.enterprise.uscc.lower()
        ),
    )
    study = basis.studies.get()
    commission, expert = played.cast.person("tj-market"), played.cast.person(institution)
    paths = {
        "/bases/": (200, 200, 200),
        "/bases/new/": (200, 403, 403),
        "/bases/coverage/": (200, 403, 200),
        "/bases/editions/": (200, 403, 403),
        f"/bases/{basis.pk}/": (200, 200, 200),
        f"/bases/{basis.pk}/document/": (200, 200, 200),
        f"/bases/{basis.pk}/edit/": (200, 404, 404),
        f"/bases/studies/{study.pk}/": (200, 200, 404),
    }
    browsers = [client_of(one) for one in (commission, expert, enterprise)]
    found = {path: tuple(one.get(path).status_code for one in browsers) for path in paths}
    assert found == paths


@upto(18)
@pytest.mark.clause("五(三)3-5")
def test_the_board_counts_what_the_coverage_lists(played: Story) -> None:
    """20 makers of car parts of 198, by a basis of their industry on an international standard."""
    determined(played, draft(played))
    commission = played.cast.person("tj-market")
    asked = Asked(commission, played.campaign)
    (figures,) = GROUNDED.figures(asked, MEASURES).values()
    found = coverage(played.campaign)
    assert (figures["all"], figures["determined"]) == (len(found.rows), len(found.having))
    assert (figures["all"], figures["determined"], figures["without"]) == (198, 20, 178)
    assert (figures["industry"], figures["international"], figures["local"]) == (20, 20, 0)
    by_district = GROUNDED.figures(asked, MEASURES, "district")
    for measure in MEASURES:
        assert sum(one[measure] for one in by_district.values()) == figures[measure]
        assert GROUNDED.members(asked, measure).count() == figures[measure]
    own = Asked(played.cast.person("120101-market"), played.campaign)
    assert GROUNDED.figures(own, ("all",))[""] == {"all": 2}
    page = client_of(commission).get("/boards/bases/")
    assert page.status_code == 200
    assert "198" in page.content.decode()
