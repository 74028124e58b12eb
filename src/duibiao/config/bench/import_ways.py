"""The ways of `duibiao bench import`, each from the workbook's bytes to committed rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, cast

import fastexcel
import polars as pl
from django.db import connection, transaction

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.config.bench import by_import_export
from duibiao.config.bench.enterprise_list import COLUMNS, ENTERPRISES, BenchEnterprise
from duibiao.config.bench.import_material import DISTRICTS
from duibiao.enterprises.models import Enterprise
from duibiao.enterprises.register_list import REGISTER
from duibiao.imports.actions import sessions, writing
from duibiao.imports.definition import ListDefinition
from duibiao.imports.steps import ImportStep
from duibiao.imports.work import forget, work
from duibiao.organisations.actions import add_person, load_organisations
from duibiao.organisations.kinds import Kind, Post
from duibiao.organisations.models import Organisation, OrganisationName
from duibiao.organisations.queries import organisation
from duibiao.reference.actions import load_reference

TABLE = BenchEnterprise._meta.db_table


@contextmanager
def table() -> Iterator[None]:
    """The table of the benchmark, and the offices it needs."""
    load_reference()
    load_organisations()
    with connection.schema_editor() as editor:
        editor.create_model(BenchEnterprise)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(BenchEnterprise)


def clerk() -> User:
    """Somebody who may register enterprises."""
    user, _ = add_person(
        organisation=organisation("120116-market"),
        post=Post.HANDLER,
        username="bench",
        name="Bench",
        by=None,
    )
    return user


def ours(user: User, content: bytes, definition: ListDefinition = ENTERPRISES) -> None:
    """The import session, all seven steps in this thread: file kept, columns recognised, every
    check, preview, rows, receipt, journal."""
    forget()
    sessions.LATER_FROM = writing.LATER_FROM = 10**12  # measured here, not behind a request
    session = sessions.start(user, definition, file_name="企业.xlsx", content=content)
    counts = work(session).outcome().counts
    if counts["refused"] or session.step != ImportStep.VALUES:
        raise ValueError(session.failure, counts)
    writing.request_write(
        session, user, version=session.version, new=counts["new"], changed=counts["changed"]
    )
    session.refresh_from_db()
    if session.step != ImportStep.RECEIPT:
        raise ValueError(session.failure)


def register(user: User, content: bytes) -> None:
    """The same into the register itself: besides the enterprise its office with its name, and an
    entry in the journal for each."""
    ours(user, content, REGISTER)


def register_by_import_export(user: User, content: bytes) -> None:
    """django-import-export into the register, leaving the same rows."""
    by_import_export.run(by_import_export.IntoRegister(user), content)


def register_empty() -> None:
    """No enterprise left, nor its office, nor the journal's entries."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE enterprises_enterprise CASCADE")
    OrganisationName.objects.filter(organisation__kind=Kind.ENTERPRISE).delete()
    Organisation.objects.filter(kind=Kind.ENTERPRISE).delete()


def in_register() -> list[tuple[Any, ...]]:
    """All of them, but for keys and the moment they were written."""
    names = ("uscc", "name", "organisation__name", "district", "industry_code", "field", "size")
    figures = ("employees", "revenue_wan", "assets_wan", "founded_on", "priority")
    rows = Enterprise.everything.order_by("uscc").values_list(*names, *figures)
    return list(rows)


def floor(content: bytes) -> None:
    """fastexcel and one COPY: nothing checked, nothing derived but what the table demands."""
    frame = fastexcel.read_excel(content).load_sheet(0, dtypes="string").to_polars()
    frame.columns = [column.name for column in COLUMNS]
    codes = {name: code for code, name in DISTRICTS}
    ready = frame.with_columns(
        pl.col("district").replace_strict(codes),
        pl.col("business_address").fill_null(""),
        pl.col("size_reported").alias("size"),
        pl.lit(clock.now().isoformat()).alias("registered_at"),
    )
    target = BytesIO()
    ready.write_csv(target, include_header=False, quote_style="non_numeric", null_value="\\N")
    columns = ", ".join(ready.columns)
    statement = f"COPY {TABLE} ({columns}) FROM STDIN (FORMAT csv, NULL '\\N')"
    with (
        transaction.atomic(),
        connection.cursor() as cursor,
        cast(Any, cursor).copy(statement) as copy,
    ):
        copy.write(target.getvalue())


def import_export(content: bytes, *, bulk: bool) -> None:
    """django-import-export, with the same checks."""
    kind = by_import_export.InBulk if bulk else by_import_export.AsItComes
    by_import_export.run(kind(), content)


def empty() -> None:
    """No row left."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE}")


def fingerprint() -> str:
    """A digest of all rows but the moment they were written, in the order of their codes."""
    names = [column.name for column in COLUMNS] + ["size"]
    digest = hashlib.sha256()
    for row in (
        BenchEnterprise._default_manager.order_by("uscc").values_list(*names).iterator(10_000)
    ):
        digest.update(repr(row).encode())
    return digest.hexdigest()
