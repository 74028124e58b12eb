"""The unified social credit code, column-wise: the same findings as `core.identify.uscc`
(tests/agreement/test_columnar_uscc.py)."""

from __future__ import annotations

import polars as pl

from duibiao.core.identify.uscc import (
    ALPHABET,
    CATEGORIES,
    LENGTH,
    PROVINCES,
    WEIGHTS,
    CodeFlaw,
)

PLACES = {character: number for number, character in enumerate(ALPHABET)}


def flaw(code: pl.Expr) -> pl.Expr:
    """What is wrong with each code (a value of CodeFlaw), null when it is valid.

    The hint about the old organisation code is not given here: it refuses nothing.
    """
    provinces = [f"{number:02d}" for number in sorted(PROVINCES)]
    return (
        pl.when(code.str.len_chars() != LENGTH)
        .then(pl.lit(CodeFlaw.LENGTH.value))
        .when(~code.str.contains(f"^[{ALPHABET}]*$"))
        .then(pl.lit(CodeFlaw.CHARSET.value))
        .when(~code.str.slice(0, 2).is_in(sorted(CATEGORIES)))
        .then(pl.lit(CodeFlaw.CATEGORY.value))
        .when(
            ~code.str.slice(2, 6).str.contains("^[0-9]{6}$")
            | ~code.str.slice(2, 2).is_in(provinces)
        )
        .then(pl.lit(CodeFlaw.REGION.value))
        .when(code.str.slice(LENGTH - 1, 1) != check_digit(code))
        .then(pl.lit(CodeFlaw.CHECK_DIGIT.value))
        .otherwise(None)
    )


def check_digit(code: pl.Expr) -> pl.Expr:
    """The 18th character the first 17 demand (GB 32100-2015, 4.6)."""
    total = pl.sum_horizontal(
        _place(code.str.slice(n, 1)) * weight for n, weight in enumerate(WEIGHTS)
    )
    size = len(ALPHABET)
    return ((size - total % size) % size).replace_strict(
        list(PLACES.values()), list(PLACES), default="", return_dtype=pl.String
    )


def _place(character: pl.Expr) -> pl.Expr:
    return character.replace_strict(PLACES, default=0, return_dtype=pl.Int32)
