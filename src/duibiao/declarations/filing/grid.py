"""The grid of key indicators: a plain form, and beside it one address per cell for those whose
browser saves as they type."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.core.errors import Fact
from duibiao.declarations import actions
from duibiao.declarations.facts import CellChanged
from duibiao.declarations.filing.cells import answer, cleaned, left_text
from duibiao.declarations.filing.opening import Visit, visit
from duibiao.declarations.filing.presenting import COLUMNS, shown
from duibiao.declarations.filing.sources import given_by, sources
from duibiao.declarations.filing.workspace import context
from duibiao.declarations.models import KeyIndicator, Product
from duibiao.declarations.queries import indicators_of
from duibiao.ui import wording
from duibiao.workflow.facts import StepRefused

EMPTY_LINES = 3
CHECKS = {name for name, kind in COLUMNS if kind == "check"}
# An empty row may come with these set; only what was typed makes it a row.
TYPED = ("name", "unit", "stipulated", "promised", "measured", "method", "clause")


@login_required
@require_http_methods(["GET", "POST"])
def grid(request: HttpRequest, pk: int, product: int) -> HttpResponse:
    """The indicators of a product. POST <field>-<indicator>, and was-<field>-<indicator> for what
    the person saw; <field>-new1 … add rows."""
    seen = visit(request, pk)
    own = get_object_or_404(Product, declaration=seen.declaration, pk=product)
    problems: list[str] = []
    if request.method == "POST":
        problems = _save(request, seen, own)
        if not problems:
            messages.success(request, wording.text("declare.saved", seen.language))
            then = "show" if request.POST.get("then") == "show" else ""
            if then:
                return redirect("declarations:show", pk)
            return redirect("declarations:grid", pk, product)
    page = shown(seen.declaration, seen.language)
    block = next(block for block in page.blocks() if block.product.pk == own.pk)
    empty = [page.empty_line(own, number) for number in range(1, EMPTY_LINES + 1)]
    more = {
        "shown_block": block,
        "lines": [*block.lines, *(empty if seen.writing else [])],
        "columns": COLUMNS,
        "problems": problems,
        "sources": sources(own) if seen.writing else (),
        "status_text": left_text(page.left, seen.language),
    }
    return render(
        request,
        "declarations/filing/grid.html",
        {**context(request, seen, page), **more},
        status=409 if problems else 200,
    )


@login_required
@require_safe
def indicator(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """The grid an indicator stands in."""
    seen = visit(request, pk)
    found = get_object_or_404(indicators_of(seen.declaration), pk=row)
    return redirect("declarations:grid", pk, found.product_id)


def _save(request: HttpRequest, seen: Visit, product: Product) -> list[str]:
    """Write the whole form: good cells are kept even when others are refused."""
    problems: list[str] = []
    for indicator in indicators_of(seen.declaration).filter(product=product):
        values, before = _typed(request, product, str(indicator.pk), problems, seen)
        try:
            if values:
                actions.write_cells(indicator=indicator, values=values, seen=before, by=seen.user)
        except CellChanged as changed:
            problems.append(f"{indicator}: {wording.sentence(changed, seen.language)}")
        except StepRefused as refused:
            return [wording.sentence(fact, seen.language) for fact in refused.facts]
    for number in range(1, EMPTY_LINES + 1):
        values, _ = _typed(request, product, f"new{number}", problems, seen)
        if any(values.get(name) for name in TYPED):
            actions.add_indicator(product=product, values=values, by=seen.user)
    return problems


def _typed(
    request: HttpRequest, product: Product, key: str, problems: list[str], seen: Visit
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a line, and what was there when the page was made."""
    values: dict[str, Any] = {}
    before: dict[str, Any] = {}
    if f"row-{key}" not in request.POST:
        return values, before
    for name, _ in COLUMNS:
        raw = request.POST.get(f"{name}-{key}")
        if raw is None and name not in CHECKS:
            continue
        try:
            values[name] = cleaned(product, name, raw or "")
            if (was := request.POST.get(f"was-{name}-{key}")) is not None:
                before[name] = cleaned(product, name, was)
        except ValidationError:
            field = wording.text(f"declare.{name}", seen.language)
            problems.append(
                wording.text("declare.cell_refused", seen.language, field=field, found=raw)
            )
    return values, before


@login_required
@require_POST
def cell(request: HttpRequest, pk: int, product: int) -> JsonResponse:
    """Save one cell: indicator (an id, or empty for a new row), field, value, before. Answers
    {state: saved | wrong | changed | refused, row, value, read, said, left, status}."""
    seen = visit(request, pk)
    own = get_object_or_404(Product, declaration=seen.declaration, pk=product)
    name = request.POST.get("field", "")
    try:
        value = cleaned(own, name, request.POST.get("value", ""))
        before = cleaned(own, name, request.POST.get("before", ""))
    except ValidationError:
        found = request.POST.get("value", "")[:60]
        said = wording.text("declare.cell_refused", seen.language, field="", found=found)
        return JsonResponse({"state": "refused", "said": [said]}, status=422)
    try:
        indicator = _write(request, seen, own, name, value, before)
    except CellChanged as changed:
        said = wording.sentence(changed, seen.language)
        return JsonResponse(
            {"state": "changed", "said": [said], "value": changed.present}, status=409
        )
    except StepRefused as refused:
        sentences = [wording.sentence(fact, seen.language) for fact in refused.facts]
        return JsonResponse({"state": "refused", "said": sentences}, status=409)
    page = shown(visit(request, pk).declaration, seen.language)
    line = page.line(indicator, own)
    return JsonResponse(answer(page, line.cells[name], "saved"))


def _write(
    request: HttpRequest, seen: Visit, product: Product, name: str, value: Any, before: Any
) -> KeyIndicator:
    asked = request.POST.get("indicator", "")
    if not asked.isdecimal():
        return actions.add_indicator(product=product, values={name: value}, by=seen.user)
    indicator = get_object_or_404(
        indicators_of(seen.declaration), product=product, pk=int(asked[:18])
    )
    return actions.write_cell(
        indicator=indicator, field=name, value=value, before=before, by=seen.user
    )


@login_required
@require_POST
def copy(request: HttpRequest, pk: int, product: int) -> HttpResponse:
    """Take over the indicators of a scheme or a sister product. Field: source."""
    seen = visit(request, pk)
    own = get_object_or_404(Product, declaration=seen.declaration, pk=product)
    try:
        with transaction.atomic():
            made = actions.copy_indicators(
                product=own, given=given_by(own, request.POST.get("source", "")), by=seen.user
            )
    except Fact as wrong:
        messages.error(request, wording.sentence(wrong, seen.language))
    else:
        said = wording.text("declare.copied", seen.language, count=len(made))
        messages.success(request, said)
    return redirect("declarations:grid", pk, product)
