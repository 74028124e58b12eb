"""What a scheme owes its readers before it is published: six elements, three sections
(五(三)3-2…3-4, 附.19, 附.22-1). Each lack is named with its place; a complete scheme has none."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from duibiao.core.canonical import load
from duibiao.core.compare.scheme import Category, ObjectKind
from duibiao.core.compare.scheme_completeness import lacking
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.ui.wording import sentence
from tests.rules.example_schemes import complete_document, requirement

GONE = object()


def without(path: tuple[str | int, ...], value: object = GONE) -> dict[str, Any]:
    """The complete document with one place changed or gone."""
    whole = complete_document()
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return whole


@pytest.mark.clause("五(三)3-2", "五(三)3-2b", "附.22-1", "附.19-1")
def test_a_complete_scheme_lacks_nothing() -> None:
    """六要素、三节俱全：三类标准可以并存，树上的组不带权重，叶子各有所属对象。"""
    whole = complete_document()
    assert lacking(whole) == ()
    scheme = read_scheme(whole)
    assert [i.id for i in scheme.indicators] == ["I1", "I2"]
    assert [(g.id, g.name) for g in scheme.groups] == [("G", "力学与成分")]
    assert {s.kind for s in scheme.benchmark_standards} == set(Category)
    assert scheme.indicators[1].object_kind is ObjectKind.PROCESS
    assert scheme.sections.timetable[0].task == "收集标准"


@pytest.mark.clause("五(三)3-2", "五(三)3-4", "附.22-1")
@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        pytest.param(("sections", "timetable"), GONE, "scheme_section_missing",
                     "sections.timetable", id="没有时间安排"),
        pytest.param(("sections", "technical_route"), " ", "scheme_section_missing",
                     "sections.technical_route", id="技术路线是空的"),
        pytest.param(("sections", "safeguards"), GONE, "scheme_section_missing",
                     "sections.safeguards", id="没有保障措施"),
        pytest.param(("sections", "timetable", 0, "to"), "2018-05-01", "scheme_task_incomplete",
                     "sections.timetable[0]", id="任务结束早于开始"),
        pytest.param(("benchmark_standards",), [], "scheme_no_benchmark",
                     "benchmark_standards", id="没有对标标准"),
        pytest.param(("benchmark_standards", 0, "kind"), "good", "scheme_unknown_word",
                     "benchmark_standards[0].kind", id="类别不在三类里"),
        pytest.param(("benchmark_standards", 1, "country"), GONE, "scheme_foreign_unnamed",
                     "benchmark_standards[1].country", id="国外标准没有国别"),
        pytest.param(("benchmark_standards", 1, "body"), "", "scheme_foreign_unnamed",
                     "benchmark_standards[1].body", id="国外标准没有机构"),
        pytest.param(("benchmark_standards", 2, "justification"), GONE,
                     "scheme_domestic_unjustified", "benchmark_standards[2].justification",
                     id="国内标准没有论证"),
        pytest.param(("indicators", 0, "selection_reason"), "", "scheme_no_reason",
                     "indicators[0].selection_reason", id="没有选取说明"),
        pytest.param(("indicators", 0, "test_methods"), {}, "scheme_no_method",
                     "indicators[0].test_methods", id="没有试验方法"),
        pytest.param(("indicators", 1, "benchmark_requirements"), [], "scheme_nothing_demanded",
                     "indicators[1]", id="叶子没有要求"),
        pytest.param(("indicators", 0, "parent"), "X", "scheme_unknown_parent",
                     "indicators[0].parent", id="上级不存在"),
        pytest.param(("indicators", 2, "parent"), "G", "scheme_parent_cycle",
                     "indicators[2].parent", id="自己是自己的上级"),
        pytest.param(("indicators", 2, "weight"), Decimal("0.1"), "scheme_group_carries",
                     "indicators[2]", id="组带了权重"),
        pytest.param(("indicators", 2, "benchmark_requirements"), [requirement("ISO 1", "≤1")],
                     "scheme_group_carries", "indicators[2]", id="组带了要求"),
        pytest.param(("indicators", 1, "kind"), "grade", None, "", id="用数写的等级不必列等级"),
    ],
)  # fmt: skip
def test_each_lack_is_named_with_its_place(
    path: tuple[str | int, ...], value: object, code: str | None, where: str
) -> None:
    """缺哪一样，就指出哪一处；每一条都有一句中文、一句英文。"""
    found = lacking(without(path, value))
    wanted = [(code, where)] if code else []
    assert [(p.code, p.path) for p in found if p.code != "scheme_weight_sum"] == wanted
    assert all(where in sentence(p, "zh") and where in sentence(p, "en") for p in found)


def test_a_day_is_written_as_a_day() -> None:
    """“五月”不是日期：指出哪一格，这一行也就不完整。"""
    found = lacking(without(("sections", "timetable", 0, "from"), "五月"))
    assert [(p.code, p.path) for p in found] == [
        ("scheme_not_a_day", "sections.timetable[0].from"),
        ("scheme_task_incomplete", "sections.timetable[0]"),
    ]


@pytest.mark.clause("五(三)3-2d")
@pytest.mark.parametrize(
    ("direction", "required", "leading", "refused"),
    [
        pytest.param("larger_better", "≥355", "≥400", False, id="越大越好：领跑更大"),
        pytest.param("larger_better", "≥355", "≥355", False, id="领跑等于达标"),
        pytest.param("larger_better", "≥355", "≥300", True, id="越大越好：领跑更小"),
        pytest.param("smaller_better", "≤20", "≤16", False, id="越小越好：领跑更小"),
        pytest.param("smaller_better", "≤20", "≤30", True, id="越小越好：领跑更大"),
        pytest.param("range", "4.0~8.5", "4.0~7.5", False, id="范围：领跑在里面"),
        pytest.param("range", "4.0~7.5", "4.0~8.5", True, id="范围：领跑更宽"),
        pytest.param("smaller_better", "≤20", "优良", True, id="领跑读不成数"),
    ],
)
def test_a_leading_value_is_not_worse_than_what_is_attained(
    direction: str, required: str, leading: str, refused: bool
) -> None:
    """领跑值须不劣于达标值，用判定引擎自己的关系来比，不另写一套。"""
    one = {"direction": direction, "leading": {"text": leading}}
    whole = complete_document()
    whole["indicators"][0] |= one
    whole["indicators"][0]["benchmark_requirements"] = [requirement("ISO 1", required, "MPa")]
    codes = [p.code for p in lacking(whole)]
    assert codes == (["scheme_leading_worse"] if refused else [])


@pytest.mark.clause("五(三)3-2c")
def test_a_circle_is_named_once_with_its_members() -> None:
    """甲的上级是乙、乙的上级是甲：只报一次，写明是哪几个。"""
    whole = complete_document()
    whole["indicators"] += [{"id": "H", "name": "组二", "parent": "G"}]
    whole["indicators"][2]["parent"] = "H"
    circles = [p for p in lacking(whole) if p.code == "scheme_parent_cycle"]
    assert [p.values()["found"] for p in circles] == [("G", "H")]


@pytest.mark.clause("五(三)3-2c")
@pytest.mark.parametrize(("levels", "refused"), [(3, False), (4, True)])
def test_the_tree_has_at_most_three_levels(levels: int, refused: bool) -> None:
    """一级、二级、三级；第四级指出来，让人往上提。"""
    whole = complete_document()
    whole["indicators"] += [{"id": f"G{n}", "name": f"组{n}"} for n in range(levels - 2)]
    chain = ["G", *(f"G{n}" for n in range(levels - 2))]
    for entry in whole["indicators"]:
        if entry["id"] in chain[:-1]:
            entry["parent"] = chain[chain.index(entry["id"]) + 1]
    codes = {p.code for p in lacking(whole)}
    assert codes == ({"scheme_tree_too_deep"} if refused else set())


@pytest.mark.clause("五(三)3-3")
@pytest.mark.parametrize(("weights", "refused"), [(("0.5", "0.6"), True), (("0.6", "0.4"), False)])
def test_weights_of_the_leaves_sum_to_one(weights: tuple[str, str], refused: bool) -> None:
    """叶子的权重之和正好 100%，组不计。"""
    whole = complete_document()
    for entry, weight in zip(whole["indicators"], weights, strict=False):
        entry["weight"] = Decimal(weight)
    assert [p.code for p in lacking(whole)] == (["scheme_weight_sum"] if refused else [])


@pytest.mark.clause("五(三)2-1")
def test_the_example_schemes_are_usable_and_say_what_they_lack() -> None:
    """十个示例方案照旧能用；要发布还缺三节、国别或论证，逐处指出。"""
    for entry in (files("duibiao.demo") / "schemes").iterdir():
        if entry.name.endswith(".json"):
            found = lacking(load(entry.read_bytes()))
            codes = {p.code for p in found}
            assert "scheme_section_missing" in codes
            assert codes <= {
                *("scheme_section_missing", "scheme_foreign_unnamed"),
                *("scheme_domestic_unjustified", "scheme_no_scale"),
            }, entry.name
