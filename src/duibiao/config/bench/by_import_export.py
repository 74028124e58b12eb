"""django-import-export on the same workbook: as it comes, and with its bulk mode."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import tablib  # type: ignore[import-untyped]  # publishes no types
from import_export import fields, resources, widgets
from import_export.instance_loaders import CachedInstanceLoader

from duibiao import clock
from duibiao.config.bench.enterprise_list import COLUMNS, SIZES, BenchEnterprise
from duibiao.core.identify.enterprise_size import classify
from duibiao.core.identify.uscc import check
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


def _named() -> dict[str, fields.Field]:
    """The columns under our headings; the package knows them by the model's names otherwise."""
    known = {
        "employees": widgets.IntegerWidget(),
        "revenue_wan": widgets.DecimalWidget(),
        "assets_wan": widgets.DecimalWidget(),
        "founded_on": widgets.DateWidget(),
    }
    return {
        column.name: fields.Field(
            attribute=column.name,
            column_name=column.heading,
            widget=known.get(column.name, widgets.CharWidget()),
        )
        for column in COLUMNS
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


for _kind in (AsItComes, InBulk):
    _kind.fields.clear()
    _kind.fields.update(_named())


@cache
def regions() -> dict[str, str]:
    """District name → code."""
    return dict(Region.objects.values_list("name", "code"))


@cache
def industries() -> frozenset[str]:
    """Known codes."""
    return frozenset(IndustryClass.objects.values_list("code", flat=True))


def run(kind: type[Checked], content: bytes) -> None:
    """Read the workbook (tablib, openpyxl) and import it; raises on the first error."""
    dataset = tablib.Dataset().load(content, format="xlsx")
    kind().import_data(dataset, raise_errors=True, use_transactions=True)
