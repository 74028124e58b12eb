"""Rehearsals as tables: each figure with the address of whom it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from duibiao.bases.rehearsal import Target
from duibiao.core.compare.filed import NotJudged
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.rehearsal import OUTCOMES, By, Counts, Figure, Placed, Rehearsal
from duibiao.enterprises.queries import format_names
from duibiao.reference.models import IndustryClass
from duibiao.reference.queries import districts
from duibiao.ui.wording import Language, text, word
from duibiao.ui.wording.verdict import conclusion

FIGURES: tuple[Figure, ...] = (*OUTCOMES, *NotJudged)
NAMES: Mapping[str, Figure] = {one.value: one for one in FIGURES}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and where its members are; none to open when it is zero."""

    count: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One group of a breakdown."""

    label: str
    judged: int
    outcomes: list[Number]
    not_judged: list[Number]


@dataclass(frozen=True, slots=True)
class Table:
    """One breakdown; its groups sum to the whole."""

    by: By
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Member:
    """A product somebody counted, with what stands behind its figure."""

    product: str
    pk: str
    enterprise: str
    district: str
    size: str
    industry: str
    figure: StrEnum
    fit: StrEnum | None
    because: str


def whole(found: Rehearsal, address: str) -> Line:
    """All figures of a rehearsal."""
    return _line("", found.counts, address, {})


def tables(found: Rehearsal, address: str, language: Language) -> list[Table]:
    """By district, size and industry."""
    made = []
    for by in By:
        counts = found.by(by)
        names = names_of(by, set(counts), language)
        ordered = [code for code in names if code in counts]
        lines = [_line(names[code], counts[code], address, {by: code}) for code in ordered]
        made.append(Table(by=by, lines=lines))
    return made


def names_of(by: By, codes: set[str], language: Language) -> dict[str, str]:
    """Group → its name, in order; those without one come last."""
    if by is By.DISTRICT:
        known = {one.code: one.name for one in districts()}
    elif by is By.SIZE:
        known = {size: size for size in ("大型", "中型", "小型", "微型")}
    else:
        known = _industries(codes)
    rest = {code: code for code in sorted(codes) if code and code not in known}
    return {**known, **rest, "": text("rehearsal.no_group", language)}


def figure_named(name: str) -> Figure | None:
    """The figure of this name."""
    return NAMES.get(name)


def member(placed: Placed, names: Mapping[By, Mapping[str, str]], language: Language) -> Member:
    """One product in words."""
    groups = {by: names[by].get(placed.candidate.groups.get(by, ""), "") for by in By}
    judgement = placed.verdict.judgement
    return Member(
        product=placed.candidate.product.name,
        pk=placed.candidate.product.key,
        enterprise=placed.candidate.product.enterprise or "",
        district=groups[By.DISTRICT],
        size=groups[By.SIZE],
        industry=groups[By.INDUSTRY],
        figure=placed.figure,
        fit=placed.verdict.fit,
        because=conclusion(judgement, language).because if judgement else "",
    )


def members_of(found: list[Placed], language: Language) -> list[Member]:
    """Several products in words."""
    names = {
        by: names_of(by, {one.candidate.groups.get(by, "") for one in found}, language) for by in By
    }
    return [member(one, names, language) for one in found]


def title_of(target: Target, language: Language) -> str:
    """The scheme and which version or draft of it."""
    title = target.record.title
    if target.version is None:
        return text("rehearsal.of_draft", language, title=title)
    return text("matrix.of_scheme", language, title=title, version=target.version)


def heads(language: Language) -> list[str]:
    """The heading row of a list of members."""
    columns = ("enterprise", "product", "district", "size", "industry", "figure", "fit", "because")
    return [text(f"rehearsal.{name}", language) for name in columns]


def member_texts(one: Member, language: Language) -> list[str]:
    """A member as a row of texts."""
    fit = word(one.fit, language) if one.fit else ""
    words = [one.enterprise, one.product, one.district, one.size, one.industry]
    return [*words, word(one.figure, language), fit, one.because]


def _line(label: str, counts: Counts, address: str, within: Mapping[By, str]) -> Line:
    chosen = {by.value: code or "-" for by, code in within.items()}
    return Line(
        label=label,
        judged=counts.judged,
        outcomes=[_number(counts.outcomes[one], address, one, chosen) for one in OUTCOMES],
        not_judged=[_number(counts.not_judged[one], address, one, chosen) for one in NotJudged],
    )


def _number(
    count: int, address: str, figure: Outcome | NotJudged, chosen: dict[str, str]
) -> Number:
    query = urlencode({"figure": figure.value, **chosen})
    return Number(count, f"{address}?{query}" if count else "")


def _industries(codes: set[str]) -> dict[str, str]:
    digits = {code: code.lstrip("ABCDEFGHIJKLMNOPQRST") or code for code in codes if code}
    classes = IndustryClass.objects.filter(code__in=digits.values())
    names = dict(classes.values_list("code", "name"))
    names |= format_names(codes)
    return {
        code: f"{code} {names.get(code) or names.get(digits[code], '')}".strip()
        for code in sorted(digits)
    }
