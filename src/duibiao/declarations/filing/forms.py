"""Forms of products, standards, evidence and the statement. Every field may stay empty while one
drafts; what is missing is said by the findings, not by the form."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms

from duibiao.core.report.filing import StandardLevel, StandardStatus, Track
from duibiao.declarations.actions.documents import Document
from duibiao.declarations.models import (
    EvidenceKind,
    KeyIndicator,
    Product,
    SignerRole,
)
from duibiao.ui import wording
from duibiao.ui.wording import Language


def worded(
    kind: type[StrEnum], language: Language, *, empty: bool = False
) -> list[tuple[str, str]]:
    """Choices of an enumeration in words."""
    first = [("", wording.text("declare.choose", language))] if empty else []
    return first + [(one.value, wording.word(one, language)) for one in kind]


class Worded(forms.Form):
    """A form that speaks the page's language: labels are `declare.<field>`, helps
    `declare.<field>_help` where there are any."""

    def __init__(self, *args: Any, language: Language = "zh", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        for name, field in self.fields.items():
            field.label = wording.text(f"declare.{name}", language)
            if f"declare.{name}_help" in wording.WORDS:
                field.help_text = wording.text(f"declare.{name}_help", language)

    def choose(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        """Set the choices of a field."""
        field = self.fields[name]
        field.choices = list(choices)  # type: ignore[attr-defined]  # only called for choice fields


def text(length: int, **more: Any) -> forms.CharField:
    """A line of text that may be empty."""
    return forms.CharField(max_length=length, required=False, **more)


def day() -> forms.DateField:
    """A day that may be empty."""
    return forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


class ProductForm(Worded):
    """A product or a service."""

    track = forms.ChoiceField()
    name = text(120)
    model = text(120)
    family = text(120)
    category = text(80)
    is_livelihood = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("track", worded(Track, self.language))


class StandardForm(Worded):
    """An executed standard, and what it applies to."""

    number = text(60, widget=forms.TextInput(attrs={"data-near": "/standards/near/"}))
    title = text(200)
    level = forms.ChoiceField(required=False)
    kind = forms.ChoiceField()
    edition = forms.IntegerField(required=False, min_value=1900, max_value=2099)
    implemented_on = day()
    status = forms.ChoiceField()
    products = forms.ModelMultipleChoiceField(
        queryset=Product.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    self_declared = forms.BooleanField(required=False)
    platform_number = text(60)
    disclosed_on = day()
    link = forms.URLField(max_length=300, required=False, assume_scheme="https")

    def __init__(self, *args: Any, products: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("level", worded(StandardLevel, self.language, empty=True))
        self.choose("kind", worded(Track, self.language))
        self.choose("status", worded(StandardStatus, self.language))
        field = self.fields["products"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = products


class EvidenceForm(Worded):
    """A document and what it speaks for."""

    document = forms.FileField()
    evidence_kind = forms.ChoiceField()
    evidence_title = forms.CharField(max_length=120)
    issuer = text(120)
    issued_on = day()
    valid_until = day()
    covers = forms.ModelMultipleChoiceField(
        queryset=KeyIndicator.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, indicators: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("evidence_kind", worded(EvidenceKind, self.language))
        field = self.fields["covers"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = indicators

    def given(self) -> Document:
        """The document with what is said about it."""
        data = self.cleaned_data
        return Document(
            kind=EvidenceKind(data["evidence_kind"]),
            title=data["evidence_title"],
            file_name=data["document"].name,
            content=data["document"].read(),
            issuer=data["issuer"],
            issued_on=data["issued_on"],
            valid_until=data["valid_until"],
        )


class StatementForm(Worded):
    """Who signs that it is complete, true and valid."""

    signer_name = forms.CharField(max_length=60)
    signer_role = forms.ChoiceField()
    agreed = forms.BooleanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("signer_role", worded(SignerRole, self.language))
