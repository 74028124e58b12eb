"""Many enterprises at one stroke, by the same rules as one: the register's import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import polars as pl
from django.db import transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.enterprises.models import BusinessFormat, Enterprise
from duibiao.enterprises.particulars import COPIED
from duibiao.enterprises.queries import listed_formats, priority_of
from duibiao.imports import existing
from duibiao.imports.actions import bulk
from duibiao.journal import actions as journal
from duibiao.organisations.kinds import Kind
from duibiao.organisations.models import Organisation, OrganisationName
from duibiao.organisations.queries import field_of
from duibiao.reference.models import Region
from duibiao.reference.queries import full_code, known_industry

NOT_IN_LISTS = ("zone", "block_economy")
MAY_BE_UNKNOWN = ("employees", "revenue_wan", "assets_wan", "founded_on")
FACTS = tuple(name for name in COPIED if name not in NOT_IN_LISTS)


@transaction.atomic
def register_many(
    *, rows: pl.DataFrame, bureau: Organisation, district: Region, by: User, reason: str
) -> None:
    """Register enterprises whose rows were checked already (enterprises/register_list.py): its
    columns, and the `size` that counts."""
    ready = _classed(rows)
    named = ready.select("code", "name", "uscc")
    shared = {"kind": Kind.ENTERPRISE.value, "region_id": district.pk, "parent_id": bureau.pk}
    bulk.insert(Organisation, named, shared)
    ready = _with_keys(ready, Organisation.objects.all(), "code", "organisation_id")
    names = ready.select("organisation_id", "name")
    bulk.insert(OrganisationName, names, {"since": clock.today()})
    columns = ("organisation_id", "uscc", "industry_code", "field", "size", *FACTS)
    chosen = ready.select(*columns, "business_format_id", "priority")
    fixed = {"district_id": district.pk, "registered_at": clock.now()}
    bulk.insert(Enterprise, chosen, fixed)
    made = _with_keys(ready, Enterprise.everything.all(), "uscc", "id")
    journal.record_all(
        "enterprise.registered", chain=bureau.code, by=by, changes=_changes(made), reason=reason
    )


def _classed(rows: pl.DataFrame) -> pl.DataFrame:
    """With the full code of the industry, the department in charge, and the place in lists."""
    industries = rows["industry"].drop_nulls().unique()
    full = {code: full_code(known_industry(code)) for code in industries}
    fields = {code: field_of(code) for code in {*full.values(), ""}}
    formats = {one.code: one for one in listed_formats()}
    chosen = pl.col("business_format")
    ids = {code: one.pk for code, one in formats.items()}
    coded = rows.with_columns(
        pl.format("e-{}", "uscc").alias("code"),
        pl.col("industry")
        .replace_strict(full, default="", return_dtype=pl.String)
        .alias("industry_code"),
        chosen.replace_strict(ids, default=None, return_dtype=pl.Int64).alias("business_format_id"),
    )
    return coded.with_columns(
        pl.col("industry_code").replace_strict(fields).alias("field"), _priorities(coded, formats)
    )


def _priorities(rows: pl.DataFrame, formats: dict[str, BusinessFormat]) -> pl.Series:
    """A new enterprise has no title and no zone: its format and its standing speak for it."""
    grounds = rows.select("business_format", "is_advantaged")
    known = {
        (code, advantaged): priority_of(
            Enterprise(business_format=formats.get(code), is_advantaged=advantaged)
        )
        for code, advantaged in grounds.unique().iter_rows()
    }
    return pl.Series("priority", [known[pair] for pair in grounds.iter_rows()], dtype=pl.Int64)


def _with_keys(rows: pl.DataFrame, there: object, path: str, name: str) -> pl.DataFrame:
    """With the keys the database gave the rows."""
    found = existing.with_keys(there, path, rows[path]).values_list(path, "pk")  # type: ignore[arg-type]  # a queryset
    keys = pl.DataFrame(list(found), schema={path: pl.String, name: pl.Int64}, orient="row")
    return rows.join(keys, on=path, how="left", maintain_order="left")


def _changes(made: pl.DataFrame) -> Iterator[journal.Change]:
    """What the journal keeps of each, as for one that is registered alone."""
    other = dict.fromkeys(NOT_IN_LISTS, "")
    for row in made.iter_rows(named=True):
        facts = {name: "" if row[name] is None else row[name] for name in FACTS}
        facts |= {name: row[name] for name in MAY_BE_UNKNOWN}
        after = {
            **facts,
            **other,
            "uscc": row["uscc"],
            "industry": row["industry_code"],
            "format": row["business_format"] or "",
            "size": row["size"] or "",
        }
        yield journal.Change(
            object_type="enterprises.enterprise",
            object_id=str(row["id"]),
            label=row["name"],
            before={},
            after=after,
        )


@transaction.atomic
def unregister(*, enterprises: Iterable[Enterprise]) -> None:
    """Take enterprises back that an import registered by mistake; whatever refers to them
    protects them (ProtectedError). The undo's own journal entry names them."""
    found = list(enterprises)
    organisations = [one.organisation_id for one in found]
    Enterprise.everything.filter(pk__in=[one.pk for one in found]).delete()
    Organisation.objects.filter(pk__in=organisations).delete()
