"""Is a declaration complete and sound (五(二)2(2), 五(二)3(2)-1): each rule with one declaration it
finds at fault. The declaration it starts from has no fault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from duibiao.core.report.completeness import examine, hindering, invalidating, notable
from duibiao.core.report.differences import differences
from duibiao.core.report.filing import (
    FiledEvidence,
    FiledIndicator,
    FiledProduct,
    FiledStandard,
    Filing,
)
from duibiao.core.report.findings import RULES_VERSION, FilingRule, Gravity, rule_book

TODAY = date(2018, 4, 20)
PRODUCT = FiledProduct(id="1", name="汽车制动盘", model="T-1")
STANDARD = FiledStandard(
    id="1",
    number="Q/HX 001-2018",
    title="汽车制动盘",
    level="enterprise",
    edition=2018,
    status="current",
    self_declared=True,
    platform_number="QB-1",
    disclosed_on=date(2018, 1, 15),
    products=("1",),
)
LIFE = FiledIndicator(
    id="1",
    product="1",
    standard="1",
    name="耐久",
    unit="h",
    direction="larger",
    stipulated="≥5000",
    promised="≥6000",
    method="GB/T 2423.3-2016",
    in_scope=True,
)
SOUND = Filing(
    today=TODAY,
    products=(PRODUCT,),
    standards=(STANDARD,),
    indicators=(LIFE,),
    evidence=(FiledEvidence(id="1", title="检验报告", valid_until=date(2018, 12, 31)),),
    truth_stated=True,
)


def product(**changed: Any) -> Filing:
    """The sound declaration with another product."""
    return replace(SOUND, products=(replace(PRODUCT, **changed),))


def standard(**changed: Any) -> Filing:
    """With another standard."""
    return replace(SOUND, standards=(replace(STANDARD, **changed),))


def life(**changed: Any) -> Filing:
    """With another indicator."""
    return replace(SOUND, indicators=(replace(LIFE, **changed),))


CASES: list[tuple[FilingRule, Filing]] = [
    (FilingRule.NO_PRODUCT, replace(SOUND, products=())),
    (FilingRule.PRODUCT_UNNAMED, product(name=" ")),
    (FilingRule.SAMPLE_MISSING, product(model="")),
    (FilingRule.PRODUCT_WITHOUT_STANDARD, standard(products=())),
    (FilingRule.PRODUCT_WITHOUT_INDICATOR, replace(SOUND, indicators=())),
    (FilingRule.NOTHING_IN_SCOPE, life(in_scope=False)),
    (FilingRule.SERVICE_ASPECTS, product(track="service", model="")),
    (FilingRule.NUMBER_MISSING, standard(number="")),
    (FilingRule.NUMBER_ODD, standard(number="企标1号")),
    (FilingRule.NUMBER_TWICE, replace(SOUND, standards=(STANDARD, replace(STANDARD, id="2")))),
    (FilingRule.TITLE_MISSING, standard(title="")),
    (FilingRule.LEVEL_MISSING, standard(level="")),
    (FilingRule.LEVEL_CONTRADICTS, standard(level="national")),
    (FilingRule.NOT_IN_FORCE, standard(status="withdrawn")),
    (FilingRule.STATUS_UNKNOWN, standard(status="unknown")),
    (FilingRule.EDITION_GONE, standard(gone=True, successor="GB 18401-2010")),
    (FilingRule.NOT_YET_IMPLEMENTED, standard(implemented_on=date(2018, 5, 1))),
    (FilingRule.APPLIES_TO_NOTHING, standard(products=("9",))),
    (FilingRule.NOT_DISCLOSED, standard(self_declared=False)),
    (FilingRule.DISCLOSURE_INCOMPLETE, standard(platform_number="")),
    (FilingRule.INDICATOR_UNNAMED, life(name="")),
    (FilingRule.INDICATOR_TWICE, replace(SOUND, indicators=(LIFE, replace(LIFE, id="2")))),
    (FilingRule.STANDARD_UNNAMED, life(standard="")),
    (FilingRule.UNIT_MISSING, life(unit="")),
    (FilingRule.UNIT_UNKNOWN, life(unit="斗")),
    (FilingRule.DIRECTION_MISSING, life(direction="")),
    (FilingRule.DIRECTION_CONTRADICTS, life(direction="smaller", promised="")),
    (FilingRule.VALUE_MISSING, life(stipulated="")),
    (FilingRule.NOT_A_NUMBER, life(stipulated="很耐久")),
    (FilingRule.METHOD_MISSING, life(method="")),
    (FilingRule.NO_OWN_VALUE, life(promised="")),
    (FilingRule.FAR_BEYOND, life(promised="≥50000")),
    (
        FilingRule.EVIDENCE_EXPIRED,
        replace(
            SOUND, evidence=(FiledEvidence(id="1", title="报告", valid_until=date(2018, 4, 19)),)
        ),
    ),
    (FilingRule.TRUTH_NOT_STATED, replace(SOUND, truth_stated=False)),
]


def test_齐全的申报没有问题() -> None:
    """Nothing is found, not even a note."""
    assert examine(SOUND) == []


@pytest.mark.clause("五(二)2(2)-2", "五(二)2(2)-3", "五(二)2(2)-4", "五(二)3(2)-1")
@pytest.mark.parametrize(("rule", "filing"), CASES, ids=[rule.value for rule, _ in CASES])
def test_每条规则各查出一处(rule: FilingRule, filing: Filing) -> None:
    """The rule is among what is found, at a place with a field to mend."""
    found = [one for one in examine(filing) if one.rule is rule]
    assert found
    assert all(one.field and one.place.startswith(one.thing.value) for one in found)


def test_每条规则都有例子() -> None:
    """No rule of the book without its case."""
    assert {rule for rule, _ in CASES} == {one.name for one in rule_book()} == set(FilingRule)


def test_必须补正的挡住提交_提示不挡_说明后放行() -> None:
    """A block stops; a warning stops until it is explained; a note never does."""
    assert hindering(examine(life(unit="")))
    assert notable(examine(life(promised=""))) == []
    warned = life(unit="斗")
    [finding] = [one for one in examine(warned) if one.rule is FilingRule.UNIT_UNKNOWN]
    assert (finding.gravity, finding.stops) == (Gravity.WARN, True)
    explained = replace(warned, explained=frozenset({(finding.place, finding.rule.value)}))
    assert not any(one.stops for one in examine(explained) if one.rule is FilingRule.UNIT_UNKNOWN)


def test_失效标准说明了也不算有效() -> None:
    """Explained, it may be handed in; nobody can answer that it is valid."""
    gone = standard(status="superseded")
    assert [one.rule for one in invalidating(examine(gone))] == [FilingRule.NOT_IN_FORCE]


@pytest.mark.clause("横-10")
def test_旧版规则按旧版查() -> None:
    """A submission is examined by the rules of its day."""
    later = {one.name for one in rule_book()} - {one.name for one in rule_book(1)}
    assert (later, RULES_VERSION) == (
        {FilingRule.DIRECTION_CONTRADICTS, FilingRule.FAR_BEYOND, FilingRule.EDITION_GONE},
        3,
    )
    assert examine(life(promised="≥50000"), version=1) == []


@pytest.mark.parametrize(
    ("stipulated", "promised", "direction", "unit"),
    [
        ("≤0.60", "≤0.06", "smaller", "kWh"),  # ten times better
        ("≥5000", "≥50000", "larger", "h"),
    ],
)
def test_好十倍值得再看(stipulated: str, promised: str, direction: str, unit: str) -> None:
    """Right, or a wrong unit? Within a range, or from zero, the question has no meaning."""
    far = life(stipulated=stipulated, promised=promised, direction=direction, unit=unit)
    assert FilingRule.FAR_BEYOND in {one.rule for one in examine(far)}
    indicator = far.indicators[0]
    for other in (
        replace(indicator, direction="range"),
        replace(indicator, stipulated="≥0", direction="larger"),
    ):
        calm = replace(far, indicators=(other,))
        assert FilingRule.FAR_BEYOND not in {one.rule for one in examine(calm)}


def test_定性指标不要求单位和数字() -> None:
    """A grade or words need neither."""
    words = life(
        characteristic="grade", unit="", stipulated="B级", promised="A级", direction="ordinal"
    )
    assert examine(words) == []


def test_改动逐格比较() -> None:
    """What changed since last time, field by field; a row that came has nothing before."""
    before = {
        "products": [
            {"id": 1, "name": "盘", "indicators": [{"id": 5, "name": "耐久", "unit": ""}]}
        ],
        "standards": [{"id": 3, "number": "Q/1", "self_declared": False, "products": [1]}],
    }
    after = {
        "products": [
            {"id": 1, "name": "盘", "indicators": [{"id": 5, "name": "耐久", "unit": "h"}]}
        ],
        "standards": [
            {"id": 3, "number": "Q/1", "self_declared": True, "products": [1]},
            {"id": 4, "number": "Q/2", "edition": None},
        ],
    }
    told = [(one.place, one.label, one.before, one.after) for one in differences(before, after)]
    assert told == [
        ("indicator:5:unit", "耐久", "", "h"),
        ("standard:3:self_declared", "Q/1", "", "✓"),
        ("standard:4:number", "Q/2", "", "Q/2"),
    ]
    assert [one.after for one in differences(after, before)][-1] == ""
