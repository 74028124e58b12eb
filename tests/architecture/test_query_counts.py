"""A page asks the database as often for many rows as for few."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.catalogue.actions import load_scheme
from duibiao.demo.actions import scheme_documents

# One whether the site is a rehearsal; one for the list of schemes, or for the one scheme; nothing
# for each row.
PAGES = [("/", 2), ("/judge/", 2), ("/judge/01-infant-knitwear/", 2)]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "queries"), PAGES)
@pytest.mark.parametrize("schemes", [1, 10])
def test_a_page_asks_a_constant_number_of_times(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
    schemes: int,
) -> None:
    """One scheme or ten, a sheet of few rows or of many: the same questions."""
    for document in scheme_documents()[:schemes]:
        load_scheme(document=document)
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200
