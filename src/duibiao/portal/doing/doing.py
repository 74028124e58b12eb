"""The shape of a form: fields, who may, and the room's action it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms

from duibiao.access import Permission
from duibiao.accounts.models import User
from duibiao.ui.wording import Language, text
from duibiao.workflow.models import Stateful

LINES = forms.Textarea(attrs={"rows": 12})


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: the record to show next, and what to tell the person once (a code)."""

    record: Stateful | None = None
    url: str = ""
    told: str = ""

    def where(self) -> str:
        """The page to go to."""
        return self.record.get_absolute_url() if self.record else self.url or "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One form. `machine` and `states`: it belongs to a record of that kind in these states; else
    it begins something. `run` calls the action."""

    key: str
    permission: Permission
    run: Callable[[User, Any, dict[str, Any]], Done]
    fields: Mapping[str, Callable[[], forms.Field]] = field(default_factory=dict)
    machine: str = ""
    states: tuple[str, ...] = ()
    initial: Callable[[Any], dict[str, Any]] | None = None

    @property
    def title(self) -> str:
        """The wording key of its button and heading."""
        return f"do.{self.key}"

    def form(self, data: Any, record: Any, language: Language) -> forms.Form:
        """The form, filled with what was typed, else with what is there."""
        made = forms.Form(data, initial=self.initial(record) if self.initial else {})
        for name, make in self.fields.items():
            made.fields[name] = make()
            made.fields[name].label = text(f"column.{name}", language)
        return made


def line(length: int = 120, *, required: bool = True) -> Callable[[], forms.Field]:
    """A line of text."""
    return lambda: forms.CharField(max_length=length, required=required)


def lines(length: int = 20_000, *, required: bool = True) -> Callable[[], forms.Field]:
    """Text over several lines."""
    return lambda: forms.CharField(max_length=length, required=required, widget=LINES, strip=False)


def one_of(
    choices: Callable[[], list[tuple[str, str]]], *, required: bool = True
) -> Callable[[], forms.Field]:
    """One of a list read when the form is shown."""
    blank = [] if required else [("", "—")]
    return lambda: forms.ChoiceField(choices=[*blank, *choices()], required=required)


def number() -> Callable[[], forms.Field]:
    """A whole number from 0."""
    return lambda: forms.IntegerField(min_value=0, max_value=100_000_000, required=False)


def amount() -> Callable[[], forms.Field]:
    """万元, two decimals."""
    return lambda: forms.DecimalField(min_value=0, max_digits=18, decimal_places=2, required=False)


def yes() -> Callable[[], forms.Field]:
    """A tick that may be left out."""
    return lambda: forms.BooleanField(required=False)


def table(content: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    """Lines with columns parted by tabs, as they come from a worksheet."""
    rows = [row.split("\t") for row in content.splitlines() if row.strip()]
    padded = [[cell.strip() for cell in row] + [""] * len(names) for row in rows]
    return [dict(zip(names, row, strict=False)) for row in padded]
