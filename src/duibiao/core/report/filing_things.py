"""Rules about products and standards, and about the declaration as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact
from duibiao.core.identify.standard_number import NumberFlaw, StandardNumber, parse
from duibiao.core.report.filing import (
    Aspect,
    FiledProduct,
    FiledStandard,
    Filing,
    StandardLevel,
    StandardStatus,
    Track,
)
from duibiao.core.report.findings import FilingRule as R
from duibiao.core.report.findings import Found, Gravity, Thing, rule


@dataclass(eq=False)
class NumberMeant(Fact):
    """The number that was probably meant."""

    code: ClassVar[str] = "number_meant"
    suggestion: str


@dataclass(eq=False)
class NewerEdition(Fact):
    """The edition that took its place."""

    code: ClassVar[str] = "newer_edition"
    number: str


BLOCK, WARN, NOTE = Gravity.BLOCK, Gravity.WARN, Gravity.NOTE
# The levels that the shape of a number tells (core/identify/standard_patterns.toml).
LEVEL_OF_PATTERN = {
    "international": StandardLevel.INTERNATIONAL,
    "foreign_or_regional": StandardLevel.FOREIGN,
    "national_cn": StandardLevel.NATIONAL,
    "industry_cn": StandardLevel.INDUSTRY,
    "local_cn": StandardLevel.LOCAL,
    "group_cn": StandardLevel.GROUP,
    "enterprise_cn": StandardLevel.ENTERPRISE,
}


def level_of(number: str) -> StandardLevel | None:
    """The level a standard number shows, if it shows one."""
    return LEVEL_OF_PATTERN.get(parse(number).level or "")


def _on_product(product: FiledProduct, field: str) -> Found:
    return Found(product.name, Thing.PRODUCT, product.id, field)


def _on_standard(standard: FiledStandard, field: str, *detail: Fact) -> Found:
    return Found(standard.number or standard.title, Thing.STANDARD, standard.id, field, detail)


@rule(R.NO_PRODUCT, BLOCK)
def no_product(filing: Filing) -> Iterator[Found]:
    """At least one product or service."""
    if not filing.products:
        yield Found("", Thing.DECLARATION, "", "products")


@rule(R.PRODUCT_UNNAMED, BLOCK)
def unnamed(filing: Filing) -> Iterator[Found]:
    """A product has a name."""
    yield from (_on_product(p, "name") for p in filing.products if not p.name.strip())


@rule(R.SAMPLE_MISSING, BLOCK)
def sample_missing(filing: Filing) -> Iterator[Found]:
    """Products say which model is compared; services have no sample."""
    for product in filing.products:
        if product.track == Track.PRODUCT and not product.model.strip():
            yield _on_product(product, "model")


@rule(R.PRODUCT_WITHOUT_STANDARD, BLOCK)
def without_standard(filing: Filing) -> Iterator[Found]:
    """Every product works by a standard."""
    for product in filing.products:
        if not filing.standards_of(product):
            yield _on_product(product, "standards")


@rule(R.PRODUCT_WITHOUT_INDICATOR, BLOCK)
def without_indicator(filing: Filing) -> Iterator[Found]:
    """Every product has key technical indicators."""
    for product in filing.products:
        if not filing.indicators_of(product):
            yield _on_product(product, "indicators")


@rule(R.NOTHING_IN_SCOPE, BLOCK)
def nothing_in_scope(filing: Filing) -> Iterator[Found]:
    """Every product has at least one indicator in the focus range."""
    for product in filing.products:
        if not any(i.in_scope for i in filing.indicators_of(product)):
            yield _on_product(product, "in_scope")


@rule(R.SERVICE_ASPECTS, NOTE)
def service_aspects(filing: Filing) -> Iterator[Found]:
    """A service is expected to tell of its process or its customers' satisfaction."""
    expected = {Aspect.PROCESS, Aspect.SATISFACTION, Aspect.TIMELINESS}
    for product in filing.products:
        own = filing.indicators_of(product)
        if product.track == Track.SERVICE and own and not expected & {i.aspect for i in own}:
            yield _on_product(product, "indicators")


@rule(R.NUMBER_MISSING, BLOCK)
def number_missing(filing: Filing) -> Iterator[Found]:
    """A standard has a number."""
    yield from (_on_standard(s, "number") for s in filing.standards if not s.number.strip())


@rule(R.NUMBER_ODD, WARN)
def number_odd(filing: Filing) -> Iterator[Found]:
    """The number has the shape of one some body issues; the edition may stand beside it."""
    for standard in filing.standards:
        read = parse(standard.number)
        if standard.number.strip() and not read.valid and not _year_beside(read, standard):
            meant = (NumberMeant(read.suggestion),) if read.suggestion else ()
            yield _on_standard(standard, "number", *meant)


def _year_beside(read: StandardNumber, standard: FiledStandard) -> bool:
    return read.problem is NumberFlaw.NO_YEAR and standard.edition is not None


@rule(R.NUMBER_TWICE, BLOCK)
def number_twice(filing: Filing) -> Iterator[Found]:
    """One row per standard."""
    counted = Counter(parse(s.number).normalized for s in filing.standards)
    for standard in filing.standards:
        number = parse(standard.number).normalized
        if number and counted[number] > 1:
            yield _on_standard(standard, "number")


@rule(R.TITLE_MISSING, BLOCK)
def title_missing(filing: Filing) -> Iterator[Found]:
    """A standard has a name."""
    yield from (_on_standard(s, "title") for s in filing.standards if not s.title.strip())


@rule(R.LEVEL_MISSING, BLOCK)
def level_missing(filing: Filing) -> Iterator[Found]:
    """A standard has a level."""
    yield from (_on_standard(s, "level") for s in filing.standards if not s.level)


@rule(R.LEVEL_CONTRADICTS, WARN)
def level_contradicts(filing: Filing) -> Iterator[Found]:
    """The level is the one its number shows."""
    for standard in filing.standards:
        shown = level_of(standard.number)
        if shown and standard.level and standard.level != shown:
            yield _on_standard(standard, "level")


@rule(R.NOT_IN_FORCE, WARN)
def not_in_force(filing: Filing) -> Iterator[Found]:
    """A standard that is no longer in force needs an explanation (and cannot be valid)."""
    gone = {StandardStatus.WITHDRAWN, StandardStatus.SUPERSEDED}
    yield from (_on_standard(s, "status") for s in filing.standards if s.status in gone)


@rule(R.STATUS_UNKNOWN, NOTE)
def status_unknown(filing: Filing) -> Iterator[Found]:
    """Is it in force? Somebody should look."""
    for standard in filing.standards:
        if standard.status == StandardStatus.UNKNOWN:
            yield _on_standard(standard, "status")


@rule(R.EDITION_GONE, NOTE, since=3)
def edition_gone(filing: Filing) -> Iterator[Found]:
    """The register of standards knows this edition to be out of force; said, with the one in its
    place."""
    for standard in filing.standards:
        if standard.gone:
            newer = (NewerEdition(standard.successor),) if standard.successor else ()
            yield _on_standard(standard, "number", *newer)


@rule(R.NOT_YET_IMPLEMENTED, WARN)
def not_yet_implemented(filing: Filing) -> Iterator[Found]:
    """An executed standard has been implemented."""
    for standard in filing.standards:
        if standard.implemented_on and standard.implemented_on > filing.today:
            yield _on_standard(standard, "implemented_on")


@rule(R.APPLIES_TO_NOTHING, BLOCK)
def applies_to_nothing(filing: Filing) -> Iterator[Found]:
    """A standard applies to one of the products declared."""
    known = {p.id for p in filing.products}
    for standard in filing.standards:
        if known and not known & set(standard.products):
            yield _on_standard(standard, "products")


@rule(R.NOT_DISCLOSED, NOTE)
def not_disclosed(filing: Filing) -> Iterator[Found]:
    """Enterprise standards are to be self-declared publicly; said, never demanded."""
    for standard in filing.standards:
        if standard.level == StandardLevel.ENTERPRISE and not standard.self_declared:
            yield _on_standard(standard, "self_declared")


@rule(R.DISCLOSURE_INCOMPLETE, WARN)
def disclosure_incomplete(filing: Filing) -> Iterator[Found]:
    """Who says it is public says where."""
    for standard in filing.standards:
        if standard.self_declared and not (standard.platform_number and standard.disclosed_on):
            yield _on_standard(standard, "platform_number")


@rule(R.EVIDENCE_EXPIRED, WARN)
def evidence_expired(filing: Filing) -> Iterator[Found]:
    """Evidence is valid on the day."""
    for one in filing.evidence:
        if one.valid_until and one.valid_until < filing.today:
            yield Found(one.title, Thing.EVIDENCE, one.id, "valid_until")


@rule(R.TRUTH_NOT_STATED, BLOCK)
def truth_not_stated(filing: Filing) -> Iterator[Found]:
    """Somebody with authority has signed that it is true."""
    if not filing.truth_stated:
        yield Found("", Thing.DECLARATION, "", "truth")
