"""Forms of the declaration: content, truth statement, the reviewer's checklist."""

from __future__ import annotations

from typing import Any

from duibiao.access import Permission as P
from duibiao.accounts.models import User
from duibiao.declarations import actions
from duibiao.declarations.filing import content_of
from duibiao.portal.doing.doing import Doing, Done, line, lines, table, yes

STANDARDS = ("number", "title", "level", "status", "self_declared")
PRODUCTS = (
    *("product", "track", "name", "unit", "direction", "stipulated", "method"),
    *("is_core", "in_scope", "standard"),
)
YES = {"是", "1", "true", "yes", "√"}


def _write(by: User, on: Any, data: dict[str, Any]) -> Done:
    standards = [
        {**row, "status": row["status"] or "current", "self_declared": row["self_declared"] in YES}
        for row in table(data["standards"], STANDARDS)
    ]
    products: dict[str, dict[str, Any]] = {}
    for row in table(data["indicators"], PRODUCTS):
        track = row.pop("track") or "product"
        name = row.pop("product")
        product = products.setdefault(name, {"name": name, "track": track, "indicators": []})
        if row["name"]:
            flags = {flag: row[flag] in YES for flag in ("is_core", "in_scope")}
            product["indicators"].append({**row, **flags})
    content = {
        "standards": standards,
        "products": list(products.values()),
        "explanation": data["explanation"],
    }
    return Done(
        actions.write_declaration(
            declaration=on, content=content, expected_version=on.version, by=by
        )
    )


def _written(declaration: Any) -> dict[str, Any]:
    content = content_of(declaration)
    indicators = []
    for product in content["products"]:
        for one in product["indicators"]:
            cells = {**one, "product": product["name"], "track": product["track"], "standard": ""}
            indicators.append("\t".join(_cell(cells[name]) for name in PRODUCTS))
    standards = ["\t".join(_cell(one[n]) for n in STANDARDS) for one in content["standards"]]
    return {
        "standards": "\n".join(standards),
        "indicators": "\n".join(indicators),
        "explanation": content["explanation"],
    }


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)


def _sign(by: User, on: Any, data: dict[str, Any]) -> Done:
    name, seen = data["signed_by"], on.version
    return Done(actions.sign_truth(declaration=on, name=name, expected_version=seen, by=by))


def _check(by: User, on: Any, data: dict[str, Any]) -> Done:
    return Done(actions.answer_checklist(declaration=on, by=by, **data))


OPEN = ("filling", "returned")

DOINGS = (
    Doing(
        key="content",
        permission=P.DECLARATION_WRITE,
        run=_write,
        machine="declaration",
        states=OPEN,
        initial=_written,
        fields={
            "standards": lines(required=False),
            "indicators": lines(100_000, required=False),
            "explanation": lines(2_000, required=False),
        },
    ),
    Doing(
        key="sign",
        permission=P.DECLARATION_WRITE,
        run=_sign,
        machine="declaration",
        states=OPEN,
        fields={"signed_by": line(60)},
    ),
    Doing(
        key="check",
        permission=P.DECLARATION_REVIEW,
        run=_check,
        machine="declaration",
        states=("submitted",),
        fields={"complete": yes(), "true": yes(), "valid": yes()},
    ),
)
