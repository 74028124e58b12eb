"""The papers of the story: what is entered about an enterprise, and what it declares."""

from __future__ import annotations

from typing import Any

from duibiao.demo.city import DISTRICTS, INDICATORS, Firm
from duibiao.enterprises.actions import Particulars
from duibiao.enterprises.models import BusinessFormat


def extra_firm() -> Firm:
    """The sixteenth enterprise of 静海: recommended, and declines (step 12)."""
    district = next(d for d in DISTRICTS if d.code == "120118")
    return Firm(district, district.declared + 1, 0, sme=False)


def particulars(firm: Firm) -> Particulars:
    """What the bureau enters about an enterprise."""
    found = BusinessFormat.everything.filter(code=firm.trade.format).first()
    return Particulars(
        uscc=firm.uscc,
        name=firm.name,
        registered_address=firm.address,
        industry=firm.trade.industry,
        business_format=found,
        employees=firm.employees,
        revenue_wan=firm.revenue,
        assets_wan=firm.assets,
    )


def declaration_content(firm: Firm) -> dict[str, Any]:
    """One product with the four indicators."""
    standard = f"Q/{firm.uscc[8:12]} {firm.number:03d}-2018"
    indicators = [
        {
            "name": one.name,
            "unit": one.unit,
            "direction": one.direction,
            "stipulated": value,
            "characteristic": "quantitative" if one.unit else "grade",
            "method": one.method,
            "is_core": one.core,
            "in_scope": one.core,
            "standard": standard,
        }
        for one, value in zip(INDICATORS, firm.values, strict=True)
    ]
    return {
        "standards": [
            {
                "number": standard,
                "title": firm.trade.product,
                "level": "enterprise",
                "status": "current",
                "self_declared": True,
                "platform_number": f"QB-{firm.uscc[8:]}-{firm.number:03d}",
                "disclosed_on": "2018-01-15",
            }
        ],
        "products": [
            {
                "name": firm.trade.product,
                "track": "service" if firm.trade.service else "product",
                "model": "" if firm.trade.service else f"T-{firm.number:03d}",
                "indicators": indicators,
            }
        ],
    }
