"""What the pages of reference data accept."""

from __future__ import annotations

from django import forms


class SizeForm(forms.Form):
    """An industry and its figures; what is left out is not known, never zero."""

    industry = forms.CharField(max_length=8)
    employees = forms.DecimalField(min_value=0, max_digits=12, decimal_places=0, required=False)
    revenue = forms.DecimalField(min_value=0, max_digits=18, decimal_places=4, required=False)
    assets = forms.DecimalField(min_value=0, max_digits=18, decimal_places=4, required=False)
