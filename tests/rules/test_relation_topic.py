"""`duibiao core relate`: requirements as JSON, read exactly or refused by name (interfaces.md)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from duibiao.config.topics.relate import answer
from duibiao.core.compare.options import OptionUnknown, better_side
from duibiao.core.errors import Fact
from duibiao.ui.wording import sentence

FIVE = {"kind": "upper", "limit": 5}


def ask(text: str) -> dict[str, Any]:
    """One line, decoded as the command does."""
    return answer(json.loads(text, parse_float=Decimal))


@pytest.mark.clause("五(四)-隐1")
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            '{"a":{"kind":"upper","limit":20,"unit":"mg/kg"},'
            '"b":{"kind":"upper","limit":"75","unit":"mg/kg"}}',
            {"relation": "stricter", "gap_ratio": -11 / 15, "limit_ratio": 4 / 15, "abs_gap": -55,
             "side_gaps": None, "flags": [], "rule": "a_inside_b"},
            id="上限",
        ),
        pytest.param(
            '{"a":{"kind":"range","low":1,"high":3},"b":{"kind":"range","low":2,"high":4}}',
            {"relation": "incomparable", "gap_ratio": None, "side_gaps": [0.5, -0.5], "flags": []},
            id="两侧差距",
        ),
        pytest.param(
            '{"a":{"kind":"nominal_tol","nominal":-10,"tol_pct":1},'
            '"b":{"kind":"nominal_tol","nominal":-10,"tol_plus":0.2,"tol_minus":0.2}}',
            {"relation": "stricter", "gap_ratio": -0.5, "normal_a": "[-10.1, -9.9]"},
            id="百分比公差，公称值为负",
        ),
        pytest.param(
            '{"a":{"kind":"upper","limit":0.50},"b":{"kind":"upper","limit":0.5},'
            '"options":{"limit_comparison":"rounded"}}',
            {"relation": "stricter", "normal_a": "(-inf, 0.505]", "normal_b": "(-inf, 0.55)"},
            id="JSON 数字的位数",
        ),
        pytest.param(
            '{"a":{"kind":"range","low":4,"high":7.5,"printed":"4.0～7.50"},'
            '"b":{"kind":"range","low":4,"high":7.5,"printed":"4.0～7.5"},'
            '"options":{"limit_comparison":"rounded"}}',
            {"relation": "stricter", "normal_a": "[3.95, 7.505]", "normal_b": "[3.95, 7.55)"},
            id="各端按各自印出的位数",
        ),
        pytest.param(
            '{"a":{"kind":"grade","grade":"E1","scale":["E0","E1"]},'
            '"b":{"kind":"grade","grade":"F2","scale":["F4","F3","F2"]},'
            '"options":{"grade_map":{"E1":"F3"}}}',
            {"relation": "stricter", "gap_ratio": -0.5, "limit_ratio": None},
            id="等级对应",
        ),
        pytest.param(
            '{"a":{"kind":"not_detected","lod":null},"b":{"kind":"upper","limit":1}}',
            {"relation": "unknown", "flags": ["lod_missing"], "needed": ["detection_limit_a"]},
            id="没有检出限",
        ),
        pytest.param(
            '{"a":{"kind":"upper","limit":0.01,"unit":"%"},'
            '"b":{"kind":"upper","limit":200,"unit":"mg/kg"}}',
            {"relation": "stricter", "flags": [], "remarks": ["fraction_basis_assumed"]},
            id="口径另行注明",
        ),
        pytest.param(
            '{"a":{"kind":"numeric","hi":5},"b":{"kind":"upper","limit":5,"method":"X"}}',
            {"relation": "equal", "gap_ratio": 0},
            id="parse 的输出可直接用",
        ),
    ],
)  # fmt: skip
def test_the_relate_topic_answers_as_published(question: str, expected: dict[str, Any]) -> None:
    """interfaces.md，relate：键名与取值。"""
    reply = ask(question)
    assert {key: reply[key] for key in expected} == expected
    json.dumps(reply)


@pytest.mark.parametrize(
    ("a", "code"),
    [
        pytest.param(None, "field_missing", id="没有a"),
        pytest.param("≤5", "field_wrong", id="不是对象"),
        pytest.param({}, "field_wrong", id="没有kind"),
        pytest.param({"kind": "limit"}, "field_wrong", id="不认识的kind"),
        pytest.param({"kind": "upper"}, "field_missing", id="没有limit"),
        pytest.param({"kind": "upper", "limit": "five"}, "field_wrong", id="不是数"),
        pytest.param({"kind": "upper", "limit": True}, "field_wrong", id="真假不是数"),
        pytest.param({"kind": "upper", "limit": "Infinity"}, "field_wrong", id="无穷"),
        pytest.param({"kind": "upper", "limit": "1e999999"}, "field_wrong", id="大得没有意义"),
        pytest.param({"kind": "upper", "limit": 5, "closed": 1}, "field_wrong", id="closed"),
        pytest.param({"kind": "upper", "limit": 5, "unit": 3}, "field_wrong", id="单位不是文字"),
        pytest.param(
            {"kind": "upper", "limit": "0.505", "printed": "0.50"}, "field_wrong", id="印出的不同"
        ),
        pytest.param({"kind": "range", "low": 7, "high": 5}, "limits_reversed", id="上下限颠倒"),
        pytest.param(
            {"kind": "range", "low": 5, "high": 5, "low_closed": False}, "limits_reversed",
            id="空区间",
        ),
        pytest.param({"kind": "nominal_tol", "nominal": 5}, "field_missing", id="没有公差"),
        pytest.param(
            {"kind": "grade", "grade": "D", "scale": ["A", "B"]}, "field_wrong", id="不在等级里"
        ),
        pytest.param(
            {"kind": "grade", "grade": "A", "scale": ["A", "A"]}, "field_wrong", id="等级重复"
        ),
        pytest.param({"kind": "grade", "grade": "A", "scale": "UL"}, "field_wrong", id="不是列表"),
        pytest.param({"kind": "grade_vector", "grades": []}, "field_wrong", id="空代码"),
        pytest.param({"kind": "boolean"}, "field_missing", id="没有required"),
        pytest.param({"kind": "not_detected", "lod": -1}, "field_wrong", id="检出限为负"),
        pytest.param({"kind": "pieces", "pieces": {}}, "field_wrong", id="没有情形"),
        pytest.param(
            {"kind": "pieces", "pieces": {"x": {"kind": "upper"}}}, "field_missing", id="情形里缺"
        ),
        pytest.param(
            {"kind": "sampling_plan", "n": 5, "c": 6, "m": 1}, "field_wrong", id="c大于n"
        ),
    ],
)  # fmt: skip
def test_a_wrong_requirement_is_refused_by_name(a: object, code: str) -> None:
    """写错的要求指出在哪一处、写了什么、应是什么；不报系统错误，也不猜。"""
    with pytest.raises(Fact) as raised:
        answer({"a": a, "b": FIVE})
    assert raised.value.code == code
    assert sentence(raised.value)
    assert sentence(raised.value, "en")


@pytest.mark.parametrize(
    "more",
    [
        {"options": {"mode": "both"}},
        {"options": {"limit_comparison": "half"}},
        {"options": {"compare_as": "width"}},
        {"options": {"equivalent_methods": ["A", "B"]}},
        {"options": {"grade_map": [["A"]]}},
        {"options": {"nominal_is_size": "yes"}},
        {"options": 3},
        {"direction": "sideways"},
        {"direction": 1},
        {"domain": [1]},
        {"domain": [2, 1]},
        {"domain": ["a", None]},
    ],
)
def test_a_wrong_option_is_refused_by_name(more: dict[str, Any]) -> None:
    """选项写错同样拒绝。"""
    with pytest.raises(Fact) as raised:
        answer({"a": FIVE, "b": FIVE, **more})
    assert sentence(raised.value)


def test_the_words_for_a_direction() -> None:
    """方向的各种写法；不认识的写法拒绝。"""
    groups = (
        ("smaller_better", "lower_better", "lower", "down"),
        ("larger_better", "higher_better", "higher", "up"),
        (None, "range", "target", "boolean"),
    )
    assert [len({better_side(word) for word in group}) for group in groups] == [1, 1, 1]
    with pytest.raises(OptionUnknown):
        better_side("left")
