"""Suggestions for the lists (五(三)-隐1): a district suggests, the commission passes on, the
national office adopts by listing, or declines with a reason; the district is told."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.access import Refused
from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.facts import NotAStandardNumber
from duibiao.catalogue.models import ListSuggestion
from duibiao.messages.models import Dispatch
from duibiao.organisations.queries import organisation
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.performing import perform
from tests.people import client_of, load_city, person
from tests.rooms.catalogue.test_lists import ITEMS, published

pytestmark = [pytest.mark.django_db, pytest.mark.clause("五(三)-隐1")]
BUREAU = "120116-market"


@pytest.fixture(autouse=True)
def _city() -> None:
    load_city()


def suggested(number: str = "GB/T9711—2017", by: str = BUREAU) -> ListSuggestion:
    """A district's draft."""
    return actions.suggest(
        number=number, title="管线钢管", products="管线管", ground="清单没有", by=person(by)
    )


def take(record: ListSuggestion, step: str, by: User, reason: str = "") -> ListSuggestion:
    """One step, on the suggestion as it is now."""
    fresh = ListSuggestion.everything.get(pk=record.pk)
    perform(fresh, step, by=by, expected_version=fresh.version, reason=reason)
    return ListSuggestion.everything.get(pk=record.pk)


def collected() -> ListSuggestion:
    """Passed on to the national office."""
    record = take(suggested(), "submit", person(BUREAU))
    return take(record, "collect", person("tj-market"))


def test_adopted_means_listed_and_the_district_is_told() -> None:
    """Not before a list holds it; then adopted, and the bureau finds the message."""
    record = collected()
    assert record.number == "GB/T 9711-2017"
    with pytest.raises(StepRefused) as refused:
        take(record, "adopt", person("gb"))
    assert [f.code for f in refused.value.facts] == ["suggestion_not_yet_listed"]
    made = actions.start_list(owner=organisation("gb"), code="p", title="清单", by=person("gb"))
    actions.write_list(record=made, items=ITEMS, by=person("gb"))
    assert take(record, "adopt", person("gb")).state == "adopted"
    told = Dispatch.everything.get(subject__contains="已采纳")
    assert [d.recipient.code for d in told.deliveries.all()] == [BUREAU]


def test_declined_only_with_a_reason_which_the_district_reads() -> None:
    """Without one refused."""
    record = collected()
    with pytest.raises(StepRefused):
        take(record, "decline", person("gb"))
    take(record, "decline", person("gb"), reason="已有等同的国家标准")
    assert Dispatch.everything.get(subject__contains="未采纳").body == "已有等同的国家标准"


def test_who_may_what() -> None:
    """An enterprise's or a department's clerk begins none; a district decides none; what is no
    number, or stands in a published list, is not suggested."""
    with pytest.raises(Refused):
        suggested(by="tj-commerce")
    with pytest.raises(NotAStandardNumber):
        suggested("九七一一")
    record = collected()
    for office in (BUREAU, "tj-market"):
        with pytest.raises(Refused):
            take(record, "decline", person(office), reason="不")


def test_what_is_published_is_not_suggested() -> None:
    """The list that holds it is named."""
    published()
    with pytest.raises(StepRefused) as refused:
        take(suggested(), "submit", person(BUREAU))
    assert [f.code for f in refused.value.facts] == ["suggestion_already_listed"]


@pytest.mark.parametrize("count", [1, 8])
def test_the_pages_over_http(
    django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    """Begun by a form, seen by its own district and above, not by its neighbour; constant."""
    clerk: Any = client_of(person(BUREAU))
    assert clerk.post("/catalogue/suggestions/", {"number": "x"}).status_code == 422
    for n in range(count):
        data = {
            "number": f"GB/T {9711 + n}-2017",
            "title": "钢管",
            "products": "管",
            "ground": "缺",
        }
        assert clerk.post("/catalogue/suggestions/", data).status_code == 302
    page = ListSuggestion.everything.first().get_absolute_url()  # type: ignore[union-attr]  # just made
    assert "钢管" in clerk.get(page).content.decode()
    assert client_of(person("120101-market")).get(page).status_code == 404
    assert client_of(person("tj-association")).get("/catalogue/suggestions/").status_code == 403
    above = client_of(person("tj-market"))
    above.get("/catalogue/suggestions/")
    with django_assert_max_num_queries(9):
        assert "钢管" in above.get("/catalogue/suggestions/").content.decode()
