"""Champion titles and what each rests on (terms 15–18, 五(二)3(1)-4)."""

from __future__ import annotations

from datetime import date

import pytest

from duibiao.core.identify.titles import Claimant, Title, TitleFinding, check_title

TODAY = date(2018, 4, 10)
UNICORN = {"valuation_usd": "1200000000", "valued_on": "2018-01-01", "source": "榜单"}
HIDDEN = {"product": "阀门", "world_place": "2", "source": "报告", "little_known": "不做广告"}
SINGLE = {"product": "轴承", "main_share": "70", "advantage": "精度"}
GAZELLE = {"growth": "20", "source": "审计报告"}
YOUNG = Claimant(size="中型", founded_on=date(2010, 5, 1))


def codes(found: TitleFinding) -> tuple[list[str], list[str]]:
    """Codes of what refuses, of what is doubtful."""
    return [one.code for one in found.refused], [one.code for one in found.doubtful]


def judge(
    title: Title, evidence: dict[str, str], claimant: Claimant = YOUNG, **changed: str
) -> tuple[list[str], list[str]]:
    """The finding about a title."""
    return codes(check_title(title, {**evidence, **changed}, claimant, today=TODAY))


@pytest.mark.clause("五(二)3(1)-4")
@pytest.mark.parametrize(
    ("title", "evidence"),
    [
        (Title.UNICORN, UNICORN),
        (Title.HIDDEN_CHAMPION, HIDDEN),
        (Title.SINGLE_CHAMPION, SINGLE),
        (Title.GAZELLE, GAZELLE),
        (Title.OTHER, {"kind": "专精特新", "source": "名单"}),
    ],
)
def test_证据齐全即可登记(title: Title, evidence: dict[str, str]) -> None:
    """At the limits the title stands without a doubt; without any one field it does not."""
    assert judge(title, evidence) == ([], [])
    for field in evidence:
        refused, _ = judge(title, {**evidence, field: " "})
        assert refused == ["evidence_missing"]


def test_数字写成文字不行() -> None:
    """A number is expected, and what was found is said."""
    assert judge(Title.GAZELLE, GAZELLE, growth="很快")[0] == ["evidence_not_a_number"]
    assert judge(Title.GAZELLE, GAZELLE, growth="NaN")[0] == ["evidence_not_a_number"]


@pytest.mark.clause("附.15-1")
def test_独角兽不足十亿美元或超过十年只提示() -> None:
    """Below the valuation or too old is doubtful; a person decides."""
    assert judge(Title.UNICORN, UNICORN, valuation_usd="999999999")[1] == ["title_valuation_low"]
    old = Claimant(founded_on=date(2007, 4, 10))
    assert judge(Title.UNICORN, UNICORN, old)[1] == ["title_not_young"]
    assert judge(Title.UNICORN, UNICORN, Claimant(founded_on=date(2007, 4, 11)))[1] == []
    assert judge(Title.UNICORN, UNICORN, Claimant())[1] == ["title_founding_unknown"]


@pytest.mark.clause("附.16-1")
def test_隐形冠军须世界前二且是中小企业() -> None:
    """Third of the world is refused, and so is a large enterprise."""
    assert judge(Title.HIDDEN_CHAMPION, HIDDEN, world_place="3")[0] == ["title_not_first_or_second"]
    assert judge(Title.HIDDEN_CHAMPION, HIDDEN, Claimant(size="大型"))[0] == ["title_not_that_size"]


@pytest.mark.clause("附.17-1", "附.18-1")
def test_单打冠军主营七成_瞪羚年增两成() -> None:
    """Below the share or the growth is doubtful; a large gazelle is refused."""
    assert judge(Title.SINGLE_CHAMPION, SINGLE, main_share="69.99")[1] == ["title_share_low"]
    assert judge(Title.GAZELLE, GAZELLE, growth="19.9")[1] == ["title_growth_low"]
    assert judge(Title.GAZELLE, GAZELLE, Claimant(size="大型"))[0] == ["title_not_that_size"]
    low = check_title(Title.GAZELLE, {**GAZELLE, "growth": "1"}, YOUNG, today=TODAY).doubtful[0]
    assert low.limit == "20%"  # type: ignore[attr-defined]  # a GrowthLow
