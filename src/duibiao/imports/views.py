"""The pages of an import: choose, columns, values, rows, preview, receipt. Nothing is written
before the preview is confirmed; a session can be left and found again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import acting, may
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.files.annotate import annotate
from duibiao.files.conclusion import Conclusion, Remark, Tone
from duibiao.files.store import store
from duibiao.imports import registry
from duibiao.imports.actions import repairs, sessions, undoing, writing
from duibiao.imports.actions.exporting import export_list
from duibiao.imports.actions.later import interrupted
from duibiao.imports.definition import Context, ListDefinition
from duibiao.imports.facts import UndoRefused
from duibiao.imports.models import ImportSession
from duibiao.imports.queries import batch_for, receipts_of_list, session_of, sessions_of
from duibiao.imports.showing import Shown, shown
from duibiao.imports.steps import OPEN, ImportStep
from duibiao.imports.work import definition_of, layout_at, layouts
from duibiao.imports.workbook import workbook
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence, text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST = 20_000_000
MOST_REMARKS = 2_000
MINE = 30


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def _definition(key: str) -> ListDefinition:
    found = registry.find(key)
    if found is None:
        raise Http404(key)
    return found


def _parameters(request: HttpRequest) -> dict[str, str]:
    """What the list belongs to, from the address: ?sheet=12."""
    return {name: value[:40] for name, value in request.GET.dict().items()}


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My imports, and the lists I may import."""
    user = _user(request)
    lists = [one for one in registry.all_lists() if may(user, one.permission) and not one.needs]
    context = {"lists": lists, "sessions": [(one, _title(one)) for one in sessions_of(user)[:MINE]]}
    return render(request, "imports/home.html", context)


def _title(session: ImportSession) -> str:
    found = registry.find(session.definition)
    return found.title_key if found else "imports.title"


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, key: str) -> HttpResponse:
    """The file (field `file`), or lines pasted from a worksheet (field `pasted`)."""
    definition, user = _definition(key), _user(request)
    organisation = acting(user, definition.permission)
    problems: tuple[Fact, ...] = ()
    said = ""
    if request.method == "POST":
        upload, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
        content = upload.read(LARGEST + 1) if upload else pasted.encode("utf-8")
        name = (upload.name or "") if upload else "paste.txt"
        if not content.strip():
            said = "imports.file_missing"
        elif len(content) > LARGEST:
            said = "imports.file_too_large"
        else:
            try:
                session = sessions.start(
                    user,
                    definition,
                    file_name=name,
                    content=content,
                    organisation=organisation,
                    parameters=_parameters(request),
                )
            except Fact as problem:
                problems = (problem,)
            else:
                return redirect("imports:session", session.pk)
    context = {
        "definition": definition,
        "facts": problems,
        "said": said,
        "query": request.GET.urlencode(),
        "receipts": receipts_of_list(user, key, definition.permission)[:10],
    }
    status = 400 if problems or said else 200
    return render(request, "imports/choose.html", context, status=status)


@login_required
@require_safe
def template(request: HttpRequest, key: str) -> HttpResponse:
    """The empty workbook to fill."""
    return _list_workbook(request, key, filled=False)


@login_required
@require_safe
def export(request: HttpRequest, key: str) -> HttpResponse:
    """The list as it stands; imported again it changes nothing."""
    return _list_workbook(request, key, filled=True)


def _list_workbook(request: HttpRequest, key: str, *, filled: bool) -> HttpResponse:
    definition, user = _definition(key), _user(request)
    organisation = acting(user, definition.permission)
    context = Context(user=user, organisation=organisation, parameters=_parameters(request))
    try:
        if filled:
            return _download(export_list(definition, context), f"{key}.xlsx")
        definition.admit(context)
    except Fact as problem:  # a closed list
        messages.error(request, sentence(problem, language_of(request)))
        return redirect("imports:home")
    return _download(workbook(definition, context, None), f"{key}.xlsx")


@login_required
@require_safe
def session(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the import stands; ?step= looks at one that is open."""
    one = session_of(_user(request), pk)
    step = request.GET.get("step", "")
    if step not in {s.value for s in OPEN[ImportStep(one.step)]}:
        step = ImportStep.ROWS.value if one.step == ImportStep.VALUES else one.step
    base = {
        "session": one,
        "definition": definition_of(one),
        "step": step,
        "steps": [(s.value, s in OPEN[ImportStep(one.step)]) for s in ImportStep],
        "failure": [pair[0 if language_of(request) == "zh" else 1] for pair in one.failure],
        "busy": one.busy_since is not None,
        "interrupted": interrupted(one),
    }
    if one.busy_since is not None or step in {ImportStep.FILE, ImportStep.WRITE}:
        return render(request, "imports/wait.html", base)
    if step == ImportStep.RECEIPT:
        batch = one.batches.order_by("-id").first()
        return redirect("imports:receipt", batch.number) if batch else redirect("imports:home")
    return render(request, f"imports/{step}.html", {**base, **SHOWING[step](request, one)})


def _columns(request: HttpRequest, one: ImportSession) -> dict[str, Any]:
    sheet = request.GET.get("sheet", one.sheet)
    row = request.GET.get("heading_row", "")
    found = layouts(one)
    names = [layout.sheet for layout in found]
    at = int(row) if row.isdecimal() and len(row) < 7 else one.heading_row
    layout = layout_at(one, sheet if sheet in names else one.sheet, at or 1)
    return {
        "layout": layout,
        "sheets": sorted(set(names)),
        "columns": definition_of(one).columns,
        "sure": sum(guess.told in {"exact", "remembered"} for guess in layout.guesses),
    }


def _values(request: HttpRequest, one: ImportSession) -> dict[str, Any]:
    page = shown(one, language_of(request))
    return {"page": page, "counts": page.counts, "alike": page.alike()}


def _rows(request: HttpRequest, one: ImportSession) -> dict[str, Any]:
    page, chosen = shown(one, language_of(request)), request.GET.get("kind", "")[:100]
    asked = request.GET.get("page", "1")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    rows, pages = page.rows(chosen, number)
    return {
        "page": page,
        "counts": page.counts,
        "kinds": page.kinds(),
        "chosen": chosen,
        "rows": rows,
        "number": min(number, pages),
        "pages": pages,
        "repairs": one.repairs.count(),
    }


def _preview(request: HttpRequest, one: ImportSession) -> dict[str, Any]:
    page = shown(one, language_of(request))
    kind = "changed" if request.GET.get("show") == "changed" else "new"
    return {"page": page, "counts": page.counts, "kind": kind, "rows": page.preview(kind)}


SHOWING: dict[str, Callable[[HttpRequest, ImportSession], dict[str, Any]]] = {
    "columns": _columns,
    "values": _values,
    "rows": _rows,
    "preview": _preview,
}


@login_required
@require_POST
def map_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column is which: sheet, heading_row, column-<number> = name."""
    one = session_of(_user(request), pk)
    mapping: dict[str, int] = {}
    for name, value in request.POST.dict().items():
        number = name.removeprefix("column-")
        if name.startswith("column-") and value and number.isdecimal():
            if value in mapping:
                heading = definition_of(one).column(value).heading
                said = text("imports.column_twice", language_of(request), heading=heading)
                messages.error(request, said)
                return _to(pk, ImportStep.COLUMNS)
            mapping[value] = int(number)
    row = request.POST.get("heading_row", "1")
    return _done(
        request,
        pk,
        lambda: sessions.map_columns(
            one,
            _user(request),
            sheet=request.POST.get("sheet", one.sheet),
            heading_row=int(row) if row.isdecimal() else 1,
            mapping=mapping,
        ),
        ImportStep.VALUES,
        back=ImportStep.COLUMNS,
    )


@login_required
@require_POST
def fix_values(request: HttpRequest, pk: int) -> HttpResponse:
    """All cells alike at once: value-<n>, with column-<n> and found-<n>."""
    one, user = session_of(_user(request), pk), _user(request)
    wanted: dict[str, dict[str, str]] = {}
    for name, value in request.POST.dict().items():
        number = name.removeprefix("value-")
        if name.startswith("value-") and value.strip():
            column = request.POST.get(f"column-{number}", "")
            wanted.setdefault(column, {})[request.POST.get(f"found-{number}", "")] = value

    def fix() -> None:
        for column, new in wanted.items():
            repairs.fix_alike(one, user, column, new)

    return _done(request, pk, fix, ImportStep.ROWS, back=ImportStep.VALUES)


@login_required
@require_POST
def fix_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Cells in place: cell-<row>-<column>; `leave` (row) leaves one out; `all` (column.code)
    takes every suggestion of a kind; `take_back` undoes the last stroke."""
    one, user = session_of(_user(request), pk), _user(request)

    def fix() -> None:
        if request.POST.get("take_back"):
            repairs.take_back(one)
        elif leave := request.POST.get("leave", ""):
            repairs.leave_out(one, user, [int(leave)] if leave.isdecimal() else [])
        elif kind := request.POST.get("all", ""):
            _take_suggestions(one, user, kind, shown(one, language_of(request)))
        else:
            repairs.fix_cells(one, user, list(_cells(request)))

    answer = _done(request, pk, fix, ImportStep.ROWS, back=ImportStep.ROWS)
    answer["Location"] += f"&kind={request.POST.get('kind', '')[:100]}"
    return answer


def _cells(request: HttpRequest) -> list[repairs.CellChange]:
    found = []
    for name, value in request.POST.dict().items():
        kind, _, rest = name.partition("-")
        row, _, column = rest.partition("-")
        if kind == "cell" and row.isdecimal():
            found.append(repairs.CellChange(int(row), column, value))
    return found


def _take_suggestions(one: ImportSession, user: User, kind: str, page: Shown) -> None:
    column, _, code = kind.partition(".")
    wrong = page.now.problems.filter(page.now.problems["column"] == column)
    wrong = wrong.filter((wrong["code"] == code) & (wrong["suggestion"] != ""))
    pairs = dict(wrong.select("found", "suggestion").iter_rows())
    repairs.fix_alike(one, user, column, pairs)


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the preview showed: version, new, changed."""
    one, user = session_of(_user(request), pk), _user(request)
    given = {name: request.POST.get(name, "") for name in ("version", "new", "changed")}
    if not all(value.isdecimal() and len(value) < 9 for value in given.values()):
        raise Http404("write")
    version, new, changed = (int(value) for value in given.values())

    def run() -> None:
        writing.request_write(one, user, version=version, new=new, changed=changed)

    answer = _done(request, pk, run, None, back=ImportStep.PREVIEW)
    answer["Location"] = answer["Location"].partition("?")[0]
    return answer


@login_required
@require_safe
def annotated(request: HttpRequest, pk: int) -> HttpResponse:
    """The person's own workbook with a comment at every cell that has a problem."""
    one = session_of(_user(request), pk)
    page = shown(one, language_of(request))
    remarks, rows = [], []
    for found in page.now.problems.head(MOST_REMARKS).iter_rows(named=True):
        said = page.say(found)
        tone = Tone.WRONG if said.is_error else Tone.ASK
        remarks.append(Remark(one.sheet, page.cell_of(said), said.sentence, tone))
        rows.append((page.cell_of(said) or str(said.row), said.sentence))
    title = text(
        "imports.error_title",
        page.language,
        file=one.file_name,
        count=page.now.problems.height,
    )
    made = annotate(
        store().fetch(one.file_digest),
        one.file_name,
        remarks,
        Conclusion(title=title, rows=tuple(rows)),
    )
    return _download(made.content, "annotated.xlsx")


@login_required
@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """What a batch wrote. POST `reason`: undo it as a whole."""
    batch = batch_for(_user(request), number)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST":
        try:
            undoing.undo(batch, _user(request), request.POST.get("reason", "")[:300])
        except UndoRefused as refused:
            facts = refused.facts
        else:
            messages.success(request, text("imports.undone", language_of(request)))
            return redirect("imports:receipt", number)
    context = {"batch": batch, "title_key": _title(batch.session), "facts": facts}
    return render(request, "imports/receipt.html", context, status=409 if facts else 200)


def _done(
    request: HttpRequest,
    pk: int,
    work: Callable[[], object],
    then: ImportStep | None,
    *,
    back: ImportStep,
) -> HttpResponse:
    try:
        work()
    except Fact as problem:
        messages.error(request, sentence(problem, language_of(request)))
        return _to(pk, back)
    return _to(pk, then) if then else _to(pk, ImportStep.RECEIPT)


def _to(pk: int, step: ImportStep) -> HttpResponse:
    answer = redirect("imports:session", pk)
    answer["Location"] += f"?step={step.value}"
    return answer


def _download(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
