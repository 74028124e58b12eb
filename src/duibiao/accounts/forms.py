"""What the pages of accounts accept. Passwords are taken exactly as typed (ASVS 5.0 V6.2.8)."""

from __future__ import annotations

from django import forms

LONGEST_PASSWORD = 128


class Password(forms.CharField):
    """A password: neither stripped nor cut."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST_PASSWORD, strip=False)


class SignInForm(forms.Form):
    """Name and password; `kept` is a form to go on with."""

    username = forms.CharField(max_length=64)
    password = Password()
    kept = forms.CharField(required=False)


class ActivateForm(forms.Form):
    """Name, code and the new password twice."""

    username = forms.CharField(max_length=64)
    code = forms.CharField(max_length=40)
    password = Password()
    again = Password()


class PasswordForm(forms.Form):
    """The present password and the new one twice."""

    old = Password()
    password = Password()
    again = Password()


class CodeForm(forms.Form):
    """Six digits, or a recovery code."""

    code = forms.CharField(max_length=20)


class RemoveFactorForm(forms.Form):
    """Taking one's own second factor away needs the password."""

    old = Password()


class PhoneForm(forms.Form):
    """What a person keeps up to date herself."""

    phone = forms.CharField(max_length=32, required=False)
    email = forms.EmailField(max_length=254, required=False)
