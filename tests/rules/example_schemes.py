"""Scheme documents for the rules: the plan's own example (g0) and small ones built in place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.core.compare.declaration import Declaration, DeclaredLine, Plan
from duibiao.core.compare.scheme import Scheme
from duibiao.core.compare.scheme_document import read_scheme

LEADER = ("≥8000", "≤0.45", "≤55", "A")
CONFORMING = ("≥6000", "≤0.55", "≤60", "B")
IMPROVABLE = ("≥4500", "≤0.66", "≤58", "B")
FAILING = ("≥2500", "≤0.90", "≤66", "C")
SURPLUS_AND_SHORTFALL = ("≥8000", "≤0.45", "≤52", "C")  # counter-example X


def requirement(standard: str, text: str, unit: str = "", **more: Any) -> dict[str, Any]:
    return {"standard": standard, "text": text, "unit": unit, **more}


def indicator(
    number: int, name: str, unit: str, direction: str, weight: str, *demands: str, **more: Any
) -> dict[str, Any]:
    return {
        "id": f"I{number}",
        "name": name,
        "unit": unit,
        "direction": direction,
        "weight": Decimal(weight),
        "benchmark_requirements": [
            requirement(f"ISO {n}", text, unit) for n, text in enumerate(demands, 1)
        ],
        **more,
    }


def document(*indicators: dict[str, Any], standards: int = 3) -> dict[str, Any]:
    return {
        "scheme_id": "example",
        "title": "示例方案",
        "product_or_service": {"name": "示例产品"},
        "domestic_baseline_standards": [],
        "benchmark_standards": [
            {"number": f"ISO {n}", "title": "", "kind": "international"}
            for n in range(1, standards + 1)
        ],
        "indicators": list(indicators),
    }


def complete_document() -> dict[str, Any]:
    """A scheme with everything: a group with two leaves, one of the three categories each."""
    why = {"selection_reason": "影响使用安全", "test_methods": {"ISO 1": "ISO 6892-1"}}
    whole = document(
        indicator(
            1,
            "屈服强度",
            "MPa",
            "larger_better",
            "0.6",
            "≥355",
            leading={"text": "≥400"},
            parent="G",
            **why,
        ),
        indicator(
            2, "含碳量", "%", "smaller_better", "0.4", "≤0.20", parent="G", object_kind="process",
            **why,
        ),
        {"id": "G", "name": "力学与成分"},
    )  # fmt: skip
    first, second, third = whole["benchmark_standards"]
    first["kind"] = "international"
    second |= {"kind": "foreign_advanced", "country": "德国", "body": "DIN"}
    third |= {"kind": "domestic_advanced", "justification": "2017年比对，全部指标不低于 ISO 1"}
    whole["sections"] = {
        "technical_route": "先查标准，再逐项比对。",
        "safeguards": "市场监管委牵头，标准化院承担。",
        "timetable": [{"task": "收集标准", "from": "2018-05-15", "to": "2018-05-31"}],
    }
    return whole


def g0_document() -> dict[str, Any]:
    """requirements (g0): four indicators, weights 0.4/0.3/0.2/0.1, two of them core."""
    return document(
        indicator(
            1, "耐久", "h", "larger_better", "0.4", "≥5000", core=True, leading={"text": "≥8000"}
        ),
        indicator(
            2,
            "能耗",
            "kW·h",
            "smaller_better",
            "0.3",
            "≤0.60",
            core=True,
            leading={"text": "≤0.45"},
        ),
        indicator(3, "噪声", "dB", "smaller_better", "0.2", "≤60", leading={"text": "≤52"}),
        indicator(
            4,
            "安全等级",
            "",
            "larger_better",
            "0.1",
            "B",
            leading={"text": "A"},
            scale=["A", "B", "C"],
        ),
    )


def g0() -> Scheme:
    return read_scheme(g0_document())


def declare(texts: tuple[str | None, ...], plan: Plan | None = None) -> Declaration:
    return Declaration(
        lines=tuple(DeclaredLine(indicator_id=f"I{n}", text=t) for n, t in enumerate(texts, 1)),
        plan=plan,
    )
