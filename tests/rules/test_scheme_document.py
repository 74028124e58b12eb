"""A benchmark scheme is read whole or refused with every error in its place: 五(三)3, 附.21–22."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.scheme_document import check_scheme, read_scheme
from duibiao.core.compare.scheme_problems import SchemeUnusable
from duibiao.core.measure.requirement import Limits, Reading
from duibiao.ui.wording import sentence
from tests.rules.example_schemes import document, g0_document, indicator, requirement

SCHEMES = sorted(
    entry.name
    for entry in (files("duibiao.demo") / "schemes").iterdir()
    if entry.name.endswith(".json")
)


def example() -> dict[str, Any]:
    return document(
        indicator(1, "甲醛", "mg/kg", "smaller_better", "0.5", "≤20"),
        indicator(2, "断裂强力", "N", "larger_better", "0.5", "≥200"),
    )


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    whole = example()
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return whole


@pytest.mark.clause("附.21-1", "附.22-1")
@pytest.mark.parametrize("name", SCHEMES)
def test_the_ten_example_schemes_can_be_used(name: str) -> None:
    """十个示例方案都能读入，权重之和正好是 1。"""
    content = (files("duibiao.demo") / "schemes" / name).read_bytes()
    scheme = read_scheme(load(content))
    assert sum(i.weight for i in scheme.indicators) == 1
    assert scheme.benchmark_standards


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        pytest.param(("title",), "", "scheme_missing_field", "title", id="没有名称"),
        pytest.param(("indicators",), [], "scheme_missing_field", "indicators", id="没有指标"),
        pytest.param(("indicators",), {}, "scheme_wrong_type", "indicators", id="指标不是列表"),
        pytest.param(
            ("indicators", 0), "甲醛", "scheme_wrong_type", "indicators[0]", id="指标是一句话"
        ),
        pytest.param(
            ("indicators", 1, "id"), "I1", "scheme_duplicate_id", "indicators[1].id", id="编号重复"
        ),
        pytest.param(
            ("indicators", 0, "weight"), Decimal("0.6"), "scheme_weight_sum",
            "indicators[].weight", id="权重和 1.1",
        ),
        pytest.param(
            ("indicators", 0, "weight"), Decimal("-0.5"), "scheme_negative_weight",
            "indicators[0].weight", id="负权重",
        ),
        pytest.param(
            ("indicators", 0, "weight"), "0.5", "scheme_wrong_type", "indicators[0].weight",
            id="权重是文字",
        ),
        pytest.param(
            ("indicators", 0, "weight"), True, "scheme_wrong_type", "indicators[0].weight",
            id="权重是真假值",
        ),
        pytest.param(
            ("indicators", 0, "direction"), "up", "scheme_unknown_word",
            "indicators[0].direction", id="方向不认识",
        ),
        pytest.param(
            ("indicators", 0, "benchmark_requirements"), [], "scheme_nothing_demanded",
            "indicators[0]", id="没有任何要求",
        ),
        pytest.param(
            ("indicators", 0, "benchmark_requirements", 0, "text"), None, "scheme_missing_field",
            "indicators[0].benchmark_requirements[0].text", id="要求没有文字",
        ),
        pytest.param(
            ("indicators", 0, "synonyms"), "甲醛", "scheme_wrong_type", "indicators[0].synonyms",
            id="别名不是列表",
        ),
        pytest.param(
            ("product_or_service",), None, "scheme_missing_field", "product_or_service",
            id="没有产品",
        ),
    ],
)  # fmt: skip
def test_an_error_is_named_with_its_place(
    path: tuple[str | int, ...], value: object, code: str, where: str
) -> None:
    """缺项、类型错、权重不为 1、编号重复……都指出在哪一项，且有一句中文、一句英文。"""
    with pytest.raises(SchemeUnusable) as unusable:
        read_scheme(changed(path, value))
    found = [p for p in unusable.value.problems if p.code == code and p.path == where]
    assert found
    assert where in sentence(found[0], "zh")
    assert where in sentence(found[0], "en")


def test_all_errors_are_reported_at_once() -> None:
    """一次列出全部错误，不是只报第一个。"""
    whole = changed(("title",), "")
    whole["indicators"][0]["direction"] = "up"
    whole["indicators"][1]["weight"] = "half"
    codes = {p.code for p in check_scheme(whole)}
    assert {"scheme_missing_field", "scheme_unknown_word", "scheme_wrong_type"} <= codes


@pytest.mark.parametrize("value", [None, 5, "scheme", [], [1], {}])
def test_what_is_no_scheme_is_refused(value: object) -> None:
    """不是方案的内容，给出原因，不出系统错误。"""
    with pytest.raises(SchemeUnusable):
        read_scheme(value)


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        pytest.param(
            ("indicators", 0, "benchmark_requirements", 0, "standard"), "ISO 99",
            "scheme_unlisted_standard", id="清单外标准",
        ),
        pytest.param(
            ("indicators", 0, "benchmark_requirements", 0, "text"), "按协议",
            "scheme_unread_requirement", id="读不成限值",
        ),
        pytest.param(
            ("indicators", 0, "benchmark_requirements", 0, "unit"), "格鲁",
            "scheme_unknown_unit", id="单位不认识",
        ),
        pytest.param(
            ("indicators", 0, "benchmark_requirements", 0, "parsed"),
            {"kind": "numeric", "hi": 30, "hi_closed": True}, "scheme_differs_from_record",
            id="与记录的限值不一致",
        ),
    ],
)  # fmt: skip
def test_what_deserves_a_look_is_a_warning(
    path: tuple[str | int, ...], value: object, code: str
) -> None:
    """清单外标准、读不成限值、单位不认识、与记录不一致：提醒，但方案还能用。"""
    whole = changed(path, value)
    assert code in {p.code for p in check_scheme(whole) if p.severity == "warning"}
    read_scheme(whole)


def test_recorded_bounds_serve_only_where_the_text_gives_none() -> None:
    """原文读不成限值时，才用旁边记录的限值，并留下标记。"""
    whole = changed(
        ("indicators", 0, "benchmark_requirements", 0),
        requirement("ISO 1", "见附录", "mg/kg", parsed={"kind": "numeric", "hi": 30}),
    )
    found = read_scheme(whole).indicators[0].benchmarks[0].requirement
    assert isinstance(found.content, Limits)
    assert found.content.hi == 30
    assert Reading.AS_RECORDED in found.flags
    assert found.text == "见附录"


def test_the_digest_names_the_whole_document() -> None:
    """摘要对整个文件取，任何字段变了都不同；写法不同、意思相同的不变。"""
    assert read_scheme(g0_document()).digest == digest(g0_document())
    other = g0_document()
    other["notes"] = ["改一个说明"]
    assert digest(other) != digest(g0_document())
    assert canonical(load('{"b": 0.50, "a": 1e1}')) == canonical(load('{"a":10,"b":0.5}'))


@pytest.mark.parametrize("text", ['{"a":1,"a":2}', '{"a":NaN}', '{"a":Infinity}'])
def test_json_with_two_meanings_is_refused(text: str) -> None:
    """同一个键写两次、NaN、Infinity：拒绝。"""
    with pytest.raises(ValueError, match=r"twice|not a number"):
        load(text)
