"""Pages of the matrix: one filing, many yardsticks."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from duibiao.access import Permission, load_or_404
from duibiao.bases.actions.exporting import note_matrix
from duibiao.bases.candidates import declared_product
from duibiao.bases.matrix_export import as_json, as_workbook
from duibiao.bases.matrix_showing import ShownMatrix, shown
from duibiao.bases.views import person
from duibiao.bases.yardsticks import MOST, Choice, choose
from duibiao.core.compare.matrix import matrix
from duibiao.declarations.models import Declaration, Product
from duibiao.standards.queries import gone_among
from duibiao.ui.language import language_of

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@login_required
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A product against the standards `?standard=` names, else all that speak of it;
    `?scheme=` adds the standards of another scheme."""
    product = _product(request, pk)
    found, choice = _found(request, product)
    context = {
        "product": product,
        "enterprise": product.declaration.participation.enterprise,
        "choice": choice,
        "found": found,
        "gone": gone_among(column.standard for column in found.columns),
        "most": MOST,
        "query": request.GET.urlencode(),
    }
    return render(request, "bases/matrix.html", context)


@login_required
@require_safe
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The same as a file."""
    if kind not in TYPES:
        raise Http404(kind)
    product = _product(request, pk)
    found, _ = _found(request, product)
    note_matrix(product=product, kind=kind, columns=len(found.columns), by=person(request))
    content = as_json(found) if kind == "json" else as_workbook(found, language_of(request))
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="matrix-{pk}.{kind}"'
    return response


def _product(request: HttpRequest, pk: int) -> Product:
    product = get_object_or_404(Product, pk=pk)
    product.declaration = load_or_404(
        person(request), Declaration, Permission.DECLARATION_READ, pk=product.declaration_id
    )
    return product


def _found(request: HttpRequest, product: Product) -> tuple[ShownMatrix, Choice]:
    declared = declared_product(product)
    choice = choose(declared, request.GET.getlist("standard"), request.GET.getlist("scheme"))
    return shown(matrix(declared, choice.columns), language_of(request)), choice
