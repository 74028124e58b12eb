"""Reads on behalf of a person say on whose behalf: `.everything` is for actions and named reads."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps

from duibiao.access.models import Scoped
from tests.architecture.sources import Source, package

# Who may read without a person: what writes, what is read by name, what guards, what plays.
PLACES = {"actions", "queries", "guards", "migrations", "demo", "config", "facts"}


def scoped_names() -> set[str]:
    """The tables whose rows belong to somebody."""
    return {model.__name__ for model in apps.get_models() if issubclass(model, Scoped)}


def unscoped(tree: ast.AST, names: set[str]) -> list[int]:
    """Lines with `Model.objects` of such a table that do not go on with `visible_to`."""
    followed = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "visible_to"
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "objects"
        and isinstance(node.value, ast.Name)
        and node.value.id in names
        and id(node) not in followed
    ]


def everything(tree: ast.AST) -> list[int]:
    """Lines that read a table as a whole."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "everything"
        and not _is_a_reach(node.value)
    ]


def _is_a_reach(node: ast.expr) -> bool:
    """`reach(…).everything`, `within.everything`: how far somebody's permission goes."""
    called = isinstance(node, ast.Call)
    return called or (isinstance(node, ast.Name) and node.id in {"within", "reached", "self"})


def _reads_by_name(source: Source) -> bool:
    return bool(PLACES & set(source.module.split("."))) or source.module in NAMED


# Named reads under a name of their own.
NAMED = {
    "duibiao.enterprises.register_list",  # an import of the office that was admitted: its own rows
    "duibiao.selection.slot_list",  # likewise
    "duibiao.insights.labels",  # the names of formats, which everybody reads
    "duibiao.insights.subjects.deployment",  # a board's figures, narrowed by the person's reach
    "duibiao.insights.subjects.leads",  # likewise
    "duibiao.insights.subjects.messages",  # likewise
    "duibiao.portal.clauses",  # what the plan's clauses have come to: counts for the city
    "duibiao.portal.owing",  # who owes what, for reminders that nobody in particular sends
}


def test_everything_is_for_actions_and_queries() -> None:
    """A view that reads everything would show everybody's rows to anybody."""
    found = [
        f"{source.name}:{line}"
        for source in package()
        if not _reads_by_name(source)
        for line in everything(source.tree)
    ]
    assert found == []


def test_objects_go_on_with_visible_to() -> None:
    """`objects` of such a table is always followed by for whom, at once."""
    names = scoped_names()
    assert len(names) > 10
    found = [
        f"{source.name}:{line}" for source in package() for line in unscoped(source.tree, names)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("Plan.objects.filter(pk=1)", True),
        ("Plan.objects.all()", True),
        ("Plan.objects.visible_to(user, P)", False),
        ("User.objects.filter(pk=1)", False),
    ],
)
def test_the_check_sees_reads_for_nobody(code: str, caught: bool) -> None:
    """The check itself."""
    assert bool(unscoped(ast.parse(code), {"Plan"})) is caught


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("Plan.everything.filter(pk=1)", True),
        ("type(record).everything.get(pk=1)", False),
        ("if within.everything: pass", False),
    ],
)
def test_the_check_sees_reads_of_everything(code: str, caught: bool) -> None:
    """The check itself; `type(record).everything` belongs to a record somebody already has."""
    assert bool(everything(ast.parse(code))) is caught
