"""Export → import is identity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from duibiao import clock
from duibiao.accounts.models import User
from duibiao.core.identify import uscc
from duibiao.imports.definition import Batch, Context, Rows
from duibiao.organisations.queries import organisation
from tests.rooms.imports.kit import assert_frame_round_trip, assert_round_trip, assert_sound
from tests.rooms.imports.sample import SCHEMA, WORKS, write

PRINTED = st.characters(
    min_codepoint=0x20,
    exclude_categories=("Cc", "Cs", "Cn", "Co"),
    exclude_characters="\ufffe\uffff",
)
CODE = st.text(st.sampled_from("0123456789ABCabc-/"), min_size=1, max_size=20)
NAME = st.one_of(
    st.text(PRINTED, min_size=1, max_size=60),
    st.sampled_from(
        [
            "=1+1",
            "+A1",
            "@x",
            "'引号",
            '他说"好"',
            "第一行\n第二行",
            "0012",
            "1e5",
            "3-4",
            "TRUE",
            "#N/A x",
        ]
    ),
).map(str.strip)
BODY = st.text(st.sampled_from(uscc.ALPHABET), min_size=9, max_size=9)


def _code(body: str) -> str:
    return (first := "91120101" + body) + uscc.check_digit(first)


LARGEST = Decimal("9999999999999999.99")
ROW_OF_WORKS = st.fixed_dictionaries(
    {
        "code": CODE,
        "name": NAME.filter(bool),
        "uscc": st.none() | BODY.map(_code),
        "district": st.none() | st.sampled_from(["120101", "120116"]),
        "industry": st.none() | st.sampled_from(["C", "38", "3851", "0111", "011"]),
        "grade": st.none() | st.sampled_from(["a", "b"]),
        "staff": st.none() | st.integers(0, 10**18 - 1),
        "revenue": st.none() | st.decimals(-LARGEST, LARGEST, places=2),
        "opened": st.none() | st.dates(date(1900, 3, 1), date(2199, 12, 31)),
        "is_public": st.none() | st.booleans(),
    }
)


def _context(user: User) -> Context:
    return Context(user=user, organisation=organisation("120116-market"))


def test_the_sample_list_is_sound() -> None:
    assert_sound(WORKS)


@pytest.mark.django_db
@settings(
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],  # each example starts a process: no shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(rows=st.lists(ROW_OF_WORKS, min_size=1, max_size=30, unique_by=lambda row: row["code"]))
def test_what_we_write_we_read_back_unchanged(clerk: User, rows: list[dict[str, object]]) -> None:
    """Every value of every kind, whatever its text."""
    frame = pl.DataFrame(rows, schema=SCHEMA)
    assert_frame_round_trip(WORKS, _context(clerk), frame)


@pytest.mark.django_db
def test_an_exported_list_changes_nothing(clerk: User) -> None:
    """Every row of the export is found the same."""
    row = {
        "code": "0012",
        "name": "天津一厂",
        "grade": "b",
        "revenue": Decimal("12.50"),
        "staff": 7,
    }
    rows = pl.DataFrame([{**dict.fromkeys(SCHEMA), **row}], schema=SCHEMA)
    empty = pl.DataFrame(schema={"existing_id": pl.String, **SCHEMA})
    numbered = rows.with_row_index("row_number")
    batch = Batch(number="1", at=clock.now(), by=clerk)
    new = Rows(new=numbered, changed=empty.with_row_index("row_number"))
    write(new, batch, _context(clerk))
    assert_round_trip(WORKS, _context(clerk))
