"""`{% say "key" name=value %}` and the small components made of facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from duibiao.core.compare.judge import LineVerdict, Standing
from duibiao.core.compare.one_unit import restated
from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation
from duibiao.core.compare.scheme import Indicator, Scheme
from duibiao.core.compare.yardstick import Against
from duibiao.core.errors import Fact
from duibiao.core.measure.requirement import Requirement, Silent, Unread
from duibiao.core.measure.write import write
from duibiao.ui import wording
from duibiao.ui.wording import Language
from duibiao.ui.wording.verdict import gap_text, line_sentence, standing_word

register = template.Library()

OUTCOME_SIGNS = {
    Outcome.LEADING: "▲",
    Outcome.ATTAINED: "●",
    Outcome.ATTAINABLE: "◐",
    Outcome.UNATTAINABLE: "○",
    Outcome.PENDING: "…",
}
RELATION_SIGNS = {
    Relation.STRICTER: "▲",
    Relation.EQUAL: "＝",
    Relation.LOOSER: "▽",
    Relation.INCOMPARABLE: "▨",
    Relation.UNKNOWN: "？",
}


def _language(context: Context) -> Language:
    return "en" if context.get("language") == "en" else "zh"


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: object) -> str:
    """The words of a key in the page's language."""
    return wording.text(key, _language(context), **values)


@register.simple_tag(takes_context=True)
def word(context: Context, term: StrEnum) -> str:
    """The word for a member of an enumeration."""
    return wording.word(term, _language(context))


@register.simple_tag(takes_context=True)
def fact(context: Context, found: Fact) -> str:
    """The sentence of a fact."""
    return wording.sentence(found, _language(context))


@register.simple_tag(takes_context=True)
def requirement(context: Context, value: Requirement, indicator: Indicator) -> str:
    """A requirement in its own words; its unit is said wherever it is not the indicator's."""
    printed = value.text or write(value, _language(context))
    own = value.unit or ""
    silent = isinstance(value.content, Silent) or own in {"", indicator.unit} or own in printed
    return printed if silent else f"{printed} {own}"


@register.simple_tag(takes_context=True)
def standing(context: Context, line: LineVerdict) -> SafeString:
    """The badge of an indicator: sign and word."""
    decided = line.standing is Standing.DECIDED
    kind = line.relation.value if decided else line.standing.value
    sign = RELATION_SIGNS[line.relation] if line.standing is not Standing.EXTRA else "＋"
    words = standing_word(line, _language(context))
    return format_html('<span class="badge relation-{}">{} {}</span>', kind, sign, words)


@register.simple_tag(takes_context=True)
def relation(context: Context, against: Against) -> SafeString:
    """Sign, word and gap of one comparison."""
    comparison = against.comparison
    gap = gap_text(comparison)
    return format_html(
        "{} {}{}",
        RELATION_SIGNS[comparison.relation],
        wording.word(comparison.relation, _language(context)),
        f" {gap}" if gap else "",
    )


@register.simple_tag(takes_context=True)
def relation_badge(context: Context, relation: Relation) -> SafeString:
    """The badge of a relation alone: sign and word."""
    words = wording.word(relation, _language(context))
    sign = RELATION_SIGNS[relation]
    return format_html('<span class="badge relation-{}">{} {}</span>', relation.value, sign, words)


@register.simple_tag(takes_context=True)
def outcome_badge(context: Context, outcome: Outcome) -> SafeString:
    """The badge of an outcome: shape and word, so that black and white says the same."""
    return format_html(
        '<strong class="outcome outcome-{}"><span aria-hidden="true">{}</span> {}</strong>',
        outcome.value,
        OUTCOME_SIGNS[outcome],
        wording.word(outcome, _language(context)),
    )


@register.simple_tag(takes_context=True, name="line_sentence")
def line_sentence_tag(context: Context, line: LineVerdict) -> str:
    """Why an indicator stands where it stands."""
    return line_sentence(line, _language(context))


@register.simple_tag(takes_context=True)
def read_as(context: Context, line: LineVerdict) -> SafeString:
    """What the declared text was read as, and in which base unit; or why it was not read."""
    language = _language(context)
    content = line.declared.content
    if isinstance(content, Unread):
        return format_html(
            '<span class="unread">{}</span>', wording.sentence(content.problem, language)
        )
    # The method stands in its own field beside it.
    declared = replace(line.declared, terms=replace(line.declared.terms, method=None))
    read = write(declared, language)
    other = restated(declared, line.indicator.unit)
    if other is None:
        return format_html("{}", wording.text("judge.read_as", language, read=read))
    normal = write(other, language)
    return format_html(
        "{}", wording.text("judge.read_as_normal", language, read=read, normal=normal)
    )


@register.simple_tag(takes_context=True)
def product(context: Context, scheme: Scheme) -> str:
    """The product's name in the page's language, as far as the scheme gives it."""
    english = scheme.product_english if _language(context) == "en" else ""
    return english or scheme.product


@register.filter
def at(values: Sequence[Any], place: int) -> Any:
    """The value at a place."""
    return values[place]


@register.filter
def percent(share: Decimal) -> str:
    """0.15 → 15; 0.125 → 12.5."""
    return format((share * 100).normalize(), "f")


@register.filter
def kind_key(kind: str) -> str:
    """The wording key of a kind of standard."""
    return f"judge.kind_{kind}"


@register.filter
def direction_key(direction: StrEnum) -> str:
    """The wording key of a direction."""
    return f"judge.direction_{direction.value}"
