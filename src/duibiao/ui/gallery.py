"""Every component in every state, on one page."""

from __future__ import annotations

from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.core.compare.outcome import Outcome
from duibiao.core.compare.relation import Relation
from duibiao.core.measure.interval import Interval
from duibiao.ui.bar import bar


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """The component gallery."""
    upper = Interval(hi=Fraction(20)), Interval(hi=Fraction(16), hi_closed=False)
    lower = Interval(lo=Fraction(70)), Interval(lo=Fraction(50))
    within = Interval(Fraction(4), Fraction(15, 2)), Interval(Fraction(4), Fraction(9))
    bars = [
        bar(*upper, "smaller_better"),
        bar(*lower, "larger_better"),
        bar(*within, "range"),
    ]
    context = {"outcomes": list(Outcome), "relations": list(Relation), "bars": bars}
    return render(request, "ui/gallery.html", context)
