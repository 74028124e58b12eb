"""Which basis a product inherits: its own, its format's, the most specific of its industry's; the
district's own before the city's; what is left equal, a person chooses (五(三)2-2, 3-2a)."""

from __future__ import annotations

import pytest

from duibiao.core.identify.basis_match import Candidate, Wanted, match

pytestmark = pytest.mark.clause("五(三)2-2", "五(三)3-2a")
SECTION = Candidate(id=1, level="industry", industry="C")
DIVISION = Candidate(id=2, level="industry", industry="C36")
GROUP = Candidate(id=3, level="industry", industry="C367")
CLASS = Candidate(id=4, level="industry", industry="C3670")
OURS = Candidate(id=5, level="industry", industry="C3670", district="120116")
FORMAT = Candidate(id=6, level="format", format=9)
OWN = Candidate(id=7, level="product", product=100)
NAMED = Candidate(
    id=8,
    level="industry",
    industry="C3670",
    for_all=False,
    name="制动盘",
    class_code="3670-01",
    models="T-0*、B12",
)
ALL = (SECTION, DIVISION, GROUP, CLASS, OURS, FORMAT, OWN)
PAD = Wanted(id=100, industry="C3670", district="120116", name="汽车制动盘", model="T-001")


def found(wanted: Wanted, *known: Candidate, choice: int | None = None) -> int | None:
    """The id of the basis found."""
    got = match(wanted, known, choice)
    return got.basis.id if got.basis else None


def test_the_nearest_level_wins() -> None:
    """Each step is taken when the one before is not there."""
    for place, expected in enumerate((7, 5, 4, 3, 2, 1)):
        order = (OWN, OURS, CLASS, GROUP, DIVISION, SECTION)
        assert found(PAD, *order[place:]) == expected
    assert found(PAD, FORMAT) is None
    assert found(Wanted(id=1, format=9, district="120101"), *ALL) == 6


def test_another_s_basis_is_not_inherited() -> None:
    """Another product's, another district's, a neighbouring industry's."""
    other = Wanted(id=101, industry="C3610", district="120101")
    assert found(other, OWN, OURS, CLASS, GROUP) is None
    assert found(other, *ALL) == 2


def test_a_basis_for_named_products() -> None:
    """By name or class code, of the models it lists; before one for all of the industry."""
    assert found(PAD, CLASS, NAMED) == 8
    assert found(Wanted(id=1, industry="C3670", name="减振器", model="T-001"), CLASS, NAMED) == 4
    coded = Wanted(id=1, industry="C3670", name="盘", category="3670-01-2", model="B12")
    assert found(coded, CLASS, NAMED) == 8
    assert found(Wanted(id=1, industry="C3670", name="制动盘", model="X1"), CLASS, NAMED) == 4


def test_of_several_alike_a_person_chooses() -> None:
    """Two of one rank: none, until one is chosen; a choice of something else is none."""
    twin = Candidate(id=9, level="industry", industry="C3670")
    got = match(PAD, (CLASS, twin))
    assert got.undecided
    assert {one.id for one in got.rivals} == {4, 9}
    assert match(PAD, (CLASS, twin), 9).basis == twin
    assert match(PAD, (CLASS, twin), 9).chosen
    assert match(PAD, (CLASS, twin), 1).undecided
