"""django-import-export on the same workbook: as it comes, with its bulk mode, and into the register
itself by the action a page would call."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

import tablib  # type: ignore[import-untyped]  # publishes no types
from django.db.models import QuerySet
from import_export import fields, resources, widgets
from import_export.instance_loaders import CachedInstanceLoader

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.config.bench.enterprise_list import COLUMNS, SIZES, BenchEnterprise
from duibiao.core.identify.enterprise_size import classify
from duibiao.core.identify.uscc import check
from duibiao.enterprises.actions import register_enterprise
from duibiao.enterprises.models import Enterprise
from duibiao.enterprises.particulars import particulars_of
from duibiao.enterprises.register_list import COLUMNS as REGISTER_COLUMNS
from duibiao.imports.definition import Column
from duibiao.reference.models import IndustryClass, Region


class Checked(resources.ModelResource):  # type: ignore[misc]  # publishes no types
    """The same columns with the same checks, in the hooks the package has for them."""

    district = fields.Field(attribute="district", column_name="所在区")

    class Meta:
        """What the package asks to know."""

        model = BenchEnterprise
        import_id_fields = ("uscc",)
        exclude = ("id",)

    def before_import_row(self, row: Any, **_: Any) -> None:
        """Credit code, district, industry, size."""
        if not check(row["统一社会信用代码"]).valid:
            raise ValueError("uscc")
        row["所在区"] = regions()[row["所在区"]]
        if row["行业代码"] not in industries():
            raise ValueError("industry")

    def before_save_instance(self, instance: Any, *_: Any, **__: Any) -> None:
        """What is derived."""
        found = classify(
            instance.industry_code,
            employees=Decimal(instance.employees),
            revenue_wan=instance.revenue_wan,
            assets_wan=instance.assets_wan,
        ).size
        instance.size = found.value if found else ""
        if instance.size_reported in SIZES and instance.size_reported != instance.size:
            raise ValueError("size")
        instance.registered_at = clock.now()


TYPED = {
    "employees": widgets.IntegerWidget(),
    "revenue_wan": widgets.DecimalWidget(),
    "assets_wan": widgets.DecimalWidget(),
    "founded_on": widgets.DateWidget(),
}


def _named(columns: Iterable[Column]) -> dict[str, fields.Field]:
    """The columns under our headings; the package knows them by the model's names otherwise."""
    return {
        column.name: fields.Field(
            attribute={"industry": "industry_code"}.get(column.name, column.name),
            column_name=column.heading,
            widget=TYPED.get(column.name, widgets.CharWidget()),
        )
        for column in columns
    }


class AsItComes(Checked):
    """Row by row, as the package does unless told otherwise."""


class InBulk(Checked):
    """`use_bulk`, the instances looked up beforehand, no differences kept."""

    class Meta(Checked.Meta):
        """As above, and its fast roads."""

        use_bulk = True
        batch_size = 1_000
        skip_diff = True
        instance_loader_class = CachedInstanceLoader


class IntoRegister(resources.ModelResource):  # type: ignore[misc]  # publishes no types
    """Each row through the room's action, which writes the office, its name, the enterprise and
    the journal's entry: the rows our own import leaves."""

    class Meta:
        """What the package asks to know."""

        model = Enterprise
        import_id_fields = ("uscc",)

    def __init__(self, by: User) -> None:
        super().__init__()
        self.by = by

    def get_queryset(self) -> QuerySet[Enterprise]:
        """Where the package looks whether a row is there; `objects` asks who reads."""
        return Enterprise.everything.all()

    def do_instance_save(self, instance: Enterprise, is_create: bool) -> None:
        """In place of the package's `save`."""
        assert is_create
        register_enterprise(given=particulars_of(instance), by=self.by)


IN_REGISTER = (
    *("uscc", "name", "registered_address", "business_address", "industry", "employees"),
    *("revenue_wan", "assets_wan", "size_reported", "founded_on"),
)
for _kind, _columns in (
    (AsItComes, COLUMNS),
    (InBulk, COLUMNS),
    (IntoRegister, [column for column in REGISTER_COLUMNS if column.name in IN_REGISTER]),
):
    _kind.fields.clear()
    _kind.fields.update(_named(_columns))


@cache
def regions() -> dict[str, str]:
    """District name → code."""
    return dict(Region.objects.values_list("name", "code"))


@cache
def industries() -> frozenset[str]:
    """Known codes."""
    return frozenset(IndustryClass.objects.values_list("code", flat=True))


def run(resource: resources.ModelResource, content: bytes) -> None:
    """Read the workbook (tablib, openpyxl) and import it; raises on the first error."""
    dataset = tablib.Dataset().load(content, format="xlsx")
    resource.import_data(dataset, raise_errors=True, use_transactions=True)
