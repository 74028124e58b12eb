"""The rows of a table: which values a dimension has for a person, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from duibiao.core.identify.titles import Title
from duibiao.core.report.filing import StandardLevel
from duibiao.enterprises.models import BlockEconomy, BusinessFormat, ZoneKind
from duibiao.insights.asking import NONE, SIZES, Asked
from duibiao.leads.queries import expected_departments
from duibiao.messages.models import Kind
from duibiao.organisations.kinds import Kind as OrganisationKind
from duibiao.organisations.models import Organisation
from duibiao.reference.models import IndustryClass
from duibiao.ui.wording import Language, text

Labels = dict[str, str]
GROUPS = ("binhai", "inner", "other")


def labels(
    dimension: str, asked: Asked, found: Iterable[str], here: set[str], language: Language
) -> Labels:
    """Value → name, in order. `found`: values that occur; `here`: the districts this person
    answers for, when she does not answer for all."""
    occurring = {str(value) for value in found}
    known = DIMENSIONS[dimension](asked, occurring, language)
    if dimension == "district" and here:
        known = {code: name for code, name in known.items() if code in here}
    if NONE in occurring:
        known[NONE] = text("dimension.none", language)
    chosen = asked.chosen.get(dimension)
    if chosen and dimension != "industry":
        known = {value: name for value, name in known.items() if value == chosen}
    return known


def _districts(asked: Asked, _found: set[str], _language: Language) -> Labels:
    return {one.code: one.name for one in asked.districts}


def _industries(_asked: Asked, found: set[str], language: Language) -> Labels:
    codes = sorted(found - {NONE})
    bare = {code: code.removesuffix(NONE) for code in codes}
    digits = {code: b[1:] or b for code, b in bare.items()}
    names = dict(IndustryClass.objects.filter(code__in=digits.values()).values_list("code", "name"))
    formats = dict(BusinessFormat.everything.filter(code__in=codes).values_list("code", "name"))
    shown = {}
    for code in codes:
        name = formats.get(code) or names.get(digits[code], "")
        finer = text("dimension.not_finer", language) if code.endswith(NONE) else ""
        shown[code] = f"{bare[code]} {name}{finer}"
    return shown


def _organisations(_asked: Asked, found: set[str], _language: Language) -> Labels:
    rows = Organisation.objects.filter(code__in=found).order_by("region__order", "id")
    return {one.code: one.short_name or one.name for one in rows}


def _blocks(_asked: Asked, found: set[str], _language: Language) -> Labels:
    keys = [value for value in found if value.isdecimal()]
    rows = BlockEconomy.objects.filter(pk__in=keys).order_by("name")
    return {str(one.pk): one.name for one in rows}


def _fields(_asked: Asked, _found: set[str], language: Language) -> Labels:
    codes = expected_departments().order_by("field").values_list("field", flat=True).distinct()
    return {code: text(f"field.{code}", language) for code in codes}


def _office_kinds(_asked: Asked, found: set[str], language: Language) -> Labels:
    return {v: text(f"kind.{v}", language) for v in map(str, OrganisationKind) if v in found}


def _fixed(prefix: str, values: Iterable[str]) -> Callable[[Asked, set[str], Language], Labels]:
    names = [str(value) for value in values]
    return lambda _asked, _found, language: {v: text(f"{prefix}.{v}", language) for v in names}


DIMENSIONS: dict[str, Callable[[Asked, set[str], Language], Labels]] = {
    "district": _districts,
    "group": _fixed("districtgroup", GROUPS),
    "size": _fixed("size", SIZES[:-1]),
    "industry": _industries,
    "zone": _fixed("zonekind", ZoneKind),
    "title": _fixed("title", Title),
    "block": _blocks,
    "field": _fields,
    "provider": _organisations,
    "sender_kind": _office_kinds,
    "recipient_kind": _office_kinds,
    "kind": _fixed("kind", Kind),
    "standard_level": _fixed("standardlevel", StandardLevel),
}
