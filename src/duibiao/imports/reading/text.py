"""Texts, codes and credit codes."""

from __future__ import annotations

import polars as pl

from duibiao.columnar import uscc
from duibiao.core.identify.uscc import LENGTH, CodeFlaw
from duibiao.imports.definition import Column, ColumnKind
from duibiao.imports.flaws import Flaw
from duibiao.imports.reading.found import Flaws, Found

CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{fffe}\x{ffff}]"
SEPARATORS = r"[\s\-‐-―－_.·]"
USCC_FLAWS = {
    CodeFlaw.LENGTH: Flaw.USCC_LENGTH,
    CodeFlaw.CHARSET: Flaw.USCC_CHARSET,
    CodeFlaw.CATEGORY: Flaw.USCC_CATEGORY,
    CodeFlaw.REGION: Flaw.USCC_REGION,
    CodeFlaw.CHECK_DIGIT: Flaw.USCC_CHECK_DIGIT,
}


def read_text(frame: pl.DataFrame, column: Column) -> Found:
    """Text as written; a code half-width and without blanks around."""
    text = pl.col(column.name)
    if column.kind is ColumnKind.CODE:
        frame = frame.with_columns(text.str.normalize("NFKC").str.strip_chars())
    flaws = Flaws(frame, column)
    bad = text.str.contains(CONTROL)
    long = text.str.len_chars() > column.max_length
    flaws.add(
        bad,
        Flaw.FORBIDDEN_CHARACTER,
        suggestion=text.str.replace_all(CONTROL, "").str.strip_chars(),
    )
    flaws.add(~bad & long, Flaw.TOO_LONG, expected=str(column.max_length))
    values = frame.select(pl.when(~bad & ~long).then(text).alias(column.name))[column.name]
    return Found(values, tuple(flaws.found))


def read_uscc(frame: pl.DataFrame, column: Column) -> Found:
    """Half-width capitals without separators, checked digit by digit (GB 32100)."""
    code = pl.col(column.name)
    folded = frame.with_columns(
        code.str.normalize("NFKC").str.to_uppercase().str.replace_all(SEPARATORS, "")
    ).with_columns(uscc.flaw(code).alias("flaw"))
    flaws = Flaws(folded, column)
    wrong = pl.col("flaw").is_not_null()
    if folded["flaw"].null_count() < folded.height:
        # A number of 18 digits keeps 15 or so: the rest has been lost before we saw it.
        lost = wrong & (_rounded(code) | code.str.contains(r"^\d(?:\.\d+)?E\+?1\d$"))
        flaws.add(lost, Flaw.USCC_DIGITS_LOST)
        for reason, flaw in USCC_FLAWS.items():
            is_this = ~lost & (pl.col("flaw") == reason.value)
            flaws.add(is_this, flaw, expected=_expected(code, reason))
    values = folded.select(pl.when(~wrong).then(code).alias(column.name))[column.name]
    return Found(values, tuple(flaws.found))


def _rounded(code: pl.Expr) -> pl.Expr:
    """18 digits that a floating-point number holds exactly: typed by hand, one in a hundred is."""
    digits = code.str.contains(r"^\d{18}$")
    number = pl.when(digits).then(code).otherwise(None).cast(pl.Int64, strict=False)
    return (digits & (number.cast(pl.Float64).cast(pl.Int64) == number)).fill_null(value=False)


def _expected(code: pl.Expr, reason: CodeFlaw) -> pl.Expr:
    if reason is CodeFlaw.LENGTH:
        return code.str.len_chars().cast(pl.String)
    if reason is CodeFlaw.CHECK_DIGIT:
        return uscc.check_digit(code)
    if reason is CodeFlaw.CHARSET:
        return code.str.replace_all("[0-9A-HJ-NPQRTUWXY]", "")
    return code.str.slice(0, 2) if reason is CodeFlaw.CATEGORY else code.str.slice(2, LENGTH - 12)
