"""Board 9: each figure is the number of its members; district by district they add up."""

from __future__ import annotations

import pytest

from duibiao.bases.queries import coverage
from duibiao.demo.story import Story
from duibiao.insights.asking import Asked
from duibiao.insights.subjects.bases import GROUNDED
from tests.people import client_of
from tests.played import upto
from tests.rooms.bases.material import determined, draft

MEASURES = tuple(GROUNDED.measures)


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
