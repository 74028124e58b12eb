"""`{% password_rule %}`: what a new password must be, under the profile of this site."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.template.context import Context

from duibiao.accounts.password_policy import PROFILES
from duibiao.ui import wording

register = template.Library()


@register.simple_tag(takes_context=True)
def password_rule(context: Context) -> str:
    """One sentence, said before anything is typed."""
    profile = PROFILES[settings.PASSWORD_PROFILE]
    language: wording.Language = "en" if context.get("language") == "en" else "zh"
    key = "accounts.rule_classes" if profile.classes else "accounts.rule_length"
    return wording.text(key, language, length=profile.length, classes=profile.classes)
