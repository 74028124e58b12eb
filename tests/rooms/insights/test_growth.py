"""A board asks the database as often for many enterprises as for few; figures are kept until
something is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from duibiao import clock
from duibiao.config.bench.pages_material import MOMENT, load
from duibiao.insights import keeping
from duibiao.insights.boards import BOARDS
from duibiao.journal import actions as journal
from duibiao.selection.models import Participation
from tests.people import client_of

pytestmark = pytest.mark.django_db
LOCAL = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LISTS = (
    "/boards/quota/enterprises/counted/",
    "/boards/districts/indicators/all/",
    "/records/participation/",
    "/records/declaration/",
)
NOT_HERS = {"intake", "own"}
PAGES = (*LISTS, "/boards/", *(f"/boards/{n}/" for n in BOARDS if n not in NOT_HERS))


@pytest.fixture
def _in_its_year() -> Iterator[None]:
    with clock.turned_to(MOMENT):
        yield


def asked(client: Client, page: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200, page
    return len(queries)


@pytest.mark.clause("题-1")
@pytest.mark.usefixtures("_in_its_year")
def test_pages_ask_as_often_for_500_enterprises_as_for_10() -> None:
    """Every board, the lists behind their figures, the lists of records."""
    counts: dict[int, dict[str, int]] = {}
    for enterprises in (10, 500):
        with transaction.atomic():
            client = client_of(load(enterprises))
            client.get("/boards/")
            counts[enterprises] = {page: asked(client, page) for page in PAGES}
            transaction.set_rollback(True)
    assert counts[10] == counts[500]


@pytest.mark.usefixtures("_in_its_year")
def test_figures_are_kept_until_something_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second look asks less; an entry in the journal makes the figures fresh."""
    monkeypatch.setattr(keeping, "SETTLED", 0)
    with override_settings(CACHES=LOCAL):
        client = client_of(load(20))
        first, second = asked(client, "/boards/quota/"), asked(client, "/boards/quota/")
        assert second < first
        assert counted(client) == "20"
        gone = Participation.everything.first()
        assert gone is not None
        Participation.everything.filter(pk=gone.pk).update(state="left")
        assert counted(client) == "20"  # nothing was journaled: no action did that
        journal.record("participation.left", chain="tj-market", by=None, on=gone)
        assert counted(client) == "19"


@pytest.mark.usefixtures("_in_its_year")
def test_nothing_is_kept_while_writing_goes_on() -> None:
    """Entries of overlapping transactions may come out of order: a fresh one keeps nothing."""
    with override_settings(CACHES=LOCAL):
        client = client_of(load(20))
        assert asked(client, "/boards/sme/") == asked(client, "/boards/sme/")


def counted(client: Client) -> str:
    """The city's figure on the quota board."""
    page = client.get("/boards/quota/").content.decode()
    return page.partition('/boards/quota/enterprises/counted/">')[2].partition("<")[0]
