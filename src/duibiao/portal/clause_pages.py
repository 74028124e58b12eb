"""The plan clause by clause, and the documents that show a clause was carried out."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from duibiao.access import Permission, may, require
from duibiao.accounts.models import User
from duibiao.campaigns.actions import prove_clause
from duibiao.campaigns.models import Clause, ClauseProof
from duibiao.campaigns.queries import current_campaign
from duibiao.core.errors import Fact
from duibiao.files.store import store
from duibiao.portal.clauses import Progress, clause_row, clause_rows
from duibiao.ui import wording
from duibiao.ui.language import language_of


class ProofForm(forms.Form):
    """When, what was done, and the document: all three."""

    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(max_length=500)
    document = forms.FileField()


@login_required
@require_safe
def clauses(request: HttpRequest) -> HttpResponse:
    """The plan, clause by clause, and how far each has come."""
    user = cast(User, request.user)
    require(user, Permission.CAMPAIGN_READ)
    campaign = current_campaign()
    rows = clause_rows(campaign)
    done = sum(row.progress is Progress.DONE for row in rows)
    needed = {row.measured.needs for row in rows if row.measured}
    opens = {one for one in needed if may(user, one)}
    context = {"campaign": campaign, "rows": rows, "done": done, "opens": opens}
    return render(request, "portal/clauses.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def clause(request: HttpRequest, pk: int) -> HttpResponse:
    """One clause: its figure and its documents. POST day, note, document: record one more."""
    user = cast(User, request.user)
    require(user, Permission.CAMPAIGN_READ)
    found = get_object_or_404(Clause.objects.select_related("campaign"), pk=pk)
    form = ProofForm(request.POST or None, request.FILES or None)
    for name, field in form.fields.items():
        field.label = wording.text(f"clauses.proof_{name}", language_of(request))
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["document"]
        try:
            prove_clause(
                clause=found,
                day=form.cleaned_data["day"],
                note=form.cleaned_data["note"],
                file_name=upload.name or "",
                content=upload.read(),
                by=user,
            )
        except Fact as problem:
            facts = (problem,)
        else:
            return redirect("portal:clause", pk)
    row = clause_row(found)
    context = {
        "row": row,
        "opens": {row.measured.needs} if row.measured and may(user, row.measured.needs) else (),
        "campaign": found.campaign,
        "proofs": found.proofs.select_related("by"),
        "may_prove": may(user, Permission.CAMPAIGN_MANAGE, on=found.campaign),
        "form": form,
        "facts": facts,
    }
    status = 400 if facts or (form.is_bound and form.errors) else 200
    return render(request, "portal/clause.html", context, status=status)


@login_required
@require_safe
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    """The document, as it was uploaded; always downloaded, never shown in the site."""
    require(cast(User, request.user), Permission.CAMPAIGN_READ)
    found = get_object_or_404(ClauseProof, pk=pk)
    answer = HttpResponse(store().fetch(found.digest), content_type=found.media_type)
    ending = found.media_type.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'attachment; filename="clause-{found.pk}.{ending}"'
    return answer
