"""What the pages of standards accept."""

from __future__ import annotations

from typing import Any

from django import forms

from duibiao.core.report.adoption import Degree
from duibiao.core.report.filing import StandardLevel
from duibiao.standards.models import EditionStatus
from duibiao.standards.queries import find

STATUSES = [(one.value, one.value) for one in EditionStatus]


class EditionForm(forms.Form):
    """What is held of an edition."""

    number = forms.CharField(max_length=100)
    title = forms.CharField(max_length=200, required=False)
    title_en = forms.CharField(max_length=300, required=False)
    status = forms.ChoiceField(choices=STATUSES)
    published_on = forms.DateField(required=False)
    implemented_on = forms.DateField(required=False)
    withdrawn_on = forms.DateField(required=False)
    superseded_by = forms.CharField(max_length=100, required=False)
    ics = forms.CharField(max_length=60, required=False)
    ccs = forms.CharField(max_length=60, required=False)
    platform_number = forms.CharField(max_length=60, required=False)
    disclosed_on = forms.DateField(required=False)
    link = forms.URLField(max_length=300, required=False, assume_scheme="https")
    expected_version = forms.IntegerField(min_value=0, max_value=1_000_000, required=False)

    def clean_superseded_by(self) -> Any:
        """The edition itself; it must be held."""
        text = self.cleaned_data["superseded_by"]
        found = find(text) if text else None
        if text and found is None:
            raise forms.ValidationError(text, code="standard_not_held")
        return found


class AmendmentForm(forms.Form):
    """An amendment."""

    number = forms.CharField(max_length=60)
    published_on = forms.DateField(required=False)


class AdoptionForm(forms.Form):
    """A line of the ledger, from the domestic edition's page."""

    international = forms.CharField(max_length=100)
    degree = forms.ChoiceField(choices=[(one.value, one.value) for one in Degree])


class AreaForm(forms.Form):
    """A key area: one number to a line."""

    name = forms.CharField(max_length=60)
    numbers = forms.CharField(max_length=100_000, required=False)


class DefinitionForm(forms.Form):
    """How the two figures are told: levels and degrees that count, and on what ground."""

    levels = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in StandardLevel])
    degrees = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in Degree])
    ground = forms.CharField(max_length=300)
