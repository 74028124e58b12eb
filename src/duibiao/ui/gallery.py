"""Every component in every state, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation
from duibiao.core.measure.interval import Interval
from duibiao.ui.bar import Bar, bar


@dataclass(frozen=True, slots=True)
class Field:
    """An input in one of its states."""

    name: str
    value: str
    look: str = ""
    wrong: bool = False
    locked: bool = False

    @property
    def label(self) -> str:
        """The wording key of its label."""
        return f"gallery.field_{self.name}"

    @property
    def state(self) -> str:
        """The wording key of the line below it."""
        return f"gallery.state_{self.name}"


FIELDS = (
    Field("rest", "≤20"),
    Field("focused", "≤20", look="is-focused"),
    Field("saving", "≤18", look="is-saving"),
    Field("saved", "≤18"),
    Field("wrong", "1×105", wrong=True),
    Field("changed", "≤16", look="is-changed"),
    Field("locked", "≤75", locked=True),
    Field("empty", ""),
)
ROWS = (("16", Relation.STRICTER), ("20.0", Relation.EQUAL), ("75", Relation.LOOSER))
SILENT = (("—", Relation.INCOMPARABLE), ("", Relation.UNKNOWN))


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """The component gallery."""
    context = {
        "outcomes": list(Outcome),
        "relations": list(Relation),
        "fields": FIELDS,
        "bars": _bars(),
        "rows": ROWS + SILENT,
    }
    return render(request, "ui/gallery.html", context)


def _bars() -> list[tuple[str, Bar | None]]:
    upper = Interval(hi=Fraction(20)), Interval(hi=Fraction(16), hi_closed=False)
    lower = Interval(lo=Fraction(70)), Interval(lo=Fraction(50))
    within = Interval(Fraction(4), Fraction(15, 2)), Interval(Fraction(4), Fraction(9))
    return [
        ("gallery.bar_upper", bar(*upper, "smaller_better")),
        ("gallery.bar_lower", bar(*lower, "larger_better")),
        ("gallery.bar_within", bar(*within, "range")),
    ]
