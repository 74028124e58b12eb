"""Small words of scheme pages: categories, sources, fields."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from django import template
from django.template.context import Context

from duibiao.core.compare.scheme import Clause, Indicator
from duibiao.ui import wording
from duibiao.ui.wording import Language

register = template.Library()


def _language(context: Context) -> Language:
    return "en" if context.get("language") == "en" else "zh"


def _known(key: str, otherwise: str, language: Language) -> str:
    return wording.text(key, language) if key in wording.WORDS else otherwise


@register.simple_tag(takes_context=True)
def category_word(context: Context, kind: str) -> str:
    """What kind of standard: one of the three categories, or in force at home."""
    return _known(f"category.{kind}", kind, _language(context))


@register.simple_tag(takes_context=True)
def source_words(context: Context, clause: Clause) -> str:
    """How sure the text is, and what it rests on."""
    language = _language(context)
    said = [
        _known(f"catalogue.confidence_{clause.confidence}", clause.confidence, language),
        _known(f"catalogue.basis_{clause.basis}", clause.basis, language),
    ]
    return (
        "，".join(word for word in said if word)
        if language == "zh"
        else ", ".join(word for word in said if word)
    )


@register.simple_tag(takes_context=True)
def field_word(context: Context, field: str) -> str:
    """A field's name in words; itself where there is none."""
    return _known(f"schemefield.{field}", field, _language(context))


@register.simple_tag
def field_value(field: str, value: str) -> str:
    """A value as people write it: weights in percent."""
    if field != "weight":
        return value
    try:
        return f"{(Decimal(value) * 100).normalize():f}%"
    except InvalidOperation:
        return value


@register.filter
def lines_of(indicator: Indicator) -> Sequence[Clause]:
    """What the standards demand: those to reach first, then those in force."""
    return (*indicator.benchmarks, *indicator.baseline)


@register.filter
def method_of(indicator: Indicator, standard: str) -> str:
    """The test method by which a standard's requirement is judged."""
    return indicator.test_methods.get(standard, "")
