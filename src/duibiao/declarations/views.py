"""The judge page: pick a scheme, fill the sheet any way you like, watch the verdicts appear.

Nothing is stored unless asked (三(五)-2): every address here computes from what is sent with it.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST, require_safe

from duibiao import clock
from duibiao.catalogue import queries as catalogue
from duibiao.catalogue.models import SchemeVersion
from duibiao.core.compare.proof import ProofRefused, prove, replay
from duibiao.core.compare.scheme import Scheme
from duibiao.core.score.appraisal import appraise_judgement
from duibiao.declarations import actions, queries
from duibiao.declarations.example import example_declaration
from duibiao.declarations.fill import Filled, fill_from
from duibiao.declarations.flip_table import flip_table
from duibiao.declarations.remarks import annotated
from duibiao.declarations.sheet import Sheet, declaration_from_form, sheet
from duibiao.declarations.template import template
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence
from duibiao.ui.wording.verdict import against_sentence, conclusion

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_PROOF = 5_000_000


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Pick a scheme."""
    schemes = [(version, catalogue.scheme_of(version)) for version in catalogue.current_schemes()]
    return render(request, "declarations/start.html", {"schemes": schemes})


def grid(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet of one scheme; a plain POST works without JavaScript."""
    version, scheme = _scheme(code)
    declaration = declaration_from_form(scheme, request.POST)
    return _page(request, version, sheet(scheme, declaration))


@require_POST
def verdicts(request: HttpRequest, code: str) -> HttpResponse:
    """The parts of the sheet that depend on what was typed, for htmx."""
    version, scheme = _scheme(code)
    filled = sheet(scheme, declaration_from_form(scheme, request.POST))
    return render(request, "declarations/_verdicts.html", _context(request, version, filled))


@require_POST
def fill(request: HttpRequest, code: str) -> HttpResponse:
    """Fill the sheet from a pasted block or an uploaded workbook; every problem is listed."""
    version, scheme = _scheme(code)
    typed = declaration_from_form(scheme, request.POST)
    filled = fill_from(scheme, typed, request.POST.get("block", ""), request.FILES.get("workbook"))
    return _page(request, version, sheet(scheme, filled.declaration), filled)


@require_GET
def example(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet filled with an example, to try."""
    version, scheme = _scheme(code)
    return _page(request, version, sheet(scheme, example_declaration(scheme)))


@require_GET
def template_workbook(request: HttpRequest, code: str) -> HttpResponse:
    """The workbook to fill for this scheme."""
    _, scheme = _scheme(code)
    return _download(template(scheme), XLSX, f"{scheme.id}.xlsx")


@require_POST
def proof_file(request: HttpRequest, code: str) -> HttpResponse:
    """The judgement with its proof, as a file that anybody can verify."""
    version, scheme = _scheme(code)
    filled = sheet(scheme, declaration_from_form(scheme, request.POST))
    if filled.judgement is None:
        return _page(request, version, filled)
    content = prove(filled.judgement, catalogue.document_of(version), against_sentence)
    return _download(content, "application/json", f"{scheme.id}-proof.json")


@require_POST
def annotated_workbook(request: HttpRequest, code: str) -> HttpResponse:
    """The person's own workbook with verdicts as comments; without one, the template filled."""
    version, scheme = _scheme(code)
    filled = sheet(scheme, declaration_from_form(scheme, request.POST))
    if filled.judgement is None:
        return _page(request, version, filled)
    upload = request.FILES.get("workbook")
    content, name = (upload.read(), upload.name or "") if upload else (None, "")
    made = annotated(filled.judgement, content, name, language_of(request))
    return _download(made.content, XLSX, f"{scheme.id}-verdict.xlsx")


@require_POST
def keep(request: HttpRequest, code: str) -> HttpResponse:
    """Keep this trial because its author asks for it."""
    version, scheme = _scheme(code)
    filled = sheet(scheme, declaration_from_form(scheme, request.POST))
    if filled.judgement is None:
        return _page(request, version, filled)
    trial = actions.keep_trial(judgement=filled.judgement, scheme=version, now=clock.now())
    return redirect("judge:kept", key=trial.key)


@require_safe
def kept(request: HttpRequest, key: str) -> HttpResponse:
    """A kept trial, by its secret address."""
    trial = queries.kept_trial(key, clock.today())
    if trial is None:
        raise Http404
    filled = sheet(catalogue.scheme_of(trial.scheme), queries.declaration_of(trial))
    return _page(request, trial.scheme, filled, trial=trial)


@require_POST
def discard(request: HttpRequest, key: str) -> HttpResponse:
    """Throw a kept trial away."""
    trial = queries.kept_trial(key, clock.today())
    if trial is None:
        raise Http404
    code = trial.scheme.code
    actions.discard_trial(trial=trial)
    return redirect("judge:grid", code=code)


def verify(request: HttpRequest) -> HttpResponse:
    """Check a proof file that somebody was handed."""
    context: dict[str, Any] = {}
    upload = request.FILES.get("proof") if request.method == "POST" else None
    if upload is not None:
        context["name"] = upload.name
        try:
            context["judgement"] = replay(upload.read(MAX_PROOF), against_sentence)
            context["conclusion"] = conclusion(context["judgement"], language_of(request))
        except ProofRefused as refused:
            context["refused"] = sentence(refused, language_of(request))
    return render(request, "declarations/verify.html", context)


def _scheme(code: str) -> tuple[SchemeVersion, Scheme]:
    version = catalogue.current_scheme(code)
    if version is None:
        raise Http404
    return version, catalogue.scheme_of(version)


def _page(
    request: HttpRequest,
    version: SchemeVersion,
    filled: Sheet,
    source: Filled | None = None,
    **more: Any,
) -> HttpResponse:
    context = {**_context(request, version, filled), "source": source, **more}
    return render(request, "declarations/grid.html", context)


def _context(request: HttpRequest, version: SchemeVersion, filled: Sheet) -> dict[str, Any]:
    language = language_of(request)
    judgement = filled.judgement
    context: dict[str, Any] = {"version": version, "scheme": filled.scheme, "sheet": filled}
    if judgement is not None:
        appraisal = appraise_judgement(judgement)
        context["conclusion"] = conclusion(judgement, language)
        context["score"] = appraisal.shown.total if appraisal.shown else None
        context["flip"] = flip_table(appraisal, language)
    return context


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
