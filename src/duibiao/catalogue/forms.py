"""What the pages of schemes accept."""

from __future__ import annotations

from django import forms

from duibiao.catalogue.models import Disposition


class DayForm(forms.Form):
    """Until when comments are taken."""

    until = forms.DateField()


class CommentForm(forms.Form):
    """A comment on the whole scheme, or on one indicator."""

    words = forms.CharField(max_length=4_000, required=False)
    indicator = forms.CharField(max_length=100, required=False)


class DispositionForm(forms.Form):
    """What is done with a comment."""

    disposition = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Disposition if one is not Disposition.OPEN]
    )
    reason = forms.CharField(max_length=500, required=False)


class ListForm(forms.Form):
    """A new list, or the next edition of one."""

    code = forms.CharField(max_length=60)
    title = forms.CharField(max_length=200)
    industries = forms.CharField(max_length=200, required=False)
    products = forms.CharField(max_length=500, required=False)


class SuggestionForm(forms.Form):
    """A standard a district misses in the lists."""

    number = forms.CharField(max_length=100)
    title = forms.CharField(max_length=200)
    products = forms.CharField(max_length=300)
    ground = forms.CharField(max_length=500)
