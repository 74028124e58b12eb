"""Many standards at one stroke: the writes behind the two lists. Rows were checked already
(standards/lists.py); the import session writes the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl
from django.db import transaction
from django.db.models import F

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.imports import existing
from duibiao.imports.actions import bulk
from duibiao.imports.definition import EXISTING_ID
from duibiao.standards.models import Adoption, Edition, Standard
from duibiao.standards.naming import named, search_words

PLAIN = (
    *("title", "title_en", "status", "published_on", "implemented_on", "withdrawn_on"),
    *("ics", "ccs", "platform_number", "disclosed_on"),
)


@transaction.atomic
def add_editions(*, rows: pl.DataFrame, by: User) -> None:
    """New editions, with the works that are not there yet; successors afterwards, as they may
    stand in the same table."""
    acting(by, Permission.STANDARD_MANAGE)
    if rows.is_empty():
        return
    ready = _named(rows)
    works = ready.select(pl.col("work").alias("number"), "level", "body").unique("number")
    there = set(_ids(Standard.objects.all(), works["number"]))
    bulk.insert(Standard, works.filter(~pl.col("number").is_in(list(there))))
    ids = _ids(Standard.objects.all(), works["number"])
    made = ready.with_columns(
        pl.col("work").replace_strict(ids, return_dtype=pl.Int64).alias("standard_id")
    )
    columns = ("standard_id", "number", "year", "key", "words", *PLAIN)
    bulk.insert(Edition, made.select(columns))
    _link(rows)


def _named(rows: pl.DataFrame) -> pl.DataFrame:
    taken = [named(number) for number in rows["number"]]
    assert all(taken)  # checked before
    parts: dict[str, list[Any]] = {
        "work": [one.work for one in taken if one],
        "level": [one.level.value for one in taken if one],
        "body": [one.body for one in taken if one],
        "year": [one.year[-4:] for one in taken if one],
        "key": [one.key for one in taken if one],
    }
    told = rows.with_columns(**{name: pl.Series(values) for name, values in parts.items()})
    texts = told.select("key", "title", "title_en").iter_rows()
    words = [search_words(key, title or "", english or "") for key, title, english in texts]
    return told.with_columns(pl.Series("words", words, dtype=pl.String))


def _ids(queryset: Any, numbers: pl.Series) -> dict[str, int]:
    """Number → key, of those that are there."""
    return dict(existing.with_keys(queryset, "number", numbers).values_list("number", "pk"))


def _link(rows: pl.DataFrame) -> None:
    """Give the editions of the rows their successors."""
    given = rows.filter(pl.col("superseded_by").is_not_null() & (pl.col("superseded_by") != ""))
    if given.is_empty():
        return
    ids = _ids(Edition.objects.all(), pl.concat([given["number"], given["superseded_by"]]))
    linked = pl.DataFrame(
        {
            EXISTING_ID: [ids[number] for number in given["number"]],
            "superseded_by_id": [ids[number] for number in given["superseded_by"]],
        }
    )
    bulk.update(Edition, linked)


@transaction.atomic
def change_editions(*, rows: pl.DataFrame, by: User) -> None:
    """Editions that are there get the values of the rows; an empty successor takes it away."""
    acting(by, Permission.STANDARD_MANAGE)
    if rows.is_empty():
        return
    ready = _named(rows)
    bulk.update(Edition, ready.select(EXISTING_ID, "words", *PLAIN), {"superseded_by_id": None})
    ids = [int(pk) for pk in ready[EXISTING_ID]]
    Edition.objects.filter(pk__in=ids).update(version=F("version") + 1)
    _link(rows)


@transaction.atomic
def remove_editions(*, ids: Sequence[int], by: User) -> None:
    """Take editions out that an import brought, and works left without any; whatever refers to
    one protects it (ProtectedError)."""
    acting(by, Permission.STANDARD_MANAGE)
    gone = Edition.objects.filter(pk__in=ids)
    gone.update(superseded_by=None)
    gone.delete()
    Standard.objects.filter(editions=None, key_areas=None).delete()


@transaction.atomic
def add_adoptions(*, rows: pl.DataFrame, by: User) -> None:
    """New lines of the ledger."""
    acting(by, Permission.STANDARD_MANAGE)
    if rows.is_empty():
        return
    ids = _ids(Edition.objects.all(), pl.concat([rows["domestic"], rows["international"]]))
    made = rows.select(
        pl.col("domestic").replace_strict(ids, return_dtype=pl.Int64).alias("domestic_id"),
        pl.col("international")
        .replace_strict(ids, return_dtype=pl.Int64)
        .alias("international_id"),
        "degree",
    )
    bulk.insert(Adoption, made)


@transaction.atomic
def change_degrees(*, rows: pl.DataFrame, by: User) -> None:
    """Lines that are there get the degrees of the rows."""
    acting(by, Permission.STANDARD_MANAGE)
    bulk.update(Adoption, rows.select(EXISTING_ID, "degree"))


@transaction.atomic
def remove_adoptions(*, ids: Sequence[int], by: User) -> None:
    """Take lines out that an import brought."""
    acting(by, Permission.STANDARD_MANAGE)
    Adoption.objects.filter(pk__in=ids).delete()
