"""The register of standards in the city after step 18: what is cited and not held, what is cited
and out of force."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from duibiao.declarations.models import Declaration, ExecutedStandard
from duibiao.declarations.queries import findings_of
from duibiao.declarations.queries.citing import cited_not_held
from duibiao.demo.story import Story
from duibiao.standards.queries import find
from tests.people import client_of
from tests.played import upto


@upto(18)
def test_what_is_cited_and_not_held_is_listed_within_reach(
    played: Story, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The institute sees the whole city's, a bureau its district's; entered, a standard leaves
    the list."""
    institute, bureau = played.cast.person("tj-institute"), played.cast.person("120101-market")
    whole, part = cited_not_held(institute), cited_not_held(bureau)
    assert sum(one.declarations for one in whole) > sum(one.declarations for one in part) > 0
    wanted = next(one for one in whole if one.readable)
    browser = client_of(institute)
    with django_assert_max_num_queries(20):
        page = browser.get("/standards-missing/").content.decode()
    assert wanted.number in page
    browser.post("/standards/new/", {"number": wanted.number, "status": "current"})
    assert find(wanted.number) is not None
    assert wanted.number not in {one.number for one in cited_not_held(institute)}
    assert (
        client_of(played.cast.person("120101-commerce")).get("/standards-missing/").status_code
        == 403
    )


@upto(18)
@pytest.mark.clause("五(二)2(2)-2")
def test_a_superseded_edition_is_said_where_it_is_cited(played: Story) -> None:
    """With the edition in its place; a note that hinders nobody."""
    cited = ExecutedStandard.objects.exclude(normalised="").order_by("pk")[0]
    declaration = Declaration.everything.get(pk=cited.declaration_id)
    assert not [one for one in findings_of(declaration) if one.rule == "edition_gone"]
    institute = client_of(played.cast.person("tj-institute"))
    newer = f"{cited.normalised[:-4]}2030"
    institute.post("/standards/new/", {"number": newer, "status": "upcoming"})
    given = {"status": "superseded", "superseded_by": newer, "expected_version": "1"}
    held = find(cited.normalised)
    address = f"/standards/{held.pk}/edit/" if held else "/standards/new/"
    institute.post(address, {"number": cited.normalised, **given})
    [found] = [one for one in findings_of(declaration) if one.rule == "edition_gone"]
    assert not found.stops
    page = client_of(played.cast.person("tj-institute")).get(declaration.get_absolute_url())
    assert f"新版为 {newer}" in page.content.decode()
