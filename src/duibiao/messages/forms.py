"""What the pages of messages accept."""

from __future__ import annotations

from django import forms

from duibiao.messages.models import Kind

OWN_KINDS = (Kind.URGE, Kind.BULLETIN, Kind.CHASE)  # a person's own acts; the rest is the system's


class ReplyForm(forms.Form):
    """An answer, to the version of the message that was seen."""

    reply = forms.CharField(max_length=4_000)
    expected_version = forms.IntegerField(min_value=1, max_value=1_000_000)


class VersionForm(forms.Form):
    """Which version was seen."""

    expected_version = forms.IntegerField(min_value=1, max_value=1_000_000)


class MessageForm(forms.Form):
    """A new message: to groups of offices, to single ones, or both."""

    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in OWN_KINDS])
    groups = forms.MultipleChoiceField(required=False)
    codes = forms.CharField(max_length=4_000, required=False)
    subject = forms.CharField(max_length=200)
    body = forms.CharField(max_length=4_000, required=False)
    last_day = forms.DateField(required=False)
