"""What the pages about people accept."""

from __future__ import annotations

from django import forms

from duibiao.organisations.kinds import Post

POSTS = [(post.value, post.value) for post in Post]


class AccountForm(forms.Form):
    """A new account with a post."""

    post = forms.ChoiceField(choices=POSTS)
    username = forms.CharField(max_length=64)
    name = forms.CharField(max_length=60)
    phone = forms.CharField(max_length=32, required=False)


class AppointForm(forms.Form):
    """A post for somebody who has an account."""

    post = forms.ChoiceField(choices=POSTS)
    username = forms.CharField(max_length=64)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(max_length=300)


class ProxyForm(forms.Form):
    """For whom the working body acts, and on what ground."""

    principal = forms.CharField(max_length=40)
    ground = forms.CharField(max_length=200)
