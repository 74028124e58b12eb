"""Is a declaration complete? Computed from its content, never from a button
(五(二)2(2), 五(二)3(2)-1). Every finding says where, so that the page can open that field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duibiao.core.errors import Fact

WITHOUT_UNIT = frozenset({"grade", "text"})  # directions whose values have no unit


class What(StrEnum):
    """What can be missing."""

    NO_PRODUCT = "no_product"
    NO_STANDARD = "no_standard"
    NO_NUMBER = "no_number"
    NO_LEVEL = "no_level"
    WITHDRAWN = "withdrawn"
    NO_INDICATOR = "no_indicator"
    NO_SCOPE = "no_scope"
    NO_UNIT = "no_unit"
    NO_METHOD = "no_method"
    NO_VALUE = "no_value"
    NO_DIRECTION = "no_direction"
    NOT_SIGNED = "not_signed"


class Severity(StrEnum):
    """Blocks the submission; or asks for an explanation."""

    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class IndicatorGiven:
    """One indicator as declared."""

    name: str
    unit: str
    direction: str
    stipulated: str
    method: str
    in_scope: bool


@dataclass(frozen=True, slots=True)
class ProductGiven:
    """One product with its indicators."""

    name: str
    indicators: tuple[IndicatorGiven, ...]


@dataclass(frozen=True, slots=True)
class StandardGiven:
    """One executed standard."""

    number: str
    level: str
    status: str


@dataclass(frozen=True, slots=True)
class Content:
    """A declaration as far as completeness looks at it."""

    products: tuple[ProductGiven, ...]
    standards: tuple[StandardGiven, ...]
    signed: bool
    explanation: str


@dataclass(eq=False)
class Gap(Fact):
    """Something is missing at a place of the declaration."""

    code: ClassVar[str] = "declaration_gap"
    what: What
    product: str = ""
    item: str = ""
    severity: Severity = Severity.BLOCKS


def gaps(content: Content) -> list[Gap]:
    """Everything that stands against submitting, in the order of the form."""
    found = [] if content.products else [Gap(What.NO_PRODUCT)]
    found += [] if content.standards else [Gap(What.NO_STANDARD)]
    for standard in content.standards:
        found += _standard_gaps(standard, content.explanation)
    for product in content.products:
        found += _product_gaps(product)
    return found if content.signed else [*found, Gap(What.NOT_SIGNED)]


def _standard_gaps(standard: StandardGiven, explanation: str) -> list[Gap]:
    found = [] if standard.number.strip() else [Gap(What.NO_NUMBER)]
    if not standard.level:
        found.append(Gap(What.NO_LEVEL, item=standard.number))
    if standard.status == "withdrawn":
        explained = bool(explanation.strip())
        severity = Severity.WARNS if explained else Severity.BLOCKS
        found.append(Gap(What.WITHDRAWN, item=standard.number, severity=severity))
    return found


def _product_gaps(product: ProductGiven) -> list[Gap]:
    found = [gap for one in product.indicators for gap in _indicator_gaps(product.name, one)]
    if not product.indicators:
        return [Gap(What.NO_INDICATOR, product.name)]
    if not any(one.in_scope for one in product.indicators):
        found.append(Gap(What.NO_SCOPE, product.name))
    return found


def _indicator_gaps(product: str, one: IndicatorGiven) -> list[Gap]:
    missing = {
        What.NO_UNIT: not one.unit.strip() and one.direction not in WITHOUT_UNIT,
        What.NO_METHOD: not one.method.strip(),
        What.NO_VALUE: not one.stipulated.strip(),
        What.NO_DIRECTION: not one.direction,
    }
    return [Gap(what, product, one.name) for what, absent in missing.items() if absent]
