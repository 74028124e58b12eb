"""Every write to the database is an action."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import package

ALWAYS_A_WRITE = {
    *("bulk_create", "bulk_update", "get_or_create", "update_or_create"),
    *("acreate", "asave", "adelete", "aupdate", "abulk_create", "aget_or_create"),
}
# Names that lists, sets, hashes and workbooks also have: a write only when called as Django's.
WITHOUT_ARGUMENTS = {"save", "delete"}
KEYWORDS_ONLY = {"update", "create", "save"}


def writes(tree: ast.AST) -> list[int]:
    """Lines that write through the ORM or by SQL of their own."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _writes(node)]


def _writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    bare = not call.args and not call.keywords
    keywords_only = not call.args and bool(call.keywords)
    return (
        name in ALWAYS_A_WRITE
        or (name in WITHOUT_ARGUMENTS and bare)
        or (name in KEYWORDS_ONLY and keywords_only)
        or (name in {"execute", "executemany"} and not _reads(call))
    )


def _reads(call: ast.Call) -> bool:
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Constant) and str(first.value).lstrip().startswith("SELECT")


def _may_write(module: str) -> bool:
    """Actions; and code that has no database: the core, the benchmark's baselines."""
    return ".actions" in module or module.startswith(("duibiao.core", "duibiao.config.bench"))


def test_only_actions_write() -> None:
    """No view, model, form, query, signal or command writes; actions.py and actions/ do."""
    found = [
        f"{source.name}:{line}"
        for source in package()
        if not _may_write(source.module)
        for line in writes(source.tree)
    ]
    assert found == []


def test_no_signals() -> None:
    """What follows from a write is called by its action, where one can read it."""
    found = [
        s.name for s in package() if "django.db.models.signals" in s.text or "@receiver" in s.text
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("trial.save()", True),
        ("form.save(commit=True)", True),
        ("Trial.objects.create(key=1)", True),
        ("Trial.objects.filter(a=1).update(b=2)", True),
        ("Trial.objects.all().delete()", True),
        ("Trial.objects.bulk_create(rows)", True),
        ("Trial.objects.get_or_create(key=1)", True),
        ("cursor.execute('DELETE FROM trial')", True),
        ("cursor.execute(sql)", True),
        ("cursor.execute('SELECT 1')", False),
        ("book.save(buffer)", False),
        ("known.update(more)", False),
        ("digest.update(data)", False),
    ],
)
def test_the_check_sees_writes(code: str, caught: bool) -> None:
    """The check itself: Django's writes are caught, namesakes are not."""
    assert bool(writes(ast.parse(code))) is caught
