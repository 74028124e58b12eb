"""Quotas and the share of small and medium enterprises: exact, never rounded before comparing
(五(二)3(1)-5, -7…9; requirements (f)3)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction


def shortfall(have: int, minimum: int) -> int:
    """How many are missing to the minimum; 0 when it is reached."""
    return max(0, minimum - have)


def sme_ok(sme: int, total: int, share: Fraction) -> bool:
    """Is sme/total at least the share? 2/5 means 5·sme ≥ 2·total. Of nobody, nothing is asked."""
    return sme * share.denominator >= share.numerator * total


def sme_shortfall(sme: int, total: int, share: Fraction) -> int:
    """How many of the list would have to be small or medium besides; 0 when the share is met."""
    needed = -(-share.numerator * total // share.denominator)
    return max(0, needed - sme)


def as_percent(part: int, whole: int) -> str:
    """For showing only: two decimals, half to even, without trailing zeros; — of nothing."""
    if not whole:
        return "—"
    exact = Decimal(part) * 100 / Decimal(whole)
    shown = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
    return format(shown, "f").rstrip("0").rstrip(".") if shown else "0"
