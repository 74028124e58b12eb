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
