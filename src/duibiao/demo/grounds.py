"""The bases of the rehearsal: the scenario's template (requirements (g0)), an invented product with
four indicators, for each of its ten trades. The benchmark standard is invented too, and says so."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from duibiao.core.compare.local_basis import LocalIndicator, LocalStandard, local_document
from duibiao.demo.city import INDICATORS, TRADES, Trade

# What attains, what leads, weight, why: by indicator.
DEMANDS = {
    "耐久": ("≥5000", "≥8000", Decimal("0.4"), "反映使用寿命，用户最关注"),
    "能耗": ("≤0.60", "≤0.45", Decimal("0.3"), "反映节能水平"),
    "噪声": ("≤60", "≤52", Decimal("0.2"), "反映使用舒适性"),
    "安全等级": ("B级", "A级", Decimal("0.1"), "反映安全水平"),
}
GRADES = ("A", "B", "C")
STANDARD = LocalStandard(
    number="ISO 99001:2015（演练虚构）", title="演练用国际标准", kind="international"
)
# A real scheme a city makes looser: its basis is marked local and reported.
LOOSENED = "04-room-air-conditioner"
LOOSE = {"04-room-air-conditioner-01": {"text": "≥4.50", "why": "本地以小型机为主，分步提升"}}
INSTITUTIONS = ("tj-research", "tj-service")
OPINION = "同意该依据的对标标准、指标、要求、选取说明和权重。"


def trades() -> tuple[Trade, ...]:
    """The ten trades, industries before formats."""
    return tuple(sorted(TRADES.values(), key=lambda one: (not one.industry, one.industry)))


def ground_document(trade: Trade) -> dict[str, Any]:
    """The basis of a trade, made locally: no national scheme is about an invented product."""
    return local_document(
        code=f"rehearsal-{trade.industry or trade.format}",
        title=title_of(trade),
        product=trade.product,
        industry=trade.industry,
        standards=(STANDARD,),
        indicators=[
            LocalIndicator(
                name=one.name,
                unit=one.unit,
                direction=one.direction,
                text=DEMANDS[one.name][0],
                leading=DEMANDS[one.name][1],
                weight=DEMANDS[one.name][2],
                reason=DEMANDS[one.name][3],
                method=one.method,
                core=one.core,
                scale=() if one.unit else GRADES,
            )
            for one in INDICATORS
        ],
    )


def title_of(trade: Trade) -> str:
    """What the basis of a trade is called."""
    return f"{trade.noun}{'业态' if trade.format else '产业'}对标依据"
