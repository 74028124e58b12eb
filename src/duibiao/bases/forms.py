"""Forms of bases. What is missing is said by the facts of the action, not by the form."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.db.models import QuerySet

from duibiao.bases.models import Level
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.compare.basis import THREE_KINDS
from duibiao.core.compare.local_basis import LocalStandard
from duibiao.declarations.models import Product
from duibiao.enterprises.models import BusinessFormat
from duibiao.ui import wording
from duibiao.ui.wording import Language

ROW = ("text", "unit", "method", "leading", "weight", "why", "dropped")


def _text(length: int) -> forms.CharField:
    return forms.CharField(max_length=length, required=False)


class BasisForm(forms.Form):
    """What a basis is for, and what it rests on."""

    level = forms.ChoiceField()
    title = _text(200)
    industry = _text(5)
    business_format: forms.ModelChoiceField[BusinessFormat] = forms.ModelChoiceField(
        queryset=None, required=False
    )
    product = forms.ModelChoiceField(queryset=Product.objects.none(), required=False)
    scheme = forms.ModelChoiceField(queryset=SchemeVersion.objects.none(), required=False)
    sample = forms.ModelChoiceField(queryset=Product.objects.none(), required=False)
    product_name = _text(120)
    class_code = _text(20)
    models_covered = _text(200)
    for_all = forms.BooleanField(required=False)

    def __init__(
        self,
        *args: Any,
        formats: QuerySet[BusinessFormat],
        products: QuerySet[Product],
        schemes: QuerySet[SchemeVersion],
        language: Language = "zh",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        level.choices = [(one.value, wording.word(one, language)) for one in Level]
        chosen = {"business_format": formats, "product": products, "scheme": schemes}
        for name, rows in {**chosen, "sample": products}.items():
            field: Any = self.fields[name]
            field.queryset = rows
            key = "form_no_scheme" if name == "scheme" else "form_choose"
            field.empty_label = wording.text(f"basis.{key}", language)
        for name in ("product", "sample"):
            labelled: Any = self.fields[name]
            labelled.label_from_instance = product_label
        for name, field in self.fields.items():
            own = f"basis.form_{name}"
            key = own if own in wording.WORDS else f"basis.{name}"
            field.label = wording.text(key, language)


def product_label(product: Product) -> str:
    """A declared product with its enterprise."""
    return f"{product.declaration.participation.enterprise.name} · {product.name}"


def rows_of(posted: Mapping[str, Any], ids: list[str]) -> dict[str, dict[str, Any]]:
    """What was typed beside each indicator: fields `<name>-<place>`, by indicator id."""
    found: dict[str, dict[str, Any]] = {}
    for place, name in enumerate(ids):
        row = {field: str(posted.get(f"{field}-{place}", "")).strip()[:500] for field in ROW}
        kept = {field: value for field, value in row.items() if value}
        if "weight" in kept:
            kept["weight"] = as_share(kept["weight"])
        if kept:
            found[name] = kept
    return found


def as_share(percent: str) -> Any:
    """Per cent as typed → the share; what is no number stays as it is, to be refused by name."""
    try:
        share = Decimal(percent.removesuffix("%").strip()) / 100
    except InvalidOperation:
        return percent
    return share if share.is_finite() else percent


def standards_of(text: str, language: Language) -> list[LocalStandard]:
    """Lines `number | kind | title`; the kind in words or by its name."""
    words = {wording.text(f"judge.kind_{kind}", language): kind for kind in THREE_KINDS}
    found = []
    for line in text.splitlines():
        number, kind, title, *_ = [*(part.strip() for part in line.split("|")), "", "", ""]
        if number:
            found.append(LocalStandard(number=number, title=title, kind=words.get(kind, kind)))
    return found


def standards_text(standards: list[dict[str, Any]], language: Language) -> str:
    """The same lines, from a document."""
    lines = []
    for one in standards:
        kind = str(one.get("kind", ""))
        said = wording.text(f"judge.kind_{kind}", language) if kind in THREE_KINDS else kind
        lines.append(f"{one.get('number', '')} | {said} | {one.get('title', '')}")
    return "\n".join(lines)
